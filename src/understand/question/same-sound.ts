/** Words written as they sound (提岸, 建意, 受里): put right where the sound is that of a word questions know. */
import { pinyin } from 'pinyin-pro';
import { kindWords } from './kind-words.ts';
import type { Span } from './places.ts';

/** Words of the frame of a question that are often written by sound. */
const common =
  '提案 建议 督查 督办 批示 会议 接待 信息 复议 来信 发文 收文 请示 档案 公开 满意 满意率 办结 办结率 答复 受理 采用 今年 去年 前年 上半年 下半年 季度 月份 多少 几件 几次 一共 总共 同期 同比 环比 平均 分别 单位 街道 部门 排名 最多 最少 逾期 到期 目前 现在'.split(
    ' ',
  );

/** Particles and question words end one word and begin another. */
const isChinese = /^(?!.*[了几多少的是])[\u4e00-\u9fff]{2,5}$/;
let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Every Chinese word of the kinds by its sound. */
function wordsBySound(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const found = new Map<string, string[]>();
  const words = new Set(common);
  for (const { kind } of kindWords()) {
    words.add(kind.title.zh);
    for (const cue of [...kind.cues.sure, ...(kind.cues.likely ?? [])]) if (typeof cue === 'string') words.add(cue);
    for (const measure of Object.values(kind.measures)) {
      words.add(measure.title.zh);
      for (const word of measure.words) words.add(word);
    }
  }
  for (const word of words) {
    if (!isChinese.test(word)) continue;
    const sound = soundsOf(word).join(' ');
    found.set(sound, [...(found.get(sound) ?? []), word]);
  }
  known = found;
  return found;
}

function soundsOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array' });
}

/** A window of text that sounds like a known word and shares a character with it. */
export interface Mended extends Span {
  readonly word: string;
}

/**
 * @param open places of characters nothing explains; only windows of such characters are looked at
 * @returns what was meant, the longest first, none overlapping
 */
export function soundingLike(text: string, open: ReadonlySet<number>): Mended[] {
  if (open.size === 0) return [];
  const words = wordsBySound();
  const sounds = soundsOf(text);
  if (sounds.length !== [...text].length || [...text].length !== text.length) return [];
  const found: Mended[] = [];
  for (const size of [5, 4, 3, 2]) {
    for (let start = 0; start + size <= text.length; start += 1) {
      const span = { start, end: start + size };
      const said = text.slice(start, span.end);
      if (!isChinese.test(said) || ![...said].some((_, at) => open.has(start + at))) continue;
      const allOpen = [...said].every((_, at) => open.has(start + at));
      if (allOpen && size < 4 && isWord(said)) continue;
      if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
      const [word, ...others] = (words.get(sounds.slice(start, span.end).join(' ')) ?? []).filter((one) =>
        // 办结律: what is explained stays as it is written.
        allOpen ? shares(one, said) : [...one].every((char, at) => open.has(start + at) || char === said[at]),
      );
      if (word && others.length === 0 && word !== said) found.push({ ...span, word });
    }
  }
  return found;
}

/** What is a word of its own (政府) is meant as it is written. */
function isWord(text: string): boolean {
  return [...segmenter.segment(text)].length === 1;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function shares(a: string, b: string): boolean {
  return [...a].some((char, at) => b[at] === char);
}
