/** Finds what a table is about: the row of its headings, the kind its records are of, and what its name adds. */
import { kinds } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { exactHeading, type Heading, headingOf, kindHeading, normal } from './headings.ts';
import { givenByName, type RowColumn } from './row-record.ts';
import type { Sheet } from './sheet.ts';

/** Above the headings stand at most a title, a date and the name of the office. */
const mostAbove = 8;

export interface TableHead {
  readonly kind: RecordKind;
  /** Rows name their kinds themselves, so every kind reads the headings its own way. */
  readonly mixed: boolean;
  /** Index of the row of headings. */
  readonly at: number;
  readonly columns: readonly RowColumn[];
  /** Headings that mean nothing to the kind. */
  readonly unread: readonly string[];
  readonly given: Readonly<Record<string, string>>;
  readonly year?: number;
}

/** @returns undefined where no kind stands out */
export function tableHead(sheet: Sheet, fileName: string): TableHead | undefined {
  const about = `${fileName} ${sheet.name}`;
  let best: { kind: RecordKind; at: number; score: number } | undefined;
  let second = 0;
  for (let at = 0; at < Math.min(sheet.rows.length, mostAbove + 1); at += 1) {
    const headings = headingsAt(sheet, at);
    if (headings.length < 2) continue;
    const title = `${about} ${titleAbove(sheet, at)}`;
    if (
      headings.some(({ label }) => normal(label) === kindHeading) &&
      headings.some(({ label }) => normal(label) === '编号')
    )
      return headFor(sheet, { kind: kinds[0]!, at, title, mixed: true });
    for (const kind of kinds) {
      const score = scoreOf(kind, headings, { sheet: sheet.name, title });
      if (score <= (best?.score ?? 0)) {
        if (kind !== best?.kind) second = Math.max(second, score);
        continue;
      }
      if (best && best.kind !== kind) second = best.score;
      best = { kind, at, score };
    }
  }
  if (!best || best.score < 3 || best.score === second) return undefined;
  return headFor(sheet, { ...best, title: `${about} ${titleAbove(sheet, best.at)}`, mixed: false });
}

/** The columns of a row of headings as this kind reads them. */
export function columnsFor(
  sheet: Sheet,
  { at, kind, mixed }: Pick<TableHead, 'at' | 'kind' | 'mixed'>,
): { columns: RowColumn[]; unread: string[] } {
  const read = headingsAt(sheet, at).map(({ label, at: column }) => {
    const heading = headingOf(kind, label, mixed);
    return { label, at: column, heading, exact: heading !== undefined && isOwn(kind, label, heading) };
  });
  // Of two columns with one meaning the one that bears its name is it; the other is said to be left out.
  const inTurn = [...read.filter((one) => one.exact), ...read.filter((one) => !one.exact)];
  const columns: RowColumn[] = [];
  const seen = new Set<string>();
  for (const { heading, ...column } of inTurn) {
    if (!heading || seen.has(keyOf(heading))) continue;
    if (heading.is !== 'nothing') seen.add(keyOf(heading));
    columns.push({ heading, ...column });
  }
  return {
    columns,
    unread: read.map(({ label }) => label).filter((label) => !columns.some((one) => one.label === label)),
  };
}

function headFor(sheet: Sheet, found: { kind: RecordKind; at: number; title: string; mixed: boolean }): TableHead {
  const { kind, at, title, mixed } = found;
  const years = new Set([...title.matchAll(/(20\d{2})(?!\d)/g)].map((match) => Number(match[1])));
  const { columns, unread } = columnsFor(sheet, { at, kind, mixed });
  return {
    kind,
    mixed,
    at,
    columns,
    unread: mixed ? [] : unread,
    given: mixed ? {} : givenByName(kind, title),
    ...(years.size === 1 ? { year: [...years][0]! } : {}),
  };
}

/** A field of the kind's own weighs more than a column every kind has; its name on the sheet weighs most. */
function scoreOf(
  kind: RecordKind,
  headings: readonly { label: string }[],
  named: { sheet: string; title: string },
): number {
  const meant = new Set<string>();
  let score = 0;
  for (const { label } of headings) {
    const heading = headingOf(kind, label);
    if (!heading || meant.has(keyOf(heading))) continue;
    meant.add(keyOf(heading));
    const own = heading.is === 'field' || heading.is === 'move' || (heading.is === 'column' && heading.name === 'unit');
    score += own ? 1 : heading.is === 'column' ? 0.25 : 0;
  }
  if (score === 0) return 0;
  const says = (cues: readonly (string | RegExp)[] | undefined) =>
    (cues ?? []).some((cue) => (typeof cue === 'string' ? named.title.includes(cue) : cue.test(named.title)));
  if (named.sheet === kind.title.zh || named.sheet === kind.id) score += 20;
  else if (named.title.includes(kind.title.zh) || says(kind.cues.sure)) score += 5;
  else if (says(kind.cues.likely)) score += 2;
  return score;
}

function keyOf(heading: Heading): string {
  return 'name' in heading ? `${heading.is}:${heading.name}` : heading.is;
}

/** Numbers, kinds and moves go by one name only. */
function isOwn(kind: RecordKind, label: string, heading: Heading): boolean {
  if (!('name' in heading)) return true;
  const exact = exactHeading(kind, label);
  return exact !== undefined && keyOf(exact) === keyOf(heading);
}

function headingsAt(sheet: Sheet, at: number): { label: string; at: number }[] {
  const seen = new Set<string>();
  return (sheet.rows[at] ?? []).flatMap((cell, column) => {
    const label = String(cell ?? '').trim();
    // A merged heading is repeated in every cell it covers.
    if (label === '' || label.length > 30 || seen.has(label)) return [];
    seen.add(label);
    return [{ label, at: column }];
  });
}

function titleAbove(sheet: Sheet, at: number): string {
  return [...new Set(sheet.rows.slice(0, at).flatMap((row) => row.map((cell) => String(cell ?? ''))))]
    .join(' ')
    .slice(0, 300);
}
