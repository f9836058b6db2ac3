/** The line on which the next thing is said, with what it replies to above it. */
import { h } from './dom.ts';
import type { Message } from './server.ts';
import type { Words } from './words.ts';

export interface ComposerNeeds {
  readonly words: Words;
  /** What was typed before the page was drawn anew. */
  readonly text: string;
  typed(text: string): void;
  send(text: string, replyTo: Message | undefined): void;
  examples(): void;
}

export interface Composer {
  readonly element: HTMLElement;
  set(text: string): void;
  replyTo(message: Message | undefined): void;
  focus(): void;
}

const tallest = 180;
const phone = '(max-width: 760px)';

export function createComposer(needs: ComposerNeeds): Composer {
  const { words } = needs;
  let quoted: Message | undefined;
  const quote = h('div');
  const input = h('textarea', {
    rows: 1,
    placeholder: matchMedia(phone).matches ? words.shortPlaceholder : words.placeholder,
    'aria-label': words.placeholder,
    maxlength: 30_000,
    oninput: () => {
      needs.typed(input.value);
      grow();
    },
    onkeydown: (event) => {
      const key = event as KeyboardEvent;
      // While a Chinese input method composes, Enter belongs to it.
      if (key.key !== 'Enter' || key.shiftKey || key.isComposing) return;
      key.preventDefault();
      send();
    },
  });
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, tallest)}px`;
  };
  const send = () => {
    if (input.value.trim()) needs.send(input.value, quoted);
  };
  const composer: Composer = {
    element: h(
      'footer',
      { class: 'composer' },
      quote,
      h(
        'div',
        { class: 'line' },
        h(
          'button',
          { type: 'button', class: 'plain examples-button', onclick: () => needs.examples() },
          words.examples,
        ),
        input,
        h('button', { type: 'button', class: 'press primary_filled send', onclick: send }, words.send),
      ),
      h('p', { class: 'hint' }, words.hint),
    ),
    set(text) {
      input.value = text;
      needs.typed(text);
      grow();
      input.focus();
    },
    replyTo(message) {
      quoted = message;
      quote.replaceChildren(...(message ? [quoteOf(message, words, () => composer.replyTo(undefined))] : []));
      input.focus();
    },
    focus: () => input.focus(),
  };
  input.value = needs.text;
  requestAnimationFrame(grow);
  return composer;
}

function quoteOf(message: Message, words: Words, drop: () => void): HTMLElement {
  return h(
    'div',
    { class: 'quote' },
    `${words.replyTo} ${message.from}: ${message.text.split('\n')[0] ?? ''}`,
    h('button', { type: 'button', class: 'plain', 'aria-label': words.cancel, onclick: drop }, '✕'),
  );
}
