/** Which kind of record a piece of text tells of, by the cues the kinds declare. */
import { kinds } from '../kinds/all.ts';
import type { Field, RecordKind } from '../kinds/kind.ts';
import { knownIn, knownWords } from './choices.ts';
import { mayMatch } from './may-match.ts';
import { remember } from './remember.ts';
import { hitsOf, type Lexicon, lexicon, lexiconsIn, longest } from './words.ts';

export type Strength = 'sure' | 'likely' | 'maybe';

export interface Scored {
  readonly kind: RecordKind;
  readonly score: number;
  readonly strength: Strength;
  /** Where the strongest cue stands. */
  readonly index: number;
}

/** What the kind declares of one strength. */
interface Cue {
  readonly weight: number;
  readonly strength: Strength;
}

const weights: Readonly<Record<Strength, number>> = { sure: 30, likely: 15, maybe: 3 };
const mostLength = 9;
/** A sentence that opens as a plan is one, whatever the plan is about. */
const opening = 10;

interface Table {
  readonly kind: RecordKind;
  /** The strongest first. */
  readonly cues: readonly Cue[];
  readonly never: readonly RegExp[];
  /** Free texts it asks for; a usual value of one points to the kind. */
  readonly topics: readonly Field[];
}

const tables: readonly Table[] = kinds.map((kind) => ({
  kind,
  never: kind.cues.never ?? [],
  topics: Object.values(kind.fields).filter((field) => field.required && field.known),
  cues: (['sure', 'likely', 'maybe'] as const).map((strength) => ({ strength, weight: weights[strength] })),
}));

/** 《公务用车管理细则》 is a rule, whatever it rules. */
const ruleName = /《[^》]{0,200}(?:制度|办法|细则|规定|机制|规程|规则|方案|预案)》/g;
/** So is 关于做好汛期值守的通知 a paper. */
const paperName = /关于[^,。;\n《》]{2,40}?的(通知|意见|通报|函|批复|公告|通告|决定|报告|请示|纪要)/g;
/** So is 端午值守的通知, where nothing happens before it. */
const calledPaper =
  /(?<=^|[\s,。;:]|印发|下发|起草|拟|核稿|转发|收到)[^,。;:\s《》了过]{2,16}的(通知|通报|意见|公告|通告|请示|批复)(?![会单书])/g;
/** 督查室缺人手: who it is, not what was done. */
const sections =
  /(?:信息|综合|政务)?(?:(?:督查|督办|信息|文书|秘书|综合|提案|法制)[科室股]|(?:合法性审查|复议|应诉|会务|接待|档案|公开|信访|电子政务|党建|机要)科)/g;
/** 督查科反馈了: it says something, and did nothing of what it is named after. */
const sectionSays =
  /(?:督查|督办|信息|文书|秘书|综合|提案|法制|信访|公开|档案|接待)[科室股](?:那边|说|反馈|回复|答复|报告|汇报|回话)/;
const papers: ReadonlySet<string> = new Set([
  'institution',
  'regulation',
  'outgoing',
  'incoming',
  'research',
  'disclosure',
  'bulletin',
]);

/** A kind, and what of it a word or a pattern speaks for; of two as long the one declared first counts. */
interface Pointing {
  readonly table: Table;
  readonly cue: Cue | null;
  readonly order: number;
}

/** What points to which kinds: their lists of words and their patterns. */
const pointing = new Map<Lexicon | RegExp, Pointing[]>();

function points(pointer: Lexicon | RegExp | null, to: Pointing): void {
  if (pointer) pointing.set(pointer, [...(pointing.get(pointer) ?? []), to]);
}

for (const table of tables) {
  for (const cue of table.cues) {
    const declared = table.kind.cues[cue.strength] ?? [];
    points(lexicon(declared.filter((one) => typeof one === 'string')), { table, cue, order: -1 });
    for (const [order, one] of declared.entries()) if (typeof one !== 'string') points(one, { table, cue, order });
  }
  for (const topic of table.topics) points(knownWords(topic), { table, cue: null, order: 0 });
}

const ableIn = mayMatch([
  ...[...pointing.keys()].filter((pointer) => pointer instanceof RegExp),
  ...tables.flatMap(({ never }) => never),
]);

/** Every kind the text points to, best first. */
export const kindsIn = remember(scoredKinds);

