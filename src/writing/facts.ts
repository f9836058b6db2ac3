/** The fact sheet of a section: every figure and name its prose may use, with precision and record numbers, and what was left out. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Precision } from '../kinds/kind.ts';
import type { Db } from '../store/db.ts';
import { selectEntries } from '../store/entries.ts';
import { type Figure, type Filter, figure, isRefused } from '../store/measures.ts';
import type { Day } from '../time/day.ts';
import { contains, type Period } from '../time/period.ts';
import { type FigureFact, figureText, type Name, tenth } from './fact.ts';
import { recipientOf } from './name-picks.ts';
import type { FigureAsk, NameAsk, SectionPlan } from './section-plan.ts';

export interface SheetRequest {
  readonly period: Period;
  readonly asOf: Day;
  readonly plan: SectionPlan;
}

export interface FactSheet {
  readonly facts: readonly FigureFact[];
  readonly names: readonly Name[];
  /** What the reader of the draft should know about the figures. */
  readonly notes: readonly string[];
}

type Unnumbered = Omit<FigureFact, 'id'>;

export function factSheet(db: Db, request: SheetRequest): FactSheet {
  const entries = entryReader(db, request);
  const notes: string[] = [];
  const facts: Unnumbered[] = [];
  for (const ask of request.plan.figures) {
    const asked = ask.kind === 'indicator' ? stockFacts(db, request, ask) : figureFacts(db, request, { ask, entries });
    notes.push(...asked.notes);
    if (asked.facts.length > 0 && isPartial(ask, asked.facts, facts)) {
      const title = kindOf(ask.kind)?.measures[ask.measure]?.title.zh ?? ask.noun;
      const said = `${title}${asked.facts.map((fact) => fact.figure).join('、')}`;
      notes.push(`${said}：只有部分记录登记了这一项，没有写入正文`);
      continue;
    }
    facts.push(...asked.facts);
  }
  facts.push(...streakFacts(request, entries));
  const names = request.plan.names.flatMap((ask) => namesOf(ask, entries(ask.kind)));
  return {
    facts: facts.map((fact, index) => ({ ...fact, id: `f${index + 1}` })),
    names: names.map((name, index) => ({ ...name, id: `t${index + 1}` })),
    notes: [...new Set(notes)],
  };
}

/** Counted records of a kind that lie in the period, each kind read once. */
function entryReader(db: Db, { period, asOf }: SheetRequest): (kind: string) => readonly Entry[] {
  const read = new Map<string, readonly Entry[]>();
  return (kind) => {
    const known = read.get(kind);
    if (known) return known;
    const states = kindOf(kind)?.life.states ?? {};
    const entries = selectEntries(db, { kind, asOf }).filter(
      (entry) => contains(period, entry.on) && (states[entry.status]?.counted ?? false),
    );
    read.set(kind, entries);
    return entries;
  };
}

interface Found {
  readonly facts: readonly Unnumbered[];
  readonly notes: readonly string[];
}

function figureFacts(
  db: Db,
  request: SheetRequest,
  { ask, entries }: { ask: FigureAsk; entries: (kind: string) => readonly Entry[] },
): Found {
  const found = figure(db, {
    kind: ask.kind,
    measure: ask.measure,
    filters: [...(ask.filters ?? []), ...exceptions(ask, entries)],
    period: request.period,
    asOf: request.asOf,
    ...(ask.group ? { group: ask.group } : {}),
  });
  if (isRefused(found)) {
    return { facts: [], notes: found.refused === 'incommensurable' ? [`${ask.noun || ask.key}：${found.why.zh}`] : [] };
  }
  // Notes of a breakdown repeat those of the whole.
  return ask.group
    ? { facts: rowFacts(ask, found), notes: [] }
    : { facts: wholeFact(ask, found), notes: found.notes.map((note) => note.zh) };
}

function exceptions(ask: FigureAsk, entries: (kind: string) => readonly Entry[]): Filter[] {
  if (!ask.except) return [];
  const values = entries(ask.kind)
    .filter(ask.except)
    .map((entry) => entry.title);
  return values.length > 0 ? [{ field: 'title', values, not: true }] : [];
}

function wholeFact(ask: FigureAsk, found: Figure): Unnumbered[] {
  if (!found.value || found.numbers.length === 0) return [];
  return [factOf(ask, { ...found, value: found.value, noun: ask.noun, unit: ask.unit ?? found.unit.zh })];
}

function rowFacts(ask: FigureAsk, found: Figure): Unnumbered[] {
  const choices = Object.keys(kindOf(ask.kind)?.fields[ask.group ?? '']?.choices ?? {});
  const rows = (found.rows ?? []).filter((row) => row.value > 0 && row.numbers.length > 0);
  // Levels and categories stand in the order of their kind, other rows as they come.
  const ordered = [...rows].sort((a, b) => choices.indexOf(a.key) - choices.indexOf(b.key));
  return ordered.map((row) =>
    factOf(ask, {
      ...row,
      noun: ask.rowNoun?.(row.label.zh, row.key) ?? row.label.zh,
      unit: ask.unit ?? found.unit.zh,
    }),
  );
}

