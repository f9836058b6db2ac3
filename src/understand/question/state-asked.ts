/** How one matter stands, asked by its words: 老旧电梯怎么样了, 渣土那个办完没, 52号办得咋样了, any news on the lifts. */
import type { AskIntent } from '../../intents/ask-shape.ts';
import type { Entry } from '../../kinds/entry.ts';
import type { RecordKind } from '../../kinds/kind.ts';
import type { Intent } from '../../reply.ts';
import { isOpen } from '../can-happen.ts';
import type { Context } from '../context.ts';
import { placesIn } from '../described.ts';
import { kindIn } from '../kind-of.ts';
import { isEnglish } from '../language.ts';
import { likeness, weightOf } from '../likeness.ts';
import { type Marks, marksIn } from '../marks.ts';
import { atPlaces, latestRow } from '../rows.ts';
import { concerns } from '../unit-roles.ts';
import { blank, hitsOf, type Lexicon, lexicon } from '../words.ts';

const mostLength = 40;
const mostEnglish = 90;

const maybe =
  /[怎咋哪没吗]|什么|啥|如何|情况|进展|消息|动静|^(?:so|and|ok|how|any|what|where|has|have|is|are|did|status|progress)\b/i;
const verbs = '办理?|弄|搞|处理|落实|推进|整改|进行|走|做';
const news = '进展|消息|动静|结果|回音|下文|反馈|眉目';
const ends =
  '办结|答复|回复|反馈|销号|结案|批|报|整改|落实|印发|归档|交办|转办|采用|审结|受理|办|弄|搞|处理|解决|完成|结';
