/** Splits a message into pieces of one record each: by new kinds, new counts, new numbers, new days. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import { type Sentence, sentencesIn } from './atoms.ts';
import { choiceIn, knownIn } from './choices.ts';
import { readIssueNos, readNamedCases } from './codes.ts';
import { eachOf } from './each-of.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored, type Strength } from './kind-of.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import { textOf } from './ranges.ts';
import { actOf, type SpeechAct } from './speech-act.ts';
import { movesIn } from './status.ts';

export interface Piece {
  readonly marks: Marks;
  readonly kind?: RecordKind;
  readonly strength?: Strength;
  readonly act: SpeechAct;
  /** Where its day is told: in itself, else in what was said before. */
  readonly timesFrom: Marks;
  /** The piece before it in the same sentence, of the same kind: lends what is not said again. */
  readonly follows: boolean;
  /** A part of a total told before (其中). */
  readonly isPart: boolean;
  /** Each record counts this many (各两次). */
  readonly each?: true;
}

interface Draft {
  ranges: Range[];
  head?: Scored;
  follows: boolean;
  isPart: boolean;
  sentence: number;
}

const mostAtoms = 120;
const recap = /(?:一共|总共|累计|合计|共计|到.{0,8}为止|就这些|就这么多|全年共|\+\s?1$|in total|altogether|so far)/i;
const connects = /^(?:[二三四五六七八九]是|还|又|另外?|同时|并|此外|以及|顺便|接着|然后|并且|也|and\b|also\b|then\b)/i;
const forAll = /^(?:都|均|全部?)(?:是|为|已|由|在|属)?/;
const part = /^其中/;

