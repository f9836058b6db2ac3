/** Which record of the conversation a sentence goes on about, where nothing names it outright: the evidence is added up. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { numberIn, type RecordKind } from '../kinds/kind.ts';
import { daysBetween } from '../time/day.ts';
import { goesOnBy, soundsNew } from './can-happen.ts';
import { happened } from './changes-told.ts';
import { choiceIn, knownIn } from './choices.ts';
import { readCaseNos } from './codes.ts';
import type { Context } from './context.ts';
import { descriptionOf, pointerIn } from './described.ts';
import type { Referred } from './fitting-records.ts';
import { weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { concerns, unitsTold } from './unit-roles.ts';
import { whenOf } from './when.ts';
import { blank, hitsOf, type Lexicon, lexicon } from './words.ts';

/** What each sign is worth, and how much is enough. */
const worth = {
  /** Something is told that can happen to the record as it stands. */
  tells: 3,
  /** None, one, two … pairs of characters, or English words, of what the record is about; one may stand there by chance. */
  words: [0, 1, 4, 6],
  unit: 2,
  kind: 2,
  otherKind: -3,
  pointed: 2,
  /** It was planned for about this day, and such a thing took place. */
  planned: 3,
  sameChoice: 1,
  otherChoice: -3,
  leader: 1,
  code: 5,
  otherCode: -8,
  soundsNew: -5,
} as const;
const enough = 7;
/** Who leads by less is one of several. */
const lead = 2;
const mostChoices = 5;

/** Who wants a state set (直接标成办结) tells no deed. */
const orders = /(?:标|设|置|改|算)(?:成|为|作)|\b(?:mark|set)\b.{0,30}\bas\b/i;

/** @returns the record that clearly leads; several, to be asked about, where it was pointed at and none leads */
export function meantBy(piece: Piece, context: Context): Referred | undefined {
  if (orders.test(piece.marks.text)) return undefined;
  const scored = context.recent
    .filter((entry) => !entry.void && entry.status !== 'withdrawn')
    .map((entry) => ({ entry, score: scoreOf(entry, piece, context) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return undefined;
  const rivals = scored.filter(({ score }) => score > best.score - lead).map(({ entry }) => entry);
  if (rivals.length === 1) return { entries: rivals, behind: 0 };
  if (!pointerIn(piece.marks.text)) return undefined;
  return rivals.length <= mostChoices ? { entries: rivals, doubtful: true, behind: 0 } : undefined;
}

function scoreOf(entry: Entry, piece: Piece, context: Context): number {
  const { marks } = piece;
  const kind = kindOf(entry.kind);
  if (!kind) return 0;
  const isHeld = entry.status === 'planned' && happened.test(marks.text);
  if (!isHeld && !goesOnBy(entry, marks, context)) return 0;
  const words = sharedWords(entry, kind, marks.text);
  const units = unitsTold(marks).some((unit) => concerns(entry, unit));
  const pointed = pointerIn(marks.text) !== null;
  // Nothing of it is named: that a thing of its sort went on is not enough.
  if (words === 0 && !units && !pointed && !isHeld) return 0;
  // Something else is named: 养老服务那篇 is none of five that were told without a name.
  if (words === 0 && !isHeld && weightOf(descriptionOf(marks, kind)) >= 4) return 0;
  return (
    worth.tells +
    (worth.words[Math.min(words, worth.words.length - 1)] ?? 0) +
    (units ? worth.unit : 0) +
    kindSign(piece, kind) +
    (pointed ? worth.pointed : 0) +
    (isHeld ? heldSign(entry, piece, context) : 0) +
    choiceSigns(entry, kind, marks.text) +
    (marks.leaders.some((leader) => entry.fields.leader === leader.name) ? worth.leader : 0) +
    codeSign(entry, marks) +
    (soundsNew(marks, kind) ? worth.soundsNew : 0)
  );
}

function kindSign({ kind, strength }: Piece, own: RecordKind): number {
  if (!kind) return 0;
  if (kind === own) return worth.kind;
  return strength === 'sure' ? worth.otherKind : 0;
}

const near = 3;

function heldSign(entry: Entry, piece: Piece, context: Context): number {
  const when = whenOf(piece.timesFrom, { today: context.today, batch: false });
  if (entry.on > context.today) return when.told && when.on === entry.on ? worth.planned : -worth.planned;
  return Math.abs(daysBetween(entry.on, when.on)) <= near ? worth.planned : 0;
}

/** A value told that the record has too speaks for it, another one against it; what changes in a life is no sign. */
function choiceSigns(entry: Entry, kind: RecordKind, text: string): number {
  const moved = new Set(Object.values(kind.life.moves).flatMap((move) => move.sets ?? []));
  let sum = 0;
  for (const [name, field] of Object.entries(kind.fields)) {
    const held = entry.fields[name];
    if (moved.has(name) || typeof held !== 'string') continue;
    const said = field.choices ? choiceIn(kind, field, text)?.id : field.known && knownIn(field, text)?.value;
    if (said !== undefined) sum += said === held ? worth.sameChoice : worth.otherChoice;
  }
  return sum;
}

function codeSign(entry: Entry, marks: Marks): number {
  const own = entry.fields.caseNo;
  if (own === undefined) return 0;
  const told = readCaseNos(marks.text).map((code) => code.value);
  if (told.length === 0) return 0;
  return told.some((code) => Number(code) === numberIn(Number(own))?.value) ? worth.code : worth.otherCode;
}

/** What every record of a kind is called tells none of them from the others. */
const common: ReadonlyMap<string, Lexicon | null> = new Map(
  kinds.map((kind) => [
    kind.id,
    lexicon([...kind.cues.sure, ...(kind.cues.likely ?? []), kind.title.zh].filter((cue) => typeof cue === 'string')),
  ]),
);
const generic =
  /关于|工作|情况|问题|做好|加强|推进|开展|有关|相关|事项|通知|报告|方案|意见|建议|提案|请示|批示|会议|我区|全区|今年/g;
const genericEnglish: ReadonlySet<string> = new Set(
  'the and for its our new old one two all any not but was has had are were who how out off per via about with from that this have been were today yesterday proposal request notice letter meeting item case report document town street bureau office district municipal county'.split(
    ' ',
  ),
);

/** How many pairs of characters, and English words, of what the record is about stand in the text. */
function sharedWords(entry: Entry, kind: RecordKind, text: string): number {
  const about = ['subject', 'matter', 'topic', 'visitor', 'name', 'journal']
    .map((name) => entry.fields[name])
    .filter((value): value is string => typeof value === 'string');
  const whole = [entry.title, ...about].join(' ');
  const own = blank(whole, hitsOf(common.get(kind.id) ?? null, whole)).replace(generic, ' ');
  const lower = text.toLowerCase();
  const words = new Set((lower.match(/[a-z]+/g) ?? []).flatMap((word) => [word, word.replace(/s$/, '')]));
  const pairs = new Set(
    (own.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
      Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
    ),
  );
  const latin = new Set((own.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !genericEnglish.has(word)));
  return (
    [...pairs].filter((pair) => text.includes(pair)).length +
    [...latin].filter((word) => (word.length > 3 ? lower.includes(word) : words.has(word))).length
  );
}
