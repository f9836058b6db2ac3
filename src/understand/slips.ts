/** Mends slips of a phonetic keyboard: 情示 for 请示, 政协提安 for 政协提案, where what was typed is no word and what it sounds like is one of ours. */
import { kinds } from '../kinds/all.ts';
import type { Field } from '../kinds/kind.ts';
import { soundOf, syllableOf } from './syllables.ts';
import { unitNames } from './unit-names.ts';
import type { Place } from './vocabulary.ts';
import { lexicon } from './words.ts';

const longestWord = 6;
const shortWord = 3;
const onlyHan = /^[\u4e00-\u9fff]+$/;
/** Single characters that are words of their own: beside another they make no slip of anything. */
const particles: ReadonlySet<string> = new Set(
  '的了是在有不就也都还和与及为到等一二三四五六七八九十两几百千万个这那你我他她它们上下中来去又已将被把给对从向以所于其之而或但并年月日号时分前后里内外大小多少新老好能会要没未由让叫请问看跑走说讲做搞开办收发报出入用点处家人次件份场批期条项只位名元起再最很更太才刚另本各每某全共约近余第按须即致限重颁街',
);

/** Fields whose short values are looked for too; those of others sound like too much else (启用, 区县). */
const sorts: ReadonlySet<string> = new Set(['category', 'purpose', 'docType', 'mode', 'channel', 'column', 'nature']);

/** The words by which kinds and units are known. */
const known = new Set<string>();
for (const word of wordsKnown())
  if (onlyHan.test(word) && word.length >= 2 && word.length <= longestWord) known.add(word);
/** Words of office life that are right though no kind declares them. */
const rightWords = [
  '独办',
  '分办',
  '机要',
  '平级',
  '退文',
  '同级',
  '代会',
  '请辞',
  '会签',
  '核稿',
  '征迁',
  '办复',
  '案卷',
  '公厕',
  '可信',
  '蝉联',
];
const knownWords = lexicon([...known, ...rightWords]);

function* wordsKnown(): Generator<string> {
  for (const kind of kinds) {
    for (const cue of [...kind.cues.sure, ...(kind.cues.likely ?? [])]) if (typeof cue === 'string') yield cue;
    for (const [name, field] of Object.entries(kind.fields)) {
      for (const word of wordsOf(field)) if (sorts.has(name) || word.length >= shortWord) yield word;
    }
    for (const move of Object.values(kind.life.moves)) {
      for (const word of move.words) if (word.length >= shortWord) yield word;
    }
  }
  for (const [name, full, bare] of unitNames) yield* [name, ...full, ...bare.map((said) => said.replace(/[()]/g, ''))];
}

function wordsOf(field: Field): readonly string[] {
  const values = [...Object.values(field.choices ?? {}), ...(field.known ?? [])];
  return [...(field.words ?? []), ...values.flatMap((value) => [value.label.zh, ...value.words])];
}

/** The other reading of a character that stands in words of ours (调研, 调动). */
const otherReadings: Readonly<Record<string, string>> = { 调: '掉', 重: '众', 长: '掌', 行: '航', 率: '帅', 传: '赚' };

/** The known words in a tree of their syllables. */
interface Sound {
  readonly next: Map<string, Sound>;
  readonly words: string[];
}

let soundTree: Sound | undefined;

function bySound(): Sound {
  if (soundTree) return soundTree;
  const root: Sound = { next: new Map(), words: [] };
  for (const word of known) {
    const other = [...word].map((char) => otherReadings[char] ?? char).join('');
    for (const sound of new Set([soundOf(word), soundOf(other)])) {
      let node = root;
      for (const syllable of sound.split('.')) {
        const next: Sound = node.next.get(syllable) ?? { next: new Map(), words: [] };
        node.next.set(syllable, next);
        node = next;
      }
      node.words.push(word);
    }
  }
  soundTree = root;
  return root;
}

