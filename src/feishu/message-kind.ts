/** What a message is made of, by Feishu's name for it: words to read, a file to keep, or something to answer kindly. */
import type { Attachment, MessageKind } from '../ports.ts';
import { type Json, record, text } from './feishu-event.ts';

const kinds: Readonly<Record<string, MessageKind>> = {
  text: 'text',
  post: 'text',
  image: 'image',
  file: 'file',
  folder: 'folder',
  audio: 'audio',
  media: 'video',
  sticker: 'sticker',
  location: 'location',
  share_chat: 'contact',
  share_user: 'contact',
  merge_forward: 'forward',
};

/** Said by the platform in a person's name; nobody waits for an answer. */
const unsaid: ReadonlySet<string> = new Set(['system', '']);

/** @returns null for what nobody said */
export function messageKind(type: string): MessageKind | null {
  return unsaid.has(type) ? null : (kinds[type] ?? 'other');
}

/** What can be fetched of a message: its file, its voice, its picture. A folder and a sticker cannot. */
export function attachmentIn(kind: MessageKind, content: string): Attachment | undefined {
  if (kind !== 'file' && kind !== 'audio' && kind !== 'video' && kind !== 'image') return undefined;
  const held = parsed(content);
  const key = text(held?.file_key) ?? text(held?.image_key);
  if (!key) return undefined;
  const name = text(held?.file_name);
  const ms = Number(held?.duration);
  return { key, ...(name ? { name } : {}), ...(ms > 0 ? { seconds: Math.ceil(ms / 1000) } : {}) };
}

function parsed(content: string): Json | undefined {
  try {
    return record(JSON.parse(content));
  } catch {
    return undefined;
  }
}
