/** Draws what is only read: markdown, plain text, rules, and the place of a picture. */
import { h } from '../dom.ts';
import { type CardElement, contentOf } from './card-element.ts';
import { inline, markdownNodes } from './markdown.ts';

export function markdownElement(element: CardElement): HTMLElement {
  const small = element.text_size === 'notation' ? ' note' : '';
  return h('div', { class: `text${small}` }, ...markdownNodes(String(element.content ?? '')));
}

export function divElement(element: CardElement): HTMLElement {
  const text = element.text as { tag?: string; content?: string; text_size?: string } | undefined;
  const content = text?.content ?? '';
  const lines = content.split('\n').flatMap((line, index) => [...(index > 0 ? [h('br')] : []), line]);
  return h(
    'p',
    { class: text?.text_size === 'notation' ? 'note' : 'text' },
    ...(text?.tag === 'lark_md' ? inline(content) : lines),
  );
}

export function ruleElement(): HTMLElement {
  return h('hr');
}

/** The picture itself lies with Feishu; what it shows is told. */
export function imageElement(element: CardElement): HTMLElement {
  return h('p', { class: 'note' }, `[${contentOf(element.alt) || contentOf(element.title) || 'img'}]`);
}
