/** The ledger beside the chat: its latest records, found by kind and by words, changing while one talks. */
import { h, plainButton, redraw } from '../dom.ts';
import { icon } from '../icons.ts';
import { type LedgerLine, type LedgerShown, RefusedError, server } from '../server.ts';
import type { Lang, Words } from '../words/words.ts';
import { recordPage, standingPill } from './record.ts';

export interface LedgerNeeds {
  readonly words: Words;
  readonly lang: Lang;
  /** Who reads. */
  reader(): Readonly<Record<string, string | undefined>>;
  /** Puts a record's number into the line to say something about it. */
  mention(no: string): void;
  close(): void;
}

export interface Ledger {
  readonly element: HTMLElement;
  /** Reads again what is shown: something was written, or somebody else reads. */
  refresh(): void;
}

const typingMs = 180;

export function createLedger(needs: LedgerNeeds): Ledger {
  const { words, lang } = needs;
  const element = h('aside', { class: 'ledger', 'aria-labelledby': 'ledger-title' });
  let shown: LedgerShown | 'closed' | 'failed' | undefined;
  let open: string | undefined;
  let kind: string | undefined;
  let sought = '';
  /** The moves each record had when it was shown last: more of them, and it has just changed. */
  let before: Map<string, number> | undefined;
  let turn = 0;

  const count = h('span', { class: 'ledger-count', role: 'status' });
  const find = h('input', {
    type: 'search',
    class: 'find',
    placeholder: words.ledgerFind,
    'aria-label': words.ledgerFind,
    oninput: () => {
      sought = find.value;
      clearTimeout(timer);
      timer = setTimeout(() => void read(), typingMs);
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let chips: HTMLElement = h('div', { class: 'chips' });
  let body: HTMLElement = h('div', { class: 'ledger-body' });
  const list = h('div', { class: 'ledger-list' }, h('div', { class: 'ledger-tools' }, find, chips), body);
  element.append(
    h(
      'header',
      { class: 'ledger-head' },
      h('h2', { id: 'ledger-title' }, words.ledger),
      count,
      plainButton(words.ledgerHide, needs.close, { class: 'plain', sign: icon('close') }),
    ),
    list,
  );

  const read = async () => {
    turn += 1;
    const mine = turn;
    const fresh = await server
      .ledger({ ...needs.reader(), lang, kind, words: sought.trim() || undefined })
      .catch((error: unknown) => {
        const closed = error instanceof RefusedError && error.status === 403;
        return closed ? 'closed' : 'failed';
      });
    // An answer overtaken by a later question is of no use.
    if (mine !== turn) return;
    shown = fresh;
    draw();
  };
  const draw = () => {
    const ledger = typeof shown === 'object' ? shown : undefined;
    count.textContent = ledger ? words.ledgerCount(ledger.total) : '';
    const freshChips = chipsOf(ledger);
    redraw(chips, freshChips);
    chips = freshChips;
    const freshBody = bodyOf();
    redraw(body, freshBody);
    body = freshBody;
    if (ledger) before = new Map([...(before ?? []), ...ledger.lines.map((line) => [line.no, line.n] as const)]);
  };
  const chipsOf = (ledger: LedgerShown | undefined) => {
    const chip = (id: string | undefined, label: string) =>
      plainButton(
        label,
        () => {
          kind = id;
          void read();
        },
        { class: 'chip', key: `kind ${id ?? ''}`, pressed: kind === id },
      );
    const kinds = ledger?.kinds ?? [];
    return h(
      'div',
      { class: 'chips', role: 'group', 'aria-label': words.ledger },
      ...(kinds.length > 1
        ? [chip(undefined, words.ledgerAll), ...kinds.map((one) => chip(one.id, `${one.title} ${one.count}`))]
        : []),
    );
  };
  const bodyOf = () => {
    if (shown === 'closed') return note(words.ledgerClosed);
    if (shown === 'failed')
      return note(
        words.ledgerFailed,
        h('button', { type: 'button', class: 'press default', onclick: () => void read() }, words.retry),
      );
    if (!shown) return h('div', { class: 'ledger-body loading', role: 'status', 'aria-label': words.loading });
    if (shown.lines.length === 0)
      return kind || sought.trim()
        ? note(words.ledgerNone)
        : note(h('strong', {}, words.ledgerEmpty), h('p', {}, words.ledgerEmptyText));
    return h(
      'div',
      { class: 'ledger-body', tabindex: -1 },
      h(
        'ul',
        { class: 'lines' },
        ...shown.lines.map((line) => {
          const known = before?.get(line.no);
          const changed = before !== undefined && !sought && (known === undefined || known < line.n);
          return h('li', {}, lineButton(line, changed));
        }),
      ),
    );
  };
  const lineButton = (line: LedgerLine, changed: boolean) =>
    h(
      'button',
      {
        type: 'button',
        class: `ledger-line${changed ? ' changed' : ''}`,
        'data-key': line.no,
        onclick: () => show(line.no),
      },
      h('span', { class: 'line-top' }, h('b', {}, line.name), standingPill(line, words)),
      h(
        'span',
        { class: 'line-bottom' },
        h('span', {}, line.no),
        h('span', {}, line.due && line.standing !== 'done' ? words.due(line.due) : line.on),
      ),
    );

  const show = (no: string | undefined) => {
    const left = open;
    open = no;
    element.querySelector('.record')?.remove();
    list.hidden = no !== undefined;
    if (no === undefined) {
      if (left) element.querySelector<HTMLElement>(`[data-key="${CSS.escape(left)}"]`)?.focus();
      return;
    }
    void readRecord(no, true);
  };
  const readRecord = async (no: string, first: boolean) => {
    const record = await server.record(no, { ...needs.reader(), lang }).catch(() => undefined);
    if (open !== no) return;
    const page = recordPage(record, { words, lang, back: () => show(undefined), mention: needs.mention });
    const old = element.querySelector('.record');
    if (old) redraw(old, page);
    else element.append(page);
    if (first) page.querySelector<HTMLElement>('[data-key="back"]')?.focus();
  };

  draw();
  return {
    element,
    refresh() {
      void read();
      if (open) void readRecord(open, false);
    },
  };
}

function note(...children: (Node | string)[]): HTMLElement {
  return h('div', { class: 'ledger-body empty' }, h('div', {}, ...children));
}