export function segment(marks: Marks, today: Day): Piece[] {
  const { text } = marks;
  const drafts: Draft[] = [];
  const pieces: Piece[] = [];
  let before: Range[] = [];
  let heading: Scored | undefined;
  let sentenceKind: Scored | undefined;
  let timesFrom = marks.times.length > 0 ? joinMarks(marks, []) : marks;
  let atoms = 0;
  const sentences = sentencesIn(text, wholeLists(marks));
  for (const [place, sentence] of sentences.entries()) {
    atoms += sentence.atoms.length;
    if (atoms > mostAtoms) break;
    const listed = eachOf(marks, sentence);
    if (listed) {
      flush();
      const act = actOf(textOf(text, sentence), joinMarks(marks, [sentence]).times, today);
      for (const ranges of listed.pieces) {
        const own = joinMarks(marks, ranges);
        pieces.push({
          marks: own,
          kind: listed.kind.kind,
          strength: listed.kind.strength,
          act,
          timesFrom: own.times.length > 0 ? own : joinMarks(marks, [sentence]),
          follows: false,
          isPart: false,
          each: true,
        });
      }
      continue;
    }
    const own = joinMarks(marks, [sentence]);
    sentenceKind = kindIn(own.text);
    const sentenceAct = actOf(own.text, own.times, today);
    before = [];
    for (const atom of sentence.atoms) {
      const said = textOf(text, atom);
      const last = drafts.at(-1);
      const here = last?.sentence === place ? last : undefined;
      if (
        here &&
        forAll.test(said) &&
        drafts.filter((draft) => draft.sentence === place).length > 1 &&
        !kindIn(said, 'sure')
      ) {
        for (const draft of drafts) if (draft.sentence === place) draft.ranges.push(atom);
        continue;
      }
      if (here && isOnlyDay(atom) && joinMarks(marks, here.ranges).times.length === 0) {
        for (const draft of drafts) if (draft.sentence === place) draft.ranges.push(atom);
        continue;
      }
      const found = kindIn(said);
      if (!here) {
        begin(atom, said, found, place, sentenceAct);
        continue;
      }
      if (startsNew(here, atom, said, found)) {
        const follows = (found?.kind ?? here.head?.kind) === here.head?.kind;
        drafts.push({
          ranges: [atom],
          head: found ?? here.head,
          follows,
          isPart: part.test(said) || text.slice(0, atom.index).trimEnd().endsWith(':'),
          sentence: place,
        });
      } else {
        here.ranges.push(atom);
        here.head = headOf(here.ranges) ?? here.head;
      }
    }
    if (before.length > 0) loose(before, sentenceAct, place);
  }
  flush();
  return pieces;

  /** A day at the end of a list is the day of all. */
  function isOnlyDay(atom: Range): boolean {
    const own = joinMarks(marks, [atom]);
    return own.times.length === 1 && own.times[0]!.text.length === own.text.length;
  }

  /** The first atoms of a sentence: words before the first kind or count wait for it. */
  function begin(atom: Range, said: string, found: Scored | undefined, place: number, act: SpeechAct): void {
    const last = drafts.at(-1);
    before.push(atom);
    const own = joinMarks(marks, before);
    const kind =
      found ?? kindIn(own.text) ?? (sentenceKind && countsIn(sentenceKind.kind, own) ? sentenceKind : undefined);
    const counts =
      last?.head &&
      countsIn(last.head.kind, joinMarks(marks, [atom])) &&
      figuresIn(last.head.kind, joinMarks(marks, last.ranges)).quantity;
    if (last && kind?.kind === last.head?.kind && recap.test(said) && act === 'fact') {
      before = [];
      return;
    }
    const numbered = last?.head !== undefined && !kind && isNewCode(last, own, last.head.kind);
    if (!kind && last?.head && (counts || numbered) && act === 'fact') {
      drafts.push({ ranges: before, head: last.head, follows: true, isPart: part.test(own.text), sentence: place });
      before = [];
      return;
    }
    if (!kind) return;
    if (last && last.head?.kind === kind.kind && act === 'fact' && !isNewOfKind(last, own, kind.kind)) {
      // A further sentence about the same thing.
      last.ranges.push(...before);
      last.sentence = place;
      before = [];
      return;
    }
    const earlier = faintBefore(before.slice(0, -1), kind.kind);
    if (earlier) {
      drafts.push({ ranges: before.slice(0, -1), head: earlier, follows: false, isPart: false, sentence: place });
      before = [atom];
    }
    const isHeading = kind && /[::]$/.test(text.slice(atom.index, atom.end + 1)) && !countsIn(kind.kind, own);
    if (isHeading) heading = kind;
    drafts.push({ ranges: before, head: kind, follows: false, isPart: false, sentence: place });
    before = [];
  }

  /** Words with figures of their own before the first clear name: 看了5个项目 发现3个问题 回来发通报第8期. */
  function faintBefore(ranges: readonly Range[], kind: RecordKind): Scored | undefined {
    if (ranges.length === 0) return undefined;
    const own = joinMarks(marks, ranges);
    const faint = kindIn(own.text, 'maybe');
    if (!faint || faint.kind === kind) return undefined;
    const figures = figuresIn(faint.kind, own);
    return Object.keys(figures.fields).length > 1 ? faint : undefined;
  }

  function headOf(ranges: readonly Range[]): Scored | undefined {
    return kindIn(joinMarks(marks, ranges).text);
  }

  /** Whether a stretch of the running sentence begins another record. */
  function startsNew(here: Draft, atom: Range, said: string, found: Scored | undefined): boolean {
    const own = joinMarks(marks, [atom]);
    const kind = here.head?.kind;
    // What the office means to do next may be of any kind: it all belongs to the plan.
    if (!kind || kind.id === 'plan') return false;
    if (recap.test(said) && (!found || found.kind === kind) && figuresIn(kind, joinMarks(marks, here.ranges)).quantity)
      return false;
    if (found && found.kind !== kind && found.strength !== 'sure' && bareCount(kind, own) !== undefined)
      return isNewOfKind(here, own, kind);
    if (found && found.kind !== kind) {
      const absorbed = Object.keys(figuresIn(kind, own).fields).length > 0 && found.strength !== 'sure';
      if (absorbed) return isNewOfKind(here, own, kind);
      if (countsIn(found.kind, own)) return true;
      if (found.strength !== 'sure') return connects.test(said) && found.score > 15;
      if (connects.test(said) || /\b(?:and|then)\s+$/i.test(text.slice(0, atom.index))) return true;
      if (hasFigures(found.kind, own) && !hasFigures(kind, own)) return true;
      const days = own.times.some((time) => time.grain === 'day');
      return days && joinMarks(marks, here.ranges).times.some((time) => time.grain === 'day');
    }
    if (text[atom.index - 1] === ':' || /:\s$/.test(text.slice(0, atom.index))) {
      const total = figuresIn(kind, joinMarks(marks, here.ranges)).quantity?.value ?? 1;
      if (total > 1 && hasFigures(kind, own)) return true;
    }
    return isNewOfKind(here, own, kind);
  }

  function isNewOfKind(here: Draft, own: Marks, kind: RecordKind): boolean {
    const sofar = joinMarks(marks, here.ranges);
    if (hasOtherSort(kind, own, sofar)) return true;
    if (countsIn(kind, own) && countsIn(kind, sofar)) return !isShare(kind, own, sofar);
    if (own.docNos.length > 0 && sofar.docNos.length > 0 && !/和|与|及/.test(own.text.slice(0, 1))) return true;
    if (isNewCode(here, own, kind)) return true;
    if (kind.fields.name?.known && named(kind, own) && named(kind, sofar) && named(kind, own) !== named(kind, sofar))
      return true;
    const isNamed = kindIn(own.text)?.kind === kind;
    const days = own.times.filter((time) => time.grain === 'day' && (isNamed || (time.start ?? '') <= today));
    const earlier = sofar.times.filter((time) => time.grain === 'day');
    return (
      days.length > 0 && earlier.length > 0 && days[0]!.start !== earlier[0]!.start && (isNamed || topicIn(kind, own))
    );
  }

  /** 10件完成6件: a move with a smaller count tells how far the ten have come. */
  function isShare(kind: RecordKind, own: Marks, sofar: Marks): boolean {
    const count = figuresIn(kind, own).quantity;
    const total = figuresIn(kind, sofar).quantity?.value;
    if (!count || total === undefined || count.value >= total || kindIn(own.text)) return false;
    return movesIn(kind, own.text).some((moved) => own.text.slice(moved.end, count.index).replace(/了|\s/g, '') === '');
  }

  /** 第353号 behind 第352号 is another case. */
  function isNewCode(here: Draft, own: Marks, kind: RecordKind): boolean {
    if (!Object.hasOwn(kind.fields, 'caseNo')) return false;
    const number = /第?\s*\d+\s*号/;
    return number.test(own.text) && number.test(joinMarks(marks, here.ranges).text);
  }

  function named(kind: RecordKind, own: Marks): string | undefined {
    return kind.fields.name ? knownIn(kind.fields.name, own.text)?.value : undefined;
  }

  /** A sentence that names no kind: it adds to what was said last, or stands for itself when it is no plain fact. */
  function loose(ranges: Range[], act: SpeechAct, place: number): void {
    const last = drafts.at(-1);
    if (last && act === 'fact') {
      last.ranges.push(...ranges);
      last.sentence = place;
      return;
    }
    if (heading) return;
    drafts.push({ ranges, follows: false, isPart: false, sentence: place });
  }

  function flush(): void {
    for (const draft of drafts.splice(0)) {
      const own = joinMarks(marks, draft.ranges);
      const placed = own.times.some((time) => !time.comparison && time.said !== 'name');
      if (placed) timesFrom = own;
      const head = draft.head && (kindIn(own.text) ?? draft.head);
      const kept = draft.follows ? draft.head : head;
      pieces.push({
        marks: own,
        ...(kept ? { kind: kept.kind, strength: kept.strength } : {}),
        act: actOf(own.text, own.times, today),
        timesFrom: placed ? own : timesFrom,
        follows: draft.follows,
        isPart: draft.isPart,
      });
    }
  }
}

