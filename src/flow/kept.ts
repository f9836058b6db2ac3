/** What the inbox keeps of a message beside its key, its place and its time. */
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
  /** How the words were read, once they were; for those who mend the reading. */
  readonly reading?: readonly Intent[];
  /** Nobody said anything: a chat was opened. */
  readonly greeting?: true;
  /** Taken back by its sender: the words are gone with it. */
  readonly recalled?: true;
}

/** What it keeps of a recall: the message taken back. */
export interface KeptRecall {
  readonly recalls: string;
}

export function isRecall(payload: unknown): payload is KeptRecall {
  return typeof payload === 'object' && payload !== null && 'recalls' in payload;
}
