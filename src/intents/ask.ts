/** Ask: a question answered with its figure, what it means, which days it covers, and the records behind it. */
import { kindOf } from '../kinds/all.ts';
import type { Block, Button, Lang, Reply } from '../reply.ts';
import type { Figure, GroupRow } from '../store/measures.ts';
import { figure, isRefused } from '../store/measures.ts';
import { type Asked, otherPeriod, workOut } from './ask-figures.ts';
import { otherReadings } from './ask-readings.ts';
import { AskIntent } from './ask-shape.ts';
import { askTrouble, refusedReply, unknownReply } from './ask-trouble.ts';
import { amountText, conditionsText, datesText, percentText, shortPeriod } from './ask-words.ts';
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

function answerOf(intent: AskIntent, asked: Asked, turn: Turn): Answer {
  const [first] = asked.figures;
  const lang = turn.lang;
  const several = asked.figures.length > 1;
  return {
    measure: intent.figures.map((part) => `${part.kind}.${part.measure}`).join('/'),
    value: asked.value === null ? null : Math.round(asked.value * 1e4) / 1e4,
    precision: asked.precision,
    unit: asked.unit.zh,
    numerator: asked.how === 'divided' ? first!.value : asked.rows || several ? null : first!.numerator,
    denominator: asked.how === 'divided' ? asked.figures[1]!.value : asked.rows || several ? null : first!.denominator,
    period: intent.period,
    rows:
      asked.rows?.map((row) => ({ key: row.key, label: row.label[lang], value: Math.round(row.value * 1e4) / 1e4 })) ??
      null,
    numbers: [...new Set(asked.figures.flatMap((one) => one.numbers))],
    definition: [...new Set(asked.figures.map((one) => one.definition[lang]))].join(lang === 'zh' ? ';' : '; '),
  };
}

