/** What the outside must give and what it hands in: types only, plus the one error the outside may throw. */
import type { Intent, Reply } from './reply.ts';

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
export type Incoming = IncomingMessage | IncomingPress;

/** What a message is made of; only a text has words to read. */
export type MessageKind = 'text' | 'image' | 'file' | 'audio' | 'sticker' | 'other';

/** Whatever belongs to the inbox's order: things said, things taken back, chats opened. */
export interface IncomingMessage {
  /**
   * `recall`: the message of this id was taken back; `text` is empty, and so is the sender's id where the messenger
   * does not say who did it. `opening`: a person opened his chat with the bot, or the bot came into a group.
   */
  readonly type: 'message' | 'recall' | 'opening';
  readonly key: string;
  /** Other names under which the same message may come again (an event id). */
  readonly aliases?: readonly string[];
  readonly messageId: string;
  readonly chat: string;
  readonly chatType: 'p2p' | 'group';
  readonly sender: Sender;
  /** Missing: a text. */
  readonly kind?: MessageKind;
  /** The text with mentions of the bot taken out; empty for other kinds. */
  readonly text: string;
  /** Chosen from the bot's menu instead of said; there is no message to answer, so the person is. */
  readonly intent?: Intent;
  /** When it was said. */
  readonly at: Date;
  /** The message this one replies to. */
  readonly replyTo?: string;
}

export interface IncomingPress {
  readonly type: 'press';
  readonly key: string;
  readonly aliases?: readonly string[];
  /** The message that carries the card. */
  readonly messageId: string;
  readonly chat: string;
  readonly sender: Sender;
  /** What the button held: never trusted, checked by the intent's shape. */
  readonly intent: unknown;
  /** What a form gave, by the names of its inputs. */
  readonly form?: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export type Address =
  | { readonly to: 'message'; readonly messageId: string; readonly chat: string }
  | { readonly to: 'chat'; readonly chat: string }
  | { readonly to: 'person'; readonly id: string };

/** Brings replies to people. Throws OutsideError only. */
export interface Messenger {
  /** @param key the same for every attempt, so that a resend shows once. @returns the id of the message shown */
  send(address: Address, reply: Reply, key: string): Promise<{ messageId: string }>;
  /** Redraws a card that was sent before. */
  update(messageId: string, reply: Reply): Promise<void>;
}

/** A language model behind an OpenAI-compatible service. Throws OutsideError only. */
export interface Model {
  readonly name: string;
  complete(request: { system: string; user: string; maxTokens?: number }): Promise<string>;
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
