/** The first line of an answer: what was counted, when, and the figure in strong. */
import { kindOf } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Lang } from '../reply.ts';
import { type Figure, type Filter, figure, isRefused } from '../store/measures.ts';
import { dayLabel } from '../time/day.ts';
import { type Asked, otherPeriod } from './ask-figures.ts';
import type { AskIntent } from './ask-shape.ts';
import { amountText, conditionsText, inBrackets, partsText, percentText, shortPeriod } from './ask-words.ts';
import type { Turn } from './intent.ts';

/** What is counted: 政协提案办结数, with its conditions. */
function subject(intent: AskIntent, asked: Asked, how: { index: number; lang: Lang }): string {
  const part = intent.figures[how.index]!;
  const kind = kindOf(part.kind);
  const title = kind?.measures[part.measure]?.title[how.lang] ?? part.measure;
  const { owner: called, filters } = calledBy(kind, asked.filters[how.index] ?? [], how.lang);
  const conditions = conditionsText(part.kind, filters, how.lang);
  const zh = how.lang === 'zh';
  // A stock goes by the name of what there is: 联网单位现有.
  if (kind?.measures[part.measure]?.type === 'latest' && conditions)
    return zh ? `${conditions}${title.replace(/数$/, '')}` : `${conditions} (${title})`;
  const whole = kind && !speaksOf(title, kind.title[how.lang]) ? kind.title[how.lang] : '';
  const owner = called ?? whole;
  const named = zh ? `${owner}${title}` : [owner, title].filter(Boolean).join(': ');
  if (!conditions) return named;
  return zh ? `${named}（${conditions}）` : `${named} (${conditions})`;
}

/** 政协提案办结数: a value that names a sort of the kind stands for the kind. */
function calledBy(
  kind: RecordKind | undefined,
  filters: readonly Filter[],
  lang: Lang,
): { owner?: string; filters: readonly Filter[] } {
  for (const filter of kind ? filters : []) {
    const choice = kind!.fields[filter.field]?.choices?.[filter.values[0] ?? ''];
    if (!choice || filter.not || filter.values.length > 1 || !sharesWord(choice.label.zh, kind!.title.zh)) continue;
    if (lang === 'en' && !speaksOf(choice.label.en, kind!.title.en)) continue;
    const owner = lang === 'zh' ? choice.label.zh : `${choice.label.en}s`;
    return { owner, filters: filters.filter((other) => other !== filter) };
  }
  return { filters };
}

function sharesWord(label: string, kind: string): boolean {
  return [...kind].some((_, at) => at + 2 <= kind.length && label.includes(kind.slice(at, at + 2)));
}

/** 请示答复用时 says already that it is of 请示呈批, 会议场次 of 会务. */
function speaksOf(title: string, kind: string): boolean {
  if (/[a-z]/i.test(kind)) return title.includes(kind.slice(-2));
  return title[0] === kind[0] || sharesWord(title, kind);
}

