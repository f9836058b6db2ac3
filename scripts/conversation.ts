/** Plays the conversation of tests/dialogues/readme.txt and gives it as Markdown, so that the README shows what the bot really says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOffice } from '../src/flow/office.ts';
import { openDb } from '../src/node-office.ts';
import type { Messenger } from '../src/ports.ts';
import { replyText } from '../src/reply.ts';
import { instantOf } from '../src/time/day.ts';

const zone = 'Asia/Shanghai';
const silent = { info() {}, warn() {}, error() {} };

export async function conversation(): Promise<string> {
  const story = readFileSync(join(import.meta.dirname, '..', 'tests', 'dialogues', 'readme.txt'), 'utf8');
  const opened = openDb(':memory:');
  const parts: string[] = [];
  let now = new Date(0);
  const messenger: Messenger = {
    async send(_address, reply, key) {
      parts.push(
        ...replyText(reply)
          .split('\n')
          .map((line) => `> ${line}`),
        '',
      );
      return { messageId: key };
    },
    async update() {},
  };
  const office = createOffice({ db: opened.db, clock: { now: () => now }, log: silent, messenger, prompts: {}, zone });
  for (const [index, line] of story.split('\n').entries()) {
    const said = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) (\S+)> (.+)$/.exec(line);
    if (!said) continue;
    const [, day = '', time = '', name = '', text = ''] = said;
    now = instantOf(day, time, zone);
    parts.push(`**${name}** ${text}`, '');
    const sender = { id: name, name };
    office.receive({
      type: 'message',
      key: `m${index}`,
      messageId: `m${index}`,
      chat: name,
      chatType: 'p2p',
      sender,
      text,
      at: now,
    });
    await office.work();
  }
  opened.close();
  // Two blanks end a line inside a quotation.
  return parts
    .join('\n')
    .replace(/^(> .+)$/gm, '$1  ')
    .trim();
}
