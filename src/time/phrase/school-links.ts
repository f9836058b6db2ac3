/** Years that do not begin in January: school years with their terms, and the years staff are assessed by. */
import { addMonths, type Day, dayFrom, monthOf, yearOf } from '../day.ts';
import type { Period } from '../period.ts';
import { here, type Link, type Moment, type Scope, scopeOf } from './link.ts';

const schoolStart = '09-01';
const springStart = '02-01';
const assessmentStart = '01-01';

const from = (year: number, start: string): Day => dayFrom(year, Number(start.slice(0, 2)), Number(start.slice(3)));
const shiftOf = (word: string) => (/[上去]/.test(word) ? -1 : /[下明]/.test(word) ? 1 : 0);

/** The year of this start in which the day lies, so many years on. */
function runningYear(day: Day, start: string, shift: number): number {
  return yearOf(day) - (day < from(yearOf(day), start) ? 1 : 0) + shift;
}

/** A school year goes by the year it begins in. */
function schoolYear(year: number, moment: Moment): Period {
  const start = moment.settings.schoolYear ?? schoolStart;
  return { from: from(year, start), to: from(year + 1, start) };
}

/** The terms of a school year: to the spring start, and from it. */
function schoolTerm(year: number, second: boolean, moment: Moment): Period {
  const whole = schoolYear(year, moment);
  const spring = from(year + 1, moment.settings.springTerm ?? springStart);
  return second ? { from: spring, to: whole.to } : { from: whole.from, to: spring };
}

/** An assessment year goes by the year most of it lies in. */
function assessmentYear(year: number, moment: Moment): Period {
  const start = moment.settings.assessmentYear ?? assessmentStart;
  const begins = from(monthOf(from(year, start)) > 6 ? year - 1 : year, start);
  return { from: begins, to: addMonths(begins, 12) };
}

const named = (period: Period, grain: Scope['grain'], said: Scope['said']) => scopeOf(period, grain, said);

export const schoolLinks: readonly Link[] = [
  {
    pattern: here('(?<!\\d)(\\d{4})年?(?:(?:-|~|至|到|/)(\\d{4}|\\d\\d)年?)?学年度?'),
    read: ([, year, next], at) =>
      next && Number(next) % 100 !== (Number(year) + 1) % 100
        ? null
        : named(schoolYear(Number(year), at), 'year', 'explicit'),
  },
  {
    pattern: here('([本这上下去今明]一?个?)学年度?'),
    read: ([, word], at) => {
      const start = at.settings.schoolYear ?? schoolStart;
      return named(schoolYear(runningYear(at.today, start, shiftOf(word!)), at), 'year', 'relative');
    },
  },
  {
    pattern: here('(?:(?:第?([一二12])|([上下])|([秋春])季?)学期)'),
    after: ['year'],
    root: false,
    read: ([, number, half, season], at, scope) =>
      named(schoolTerm(yearOf(scope!.start!), /[二2下春]/.test(number ?? half ?? season!), at), 'half', 'explicit'),
  },
  {
    pattern: here('([本这上下]一?个?)学期'),
    read: ([, word], at) => {
      const year = runningYear(at.today, at.settings.schoolYear ?? schoolStart, 0);
      // Terms are numbered through, so that last term may lie in the school year before.
      const running = at.today >= schoolTerm(year, true, at).from ? 1 : 0;
      const index = year * 2 + running + shiftOf(word!);
      return named(schoolTerm(Math.floor(index / 2), index % 2 === 1, at), 'half', 'relative');
    },
  },
  {
    pattern: here('(?:(?<!\\d)(\\d{4})年?|([本这上下去今明]一?个?)年?)(?:绩效|目标)?(?:考核|评议|考评)年度?(?:内)?'),
    read: ([, year, word], at) => {
      if (year) return named(assessmentYear(Number(year), at), 'year', 'explicit');
      const start = at.settings.assessmentYear ?? assessmentStart;
      const running = runningYear(at.today, start, shiftOf(word!));
      const begins = from(running, start);
      return named({ from: begins, to: addMonths(begins, 12) }, 'year', 'relative');
    },
  },
];
