/** The messages of one chat: bubbles of people, cards of the bot, redrawn in place. */
import { cardOf } from './card.ts';
import type { Card, Drawing } from './card-element.ts';
import { hueOf, initials } from './cast.ts';
import { h } from './dom.ts';
import type { Message, Update } from './server.ts';
import type { Lang, Words } from './words.ts';

export interface LogNeeds {
  readonly words: Words;
  readonly lang: Lang;
  /** Whose messages stand on the right. */
  readonly me: string;
  readonly group: boolean;
  press(messageId: string, pressed: Parameters<Drawing['press']>[0]): void;
  ask: Drawing['ask'];
  replyTo(message: Message): void;
  recall(message: Message): void;
  say(text: string): void;
}

export interface Log {
  readonly element: HTMLElement;
  add(message: Message, mark?: { pending: boolean }): void;
  update(update: Update): void;
  /** Somebody took this message back. */
  recalled(messageId: string): void;
  /** A message shown before the server named it gets its name; one that failed is marked. */
  settle(provisional: string, messageId: string | undefined): void;
  thinking(is: boolean): void;
  /** A press was done here: its answer is brought into sight. */
  expect(): void;
}

/** After so long a silence the time is shown again. */
const silenceMs = 5 * 60_000;

export function createLog(needs: LogNeeds): Log {
  const { words, lang } = needs;
  const element = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: 0 });
  const shown = new Map<string, { message: Message; row: HTMLElement }>();
  const waiting = h(
    'div',
    { class: 'row bot waiting' },
    disc('台账助手', true),
    h('div', { class: 'dots', 'aria-label': words.thinking }, h('i'), h('i'), h('i')),
  );
  let last = 0;
  let latest: string | undefined;
  /** The next answer is to what was just said or pressed here. */
  let expected = false;

  const drawing = (messageId: string): Drawing => ({
    words,
    press: (pressed) => needs.press(messageId, pressed),
    ask: needs.ask,
  });
  const isNearEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < 120;
  const end = () => {
    element.scrollTop = element.scrollHeight;
  };
  /** A card taller than the screen is read from its top. */
  const bringUp = (row: HTMLElement) => {
    if (row.offsetHeight > element.clientHeight) row.scrollIntoView({ block: 'start' });
    else end();
  };
  const textOf = (message: Message) => (message.recalled ? words.recalled : message.text);
  const bodyOf = (message: Message) =>
    message.card
      ? cardOf(message.card as Card, drawing(message.messageId))
      : h('div', { class: `bubble${message.recalled ? ' recalled' : ''}` }, textOf(message));

  /** What was shown before the server named it. */
  const unnamed = (text: string) =>
    [...shown].find(([id, one]) => id.startsWith('provisional-') && one.message.text === text)?.[0];

  element.append(welcome(needs));
  const log: Log = {
    element,
    add(message, mark) {
      if (shown.has(message.messageId)) return;
      const own = message.from === needs.me && !message.card ? unnamed(message.text) : undefined;
      if (own && !mark?.pending) return log.settle(own, message.messageId);
      element.querySelector('.welcome')?.remove();
      const at = new Date(message.at).getTime();
      if (Math.abs(at - last) > silenceMs)
        element.append(h('div', { class: 'time' }, timeLabel(new Date(at), words, lang)));
      last = at;
      const mine = !message.card && message.from === needs.me;
      const quoted = message.replyTo ? shown.get(message.replyTo)?.message : undefined;
      // What answers the line above it needs no quotation.
      const showQuote = quoted?.text && message.replyTo !== latest && (needs.group || !message.card);
      // The server may have named it since it was drawn.
      const named = () => [...shown.values()].find((one) => one.row === row)?.message ?? message;
      const row: HTMLElement = h(
        'div',
        { class: `row ${message.card ? 'bot' : mine ? 'mine' : 'other'}${mark?.pending ? ' pending' : ''}` },
        !mine && disc(message.from, Boolean(message.card)),
        h(
          'div',
          { class: 'said' },
          !mine && (needs.group || message.card) && h('div', { class: 'from' }, message.from),
          showQuote && h('div', { class: 'quote' }, `${quoted.from}: ${quoted.text.split('\n')[0] ?? ''}`),
          bodyOf(message),
        ),
        !message.recalled && act(words.reply, '↩', () => needs.replyTo(named())),
        mine && !message.recalled && act(words.recall, '⌫', () => needs.recall(named())),
      );
      const follow = mine || expected || isNearEnd();
      shown.set(message.messageId, { message, row });
      waiting.remove();
      element.append(row);
      if (follow) bringUp(row);
      if (!mine) expected = false;
      latest = message.messageId;
    },
    update({ messageId, card, text }) {
      const one = shown.get(messageId);
      if (!one) return;
      one.message = { ...one.message, card, text };
      const drawn = bodyOf(one.message);
      drawn.classList.add('redrawn');
      one.row.querySelector('.card')?.replaceWith(drawn);
    },
    recalled(messageId) {
      const one = shown.get(messageId);
      if (!one || one.message.card) return;
      one.message = { ...one.message, text: '', recalled: true };
      one.row.querySelector('.bubble')?.replaceWith(bodyOf(one.message));
      for (const button of one.row.querySelectorAll('.answer')) button.remove();
    },
    settle(provisional, messageId) {
      const one = shown.get(provisional);
      if (!one) return;
      shown.delete(provisional);
      one.row.classList.remove('pending');
      if (messageId === undefined) one.row.classList.add('failed');
      else if (shown.has(messageId)) one.row.remove();
      else shown.set(messageId, { row: one.row, message: { ...one.message, messageId } });
      if (latest === provisional) latest = messageId;
    },
    expect() {
      expected = true;
    },
    thinking(is) {
      if (!is) waiting.remove();
      else {
        expected = true;
        element.append(waiting);
        end();
      }
    },
  };
  return log;
}

/** A small button beside a bubble. */
function act(label: string, sign: string, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'plain answer', title: label, 'aria-label': label, onclick }, sign);
}

function welcome({ words, say }: LogNeeds): HTMLElement {
  return h(
    'div',
    { class: 'welcome' },
    h('div', { class: 'welcome-mark', 'aria-hidden': 'true' }, '账'),
    h('h2', {}, words.emptyTitle),
    h('p', {}, words.emptyText),
    ...words.emptyExamples.map((text) => h('button', { type: 'button', class: 'say', onclick: () => say(text) }, text)),
  );
}

export function disc(name: string, bot = false): HTMLElement {
  return h(
    'span',
    { class: bot ? 'disc bot-disc' : `disc hue-${hueOf(name)}`, 'aria-hidden': 'true' },
    bot ? '账' : initials(name),
  );
}

function timeLabel(at: Date, words: Words, lang: Lang): string {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const time = at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const days = Math.ceil((midnight.getTime() - at.getTime()) / 86_400_000);
  if (days <= 0) return `${words.today} ${time}`;
  if (days === 1) return `${words.yesterday} ${time}`;
  const year = at.getFullYear() === midnight.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return `${at.toLocaleDateString(locale, { ...year, month: 'long', day: 'numeric' })} ${time}`;
}
