/** Turns the pieces of a statement into intents: known records move on, new ones are logged, what is no fact is refused. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import { clockOf, type Day } from '../time/day.ts';
import { leftIn } from './accounted.ts';
import { apart, happens } from './apart.ts';
import { readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { countsIn, hasFigures } from './counts-in.ts';
import { isEnglishOrder, tellsNoDeed } from './english-remarks.ts';
import { entriesOf } from './entries-of.ts';
import { figuresIn } from './figures.ts';
import { kindsIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { likelyKinds, nearestKind } from './nearest-kind.ts';
import { isOnlyOpen, notYet } from './only-open.ts';
import type { Piece } from './piece.ts';
import { segment } from './segment.ts';
import type { Told } from './settled-lists.ts';
import { isGrumble } from './small-talk.ts';
import { isUrge, type SpeechAct } from './speech-act.ts';
import { movesIn } from './status.ts';
import { subjectParts } from './subject.ts';
import { isNearlyDone, pointsAtUnfound, unfound } from './unfound.ts';
import { updatesIn } from './updates.ts';
import { whenOf } from './when.ts';

/** @param given pieces somebody else cut and named; without them the rules cut the text themselves */
export function statementsIn(marks: Marks, context: Context, given?: readonly Piece[]): Intent[] {
  const cut = given ?? withFaintKinds(segment(marks, context.today), marks);
  const idle = isEnglish(marks.text) && tellsNoDeed(marks.text);
  const pieces = cut.map((piece) => {
    if (idle && piece.act === 'plan' && isEnglishOrder(marks.text)) return { ...piece, act: 'remark' as const };
    if (piece.act !== 'fact') return piece;
    if (idle && piece.kind?.id !== 'shortcoming')
      return { ...piece, act: piece.kind?.id === 'plan' ? ('plan' as const) : ('remark' as const) };
    return isLaterToday(piece, context) ? { ...piece, act: 'plan' as const } : piece;
  });
  const intents: Intent[] = [];
  const logged: Piece[] = [];
  let because: SpeechAct | undefined;
  for (const heard of pieces.flatMap((piece) => accountedFor(piece, context, intents))) {
    const piece = withNearestKind(heard);
    if (piece.kind && isOnlyOpen(piece, context)) {
      because ??= piece.act === 'fact' ? 'denial' : piece.act;
      continue;
    }
    if (piece.kind && (isOnlyRate(piece.kind, piece.marks) || isGrumble(piece.marks))) {
      because ??= 'remark';
      continue;
    }
    if (piece.kind && isNothingDone(piece.kind, piece.marks)) {
      because ??= 'remark';
      continue;
    }
    if (piece.act === 'fact' && isNearlyDone(piece)) {
      because ??= 'plan';
      continue;
    }
    if (piece.act === 'fact' && pointsAtUnfound(piece)) {
      intents.push(unfound(piece, context));
      continue;
    }
    if (piece.kind && isTold(piece, context)) {
      const days = daysApart(piece, context.today);
      if (days) return [days];
      if (needsRecord(piece))
        return [
          { do: 'clarify', kind: piece.kind.id, question: whichOne(piece), about: piece.marks.text.slice(0, 200) },
        ];
      logged.push(piece);
    } else if (piece.act !== 'fact') because ??= piece.act;
    else if (!piece.kind && notYet.test(piece.marks.text)) because ??= 'denial';
    else if (isUrge(piece.marks.text)) because ??= 'remark';
  }
  const told = entriesOf(logged, context).filter(isSubstantial);
  if (told.length > 0) {
    intents.unshift({
      do: 'log',
      items: told.slice(0, 50).map(({ entry, assumed }) => ({ entry, assumed: [...assumed] })),
    });
  }
  if (intents.length > 0) return intents;
  because ??= logged.find((piece) => piece.act !== 'fact')?.act;
  if (because) return [{ do: 'refuse', reason: 'not-a-fact', because }];
  return [whichKind(pieces, context) ?? { do: 'refuse', reason: 'not-understood' }];
}

/** What is told of known records becomes intents; a new record that would leave something behind is cut another way. */
function accountedFor(piece: Piece, context: Context, intents: Intent[]): readonly Piece[] {
  const updates = updatesIn(piece, context);
  if (updates) {
    intents.push(...updates);
    return [];
  }
  const parts = apart(piece, context.today);
  return parts.length > 1 ? parts.flatMap((part) => accountedFor(part, context, intents)) : parts;
}

/** 这是哪一类? with a button for each of the likeliest, where something countable was told that no kind claims. */
function whichKind(pieces: readonly Piece[], context: Context): Intent | undefined {
  const [piece, ...others] = pieces;
  if (!piece || others.length > 0 || piece.kind || piece.act !== 'fact' || pointsBack.test(piece.marks.text))
    return undefined;
  const readings = likelyKinds(piece.marks).flatMap(({ kind }) => {
    const items = entriesOf([{ ...piece, kind, strength: 'maybe' }], context).map(({ entry, assumed }) => ({
      entry,
      assumed: [...assumed],
    }));
    return items.length > 0 ? [{ kind: kind.id, log: { do: 'log', items } }] : [];
  });
  if (readings.length === 0) return undefined;
  return {
    do: 'clarify',
    question: !isEnglish(piece.marks.text)
      ? '还没有记。这是哪一类？'
      : 'Nothing recorded yet. What sort of record is this?',
    readings,
  };
}

