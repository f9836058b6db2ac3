/** Splits a message into pieces of one record each, and says of each what it does: tells, plans, wishes, remarks. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import { type Sentence, sentencesIn } from './atoms.ts';
import {
  isNewCode,
  isNewOfKind,
  isOnlyValue,
  isOtherVisitor,
  isOutcomeShare,
  isOwnValue,
  isRecap,
  startsNew,
} from './boundaries.ts';
import { readIssueNos, readNamedCases } from './codes.ts';
import { countsIn, hasFigures } from './counts-in.ts';
import { eachOf } from './each-of.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored, type Strength } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import { trimRange } from './ranges.ts';
import { actOf, type SpeechAct } from './speech-act.ts';
import { blank } from './words.ts';

export interface Piece {
  readonly marks: Marks;
  readonly kind?: RecordKind;
  readonly strength?: Strength;
  readonly act: SpeechAct;
  /** Where its day is told: in itself, else in what was said before. */
  readonly timesFrom: Marks;
  /** A later member of a list of its kind: the member before lends what is not said again. */
  readonly follows: boolean;
  /** A part of a total told before (其中). */
  readonly isPart: boolean;
}

interface Draft {
  ranges: Range[];
  head?: Scored;
  readonly follows: boolean;
  readonly isPart: boolean;
  sentence: number;
}

interface Walk {
  readonly marks: Marks;
  readonly today: Day;
  readonly drafts: Draft[];
  readonly pieces: Piece[];
  /** The last words that named a day. */
  timesFrom: Marks;
  /** The day of all that was announced (昨天两件事). */
  announced?: Marks;
}

const mostAtoms = 120;
const forAll =
  /^(?:今天|昨天|今日|昨日|上午|下午|刚刚?|已经?|也|\s|(?:这|以上|上面)?[两三四五六七八九十\d]+[件条篇个场项份批次家])*(?:都|均|全部?|统一|一并|一起|一次性)(?:是|为|已|由|在|属)?/;
const part = /^其中|\bof (?:them|these|those|which)\b|^including\b/i;
const partOfDay = /^(?:上午|下午|中午|晚上|早上|傍晚)$/;
const night = /昨晚|昨夜|昨天(?:晚上|夜里)/;
const afterNight = /^(?:今早|早上|一早|早晨|上午|中午|下午|刚)/;

export function segment(marks: Marks, today: Day): Piece[] {
  const walk: Walk = { marks, today, drafts: [], pieces: [], timesFrom: joinMarks(marks, []) };
  let atoms = 0;
  const sentences = sentencesIn(marks.text, wholeLists(marks));
  for (let place = 0; place < sentences.length; place += 1) {
    const sentence = sentences[place]!;
    atoms += sentence.atoms.length;
    if (atoms > mostAtoms) break;
    const read = readList(walk, sentences.slice(place));
    if (read === 0) readSentence(walk, sentence, place);
    else place += read - 1;
  }
  flush(walk);
  return walk.pieces;
}

/** A list in which every member gets its own record. @returns how many sentences it took */
function readList(walk: Walk, [sentence, ...others]: readonly Sentence[]): number {
  if (!sentence) return 0;
  const apart = others.findIndex((one, at) => !joins(walk.marks.text, [sentence, ...others][at]!, one));
  const following = apart < 0 ? others : others.slice(0, apart);
  const listed = eachOf(walk.marks, { sentence, following, today: walk.today });
  if (!listed) return 0;
  flush(walk);
  const end = listed.left?.[0]?.index ?? [sentence, ...following][(listed.sentences ?? 1) - 1]!.end;
  const whole = joinMarks(walk.marks, [{ index: sentence.index, end }]);
  const act = withMatter(actOf(whole.text, whole.times, walk.today), listed.kind.kind);
  for (const ranges of listed.pieces) {
    const own = joinMarks(walk.marks, ranges);
    walk.pieces.push({
      marks: own,
      kind: listed.kind.kind,
      strength: listed.kind.strength,
      act,
      timesFrom: own.times.length > 0 ? own : whole,
      follows: false,
      isPart: false,
    });
  }
  if (listed.left && listed.left.length > 0)
    readSentence(walk, { ...sentence, index: listed.left[0]!.index, atoms: listed.left }, -1);
  return listed.sentences ?? 1;
}

