/** What an empty chat shows: what to do here, and sentences of the ledger's own kinds to begin with. */
import { h } from '../dom.ts';
import type { Example } from '../server.ts';
import type { Lang, Words } from '../words/words.ts';

export interface WelcomeNeeds {
  readonly words: Words;
  readonly lang: Lang;
  readonly role: string;
  readonly examples: readonly Example[];
  say(text: string): void;
}

export function welcomeOf({ words, lang, role, examples, say }: WelcomeNeeds): HTMLElement {
  const stranger = role === 'none';
  return h(
    'div',
    { class: 'log-state welcome' },
    h('div', { class: 'welcome-mark', 'aria-hidden': 'true' }, '账'),
    h('h2', {}, stranger ? words.strangerTitle : words.emptyTitle),
    h('p', {}, stranger ? words.strangerText : words.emptyText),
    ...firstSentences(examples, lang, role).map((text) =>
      h('button', { type: 'button', class: 'say', onclick: () => say(text) }, text),
    ),
  );
}

/** Long enough to say something, short enough to be read at a glance. */
const readable = { zh: [8, 26], en: [20, 72] } as const;

/**
 * Something to tell as the intents have it, the sentence of a kind (another one each day), a question, and the sample
 * year for whoever may load it.
 */
export function firstSentences(examples: readonly Example[], lang: Lang, role: string): string[] {
  const mine = examples.filter(({ roles }) => roles === undefined || roles.includes(role));
  const of = (wanted: (example: Example) => boolean) =>
    mine.filter(wanted).flatMap((example) => example[lang][0] ?? []);
  const intent = (name: string) => of((example) => example.of === 'intent' && example.id === name);
  const told = intent('log');
  const [least, most] = readable[lang];
  const kinds = of(({ of: sort }) => sort === 'kind').filter(
    (text) => text.length >= least && text.length <= most && !told.includes(text),
  );
  const today = Math.floor(Date.now() / 86_400_000);
  return [...told, ...kinds.slice(today % kinds.length).slice(0, 1), ...intent('ask'), ...intent('sample')];
}
