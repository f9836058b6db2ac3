/** Draws a Feishu card (JSON 2.0) the way Feishu does, so that what is seen here is what people get there. */
import { type Child, h } from '../dom.ts';
import { buttonElement } from './button.ts';
import { type Card, type CardElement, type CardNeeds, contentOf, type Drawing } from './card-element.ts';
import { chartElement } from './chart.ts';
import { columnElement, columnSetElement, panelElement } from './containers.ts';
import { dateElement, formElement, inputElement, selectElement } from './form.ts';
import { tableElement } from './table.ts';
import { divElement, imageElement, markdownElement, ruleElement } from './texts.ts';

/** Every element the page can draw, by its tag; a test holds it against what the card room may make. */
export const elements: Readonly<Record<string, (element: CardElement, drawing: Drawing) => Child>> = {
  markdown: markdownElement,
  div: divElement,
  hr: ruleElement,
  img: imageElement,
  table: tableElement,
  chart: chartElement,
  button: buttonElement,
  column_set: columnSetElement,
  column: columnElement,
  collapsible_panel: panelElement,
  form: formElement,
  input: inputElement,
  select_static: selectElement,
  date_picker: dateElement,
};

export function cardOf(card: Card, needs: CardNeeds): HTMLElement {
  const drawing: Drawing = {
    ...needs,
    // What cannot be drawn is said, so that nobody takes a part for the whole.
    draw: (element) =>
      elements[element.tag]?.(element, drawing) ??
      h('p', { class: 'note' }, `${needs.words.unknownElement} (${element.tag})`),
  };
  const { title, subtitle, template } = card.header ?? {};
  return h(
    'div',
    { class: 'card' },
    title &&
      h(
        'div',
        { class: `card-head tone-${template ?? 'blue'}` },
        h('h3', {}, contentOf(title)),
        subtitle && h('p', {}, contentOf(subtitle)),
      ),
    h('div', { class: 'card-body' }, ...(card.body?.elements ?? []).map(drawing.draw)),
  );
}
