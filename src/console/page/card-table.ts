/** Draws a card's table, a page at a time as Feishu shows it. */
import type { CardElement } from './card-element.ts';
import { h } from './dom.ts';
import type { Words } from './words.ts';

interface Column {
  readonly name: string;
  readonly display_name?: string;
  readonly horizontal_align?: string;
}

export function tableOf(element: CardElement, words: Words): HTMLElement {
  const columns = (element.columns ?? []) as Column[];
  const rows = (element.rows ?? []) as Record<string, unknown>[];
  const size = Math.max(1, Number(element.page_size ?? 10));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const body = h('tbody');
  const where = h('span', { class: 'page-number', 'aria-live': 'polite' });
  let page = 0;
  const show = (to: number) => {
    page = Math.min(pages - 1, Math.max(0, to));
    where.textContent = `${page + 1} ${words.of} ${pages}`;
    body.replaceChildren(
      ...rows
        .slice(page * size, (page + 1) * size)
        .map((row) => h('tr', {}, ...columns.map((column) => h('td', align(column), String(row[column.name] ?? ''))))),
    );
  };
  show(0);
  return h(
    'div',
    { class: 'table-box' },
    h(
      'div',
      { class: 'table-scroll', tabindex: 0 },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', align(column), column.display_name ?? '')))),
        body,
      ),
    ),
    pages > 1 &&
      h(
        'div',
        { class: 'pager' },
        h('button', { type: 'button', 'aria-label': words.previous, onclick: () => show(page - 1) }, '‹'),
        where,
        h('button', { type: 'button', 'aria-label': words.next, onclick: () => show(page + 1) }, '›'),
      ),
  );
}

function align(column: Column): { class?: string } {
  return column.horizontal_align === 'right' ? { class: 'right' } : {};
}
