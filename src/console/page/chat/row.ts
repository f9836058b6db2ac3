/** One message in the log: a person's bubble or a card of the bot, with what can be done to it. */
import { cardOf } from '../card/card.ts';
import type { Card, CardNeeds, Press } from '../card/card-element.ts';
import { clockLabel } from '../days.ts';
import { botDisc, disc } from '../disc.ts';
import { type Child, h, redraw } from '../dom.ts';
import { type Icon, icon } from '../icons.ts';
import type { Message, Update } from '../server.ts';
import { calledIn } from '../side/cast.ts';
import type { Lang, Words } from '../words/words.ts';

export interface RowNeeds {
  readonly words: Words;
  readonly lang: Lang;
  /** Whose messages stand on the right. */
  readonly me: string;
  readonly group: boolean;
  press(messageId: string, pressed: Press): void;
  ask: CardNeeds['ask'];
  replyTo(message: Message): void;
  edit(message: Message): void;
  recall(message: Message): void;
  resend(message: Message): void;
}

export type Sending = 'pending' | 'failed' | 'sent';

export interface Row {
  readonly element: HTMLElement;
  readonly message: Message;
  readonly sending: Sending;
  update(update: Update): void;
  recalled(): void;
  /** The server named it, or it did not get there. */
  settle(messageId: string | undefined): void;
}

export function createRow(first: Message, needs: RowNeeds, more: { quoted?: Message; sending?: Sending }): Row {
  const { words, lang } = needs;
  let message = first;
  let sending = more.sending ?? 'sent';
  const mine = !message.card && message.from === needs.me;
  const side = message.card ? 'bot' : mine ? 'mine' : 'other';
  const name = message.card ? words.bot : calledIn(lang, message.from);
  const body = () => bodyOf(message, needs);
  const acts = h('div', { class: 'acts' });
  const trouble = h('div', { class: 'trouble' });
  const element = h(
    'article',
    { class: `row ${side}`, tabindex: -1, 'aria-label': `${name} ${clockLabel(new Date(message.at), lang)}` },
    !mine && (message.card ? botDisc() : disc(message.from, name)),
    h(
      'div',
      { class: 'said' },
      !mine && needs.group && h('div', { class: 'from' }, name),
      more.quoted && quoteOf(more.quoted, words, lang),
      body(),
      trouble,
    ),
    acts,
  );
  const refresh = () => {
    element.classList.toggle('pending', sending === 'pending');
    element.classList.toggle('failed', sending === 'failed');
    const sent = sending === 'sent' && !message.recalled;
    acts.replaceChildren(
      ...[
        sent && act(words.reply, 'reply', () => needs.replyTo(message)),
        sent && mine && act(words.edit, 'edit', () => needs.edit(message)),
        sent && mine && act(words.recall, 'recall', () => needs.recall(message)),
      ].filter((one) => one !== false),
    );
    trouble.replaceChildren(
      ...(sending === 'failed'
        ? [
            `${words.failed} · `,
            h('button', { type: 'button', class: 'link', onclick: () => needs.resend(message) }, words.resend),
          ]
        : []),
    );
  };
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = { r: 0, e: 1, Delete: 2 }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    acts.querySelectorAll('button')[wanted]?.click();
  });
  refresh();
  return {
    element,
    get message() {
      return message;
    },
    get sending() {
      return sending;
    },
    update({ card, text }) {
      message = { ...message, card, text };
      const fresh = body();
      fresh.classList.add('redrawn');
      const old = element.querySelector('.card');
      if (old) redraw(old, fresh);
    },
    recalled() {
      if (message.card) return;
      message = { ...message, text: '', recalled: true };
      element.querySelector('.bubble')?.replaceWith(body());
      refresh();
    },
    settle(messageId) {
      sending = messageId === undefined ? 'failed' : 'sent';
      if (messageId !== undefined) message = { ...message, messageId };
      refresh();
    },
  };
}

function bodyOf(message: Message, needs: RowNeeds): HTMLElement {
  if (message.card)
    return cardOf(message.card as Card, {
      words: needs.words,
      lang: needs.lang,
      press: (pressed) => needs.press(message.messageId, pressed),
      ask: needs.ask,
    });
  return message.recalled
    ? h('div', { class: 'bubble recalled' }, needs.words.recalled)
    : h('div', { class: 'bubble' }, message.text);
}

/** The first line of what is answered, above the answer and above the line to answer on. */
export function quoteOf(message: Message, words: Words, lang: Lang, ...more: Child[]): HTMLElement {
  const name = message.card ? words.bot : calledIn(lang, message.from);
  const [line = ''] = message.text.split('\n');
  return h('div', { class: 'quote' }, h('span', {}, `${name}: ${line || words.recalled}`), ...more);
}

/** A small button beside a message; the keyboard reaches it from the message itself. */
function act(label: string, sign: Icon, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'plain act', title: label, 'aria-label': label, onclick }, icon(sign));
}
