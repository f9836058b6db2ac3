/** The help: what can be done here and with which keys, and the way back to the tour. */
import { h } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { cross, dialogButton, dialogButtons, openDialog } from './dialog.ts';

/** @returns whether the tour is wanted again */
export function showHelp(words: Words): Promise<boolean> {
  const pairs = (list: readonly (readonly string[])[], name: string, tag: 'dt' | 'kbd') =>
    h(
      'dl',
      { class: name },
      ...list.flatMap(([term = '', text = '']) => [
        h('dt', {}, tag === 'kbd' ? h('kbd', {}, term) : term),
        h('dd', {}, text),
      ]),
    );
  return openDialog<boolean>(
    false,
    (close) => ({
      title: words.helpTitle,
      body: [
        cross(words.close, () => close(false)),
        h(
          'div',
          { class: 'help', tabindex: 0, role: 'group', 'aria-label': words.helpTitle },
          pairs(words.helpParts, 'help-parts', 'dt'),
          h('h3', {}, words.helpKeys),
          pairs(words.keys, 'help-keys', 'kbd'),
        ),
        dialogButtons(
          dialogButton(words.helpTour, () => close(true), 'default'),
          dialogButton(words.close, () => close(false), 'primary_filled'),
        ),
      ],
    }),
    { wide: true },
  );
}
