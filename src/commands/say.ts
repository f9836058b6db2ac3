/** `say`: messages go through the whole pipeline as if they had come from the messenger; the outcome is printed. */
import { feishuCard } from '../card/feishu-card.ts';
import { lineOf } from '../files/export-lines.ts';
import type { Result } from '../flow/act.ts';
import { replyText } from '../reply.ts';
import { findInbox } from '../store/inbox.ts';
import {
  type Arguments,
  type Command,
  CommandError,
  jsonLines,
  option,
  printJson,
  printLine,
  UsageError,
} from './command.ts';
import { instantIn, type OpenedOffice, withOffice } from './office.ts';

export const say: Command = {
  name: 'say',
  usage: 'TEXT [--from NAME] [--chat ID] | --jsonl',
  summary: 'one message through the whole pipeline, or many from standard input',
  options: { from: { type: 'string' }, role: { type: 'string' }, chat: { type: 'string' }, jsonl: { type: 'boolean' } },
  run(args) {
    return withOffice(args, (opened) => (args.values.jsonl ? sayLines(opened) : sayOnce(opened, args)));
  },
};

interface Said {
  readonly id: string;
  readonly text: string;
  readonly from: string;
  readonly role?: string;
  readonly chat: string;
  readonly replyTo?: string;
  readonly at: Date;
}

async function sayOnce(opened: OpenedOffice, args: Arguments): Promise<number> {
  const text = args.words.join(' ');
  if (!text) throw new UsageError('say what? taizhang say "今天督查了农村教育"');
  const from = option(args, 'from') ?? 'console';
  const at = opened.clock.now();
  const role = option(args, 'role');
  const outcome = await saySomething(opened, {
    id: `${at.getTime()}-${Math.random().toString(36).slice(2, 8)}`,
    text,
    from,
    chat: option(args, 'chat') ?? from,
    at,
    ...(role ? { role } : {}),
  });
  if (args.values.json) printJson(outcome);
  else printLine(String(outcome.text));
  return 0;
}

async function sayLines(opened: OpenedOffice): Promise<number> {
  let number = 0;
  for await (const { line, value, error } of jsonLines()) {
    number += 1;
    if (!value) {
      printJson({ id: null, error: `line ${line}: ${error}` });
      continue;
    }
    const id = String(value.id ?? `line-${number}`);
    if (typeof value.text !== 'string') {
      printJson({ id, error: `line ${line}: text is missing` });
      continue;
    }
    const from = typeof value.from === 'string' && value.from ? value.from : 'console';
    printJson(
      await saySomething(opened, {
        id,
        text: value.text,
        from,
        chat: typeof value.chat === 'string' && value.chat ? value.chat : from,
        at: typeof value.at === 'string' ? instantIn(value.at, opened.zone) : opened.clock.now(),
        ...(typeof value.role === 'string' ? { role: value.role } : {}),
        ...(typeof value.replyTo === 'string' ? { replyTo: value.replyTo } : {}),
      }),
    );
  }
  return 0;
}

/** A repeated id gives the stored outcome again. */
export async function saySomething(opened: OpenedOffice, said: Said): Promise<Record<string, unknown>> {
  const key = `say:${said.id}`;
  opened.clock.set(said.at);
  opened.office.receive({
    type: 'message',
    key,
    messageId: said.id,
    chat: said.chat,
    chatType: 'p2p',
    sender: { id: said.from, name: said.from, ...(said.role ? { role: said.role } : {}) },
    text: said.text,
    at: said.at,
    ...(said.replyTo ? { replyTo: said.replyTo } : {}),
  });
  await opened.office.work();
  const outcome = findInbox(opened.db, key)?.outcome as Result | null | undefined;
  if (!outcome) throw new CommandError(`message ${said.id} was not performed`);
  return outcomeLine(said.id, outcome);
}

/** The outcome as contract section 5.1 shows it. */
export function outcomeLine(id: string, result: Partial<Result>): Record<string, unknown> {
  return {
    id,
    text: result.reply ? replyText(result.reply) : '',
    card: result.reply ? feishuCard(result.reply) : null,
    records: (result.records ?? []).map((entry) => {
      const { moves: _moves, ...line } = lineOf(entry);
      return { ...line, unit: entry.unit ?? null, due: entry.due ?? null };
    }),
    changes: result.changes ?? [],
    answer: result.answer ?? null,
    draft: result.draft ?? null,
    asks: result.asks ?? null,
    refused: result.refused ?? null,
  };
}
