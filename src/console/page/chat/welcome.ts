/** What an empty chat shows: what to do here, and sentences of the ledger's own kinds to begin with. */
import { h } from '../dom.ts';
import type { Example } from '../server.ts';
import type { Lang, Words } from '../words/words.ts';

export interface WelcomeNeeds {
  readonly words: Words;
  readonly lang: Lang;
  /** Nothing is shown to a stranger but that. */
  readonly stranger: boolean;
  readonly examples: readonly Example[];
  say(text: string): void;
}

/** Two things to tell and one to ask are enough to begin. */
const toTell = 2;

export function welcomeOf({ words, lang, stranger, examples, say }: WelcomeNeeds): HTMLElement {
  return h(
    'div',
    { class: 'log-state welcome' },
    h('div', { class: 'welcome-mark', 'aria-hidden': 'true' }, '账'),
    h('h2', {}, stranger ? words.strangerTitle : words.emptyTitle),
    h('p', {}, stranger ? words.strangerText : words.emptyText),
    ...firstSentences(examples, lang).map((text) =>
      h('button', { type: 'button', class: 'say', onclick: () => say(text) }, text),
    ),
  );
}

/** One of the intents that tells, one of the kinds' own, one question: each the first of its sort. */
export function firstSentences(examples: readonly Example[], lang: Lang): string[] {
  const of = (wanted: (example: Example) => boolean) => examples.filter(wanted).flatMap((example) => example[lang][0] ?? []);
  const told = of(({ id }) => id === 'log');
  const kinds = of((example) => example.of === 'kind');
  const asked = of(({ id }) => id === 'ask');
  return [...[...told, ...kinds].slice(0, toTell), ...asked.slice(0, 1)];
}
