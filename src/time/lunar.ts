/** Days of the lunar calendar and the solar terms, as days. */
import { Lunar, LunarMonth, LunarYear } from 'lunar-typescript';
import { addDays, type Day, dayFrom } from './day.ts';
import type { Period } from './period.ts';

/** The day of a lunar date; a leap month is asked for with a negative month. Null where the year has no such day. */
export function lunarDay(year: number, month: number, date: number): Day | null {
  const length = LunarMonth.fromYm(year, month)?.getDayCount() ?? 0;
  if (date < 1 || date > length) return null;
  const solar = Lunar.fromYmd(year, month, date).getSolar();
  return dayFrom(solar.getYear(), solar.getMonth(), solar.getDay());
}

export function lunarMonth(year: number, month: number): Period | null {
  const from = lunarDay(year, month, 1);
  return from ? { from, to: addDays(from, LunarMonth.fromYm(year, month)!.getDayCount()) } : null;
}

/** The last day of the lunar year. */
export function lunarNewYearsEve(year: number): Day | null {
  const next = lunarDay(year + 1, 1, 1);
  return next && addDays(next, -1);
}

/** Which month is doubled in the year; 0 for none. */
export function leapMonth(year: number): number {
  return LunarYear.fromYear(year).getLeapMonth();
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
    terms.set(year, known);
  }
  return known.get(name) ?? null;
}
