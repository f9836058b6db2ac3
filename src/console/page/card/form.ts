/** Draws a form and its inputs, and reads them back by their names when it is handed in. */
import { type Child, h } from '../dom.ts';
import { press } from './button.ts';
import { type CardElement, contentOf, type Drawing, elementsIn } from './card-element.ts';
import { inline } from './markdown.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function formElement(element: CardElement, drawing: Drawing): HTMLElement {
  const elements = elementsIn(element.elements);
  const submit = elements.find((one) => one.tag === 'button' && one.form_action_type === 'submit');
  const label = contentOf(submit?.text) || drawing.words.confirm;
  const button = h('button', { type: 'submit', class: 'press primary_filled', 'data-key': `press ${label}` }, label);
  const form = h(
    'form',
    {
      class: 'form',
      onsubmit: (event) => {
        event.preventDefault();
        if (submit) void press({ element: submit, drawing, button, form: valuesOf(form) });
      },
    },
    ...fieldsOf(
      elements.filter((one) => one !== submit),
      drawing,
    ),
    h('div', { class: 'buttons' }, button),
  );
  return form;
}

/** An empty input is told too: that is how a value is taken out. */
function valuesOf(form: HTMLFormElement): Record<string, string> {
  const controls = [...form.elements].filter((one): one is Control => 'value' in one && one.tagName !== 'BUTTON');
  return Object.fromEntries(controls.filter((control) => control.name).map((control) => [control.name, control.value]));
}

/** The name of a list or a day stands before it as a text of its own. */
function fieldsOf(elements: readonly CardElement[], drawing: Drawing): Child[] {
  const nameless = (one: CardElement | undefined) => one?.tag === 'select_static' || one?.tag === 'date_picker';
  return elements.flatMap((element, index): Child[] => {
    const before = elements[index - 1];
    if (element.tag === 'markdown' && nameless(elements[index + 1])) return [];
    if (!nameless(element)) return [drawing.draw(element)];
    const label = before?.tag === 'markdown' ? inline(String(before.content ?? '')) : [];
    return [field(label, element.tag === 'date_picker' ? dateControl(element) : selectControl(element, drawing))];
  });
}

export function inputElement(element: CardElement, drawing: Drawing): HTMLElement {
  const common = { ...commonOf(element), maxlength: Number(element.max_length ?? 1000) };
  const type = element.input_type === 'password' ? 'password' : 'text';
  const control =
    element.input_type === 'multiline_text'
      ? h('textarea', { ...common, rows: Number(element.rows ?? 3) })
      : h('input', { ...common, type });
  control.value = String(element.default_value ?? '');
  const mark = element.required === true ? [h('span', { class: 'required', title: drawing.words.required }, ' *')] : [];
  return field([contentOf(element.label), ...mark], control);
}

export function selectElement(element: CardElement, drawing: Drawing): HTMLElement {
  return field([], selectControl(element, drawing));
}

export function dateElement(element: CardElement): HTMLElement {
  return field([], dateControl(element));
}

function field(label: readonly Child[], control: Control): HTMLElement {
  const shown = label.some(Boolean) ? label : [control.getAttribute('placeholder') ?? control.name];
  return h('label', { class: 'field' }, h('span', {}, ...shown), control);
}

function commonOf(element: CardElement) {
  return {
    name: String(element.name ?? ''),
    required: element.required === true,
    disabled: element.disabled === true,
    placeholder: contentOf(element.placeholder) || undefined,
    'data-key': `input ${String(element.name ?? '')}`,
  };
}

function dateControl(element: CardElement): Control {
  return h('input', { ...commonOf(element), type: 'date', value: String(element.initial_date ?? '') });
}

function selectControl(element: CardElement, drawing: Drawing): Control {
  const options = (element.options ?? []) as { text?: { content?: string }; value?: string }[];
  const chosen = Number(element.initial_index ?? 0) - 1;
  return h(
    'select',
    commonOf(element),
    h('option', { value: '' }, drawing.words.choose),
    ...options.map((option, index) =>
      h(
        'option',
        { value: option.value, selected: index === chosen || (option.value ?? '') === element.initial_option },
        contentOf(option.text),
      ),
    ),
  );
}
