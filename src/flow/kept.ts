/** What the inbox keeps of what arrived, beside its key, its place and its time. */
import type { Attachment, MessageKind, Sender } from '../ports.ts';
import type { Intent } from '../reply.ts';

export interface Kept {
  readonly sender: Sender;
  readonly chatType: 'p2p' | 'group';
  readonly kind?: MessageKind;
  readonly text: string;
  readonly attachment?: Attachment;
  readonly intent?: Intent;
  readonly replyTo?: string;
  /** The words were spoken; they stand as they were heard. */
  readonly heard?: true;
  /** How the words were read, once they were; for those who mend the reading. */
  readonly reading?: readonly Intent[];
  readonly root?: string;
  /** Nobody said anything: a chat was opened. */
  readonly greeting?: true;
  /** Taken back by its sender: the words are gone with it. */
  readonly recalled?: true;
  /** Not said to the bot: somebody marked it. `undone` names what took it back when the mark was taken off. */
  readonly captured?: { readonly by: string; readonly undone?: string };
  readonly offers?: readonly Offer[];
}

/** Something read that waits for a press: what would be done. */
export interface Offer {
  readonly intents: readonly Intent[];
}

/** What it keeps of a recall: the message taken back. */
export interface KeptRecall {
  readonly recalls: string;
}

/** Of an edit: the message, as it reads since. */
export interface KeptEdit {
  readonly edits: string;
  readonly sender: Sender;
  readonly text: string;
  readonly offers?: readonly Offer[];
  /** The message whose writes the offer takes back first. */
  readonly replaces?: string;
}

/** Of an emoji put on a message or taken off: whose, and on which. */
export interface KeptMark {
  readonly marks: string;
  readonly sender: Sender;
  readonly given: boolean;
}

export function isRecall(payload: unknown): payload is KeptRecall {
  return holds(payload, 'recalls');
}

export function isEdit(payload: unknown): payload is KeptEdit {
  return holds(payload, 'edits');
}

export function isMark(payload: unknown): payload is KeptMark {
  return holds(payload, 'marks');
}

function holds(payload: unknown, name: string): boolean {
  return typeof payload === 'object' && payload !== null && name in payload;
}
