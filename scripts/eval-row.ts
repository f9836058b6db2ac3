/** What an accuracy run reports: lines of the table, confusions, and each failure with what was wanted and what came. */
import type { Text } from '../src/reply.ts';

/** One line of the accuracy table. */
export interface Row {
  readonly what: Text;
  readonly cases: number;
  readonly figures: Text;
}

export interface Report {
  readonly rows: readonly Row[];
  /** Tables beside the accuracy: which kind was taken for which, which fields are most often wrong. */
  readonly details: readonly string[];
  readonly failures: readonly string[];
}

/** A share from 0 to 1 as 97.3 %. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '-';
}

/** A text that is the same in both languages (a name of a case group). */
export function alike(text: string): Text {
  return { zh: text, en: text };
}

/** Lines of columns, the first one left, the others right. */
export function aligned(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, at) => Math.max(...texts.map((row) => width(row[at] ?? ''))));
  return texts
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell + gap(cell, widths[at]!) : gap(cell, widths[at]!) + cell))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Chinese characters take two columns. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffe6]/.test(char) ? 2 : 1), 0);
}

function gap(cell: string, wanted: number): string {
  return ' '.repeat(Math.max(0, wanted - width(cell)));
}

/** Adds one to the count under a key. */
export function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
