/** Draws what holds other elements: columns side by side, and panels that open. */
import { h } from '../dom.ts';
import { buttonOf } from './button.ts';
import { type CardElement, contentOf, type Drawing, elementsIn } from './card-element.ts';
import { inline } from './markdown.ts';

/** A set of buttons flows; anything else stands in columns that wrap where there is no room. */
export function columnSetElement(set: CardElement, drawing: Drawing): HTMLElement {
  const columns = elementsIn(set.columns);
  const inside = columns.flatMap((column) => elementsIn(column.elements));
  if (inside.length > 0 && inside.every((element) => element.tag === 'button'))
    return h('div', { class: 'buttons' }, ...inside.map((element) => buttonOf(element, drawing)));
  return h('div', { class: 'columns' }, ...columns.map((column) => columnElement(column, drawing)));
}

export function columnElement(column: CardElement, drawing: Drawing): HTMLElement {
  return h(
    'div',
    { class: column.width === 'auto' ? 'column auto' : 'column' },
    ...elementsIn(column.elements).map(drawing.draw),
  );
}

export function panelElement(element: CardElement, drawing: Drawing): HTMLElement {
  const header = element.header as { title?: { tag?: string; content?: string } } | undefined;
  const title = contentOf(header?.title) || '·';
  return h(
    'details',
    { class: 'panel', open: element.expanded === true },
    h('summary', { 'data-key': `panel ${title}` }, ...(header?.title?.tag === 'markdown' ? inline(title) : [title])),
    h('div', { class: 'panel-body' }, ...elementsIn(element.elements).map(drawing.draw)),
  );
}
