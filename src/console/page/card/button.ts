/** Draws a button: pressed, it hands back the intent it holds, after asking where it is told to. */
import { h } from '../dom.ts';
import { type CardElement, contentOf, type Drawing, type PlainText } from './card-element.ts';

export function buttonElement(element: CardElement, drawing: Drawing): HTMLElement {
  return h('div', { class: 'buttons' }, buttonOf(element, drawing));
}

export function buttonOf(element: CardElement, drawing: Drawing): HTMLElement {
  const label = contentOf(element.text);
  const url = behaviorsOf(element).find((behavior) => behavior.type === 'open_url')?.default_url;
  // A file of this server's own is saved, not shown.
  if (url?.startsWith('/console/')) return h('a', { class: classOf(element), href: url, download: '' }, label);
  if (url && /^https?:\/\//i.test(url))
    return h('a', { class: classOf(element), href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
  const button = h(
    'button',
    {
      type: 'button',
      class: classOf(element),
      'data-key': `press ${label}`,
      disabled: element.disabled === true,
      onclick: () => void press({ element, drawing, button }),
    },
    label,
  );
  return button;
}

function classOf(element: CardElement): string {
  return `press ${String(element.type ?? 'default')}`;
}

export interface Pressing {
  readonly element: CardElement;
  readonly drawing: Drawing;
  readonly button: HTMLButtonElement;
  /** What the form around it gave. */
  readonly form?: Readonly<Record<string, unknown>>;
}

export async function press({ element, drawing, button, form }: Pressing): Promise<void> {
  // A press still under way is not done twice; the focus stays, which `disabled` would take away.
  if (button.ariaDisabled === 'true') return;
  const confirm = element.confirm as { title?: PlainText; text?: PlainText } | undefined;
  if (confirm && !(await drawing.ask(contentOf(confirm.title), contentOf(confirm.text)))) return;
  const value = behaviorsOf(element).find((behavior) => behavior.type === 'callback')?.value;
  drawing.press({ button, intent: value?.intent, ...(form ? { form } : {}) });
}

function behaviorsOf(element: CardElement) {
  return (element.behaviors ?? []) as { type?: string; default_url?: string; value?: { intent?: unknown } }[];
}
