/** Splits a message into pieces of one record each, and says of each what it does: tells, plans, wishes, remarks. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import { type Sentence, sentencesIn } from './atoms.ts';
import { isOutcomeShare, isOwnValue, isRecap, startsNew } from './boundaries.ts';
import { readIssueNos, readNamedCases } from './codes.ts';
import { countsIn, hasFigures } from './counts-in.ts';
import { isPartOfDay } from './day-parts.ts';
import { eachOf } from './each-of.ts';
import { addLoose, begins, part } from './first-words.ts';
import { kindIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import type { Draft, Piece, Walk } from './piece.ts';
import { headingOf, isForAll, lend, spokenOf, withoutAnnouncement } from './said-for-all.ts';
import { actOf, type SpeechAct } from './speech-act.ts';

const mostAtoms = 120;
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
  const act = actWith(listed.kind.kind, whole, walk.today);
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
    if (isForAll(marks, atom, running)) {
      for (const draft of running) draft.ranges.push(atom);
      continue;
    }
    const told = spokenOf(marks, atom, running);
    if (told) {
      for (const draft of told) draft.ranges.push(atom);
      continue;
    }
    add(walk, last, { atom, next });
    const begun = walk.drafts.at(-1)!;
    if (begun !== last && heading) lend(marks, heading, begun);
  }
  if (waiting.length > 0) addLoose(walk, waiting, { act, place });
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

const opensPlan = /^(?:记一[条下个])?(?:下一?步|下一?阶段|今后|接下来|后续|来年)(?:工作)?(?:打算|计划)?$/;

/** A further stretch of a sentence in which a record is being told. */
function add(walk: Walk, here: Draft, { atom, next }: { atom: Range; next: Range | undefined }): void {
  const { marks, today } = walk;
  const own = joinMarks(marks, [atom]);
  // 下一步，优化来信流程: what opens as a plan goes on as one.
  if (here.head?.kind.id === 'plan' && opensPlan.test(joinMarks(marks, here.ranges).text.trim())) {
    here.ranges.push(atom);
    return;
  }
  const ahead = next ? joinMarks(marks, [{ index: atom.index, end: next.end }]) : own;
  const before = marks.text.slice(0, atom.index);
  const found = kindIn(own.text);
  const kind = here.head?.kind;
  // 公众号：工作动态3条: under a heading stands what it counts, whatever else that may be called by itself.
  const under = /^\s*:/.test(marks.text.slice(here.ranges.at(-1)!.end, atom.index));
  if (kind && under && found && found.kind !== kind && found.strength !== 'sure' && countsIn(kind, own)) {
    here.ranges.push(atom);
    return;
  }
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

const asksLeave =
  /^(?!we\b|i\b|they\b|you\b)[A-Z][\w' -]{3,40} (?:wants?|hopes?|would like)(?: permission| approval)? to\b/;

const notBegun = /(?:还没|尚未|未)(?:有)?(?:启动|开工|动工)/;

/** What a stretch does, where its kind says more than its words: a postponed meeting was not held, a postponed answer has a later limit. */
function actWith(kind: RecordKind | undefined, { text, times }: Marks, today: Day): SpeechAct {
  const said = actOf(text, times, today);
  const postpones = said === 'denial' && kind?.life.moves.extend !== undefined && text.includes('延期');
  const act = postpones ? actOf(text.replaceAll('延期', '  '), times, today) : said;
  // Xinhe sub-district wants to buy two sweepers: what is asked for is what came in.
  if (kind?.id === 'request' && act === 'wish' && asksLeave.test(text)) return 'fact';
  // 小区改造还没启动: how far a task is, told of it.
  if (kind?.id === 'task' && act === 'remark' && notBegun.test(text)) return 'fact';
  // 自查发现 文件压着不办: what is found wanting was found, however much it sounds like a remark.
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

/** The last words that named a day named one that lies ahead. */
function aheadOf({ timesFrom, today }: Walk): boolean {
  return timesFrom.times.length > 0 && timesFrom.times.every(({ start }) => start !== null && start > today);
}

function flush(walk: Walk): void {
  const drafts = walk.drafts.splice(0);
  for (const [at, draft] of drafts.entries()) {
    const own = joinMarks(walk.marks, draft.ranges);
    const times = own.times.filter((time) => !time.comparison && time.said !== 'name');
    // 昨天两件事:…,二是下午开了…: the afternoon is that of the day they were announced for.
    const inside = walk.announced?.times.length === 1 && times.every(isPartOfDay);
    const placed = times.length > 0 && !inside;
    // 昨晚值班 早上食堂180人: the night is over.
    // 下周一报到;换届选举完成: what is done does not lie ahead.
    const over = !placed && aheadOf(walk) && /完成|结束|已|了(?=$|[\s,。;])/.test(own.text);
    if (over || placed || (afterNight.test(own.text) && night.test(walk.timesFrom.text))) walk.timesFrom = own;
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
      act: actWith(head?.kind, own, walk.today),
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