/** One wrong character, two in a long word. */
function isSlipOf(stretch: string, word: string): boolean {
  let wrong = 0;
  let words = 0;
  for (let at = 0; at < stretch.length; at += 1) {
    if (stretch[at] === word[at]) continue;
    if (particles.has(stretch[at]!)) words += 1;
    wrong += 1;
  }
  // A long word stands out even where the wrong character is a word of its own (下不打算).
  if (words > 0 && !(word.length > shortWord && wrong === 1 && stretch[0] === word[0])) return false;
  return wrong > 0 && wrong < word.length && wrong <= (word.length > shortWord ? 2 : 1);
}

/** A word of ours that a stretch of the text sounds like. */
interface Slip extends Place {
  readonly word: string;
}

/** Whether the word leaves alone what is right around its place. */
function leaves({ index, end, word }: Slip, text: string, around: readonly Place[]): boolean {
  return around.every(
    (right) =>
      right.index >= index &&
      right.end <= end &&
      text.startsWith(word.slice(right.index - index, right.end - index), right.index),
  );
}

/** Characters taken for others that look like them (接侍 for 接待). */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '侍待',
    '栽裁',
    '拆诉',
    '折诉',
    '料科',
    '货贷',
    '睛情',
    '间问',
    '夏复',
    '吏史',
    '堪勘',
    '侯候',
    '析折',
    '倍信',
    '傅博',
    '抬拾',
    '壁璧',
    '候侯',
    '徽微',
    '拔拨',
    '窒室',
    '祥详',
    '竞竟',
    '免兔',
    '辨办',
    '往住',
    '埋理',
    '帅师',
    '陪培',
    '培陪',
  ].map((pair) => [pair[0]!, pair[1]!]),
);

/** Every stretch that may be a slip of one of our words, as far as our own words can tell. */
function slipsIn(text: string): Slip[] {
  const slips: Slip[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let node: Sound | undefined = bySound();
    for (let end = index; end < text.length && onlyHan.test(text[end]!); ) {
      const told = text[end]!;
      node = node.next.get(syllableOf(told)) ?? node.next.get(syllableOf(lookAlikes[told] ?? told));
      if (!node) break;
      end += 1;
      const stretch = text.slice(index, end);
      for (const word of node.words) if (isSlipOf(stretch, word)) slips.push({ index, end, word });
    }
  }
  if (slips.length === 0) return slips;
  const right = placesAround(text.length, knownWords?.places(text) ?? []);
  return slips.filter((slip) => leaves(slip, text, right.slice(slip.index, slip.end).flat()));
}

/** For every character the places it stands in. */
function placesAround(length: number, places: readonly Place[]): readonly (readonly Place[])[] {
  const around: Place[][] = Array.from({ length }, () => []);
  for (const place of places) for (let at = place.index; at < place.end; at += 1) around[at]!.push(place);
  return around;
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** The text with the slips mended; it keeps its length. */
export function mendSlips(text: string): string {
  const plain = text.replace(/(?<![\u4e00-\u9fff]{2})[弟递](?=\s*\d+\s*[期号届项])|弟(?=\d+[期号])/g, '第');
  if (!segmenter || !/[\u4e00-\u9fff]{2}/.test(plain)) return plain;
  const slips = slipsIn(plain);
  // Most texts hold none: only where one may be are the words of the language looked for, which is costly.
  if (slips.length === 0) return plain;
  return mended(plain, slips, [...segmenter.segment(plain)]);
}

/** A slip is whole words of the language put together; the longest from a place counts, and none cuts or changes a right word. */
function mended(text: string, slips: readonly Slip[], parts: readonly Intl.SegmentData[]): string {
  const words = parts
    .filter(({ segment }) => segment.length > 1 && onlyHan.test(segment))
    .map(({ segment, index }) => ({ index, end: index + segment.length }));
  const right = placesAround(text.length, words);
  const borders = new Set([...parts.map(({ index }) => index), text.length]);
  let result = text;
  let done = 0;
  for (const { index, segment } of parts) {
    if (index < done) continue;
    const [best] = slips
      .filter((slip) => slip.index === index && slip.end > index + segment.length && borders.has(slip.end))
      .filter((slip) => leaves(slip, text, right.slice(slip.index, slip.end).flat()))
      .sort((a, b) => b.end - a.end);
    if (!best) continue;
    result = result.slice(0, index) + best.word + result.slice(best.end);
    done = best.end;
  }
  return result;
}
