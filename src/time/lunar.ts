/** Days of the lunar calendar and the solar terms, as days. */
import { Lunar, LunarYear } from 'lunar-typescript';
import { addDays, type Day, dayFrom, dayOfSerial } from './day.ts';
import type { Period } from './period.ts';

/** The Julian day of 1970-01-01. */
const julianEpoch = 2440588;
/** Reckoning a lunar year takes a thousand times as long as looking it up. */
const mostKept = 300;

interface LunarMonths {
  /** By number, a leap month by its negative number. */
  readonly months: ReadonlyMap<number, Period>;
  readonly leap: number;
}

const years = new Map<number, LunarMonths>();

function lunarYear(year: number): LunarMonths {
  const known = years.get(year);
  if (known) return known;
  const reckoned = LunarYear.fromYear(year);
  const months = reckoned.getMonthsInYear().map((month) => {
    const from = dayOfSerial(Math.round(month.getFirstJulianDay()) - julianEpoch);
    return [month.getMonth(), { from, to: addDays(from, month.getDayCount()) }] as const;
  });
  const found = { months: new Map(months), leap: reckoned.getLeapMonth() };
  if (years.size >= mostKept) years.clear();
  years.set(year, found);
  return found;
}

export function lunarMonth(year: number, month: number): Period | null {
  return year >= 1 && year <= 9998 ? (lunarYear(year).months.get(month) ?? null) : null;
}

/** The day of a lunar date; a leap month is asked for with a negative month. Null where the year has no such day. */
export function lunarDay(year: number, month: number, date: number): Day | null {
  const span = lunarMonth(year, month);
  const day = span && date >= 1 ? addDays(span.from, date - 1) : null;
  return day && day < span!.to ? day : null;
}

/** The last day of the lunar year. */
export function lunarNewYearsEve(year: number): Day | null {
  const next = lunarDay(year + 1, 1, 1);
  return next && addDays(next, -1);
}

/** Which month is doubled in the year; 0 for none. */
export function leapMonth(year: number): number {
  return lunarYear(year).leap;
}

const terms = new Map<number, ReadonlyMap<string, Day>>();

/** The day of a solar term such as 清明 or 冬至 in a year of the common calendar. */
export function solarTerm(name: string, year: number): Day | null {
  let known = terms.get(year);
  if (!known) {
    const found = new Map<string, Day>();
    // The table of a lunar year reaches into the years beside it.
    for (const at of [year - 1, year, year + 1]) {
      for (const [term, solar] of Object.entries(Lunar.fromYmd(at, 6, 1).getJieQiTable()))
        if (solar.getYear() === year && /^[\u4e00-\u9fff]/.test(term))
          found.set(term, dayFrom(solar.getYear(), solar.getMonth(), solar.getDay()));
    }
    known = found;
    if (terms.size >= mostKept) terms.clear();
    terms.set(year, known);
  }
  return known.get(name) ?? null;
}
