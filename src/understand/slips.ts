/** Mends slips of a phonetic keyboard: 情示 for 请示, 政协提安 for 政协提案, where what was typed is no word and what it sounds like is one of ours. */
import { kinds } from '../kinds/all.ts';
import type { Field } from '../kinds/kind.ts';
import { soundOf } from './syllables.ts';
import { unitNames } from './unit-names.ts';
import type { Place } from './vocabulary.ts';
import { lexicon } from './words.ts';

const longestWord = 6;
const shortWord = 3;
const onlyHan = /^[\u4e00-\u9fff]+$/;
/** Single characters that are words of their own: beside another they make no slip of anything. */
const particles =
  /[的了是在有不就也都还和与及为到等一二三四五六七八九十两几百千万个这那你我他她它们上下中来去又已将被把给对从向以所于其之而或但并年月日号时分前后里内外大小多少新老好能会要没未由让叫请问看跑走说讲做搞开办收发报出入用点处家人次件份场批期条项只位名元起再最很更太才刚另本各每某全共约近余第按须即致限重颁街]/;

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
/** The same by their length and the sound of their first character; made on first use. */
const bySound = new Map<string, string[]>();

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

function wordsLike(stretch: string): readonly string[] {
  if (bySound.size === 0) {
    for (const word of known) {
      const other = [...word].map((char) => otherReadings[char] ?? char).join('');
      for (const sound of new Set([soundOf(word), soundOf(other)]))
        bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
    }
  }
  return bySound.get(soundOf(stretch)) ?? [];
}

/** One wrong character, two in a long word. */
function isSlipOf(stretch: string, word: string): boolean {
  const wrong = [...stretch].filter((char, at) => char !== word[at]);
  if (wrong.some((char) => particles.test(char))) return false;
  return wrong.length > 0 && wrong.length < word.length && wrong.length <= (word.length > shortWord ? 2 : 1);
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** The text with the slips mended; it keeps its length. */
export function mendSlips(text: string): string {
  const plain = text.replace(/(?<![\u4e00-\u9fff]{2})[弟递](?=\s*\d+\s*[期号届项])|弟(?=\d+[期号])/g, '第');
  if (!segmenter || !/[\u4e00-\u9fff]{2}/.test(plain)) return plain;
  const parts = [...segmenter.segment(plain)];
  const sound = soundPlaces(plain, parts);
  let mended = plain;
  for (let from = 0; from < parts.length; from += 1) {
    const right = slipAt(parts, from, sound);
    if (!right) continue;
    const { index } = parts[from]!;
    mended = mended.slice(0, index) + right.word + mended.slice(index + right.word.length);
    from = right.last;
  }
  return mended;
}

/** For every character the words around it that are right: the language's own and ours. */
function soundPlaces(text: string, parts: readonly Intl.SegmentData[]): readonly (readonly Place[])[] {
  const around: Place[][] = Array.from({ length: text.length }, () => []);
  const add = (place: Place): void => {
    for (let at = place.index; at < place.end; at += 1) around[at]!.push(place);
  };
  for (const { segment, index } of parts)
    if (segment.length > 1 && onlyHan.test(segment)) add({ index, end: index + segment.length });
  for (const place of knownWords?.places(text) ?? []) add(place);
  return around;
}

/** The longest word of ours that the parts from here sound like; no word that is right is cut or changed for it. */
function slipAt(
  parts: readonly Intl.SegmentData[],
  from: number,
  sound: readonly (readonly Place[])[],
): { word: string; last: number } | undefined {
  let stretch = '';
  let best: { word: string; last: number } | undefined;
  const { index } = parts[from]!;
  for (let last = from; last < parts.length; last += 1) {
    const { segment } = parts[last]!;
    if (!onlyHan.test(segment) || stretch.length + segment.length > longestWord) break;
    stretch += segment;
    if (last === from) continue;
    const place = { index, end: index + stretch.length };
    const near = sound.slice(place.index, place.end).flat();
    if (near.some((word) => word.index < place.index || word.end > place.end)) continue;
    const word = wordsLike(stretch).find(
      (one) =>
        isSlipOf(stretch, one) &&
        near.every((right) => {
          const [start, end] = [right.index - index, right.end - index];
          return one.slice(start, end) === stretch.slice(start, end);
        }),
    );
    if (word) best = { word, last };
  }
  return best;
}