/** A semicolon or a new line stands between them. */
function joins(text: string, before: Sentence, after: Sentence): boolean {
  return /^\s*(?:[;:]|\n)/.test(text.slice(before.end, after.index));
}

function readSentence(walk: Walk, sentence: Sentence, place: number): void {
  const { marks, today } = walk;
  const whole = joinMarks(marks, [sentence]);
  const act = actOf(whole.text, whole.times, today);
  const kind = kindIn(whole.text);
  const heading = headingOf(marks, sentence);
  let waiting: Range[] = [];
  const announced = withoutAnnouncement(marks, sentence.atoms);
  if (announced !== sentence.atoms) walk.announced = joinMarks(marks, announced.slice(0, 1));
  const atoms = withDays(marks, announced);
  for (const [at, atom] of atoms.entries()) {
    const next = atoms[at + 1];
    const last = walk.drafts.at(-1);
    if (last?.sentence !== place) {
      waiting.push(atom);
      if (begins(walk, { waiting, kind, act, place })) waiting = [];
      continue;
    }
    const running = walk.drafts.filter((draft) => draft.sentence === place);
    if (isForAll(walk, atom, running)) {
      for (const draft of running) draft.ranges.push(atom);
      continue;
    }
    add(walk, last, { atom, next });
    const begun = walk.drafts.at(-1)!;
    if (begun !== last && heading) lend(marks, heading, begun);
  }
  if (waiting.length > 0) addLoose(walk, waiting, { act, place });
}

/** 横塘镇来两样东西:…, 督查室:…: the one unit named before a colon holds for all behind it. */
function headingOf(marks: Marks, sentence: Sentence): Range | undefined {
  const colon = marks.text.indexOf(':', sentence.index);
  if (colon < 0 || colon >= sentence.end) return undefined;
  const own = joinMarks(marks, [{ index: sentence.index, end: colon }]);
  const units = marks.units.filter((unit) => unit.index >= sentence.index && unit.end <= colon);
  return units.length === 1 && !kindIn(blank(own.text, own.units)) ? units[0] : undefined;
}

function lend(marks: Marks, heading: Range, draft: Draft): void {
  if (joinMarks(marks, draft.ranges).units.length === 0)
    draft.ranges.unshift({ index: heading.index, end: heading.end });
}

const announces = /[\d一二两三四五六七八九十]+\s*(?:[件个桩]事(?:情|项)?|[样件个]东西|[项件个](?:工作|内容|活))$/;

/** 上周五三件事 督查了… 开了…: what only says how much is to come counts nothing itself. */
function withoutAnnouncement(marks: Marks, atoms: readonly Range[]): readonly Range[] {
  const [first, ...rest] = atoms;
  const said = first && rest.length > 1 ? announces.exec(marks.text.slice(first.index, first.end)) : null;
  if (!first || !said || kindIn(marks.text.slice(first.index, first.end))) return atoms;
  const before = trimRange(marks.text, { index: first.index, end: first.index + said.index });
  return before.end > before.index ? [before, ...rest] : rest;
}

const onlyConnects = /^(?:另外|此外|同时|然后|还有|接着|再就是|完了|后来)$/;

/** A day that stands alone after another day belongs to what follows (周六 接待3人 周日 开会1场). */
function withDays(marks: Marks, atoms: readonly Range[]): Range[] {
  const joined: Range[] = [];
  const isDay = (range: Range): boolean => {
    const { times, text } = joinMarks(marks, [range]);
    return times.length === 1 && times[0]!.grain === 'day' && times[0]!.text.length === text.length;
  };
  let dated = false;
  for (const [at, atom] of atoms.entries()) {
    const last = joined.at(-1);
    // 另外 with a blank behind it opens what follows.
    if (last && onlyConnects.test(marks.text.slice(last.index, last.end))) {
      joined[joined.length - 1] = { index: last.index, end: atom.end };
      continue;
    }
    const follows = at > 1 && isDay(atoms[at - 1]!) && last === atoms[at - 1] && dated;
    if (follows && last) joined[joined.length - 1] = { index: last.index, end: atom.end };
    else joined.push(atom);
    dated ||=
      at > 0 &&
      atoms.slice(0, at).some((before) => joinMarks(marks, [before]).times.some((time) => time.grain === 'day'));
  }
  return joined;
}

