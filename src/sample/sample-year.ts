/** A fictitious district's ledger from January of last year to today: every kind, whole lives, some deadlines about to fall or fallen. */
import { kinds } from '../kinds/all.ts';
import type { ToldEntry } from '../kinds/entry.ts';
import { type RecordKind, unitFieldOf, type Value, valueLabel } from '../kinds/kind.ts';
import { wayTo } from '../store/life.ts';
import { hasCalendar, isWorkday } from '../time/calendar.ts';
import { addDays, type Day, weekday, yearOf } from '../time/day.ts';
import { type Dice, diceOf } from './dice.ts';
import { batches, pace, ranges, season, stepDays, stocks, usualPace, usualStepDays, weights } from './pace.ts';
import { bureaus, leaders, matters, texts, titles, towns } from './words.ts';

/** What is only known when a matter is answered or ended. */
const results: ReadonlySet<string> = new Set([
  'resultClass',
  'satisfaction',
  'reply',
  'outcome',
  'decision',
  'score',
  'attended',
]);

/** Kinds whose entries name a unit in the common column. */
const placed: ReadonlySet<string> = new Set(['letter', 'instruction', 'inspection', 'information', 'disclosure']);

/** Calendar days given to kinds whose due day no law sets: least and most. */
const givenDays: Readonly<Record<string, readonly [number, number]>> = { supervision: [25, 70], task: [150, 330] };

/** One matter in twelve is slow, and of late ones some got stuck: on any day something is overdue. */
const slowShare = 1 / 12;
const stuckShare = 1 / 4;
const lateDays = 150;

