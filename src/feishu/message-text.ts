/** Reads a message's content as one plain text: texts and rich posts, with placeholders of mentions put right. */
import { type Json, record, text } from './feishu-event.ts';

export interface Mention {
  /** `@_user_1`, the placeholder in the text. */
  readonly key: string;
  readonly openId: string | undefined;
  readonly name: string;
}

/** @returns the raw text with placeholders, or null for a message without words (a picture, a file) */
export function contentText(messageType: string, content: string): string | null {
  const parsed = parse(content);
  if (messageType === 'text') return typeof parsed?.text === 'string' ? parsed.text : null;
  return messageType === 'post' && parsed ? postText(parsed) : null;
}

export function mentionsOf(value: unknown): Mention[] {
  return (Array.isArray(value) ? value : []).flatMap((one) => {
    const mention = record(one);
    const key = text(mention?.key);
    if (!mention || !key) return [];
    // In events the id is a record; where the API gives messages it is the open id itself.
    return [{ key, openId: text(record(mention.id)?.open_id) ?? text(mention.id), name: text(mention.name) ?? '' }];
  });
}

/** Mentions of the bot and of everybody are addresses and go; others become `@name`. */
export function withoutMentions(raw: string, mentions: readonly Mention[], botOpenId: string | undefined): string {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  const keys = [...byKey.keys(), '@_all'].sort((a, b) => b.length - a.length);
  // One pass, longest key first: a name put in is not read again, and @_user_1 is no part of @_user_10.
  const pattern = new RegExp(`(?:${keys.map(escaped).join('|')})(?!\\d)`, 'g');
  let removed = false;
  const replaced = raw.replace(pattern, (key) => {
    const mention = byKey.get(key);
    if (mention && (mention.openId === undefined || mention.openId !== botOpenId)) return `@${mention.name}`;
    removed = true;
    return '';
  });
  return (removed ? replaced.replace(/[ \t\u00a0]{2,}/g, ' ') : replaced).trim();
}

function parse(content: string): Json | undefined {
  try {
    return record(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** A received post has no locale around it; a post as it is sent has one, and is read as well. */
function postText(post: Json): string {
  const inner = Array.isArray(post.content)
    ? post
    : (record(Object.values(post).find((one) => record(one)?.content)) ?? {});
  const lines = Array.isArray(inner.content) ? inner.content : [];
  const texts = lines.map((line) => (Array.isArray(line) ? line.map(partText).join('') : ''));
  return [...(text(inner.title) ? [text(inner.title)] : []), ...texts].join('\n').trim();
}

function partText(value: unknown): string {
  const part = record(value);
  switch (part?.tag) {
    case 'text':
    case 'md':
    case 'code_block':
      return text(part.text) ?? '';
    case 'a':
      return text(part.text) ?? text(part.href) ?? '';
    case 'at':
      return atText(part);
    case 'hr':
      return '\n';
    default:
      return '';
  }
}

/** `user_id` holds the placeholder, which `mentions` explains. */
function atText(part: Json): string {
  const key = text(part.user_id) ?? '';
  if (key === 'all') return '@_all';
  return key.startsWith('@_') ? key : `@${text(part.user_name) ?? ''}`;
}

function escaped(key: string): string {
  return key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