/** What is said once for a whole list: 都是水利局主办, or a day at its end. */
function isForAll(walk: Walk, atom: Range, running: readonly Draft[]): boolean {
  const own = joinMarks(walk.marks, [atom]);
  if (running.length > 1 && forAll.test(own.text) && tellsNothingNew(own, running)) return true;
  const isDay = own.times.length === 1 && own.times[0]!.text.length === own.text.length;
  return isDay && joinMarks(walk.marks, running.at(-1)?.ranges ?? []).times.length === 0;
}

/** 都是区长信箱的 names the kind of the whole list and counts nothing of its own. */
function tellsNothingNew(own: Marks, running: readonly Draft[]): boolean {
  const count = /^(?:这|以上|上面)?([两三四五六七八九十\d]+)[件条篇个场项份批次家]/.exec(own.text)?.[1];
  if (count !== undefined && own.numbers[0]?.value === running.length) return true;
  const sure = kindIn(own.text, 'sure');
  return !sure || (!countsIn(sure.kind, own) && running.every((draft) => draft.head?.kind === sure.kind));
}

/** A further stretch of a sentence in which a record is being told. */
function add(walk: Walk, here: Draft, { atom, next }: { atom: Range; next: Range | undefined }): void {
  const { marks, today } = walk;
  const own = joinMarks(marks, [atom]);
  const ahead = next ? joinMarks(marks, [{ index: atom.index, end: next.end }]) : own;
  const before = marks.text.slice(0, atom.index);
  const found = kindIn(own.text);
  const kind = here.head?.kind;
  const sofar = joinMarks(marks, here.ranges);
  // 一共三场 behind three meetings told one by one sums them up.
  const told = walk.drafts.filter((draft) => draft.head?.kind === kind).length;
  if (told > 1 && isRecap(own.text) && own.numbers[0]?.value === told) return;
  if (kind && startsNew({ kind, sofar, own, ahead, found, before, today, listing: here.isPart })) {
    const head = found && !(found.kind !== kind && isOwnValue(kind, own, found)) ? found : here.head!;
    const follows = head.kind === kind;
    walk.drafts.push({
      ranges: [atom],
      head,
      follows,
      isPart:
        part.test(own.text) ||
        before.trimEnd().endsWith(':') ||
        (follows && (here.isPart || isOutcomeShare(kind, own, sofar))),
      sentence: here.sentence,
    });
    return;
  }
  // 省领导批示没有 区长批了9条: after what was denied the next is told of its own.
  const denied =
    kind && actOf(sofar.text, sofar.times, today) === 'denial' && actOf(own.text, own.times, today) === 'fact';
  if (kind && denied && hasFigures(kind, own)) {
    walk.drafts.push({
      ranges: [atom],
      head: found ?? here.head!,
      follows: false,
      isPart: false,
      sentence: here.sentence,
    });
    return;
  }
  if (kind && !found && isAside(own, sofar, today)) {
    walk.drafts.push({ ranges: [atom], follows: false, isPart: false, sentence: here.sentence });
    return;
  }
  here.ranges.push(atom);
  // 答复1件 予以公开: a later member stays of its list's kind.
  if (!here.follows) here.head = kindIn(joinMarks(marks, here.ranges).text) ?? here.head;
}

/** 收文3件,还差两件没登记: a remark or a plan behind a fact takes nothing from it. */
function isAside(own: Marks, sofar: Marks, today: Day): boolean {
  const act = actOf(own.text, own.times, today);
  const ahead = own.times.some((time) => (time.start ?? '') > today);
  if (!(act === 'remark' || (act === 'plan' && ahead))) return false;
  return actOf(sofar.text, sofar.times, today) === 'fact';
}