function replyOf(intent: AskIntent, asked: Asked, turn: Turn): Reply {
  const { lang } = turn;
  const readings = otherReadings(turn.db, intent, { asked, today: turn.today });
  const zh = lang === 'zh';
  const readingLines = readings.map((reading) => {
    const text = amountText(reading.value, { unit: reading.unit, precision: 'exact', lang });
    const parts = reading.denominator === null ? '' : ` (${reading.numerator}/${reading.denominator})`;
    return `${reading.label[lang]}${zh ? ':' : ': '}${text}${parts}`;
  });
  const notes = [...new Set(asked.figures.flatMap((one) => one.notes.map((note) => note[lang])))];
  const lines = [
    ...notes,
    ...(readingLines.length > 0
      ? [`${zh ? '另一种算法:' : 'Other readings: '}${readingLines.join(zh ? ';' : '; ')}`]
      : []),
  ];
  const blocks: Block[] = [
    { type: 'text', text: headLine(intent, asked, turn) },
    ...rowBlocks(intent, asked, lang),
    ...(lines.length > 0 ? [{ type: 'text' as const, text: lines.join('\n') }] : []),
    { type: 'note', text: definitionLine(intent, asked, turn) },
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

/** What is counted: 政协提案办结数, with its conditions. */
function subject(intent: AskIntent, asked: Asked, how: { index: number; lang: Lang }): string {
  const part = intent.figures[how.index]!;
  const kind = kindOf(part.kind);
  const title = kind?.measures[part.measure]?.title[how.lang] ?? part.measure;
  const conditions = conditionsText(part.kind, asked.filters[how.index] ?? [], how.lang);
  const zh = how.lang === 'zh';
  const owner = kind && !title.includes(kind.title[how.lang].slice(-2)) ? kind.title[how.lang] : '';
  const named = zh ? `${owner}${title}` : [owner, title].filter(Boolean).join(': ');
  if (!conditions) return named;
  return zh ? `${named}(${conditions})` : `${named} (${conditions})`;
}

function headLine(intent: AskIntent, asked: Asked, turn: Turn): string {
  const { lang, today } = turn;
  const zh = lang === 'zh';
  const first = asked.figures[0]!;
  const when = shortPeriod(intent.period, today, lang);
  const what = subject(intent, asked, { index: 0, lang });
  const strong = (value: number, figureOf: Figure = first) =>
    `**${amountText(value, { unit: figureOf.unit, precision: figureOf.precision, lang })}**`;
  const start = zh ? `${when}${what}` : [what, when].filter(Boolean).join(', ');
  if (asked.how === 'compared') return comparedLine(intent, asked, turn);
  if (asked.how === 'several') {
    return asked.figures
      .map((one, index) => `${subject(intent, asked, { index, lang })} ${strong(one.value ?? 0, one)}`)
      .join(zh ? ',' : '; ');
  }
  if (asked.how === 'divided') {
    const [over, under] = asked.figures as [Figure, Figure];
    const other = subject(intent, asked, { index: 1, lang });
    const each = `**${amountText(asked.value!, { unit: over.unit, precision: asked.precision, lang })}**`;
    const parts = `${amountText(over.value ?? 0, { ...over, lang })} / ${amountText(under.value ?? 0, { ...under, lang })}`;
    return zh ? `${start}比${other},平均 ${each}(${parts})` : `${start} over ${other}: ${each} on average (${parts})`;
  }
  if (asked.how === 'averaged') {
    const each = `**${amountText(asked.value!, { unit: first.unit, precision: first.precision, lang })}**`;
    const names = { week: ['周', 'week'], month: ['月', 'month'], quarter: ['季度', 'quarter'], year: ['年', 'year'] }[
      intent.per ?? 'month'
    ];
    return zh
      ? `${start}平均每${names[0]} ${each}(${amountText(first.numerator ?? 0, { ...first, lang })} / ${first.denominator}个${names[0]})`
      : `${start}: ${each} per ${names[1]} on average (${first.numerator} / ${first.denominator})`;
  }
  if (asked.rows) {
    const total =
      first.unit.zh === '%' || first.value === null
        ? ''
        : `${zh ? ',共 ' : ', '}${strong(first.value)}${zh ? '' : ' in all'}`;
    return `${start}${total}`;
  }
  const days =
    first.median === undefined
      ? ''
      : zh
        ? `(中位数 ${first.median} 天,${first.denominator} 件)`
        : ` (median ${first.median} days, ${first.denominator} records)`;
  const parts =
    first.numerator === null || first.denominator === null ? '' : ` (${first.numerator}/${first.denominator})`;
  return `${start}${zh ? ' ' : ': '}${strong(first.value ?? 0)}${parts}${days}${alongText(intent, asked, turn)}`;
}

/** The rate always told along (回收率 with 满意率). */
function alongText(intent: AskIntent, asked: Asked, turn: Turn): string {
  const part = intent.figures[0]!;
  const kind = kindOf(part.kind);
  const measure = kind?.measures[part.measure];
  if (!kind || measure?.type !== 'rate' || !measure.along) return '';
  const along = figure(turn.db, {
    kind: kind.id,
    measure: measure.along,
    filters: asked.filters[0] ?? [],
    period: intent.period,
    asOf: intent.asOf ?? turn.today,
  });
  if (isRefused(along) || along.value === null) return '';
  const title = kind.measures[measure.along]?.title[turn.lang] ?? '';
  const share = `${percentText(along.value)}% (${along.numerator}/${along.denominator})`;
  return turn.lang === 'zh' ? `;${title} ${share}` : `; ${title} ${share}`;
}

function comparedLine(intent: AskIntent, asked: Asked, turn: Turn): string {
  const { lang, today } = turn;
  const zh = lang === 'zh';
  const [now, earlier] = asked.figures as [Figure, Figure];
  const other = otherPeriod(intent)!;
  const what = subject(intent, asked, { index: 0, lang });
  const value = asked.value ?? 0;
  const rate = now.unit.zh === '%';
  const size = Math.abs(value);
  const difference = rate
    ? `${size.toFixed(1)}${zh ? '个百分点' : ' percentage points'}`
    : amountText(size, { unit: now.unit, precision: 'exact', lang });
  const share = !rate && earlier.value ? `${percentText((100 * size) / earlier.value)}%` : '';
  const told = (one: Figure) => amountText(one.value ?? 0, { unit: one.unit, precision: 'exact', lang });
  const parts = (one: Figure) =>
    one.numerator === null || one.denominator === null ? '' : ` (${one.numerator}/${one.denominator})`;
  const name = (period: typeof other) =>
    period === other &&
    other.from.slice(5) === (intent.period?.from ?? '').slice(5) &&
    intent.compare === 'same-last-year'
      ? zh
        ? '去年同期'
        : 'the same period last year'
      : shortPeriod(period, today, lang);
  const direction =
    value === 0
      ? zh
        ? '持平'
        : 'no change'
      : zh
        ? `${value > 0 ? '增加' : '减少'} **${difference}**${share ? `(${share})` : ''}`
        : `${value > 0 ? 'up' : 'down'} **${difference}**${share ? ` (${share})` : ''}`;
  const now1 = `${shortPeriod(intent.period, today, lang)}${zh ? '' : ': '}`;
  return zh
    ? `${now1}${what} **${told(now)}**${parts(now)},${name(other)} ${told(earlier)}${parts(earlier)},${direction}`
    : `${what}, ${now1}**${told(now)}**${parts(now)}, ${name(other)}: ${told(earlier)}${parts(earlier)}, ${direction}`;
}

function rowBlocks(intent: AskIntent, asked: Asked, lang: Lang): Block[] {
  if (!asked.rows || asked.how !== 'one') return [];
  const zh = lang === 'zh';
  const unit = asked.unit;
  const shown = asked.rows.slice(0, mostRows);
  const value = (row: GroupRow) => amountText(row.value, { unit, precision: row.precision, lang });
  const columns = [
    { key: 'label', label: zh ? '分项' : 'part' },
    { key: 'value', label: asked.figures[0]!.unit.zh === '%' ? '%' : unit[lang], numeric: true },
  ];
  const step = ['week', 'month', 'quarter', 'year'].includes(intent.group ?? '');
  const points = shown.slice(0, mostPoints).map((row) => ({ x: row.label[lang], y: Math.round(row.value * 10) / 10 }));
  return [
    { type: 'table', columns, rows: shown.map((row) => ({ label: row.label[lang], value: value(row) })) },
    ...(points.length > 1
      ? [{ type: 'chart' as const, shape: step ? ('line' as const) : ('bar' as const), points }]
      : []),
    ...(asked.rows.length > shown.length
      ? [
          {
            type: 'note' as const,
            text: zh ? `还有 ${asked.rows.length - shown.length} 行` : `${asked.rows.length - shown.length} more rows`,
          },
        ]
      : []),
  ];
}

function definitionLine(intent: AskIntent, asked: Asked, turn: Turn): string {
  const { lang } = turn;
  const zh = lang === 'zh';
  const definition = [...new Set(asked.figures.map((one) => one.definition[lang]))].join(zh ? ';' : '; ');
  const dates = intent.period ? datesText(intent.period, lang) : zh ? '不限期间' : 'any time';
  const assumed = intent.assumed ? (zh ? '(没说期间,按今年至今)' : ' (no period was said: this year to date)') : '';
  const asOf = intent.asOf ?? turn.today;
  return zh
    ? `口径:${definition}。期间:${dates}${assumed};截至 ${asOf}`
    : `Definition: ${definition}. Period: ${dates}${assumed}; as of ${asOf}`;
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