/** How it stands, at the end of the question. */
const state = new RegExp(
  `[,\\s]*(?:现在|目前|最近|后来|到底|究竟|都|已经)?(?:` +
    `(?:(?:${verbs})(?:得|的)?|进展(?:得)?|情况)?(?:怎么?样|咋样|如何|怎样)(?:了|啦)?` +
    `|(?:${verbs})?到(?:哪|什么|啥)(?:一?步|个?环节|个?程度|个?阶段|儿|里|地步)?了?` +
    `|(?:是)?(?:什么|啥)(?:情况|进展|状态|进度)了?` +
    `|(?:有没有(?:什么|啥)?|有(?:什么|啥))(?:新)?(?:${news})(?:吗|么|了)?|(?:还没|没|有)(?:新)?(?:${news})(?:了?没有?|了?吗|么)` +
    `|(?:${ends})(?:完|好|掉|下来|上来|过来|来|出来|到位)?(?:了没有?|没有?|了吗|了么|没了)` +
    `)(?:呢|啊|呀|嘛)?[?？。!\\s]*$`,
);
const english =
  /^(?:so |and |ok,? |please )*(?:how(?:'s| is| are|'re) (?<how>.+?) (?:going|doing|coming along|coming on|getting on|progressing|standing)|how (?:does|do) (?<stand>.+?) stand|(?:is there |are there )?any (?:news|updates?|progress|word|movement)(?: yet)? (?:on|of|about|with|from|regarding) (?<news>.+?)|(?:what(?:'s| is)|tell me) the (?:current )?(?:status|progress|state|latest|news|stage)(?: of| on| with| about| for)? (?<status>.+?)|(?:status|progress|news|update) (?:of|on|for) (?<bare>.+?)|where (?:are|do) we (?:stand )?(?:with|on) (?<where>.+?)|what(?:'s| is) (?:happening|going on|up) with (?<what>.+?)|what (?:happened to|became of) (?<happened>.+?)|(?:is|are|has|have) (?<is>it|they|(?:the|that|this) .+?) (?:been )?(?:done|finished|closed|answered|settled|resolved|dealt with|replied to|reported|completed)(?: yet| now| already)?)(?: now| so far| at the moment| yet)?[?.!\s]*$/i;

/** Figures, lists, spans and people are asked for in other ways. */
const other =
  /多少|几(?!号)|率|哪些|哪个|谁|什么时候|何时|比例|总共|一共|平均|同比|最[多少高低]|各|所有|全部|今年|去年|本月|上月|全年|\b(?:how many|how much|which|who|when|rate|all|year|month|quarter|week)\b/i;

/** What is called by no name: the thing pointed at, and what any such thing is called. */
const called =
  /^[件个条份封篇次场批项](?:事情?)?(?:的)?$|(?:上面|前面|刚才|刚刚|上次|之前)?(?:说的|报的|提的|立的|记的|交的)?(?:那|这|该)(?:边|件|个|条|份|封|篇|次|场|批|项|宗|起|桩|事|笔)?(?:事情?|事儿|案子|件|的)?|的?(?:事情?|事儿|工作|问题|进展|进度|情况|件)$|的$|\b(?:the|that|this|our|a|matter|matters|case|item|thing|issue|one|business|of|on|about|it|they|them)\b/gi;

/** The record asked about, several to choose from, or that there is none of that name; null for other questions. */
export function stateAsked(text: string, context: Context): Intent | null {
  const about = aboutOf(text);
  if (about === null) return null;
  const marks = marksIn(about, context);
  if (marks.times.some(({ grain }) => grain !== 'day')) return null;
  const found = placed(marks, context) ?? named(marks, context);
  const [first, ...others] = found ?? [];
  if (!first) return null;
  if (others.length === 0) return { do: 'show', no: first.no };
  return { do: 'choose', nos: found!.slice(0, 8).map((entry) => entry.no), action: { do: 'show' } };
}

/** Nothing in the ledger is called so; null where no matter is named. */
export function stateUnknown(text: string, context: Context): Intent | null {
  const about = aboutOf(text);
  const word = about === null ? '' : wordsOf(marksIn(about, context), undefined);
  if (weightOf(word) < 2) return null;
  const none = { kind: '', measure: '', filters: [] };
  return { do: 'ask', figures: [none], period: null, trouble: { because: 'unknown', word } } satisfies AskIntent;
}

/** The words before the question for a state; null where it is none. */
function aboutOf(text: string): string | null {
  if (!maybe.test(text) || text.length > (isEnglish(text) ? mostEnglish : mostLength) || other.test(text)) return null;
  const told = english.exec(text)?.groups;
  if (told) return Object.values(told).find((words) => words !== undefined) ?? null;
  const match = state.exec(text);
  if (!match) return null;
  return text
    .slice(0, match.index)
    .replace(/^(?:请问|问一?下|看一?下|查一?下|对了|那么?|哎|我们)[,\s]*/, '')
    .trim();
}

/** By a number, by the place in the row told last, or bare: the one spoken of last. */
function placed(marks: Marks, context: Context): readonly Entry[] | undefined {
  const standing = (context.repliedTo.length > 0 ? context.repliedTo : context.recent).filter(
    (entry) => !entry.void && entry.status !== 'withdrawn',
  );
  const numbered = marks.ledgerNos.flatMap((code) => context.find({ no: code.value }));
  if (numbered.length > 0) return numbered;
  const code =
    /^第?(\d{1,4})\s*号(?:那?[件个条份])?(?:的|建议|提案)*$/.exec(marks.text)?.[1] ??
    /^(?:no\.? ?|number |case |proposal |#)(\d{1,4})$/i.exec(marks.text)?.[1];
  if (code) {
    const known = standing.filter(
      ({ fields }) =>
        Number(fields.caseNo) === Number(code) || new RegExp(`\\D${code}号$`).test(String(fields.docNo ?? '')),
    );
    return known.length > 0
      ? known.slice(0, 1)
      : context.find({ kind: 'proposal', codes: { caseNo: code } }).slice(0, 1);
  }
  const places = placesIn(marks.text);
  if (places && weightOf(wordsOf({ ...marks, text: blank(marks.text, [places]) }, undefined)) < 2)
    return atPlaces(
      latestRow(context, () => true),
      places,
    );
  if (marks.units.length > 0) return undefined;
  const kind = kindIn(marks.text)?.kind;
  if (weightOf(wordsOf(marks, kind)) >= 2) return undefined;
  // 提案办得怎么样 asks for more than one thing; 那件提案怎么样了 for the last of them.
  if (marks.text !== '' && !/^[件个条份封篇次场批项]|[那这该]|刚才|\b(?:it|that|this|the)\b/i.test(marks.text))
    return undefined;
  return standing.filter((entry) => !kind || entry.kind === kind.id).slice(0, 1);
}

/** By the words it is about, and by the unit that has it. */
function named(marks: Marks, context: Context): readonly Entry[] | undefined {
  const kind = kindIn(marks.text, 'sure')?.kind;
  const words = singular(wordsOf(marks, kind));
  const isNamed = weightOf(words) >= 2;
  if (!isNamed && marks.units.length === 0) return undefined;
  const pool = new Map<string, Entry>();
  for (const entry of context.recent) pool.set(entry.no, entry);
  const sought = isNamed
    ? { words: words.split(/\s+/).filter((word) => word.length > 1) }
    : { unit: marks.units[0]!.name, open: true };
  for (const entry of context.find(sought)) pool.set(entry.no, entry);
  // Where the unit is part of the name, its record need not be that unit's.
  const scored = [...pool.values()]
    .filter((entry) => !entry.void && entry.status !== 'withdrawn')
    .map((entry) => ({
      entry,
      score:
        (isNamed ? likeness(words, entry) : 0.6) +
        (kind && entry.kind === kind.id ? 0.2 : 0) +
        (marks.units.length === 0 ? 0 : marks.units.some((unit) => concerns(entry, unit)) ? 0.2 : isNamed ? -0.1 : -1),
    }))
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score);
  const top = scored[0]?.score ?? 0;
  const best = scored.filter(({ score }) => score > top - 0.1).map(({ entry }) => entry);
  // Of the unit alone, what it still has in hand.
  const open = best.filter(isOpen);
  return !isNamed && open.length > 0 ? open : best;
}

const ownWords = new Map<string, Lexicon | null>();

function cuesOf(kind: RecordKind): Lexicon | null {
  if (!ownWords.has(kind.id))
    ownWords.set(
      kind.id,
      lexicon([...kind.cues.sure, ...(kind.cues.likely ?? []), kind.title.zh].filter((cue) => typeof cue === 'string')),
    );
  return ownWords.get(kind.id)!;
}

/** What names the matter: neither the unit nor the kind nor a pointer. */
function wordsOf(marks: Marks, kind: RecordKind | undefined): string {
  const plain = blank(marks.text, [...marks.units, ...(kind ? hitsOf(cuesOf(kind), marks.text) : [])]);
  return plain
    .replace(/[\s,。?？!]+/g, ' ')
    .trim()
    .replace(called, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(called, ' ')
    .trim();
}

function singular(words: string): string {
  return words.replace(/\b([a-z]{3,})s\b/gi, (whole, stem: string) => (/s$/i.test(stem) ? whole : stem));
}
