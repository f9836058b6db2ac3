/** Draws the slices of a reply as card elements. */
import type { Block, Lang } from '../reply.ts';
import { buttonRow, plainText } from './buttons.ts';
import { chartElement } from './chart.ts';
import { formElement } from './form.ts';
import { bare, clip, markdown } from './markdown.ts';
import { tableElement, tableLines } from './table.ts';

export type Element = Record<string, unknown>;

/** How the elements are to be drawn. `name` gives out names that are unique on one card. */
export interface Drawing {
  readonly lang: Lang;
  readonly name: (wanted: string) => string;
}

/** @param slice one of `slicesOf`; @returns undefined where there is nothing to be seen */
export function elementOf(slice: Block, drawing: Drawing): Element | undefined {
  switch (slice.type) {
    case 'text':
      return markdownElement(markdown(slice.text));
    case 'note':
      return noteElement(bare(slice.text));
    case 'fields':
      return fieldsElement(slice, drawing.lang);
    case 'table':
      return tableElement(slice) ?? emptyNote(drawing.lang);
    case 'chart':
      return chartElement(slice) ?? emptyNote(drawing.lang);
    case 'buttons':
      return slice.buttons.length > 0 ? buttonRow(slice.buttons, drawing.lang) : undefined;
    case 'form':
      return formElement(slice, drawing.lang, drawing.name);
    case 'fold':
      return panel(slice, drawing);
    case 'line':
      return { tag: 'hr' };
  }
}

function markdownElement(content: string): Element | undefined {
  return content.trim() ? { tag: 'markdown', content } : undefined;
}

/** The notice that something was left out of a card. */
export function noteElement(text: string): Element {
  return { tag: 'div', text: { ...plainText(text), text_size: 'notation', text_color: 'grey' } };
}

function emptyNote(lang: Lang): Element {
  return noteElement(lang === 'zh' ? '（没有数据）' : '(no data)');
}

function fieldsElement(block: Extract<Block, { type: 'fields' }>, lang: Lang): Element | undefined {
  const colon = lang === 'zh' ? '：' : ': ';
  const assumed = lang === 'zh' ? '（默认）' : ' (assumed)';
  const lines = block.items.map((item) => {
    const label = grey(markdown(bare(item.label).replace(/\n/g, ' ')) + colon);
    return `${label}${afterGrey(markdown(item.value))}${item.assumed ? grey(assumed) : ''}`;
  });
  return markdownElement(lines.join('\n'));
}

function grey(text: string): string {
  return `<font color='grey'>${text}</font>`;
}

/** Strong text is not seen as strong directly after a closing tag. */
function afterGrey(text: string): string {
  return text.startsWith('**') ? ` ${text}` : text;
}

/** Tables may not stand in a panel: they become lines. */
function panel({ title, blocks }: Extract<Block, { type: 'fold' }>, drawing: Drawing): Element {
  const elements = blocks
    .map((block) =>
      block.type === 'table' ? markdownElement(tableLines(block).join('\n')) : elementOf(block, drawing),
    )
    .filter((element) => element !== undefined);
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
