/** Another way to cut: where one record would leave something of its piece behind, the piece is cut where something begins anew. */
import type { RecordKind } from '../kinds/kind.ts';
import { allMatches } from '../time/all-matches.ts';
import type { Day } from '../time/day.ts';
import { leftIn } from './accounted.ts';
import { sentencesIn } from './atoms.ts';
import { isRecap } from './boundaries.ts';
import { choiceIn } from './choices.ts';
import { hasFigures } from './counts-in.ts';
import { hasOwnDay, isPartOfDay } from './day-parts.ts';
import { eachOf } from './each-of.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Strength } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { weightOf } from './likeness.ts';
import { joinMarks, type Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { actOf } from './speech-act.ts';
import { movesIn } from './status.ts';
import { subjectParts } from './subject.ts';
import { leadsIn } from './unit-roles.ts';

/** Longer pieces are told in sentences, which are apart already. */
const longest = 200;
const mostParts = 8;

/** @returns pieces that leave less behind than the one given, in order; the piece itself where there are none */
export function apart(piece: Piece, today: Day): readonly Piece[] {
  const { kind, marks, act } = piece;
  if (!kind || act !== 'fact' || kind.id === 'plan' || kind.id === 'indicator') return [piece];
  if (marks.text.length > longest || marks.ledgerNos.length > 0 || isEnglish(marks.text)) return [piece];
  const members = membersOf(piece, kind, today);
  if (members) return members;
  const left = leftIn(kind, marks, today).length;
  if (left === 0 || left > mostParts) return [piece];
  const [best] = beginnings(marks)
    .flatMap(({ at, sign }) => {
      const parts = partsAt(piece, { at, sign, today });
      const rest = parts ? parts.reduce((sum, part) => sum + leftIn(part.kind!, part.marks, today).length, 0) : left;
      return parts && rest < left ? [{ parts, rest, sign, at }] : [];
    })
    .sort((a, b) => a.rest - b.rest || signs.indexOf(b.sign) - signs.indexOf(a.sign) || a.at - b.at);
  return best ? best.parts.flatMap((part) => apart(part, today)) : [piece];
}

/** 会后立了两个督办 教育局负责… 卫健局负责…: as many members as were counted, though the sentence began with something else. */
function membersOf(piece: Piece, kind: RecordKind, today: Day): readonly Piece[] | undefined {
  const { marks } = piece;
  const count = marks.numbers.length > 0 ? figuresIn(kind, marks).quantity : undefined;
  if (!count || count.value < 2 || count.value > mostParts || count.precision !== 'exact') return undefined;
  const [sentence, ...following] = sentencesIn(marks.text);
  const listed = sentence && eachOf(marks, { sentence, following, today });
  if (!listed || listed.kind.kind !== kind || listed.pieces.length !== count.value || listed.left?.length)
    return undefined;
  return listed.pieces.map((ranges) => ({ ...piece, marks: joinMarks(marks, ranges) }));
}

/** How clearly something begins anew: on another day, with a word that goes on to the next thing, or only in another clause. */
type Sign = 'day' | 'next' | 'clause';
const signs: readonly Sign[] = ['clause', 'next', 'day'];

interface Beginning {
  readonly at: number;
  readonly sign: Sign;
}

const goesOn =
  /(?:嗯|呃)?(?:今天|昨天)?(?:上午|下午|中午|晚上|傍晚|早上|今早|今晚)|(?:完了|然后|接着|之后|随后|后来|另外|同时)|后?[又再还](?=[\u4e00-\u9fff]{0,3}[开收接发督检培查来派报办立买修])/g;
const clause = /[\s,。;:、]+(?=\S)/g;

/** Where a record may begin, but for the start of the piece. */
function beginnings({ text, times }: Marks): Beginning[] {
  const found = new Map<number, Sign>();
  for (const { index, 0: gap } of allMatches(clause, text)) found.set(index + gap.length, 'clause');
  for (const { index } of allMatches(goesOn, text)) found.set(index, 'next');
  for (const time of times) if (time.grain === 'day' && !isPartOfDay(time)) found.set(time.index, 'day');
  found.delete(0);
  return [...found].map(([at, sign]) => ({ at, sign }));
}

function partsAt(
  piece: Piece,
  { at, sign, today }: Beginning & { readonly today: Day },
): readonly [Piece, Piece] | undefined {
  const { marks } = piece;
  const before = joinMarks(marks, [{ index: 0, end: marks.text.slice(0, at).trimEnd().length }]);
  const behind = joinMarks(marks, [{ index: at, end: marks.text.length }]);
  const alike = areAlike(piece.kind!, before, behind);
  const first = partOf(piece, before, { today, sign, alike });
  const second = first && partOf(piece, behind, { today, sign, alike });
  if (!first || !second) return undefined;
  const dated = behind.times.some((time) => time.grain === 'day' && time.text !== piece.marks.text);
  return [
    first,
    {
      ...second,
      follows: second.kind === first.kind,
      timesFrom: dated && hasOwnDay(behind) ? behind : first.timesFrom,
    },
  ];
}

/** 河道清漂由水利局牵头 校舍加固由教育局牵头: each with its unit or its leader, or each another sort with its count. */
function areAlike(kind: RecordKind, ...parts: readonly [Marks, Marks]): boolean {
  if (kind.fields.leader?.required) return parts.every(({ leaders }) => leaders.length > 0);
  if (kind.fields.leadUnit) return parts.every((part) => leadsIn(part).length > 0);
  if (sameFigure(kind, parts)) return true;
  const { category } = kind.fields;
  const isSort = ({ text }: Marks): boolean => choiceIn(kind, category!, text) !== undefined;
  return category?.type === 'choice' && parts.every((part) => isSort(part) && hasFigures(kind, part));
}

/** 办公用品1800元、空调清洗2400元: the same figure twice, each of a matter of its own. */
function sameFigure(kind: RecordKind, parts: readonly [Marks, Marks]): boolean {
  const [first, second] = parts.map((part) => Object.keys(figuresIn(kind, part).fields));
  if (!first?.some((name) => apartByFigure.has(name)) || first.join() !== second?.join()) return false;
  // 打印纸2000元,墨盒1500元: a thing and what it cost, twice.
  const areBare = parts.every(({ text }) =>
    /^(?:采购|购买|买了?|购置|更换|换了?|维修|修了?)?[\u4e00-\u9fff]{2,8}[\d.]+万?元$/.test(text),
  );
  const isNamed = (part: Marks): boolean =>
    matterOf(kind, part) >= (areBare ? 2 : 4) || kindIn(part.text, 'sure')?.kind === kind;
  const isSent = parts.every(({ units }) => units.length === 1) && parts[0].units[0]!.name !== parts[1].units[0]!.name;
  return parts.every((part) => (isSent || isNamed(part)) && !reckons.test(part.text));
}

/** Money and heads go with one thing each; what was looked up or looked at adds up. */
const apartByFigure: ReadonlySet<string> = new Set(['amount', 'attendees', 'visitors']);

/** Two sides of one account. */
const reckons = /应到|实到|预算|计划|人均|平均|单价|结余|剩余|原价|其中|定额|总价/;

function matterOf(kind: RecordKind, marks: Marks): number {
  const told = [...Object.values(figuresIn(kind, marks).fields), ...movesIn(kind, marks.text)];
  return weightOf(subjectParts(kind, marks, told).join(' '));
}

const belongs =
  /^(?:其中|开支|花费|花了|费用|支出|用了|陪|随行|含|包括|里面|问题|发现|查出|整改|现场|参加|到会|请假|列席|合格|都|均|全部?|已|共|一共|总共|合计)/;

/** A stretch that could stand for itself: it names the kind or counts in its words, and tells something of its own. */
function partOf(
  piece: Piece,
  marks: Marks,
  { today, sign, alike }: { readonly today: Day; readonly sign: Sign; readonly alike: boolean },
): Piece | undefined {
  const named = kindIn(marks.text);
  const kind = named?.kind ?? piece.kind!;
  const other = kind !== piece.kind;
  if (belongs.test(marks.text) || isRecap(marks.text) || actOf(marks.text, marks.times, today) !== 'fact')
    return undefined;
  if (other && !(named!.strength === 'sure' && hasFigures(kind, marks))) return undefined;
  const goesOnAnew = sign !== 'clause' && hasFigures(kind, marks);
  if (!named && !alike && !goesOnAnew && !(sign === 'day' && happens(kind))) return undefined;
  if (matterOf(kind, marks) < 2 && !hasFigures(kind, marks)) return undefined;
  const strength: Strength = named?.strength ?? piece.strength ?? 'likely';
  return { ...piece, marks, kind, strength, act: 'fact', timesFrom: hasOwnDay(marks) ? marks : piece.timesFrom };
}

/** Kinds whose records happen on a day and have no further life. */
export function happens(kind: RecordKind): boolean {
  return kind.life.first === 'logged' || kind.life.first === 'planned';
}
