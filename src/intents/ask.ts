/** Ask: a question answered with its figure, what it means, which days it covers, and the records behind it. */
import { kindOf } from '../kinds/all.ts';
import type { Block, Button, Lang, Reply } from '../reply.ts';
import type { GroupRow } from '../store/measures.ts';
import { addDays, dayLabel } from '../time/day.ts';
import { type Asked, workOut } from './ask-figures.ts';
import { askLedger, wholeLedgerKind } from './ask-ledger.ts';
import { headLine } from './ask-lines.ts';
import { otherReadings } from './ask-readings.ts';
import { AskIntent } from './ask-shape.ts';
import { askTrouble, refusedReply, unknownReply } from './ask-trouble.ts';
import { amountText, datesText, partsText } from './ask-words.ts';
import type { Answer, IntentKind, Outcome, Turn } from './intent.ts';

export { AskIntent } from './ask-shape.ts';

const mostRows = 40;
const mostPoints = 12;

export const ask: IntentKind<AskIntent> = {
  do: 'ask',
  title: { zh: '问数', en: 'Ask for a figure' },
  examples: [
    { zh: '今年督查几次', en: 'How many inspections this year?' },
    { zh: '今年提案办结率多少', en: 'closing rate of proposals this year' },
    { zh: '上半年各镇街督查几次', en: 'inspections by town in the first half of the year' },
  ],
  shape: AskIntent,
  act(intent, turn): Outcome {
    if (intent.trouble) return askTrouble(intent, turn);
    if (intent.figures[0]!.kind === wholeLedgerKind) return askLedger(intent, turn);
    const asked = workOut(turn.db, intent, turn.today);
    if ('unknown' in asked) return unknownReply(asked, turn);
    if ('refused' in asked) return { ...refusedReply(asked, intent, turn), remember: { question: intent } };
    return {
      reply: replyOf(intent, asked, turn),
      answer: answerOf(intent, asked, turn),
      remember: { question: intent },
    };
  },
};

/** Whether it is one figure over another. */
function divides(asked: Asked): boolean {
  return asked.how === 'divided' || asked.how === 'share';
}

function answerOf(intent: AskIntent, asked: Asked, turn: Turn): Answer {
  const [first] = asked.figures;
  const lang = turn.lang;
  const several = asked.figures.length > 1;
  return {
    measure: intent.figures.map((part) => `${part.kind}.${part.measure}`).join('/'),
    value: asked.value === null ? null : Math.round(asked.value * 1e4) / 1e4,
    precision: asked.precision,
    unit: asked.unit.zh,
    numerator: divides(asked) ? first!.value : asked.rows || several ? null : first!.numerator,
    denominator: divides(asked) ? asked.figures[1]!.value : asked.rows || several ? null : first!.denominator,
    period: intent.period,
    rows:
      asked.rows?.map((row) => ({ key: row.key, label: row.label[lang], value: Math.round(row.value * 1e4) / 1e4 })) ??
      null,
    numbers: [...new Set(asked.figures.flatMap((one) => one.numbers))],
    definition: [...new Set(asked.figures.map((one) => one.definition[lang]))].join(lang === 'zh' ? '；' : '; '),
  };
}

function replyOf(intent: AskIntent, asked: Asked, turn: Turn): Reply {
  const { lang } = turn;
  const readings = otherReadings(turn.db, intent, { asked, today: turn.today });
  const zh = lang === 'zh';
  const readingLines = readings.map((reading) => {
    const text = amountText(reading.value, { unit: reading.unit, precision: 'exact', lang });
    const parts = partsText(reading, lang);
    return zh ? `${reading.label.zh} ${text}${parts}` : `${reading.label.en}: ${text}${parts}`;
  });
  const notes = [...new Set(asked.figures.flatMap((one) => one.notes.map((note) => note[lang])))];
  const lines = [
    ...notes,
    ...(readingLines.length > 0
      ? [`${zh ? '另一种算法：' : 'Other readings: '}${readingLines.join(zh ? '；' : '; ')}`]
      : []),
  ];
  const blocks: Block[] = [
    { type: 'text', text: headLine(intent, asked, turn) },
    ...rowBlocks(intent, asked, lang),
    ...(lines.length > 0 ? [{ type: 'text' as const, text: lines.join('\n') }] : []),
    { type: 'note', text: definitionLine(intent, asked, turn) },
    ...(intent.explain ? [{ type: 'text' as const, text: behindLine(asked, lang) }] : []),
    {
      type: 'buttons',
      buttons: [
        ...detailButtons(intent, asked, lang),
        ...readings.map((reading): Button => ({ label: reading.label[lang], intent: reading.intent })),
      ].slice(0, 5),
    },
  ];
  return {
    lang,
    tone: 'plain',
    blocks: blocks.filter((block) => block.type !== 'buttons' || block.buttons.length > 0),
  };
}

