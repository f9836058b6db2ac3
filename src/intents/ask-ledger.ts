/** Questions about all records together (今年最忙的是哪个月, 去年一共登记多少条): counted by the day they happened, whatever their kind. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Block } from '../reply.ts';
import { selectEntries } from '../store/entries.ts';
import { type GroupRow, groupPieces, isStep } from '../store/measure-group.ts';
import { isCounted, type Piece } from '../store/measure-pieces.ts';
import { topRows } from './ask-figures.ts';
import type { AskIntent } from './ask-shape.ts';
import { datesText, shortPeriod } from './ask-words.ts';
import type { Outcome, Turn } from './intent.ts';

/** Stands for every kind at once. */
export const wholeLedgerKind = 'ledger';

const unit = { zh: '条', en: 'records' };
const definition = {
  zh: '台账里各类记录按条计，一条记录不论数量都算一条，按发生的日期归月；计划、取消、撤销的不计',
  en: 'records of every kind, each counted once whatever its quantity, by the day it happened; planned, cancelled and undone ones do not count',
};

export function askLedger(intent: AskIntent, turn: Turn): Outcome {
  const { db, lang, today } = turn;
  const zh = lang === 'zh';
  const { period } = intent;
  const entries = selectEntries(db, {
    ...(period && { from: period.from, to: period.to }),
    asOf: intent.asOf ?? today,
  }).filter((entry) => {
    const kind = kindOf(entry.kind);
    return kind !== undefined && isCounted(kind, entry);
  });
  if (entries.length === 0) {
    const dates = period ? datesText(period, lang) : '';
    const text = zh ? `${dates}没有登记过任何记录。` : `Nothing at all is recorded${dates ? ` for ${dates}` : ''}.`;
    return { refused: 'no-data', reply: { lang, tone: 'warn', blocks: [{ type: 'text', text }] } };
  }
  const rows = intent.group ? topRows(rowsBy(intent, entries, turn), intent) : null;
  const when = shortPeriod(period, today, lang);
  const total = `**${entries.length} ${unit[lang]}**`;
  const [first] = rows ?? [];
  const most = intent.top?.count === 1 && first;
  const names = most ? rows!.map((row) => row.label[lang]).join(zh ? '、' : ', ') : '';
  const head = most
    ? zh
      ? `${when}记录${intent.top?.least ? '最少' : '最多'}的是${names}，**${first.value} 条**（共 ${entries.length} 条）`
      : `${intent.top?.least ? 'Fewest' : 'Most'} records ${when}: ${names}, **${first.value}** (of ${entries.length})`
    : zh
      ? `${when}台账共登记 ${total}`
      : `Records ${when || 'in all'}: ${total}`;
  const blocks: Block[] = [
    { type: 'text', text: head },
    ...(rows && !most
      ? [
          {
            type: 'table' as const,
            columns: [
              { key: 'label', label: zh ? '分项' : 'part' },
              { key: 'value', label: unit[lang], numeric: true },
            ],
            rows: rows.map((row) => ({ label: row.label[lang], value: String(row.value) })),
          },
        ]
      : []),
    {
      type: 'note',
      text: zh
        ? `口径：${definition.zh}。${period ? `期间：${datesText(period, lang)}` : ''}`
        : `Definition: ${definition.en}.${period ? ` Period: ${datesText(period, lang)}` : ''}`,
    },
  ];
  return {
    reply: { lang, tone: 'plain', blocks },
    answer: {
      measure: `${wholeLedgerKind}.records`,
      value: rows ? null : entries.length,
      precision: 'exact',
      unit: unit.zh,
      numerator: null,
      denominator: null,
      period,
      rows: rows?.map((row) => ({ key: row.key, label: row.label[lang], value: row.value })) ?? null,
      numbers: entries.map((entry) => entry.no),
      definition: definition[lang],
    },
    remember: { question: intent },
  };
}

function rowsBy(intent: AskIntent, entries: readonly Entry[], { today }: Turn): GroupRow[] {
  const by = intent.group ?? 'kind';
  const row = (key: string, label: GroupRow['label'], own: readonly Entry[]): GroupRow => ({
    key,
    label,
    value: own.length,
    precision: 'exact',
    numbers: own.map((entry) => entry.no),
  });
  if (!isStep(by)) {
    const byKind = new Map<string, Entry[]>();
    for (const entry of entries) byKind.set(entry.kind, [...(byKind.get(entry.kind) ?? []), entry]);
    return [...byKind]
      .map(([kind, own]) => row(kind, kindOf(kind)?.title ?? { zh: kind, en: kind }, own))
      .sort((a, b) => b.value - a.value);
  }
  // One record, one piece, whatever it counts.
  const pieces = entries.map((entry): Piece => {
    const one = { ...entry, quantity: 1 };
    return { entry: one, day: entry.on, quantity: 1, precision: 'exact' };
  });
  const asOf = intent.asOf ?? today;
  const { parts } = groupPieces(kindOf(entries[0]!.kind)!, pieces, { by, period: intent.period, asOf });
  return parts.map((part) =>
    row(
      part.key,
      part.label,
      part.pieces.map((piece) => piece.entry),
    ),
  );
}
