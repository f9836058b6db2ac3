/** Cuts the blocks of a reply into slices, each small enough to be moved to another card whole. */
import type { Block, Button, Lang } from '../reply.ts';
import { buttonElement } from './buttons.ts';
import { sentBytes } from './card-size.ts';
import { bare } from './markdown.ts';
import { tableLineSlices, tableSlices } from './table.ts';

/** A markdown element much above this is silently cut by the client, and would fill a card alone. */
const mostCharsInText = 2500;

const mostBytesInRow = 12_000;
const mostButtonsInRow = 10;
const mostBytesInFold = 12_000;
const mostSlicesInFold = 40;

/** Each slice is drawn as one element; together they show what the block shows. A slice of a slice is itself. */
export function slicesOf(block: Block, lang: Lang): Block[] {
  switch (block.type) {
    case 'text':
    case 'note':
      return textSlices(block);
    case 'fields':
      return fieldSlices(block);
    case 'table':
      return tableSlices(block);
    case 'buttons':
      return buttonRows(block.buttons, lang).map((buttons) => ({ type: 'buttons', buttons }));
    case 'fold':
      return foldSlices(block, lang);
    case 'chart':
    case 'form':
    case 'line':
      return [block];
  }
}

function textSlices(block: Extract<Block, { type: 'text' | 'note' }>): Block[] {
  return texts(block.text).map((text) => ({ ...block, text }));
}

/** Long text in parts, cut at line ends where there are any. */
function texts(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n').flatMap(lineParts)) {
    if (part && part.length + line.length + 1 > mostCharsInText) {
      parts.push(part);
      part = line;
    } else part = part || parts.length > 0 ? `${part}\n${line}` : line;
  }
  parts.push(part);
  return parts.filter((one) => one.trim());
}

function lineParts(line: string): string[] {
  if (line.length <= mostCharsInText) return [line];
  const at = /[\ud800-\udbff]$/.test(line.slice(0, mostCharsInText)) ? mostCharsInText - 1 : mostCharsInText;
  return [line.slice(0, at), ...lineParts(line.slice(at))];
}

/** A value too long for one element goes on as text below its label. */
function fieldSlices(block: Extract<Block, { type: 'fields' }>): Block[] {
  const slices: Block[] = [];
  let items: (typeof block.items)[number][] = [];
  let chars = 0;
  const close = () => {
    if (items.length > 0) slices.push({ ...block, items });
    items = [];
    chars = 0;
  };
  for (const item of block.items) {
    const [value = '', ...more] = texts(item.value);
    if (chars + value.length > mostCharsInText) close();
    items.push({ ...item, value });
    chars += item.label.length + value.length + 60;
    if (more.length === 0) continue;
    close();
    slices.push(...more.map((text): Block => ({ type: 'text', text })));
  }
  close();
  return slices;
}

function buttonRows(buttons: readonly Button[], lang: Lang): Button[][] {
  const size = (button: Button) => sentBytes(buttonElement(button, lang));
  return portions(buttons, size, { bytes: mostBytesInRow, many: mostButtonsInRow });
}

/** Forms may not stand in a panel: they follow it. A fold in a fold is opened. */
function foldSlices(fold: Extract<Block, { type: 'fold' }>, lang: Lang): Block[] {
  const inside = opened(fold.blocks);
  const slices = inside
    .filter((block) => block.type !== 'form')
    .flatMap((block) => (block.type === 'table' ? tableLineSlices(block, mostCharsInText) : slicesOf(block, lang)));
  return [
    ...portions(slices, sentBytes, { bytes: mostBytesInFold, many: mostSlicesInFold }).map(
      (blocks): Block => ({ ...fold, blocks }),
    ),
    ...inside.filter((block) => block.type === 'form'),
  ];
}

function opened(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.type === 'fold'
      ? [{ type: 'text' as const, text: `**${bare(block.title)}**` }, ...opened(block.blocks)]
      : [block],
  );
}

/** One after the other into portions that stay below both limits; what is larger alone has one for itself. */
function portions<One>(
  all: readonly One[],
  size: (one: One) => number,
  most: { readonly bytes: number; readonly many: number },
): One[][] {
  const portions: One[][] = [];
  let bytes = 0;
  for (const one of all) {
    const own = size(one);
    const portion = portions.at(-1);
    if (portion && portion.length < most.many && bytes + own <= most.bytes) {
      portion.push(one);
      bytes += own;
    } else {
      portions.push([one]);
      bytes = own;
    }
  }
  return portions;
}
