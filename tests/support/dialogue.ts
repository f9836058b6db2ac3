/** One line of a dialogue: something a person does, or what the bot must say and the ledger must hold after it. */
import { expect } from 'vitest';
import { kindOf } from '../../src/kinds/all.ts';
import type { Entry } from '../../src/kinds/entry.ts';
import { selectEntries } from '../../src/store/entries.ts';
import type { FeishuOffice } from './feishu-office.ts';
import { at } from './fixed.ts';

const when = String.raw`(\d{4}-\d\d-\d\d \d\d:\d\d)`;

/** What a person does, one line each; the groups are the time, who, and the rest. */
const deeds: readonly [RegExp, (bench: FeishuOffice, told: { at: Date; from: string }, rest: string[]) => unknown][] = [
  [new RegExp(`^${when} (\\S+?)@群> (.+)$`), (bench, told, [text = '']) => bench.say({ ...told, group: true, text })],
  [new RegExp(`^${when} (\\S+?)在群里> (.+)$`), (bench, told, [text = '']) => bench.mutter({ ...told, text })],
  [new RegExp(`^${when} (\\S+?)> (.+)$`), (bench, told, [text = '']) => bench.say({ ...told, group: false, text })],
  [new RegExp(`^${when} (\\S+) speaks> ?(.*)$`), (bench, told, [text = '']) => bench.speak({ ...told, text })],
  [new RegExp(`^${when} (\\S+) presses (.+)$`), (bench, told, [label = '']) => bench.press({ ...told, label })],
  [new RegExp(`^${when} (\\S+) recalls$`), (bench, told) => bench.recall(told)],
  [new RegExp(`^${when} (\\S+) edits> (.+)$`), (bench, told, [text = '']) => bench.edit({ ...told, text })],
  [
    new RegExp(`^${when} (\\S+) (marks|unmarks) (\\S+) with (\\S+)$`),
    (bench, told, [how, whose = '', emoji = '']) => bench.mark({ ...told, whose, emoji, given: how === 'marks' }),
  ],
  [
    new RegExp(`^${when} (\\S+) forwards (\\S+)$`),
    (bench, told, [whose = '']) => bench.forward({ ...told, whose: whose.split('、') }),
  ],
  [
    // `bot` is the bot's last message; a thread begins with the message named after it.
    new RegExp(`^${when} (\\S+?)(@群)? replies to (\\S+?)(?: in the thread of (\\S+))?> (.+)$`),
    (bench, told, [group, whose = '', root, text = '']) => {
      const replyTo = bench.last(whose).messageId;
      const thread = root ? { root: bench.last(root).messageId } : {};
      return bench.say({ ...told, group: group !== undefined, text, more: { replyTo, ...thread } });
    },
  ],
  [
    new RegExp(`^${when} (\\S+?)(@群)? posts (.+)$`),
    (bench, told, [group, json = '']) => {
      const post = JSON.parse(json) as object;
      const mentions = group ? [bench.feishu.bot] : [];
      return bench.say({ ...told, group: group !== undefined, text: '', more: { post, mentions } });
    },
  ],
  [
    new RegExp(`^${when} (\\S+) sends (\\S+) ?(.*)$`),
    (bench, told, [type = '', json]) =>
      bench.say({
        ...told,
        group: false,
        text: '',
        more: { other: { type, content: json ? (JSON.parse(json) as object) : { file_key: 'file_1' } } },
      }),
  ],
  [
    new RegExp(`^${when} (\\S+) opens the chat$`),
    (bench, { at, from }) => bench.happens(at, (feishu) => feishu.pushEntered(`oc_${from}`, `ou_${from}`)),
  ],
  [
    new RegExp(`^${when} (\\S+) adds the bot$`),
    (bench, { at, from }) => bench.happens(at, (feishu) => feishu.pushBotAdded('oc_group', `ou_${from}`)),
  ],
  [
    new RegExp(`^${when} (\\S+) chooses (\\w+) from the menu$`),
    (bench, { at, from }, [choice = '']) => bench.happens(at, (feishu) => feishu.pushMenu(`ou_${from}`, choice)),
  ],
];

/** Said while the bot could not be reached. */
function sayUnheard(bench: FeishuOffice, [, day = '', from = '', group, text = '']: RegExpExecArray): void {
  bench.feishu.clock.set(at(day));
  bench.feishu.say({
    chat: group ? 'oc_group' : `oc_${from}`,
    sender: `ou_${from}`,
    text: group ? `@_user_1 ${text}` : text,
    mentions: group ? [bench.feishu.bot] : [],
  });
}

/** @param where names the line when it fails */
export async function play(bench: FeishuOffice, line: string, where: string): Promise<void> {
  if (line === 'over the long connection') return;
  for (const [pattern, deed] of deeds) {
    const [, day, from, ...rest] = pattern.exec(line) ?? [];
    if (day === undefined || from === undefined) continue;
    await deed(bench, { at: at(day), from }, rest);
    return;
  }
  const unheard = new RegExp(`^${when} (\\S+?)(@群)? says unheard> (.+)$`).exec(line);
  if (unheard) return sayUnheard(bench, unheard);
  const silently = new RegExp(`^${when} (\\S+) recalls unheard$`).exec(line);
  if (silently) {
    bench.feishu.clock.set(at(silently[1] ?? ''));
    bench.feishu.recall(bench.last(silently[2] ?? '').messageId);
    return;
  }
  const readBack = new RegExp(`^${when} the bot reads back$`).exec(line);
  if (readBack) return void (await bench.readBack(at(readBack[1] ?? '')));
  if (line === 'the bot starts anew') return bench.restart();
  if (line === 'feishu delivers everything again') {
    await bench.redeliverAll();
    return;
  }
  if (line === 'bot is silent') {
    expect(bench.heard(), where).toBe('');
    return;
  }
  if (line.startsWith('bot does not say ')) {
    expect(bench.heard(), where).not.toContain(line.slice('bot does not say '.length));
    return;
  }
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
