/** What an office needs of the outside, and the points between which its process may die. */
import type { NewSheet, Sheet } from '../files/sheet.ts';
import type { Clock, Directory, Files, Listener, Log, Lookup, Messenger, Model, Readers } from '../ports.ts';
import type { Db } from '../store/db.ts';

/** What an office needs of the outside. */
export interface OfficePorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Messenger;
  readonly model?: Model;
  /** Missing: people are called by what they bring along themselves. */
  readonly directory?: Directory;
  /** Missing: files people send are answered and left alone. */
  readonly files?: Files;
  /** Missing: who has read something cannot be told. */
  readonly readers?: Readers;
  /** Missing: voices are answered and left alone. */
  readonly listener?: Listener;
  /** Reads Excel workbooks, where there is room for such a library. */
  readonly workbook?: (bytes: Uint8Array) => Promise<readonly Sheet[]>;
  /** Writes Excel workbooks; missing: a .csv is sent instead. */
  readonly spreadsheet?: (sheets: readonly NewSheet[]) => Promise<Uint8Array>;
  /** Where the messenger can be asked for what it did not deliver. */
  readonly lookup?: Lookup;
  readonly prompts: Readonly<Record<string, string>>;
  /** Time zone given to a new office. */
  readonly zone: string;
  /** Tests stop the flow here, as a killed process would. */
  readonly step?: (name: Step) => void;
}

/** The points between which a process may die; after each the flow must come to the same end. */
export type Step = 'received' | 'claimed' | 'acted' | 'performed' | 'sending' | 'sent' | 'delivered';
