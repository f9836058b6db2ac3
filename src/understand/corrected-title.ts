/** The part of a title that was told wrongly. */
import type { Entry } from '../kinds/entry.ts';
import type { Changes, Mended } from './mended.ts';

/** 题目错字 一老一小: the part of the title that is most like it is replaced, else the whole. */
export function titleValue(entry: Entry, mended: Mended): Changes | null {
  const right = mended.right.replace(/^[《“"]|[》”"]$/g, '').trim();
  if (right.length < 2) return null;
  if (mended.old.length >= 1 && entry.title.includes(mended.old))
    return { title: entry.title.replace(mended.old, right) };
  const part = partLike(entry.title, right);
  return { title: part ? entry.title.replace(part, right) : right };
}

/** 桥名写错了 是北闸桥: the part of the title that is most like the name told. */
export function nameInTitle(entry: Entry, mended: Mended): Changes | null {
  if (!/[名字]/.test(mended.said.replace(mended.right, '')) || !/^[\u4e00-\u9fff]{2,10}$/.test(mended.right))
    return null;
  const part = partLike(entry.title, mended.right);
  return part && part !== mended.right ? { title: entry.title.replace(part, mended.right) } : null;
}

/** The stretch of a text as long as the word that shares most of its characters with it, if it shares more than half. */
function partLike(text: string, word: string): string | undefined {
  let best: { part: string; same: number } | undefined;
  for (let at = 0; at + word.length <= text.length; at += 1) {
    const part = text.slice(at, at + word.length);
    const same = Array.from(word).filter((character, place) => character === part[place]).length;
    if (same * 2 > word.length && same > (best?.same ?? 0)) best = { part, same };
  }
  return best?.part;
}
