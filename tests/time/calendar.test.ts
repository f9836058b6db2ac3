/** The published working calendar, moved days included, and its refusal to guess. */
import { describe, expect, it } from 'vitest';
import {
  addWorkdays,
  hasCalendar,
  holidayPeriod,
  isWorkday,
  MissingCalendarError,
  nextWorkday,
  workdaysIn,
} from '../../src/time/calendar.ts';
import { year } from '../../src/time/period.ts';

describe('workdays', () => {
  it.each([
    ['2026-02-14', true],
    ['2026-02-28', true],
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-10-10', true],
    ['2026-09-20', true],
    ['2026-10-01', false],
    ['2026-01-04', true],
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2020-01-31', false],
  ])('%s: %s', (day, expected) => {
    expect(isWorkday(day)).toBe(expected);
  });

  it('counts 248 of them in 2026', () => {
    expect(workdaysIn(year(2026))).toBe(248);
  });

  it('steps over holidays both ways', () => {
    expect(addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkdays('2026-10-08', -1)).toBe('2026-09-30');
    expect(nextWorkday('2026-10-02')).toBe('2026-10-08');
    expect(nextWorkday('2026-11-20')).toBe('2026-11-20');
  });

  it('refuses a year that is not published', () => {
    expect(hasCalendar(2026)).toBe(true);
    expect(hasCalendar(2004)).toBe(true);
    expect(hasCalendar(2027)).toBe(false);
    expect(() => isWorkday('2027-01-04')).toThrow(MissingCalendarError);
    expect(() => addWorkdays('2026-12-30', 5)).toThrow('2027');
    expect(() => isWorkday('2003-06-02')).toThrow(MissingCalendarError);
  });
});

describe('holidays', () => {
  it.each([
    ['春节', 2026, '2026-02-15', '2026-02-24'],
    ['国庆', 2026, '2026-10-01', '2026-10-08'],
    ['劳动节', 2026, '2026-05-01', '2026-05-06'],
    ['元旦', 2026, '2026-01-01', '2026-01-04'],
    ['清明', 2026, '2026-04-04', '2026-04-07'],
    ['端午', 2026, '2026-06-19', '2026-06-22'],
    ['中秋', 2026, '2026-09-25', '2026-09-28'],
  ] as const)('%s %i', (name, at, from, to) => {
    expect(holidayPeriod(name, at)).toEqual({ from, to });
  });

  it('knows none without a table', () => {
    expect(holidayPeriod('春节', 2027)).toBeNull();
  });
});
