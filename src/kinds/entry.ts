/** A record as everybody hands it around: what is told of it (NewEntry) and what the ledger holds (Entry). */
import type { Day } from '../time/day.ts';
import type { Precision, Value } from './kind.ts';

/** The columns every kind has besides its own fields; `set` of a move mixes them with fields, flat. */
export const columns = [
  'on',
  'until',
  'title',
  'quantity',
  'precision',
  'unit',
  'section',
  'status',
  'due',
  'note',
  'basis',
] as const;

/** A record as it is told, before it has a number. */
export interface NewEntry {
  readonly kind: string;
  readonly on: Day;
  readonly until?: Day;
  readonly title?: string;
  readonly quantity?: number;
  readonly precision?: Precision;
  readonly unit?: string;
  readonly section?: string;
  readonly status?: string;
  readonly due?: Day;
  readonly note?: string;
  readonly basis?: 'items' | 'summary';
  readonly fields: Readonly<Record<string, Value>>;
}

/** A record told together with what happened to it later (import, the sample year). */
export interface ToldEntry extends NewEntry {
  readonly moves?: readonly {
    readonly move: string;
    readonly on: Day;
    readonly set?: Readonly<Record<string, Value | null>>;
  }[];
}

/** One move as stored; `set` is flat: columns and fields side by side. */
export interface StoredMove {
  readonly n: number;
  readonly move: string;
  readonly on: Day;
  readonly at: string;
  readonly by: string;
  readonly section: string;
  readonly source: string;
  readonly set?: Readonly<Record<string, Value | null>>;
  readonly note?: string;
  readonly undoes?: number;
  /** Added by the program because a later state was told at once. */
  readonly implied?: true;
}

/** A record of the ledger: the fold of its moves. */
export interface Entry extends NewEntry {
  readonly no: string;
  readonly title: string;
  readonly section: string;
  readonly quantity: number;
  readonly precision: Precision;
  /** The main state; `overlay` (extended, paused, suspended) is shown over it. */
  readonly status: string;
  readonly overlay?: string;
  readonly by: string;
  readonly at: string;
  readonly source: string;
  /** Per move: the days on which it happened, undone ones left out, in order. */
  readonly days: Readonly<Record<string, readonly Day[]>>;
  /** The latest day any move of it happened: for earlier days the fold must be made again. */
  readonly lastOn: Day;
  /** The number of its latest move. */
  readonly lastN: number;
  /** Its logging was undone: it is in no count and no list. */
  readonly void: boolean;
}

/** Which record is meant; all given parts must hold. */
export interface Sought {
  readonly no?: string;
  readonly kind?: string;
  /** Field values given by others: caseNo, docNo, issueNo, itemNo; numbers are compared by their digits. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Pieces of the title, the subject, the topic or another text of the record. */
  readonly words?: readonly string[];
  readonly unit?: string;
  /** Only records not yet closed, withdrawn or void. */
  readonly open?: boolean;
  readonly status?: string;
  readonly on?: { readonly from: Day; readonly to: Day };
}