export function headLine(intent: AskIntent, asked: Asked, turn: Turn): string {
  const { lang, today } = turn;
  const zh = lang === 'zh';
  const first = asked.figures[0]!;
  const stood = intent.asOf && !intent.period ? dayLabel(intent.asOf, lang) : '';
  const when = stood ? (lang === 'zh' ? `截至${stood}，` : `as of ${stood}`) : shortPeriod(intent.period, today, lang);
  const what = subject(intent, asked, { index: 0, lang });
  const strong = (value: number, figureOf: Figure = first) =>
    `**${amountText(value, { unit: figureOf.unit, precision: figureOf.precision, lang })}**`;
  const start = zh ? `${when}${what}` : [what, when].filter(Boolean).join(', ');
  if (asked.how === 'compared') return comparedLine(intent, asked, turn);
  if (asked.how === 'beside') {
    const other = asked.figures[1]!;
    const near = amountText(other.value ?? 0, { unit: other.unit, precision: other.precision, lang });
    const beside = shortPeriod(intent.beside ?? null, today, lang);
    return zh
      ? `${start}${beforeFigure(start, lang)}${strong(first.value ?? 0)}，${beside} ${near}`
      : `${start}: ${strong(first.value ?? 0)}; ${beside}: ${near}`;
  }
  if (asked.how === 'part') {
    const amount = `**${amountText(asked.value ?? 0, { unit: asked.unit, precision: 'exact', lang })}**`;
    const rate = `${percentText(first.value ?? 0)}%${partsText(first, lang)}`;
    return zh
      ? `${start.replace(/率$/, '')}${beforeFigure(start, lang)}${amount}，率 ${rate}`
      : `${start}: ${amount}, a rate of ${rate}`;
  }
  if (asked.how === 'several') {
    const told = asked.figures
      .map((one, index) => {
        const named = subject(intent, asked, { index, lang });
        return `${named}${zh ? beforeFigure(named, lang) : ' '}${strong(one.value ?? 0, one)}${partsText(one, lang)}`;
      })
      .join(zh ? '，' : '; ');
    return zh ? `${when}${told}` : [told, when].filter(Boolean).join(', ');
  }
  if (asked.how === 'divided') {
    const [over, under] = asked.figures as [Figure, Figure];
    const other = subject(intent, asked, { index: 1, lang });
    const each = `**${amountText(asked.value!, { unit: over.unit, precision: asked.precision, lang })}**`;
    const parts = `${amountText(over.value ?? 0, { ...over, lang })} ÷ ${amountText(under.value ?? 0, { ...under, lang })}`;
    const unit = under.unit.zh === '家' ? `${under.unit.zh}${other.replace(/现有$/, '')}` : under.unit.zh;
    return zh
      ? `${start.replace(/现有$/, '')}，平均每${unit} ${each}（${parts}）`
      : `${start} over ${other}: ${each} on average (${parts})`;
  }
  if (asked.how === 'share') {
    const [over, under] = asked.figures as [Figure, Figure];
    const other = subject(intent, asked, { index: 1, lang });
    const share = `**${percentText(asked.value ?? 0)}%**${inBrackets(`${over.value}/${under.value}`, lang)}`;
    return zh ? `${start}占${other}的 ${share}` : `${start}, as a share of ${other}: ${share}`;
  }
  if (asked.how === 'averaged') {
    const each = `**${amountText(asked.value!, { unit: first.unit, precision: first.precision, lang })}**`;
    const names = { week: ['周', 'week'], month: ['月', 'month'], quarter: ['季度', 'quarter'], year: ['年', 'year'] }[
      intent.per ?? 'month'
    ];
    return zh
      ? `${start}平均每${names[0]} ${each}（${amountText(first.numerator ?? 0, { ...first, lang })} ÷ ${first.denominator} ${/[月季]/.test(names[0]!) ? '个' : ''}${names[0]}）`
      : `${start}: ${each} per ${names[1]} on average (${first.numerator} / ${first.denominator})`;
  }
  if (asked.rows && intent.group === 'no') {
    const told = asked.rows
      .map((row) => `${row.label[lang]}${inBrackets(row.key, lang)}${zh ? '' : ' '}${strong(row.value)}`)
      .join(zh ? '，' : '; ');
    const end = intent.top?.least ? (zh ? '最少' : 'least') : zh ? '最多' : 'most';
    return zh ? `${start}${end}的：${told}` : `${start}, ${end}: ${told}`;
  }
  if (asked.rows && intent.top?.count === 1 && asked.rows.length > 0 && asked.rows.length < 6) {
    const names = asked.rows.map((row) => row.label[lang]).join(zh ? '、' : ', ');
    const value = strong(asked.rows[0]!.value);
    const whole =
      first.unit.zh === '%' || first.value === null || first.median !== undefined
        ? ''
        : inBrackets(`${zh ? '共 ' : 'of '}${amountText(first.value, { ...first, lang })}`, lang);
    const each = asked.rows.length > 1 ? (zh ? '各 ' : 'each ') : '';
    return zh
      ? `${start}最${superlative(first, intent.top.least)}的是${names}，${each}${value}${whole}`
      : `${start}: ${intent.top.least ? 'lowest' : 'highest'} ${names}, ${each}${value}${whole}`;
  }
  if (asked.rows) {
    const total =
      first.unit.zh === '%' || first.value === null
        ? ''
        : `${zh ? '，共 ' : ': '}${strong(first.value)}${zh ? '' : ' in all'}`;
    return `${start}${total}`;
  }
  const days =
    first.median === undefined
      ? ''
      : zh
        ? `（中位数 ${first.median} 天，${first.denominator} 件）`
        : ` (median ${first.median} days, ${first.denominator} records)`;
  if (first.median !== undefined && first.value !== first.median && asked.value === first.median)
    return zh
      ? `${start}，中位数 ${strong(first.median)}（平均 ${amountText(first.value ?? 0, { ...first, lang })}，${first.denominator} 件）`
      : `${start}: median ${strong(first.median)} (mean ${amountText(first.value ?? 0, { ...first, lang })}, ${first.denominator} records)`;
  return `${start}${beforeFigure(start, lang)}${strong(first.value ?? 0)}${partsText(first, lang)}${days}${alongText(intent, asked, turn)}`;
}

/** A rate is high, a time long, a number large. */
function superlative({ unit, median }: Figure, least?: boolean): string {
  if (unit.zh === '%') return least ? '低' : '高';
  if (median !== undefined) return least ? '短' : '长';
  return least ? '少' : '多';
}

/** A blank parts a figure from Chinese before it; a bracket does that by itself. */
function beforeFigure(words: string, lang: Lang): string {
  if (lang === 'en') return ': ';
  return words.endsWith('）') ? '' : ' ';
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
  const share = `${percentText(along.value)}%${partsText(along, turn.lang)}`;
  return turn.lang === 'zh' ? `；${title} ${share}` : `; ${title} ${share}`;
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
    ? `${size.toFixed(1)}${zh ? ' 个百分点' : ' percentage points'}`
    : amountText(size, { unit: now.unit, precision: 'exact', lang });
  const share = !rate && earlier.value ? `${percentText((100 * size) / earlier.value)}%` : '';
  const told = (one: Figure) => amountText(one.value ?? 0, { unit: one.unit, precision: 'exact', lang });
  const parts = (one: Figure) => partsText(one, lang);
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
        ? `${value > 0 ? '增加' : '减少'} **${difference}**${share ? `（${share}）` : ''}`
        : `${value > 0 ? 'up' : 'down'} **${difference}**${share ? ` (${share})` : ''}`;
  const inPeriod = `${shortPeriod(intent.period, today, lang)}${zh ? '' : ': '}`;
  return zh
    ? `${inPeriod}${what}${beforeFigure(what, lang)}**${told(now)}**${parts(now)}，${name(other)} ${told(earlier)}${parts(earlier)}，${direction}`
    : `${what}, ${inPeriod}**${told(now)}**${parts(now)}, ${name(other)}: ${told(earlier)}${parts(earlier)}, ${direction}`;
}
