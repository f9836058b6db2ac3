/** Where the rules are not sure of what they read, so that a second reader may be asked about just that. */
import type { LogIntent } from '../intents/log.ts';
import { kindOf } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { kindsIn } from './kind-of.ts';
import { weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { messageMarks } from './message-marks.ts';
import { soundsLikeQuestion } from './speech-act.ts';
import { movesIn } from './status.ts';
import { subjectParts } from './subject.ts';

export type Doubt =
  /** Nothing was understood of a report. */
  | { readonly about: 'message' }
  /** A question that was not understood, or not all of it. */
  | { readonly about: 'question' }
  /** What was logged was named by a faint cue, or two kinds fit alike. */
  | { readonly about: 'kind' }
  /** A required field of the logged item is missing though words are left that may name it. */
  | { readonly about: 'field'; readonly item: number; readonly field: string };

type Item = LogIntent['items'][number]['entry'];

/** Longer texts are no slips of one sentence; they are not sent out to be read again. */
const longest = 600;
/** Fewer words than this tell of nothing. */
const lightest = 4;

/** What puts an earlier record right is nothing a second reader may do. */
const correcting =
  /[写记打说搞弄报填]错|错了|不对|其实是|更正|改[为成]|应该?[是为]|不是.{1,12}是|作废|删[掉除]|多写|少写|\b(?:correction|wrong|meant|make (?:that|it)|delete|sorry)\b|\bnot \d/i;

/** @param plain the message as `plainMessage` makes it */
export function doubtsIn(plain: string, intents: readonly Intent[], context: Context): Doubt[] {
  if (plain.length > longest || weightOf(plain) < lightest) return [];
  const [only, ...others] = intents;
  if (!only || others.length > 0) return [];
  switch (only.do) {
    case 'refuse':
      if (only.reason !== 'not-understood' || only.because !== undefined) return [];
      if (soundsLikeQuestion(plain)) return [{ about: 'question' }];
      return correcting.test(plain) ? [] : [{ about: 'message' }];
    case 'clarify':
      return only.kind === undefined && only.about === undefined && only.readings === undefined
        ? [{ about: 'question' }]
        : [];
    case 'ask':
      return isUnreadable(only.trouble) ? [{ about: 'question' }] : [];
    case 'log':
      return logDoubts(plain, only as unknown as LogIntent, context);
    default:
      return [];
  }
}

/** Words nothing explains; a rate nobody keeps (公文差错率) is understood, and there is none. */
function isUnreadable(trouble: unknown): boolean {
  const { because, word = '' } = (trouble ?? {}) as { because?: string; word?: string };
  return because === 'unread' || (because === 'unknown' && !/率$/.test(word));
}

function logDoubts(plain: string, { items }: LogIntent, context: Context): Doubt[] {
  const [first] = items;
  const kindDoubt: Doubt[] = items.length === 1 && first && isFaint(plain, first.entry.kind) ? [{ about: 'kind' }] : [];
  const fieldDoubts = items.flatMap(({ entry }, item): Doubt[] => {
    const kind = kindOf(entry.kind);
    if (!kind || (entry.quantity ?? 1) > 1) return [];
    return missingFields(kind, entry)
      .filter((field) => hasMore(kind, { entry, marks: messageMarks(plain, context), field }))
      .map((field) => ({ about: 'field', item, field }));
  });
  return [...kindDoubt, ...fieldDoubts];
}

/** Named by a faint cue only, or by a likely one beside which another kind's stands as strong. */
function isFaint(plain: string, kindId: string): boolean {
  const scored = kindsIn(plain);
  const own = scored.find(({ kind }) => kind.id === kindId);
  if (!own || own.strength === 'maybe') return true;
  return own.strength === 'likely' && scored.some(({ kind, score }) => kind.id !== kindId && score >= own.score);
}

/** What is chosen from a list the rules would have found by its words; names and free texts they may have missed. */
function missingFields(kind: RecordKind, entry: Item): string[] {
  return Object.entries(kind.fields)
    .filter(([name, field]) => {
      if (!field.required || field.choices || field.type === 'number') return false;
      return entry.fields[name] === undefined && !(field.isUnit && entry.unit !== undefined);
    })
    .map(([name]) => name);
}

/** Words are left that no part of the record was read from; a name may also hide behind what the matter is called. */
function hasMore(kind: RecordKind, { entry, marks, field }: { entry: Item; marks: Marks; field: string }): boolean {
  const parts = subjectParts(kind, marks, [...marks.units, ...marks.leaders, ...movesIn(kind, marks.text)]).filter(
    (part) => weightOf(part) >= 2,
  );
  if (kind.fields[field]?.type !== 'text' && parts.length > 1) return true;
  const told = [entry.title, entry.note, ...Object.values(entry.fields)].filter((part) => typeof part === 'string');
  return parts.some((part) => !told.some((text) => text.includes(part) || part.includes(text)));
}
