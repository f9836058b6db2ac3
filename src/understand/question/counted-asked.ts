/** The measure words a figure is asked for in, and which kinds and figures are counted so: 多少条, 几卷, 多少人次. */

import { allMatches } from '../../time/all-matches.ts';
import type { KindWords } from './kind-words.ts';

const countedPattern =
  /(?:多少|几)\s*(?<after>[\u4e00-\u9fff](?:(?![多几])[\u4e00-\u9fff])?)|(?<ahead>[次件条篇期场批份项卷页人])数(?![据字码])/g;

/** 多少人 asks for what is counted in 人次. */
export function countedIn(unit: string, word: string): boolean {
  return word === unit || word[0] === unit || (unit === '人次' && word[0] === '人');
}

const documents = /^(?:多少|几)\s*份[\u4e00-\u9fff]{0,6}?(?:文件|公文|发文|通知|函|文)(?!印)/;

/** The measure words a figure is asked for in: 多少条, 几卷, 人数. */
export function wordsCounted(text: string): string[] {
  return allMatches(countedPattern, text).flatMap((match) => {
    const word = match.groups?.after ?? match.groups?.ahead ?? '';
    // 多少份文件 are documents, not the copies made of them.
    if (/^份/.test(word) && documents.test(text.slice(match.index))) return ['件'];
    // 几个人
    return word === '个人' ? [word, '人'] : [word];
  });
}

/** 多少条 speaks for what is counted in 条. */
export function countedBonus(words: KindWords, text: string): number {
  const { kind } = words;
  const said = wordsCounted(text);
  const counts = (unit: string) => said.some((word) => unit.length > 0 && word.startsWith(unit));
  if (isStock(words)) return (kind.fields.unitWord?.known ?? []).some((known) => counts(known.label.zh)) ? 1.5 : 0;
  if (counts(kind.counts.zh)) return 1.5;
  if (Object.values(kind.measures).some((measure) => counts(measure.unit.zh))) return 1;
  return (kind.alsoCounted ?? []).some(counts) ? 0.5 : 0;
}

/** 批了几条 asks for nothing that is counted in 件 alone. */
export function otherwiseCounted({ kind }: KindWords, text: string): number {
  const told = wordsCounted(text)
    .map((word) => word[0] ?? '')
    .filter((word) => '条篇期场批卷封'.includes(word));
  // Pieces of writing are never counted in 次.
  if (/[篇期]/.test(kind.counts.zh) && wordsCounted(text).some((word) => /^次(?!数)/.test(word))) return 3;
  const known = [
    kind.counts.zh,
    ...(kind.alsoCounted ?? []),
    ...Object.values(kind.measures).map(({ unit }) => unit.zh),
  ];
  return told.length > 0 && !told.some((word) => known.some((unit) => unit.startsWith(word))) ? 3 : 0;
}

/** The figures counted in the unit that was asked for (几卷, 多少人次), where the kind itself is counted otherwise. */
export function measuresCounted(words: KindWords, text: string): string[] {
  const { kind } = words;
  const said = wordsCounted(text);
  const main = kind.measures[kind.main]?.unit.zh;
  if (main === kind.counts.zh && said.some((word) => word.startsWith(main))) return [];
  return Object.entries(kind.measures)
    .filter(([id, { unit }]) => id !== kind.main && said.some((word) => countedIn(unit.zh, word)))
    .map(([id]) => id);
}

export function isStock({ kind }: KindWords): boolean {
  return kind.measures[kind.main]?.type === 'latest';
}