function factOf(
  ask: FigureAsk,
  found: { value: number; precision: Precision; noun: string; unit: string; numbers: readonly string[] },
): Unnumbered {
  const { precision, noun, unit, numbers } = found;
  const value = unit === '%' ? (found.value === 100 ? 100 : Math.min(99.9, tenth(found.value))) : found.value;
  const said = figureText(unit === '%' ? found.value : value, precision, unit);
  return {
    key: ask.key,
    measure: `${ask.kind}.${ask.measure}`,
    value,
    precision,
    noun,
    figure: said,
    text: `${noun}${said}`,
    numbers,
    cues: ask.cues ?? [],
  };
}

/** Stocks are told one by one, each by its latest value; they are never added. */
function stockFacts(db: Db, request: SheetRequest, ask: FigureAsk): Found {
  const { period, asOf } = request;
  const entries = selectEntries(db, { kind: 'indicator', asOf }).filter((entry) => entry.on < period.to);
  const stocks = [...new Set(entries.map((entry) => String(entry.fields.name ?? '')))].filter((name) => name !== '');
  const facts = stocks.flatMap((name) => {
    const filters = [{ field: 'name', values: [name] }];
    const found = figure(db, { kind: ask.kind, measure: ask.measure, filters, period, asOf });
    if (isRefused(found)) return [];
    // 600余台 may have been told with the record's own precision instead of the value's.
    const behind = entries.find((entry) => found.numbers.includes(entry.no));
    const precision = found.precision === 'exact' ? (behind?.precision ?? 'exact') : found.precision;
    return wholeFact({ ...ask, noun: name }, { ...found, precision });
  });
  return { facts, notes: [] };
}

/** 连续4年: as many years as the record of the honor says. */
function streakFacts(request: SheetRequest, entries: (kind: string) => readonly Entry[]): Unnumbered[] {
  const ask = request.plan.names.find((name) => name.key === 'streakHonors');
  if (!ask) return [];
  return entries('honor').flatMap((entry) => {
    const years = entry.fields.streak;
    if (typeof years !== 'number' || years < 2) return [];
    const noun = `${recipientOf(entry)}连续`;
    return [
      factOf(
        { key: 'streaks', kind: 'honor', measure: 'streak', noun },
        { value: years, precision: 'exact', noun, unit: '年', numbers: [entry.no] },
      ),
    ];
  });
}

/** A field that only few of the records carry makes a sum that understates; such a sum is no fact for a summary. */
function isPartial(ask: FigureAsk, found: readonly Unnumbered[], known: readonly Unnumbered[]): boolean {
  if (!ask.mostOf) return false;
  const whole = new Set(known.filter((fact) => fact.key === ask.mostOf).flatMap((fact) => fact.numbers));
  const carried = new Set(found.flatMap((fact) => fact.numbers));
  return carried.size < whole.size * 0.6;
}

/** Each name once, with all the records that bear it; names of one bearer together where that is asked for. */
function namesOf(ask: NameAsk, entries: readonly Entry[]): Omit<Name, 'id'>[] {
  const { gather } = ask;
  const bearers = new Map<string, Map<string, string[]>>();
  for (const entry of entries.filter((one) => ask.where?.(one) ?? true)) {
    const bearer = gather?.by(entry) ?? '';
    const names = bearers.get(bearer) ?? new Map<string, string[]>();
    bearers.set(bearer, names);
    for (const raw of ask.pick(entry)) {
      const text = printable(raw);
      if (!text) continue;
      const shown = wrap(text, ask.wrap);
      names.set(shown, [...(names.get(shown) ?? []), entry.no]);
    }
  }
  const named = (text: string, numbers: readonly string[]) => ({ key: ask.key, sort: ask.sort, text, numbers });
  return [...bearers].flatMap(([bearer, names]) => {
    if (!gather || names.size === 0) return [...names].map(([text, numbers]) => named(text, numbers));
    return [named(gather.say(bearer, [...names.keys()]), [...new Set([...names.values()].flat())])];
  });
}

/** Nothing that points at a private person gets into a summary. */
function printable(raw: string): string {
  const text = raw.replace(/[⟦⟧\s]+/g, ' ').trim();
  return /\d{7,}|同志|先生|女士|身份证|手机|住址/.test(text) ? '' : text;
}

/** A name with numerals in it is set in quotes, so that they are not read as a figure. */
function wrap(text: string, how: NameAsk['wrap']): string {
  const marked = /^[《“]/.test(text);
  if (how === 'book') return text.startsWith('《') ? text : `《${text.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
  const numerals = /[\d〇一二三四五六七八九十百千万两]/.test(text.replace(/“[^”]*”|《[^》]*》/g, ''));
  return !marked && (how === 'quote' || numerals) ? `“${text}”` : text;
}
