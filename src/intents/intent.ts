/** What an intent is: its shape and its act; and what an act is given and gives back. */
import type { z } from 'zod';
import type { Entry, NewEntry, ToldEntry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import type { Model, Readers } from '../ports.ts';
import type { Intent, Lang, Pending, Reply, Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import type { SentFault, SentFile } from '../store/sent-files.ts';
import type { Day } from '../time/day.ts';

export interface IntentKind<I extends Intent> {
  readonly do: I['do'];
  readonly title: Text;
  /** Sentences that mean it, shown by the help. */
  readonly examples: readonly Text[];
  /** What a button or the ear may hand in; anything else is refused before the act. */
  readonly shape: z.ZodType<I>;
  /** The roles that may do it at all; none given: everybody but a stranger. */
  readonly roles?: readonly Person['role'][];
  act(intent: I, turn: Turn): Outcome | Promise<Outcome>;
}

/** Everything an act may know. There is no messenger in it: an act cannot send. */
export interface Turn {
  readonly db: Db;
  readonly speaker: Person;
  /** When the message was said, and which day that was in the office's zone. */
  readonly now: Date;
  readonly today: Day;
  readonly zone: string;
  readonly lang: Lang;
  /** The key of the message, the same for every delivery of it. */
  readonly source: string;
  readonly chat: string;
  readonly model?: Model;
  /** Where the messenger tells who has read what. */
  readonly readers?: Readers;
  readonly prompts: Readonly<Record<string, string>>;
}

export interface Notice {
  readonly key: string;
  readonly person: Person;
  /** His phone shall ring. */
  readonly buzz: boolean;
  readonly reply: Reply;
  /** The records it is about, so that a reply to it finds them. */
  readonly about: readonly string[];
}

/** What shall be written, in one transaction with the answer. */
export type Write =
  | { readonly write: 'log'; readonly entry: NewEntry }
  | {
      readonly write: 'move';
      readonly no: string;
      readonly move: string;
      readonly on: Day;
      readonly set?: Readonly<Record<string, Value | null>>;
      readonly note?: string;
      readonly undoes?: number;
    }
  | { readonly write: 'person'; readonly id: string; readonly set: Readonly<Partial<Omit<Person, 'id'>>> }
  | { readonly write: 'unit'; readonly name: string; readonly aliases: readonly string[]; readonly type?: string }
  | { readonly write: 'keep-file'; readonly file: Omit<SentFile, 'state'> }
  | { readonly write: 'import-file'; readonly file: string; readonly partial: boolean }
  | { readonly write: 'leave-file'; readonly file: string }
  | { readonly write: 'setting'; readonly name: string; readonly value: unknown }
  /** Somebody else is sent a message, once under its key. */
  | { readonly write: 'notify'; readonly notice: Notice }
  /** What somebody says of the answer to a message. */
  | { readonly write: 'feedback'; readonly source: string; readonly right: boolean }
  /** A sample year is put in, or (without lines) taken out. */
  | { readonly write: 'sample'; readonly lines?: readonly ToldEntry[] };

/** What was written, read back after the commit's own inserts: receipts are drawn from this and from nothing else. */
export interface Written {
  readonly logged: readonly Entry[];
  readonly moved: readonly {
    readonly entry: Entry;
    readonly move: string;
    readonly set: Readonly<Record<string, Value | null>>;
  }[];
  /** What a file brought; its records are too many to hand around. */
  readonly imported?: {
    readonly records: number;
    readonly known: number;
    readonly kinds: Readonly<Record<string, number>>;
    readonly faults: readonly SentFault[];
  };
}

/** The figure behind an answer (contract 5.1). */
export interface Answer {
  readonly measure: string;
  readonly value: number | null;
  readonly precision: 'exact' | 'over' | 'about' | 'under';
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly period: { readonly from: Day; readonly to: Day } | null;
  readonly rows: readonly { readonly key: string; readonly label?: string; readonly value: number }[] | null;
  readonly numbers: readonly string[];
  readonly definition: string;
}

export type Refusal = 'secret' | 'forbidden' | 'not-understood' | 'not-a-fact' | 'no-data' | 'incommensurable';

export interface Outcome {
  /** A receipt is drawn after the writes; anything else may be ready at once. */
  readonly reply: Reply | ((written: Written) => Reply) | null;
  readonly writes?: readonly Write[];
  readonly answer?: Answer;
  readonly draft?: unknown;
  /** The one question put back. */
  readonly asks?: string;
  readonly refused?: Refusal;
  /** What the conversation remembers for the next message. */
  readonly remember?: Partial<Talk> | ((written: Written) => Partial<Talk>);
}

/** What a conversation (a person in a chat) remembers. */
export interface Talk {
  /** What was asked back, still open; answered by a short message. */
  readonly pending: (Pending & { readonly until: string }) | null;
  /** The last question, so that 那去年呢 can lean on it. */
  readonly question: Intent | null;
  /** The numbers of the last list shown, so that 第3条 can point at it. */
  readonly list: readonly string[];
  /** Records written or changed lately, latest first; kept by the flow. */
  readonly recent: readonly string[];
}
