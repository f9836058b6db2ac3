/** Draws the blocks of a reply as card elements, each small enough to be moved to another card whole. */
import type { Block, Button, Lang } from '../reply.ts';
import { buttonElement, buttonRow, plainText } from './buttons.ts';
import { sentBytes } from './card-size.ts';
import { chartElement } from './chart.ts';
import { formElement } from './form.ts';
import { bare, clip, markdown } from './markdown.ts';
import { tableElements, tableLines } from './table.ts';

export type Element = Record<string, unknown>;

/** How the elements are to be drawn. `name` gives out names that are unique on the cards of one reply. */
export interface Drawing {
  readonly lang: Lang;
  readonly name: (wanted: string) => string;
}

/** A markdown element much above this is silently cut by the client, and would fill a card alone. */
const mostCharsInText = 2500;

const mostBytesInRow = 12_000;
const mostButtonsInRow = 10;
const mostBytesInFold = 12_000;
const mostElementsInFold = 40;

export function elementsOf(block: Block, drawing: Drawing): Element[] {
  switch (block.type) {
    case 'text':
      return markdownElements(block.text);
    case 'note':
      return texts(bare(block.text)).map(noteElement);
    case 'fields':
      return fields(block, drawing.lang);
    case 'table': {
      const tables = tableElements(block);
      return tables.length > 0 ? tables : [emptyNote(drawing.lang)];
    }
    case 'chart':
      return [chartElement(block) ?? emptyNote(drawing.lang)];
    case 'buttons':
      return buttonRows(block.buttons, drawing.lang).map((row) => buttonRow(row, drawing.lang));
    case 'form':
      return [formElement(block, drawing.lang, drawing.name)];
    case 'fold':
      return foldElements(block, drawing);
    case 'line':
      return [{ tag: 'hr' }];
  }
}

function markdownElements(text: string): Element[] {
  const contents = texts(text).map(markdown);
  return contents.filter((content) => content.trim()).map((content) => ({ tag: 'markdown', content }));
}

/** The notice that something was left out of a card. */
export function noteElement(text: string): Element {
  return { tag: 'div', text: { ...plainText(text), text_size: 'notation', text_color: 'grey' } };
}

function emptyNote(lang: Lang): Element {
  return noteElement(lang === 'zh' ? '（没有数据）' : '(no data)');
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

function fields(block: Extract<Block, { type: 'fields' }>, lang: Lang): Element[] {
  const colon = lang === 'zh' ? '：' : ': ';
  const assumed = lang === 'zh' ? '（默认）' : ' (assumed)';
  const elements: Element[] = [];
  let lines: string[] = [];
  let chars = 0;
  const close = () => {
    if (lines.length > 0) elements.push({ tag: 'markdown', content: lines.join('\n') });
    lines = [];
    chars = 0;
  };
  for (const item of block.items) {
    const [value = '', ...more] = texts(item.value);
    const label = `${grey(markdown(bare(item.label).replace(/\n/g, ' ')) + colon)}`;
    if (chars + value.length > mostCharsInText) close();
    lines.push(`${label}${afterGrey(markdown(value))}${item.assumed ? grey(assumed) : ''}`);
    chars += item.label.length + value.length + 60;
    if (more.length > 0) close();
    elements.push(...more.flatMap(markdownElements));
  }
  close();
  return elements;
}

function grey(text: string): string {
  return `<font color='grey'>${text}</font>`;
}

/** Strong text is not seen as strong directly after a closing tag. */
function afterGrey(text: string): string {
  return text.startsWith('**') ? ` ${text}` : text;
}

function buttonRows(buttons: readonly Button[], lang: Lang): Button[][] {
  const rows: Button[][] = [];
  let bytes = 0;
  for (const button of buttons) {
    const size = sentBytes(buttonElement(button, lang));
    const row = rows.at(-1);
    if (row && row.length < mostButtonsInRow && bytes + size <= mostBytesInRow) {
      row.push(button);
      bytes += size;
    } else {
      rows.push([button]);
      bytes = size;
    }
  }
  return rows;
}

/** Tables and forms may not stand in a panel: tables become lines, forms follow it. A fold in a fold is opened. */
function foldElements(fold: Extract<Block, { type: 'fold' }>, drawing: Drawing): Element[] {
  const inside = flat(fold.blocks);
  const forms = inside.filter((block) => block.type === 'form');
  const elements = inside
    .filter((block) => block.type !== 'form')
    .flatMap((block) =>
      block.type === 'table'
        ? texts(tableLines(block).join('\n')).map((content) => ({ tag: 'markdown', content }))
        : elementsOf(block, drawing),
    );
  return [
    ...portions(elements).map((portion) => panel(fold.title, portion)),
    ...forms.flatMap((form) => elementsOf(form, drawing)),
  ];
}

function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.type === 'fold'
      ? [{ type: 'text' as const, text: `**${bare(block.title)}**` }, ...flat(block.blocks)]
      : [block],
  );
}

function portions(elements: readonly Element[]): Element[][] {
  const rows: Element[][] = [];
  let bytes = 0;
  for (const element of elements) {
    const size = sentBytes(element);
    const row = rows.at(-1);
    if (row && bytes + size <= mostBytesInFold && row.length < mostElementsInFold) {
      row.push(element);
      bytes += size;
    } else {
      rows.push([element]);
      bytes = size;
    }
  }
  return rows;
}

function panel(title: string, elements: Element[]): Element {
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: {
      title: plainText(clip(bare(title).trim(), 100) || '·'),
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '5px' },
    padding: '8px 8px 8px 8px',
    vertical_spacing: '8px',
    elements,
  };
}
