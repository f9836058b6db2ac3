/** The line on which the next thing is said: what it answers or replaces above it, sentences that fit beside it. */
import { h, plainButton } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Example, Message } from '../server.ts';
import type { Lang, Words } from '../words/words.ts';
import { quoteOf } from './row.ts';

/** What the next message is about. */
export type Aim = { readonly reply: Message } | { readonly edit: Message };

export interface ComposerNeeds {
  readonly words: Words;
  readonly lang: Lang;
  /** What was typed before the page was drawn anew. */
  readonly text: string;
  readonly examples: () => readonly Example[];
  typed(text: string): void;
  send(text: string, aim: Aim | undefined): void;
  /** All sentences there are, to choose from. */
  suggest(): void;
  /** Files chosen to be sent. */
  files(files: readonly File[]): void;
  /** Up in an empty line. */
  editLast(): void;
}

export interface Composer {
  readonly element: HTMLElement;
  set(text: string): void;
  aim(aim: Aim | undefined): void;
  focus(): void;
}

const tallest = 180;
const phone = '(max-width: 760px)';
const mostSuggestions = 3;

export function createComposer(needs: ComposerNeeds): Composer {
  const { words } = needs;
  let aim: Aim | undefined;
  const above = h('div', { class: 'above-line' });
  const suggestions = h('div', { class: 'suggestions', role: 'group', 'aria-label': words.suggestions, hidden: true });
  const input = h('textarea', {
    rows: 1,
    id: 'line',
    'data-key': 'line',
    placeholder: matchMedia(phone).matches ? words.shortPlaceholder : words.placeholder,
    'aria-label': words.placeholder,
    'aria-describedby': 'hint',
    maxlength: 30_000,
    oninput: () => changed(),
    onkeydown: (event) => key(event as KeyboardEvent),
  });
  const sendButton = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': words.send, title: words.send, onclick: () => send() },
    icon('send'),
  );
  const chooser = h('input', {
    type: 'file',
    hidden: true,
    multiple: true,
    accept: '.xlsx,.csv,.jsonl,.txt',
    'aria-label': words.file,
    onchange: () => {
      needs.files([...(chooser.files ?? [])]);
      chooser.value = '';
    },
  });
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, tallest)}px`;
  };
  const changed = () => {
    needs.typed(input.value);
    sendButton.ariaDisabled = String(!input.value.trim());
    offer();
    grow();
  };
  const offer = () => {
    const fitting = fittingSentences(needs.examples(), needs.lang, input.value);
    suggestions.hidden = fitting.length === 0;
    suggestions.replaceChildren(
      ...fitting.map((text) => plainButton(text, () => composer.set(text), { class: 'offer' })),
    );
  };
  const send = () => {
    if (input.value.trim()) needs.send(input.value, aim);
  };
  const key = (event: KeyboardEvent) => {
    // While a Chinese input method composes, Enter and the arrows belong to it.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && input.value === '') {
      event.preventDefault();
      needs.editLast();
    } else if (event.key === 'ArrowUp' && !suggestions.hidden && input.selectionStart === 0) {
      event.preventDefault();
      suggestions.querySelector<HTMLElement>('button:last-child')?.focus();
    } else if (event.key === 'Escape') {
      if (!suggestions.hidden) suggestions.hidden = true;
      else if (aim) composer.aim(undefined);
    }
  };
  const composer: Composer = {
    element: h(
      'footer',
      { class: 'composer' },
      above,
      h(
        'div',
        { class: 'line' },
        suggestions,
        plainButton(words.examples, needs.suggest, { class: 'plain tool', sign: icon('idea'), key: 'examples' }),
        input,
        plainButton(words.file, () => chooser.click(), { class: 'plain tool', sign: icon('file'), key: 'file' }),
        chooser,
        sendButton,
      ),
      h('p', { class: 'hint', id: 'hint' }, words.hint),
    ),
    set(text) {
      input.value = text;
      changed();
      suggestions.hidden = true;
      input.focus();
      input.setSelectionRange(text.length, text.length);
    },
    aim(next) {
      const left = aim && 'edit' in aim && !next;
      aim = next;
      above.replaceChildren(...(next ? [aimBar(next, needs, () => composer.aim(undefined))] : []));
      if (next && 'edit' in next) composer.set(next.edit.text);
      else if (left) composer.set('');
      input.focus();
    },
    focus: () => input.focus(),
  };
  suggestions.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') composer.set(input.value);
  });
  input.value = needs.text;
  sendButton.ariaDisabled = String(!needs.text.trim());
  requestAnimationFrame(grow);
  return composer;
}

function aimBar(aim: Aim, { words, lang }: ComposerNeeds, drop: () => void): HTMLElement {
  const away = plainButton(words.cancel, drop, { class: 'plain', sign: icon('close') });
  if ('reply' in aim) return quoteOf(aim.reply, words, lang, away);
  return h('div', { class: 'quote' }, h('span', {}, words.editing), away);
}

/** Examples in which every word typed so far stands; none for a line that is one, or for next to nothing. */
export function fittingSentences(examples: readonly Example[], lang: Lang, typed: string): string[] {
  const text = typed.trim().toLowerCase();
  if (text.length < 2 || text.length > 12 || typed.includes('\n')) return [];
  const words = text.split(/\s+/);
  const all = examples.flatMap((example) => example[lang]);
  const fitting = all.filter((sentence) => {
    const low = sentence.toLowerCase();
    return low !== text && words.every((word) => low.includes(word));
  });
  return [...new Set(fitting)].slice(0, mostSuggestions);
}
