/** Shows everything that can be said, by what it is about, to choose a sentence from. */
import { h } from '../dom.ts';
import type { Example } from '../server.ts';
import type { Lang, Words } from '../words/words.ts';
import { cross, openDialog } from './dialog.ts';

export interface ExamplesNeeds {
  readonly words: Words;
  readonly lang: Lang;
  readonly examples: readonly Example[];
}

/** @returns the sentence chosen, or undefined */
export function chooseExample({ words, lang, examples }: ExamplesNeeds): Promise<string | undefined> {
  return openDialog<string | undefined>(
    undefined,
    (close) => {
      const list = h('div', { class: 'examples' });
      const find = h('input', {
        type: 'search',
        class: 'find',
        placeholder: words.examplesFind,
        'aria-label': words.examplesFind,
        autofocus: true,
        oninput: () => show(find.value),
      });
      const show = (wanted: string) => {
        const sections = examples.flatMap((example) => {
          const title = example.title[lang];
          const all = example[lang];
          const fitting = has(title, wanted) ? all : all.filter((text) => has(text, wanted));
          return fitting.length > 0 ? [sectionOf(title, fitting, close)] : [];
        });
        list.replaceChildren(
          ...(sections.length > 0 ? sections : [h('p', { class: 'note', role: 'status' }, words.examplesNone)]),
        );
      };
      show('');
      return { title: words.examplesTitle, body: [cross(words.close, () => close(undefined)), find, list] };
    },
    { wide: true },
  );
}

function sectionOf(title: string, sentences: readonly string[], close: (text: string) => void): HTMLElement {
  return h(
    'section',
    {},
    h('h3', {}, title),
    ...sentences.map((text) => h('button', { type: 'button', class: 'say', onclick: () => close(text) }, text)),
  );
}

function has(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}
