/** Builds the page's elements; text is always text, never mark-up. */

export type Child = Node | string | null | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** `on…` attributes are listeners, `true` is an empty attribute, `false` and undefined are none. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  apply(element, attributes);
  append(element, children);
  return element;
}

/** The same for drawings. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  apply(element, attributes);
  append(element, children);
  return element;
}

/** A button that is no card's: `key` finds it again after a redraw. */
export function plainButton(
  label: string,
  onclick: () => void,
  more: { class?: string; sign?: Child; key?: string; pressed?: boolean } = {},
): HTMLButtonElement {
  const { sign } = more;
  return h(
    'button',
    {
      type: 'button',
      class: more.class ?? 'plain',
      onclick,
      'data-key': more.key,
      ...(more.pressed === undefined ? {} : { 'aria-pressed': more.pressed ? 'true' : 'false' }),
      ...(sign ? { 'aria-label': label, title: label } : {}),
    },
    sign || label,
  );
}

/** Puts a fresh drawing in the place of an old one; whoever had the focus keeps it, by its `data-key`. */
export function redraw(old: Element, fresh: Element): void {
  const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
  const top = old.scrollTop;
  old.replaceWith(fresh);
  fresh.scrollTop = top;
  if (focused) fresh.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function apply(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child) element.append(child);
}