function scoredKinds(whole: string): readonly Scored[] {
  const text = whole.replace(sections, (said) => '□'.repeat(said.length));
  if (text === whole) return scoredIn(whole);
  // 督查室：信息3条: who it was, and nothing else.
  if (/^[□\s:,]*$/.test(text)) return [];
  const found = scoredIn(text);
  const says = sectionSays.test(whole);
  return says || found.some(({ strength }) => strength !== 'maybe') ? found : scoredIn(whole);
}

function scoredIn(text: string): readonly Scored[] {
  const able = ableIn(text);
  const outside = text.replace(ruleName, '《》').replace(paperName, '$1').replace(calledPaper, '$1');
  const found: Scored[] = [];
  const hits = hitsIn({ text, outside, able });
  for (const table of tables) {
    const hit = hits.get(table);
    if (!hit) continue;
    const scored = scoreOf(table, hit) ?? byKnownValue(table, saidTo(table, { text, outside }));
    if (scored && !table.never.some((pattern) => able.has(pattern) && pattern.test(text)))
      found.push(
        (table.kind.id === 'plan' || table.kind.id === 'shortcoming') && scored.strength === 'sure' && scored.index < 3
          ? { ...scored, score: scored.score + opening }
          : scored,
      );
  }
  return found.sort((a, b) => b.score - a.score);
}

interface Said {
  readonly text: string;
  /** The same without the names of rules and papers. */
  readonly outside: string;
}

function saidTo({ kind }: Table, { text, outside }: Said): string {
  return papers.has(kind.id) ? text : outside;
}

/** The longest that speaks for a cue. */
interface Hit {
  readonly length: number;
  readonly index: number;
  readonly order: number;
}

/** The kinds something in the text points to, and what speaks for each of their cues. */
function hitsIn(said: Said & { readonly able: ReadonlySet<RegExp> }): Map<Table, Map<Cue, Hit>> {
  const found = new Map<Table, Map<Cue, Hit>>();
  const pointers = new Set<Lexicon | RegExp>([...lexiconsIn(said.text), ...lexiconsIn(said.outside), ...said.able]);
  for (const pointer of pointers)
    for (const { table, cue, order } of pointing.get(pointer) ?? []) {
      const place = cue && placeOf(pointer, saidTo(table, said));
      if (cue && !place) continue;
      const hits = found.get(table) ?? new Map<Cue, Hit>();
      found.set(table, hits);
      const known = cue && hits.get(cue);
      if (!place || (known && (known.length > place.length || (known.length === place.length && known.order < order))))
        continue;
      hits.set(cue, { ...place, order });
    }
  return found;
}

/** Where it speaks in the text and how long it is, Latin letters counting a third. */
function placeOf(pointer: Lexicon | RegExp, text: string): { length: number; index: number } | null {
  if (pointer instanceof RegExp) {
    pointer.lastIndex = 0;
    const match = pointer.exec(text);
    return match && { length: Math.max(2, Math.min(match[0].length, 5)), index: match.index };
  }
  const word = longest(hitsOf(pointer, text));
  if (!word) return null;
  const { length } = word.text;
  return { length: /[a-z]/i.test(word.text) ? Math.ceil(length / 3) : length, index: word.index };
}

function scoreOf({ kind, cues }: Table, hits: ReadonlyMap<Cue, Hit>): Scored | undefined {
  let best: Scored | undefined;
  for (const cue of cues) {
    const hit = hits.get(cue);
    const score = hit && cue.weight + Math.min(hit.length, mostLength);
    if (score && (!best || score > best.score)) best = { kind, score, strength: cue.strength, index: hit.index };
  }
  return best && { ...best, score: best.score + hits.size - 1 };
}

/** A usual topic points to the kind that asks for one, if nothing else does (重点项目建设, 联网单位). */
function byKnownValue({ kind, topics }: Table, text: string): Scored | undefined {
  for (const field of topics) {
    const hit = knownIn(field, text)?.hit;
    if (hit && hit.text.length >= 4)
      return {
        kind,
        score: weights.maybe + Math.min(hit.text.length, mostLength),
        strength: 'maybe',
        index: hit.index,
      };
  }
  return undefined;
}

/** The kind a text is most likely about, if it says so at least to this strength. */
export function kindIn(text: string, least: Strength = 'likely'): Scored | undefined {
  const [best] = kindsIn(text);
  return best && weights[best.strength] >= weights[least] ? best : undefined;
}
