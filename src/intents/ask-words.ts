/** Puts figures into words: numbers with their measure words, rates with one decimal, conditions as people say them. */
import { kindOf } from '../kinds/all.ts';
import {
  type Field,
  fieldOf,
  type Precision,
  preciseLabel,
  type RecordKind,
  singular,
  valueLabel,
} from '../kinds/kind.ts';
import { type Lang, plain, type Text } from '../reply.ts';
import { type Filter, limit } from '../store/measure-filter.ts';
import { addDays, type Day, dayLabel, startOfYear } from '../time/day.ts';
import { type Period, periodLabel } from '../time/period.ts';

/** 66 件, 95.7%, 约 3.8 台; a rate short of all never says 100.0%. */
export function amountText(value: number, how: { unit: Text; precision: Precision; lang: Lang }): string {
  const { unit, precision, lang } = how;
  if (unit.zh === '%') return `${percentText(value)}%`;
  const number = Number.isInteger(value) ? preciseLabel(value, precision, lang) : decimalText(value, precision, lang);
  if (lang === 'zh') {
    if (precision !== 'over') return `${number} ${unit.zh}`;
    return Number.isInteger(value) ? `${number}${unit.zh}` : `${number}${unit.zh}以上`;
  }
  const one = value === 1 && precision === 'exact';
  return `${number} ${one ? singular(unit.en) : unit.en}`.trim();
}

/** Behind a figure, in the brackets of the language: 97.8%（44/45）, 97.8% (44/45). */
export function inBrackets(text: string, lang: Lang): string {
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}

/** The two parts of a rate behind it; nothing where it has none. */
export function partsText(rate: { numerator: number | null; denominator: number | null }, lang: Lang): string {
  if (rate.numerator === null || rate.denominator === null) return '';
  return inBrackets(`${rate.numerator}/${rate.denominator}`, lang);
}

/** 4.58; what is more than that is cut short before it is called more (3.8以上). */
function decimalText(value: number, precision: Precision, lang: Lang): string {
  if (precision !== 'over') return preciseLabel(Number(value.toFixed(2)), precision, lang);
  const tenths = Math.floor(value * 10 + 1e-9) / 10;
  return lang === 'zh' ? `${tenths} ` : `over ${tenths}`;
}

/** One decimal, half up; what is not all is at most 99.9, what is not nothing at least 0.1. */
export function percentText(value: number): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  const tenths = Math.floor(size * 10 + 0.5 + 1e-9) / 10;
  if (size < 100 && tenths >= 100) return `${sign}99.9`;
  if (size > 0 && tenths === 0) return `${sign}0.1`;
  return `${sign}${tenths.toFixed(1)}`;
}

/** 今年, 2025年, 2026年第三季度; a span that runs to today says so. */
export function shortPeriod(period: Period | null, today: Day, lang: Lang): string {
  if (!period) return '';
  const toDate = period.to === addDays(today, 1);
  if (toDate && period.from === startOfYear(today)) return lang === 'zh' ? '今年' : 'this year';
  return periodLabel(period, lang);
}

/** The real dates: 2026年1月1日至11月20日. */
export function datesText(period: Period, lang: Lang): string {
  const last = addDays(period.to, -1);
  if (period.from === last) return dayLabel(last, lang);
  const [from, to] = lang === 'zh' ? [undefined, period.from] : [last, undefined];
  return `${dayLabel(period.from, lang, from)}${lang === 'zh' ? '至' : ' to '}${dayLabel(last, lang, to)}`;
}

/** The conditions of a figure in words: 政协提案、主办单位人社局. */
export function conditionsText(kindId: string | undefined, filters: readonly Filter[], lang: Lang): string {
  const kind = kindId === undefined ? undefined : kindOf(kindId);
  const and = lang === 'zh' ? '、' : ', ';
  const texts = filters.map((filter) => {
    const field = kind && fieldOf(kind, filter.field);
    const values = filter.values.map((value) => plain(valueLabel(field, value, lang))).join(and);
    const not = filter.not ? (lang === 'zh' ? '除外' : ' excluded') : '';
    switch (filter.field) {
      case 'town':
        return filter.not ? (lang === 'zh' ? '不含镇街' : 'without towns') : lang === 'zh' ? '镇街' : 'towns';
      case 'moved':
        return filter.values.map((value) => kind?.life.moves[value]?.label[lang] ?? value).join(and);
      case 'no':
        return values;
      case 'state':
        return stateWords[filter.values[0] ?? '']?.[lang] ?? values;
      case 'due':
        return dueText(filter.values[0] ?? '', lang);
      case 'status':
        return `${filter.values.map((value) => stateLabel(kind, value)[lang]).join(and)}${not}`;
      case 'words':
        return lang === 'zh' ? `“${values}”` : `"${values}"`;
      case 'anyUnit':
        if (!kind) return values;
        return lang === 'zh' ? `${values}承办（主办或会办）` : `${values} (lead or co-unit)`;
      case 'unit':
        return lang === 'zh' ? `${values}${kind?.fields.leadUnit ? '主办' : ''}${not}` : `${values}${not}`;
      default:
        if (field?.type === 'number') return limitText(field, filter.values, lang);
        return field && (field.isUnit || field.type === 'units')
          ? lang === 'zh'
            ? `${values}${field.label.zh.replace(/单位$/, '')}`
            : `${field.label.en} ${values}`
          : `${values}${not}`;
    }
  });
  return texts.join(and);
}

/** 参会人次超过 50. */
function limitText(field: Field, values: readonly string[], lang: Lang): string {
  const texts = values.map((value) => {
    const { is = '', value: bound = value } = limit.exec(value)?.groups ?? {};
    return `${limitWords[is]?.[lang] ?? ''} ${bound}`;
  });
  return `${field.label[lang]}${lang === 'zh' ? '' : ' '}${texts.join(lang === 'zh' ? '且' : ' and ')}`;
}

const limitWords: Readonly<Record<string, Text>> = {
  '>': { zh: '超过', en: 'over' },
  '>=': { zh: '不少于', en: 'at least' },
  '<': { zh: '少于', en: 'under' },
  '<=': { zh: '不超过', en: 'at most' },
};

function stateLabel(kind: RecordKind | undefined, state: string): Text {
  return kind?.life.states[state]?.label ?? anyState[state] ?? { zh: state, en: state };
}

/** States every kind has. */
const anyState: Readonly<Record<string, Text>> = { planned: { zh: '计划', en: 'planned' } };

const stateWords: Readonly<Record<string, Text>> = {
  open: { zh: '未办结', en: 'open' },
  overdue: { zh: '逾期', en: 'overdue' },
  closed: { zh: '已办结', en: 'closed' },
  unanswered: { zh: '未答复', en: 'unanswered' },
};

function dueText(range: string, lang: Lang): string {
  const [from, to] = range.split('..');
  const zh = lang === 'zh';
  const last = to ? dayLabel(addDays(to, -1), lang) : '';
  if (from && to) return zh ? `${datesText({ from, to }, lang)}到期` : `due ${datesText({ from, to }, lang)}`;
  if (from) return zh ? `${dayLabel(from, lang)}起到期` : `due from ${dayLabel(from, lang)}`;
  return zh ? `${last}及以前到期` : `due by ${last}`;
}
