/** Draws a reply as Feishu cards (card JSON 2.0): one where it fits, several where it does not. */
import { type Block, type Reply, replyText } from '../reply.ts';
import { plainText } from './buttons.ts';
import { type CardSize, cardSize } from './card-size.ts';
import { nameGiver } from './form-names.ts';
import { bare, clip } from './markdown.ts';
import { type Element, elementOf, noteElement } from './pieces.ts';
import { slicesOf } from './slices.ts';

/** Below Feishu's own limits: what it counts exactly is not published, and clients get slow before. */
const budget: CardSize = { bytes: 26_000, elements: 180, tables: 3, charts: 3 };

/** A reply longer than this many cards is cut: nobody reads on, and a chat takes five messages a second. */
const mostCards = 5;

const longestTitle = 200;

const templates = { plain: 'blue', good: 'green', warn: 'orange', bad: 'red' } as const;

/** One card. What does not fit is left out with a notice; buttons and forms stay. */
export function feishuCard(reply: Reply): object {
  return card(reply, fitting(piecesOf(reply), reply));
}

/** The whole reply, in as many cards as it needs (at most five). */
export function feishuCards(reply: Reply): object[] {
  return replyParts(reply).map(feishuCard);
}

/** The reply in parts that fit a card each (at most five): itself where one is enough. */
export function replyParts(reply: Reply): Reply[] {
  const groups = grouped(piecesOf(reply));
  if (groups.length <= 1) return [reply];
  const shown =
    groups.length <= mostCards
      ? groups
      : [...groups.slice(0, mostCards - 1), fitting(groups.slice(mostCards - 1).flat(), reply)];
  return shown.map((group, index) => ({
    ...reply,
    ...(reply.title ? { title: partTitle(reply, `${index + 1}/${shown.length}`) } : {}),
    blocks: group.map(({ slice }) => slice),
  }));
}

/** Behind the title stands which part it is. */
function partTitle({ title = '', lang }: Reply, which: string): string {
  const mark = lang === 'zh' ? `（${which}）` : ` (${which})`;
  return `${clip(title, longestTitle - mark.length)}${mark}`;
}

interface Piece {
  readonly slice: Block;
  readonly element: Element;
  readonly size: CardSize;
}

function piecesOf(reply: Reply): Piece[] {
  const drawing = { lang: reply.lang, name: nameGiver() };
  return reply.blocks
    .flatMap((block) => slicesOf(block, reply.lang))
    .flatMap((slice) => {
      const element = elementOf(slice, drawing);
      return element ? [{ slice, element, size: cardSize(element) }] : [];
    });
}

function grouped(all: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [[]];
  let sum = nothing;
  for (const piece of all) {
    if (!fits(sum, piece.size) && groups.at(-1)!.length > 0) {
      groups.push([]);
      sum = nothing;
    }
    // A rule at the head of a card separates nothing.
    if (piece.element.tag === 'hr' && groups.at(-1)!.length === 0 && groups.length > 1) continue;
    groups.at(-1)!.push(piece);
    sum = plus(sum, piece.size);
  }
  return groups;
}

function fitting(all: readonly Piece[], reply: Reply): Piece[] {
  const whole = all.map((piece) => piece.size).reduce(plus, nothing);
  if (fits(nothing, whole)) return [...all];
  const notice = noticePiece(reply.lang === 'zh' ? '内容较长，未全部显示。' : 'Too long to be shown in full.');
  const kept = new Set<Piece>();
  let sum = notice.size;
  for (const wanted of [all.filter(isActive), all.filter((one) => !isActive(one))]) {
    for (const one of wanted) {
      if (!fits(sum, one.size)) break;
      kept.add(one);
      sum = plus(sum, one.size);
    }
  }
  const shown = all.filter((one) => kept.has(one));
  const lastRead = shown.findLastIndex((one) => !isActive(one));
  return [...shown.slice(0, lastRead + 1), notice, ...shown.slice(lastRead + 1)];
}

/** A press is what a card is for: buttons and forms outlive text when room is short. */
function isActive(one: Piece): boolean {
  const { tag } = one.element;
  return tag === 'button' || tag === 'form' || tag === 'column_set';
}

function noticePiece(text: string): Piece {
  const element = noteElement(text);
  return { slice: { type: 'note', text }, element, size: cardSize(element) };
}

const nothing: CardSize = { bytes: 0, elements: 0, tables: 0, charts: 0 };

function plus(a: CardSize, b: CardSize): CardSize {
  return {
    bytes: a.bytes + b.bytes,
    elements: a.elements + b.elements,
    tables: a.tables + b.tables,
    charts: a.charts + b.charts,
  };
}

function fits(sum: CardSize, more: CardSize): boolean {
  const both = plus(sum, more);
  return (
    both.bytes <= budget.bytes &&
    both.elements <= budget.elements &&
    both.tables <= budget.tables &&
    both.charts <= budget.charts
  );
}

function card(reply: Reply, group: readonly Piece[]): object {
  const title = clip(bare(reply.title ?? ''), longestTitle);
  const summary = clip(title || (replyText(reply).split('\n')[0] ?? ''), 100);
  return {
    schema: '2.0',
    config: { update_multi: true, ...(summary ? { summary: { content: bare(summary) } } : {}) },
    ...(title ? { header: { title: plainText(title), template: templates[reply.tone] } } : {}),
    body: { elements: group.length > 0 ? group.map((one) => one.element) : [noteElement('·')] },
  };
}
