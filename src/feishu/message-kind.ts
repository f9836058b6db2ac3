/** What a message is made of, by Feishu's name for it: words to read, or something that can only be answered kindly. */
import type { MessageKind } from '../ports.ts';

const kinds: Readonly<Record<string, MessageKind>> = {
  text: 'text',
  post: 'text',
  image: 'image',
  file: 'file',
  folder: 'file',
  audio: 'audio',
  sticker: 'sticker',
};

/** Said by the platform in a person's name; nobody waits for an answer. */
const unsaid: ReadonlySet<string> = new Set(['system', '']);

/** @returns null for what nobody said */
export function messageKind(type: string): MessageKind | null {
  return unsaid.has(type) ? null : (kinds[type] ?? 'other');
}
