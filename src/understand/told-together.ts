/** Several records moved on by a message that names none of them: 两件都办结了, 剩下的都答复了, both are closed. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import { goesOnWith } from './can-happen.ts';
import { changesOf } from './changes-told.ts';
import type { Context } from './context.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';
import { latestRow } from './rows.ts';
import { actOf } from './speech-act.ts';
import { movesIn } from './status.ts';
import { blank } from './words.ts';

const mostLength = 24;
const mostEnglish = 60;

interface Asked {
  readonly count: number | 'all' | 'rest';
  /** As many are left, not as many as were told. */
  readonly rest: boolean;
  /** 那, 都, both: what is known is spoken of; a bare count may also tell something new. */
  readonly known: boolean;
}

const counted = /([两俩二三仨四五六七八九十]|\d{1,2})\s*[个件条份封篇次场批项宗起桩期]?/;
const remaining = /剩下|剩余|余下|其余|其他|另外|\b(?:rest|others?|remaining)\b/i;
const all = /都|全|均|所有|一起|一并|\b(?:all|both|they(?:'re| are| have)?|each)\b/i;
const pointing = /^(?:那|这|刚才|刚刚|上面|前面|以上)|^(?:these|those|the) /i;
const both = /[俩]|\bboth\b/i;

/** What may stand beside a count and a deed without naming anything. */
const unnamed =
  /(?:那|这|刚才|刚刚|上面|前面|以上|剩下|剩余|余下|其余|其他|另外|全部|所有|统统|一起|一并|已经|今天|昨天|上午|下午|现在|目前|也|就|都|全|均|已|的|了|吧|啦|掉|好|完|毕|过|去|[两俩二三仨四五六七八九十]|(?<!\d)\d{1,2}(?=\s*[个件条份封篇次场批项宗起桩])|[个件条份封篇次场批项宗起桩期]|[\s,。.!:;、])|\b(?:all|both|each|of|the|them|they(?:'re)?|these|those|two|three|four|five|six|rest|others?|remaining|items?|cases?|ones?|records?|matters?|are|were|have|has|been|is|was|now|also|too|today|yesterday|just|already)\b/gi;

/** The intents of such a message; null for any other. A count with nothing it could be of is asked about, never written. */
export function toldTogether(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (text.length > (isEnglish(text) ? mostEnglish : mostLength)) return null;
  const asked = askedIn(text);
  if (!asked || marks.units.length + marks.leaders.length + marks.titles.length + marks.docNos.length > 0) return null;
  if (marks.ledgerNos.length > 0 || !namesNothing(text)) return null;
  const act = actOf(text, marks.times, context.today);
  if (act !== 'fact' && !(asked.rest && act === 'remark')) return null;
  const pool = (context.repliedTo.length > 0 ? context.repliedTo : context.recent).filter(
    (entry) => !entry.void && entry.status !== 'withdrawn',
  );
  for (const kind of kindsOf(pool)) {
    const row = pool.filter((entry) => entry.kind === kind.id);
    const able = row.filter((entry) => goesOnWith(entry, text) && !isThere(entry, kind, text));
    if (able.length === 0) {
      if (asked.known && row.length > 0 && isSaidAgain(row, kind, asked, text))
        return [{ do: 'refuse', reason: 'not-a-fact', because: 'remark' }];
      continue;
    }
    const meant = meantOf(able, row, asked, context);
    if (meant) return changesOf(kind, { entries: meant, behind: 0 }, pieceOf(marks), context);
    if (!asked.known) return null;
    // 两件都办结了 of three: which of them is asked.
    const [first] = changesOf(kind, { entries: able.slice(0, 1), behind: 0 }, pieceOf(marks), context);
    if (first && able.length > 1)
      return [{ do: 'choose', nos: able.slice(0, 20).map((entry) => entry.no), action: first }];
    return [whichOnes(text)];
  }
  return asked.known && (typeof asked.count === 'number' || pool.length === 0) ? [whichOnes(text)] : null;
}

function askedIn(text: string): Asked | null {
  const match = counted.exec(text);
  const english = /\b(two|three|four|five|six)\b/i.exec(text)?.[1]?.toLowerCase();
  const n = both.test(text)
    ? 2
    : english
      ? ['two', 'three', 'four', 'five', 'six'].indexOf(english) + 2
      : match && numberOf(match[1] === '仨' ? '三' : match[1]!);
  const rest = remaining.test(text);
  const known = rest || all.test(text) || pointing.test(text);
  if (n && n > 1) return { count: n, rest, known };
  if (rest) return { count: 'rest', rest, known };
  return all.test(text) ? { count: 'all', rest, known } : null;
}

/** Nothing but a count and a deed that some kind knows. */
function namesNothing(text: string): boolean {
  return kinds.some((kind) => {
    const moves = movesIn(kind, text);
    if (moves.length === 0) return false;
    return !/[\u4e00-\u9fffa-z\d]/i.test(blank(text, moves).replace(unnamed, ' '));
  });
}

/** The kinds of what was told, the latest first. */
function kindsOf(pool: readonly Entry[]): RecordKind[] {
  return [...new Set(pool.map((entry) => entry.kind))].flatMap((id) => kindOf(id) ?? []);
}

/** It is as the message says already. */
function isThere(entry: Entry, kind: RecordKind, text: string): boolean {
  const moves = movesIn(kind, text);
  return moves.length > 0 && moves.every(({ declared }) => declared.to === entry.status);
}

function isSaidAgain(row: readonly Entry[], kind: RecordKind, asked: Asked, text: string): boolean {
  const there = row.filter((entry) => isThere(entry, kind, text));
  return there.length > 0 && (typeof asked.count !== 'number' || there.length >= asked.count);
}

/** As many as were counted: those that wait for it, a batch, or the row of which some have it behind them. */
function meantOf(
  able: readonly Entry[],
  row: readonly Entry[],
  asked: Asked,
  context: Context,
): readonly Entry[] | undefined {
  const told = latestRow({ recent: row, repliedTo: [] }, () => true);
  const waiting = told.filter((entry) => able.includes(entry));
  if (asked.count === 'rest') return waiting.length > 0 && row.length > 1 ? waiting : undefined;
  if (asked.count === 'all')
    return told.length > 1 || context.repliedTo.length > 0 || (waiting[0]?.quantity ?? 1) > 1 ? waiting : undefined;
  const batch = able.filter((entry) => entry.quantity === asked.count);
  if (batch.length === 1 && able.length !== asked.count) return batch;
  if (able.length === asked.count) return able;
  if (waiting.length === asked.count) return waiting;
  if (!asked.rest && told.length === asked.count && waiting.length > 0) return waiting;
  const last = able.filter((entry) => entry.source === able[0]?.source);
  return last.length === asked.count ? last : undefined;
}

function whichOnes(text: string): Intent {
  return {
    do: 'clarify',
    question: isEnglish(text)
      ? 'Nothing recorded: which ones are they? Please give their numbers or subjects.'
      : '没有记：说的是哪几件？请带上编号或事由。',
    about: text,
  };
}

function pieceOf(marks: Marks) {
  return { marks, act: 'fact', timesFrom: marks, follows: false, isPart: false } as const;
}
