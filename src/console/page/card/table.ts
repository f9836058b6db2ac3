/** Draws a card's table, a page at a time as Feishu shows it. */
import { type Child, h } from '../dom.ts';
import type { CardElement, Drawing } from './card-element.ts';
import { inline } from './markdown.ts';

interface Column {
  readonly name: string;
  readonly display_name?: string;
  readonly horizontal_align?: string;
  readonly data_type?: string;
}

export function tableElement(element: CardElement, { words, lang }: Drawing): HTMLElement {
  const columns = (element.columns ?? []) as Column[];
  const rows = (element.rows ?? []) as Record<string, unknown>[];
  const size = Math.max(1, Number(element.page_size ?? 10));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const body = h('tbody');
  const where = h('span', { class: 'page-number', role: 'status' });
  let page = 0;
  const show = (to: number) => {
    page = Math.min(pages - 1, Math.max(0, to));
    where.textContent = `${page + 1} ${words.of} ${pages}`;
    earlier.ariaDisabled = String(page === 0);
    later.ariaDisabled = String(page === pages - 1);
    const shown = rows.slice(page * size, (page + 1) * size);
    body.replaceChildren(
      ...shown.map((row) => h('tr', {}, ...columns.map((column) => cell(column, row[column.name], lang)))),
      // The last page is as tall as the others, so that nothing below it jumps.
      ...(pages > 1 ? Array.from({ length: size - shown.length }, () => blank(columns.length)) : []),
    );
  };
  const turner = (label: string, sign: string, by: number) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick: () => show(page + by) }, sign);
  const earlier = turner(words.previous, '‹', -1);
  const later = turner(words.next, '›', 1);
  show(0);
  const head = columns.map((column) => h('th', { scope: 'col', ...align(column) }, column.display_name ?? ''));
  return h(
    'div',
    { class: 'table-box' },
    h('div', { class: 'table-scroll', tabindex: 0 }, h('table', {}, h('thead', {}, h('tr', {}, ...head)), body)),
    pages > 1 && h('div', { class: 'pager' }, earlier, where, later),
  );
}

function cell(column: Column, value: unknown, lang: string): HTMLElement {
  return h('td', align(column), ...shownIn(column, value, lang));
}

function shownIn(column: Column, value: unknown, lang: string): Child[] {
  if (value === undefined || value === null) return [''];
  switch (column.data_type) {
    case 'lark_md':
    case 'markdown':
      return inline(String(value));
    case 'number':
      return [Number(value).toLocaleString(lang)];
    case 'date':
      return [new Date(Number(value)).toLocaleDateString(lang)];
    case 'options':
      return (value as { text?: string; color?: string }[]).map((option) =>
        h('span', { class: `tag tag-${option.color ?? 'neutral'}` }, option.text ?? ''),
      );
    case 'persons':
      return [value].flat().map((person) => h('span', { class: 'mention' }, `@${String(person)} `));
    default:
      return [String(value)];
  }
}

function blank(columns: number): HTMLElement {
  return h('tr', { class: 'blank', 'aria-hidden': 'true' }, h('td', { colspan: columns }, '\u00a0'));
}

function align(column: Column): { class?: string } {
  return column.horizontal_align === 'right' || column.data_type === 'number' ? { class: 'right' } : {};
}
