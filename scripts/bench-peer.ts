/**
 * Lets another library read the days of a text, in the lines `time --jsonl` reads and writes:
 * `tsx scripts/bench-peer.ts recognizers|chrono < LINES`.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { addDays, addMonths, type Day, startOfMonth, startOfWeek, startOfYear } from '../src/time/day.ts';

// The libraries reckon in the zone of the process.
process.env.TZ = 'Asia/Shanghai';

interface Line {
  readonly id: string;
  readonly text: string;
  readonly ref: string;
  readonly lang: 'zh' | 'en';
}

interface Range {
  readonly start: Day | null;
  readonly end: Day | null;
}

type Reader = (line: Line) => Range[];

const dayOfDate = (date: Date): Day =>
  `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
const oneDay = (day: Day): Range => ({ start: day, end: addDays(day, 1) });

/** The type says how to read a value: a date, or a span whose end is its first day outside, or inside for "A to B". */
interface Resolved {
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
  readonly timex?: string;
}

const joins = {
  zh: /到|至|~|～|—|–|－|-|与.*间|和.*间/,
  en: /\b(?:to|till|until|through|and)\b|[\da-z]\s*[-–—~]\s*[\da-z]/i,
};

function resolvedRange(value: Resolved, text: string, lang: 'zh' | 'en'): Range | null {
  if (value.type === 'date' && /^\d{4}-/.test(value.value ?? '')) return oneDay(value.value!);
  if (value.type !== 'daterange' || !(value.start || value.end)) return null;
  const span = /^\([^,]*,[^,]*,P[\d.]+([DWMY])/.exec(value.timex ?? '')?.[1];
  const end = value.end ?? null;
  if (!value.start || !end || !span || !joins[lang].test(text)) return { start: value.start ?? null, end };
  const more = {
    D: addDays(end, 1),
    W: addDays(end, 7),
    M: addMonths(startOfMonth(end), 1),
    Y: addMonths(startOfYear(end), 12),
  };
  return { start: value.start, end: more[span as 'D'] };
}

async function recognizers(): Promise<Reader> {
  const require = createRequire(import.meta.url);
  const { DateTimeRecognizer, Culture } = require('@microsoft/recognizers-text-date-time') as {
    DateTimeRecognizer: new (
      culture: string,
    ) => {
      getDateTimeModel(): {
        parse(text: string, now: Date): { text: string; resolution: { values?: Resolved[] } | null }[];
      };
    };
    Culture: { Chinese: string; English: string };
  };
  const models = {
    zh: new DateTimeRecognizer(Culture.Chinese).getDateTimeModel(),
    en: new DateTimeRecognizer(Culture.English).getDateTimeModel(),
  };
  return ({ text, ref, lang }) =>
    models[lang].parse(text, new Date(ref.slice(0, 19))).flatMap((found): Range[] => {
      const ranges = (found.resolution?.values ?? []).map((value) => resolvedRange(value, found.text, lang));
      // Of several readings the last is the one ahead.
      const last = ranges.filter((range) => range !== null).at(-1);
      return last ? [last] : [];
    });
}

interface Parts {
  date(): Date;
  isCertain(part: 'hour' | 'day' | 'weekday' | 'month' | 'year'): boolean;
}

function partsRange(parts: Parts, text: string): Range | null {
  const day = dayOfDate(parts.date());
  const dated = parts.isCertain('day') || parts.isCertain('weekday');
  if (parts.isCertain('hour') && !dated) return null;
  if (!dated && /week|周$|星期$|礼拜$/i.test(text))
    return { start: startOfWeek(day), end: addDays(startOfWeek(day), 7) };
  if (!dated && parts.isCertain('month')) return { start: startOfMonth(day), end: addMonths(startOfMonth(day), 1) };
  if (!dated && parts.isCertain('year')) return { start: startOfYear(day), end: addMonths(startOfYear(day), 12) };
  return oneDay(day);
}

async function chrono(): Promise<Reader> {
  const { en, zh } = await import('chrono-node');
  return ({ text, ref, lang }) =>
    (lang === 'en' ? en.casual : zh.casual).parse(text, new Date(ref.slice(0, 19))).flatMap((found): Range[] => {
      const first = partsRange(found.start, found.text);
      const last = found.end && partsRange(found.end, found.text);
      return first ? [last ? { start: first.start, end: last.end } : first] : [];
    });
}

const read = await (process.argv[2] === 'chrono' ? chrono() : recognizers());
for await (const text of createInterface({ input: process.stdin })) {
  if (text.trim() === '') continue;
  const line = JSON.parse(text) as Line;
  process.stdout.write(`${JSON.stringify({ id: line.id, ranges: read(line) })}\n`);
}
