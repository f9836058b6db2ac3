/** The messages of one chat, the latest at the end; answers come in, cards are redrawn in place. */
import { timeLabel } from '../days.ts';
import { botDisc } from '../disc.ts';
import { type Child, h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Message, Update } from '../server.ts';
import { createRow, type Row, type RowNeeds, type Sending } from './row.ts';

export interface LogNeeds extends RowNeeds {
  /** What stands there when nothing was said yet. */
  welcome(): HTMLElement;
  /** Reads the chat again after it could not be read. */
  again(): void;
}

export interface Log {
  readonly element: HTMLElement;
  /** The chat as the server knows it: shown at first, compared later. */
  fill(history: readonly Message[]): void;
  /** The chat could not be read. */
  unread(): void;
  add(message: Message, sending?: Sending): void;
  update(update: Update): void;
  /** Somebody took this message back. */
  recalled(messageId: string): void;
  /** A message shown before the server named it gets its name; one that failed is marked. */
  settle(provisional: string, messageId: string | undefined): void;
  drop(messageId: string): void;
  thinking(is: boolean): void;
  /** A press was done here: its answer is brought into sight. */
  expect(): void;
  /** What I said last and can still take back. */
  lastOwn(): Message | undefined;
}

/** After so long a silence the time is shown again. */
const silenceMs = 5 * 60_000;

export const provisionalPrefix = 'provisional-';

export function createLog(needs: LogNeeds): Log {
  const { words, lang } = needs;
  const scroll: HTMLElement = h('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': words.log,
    'aria-busy': 'true',
    tabindex: 0,
    onscroll: () => box.classList.toggle('above', !isNearEnd()),
    onkeydown: (event) => walk(scroll, event as KeyboardEvent),
  });
  const latestButton = h(
    'button',
    { type: 'button', class: 'latest', 'aria-label': words.latest, title: words.latest, onclick: () => end() },
    icon('down'),
  );
  const box = h('div', { class: 'log-box' }, scroll, latestButton);
  const waiting = h(
    'div',
    { class: 'row bot waiting' },
    botDisc(),
    h('div', { class: 'dots', role: 'img', 'aria-label': words.thinking }, h('i'), h('i'), h('i')),
  );
  const rows = new Map<string, Row>();
  let last = 0;
  let latest: string | undefined;
  /** The next answer is to what was just said or pressed here. */
  let expected = false;
  let filled = false;

  const isNearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  const end = () => {
    scroll.scrollTop = scroll.scrollHeight;
  };
  /** A card taller than the screen is read from its top. */
  const bringUp = (row: HTMLElement) => {
    if (row.offsetHeight > scroll.clientHeight) row.scrollIntoView({ block: 'start' });
    else end();
  };
  const place = (state: Child) => {
    scroll.querySelector('.log-state')?.remove();
    if (state) scroll.append(state);
  };
  /** What was shown before the server named it, said in the same words. */
  const unnamed = (text: string) =>
    [...rows].find(([id, row]) => id.startsWith(provisionalPrefix) && row.message.text === text)?.[0];

  place(h('div', { class: 'log-state loading', role: 'status', 'aria-label': words.loading }, ...skeleton()));

  const log: Log = {
    element: box,
    fill(history) {
      if (!filled) place(history.length === 0 && rows.size === 0 ? needs.welcome() : null);
      for (const message of history) {
        const row = rows.get(message.messageId);
        if (!row) log.add(message);
        else if (message.recalled && !row.message.recalled) row.recalled();
        else if (message.card && JSON.stringify(message.card) !== JSON.stringify(row.message.card))
          row.update({ ...message, type: 'update', card: message.card });
      }
      if (!filled) end();
      filled = true;
      scroll.ariaBusy = 'false';
    },
    unread() {
      if (filled) return;
      scroll.ariaBusy = 'false';
      place(
        h(
          'div',
          { class: 'log-state', role: 'alert' },
          h('p', {}, words.historyFailed),
          h('button', { type: 'button', class: 'press default', onclick: needs.again }, words.retry),
        ),
      );
    },
    add(message, sending = 'sent') {
      if (rows.has(message.messageId)) return;
      const own = message.from === needs.me && !message.card ? unnamed(message.text) : undefined;
      if (own && sending === 'sent') return log.settle(own, message.messageId);
      if (filled || sending !== 'sent') place(null);
      const at = new Date(message.at).getTime();
      if (Math.abs(at - last) > silenceMs)
        scroll.append(h('div', { class: 'time' }, timeLabel(new Date(at), words, lang)));
      last = at;
      const mine = !message.card && message.from === needs.me;
      const answered = message.replyTo ? rows.get(message.replyTo)?.message : undefined;
      // What answers the line above it needs no quotation.
      const quoted = answered && message.replyTo !== latest && (needs.group || !message.card) ? answered : undefined;
      const row = createRow(message, needs, { ...(quoted ? { quoted } : {}), sending });
      const follow = mine || expected || isNearEnd();
      rows.set(message.messageId, row);
      waiting.remove();
      scroll.append(row.element);
      if (follow) bringUp(row.element);
      else box.classList.add('above');
      if (!mine) expected = false;
      latest = message.messageId;
    },
    update(update) {
      const atEnd = isNearEnd();
      rows.get(update.messageId)?.update(update);
      if (atEnd && latest === update.messageId) end();
    },
    recalled: (messageId) => rows.get(messageId)?.recalled(),
    settle(provisional, messageId) {
      const row = rows.get(provisional);
      if (!row) return;
      row.settle(messageId);
      if (messageId === undefined) return;
      rows.delete(provisional);
      if (rows.has(messageId)) row.element.remove();
      else rows.set(messageId, row);
      if (latest === provisional) latest = messageId;
    },
    drop(messageId) {
      rows.get(messageId)?.element.remove();
      rows.delete(messageId);
    },
    thinking(is) {
      if (!is) waiting.remove();
      else {
        expected = true;
        scroll.append(waiting);
        end();
      }
    },
    expect() {
      expected = true;
    },
    lastOwn() {
      const own = ({ message, sending }: Row) =>
        !message.card && !message.recalled && message.from === needs.me && sending === 'sent';
      return [...rows.values()].reverse().find(own)?.message;
    },
  };
  return log;
}

/** Up and down walk from message to message. */
function walk(scroll: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const focused = document.activeElement;
  // Inside a card the arrows belong to its inputs.
  if (focused !== scroll && !focused?.classList.contains('row')) return;
  const rows = [...scroll.querySelectorAll<HTMLElement>('article.row')];
  const at = rows.indexOf(focused as HTMLElement);
  const to = event.key === 'ArrowUp' ? (at === -1 ? rows.length : at) - 1 : at + 1;
  if (!rows[to]) return;
  event.preventDefault();
  rows[to].focus();
  rows[to].scrollIntoView({ block: 'nearest' });
}

function skeleton(): HTMLElement[] {
  return ['mine', 'bot', 'mine'].map((side) => h('div', { class: `ghost ${side}` }));
}