/** 食堂今天有鱼: a thing of the kind, of which nothing is done or counted. */
function isNothingDone(kind: RecordKind, marks: Marks): boolean {
  return kind.cues.deed !== undefined && !kind.cues.deed.test(marks.text) && !hasFigures(kind, marks);
}

/** 提案答复率100%: a share of what is in the ledger already, nothing to add to it. */
function isOnlyRate(kind: RecordKind, marks: Marks): boolean {
  if (!/[复结满采意用成付]率(?:是|为|达到?|到|:)?\s*\d+(?:\.\d+)?%/.test(marks.text) || countsIn(kind, marks))
    return false;
  return marks.docNos.length === 0 && readNamedCases(marks.text).length === 0 && !Object.hasOwn(kind.fields, 'value');
}

/** 下午4点开视频会, said in the morning, is still to come. */
function isLaterToday({ marks: { text }, timesFrom: { times } }: Piece, context: Context): boolean {
  if (/了|已|完|过|\b\w+ed\b|昨|前天|上周|上[午月]/.test(text)) return false;
  if (times.some((time) => time.grain === 'day' && time.start !== context.today)) return false;
  const { hour } = clockOf(context.now, context.zone);
  if (/今晚|晚上/.test(text)) return hour < 17;
  const told = /下午\s*(\d{1,2})[点:]/.exec(text);
  if (told) return hour < Number(told[1]) + (Number(told[1]) < 12 ? 12 : 0);
  return /下午/.test(text) && hour < 11;
}

/** Extended, paused, returned: that is said of something; without a name or a number nobody knows of what. */
const ofSomething: ReadonlySet<string> = new Set([
  'extend',
  'pause',
  'resume',
  'suspend',
  'urge',
  'merge',
  'judge',
  'redo',
  'reopen',
  'return',
]);

function needsRecord(piece: Piece): boolean {
  const { kind, marks } = piece;
  if (!kind || countsIn(kind, marks)) return false;
  const moves = movesIn(kind, marks.text);
  const only = moves.length > 0 && moves.every(({ move }) => ofSomething.has(move));
  if (!only) return false;
  const named = readNamedCases(marks.text).length > 0 || marks.docNos.length > 0 || marks.titles.length > 0;
  return !named && weightOf(subjectParts(kind, marks, [...marks.units, ...moves]).join(' ')) < 4;
}

/** Two days, one thing and no way to tell which was when: nothing is written, and it is asked. */
function daysApart({ kind, marks, act }: Piece, today: Day): Intent | undefined {
  if (!kind || act !== 'fact' || !happens(kind) || isEnglish(marks.text)) return undefined;
  const left = leftIn(kind, marks, today).filter(
    ({ what, index }) => what === 'day' && marks.times.some((time) => time.index === index),
  );
  if (left.length === 0) return undefined;
  const days = marks.times.filter((time) => time.grain === 'day').map(({ text }) => text);
  return {
    do: 'clarify',
    kind: kind.id,
    question: `还没有记。这里说了${days.length}个日子（${days.join('、')}），哪天做了什么？请分开说。`,
    about: marks.text.slice(0, 200),
  };
}

function whichOne(piece: Piece): string {
  return !isEnglish(piece.marks.text)
    ? '说的是哪一件？请带上编号或事由。'
    : 'Which one is it? Please give its number or subject.';
}

/** A likely word alone (我去开会了) tells of nothing to write down. */
function isSubstantial(told: Told): boolean {
  const { entry, piece, assumed } = told;
  if (piece.strength === 'sure' || entry.quantity !== undefined || entry.unit || (entry.title ?? '') !== '')
    return true;
  if (!assumed.includes('on')) return true;
  return Object.keys(entry.fields).some((name) => !assumed.includes(name));
}

/** Done things are told; a plan only with its day, or as a plan of the office. */
function isTold(piece: Piece, context: Context): boolean {
  const { kind, act, marks } = piece;
  if (!kind || isUrge(marks.text)) return false;
  if (act === 'fact') return true;
  if (act !== 'plan') return false;
  if (kind.id === 'plan') return true;
  const when = whenOf(piece.timesFrom, { today: context.today, batch: false, ahead: true });
  return when.told && when.on >= context.today;
}

/** 这三件都办结了 speaks of what was told before. */
const pointsBack =
  /^(?:这|那|以上|上面|上述|前面|刚才)|那[件条篇个封批]|\b(?:this|that|these|those|both) (?:one|two|three|items?|cases?)\b/i;

/** Words no cue knows are taken for the kind whose own words they share, where that is clear. */
function withNearestKind(piece: Piece): Piece {
  if (piece.kind || piece.act !== 'fact' || pointsBack.test(piece.marks.text)) return piece;
  const kind = nearestKind(piece.marks);
  return kind ? { ...piece, kind, strength: 'maybe' } : piece;
}

/** Faint cues are enough where something is counted in the kind's own words. */
function withFaintKinds(pieces: readonly Piece[], marks: Marks): readonly Piece[] {
  if (pieces.some((piece) => piece.kind)) return pieces;
  const [best] = kindsIn(marks.text);
  if (!best) return pieces;
  const measured = Object.keys(figuresIn(best.kind, marks).fields).length;
  if (!countsIn(best.kind, marks) && measured < 2) return pieces;
  return pieces.map((piece) => ({ ...piece, kind: best.kind, strength: best.strength })).slice(0, 1);
}
