/** Draws a Feishu card (JSON 2.0) the way Feishu does, so that what is seen here is what people get there. */
import type { Card, CardElement, Drawing, PlainText } from './card-element.ts';
import { formElements } from './card-form.ts';
import { tableOf } from './card-table.ts';
import { chartOf } from './chart.ts';
import { type Child, h } from './dom.ts';
import { markdownNodes } from './markdown.ts';

export function cardOf(card: Card, drawing: Drawing): HTMLElement {
  const title = card.header?.title?.content;
  return h(
    'div',
    { class: 'card' },
    title && h('div', { class: `card-head tone-${card.header?.template ?? 'blue'}` }, h('h3', {}, title)),
    h('div', { class: 'card-body' }, ...(card.body?.elements ?? []).map((element) => elementOf(element, drawing))),
  );
}

/** What this page does not know is shown as nothing rather than as noise. */
export function elementOf(element: CardElement, drawing: Drawing): Child {
  switch (element.tag) {
    case 'markdown':
      return h('p', { class: 'text' }, ...markdownNodes(String(element.content ?? '')));
    case 'div': {
      const text = element.text as { content?: string; text_size?: string } | undefined;
      return h('p', { class: text?.text_size === 'notation' ? 'note' : 'text' }, ...lines(text?.content ?? ''));
    }
    case 'hr':
      return h('hr');
    case 'table':
      return tableOf(element, drawing.words);
    case 'chart':
      return h('div', { class: 'chart-box' }, chartOf((element.chart_spec ?? {}) as Parameters<typeof chartOf>[0]));
    case 'button':
      return h('div', { class: 'buttons' }, buttonOf(element, drawing));
    case 'column_set':
      return columns(element, drawing);
    case 'form':
      return formOf(element, drawing);
    case 'collapsible_panel':
      return panel(element, drawing);
    default:
      return null;
  }
}

function lines(text: string): Node[] {
  return text.split('\n').flatMap((line, index) => [...(index > 0 ? [h('br')] : []), document.createTextNode(line)]);
}

function columns(set: CardElement, drawing: Drawing): HTMLElement {
  const inside = ((set.columns ?? []) as CardElement[]).flatMap((column) => (column.elements ?? []) as CardElement[]);
  const buttons = inside.every((element) => element.tag === 'button');
  return h(
    'div',
    { class: buttons ? 'buttons' : 'columns' },
    ...inside.map((element) => (element.tag === 'button' ? buttonOf(element, drawing) : elementOf(element, drawing))),
  );
}

function buttonOf(element: CardElement, drawing: Drawing): HTMLButtonElement {
  const button = h('button', {
    type: 'button',
    class: `press ${String(element.type ?? 'default')}`,
    onclick: () => void pressed(element, drawing, button),
  });
  button.append(String((element.text as PlainText | undefined)?.content ?? ''));
  return button;
}

async function pressed(
  element: CardElement,
  drawing: Drawing,
  button: HTMLButtonElement,
  form?: Record<string, unknown>,
): Promise<void> {
  const confirm = element.confirm as { title?: PlainText; text?: PlainText } | undefined;
  if (confirm && !(await drawing.ask(confirm.title?.content ?? '', confirm.text?.content ?? ''))) return;
  const behaviors = (element.behaviors ?? []) as { type?: string; value?: { intent?: unknown } }[];
  const value = behaviors.find((behavior) => behavior.type === 'callback')?.value;
  drawing.press({ button, intent: value?.intent, ...(form ? { form } : {}) });
}

function formOf(element: CardElement, drawing: Drawing): HTMLElement {
  const elements = (element.elements ?? []) as CardElement[];
  const submit = elements.find((one) => one.tag === 'button' && one.form_action_type === 'submit');
  const inputs = formElements(
    elements.filter((one) => one !== submit),
    drawing,
  );
  const button = h('button', { type: 'submit', class: 'press primary_filled' });
  button.append(String((submit?.text as PlainText | undefined)?.content ?? drawing.words.confirm));
  const form = h(
    'form',
    {
      class: 'form',
      onsubmit: (event) => {
        event.preventDefault();
        if (submit) void pressed(submit, drawing, button, inputs.values());
      },
    },
    ...inputs.nodes,
    h('div', { class: 'buttons' }, button),
  );
  return form;
}

function panel(element: CardElement, drawing: Drawing): HTMLElement {
  const header = element.header as { title?: PlainText } | undefined;
  return h(
    'details',
    { class: 'panel', open: element.expanded === true },
    h('summary', {}, header?.title?.content ?? '·'),
    h(
      'div',
      { class: 'panel-body' },
      ...((element.elements ?? []) as CardElement[]).map((one) => elementOf(one, drawing)),
    ),
  );
}
