/** What the chat page needs of the office behind it and of the process around it. */
import type { Arrival, Clock, IncomingPress, OutgoingFile, Sender } from '../ports.ts';
import type { GuardSettings } from './guard.ts';
import type { Kept } from './shown.ts';

export interface ConsolePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly section: string;
}

/** Sentences to say: of a kind of record, or of something that can be asked for. */
export interface ConsoleExample {
  readonly of: 'kind' | 'intent';
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Who may ask for it; none given: everybody but a stranger. */
  readonly roles?: readonly string[];
}

/** How a record stands at a glance: `late` is open after its due day. */
export type Standing = 'planned' | 'open' | 'late' | 'done' | 'void';

/** A record as the column beside the chat lists it; texts are in the reader's language. */
export interface ConsoleLine {
  readonly no: string;
  readonly kind: string;
  readonly title: string;
  readonly name: string;
  /** The day in words, and its due day where it has one. */
  readonly on: string;
  readonly due?: string;
  readonly state: string;
  readonly standing: Standing;
  /** Grows with every move: by this the page sees what changed. */
  readonly n: number;
}

export interface ConsoleLedger {
  readonly version: number;
  readonly total: number;
  /** Kinds that have records, in the order of their list. */
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly count: number }[];
  /** The latest told first. */
  readonly lines: readonly ConsoleLine[];
}

/** One record with everything that happened to it. */
export interface ConsoleRecord extends ConsoleLine {
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly steps: readonly {
    readonly n: number;
    readonly label: string;
    readonly on: string;
    readonly by: string;
    /** What it changed, in words; empty for the first. */
    readonly changes: string;
    readonly note?: string;
    readonly undone: boolean;
    readonly implied: boolean;
  }[];
}

/** Who reads, and in which language. */
export interface Reader {
  readonly sender: Sender;
  readonly lang: 'zh' | 'en';
}

/** What the page needs of the office behind it. */
export interface ConsoleOffice {
  receive(incoming: Arrival): 'accepted' | 'duplicate' | 'full';
  press(incoming: IncomingPress): Promise<{ readonly toast?: { readonly kind: string; readonly text: string } }>;
  /** Of such a text nothing may be kept or shown. */
  isSecret(text: string): boolean;
  people(): readonly ConsolePerson[];
  examples(): readonly ConsoleExample[];
  /** What was said and shown in a chat of the page, oldest first. */
  history(chat: string): readonly Kept[];
  /** Grows whenever something is written to the ledger. */
  version(): number;
  /** The ledger's latest records; `kind` narrows them, `words` look for a text or a number. Undefined for a stranger. */
  ledger(reader: Reader, wanted: { readonly kind?: string; readonly words?: string }): ConsoleLedger | undefined;
  /** One record; null where there is none, undefined for a stranger. */
  record(reader: Reader, no: string): ConsoleRecord | null | undefined;
  /** The file a message promised, and in which chat; undefined where there is none. */
  file(messageId: string): Promise<{ readonly chat: string; readonly file: OutgoingFile } | undefined>;
  /** The instant a text names (ISO; without an offset office time); undefined for anything else. */
  instant(text: string): Date | undefined;
}

export interface ConsoleAsset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** The same, gzipped, where that is smaller. */
  readonly gzipped?: Uint8Array<ArrayBuffer>;
  /** Named by its content: a browser may keep it for good. */
  readonly lasting: boolean;
}

export interface ConsoleNeeds {
  readonly settings: GuardSettings;
  readonly clock: Clock;
  /** A file of the built page, by its name without a path. */
  readonly asset: (name: string) => Promise<ConsoleAsset | undefined>;
}