/** @returns lines in the order of their days; the same for the same day and seed */
export function sampleYear({ today, seed = 1 }: { today: Day; seed?: number }): ToldEntry[] {
  const dice = diceOf(seed);
  const lines = [yearOf(today) - 1, yearOf(today)].flatMap((year) =>
    kinds.flatMap((kind) => (kind.id === 'indicator' ? [] : yearOfKind({ kind, year, today, dice }))),
  );
  const ahead = kinds.filter((kind) => kind.life.states.held).flatMap((kind) => plannedSoon(kind, today, dice));
  return [...lines, ...ahead, ...stocksUntil(today, dice)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface KindYear {
  readonly kind: RecordKind;
  readonly year: number;
  readonly today: Day;
  readonly dice: Dice;
}

function yearOfKind({ kind, year, today, dice }: KindYear): ToldEntry[] {
  const days = Array.from({ length: pace[kind.id] ?? usualPace }, () => dayIn(year, season[kind.id], dice)).sort();
  return days.flatMap((on, index) => (on <= today ? [lineOf({ kind, year, today, dice }, on, index + 1)] : []));
}

function dayIn(year: number, months: readonly number[] | undefined, dice: Dice): Day {
  const month = months ? dice.pick(months) : dice.between(1, 12);
  let day: Day = `${year}-${String(month).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`;
  while (!worksOn(day)) day = addDays(day, 1);
  return day;
}

/** By the published calendar; in a year without one by the weekday, as nothing is counted from it. */
function worksOn(day: Day): boolean {
  return hasCalendar(yearOf(day)) ? isWorkday(day) : weekday(day) <= 5;
}

function lineOf(where: KindYear, on: Day, nth: number): ToldEntry {
  const { kind, dice } = where;
  const unitField = unitFieldOf(kind);
  const unit = unitField || placed.has(kind.id) ? unitOf(kind, dice) : undefined;
  const all: Record<string, Value> = { ...fieldsOf(where, nth), ...(unitField && unit ? { [unitField]: unit } : {}) };
  const { moves, status } = lifeOf(where, on, all);
  const told = Object.entries(all).filter(([name]) => !(results.has(name) && isSetLater(kind, name)));
  const most = batches[kind.id];
  const days = givenDays[kind.id];
  const title = titleOf(kind, all, dice);
  return {
    kind: kind.id,
    on,
    ...(title ? { title } : {}),
    ...(most ? { quantity: dice.between(1, most) } : {}),
    ...(unit && !unitField ? { unit } : {}),
    ...(status ? { status } : {}),
    ...(days ? { due: addDays(on, dice.between(...days)) } : {}),
    fields: Object.fromEntries(told),
    ...(moves.length > 0 ? { moves } : {}),
  };
}

function isSetLater(kind: RecordKind, field: string): boolean {
  return Object.values(kind.life.moves).some((move) => move.sets?.includes(field));
}

function unitOf(kind: RecordKind, dice: Dice): string {
  return dice.happens(kind.id === 'request' ? 0.6 : 0.25) ? dice.pick(towns) : dice.pick(bureaus);
}

/** A text list of the kind for this name, the one for a choice already made first. */
function listed<T>(
  lists: Readonly<Record<string, T>>,
  kind: RecordKind,
  made: Readonly<Record<string, Value>>,
  name?: string,
) {
  const end = name ? `.${name}` : '';
  const chosen = Object.values(made).find((value) => typeof value === 'string' && `${kind.id}.${value}${end}` in lists);
  return lists[`${kind.id}.${String(chosen)}${end}`] ?? lists[`${kind.id}${end}`];
}

/** A value for every field that says something; codes count up in their year. */
function fieldsOf({ kind, year, dice }: KindYear, nth: number): Record<string, Value> {
  const values: Record<string, Value> = {};
  // Choices first: texts may depend on them.
  const fields = Object.entries(kind.fields).sort(([, a], [, b]) => Number(!a.choices) - Number(!b.choices));
  for (const [name, field] of fields) {
    const key = `${kind.id}.${name}`;
    if (field.isUnit || field.type === 'list') continue;
    if (field.choices) {
      const shares = weights[key] ?? weights[name];
      const allowed = Object.keys(field.choices);
      values[name] =
        shares && allowed.includes(Object.keys(shares)[0] ?? '') ? dice.weighted(shares) : dice.pick(allowed);
    } else if (field.type === 'number') {
      const range = ranges[key] ?? ranges[name];
      if (name === 'year') values[name] = year;
      else if (range)
        values[name] = range[0] + range[2] * dice.between(0, Math.floor((range[1] - range[0]) / range[2]));
    } else if (field.type === 'person') values[name] = dice.pick(leaders);
    else if (field.type === 'units') {
      if (dice.happens(0.4)) values[name] = [dice.pick(bureaus)];
    } else if (field.type === 'code') values[name] = codeOf(kind, { name, year, nth });
    else {
      const words = listed(texts, kind, values, name) ?? field.known?.map((known) => known.label.zh);
      if (words) values[name] = dice.pick(words);
    }
  }
  if (typeof values.fixed === 'number' && typeof values.found === 'number')
    values.fixed = Math.min(values.fixed, values.found);
  return values;
}

function codeOf(kind: RecordKind, code: { name: string; year: number; nth: number }): string {
  if (code.name !== 'docNo') return String(code.nth);
  const office = kind.id === 'incoming' ? '市政办发' : kind.id === 'regulation' ? '栖政规' : '栖政办发';
  return `${office}〔${code.year}〕${code.nth}号`;
}

/** The steps of the record's life that have happened by today, and what each of them tells. */
function lifeOf({ kind, today, dice }: KindYear, on: Day, all: Readonly<Record<string, Value>>) {
  const goal = goalOf(kind, all, dice);
  const way = goal ? (wayTo(kind, kind.life.first, goal) ?? []) : [];
  const slow = dice.happens(slowShare) ? 3 : 1;
  const moves: { move: string; on: Day; set?: Record<string, Value> }[] = [];
  const stuck = on > addDays(today, -lateDays) && dice.happens(stuckShare);
  let at = on;
  for (const move of stuck ? way.slice(0, 1) : way) {
    const [least, most] = stepDays[`${kind.id}.${move}`] ?? usualStepDays;
    at = addDays(at, dice.between(least, most) * slow);
    if (at > today) break;
    const set = setsOf(kind, move, all);
    moves.push({ move, on: at, ...(Object.keys(set).length > 0 ? { set } : {}) });
  }
  return { moves, status: way.length === 0 && goal !== kind.life.first ? goal : undefined };
}

/** Where such a record ends, if all goes well: an end that counts, as the kind declares it. */
function goalOf(kind: RecordKind, all: Readonly<Record<string, Value>>, dice: Dice): string | undefined {
  if (all.nature && all.nature !== 'assign') return undefined;
  if (kind.id === 'information' && dice.happens(0.4)) return undefined;
  const ends = Object.entries(kind.life.states).filter(
    ([name, state]) => state.counted && !state.open && name !== 'refused' && name !== kind.life.first,
  );
  return ends
    .map(([name]) => name)
    .at(kind.id === 'outgoing' || kind.id === 'incoming' ? (dice.happens(0.6) ? -1 : 0) : 0);
}

function setsOf(kind: RecordKind, move: string, all: Readonly<Record<string, Value>>): Record<string, Value> {
  const names = (kind.life.moves[move]?.sets ?? []).filter((name) => results.has(name));
  const set = Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
  return move === 'close' && kind.fields.progress ? { ...set, progress: 100 } : set;
}

function titleOf(kind: RecordKind, values: Readonly<Record<string, Value>>, dice: Dice): string | undefined {
  const patterns = listed(titles, kind, values);
  if (!patterns) return undefined;
  const about = dice.pick(matters);
  return dice.pick(patterns).replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'about') return about;
    const value = values[name];
    return value === undefined ? '' : valueLabel(kind.fields[name], value, 'zh');
  });
}

/** One meeting, visit, lesson of each such kind lies ahead. */
function plannedSoon(kind: RecordKind, today: Day, dice: Dice): ToldEntry[] {
  const on = addDays(today, dice.between(1, 9));
  const { moves: _moves, ...line } = lineOf({ kind, year: yearOf(on), today, dice }, on, 1);
  return [{ ...line, status: 'planned' }];
}

/** Month by month where the stocks stand. */
function stocksUntil(today: Day, dice: Dice): ToldEntry[] {
  const lines: ToldEntry[] = [];
  for (const { name, unitWord, from, growth } of stocks) {
    let value = from;
    for (let year = yearOf(today) - 1; year <= yearOf(today); year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const on: Day = `${year}-${String(month).padStart(2, '0')}-25`;
        if (on > today) break;
        value += dice.between(0, growth);
        lines.push({ kind: 'indicator', on, title: `${name}${value}${unitWord}`, fields: { name, value, unitWord } });
      }
    }
  }
  return lines;
}
