/** Draws a form: inputs with their labels, and the button that hands everything in at once. */
import type { Block, Input, Lang } from '../reply.ts';
import { buttonElement, plainText } from './buttons.ts';
import { bare, clip, markdown } from './markdown.ts';

type Form = Extract<Block, { type: 'form' }>;

/** Feishu's limits for an input's text and for a placeholder. */
const longestValue = 1000;
const longestPlaceholder = 100;

/** Every option is an element of the card, of which there are 200; a form shares them out. */
const mostOptions = 120;

export function formElement(form: Form, lang: Lang, name: (wanted: string) => string): Record<string, unknown> {
  const choices = form.inputs.filter((input) => input.type === 'choice').length;
  const most = Math.max(1, Math.floor(mostOptions / Math.max(1, choices)));
  return {
    tag: 'form',
    name: name(form.name || 'form'),
    elements: [
      ...form.inputs.flatMap((input) => inputElements(input, { lang, name: name(input.name), most })),
      {
        ...buttonElement({ style: 'primary', ...form.submit }, lang),
        name: name(`${form.name || 'form'}.submit`),
        form_action_type: 'submit',
      },
    ],
  };
}

function inputElements(input: Input, as: { lang: Lang; name: string; most: number }): Record<string, unknown>[] {
  const common = { name: as.name, required: input.required ?? false, width: 'fill' };
  const label = bare(input.label).trim();
  if (input.type === 'day') {
    return [
      labelElement(input),
      {
        tag: 'date_picker',
        ...common,
        placeholder: plainText(as.lang === 'zh' ? '请选择日期' : 'Choose a day'),
        ...(isDay(input.value) ? { initial_date: input.value } : {}),
      },
    ];
  }
  const options = uniqueOptions(input);
  // More options than a card carries: the value is typed instead, nothing is left out of reach.
  if (input.type === 'choice' && options.length > 0 && options.length <= as.most) {
    const chosen = options.findIndex((option) => option.value === input.value);
    return [
      labelElement(input),
      {
        tag: 'select_static',
        ...common,
        placeholder: plainText(as.lang === 'zh' ? '请选择' : 'Choose'),
        options: options.map((option) => ({ text: plainText(option.label), value: option.value })),
        // The index counts from 1; 0 means none.
        ...(chosen >= 0 ? { initial_index: chosen + 1 } : {}),
      },
    ];
  }
  const value = input.value ? clip(bare(input.value), longestValue) : '';
  return [
    {
      tag: 'input',
      ...common,
      label: plainText(label),
      placeholder: plainText(placeholder(input, as.lang)),
      max_length: longestValue,
      ...(value ? { default_value: value } : {}),
      ...(value.includes('\n') ? { input_type: 'multiline_text', rows: 3 } : {}),
    },
  ];
}

function labelElement(input: Input): Record<string, unknown> {
  const label = markdown(bare(input.label).trim()) || '·';
  return { tag: 'markdown', content: `${label}${input.required ? ' &#42;' : ''}` };
}

function placeholder(input: Input, lang: Lang): string {
  const texts = {
    number: lang === 'zh' ? '请填数字' : 'A number',
    text: lang === 'zh' ? '请填写' : 'Fill in',
    day: '',
    choice: lang === 'zh' ? '请填写' : 'Fill in',
  };
  return clip(texts[input.type], longestPlaceholder);
}

/** Two options with one value would leave the client unable to tell which was chosen. */
function uniqueOptions(input: Input): { value: string; label: string }[] {
  const seen = new Map<string, string>();
  for (const option of input.choices ?? []) {
    if (option.value && !seen.has(option.value)) seen.set(option.value, bare(option.label).trim() || option.value);
  }
  return [...seen].map(([value, label]) => ({ value, label }));
}

function isDay(value: string | undefined): value is string {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
