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

interface Cue {
  readonly words: Lexicon | null;
  readonly patterns: readonly RegExp[];
  readonly weight: number;
  readonly strength: Strength;
}

const weights: Readonly<Record<Strength, number>> = { sure: 30, likely: 15, maybe: 3 };
const mostLength = 9;
/** A sentence that opens as a plan is one, whatever the plan is about. */
const opening = 10;

interface Table {
  readonly kind: RecordKind;
  readonly cues: readonly Cue[];
  readonly never: readonly RegExp[];
  /** Free texts it asks for; a usual value of one points to the kind. */
  readonly topics: readonly Field[];
}

const tables: readonly Table[] = kinds.map((kind) => ({
  kind,
  never: kind.cues.never ?? [],
  topics: Object.values(kind.fields).filter((field) => field.required && field.known),
  cues: (['sure', 'likely', 'maybe'] as const).map((strength): Cue => {
    const all = kind.cues[strength] ?? [];
    return {
      strength,
      weight: weights[strength],
      words: lexicon(all.filter((cue): cue is string => typeof cue === 'string')),
      patterns: all.filter((cue): cue is RegExp => typeof cue !== 'string'),
    };
  }),
}));

/** 《公务用车管理细则》 is a rule, whatever it rules. */
const ruleName = /《[^》]{0,200}(?:制度|办法|细则|规定|机制|规程)》/g;
/** So is 关于做好汛期值守的通知 a paper. */
const paperName = /关于[^,。;\n《》]{2,40}?的(通知|意见|通报|函|批复|公告|通告|决定|报告|请示|纪要)/g;
/** So is 端午值守的通知, where nothing happens before it. */
const calledPaper =
  /(?<=^|[\s,。;:]|印发|下发|起草|拟|核稿|转发|收到)[^,。;:\s《》了过]{2,16}的(通知|通报|意见|公告|通告|请示|批复)(?![会单书])/g;
/** 督查室缺人手: who it is, not what was done. */
const sections =
  /(?:信息|综合|政务)?(?:(?:督查|督办|信息|文书|秘书|综合|提案|法制)[科室股]|(?:合法性审查|复议|应诉|会务|接待|档案|公开|信访|电子政务|党建|机要)科)/g;
const papers: ReadonlySet<string> = new Set([
  'institution',
  'regulation',
  'outgoing',
  'incoming',
  'research',
  'disclosure',
  'bulletin',
]);

const ableIn = mayMatch(tables.flatMap(({ cues, never }) => [...cues.flatMap(({ patterns }) => patterns), ...never]));

/** What points to which kinds: their lists of words and their patterns. */
const pointing = new Map<Lexicon | RegExp, Table[]>();
for (const table of tables) {
  const cues = [...table.cues.flatMap(({ words, patterns }) => [words, ...patterns]), ...table.topics.map(knownWords)];
  for (const cue of cues) if (cue) pointing.set(cue, [...(pointing.get(cue) ?? []), table]);
}

/** Every kind the text points to, best first. */
export const kindsIn = remember(scoredKinds);

function scoredKinds(whole: string): readonly Scored[] {
  const text = whole.replace(sections, (said) => '□'.repeat(said.length));
  if (text === whole) return scoredIn(whole);
  const found = scoredIn(text);
  return found.some(({ strength }) => strength !== 'maybe') ? found : scoredIn(whole);
}

function scoredIn(text: string): readonly Scored[] {
  const found: Scored[] = [];
  const able = ableIn(text);
  const outside = text.replace(ruleName, '《》').replace(paperName, '$1').replace(calledPaper, '$1');
  const pointed = new Set<Table>();
  for (const cues of [able, lexiconsIn(text), lexiconsIn(outside)])
    for (const cue of cues) for (const table of pointing.get(cue) ?? []) pointed.add(table);
  for (const table of tables) {
    if (!pointed.has(table)) continue;
    const { kind, cues, never } = table;
    const said = papers.has(kind.id) ? text : outside;
    const scored = scoreOf(kind, cues, { text: said, able }) ?? byKnownValue(table, said);
    if (scored && !never.some((pattern) => able.has(pattern) && pattern.test(text)))
      found.push(
        (kind.id === 'plan' || kind.id === 'shortcoming') && scored.strength === 'sure' && scored.index < 3
          ? { ...scored, score: scored.score + opening }
          : scored,
      );
  }
  return found.sort((a, b) => b.score - a.score);
}

/** A text with the patterns that can match in it. */
interface Said {
  readonly text: string;
  readonly able: ReadonlySet<RegExp>;
}

function scoreOf(kind: RecordKind, cues: readonly Cue[], said: Said): Scored | undefined {
  let best: Scored | undefined;
  let levels = 0;
  for (const cue of cues) {
    const hit = hitOf(cue, said);
    if (!hit) continue;
    levels += 1;
    const score = cue.weight + Math.min(hit.length, mostLength);
    if (!best || score > best.score) best = { kind, score, strength: cue.strength, index: hit.index };
  }
  return best && { ...best, score: best.score + levels - 1 };
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

function hitOf(cue: Cue, { text, able }: Said): { length: number; index: number } | undefined {
  const word = longest(hitsOf(cue.words, text));
  let best = word && {
    length: /[a-z]/i.test(word.text) ? Math.ceil(word.text.length / 3) : word.text.length,
    index: word.index,
  };
  for (const pattern of cue.patterns) {
    if (!able.has(pattern)) continue;
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (!match) continue;
    const length = Math.max(2, Math.min(match[0].length, 5));
    if (!best || length > best.length) best = { length, index: match.index };
  }
  return best;
}

/** The kind a text is most likely about, if it says so at least to this strength. */
export function kindIn(text: string, least: Strength = 'likely'): Scored | undefined {
  const [best] = kindsIn(text);
  return best && weights[best.strength] >= weights[least] ? best : undefined;
}
