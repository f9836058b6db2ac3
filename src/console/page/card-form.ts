/** Draws the inputs of a card's form and reads them back by their names. */
import type { CardElement, Drawing, PlainText } from './card-element.ts';
import { type Child, h } from './dom.ts';
import { markdownNodes } from './markdown.ts';

export interface FormInputs {
  readonly nodes: readonly Child[];
  values(): Record<string, unknown>;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function formElements(elements: readonly CardElement[], drawing: Drawing): FormInputs {
  const controls = new Map<string, Control>();
  const nodes: Child[] = [];
  let label: Node[] | undefined;
  for (const element of elements) {
    const control = controlOf(element, drawing);
    if (!control) {
      // The name of a list or a day stands before it as a text of its own.
      if (element.tag === 'markdown') label = markdownNodes(String(element.content ?? ''));
      continue;
    }
    const own = (element.label as PlainText | undefined)?.content;
    nodes.push(h('label', { class: 'field' }, h('span', {}, ...(own ? [own] : (label ?? []))), control));
    label = undefined;
    controls.set(String(element.name ?? ''), control);
  }
  return {
    nodes,
    // An empty input is told too: that is how a value is taken out.
    values: () => Object.fromEntries([...controls].map(([name, control]) => [name, control.value])),
  };
}

function controlOf(element: CardElement, drawing: Drawing): Control | null {
  const common = {
    name: String(element.name ?? ''),
    required: element.required === true,
    placeholder: (element.placeholder as PlainText | undefined)?.content,
  };
  switch (element.tag) {
    case 'input': {
      const value = String(element.default_value ?? '');
      const control =
        element.input_type === 'multiline_text'
          ? h('textarea', { ...common, rows: Number(element.rows ?? 3) })
          : h('input', { ...common, type: 'text', maxlength: Number(element.max_length ?? 1000) });
      control.value = value;
      return control;
    }
    case 'date_picker':
      return h('input', { ...common, type: 'date', value: String(element.initial_date ?? '') });
    case 'select_static': {
      const options = (element.options ?? []) as { text?: PlainText; value?: string }[];
      const chosen = Number(element.initial_index ?? 0) - 1;
      return h(
        'select',
        { ...common },
        h('option', { value: '' }, drawing.words.choose),
        ...options.map((option, index) =>
          h('option', { value: option.value, selected: index === chosen }, option.text?.content ?? ''),
        ),
      );
    }
    default:
      return null;
  }
}
