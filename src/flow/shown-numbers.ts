/** Which records can be seen in a message of ours, in the order in which they stand there: 第3条 counts in it. */
import { type Block, type Reply, replyText } from '../reply.ts';

/**
 * @param about the records the answer is about; @param whole whether the message is all of the answer: then those it
 * tells of without their numbers follow the others
 */
export function numbersShown(
  reply: Reply,
  about: readonly string[],
  { whole }: { readonly whole: boolean },
): readonly string[] {
  const text = replyText({ ...reply, blocks: reply.blocks.filter(isRead) });
  const places = new Map(about.map((no) => [no, placeOf(no, text)]));
  const seen = about.filter((no) => places.get(no) !== -1).sort((a, b) => places.get(a)! - places.get(b)!);
  return whole ? [...seen, ...about.filter((no) => places.get(no) === -1)] : seen;
}

/** What is only on a button is not shown there. */
function isRead({ type }: Block): boolean {
  return type !== 'buttons' && type !== 'form';
}

/** 督-2026-100 does not stand in 督-2026-1000. */
function placeOf(no: string, text: string): number {
  for (let at = text.indexOf(no); at >= 0; at = text.indexOf(no, at + 1)) {
    if (!/\d/.test(text[at + no.length] ?? '')) return at;
  }
  return -1;
}
