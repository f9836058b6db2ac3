/**
 * Conversations a clerk could read, each through the real door: signed and encrypted webhook posts in, the Feishu API out.
 * Every story in tests/dialogues is played; its lines say what is told, what the bot must answer and what the ledger must hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intentOf } from '../src/intents/all.ts';
import { kindOf, kinds } from '../src/kinds/all.ts';
import type { Entry } from '../src/kinds/entry.ts';
import { selectEntries } from '../src/store/entries.ts';
import { type FeishuOffice, feishuOffice } from './support/feishu-office.ts';
import { at } from './support/fixed.ts';

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
    await bench.fresh();
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
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

async function play(bench: FeishuOffice, line: string, where: string): Promise<void> {
  const said = /^(\d{4}-\d\d-\d\d \d\d:\d\d) (\S+?)(@群)?> (.+)$/.exec(line);
  if (said)
    return bench.say({ at: at(said[1] ?? ''), from: said[2] ?? '', group: said[3] !== undefined, text: said[4] ?? '' });
  const pressed = /^(\d{4}-\d\d-\d\d \d\d:\d\d) (\S+) presses (.+)$/.exec(line);
  if (pressed) return bench.press({ at: at(pressed[1] ?? ''), from: pressed[2] ?? '', label: pressed[3] ?? '' });
  const recalled = /^(\d{4}-\d\d-\d\d \d\d:\d\d) (\S+) recalls$/.exec(line);
  if (recalled) return bench.recall({ at: at(recalled[1] ?? ''), from: recalled[2] ?? '' });
  if (line.startsWith('bot< ')) {
    expect(bench.heard(), where).toContain(line.slice(5));
    return;
  }
  const count = /^ledger: (\d+) records$/.exec(line);
  if (count) {
    expect(
      selectEntries(bench.db(), {}).map((entry) => `${entry.no} ${entry.kind}`),
      where,
    ).toHaveLength(Number(count[1]));
    return;
  }
  const ledger = /^ledger: (\w+) (.+)$/.exec(line);
  if (!ledger) throw new Error(`${where}: cannot read "${line}"`);
  const wanted = (ledger[2] ?? '').split(' ').map((part) => part.split('=') as [string, string]);
  const entries = selectEntries(bench.db(), { kind: ledger[1] ?? '' });
  const found = entries.some((entry) => wanted.every(([name, value]) => shown(entry, name) === value));
  expect(
    found,
    `${where}: ${line}\nledger holds ${JSON.stringify(
      selectEntries(bench.db(), {}).map(({ no, kind, on, quantity, unit, status, due, fields }) => ({
        no,
        kind,
        on,
        quantity,
        unit,
        status,
        due,
        fields,
      })),
      null,
      1,
    )}\nbot said ${bench.heard()}`,
  ).toBe(true);
}

function shown(entry: Entry, name: string): string {
  const value = entry.fields[name] ?? (entry as unknown as Record<string, unknown>)[name];
  const text =
    typeof value === 'object' && value !== null && 'value' in value
      ? String(value.value)
      : Array.isArray(value)
        ? value.join('、')
        : String(value);
  return kindOf(entry.kind)?.fields[name]?.type === 'code' ? text.replace(/^0+(?=\d)/, '') : text;
}
