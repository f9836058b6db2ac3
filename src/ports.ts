/** What the outside must give and what it hands in: types only, plus the one error the outside may throw. */
import type { Intent, Lang, Reply } from './reply.ts';

/** The wall clock; the only source of "now". */
export interface Clock {
  now(): Date;
}

export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  warn(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

/** Who speaks, as the messenger knows him. */
export interface Sender {
  /** `open_id` in Feishu, the name in the console and the commands. */
  readonly id: string;
  readonly name?: string;
  readonly tenant?: string;
  /** A role given with the message (commands only). */
  readonly role?: string;
}

/** What a messenger hands in. `key` is the same for every delivery of the same thing and is kept for good. */
export type Incoming = Arrival | IncomingPress;

/** Whatever waits its turn in the inbox: things said, changed, taken back, marked; chats opened. */
export type Arrival = IncomingMessage | IncomingEdit | IncomingRecall | IncomingReaction | IncomingOpening;

/** What a message is made of; only a text has words to read. */
export type MessageKind =
  | 'text'
  | 'image'
  | 'file'
  | 'folder'
  | 'audio'
  | 'video'
  | 'sticker'
  | 'location'
  /** A person's or a group's card. */
  | 'contact'
  /** Several messages of another chat in one. */
  | 'forward'
  | 'other';

/** A file, picture or voice in a message, as the messenger names it; fetched only when it is wanted. */
export interface Attachment {
  readonly key: string;
  readonly name?: string;
  /** Of a voice or a video. */
  readonly seconds?: number;
}

interface Delivered {
  readonly key: string;
  /** Other names under which the same thing may come again (an event id). */
  readonly aliases?: readonly string[];
  /** When it happened, not when it arrived. */
  readonly at: Date;
}

export interface IncomingMessage extends Delivered {
  readonly type: 'message';
  readonly messageId: string;
  readonly chat: string;
  readonly chatType: 'p2p' | 'group';
  readonly sender: Sender;
  /** Missing: a text. */
  readonly kind?: MessageKind;
  /** The text with mentions of the bot taken out; empty for other kinds. */
  readonly text: string;
  readonly attachment?: Attachment;
  /** Chosen from the bot's menu instead of said; there is no message to answer, so the person is. */
  readonly intent?: Intent;
  /** The message this one replies to. */
  readonly replyTo?: string;
  /** The message with which its thread began, where that is another one. */
  readonly root?: string;
}

/** A message whose sender changed its words; `at` is when. It may be the first that is heard of the message. */
export interface IncomingEdit extends Delivered {
  readonly type: 'edit';
  /** The message as it reads now, said when it was first said. */
  readonly message: IncomingMessage;
}

/** A message was taken back. */
export interface IncomingRecall extends Delivered {
  readonly type: 'recall';
  readonly messageId: string;
  readonly chat: string;
  /** Who took it back, where the messenger says so. */
  readonly sender?: Sender;
}

/** Somebody put an emoji on a message, or took it off again. */
export interface IncomingReaction extends Delivered {
  readonly type: 'reaction';
  readonly messageId: string;
  readonly sender: Sender;
  readonly emoji: string;
  readonly given: boolean;
}

/** A person opened his chat with the bot, or the bot came into a group. */
export interface IncomingOpening extends Delivered {
  readonly type: 'opening';
  readonly chat: string;
  readonly chatType: 'p2p' | 'group';
  readonly sender: Sender;
}

export interface IncomingPress extends Delivered {
  readonly type: 'press';
  /** The message that carries the card. */
  readonly messageId: string;
  readonly chat: string;
  readonly sender: Sender;
  /** What the button held: never trusted, checked by the intent's shape. */
  readonly intent: unknown;
  /** The language of the card, where the messenger brings it back. */
  readonly lang?: Lang;
  /** What a form gave, by the names of its inputs. */
  readonly form?: Readonly<Record<string, unknown>>;
}

export type Address =
  | { readonly to: 'message'; readonly messageId: string; readonly chat: string }
  | { readonly to: 'chat'; readonly chat: string }
  /** `buzz`: his phone shall ring, where the messenger can do that. */
  | { readonly to: 'person'; readonly id: string; readonly buzz?: boolean };

/** Brings replies to people. Throws OutsideError only. */
export interface Messenger {
  /** @param key the same for every attempt, so that a resend shows once; @param late where the key may be forgotten */
  send(address: Address, reply: Reply, key: string, late?: LateTry): Promise<Sent>;
  /** Redraws a card that was sent before. */
  update(messageId: string, reply: Reply): Promise<void>;
  /** Missing: files cannot be brought. */
  sendFile?(address: Address, file: OutgoingFile, key: string, late?: LateTry): Promise<{ messageId: string }>;
}

export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An earlier try lies so far back that its key may be forgotten: what arrived unheard is looked for, not sent again. */
export interface LateTry {
  /** When it was first tried. */
  readonly since: Date;
  /** Of a message to a person: his own chat with the bot, where one is known. */
  readonly chat?: string;
  /** Whether the ledger has this message of ours already, for another delivery. */
  known(messageId: string): boolean;
}

/** What a reply was shown as. */
export interface Sent {
  /** The message, or the first of several. */
  readonly messageId: string;
  /** The messages of a reply that needed several, each with what it shows; missing where one was enough. */
  readonly parts?: readonly { readonly messageId: string; readonly reply: Reply }[];
}

/** Looks up what was not delivered: marked and forwarded messages, missed ones. Throws OutsideError only. */
export interface Lookup {
  /** The message as it reads now, and what it holds where it is a forwarded bundle; null where nobody said it. */
  message(messageId: string): Promise<Recounted | null>;
  /** What happened in a chat from then on, in order; null for a chat that is not this messenger's. */
  since(chat: ChatPlace, from: Date): Promise<ChatRead | null>;
}

export interface ChatPlace {
  readonly chat: string;
  readonly chatType: 'p2p' | 'group';
}

export interface Recounted {
  readonly message: IncomingMessage;
  readonly forwarded: readonly Forwarded[];
}

/** One message inside a forwarded bundle. */
export interface Forwarded {
  readonly author: Sender;
  readonly text: string;
  readonly at: Date;
}

export interface ChatRead {
  /** Messages for this bot, their edits and recalls. */
  readonly arrivals: readonly (IncomingMessage | IncomingEdit | IncomingRecall)[];
  /** Sent in this bot's name while this process ran, but not by it. */
  readonly foreign: readonly { readonly messageId: string; readonly at: Date }[];
}

/** Who people are, as far as the messenger lets the bot see. Throws OutsideError only. */
export interface Directory {
  lookUp(ids: readonly string[]): Promise<readonly Listed[]>;
  /** Whoever the bot may see, or nobody at all: names and sections, nothing else. */
  everybody?(): Promise<readonly Listed[]>;
}

export interface Listed {
  readonly id: string;
  readonly name?: string;
  readonly section?: string;
}

/** Fetches what people attached to their messages. Throws OutsideError only. */
export interface Files {
  /** @param most bytes; more than that is refused with the code `too-large` */
  fetch(messageId: string, attachment: Attachment, most: number): Promise<Uint8Array>;
}

/** What was spoken as plain samples: 16,000 a second, signed 16 bit, one channel. */
export interface Voice {
  readonly pcm: Uint8Array;
  readonly seconds: number;
}

/** Puts what was spoken into words. */
export interface Listener {
  /**
   * @returns the words, empty where none were heard
   * @throws OutsideError only; its code says what is in the way: `too-long`, `unreadable`, `gone`, `scope:<the scope missing>`
   */
  listen(messageId: string, attachment: Attachment): Promise<string>;
}

/** Who has read what the bot sent. Throws OutsideError only. */
export interface Readers {
  /** Of a message of the bot's own; one that cannot be asked after has the code `too-old`, `gone`, `not-own` or `scope:…`. */
  readersOf(messageId: string): Promise<readonly Reader[]>;
  /** Who is in a group; undefined where the app may not see it. */
  membersOf(chat: string): Promise<readonly Listed[] | undefined>;
}

export interface Reader {
  readonly id: string;
  /** When, where the messenger says so. */
  readonly at?: Date;
}

/** A language model behind an OpenAI-compatible service. Throws OutsideError only. */
export interface Model {
  readonly name: string;
  complete(request: ModelRequest): Promise<string>;
}

export interface ModelRequest {
  /** What it is asked for, as the metrics name it. */
  readonly task?: string;
  readonly system: string;
  readonly user: string;
  readonly maxTokens?: number;
  /** The JSON that is wanted; a service that cannot be held to it is only told so by the prompt. */
  readonly shape?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  /** How long all tries together may take. */
  readonly patienceMs?: number;
  /** Is told the tokens used, where the service says so. */
  readonly spent?: (tokens: number) => void;
}

/** Figures of one name for the watchman; a sample is what stands behind the name, and its value. */
export interface MetricFamily {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly (readonly [labels: string, value: number])[];
}

/** The outside failed: Feishu, the model, the disk. Thrown only by the skins. */
export class OutsideError extends Error {
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly code: number | string | undefined;
  constructor(
    message: string,
    options: { retryable: boolean; retryAfterMs?: number; code?: number | string; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'OutsideError';
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.code = options.code;
  }
}