/** The first words of a sentence wait for a kind or a count. @returns whether they have been taken */
function begins(
  walk: Walk,
  given: { waiting: Range[]; kind: Scored | undefined; act: SpeechAct; place: number },
): boolean {
  const { marks, drafts, today } = walk;
  const { waiting, act, place } = given;
  const last = drafts.at(-1);
  const own = joinMarks(marks, waiting);
  const atom = waiting.at(-1)!;
  const latest = joinMarks(marks, [atom]);
  const head =
    kindIn(latest.text) ?? kindIn(own.text) ?? (given.kind && countsIn(given.kind.kind, own) ? given.kind : undefined);
  const lastKind = last?.head?.kind;
  const sofar = last && joinMarks(marks, last.ranges);
  if (lastKind && sofar && act === 'fact') {
    if (head?.kind === lastKind && isRecap(latest.text)) return true;
    if (head && head.kind !== lastKind && isOnlyValue(lastKind, own)) {
      last.ranges.push(...waiting);
      last.sentence = place;
      return true;
    }
    if (!head) {
      if (isOtherSender(lastKind, own, sofar) || isOtherVisitor(lastKind, own, sofar)) {
        drafts.push({ ranges: waiting, head: last.head!, follows: true, isPart: false, sentence: place });
        return true;
      }
      const counts = countsIn(lastKind, latest) && figuresIn(lastKind, sofar).quantity !== undefined;
      if (!counts && !isNewCode(lastKind, own, sofar)) return false;
      drafts.push({ ranges: waiting, head: last.head!, follows: true, isPart: part.test(own.text), sentence: place });
      return true;
    }
    const apart = isNewOfKind({ kind: lastKind, sofar, own, ahead: own, today }) || isOwnLine(walk, last, waiting);
    if (head.kind === lastKind && !apart) {
      // A further sentence about the same thing.
      last.ranges.push(...waiting);
      last.sentence = place;
      return true;
    }
  }
  if (!head) return false;
  const faint = faintBefore(walk, waiting.slice(0, -1), head.kind);
  if (faint) drafts.push({ ranges: waiting.slice(0, -1), head: faint, follows: false, isPart: false, sentence: place });
  drafts.push({ ranges: faint ? [atom] : waiting, head, follows: false, isPart: false, sentence: place });
  return true;
}

const label =
  /^(?:单位|人数|人员|时间|日期|地点|方式|编号|文号|对象|内容|情况|结果|事项[::]|要求|发现|整改|组|了?\s*\d)/;

/** Two lines that both begin 督办 …: each names the kind by the same word and goes on with a matter of its own. */
function isOwnLine({ marks }: Walk, last: Draft, waiting: readonly Range[]): boolean {
  const end = last.ranges.at(-1)?.end ?? 0;
  const [first] = waiting;
  if (!first || !marks.text.slice(end, first.index).includes('\n')) return false;
  const [before, here] = [last.ranges[0]?.index ?? 0, first.index].map((start) => {
    const [line = ''] = marks.text.slice(start).split('\n', 1);
    const at = kindIn(line, 'likely')?.index ?? -1;
    return { word: at < 0 ? '' : line.slice(at, at + 2), at, rest: line.slice(at + 2) };
  });
  if (!before || !here || here.word.length < 2 || here.word !== before.word || here.at > longestHead) return false;
  return /^[\s《了:]*[\u4e00-\u9fff]/.test(here.rest) && !label.test(here.rest.trim());
}

/** 今天上午, 下午去: so much may stand before the word that names the kind. */
const longestHead = 8;

/** 收文 市府办 台风防御;省教育厅 开学检查: another sender has sent another paper. */
function isOtherSender(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  // Answered the one from Xishan Town: another of its kind, behind the one told.
  if (/\b(?:the|that|another) one (?:from|about|on)\b/i.test(own.text)) return true;
  const [sender] = own.units;
  if (kind.fields.from?.type !== 'unit' || sender?.index !== 0 || sofar.units.length === 0) return false;
  if (sofar.units.some((unit) => unit.name === sender.name)) return false;
  return /^\s?(?!会办|协办|配合|也|已|同意|答复|反馈|牵头|主办|承办|办理|说)[\u4e00-\u9fff]{2}/.test(
    own.text.slice(sender.end),
  );
}

