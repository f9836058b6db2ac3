/** A table as rows of cells, whatever kind of file it came from or goes into. */

/** Days are texts `YYYY-MM-DD`. */
export type Cell = string | number | null;

/** Row i is line i + 1 of the sheet. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A sheet to be written: its headings and what a clerk may choose below each. */
export interface NewSheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly choices?: readonly string[] }[];
  readonly rows: readonly (readonly Cell[])[];
}