/** Whether the stretch counts records of the kind: a number with its counting word, or a choice with a bare number (投诉4). */
export function countsIn(kind: RecordKind, marks: Marks): boolean {
  const figures = figuresIn(kind, marks);
  return figures.quantity !== undefined || bareCount(kind, marks) !== undefined;
}

/** 咨询3投诉4: a value of the kind and a number behind it with nothing after. */
export function bareCount(kind: RecordKind, marks: Marks): number | undefined {
  const [number, ...others] = figuresIn(kind, marks).spare;
  if (!number || others.length > 0 || number.percent) return undefined;
  if (!/^\s*$/.test(marks.text.slice(number.end))) return undefined;
  const before = marks.text.slice(0, number.index);
  const valued = Object.entries(kind.fields).some(([name, field]) => {
    if (neverCounted.has(name)) return false;
    const hit =
      field.type === 'choice'
        ? choiceIn(kind, field, before)?.hit
        : field.known
          ? knownIn(field, before)?.hit
          : undefined;
    return hit !== undefined && before.slice(hit.end).trim() === '';
  });
  return valued ? number.value : undefined;
}

/** Lists of numbers are not cut: 第2、3、4期, 37、38号, 60号、61号. */
function wholeLists(marks: Marks): Range[] {
  const documents = marks.docNos.flatMap((code, at) => {
    const next = marks.docNos[at + 1];
    return next && next.index - code.end < 4 ? [{ index: code.index, end: next.end }] : [];
  });
  return [...readIssueNos(marks.text), ...readNamedCases(marks.text), ...documents];
}

/** How things ended is no list of things: 满意82 tells of the 86 before it. */
const neverCounted: ReadonlySet<string> = new Set([
  'satisfaction',
  'resultClass',
  'outcome',
  'decision',
  'attended',
  'reply',
  'pace',
]);

/** 主题党日30人 廉政谈话2人: another sort of the kind with figures of its own. */
function hasOtherSort(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const differs = sorts.some((name) => {
    const field = kind.fields[name];
    if (field?.type !== 'choice') return false;
    const here = choiceIn(kind, field, own.text)?.id;
    const before = choiceIn(kind, field, sofar.text)?.id;
    return here !== undefined && before !== undefined && here !== before;
  });
  return differs && hasFigures(kind, own) && hasFigures(kind, sofar);
}
const sorts = ['category', 'channel', 'column'] as const;

function hasFigures(kind: RecordKind, marks: Marks): boolean {
  const figures = figuresIn(kind, marks);
  return figures.quantity !== undefined || Object.keys(figures.fields).length > 0;
}

function topicIn(kind: RecordKind, marks: Marks): boolean {
  return Object.values(kind.fields).some((field) => field.known && knownIn(field, marks.text));
}

export type { Sentence };
