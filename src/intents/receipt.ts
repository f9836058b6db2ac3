/** Receipts: drawn from the committed rows and from nothing else; each record on its own line, assumed values marked. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { type Value, valueLabel } from '../kinds/kind.ts';
import { type Block, type Button, type Lang, plain, type Reply } from '../reply.ts';
import type { Day } from '../time/day.ts';
import type { Turn, Written } from './intent.ts';
import { detailsOf, headOf, shortDetails } from './phrasing.ts';

/** The receipt of what a message logged. `assumed` per record, in the order of the writes. */
export function logReceipt(written: Written, turn: Turn, assumed: readonly ReadonlySet<string>[]): Reply {
  const { lang, today } = turn;
  const count = written.logged.length;
  const plannedOnly = written.logged.every((entry) => entry.status === 'planned');
  const [single] = written.logged;
  const zh = lang === 'zh';
  const title = plannedOnly
    ? zh
      ? `已记入计划 ${count} 条（不计入完成数）`
      : `${count} planned, not counted as done`
    : zh
      ? `已记 ${count} 条`
      : `${count} recorded`;
  const blocks: Block[] =
    count === 1 && single
      ? oneRecord(single, turn, assumed[0] ?? new Set())
      : manyRecords(written.logged, { lang, today, assumed });
  return {
    lang,
    tone: 'good',
    title,
    blocks: [
      ...blocks,
      ...inferredKind(assumed, lang),
      { type: 'buttons', buttons: receiptButtons(written.logged, turn) },
    ],
  };
}

/** The kind has no line of its own on a receipt; that it was inferred is said below. */
function inferredKind(assumed: readonly ReadonlySet<string>[], lang: Lang): Block[] {
  if (!assumed.some((names) => names.has('kind'))) return [];
  return [
    {
      type: 'note',
      text:
        lang === 'zh'
          ? '记成哪一类是推断的，不对请撤销后换个说法。'
          : 'The kind was inferred; if it is wrong, undo and say it in other words.',
    },
  ];
}

function oneRecord(entry: Entry, turn: Turn, assumed: ReadonlySet<string>): Block[] {
  return [
    { type: 'text', record: { no: entry.no, as: 'head' }, text: headOf(entry, turn.lang) },
    {
      type: 'fields',
      record: { no: entry.no, as: 'fields' },
      items: detailsOf(entry, turn.lang, turn.today).map(({ name, label, value }) => ({
        label,
        value,
        ...(assumed.has(name) ? { assumed: true } : {}),
      })),
    },
  ];
}

function manyRecords(
  entries: readonly Entry[],
  context: { lang: Lang; today: Day; assumed: readonly ReadonlySet<string>[] },
): Block[] {
  return entries.map((entry, index) => ({
    type: 'text',
    record: { no: entry.no, as: 'lines' },
    text: `${headOf(entry, context.lang)}\n${shortDetails(entry, { lang: context.lang, today: context.today, assumed: context.assumed[index] ?? new Set() })}`,
  }));
}

function receiptButtons(entries: readonly Entry[], turn: Turn): Button[] {
  const zh = turn.lang === 'zh';
  const undo: Button = {
    label: zh ? (entries.length > 1 ? '全部撤销' : '撤销') : entries.length > 1 ? 'Undo all' : 'Undo',
    intent: { do: 'undo', source: turn.source },
  };
  const [single] = entries;
  if (single && entries.length === 1) {
    return [
      { label: zh ? '改' : 'Edit', intent: { do: 'edit', no: single.no } },
      undo,
      { label: zh ? '明细' : 'Details', intent: { do: 'show', no: single.no } },
    ];
  }
  return [
    ...entries
      .slice(0, 8)
      .map((entry): Button => ({ label: `${zh ? '改' : 'Edit'} ${entry.no}`, intent: { do: 'edit', no: entry.no } })),
    undo,
  ];
}

/**
 * The receipt of changes on records of the ledger.
 * @param before the records as they stood: what replaces a value is shown beside it
 */
export function changeReceipt(written: Written, turn: Turn, title: string, before: readonly Entry[] = []): Reply {
  const { lang, today } = turn;
  const zh = lang === 'zh';
  const blocks = written.moved.map(({ entry, move, set }): Block => {
    const kind = kindOf(entry.kind);
    const old = before.find(({ no }) => no === entry.no);
    const adds = move === 'amend' && old !== undefined && isAddition(old, set);
    const label = adds ? (zh ? '补充' : 'added') : (kind?.life.moves[move]?.label[lang] ?? move);
    const changes = Object.entries(set)
      .map(([name, value]) => changeText(entry, old, { name, value, lang, today }))
      .filter(Boolean)
      .join(zh ? '，' : ', ');
    return {
      type: 'text',
      record: { no: entry.no, as: 'lines' },
      text: `${headOf(entry, lang)}\n${label}${changes ? `${zh ? '：' : ': '}${changes}` : ''}\n${shortDetails(entry, { lang, today })}`,
    };
  });
  const [first] = written.moved;
  const buttons: Button[] = [{ label: zh ? '撤销' : 'Undo', intent: { do: 'undo', source: turn.source } }];
  if (first && written.moved.length === 1)
    buttons.push({ label: zh ? '明细' : 'Details', intent: { do: 'show', no: first.entry.no } });
  return { lang, tone: 'good', title, blocks: [...blocks, { type: 'buttons', buttons }] };
}

/** Whether nothing is replaced: every value is told for the first time. */
export function isAddition(old: Entry, set: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(set).every((name) => name === 'precision' || heldIn(old, name) === undefined);
}

function heldIn(entry: Entry, name: string): unknown {
  const held = entry.fields[name] ?? (entry as unknown as Record<string, unknown>)[name];
  const isUnit = kindOf(entry.kind)?.fields[name]?.isUnit === true;
  return (isUnit ? (held ?? entry.unit) : held) || undefined;
}

/** 数量 14件 → 11件; only the new value where there was none. */
function changeText(
  entry: Entry,
  old: Entry | undefined,
  change: { name: string; value: Value | null; lang: Lang; today: Day },
): string {
  const { name, lang, today } = change;
  const shown = kindOf(entry.kind)?.fields[name]?.isUnit ? 'unit' : name;
  const of = (one: Entry | undefined) => one && detailsOf(one, lang, today).find((detail) => detail.name === shown);
  const now = of(entry);
  if (!now || name === 'precision' || change.value === null) return setText(entry, change);
  const then = of(old)?.value;
  return `${now.label} ${then && then !== now.value ? `${then} → ` : ''}${now.value}`;
}

/** One changed value in words: 数量 20. */
export function setText(entry: Entry, change: { name: string; value: Value | null; lang: Lang }): string {
  const { name, value, lang } = change;
  const kind = kindOf(entry.kind);
  const columnLabels: Record<string, { zh: string; en: string }> = {
    on: { zh: '日期', en: 'day' },
    until: { zh: '截至', en: 'until' },
    title: { zh: '标题', en: 'title' },
    quantity: { zh: '数量', en: 'quantity' },
    unit: { zh: '单位', en: 'unit' },
    due: { zh: '期限', en: 'due' },
    note: { zh: '备注', en: 'note' },
    section: { zh: '科室', en: 'section' },
    status: { zh: '状态', en: 'state' },
    basis: { zh: '口径', en: 'basis' },
  };
  if (name === 'precision') return '';
  const field = kind?.fields[name];
  const label = columnLabels[name]?.[lang] ?? field?.label[lang] ?? name;
  if (value === null) return `${label} ${lang === 'zh' ? '清空' : 'cleared'}`;
  return `${label} ${plain(valueLabel(field, value, lang))}`;
}
