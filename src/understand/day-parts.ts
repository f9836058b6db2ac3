/** Parts of a day: 下午 is read as that of today, but is no day of its own where another day was told before it. */
import type { Marks } from './marks.ts';

const partOfDay = /^(?:上午|下午|中午|晚上|早上|傍晚|刚才|刚刚)$/;

export function isPartOfDay({ text }: { readonly text: string }): boolean {
  return partOfDay.test(text);
}

export function hasOwnDay({ times }: Pick<Marks, 'times'>): boolean {
  return times.some((time) => time.grain === 'day' && !isPartOfDay(time));
}
