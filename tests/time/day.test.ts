/** Day arithmetic against the platform's own calendar, and the zone's edge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  clockOf,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  weekday,
  weekdayName,
} from '../../src/time/day.ts';

describe('days', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months', (day, n, expected) => {
    expect(addMonths(day, n)).toBe(expected);
  });

  it('a year from a leap day is the last of February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  });

  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 1_000_000 }), fc.integer({ min: -5000, max: 5000 }), (serial, n) => {
        const day = new Date(serial * 86_400_000).toISOString().slice(0, 10);
        const moved = new Date((serial + n) * 86_400_000);
        if (!/^\d{4}-/.test(moved.toISOString())) return;
        expect(addDays(day, n)).toBe(moved.toISOString().slice(0, 10));
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(weekday(addDays(day, n))).toBe(moved.getUTCDay() || 7);
      }),
    );
  });

  it('names weekdays', () => {
    expect(weekdayName('2026-11-20', 'zh')).toBe('周五');
    expect(weekdayName('2026-11-20', 'en')).toBe('Friday');
  });
});

describe('zones', () => {
  it.each([
    ['2026-11-19T16:00:00Z', 'Asia/Shanghai', '2026-11-20'],
    ['2026-11-19T15:59:59Z', 'Asia/Shanghai', '2026-11-19'],
    ['2026-11-20T04:59:00Z', 'America/New_York', '2026-11-19'],
    ['1988-07-01T15:30:00Z', 'Asia/Shanghai', '1988-07-02'],
  ])('%s in %s', (instant, zone, day) => {
    expect(dayOf(new Date(instant), zone)).toBe(day);
  });

  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'Europe/Berlin', 'UTC'])('comes back in %s', (zone) => {
    const instant = instantOf('2026-03-29', '08:30', zone);
    expect(clockOf(instant, zone)).toEqual({ day: '2026-03-29', hour: 8, minute: 30 });
  });
});
