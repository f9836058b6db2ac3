/**
 * Conversations a clerk could read, each through the real door: signed and encrypted webhook posts or the frames of the
 * long connection in, the Feishu API out.
 * Every story in tests/dialogues is played; its lines say what is told, what the bot must answer and what the ledger must hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intentOf } from '../src/intents/all.ts';
import { kinds } from '../src/kinds/all.ts';
import { selectEntries } from '../src/store/entries.ts';
import { play } from './support/dialogue.ts';
import { type FeishuOffice, feishuOffice } from './support/feishu-office.ts';

const folder = join(import.meta.dirname, 'dialogues');
const stories = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const loggedKinds = new Set<string>();

describe('dialogues', () => {
  let bench: FeishuOffice;
  beforeAll(async () => {
    bench = await feishuOffice();
  });
  afterAll(() => bench.close());

  it.each(stories)('%s', async (name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    await bench.fresh(lines.includes('over the long connection') ? 'socket' : 'webhook');
    for (const [index, line] of lines.entries()) {
      if (!line.trim() || line.startsWith('#')) continue;
      await play(bench, line.trim(), `${name}:${index + 1}`);
    }
    for (const entry of selectEntries(bench.db(), { voided: true })) loggedKinds.add(entry.kind);
    for (const intent of bench.buttonIntents()) {
      expect(intentOf(intent.do)?.shape.safeParse(intent).success, `a button holds ${JSON.stringify(intent)}`).toBe(
        true,
      );
    }
  });

  it('log every kind at least once', () => {
    expect(kinds.map((kind) => kind.id).filter((id) => !loggedKinds.has(id))).toEqual([]);
  });
});