function rowBlocks(intent: AskIntent, asked: Asked, lang: Lang): Block[] {
  if (!asked.rows || asked.how !== 'one') return [];
  // The one that was asked for is told in the sentence.
  if (intent.top?.count === 1 && asked.rows.length < 6) return [];
  const zh = lang === 'zh';
  const unit = asked.unit;
  const step = ['week', 'month', 'quarter', 'year'].includes(intent.group ?? '');
  const shown = (step && !intent.top ? begun(asked.rows) : filled(asked.rows, step)).slice(0, mostRows);
  const value = (row: GroupRow) => amountText(row.value, { unit, precision: row.precision, lang });
  const columns = [
    { key: 'label', label: zh ? '分项' : 'part' },
    { key: 'value', label: asked.figures[0]!.unit.zh === '%' ? '%' : unit[lang], numeric: true },
  ];
  const points = shown.slice(0, mostPoints).map((row) => ({ x: row.label[lang], y: Math.round(row.value * 10) / 10 }));
  return [
    { type: 'table', columns, rows: shown.map((row) => ({ label: row.label[lang], value: value(row) })) },
    ...(points.length > 1
      ? [{ type: 'chart' as const, shape: step ? ('line' as const) : ('bar' as const), points }]
      : []),
    ...(asked.rows.length > mostRows
      ? [
          {
            type: 'note' as const,
            text: zh ? `还有 ${asked.rows.length - shown.length} 行` : `${asked.rows.length - shown.length} more rows`,
          },
        ]
      : []),
  ];
}

/** Before the first entry there is nothing to show. */
function begun(rows: readonly GroupRow[]): readonly GroupRow[] {
  const first = rows.findIndex((row) => row.value !== 0);
  return first > 0 ? rows.slice(first) : rows;
}

/** Who has none of it is left out, unless nobody has any. */
function filled(rows: readonly GroupRow[], step: boolean): readonly GroupRow[] {
  const some = rows.filter((row) => row.value !== 0);
  return step || some.length === 0 || rows.length < 6 ? rows : some;
}

function definitionLine(intent: AskIntent, asked: Asked, turn: Turn): string {
  const { lang } = turn;
  const zh = lang === 'zh';
  const definition = [...new Set(asked.figures.map((one) => one.definition[lang]))].join(zh ? '；' : '; ');
  const dates = intent.period ? datesText(intent.period, lang) : '';
  const assumed = intent.assumed ? (zh ? '（没说期间，按今年至今）' : ' (no period was said: this year to date)') : '';
  const asOf = intent.asOf ?? turn.today;
  // A period that ends on the day itself says already how far the figure goes.
  const until = intent.period?.to === addDays(asOf, 1) ? '' : dayLabel(asOf, lang);
  if (zh) {
    const period = dates ? `期间：${dates}${assumed}` : '';
    return `口径：${definition}。${[period, until && `截至${until}`].filter(Boolean).join('；')}`;
  }
  const period = dates ? `Period: ${dates}${assumed}` : '';
  return `Definition: ${definition}. ${[period, until && `${dates ? 'as' : 'As'} of ${until}`].filter(Boolean).join('; ')}`;
}

const mostNumbers = 12;

/** 这个数怎么来的: upper and lower part, and the records it stands on. */
function behindLine(asked: Asked, lang: Lang): string {
  const zh = lang === 'zh';
  const numbers = [...new Set(asked.figures.flatMap((one) => one.numbers))];
  const shown = numbers.slice(0, mostNumbers).join(zh ? '、' : ', ');
  const [first] = asked.figures;
  const parts =
    first && first.numerator !== null && first.denominator !== null
      ? zh
        ? `分子 ${first.numerator}，分母 ${first.denominator}。`
        : `Numerator ${first.numerator}, denominator ${first.denominator}. `
      : '';
  const more = numbers.length > mostNumbers ? (zh ? ' 等' : ' and more') : '';
  return zh
    ? `依据：${parts}由 ${numbers.length} 条记录得出${shown ? `：${shown}${more}` : ''}。点“明细”逐条核对。`
    : `Behind it: ${parts}${numbers.length} records${shown ? `: ${shown}${more}` : ''}. Press Records to check each of them.`;
}

function detailButtons(intent: AskIntent, asked: Asked, lang: Lang): Button[] {
  const part = intent.figures[0]!;
  if (asked.figures[0]!.numbers.length === 0) return [];
  const details = {
    do: 'find',
    kind: part.kind,
    measure: part.measure,
    filters: part.filters,
    period: intent.period,
    ...(intent.text ? { text: intent.text } : {}),
    ...(intent.asOf ? { asOf: intent.asOf } : {}),
  };
  const buttons: Button[] = [{ label: lang === 'zh' ? '明细' : 'Records', intent: details }];
  const type = kindOf(part.kind)?.measures[part.measure]?.type;
  if (asked.how === 'one' && !asked.rows && intent.period && type !== 'latest' && type !== 'duration') {
    buttons.push({ label: lang === 'zh' ? '同比' : 'Year on year', intent: { ...intent, compare: 'same-last-year' } });
    buttons.push({ label: lang === 'zh' ? '按月' : 'By month', intent: { ...intent, group: 'month' } });
  }
  return buttons;
}