/** Words with figures of their own before the first clear name: 看了5个项目 发现3个问题 回来发通报第8期. */
function faintBefore(walk: Walk, ranges: readonly Range[], kind: RecordKind): Scored | undefined {
  if (ranges.length === 0) return undefined;
  const own = joinMarks(walk.marks, ranges);
  const faint = kindIn(own.text, 'maybe');
  if (!faint || faint.kind === kind) return undefined;
  return Object.keys(figuresIn(faint.kind, own).fields).length > 1 ? faint : undefined;
}

/** A sentence that names no kind adds to what was said last, or stands for itself when it is no plain fact. */
function addLoose(walk: Walk, ranges: Range[], given: { act: SpeechAct; place: number }): void {
  const last = walk.drafts.at(-1);
  if (last && given.act === 'fact') {
    last.ranges.push(...ranges);
    last.sentence = given.place;
    return;
  }
  walk.drafts.push({ ranges, follows: false, isPart: false, sentence: given.place });
}

/** 自查发现 文件压着不办: what is found wanting was found, however much it sounds like a remark. */
function withMatter(act: SpeechAct, kind: RecordKind | undefined): SpeechAct {
  return kind?.id === 'shortcoming' && (act === 'remark' || act === 'denial') ? 'fact' : act;
}

/** Received 6 documents and issued 2 yesterday: an English day at the end is that of all that was told before it. */
function dayBehind(walk: Walk, drafts: readonly Draft[]): Marks | undefined {
  const [first, ...later] = drafts.map((draft) => joinMarks(walk.marks, draft.ranges));
  const last = later.find((own) => own.times.length > 0);
  if (!first || !last || !isEnglish(walk.marks.text)) return undefined;
  const [time] = last.times;
  const ends =
    time && time.index + time.text.length >= last.text.length && ['day', 'days', 'week', 'month'].includes(time.grain);
  const told = ends && (time.start ?? '') <= walk.today && actOf(first.text, first.times, walk.today) === 'fact';
  return told ? last : undefined;
}

function flush(walk: Walk): void {
  const drafts = walk.drafts.splice(0);
  for (const [at, draft] of drafts.entries()) {
    const own = joinMarks(walk.marks, draft.ranges);
    const times = own.times.filter((time) => !time.comparison && time.said !== 'name');
    // 昨天两件事:…,二是下午开了…: the afternoon is that of the day they were announced for.
    const inside = walk.announced?.times.length === 1 && times.every((time) => partOfDay.test(time.text));
    const placed = times.length > 0 && !inside;
    // 昨晚值班 早上食堂180人: the night is over.
    if (placed || (afterNight.test(own.text) && night.test(walk.timesFrom.text))) walk.timesFrom = own;
    const behind = placed
      ? undefined
      : dayBehind(
          walk,
          drafts.slice(at).filter(({ sentence }) => sentence === draft.sentence),
        );
    const head = draft.head && (draft.follows ? draft.head : (kindIn(own.text) ?? draft.head));
    walk.pieces.push({
      marks: own,
      ...(head ? { kind: head.kind, strength: head.strength } : {}),
      act: withMatter(actOf(own.text, own.times, walk.today), head?.kind),
      timesFrom: behind ?? walk.timesFrom,
      follows: draft.follows,
      isPart: draft.isPart,
    });
  }
}

/** Lists of numbers are not cut: 第2、3、4期, 37、38号, 60号、61号. */
function wholeLists(marks: Marks): Range[] {
  const documents = marks.docNos.flatMap((code, at) => {
    const next = marks.docNos[at + 1];
    return next && next.index - code.end < 4 ? [{ index: code.index, end: next.end }] : [];
  });
  return [...readIssueNos(marks.text), ...readNamedCases(marks.text), ...documents].map((list) => ({
    // 两件提案:621号: the name before the number is none of the list.
    index: list.index + Math.max(0, marks.text.slice(list.index, list.end).search(/[第\d]/)),
    end: list.end,
  }));
}
