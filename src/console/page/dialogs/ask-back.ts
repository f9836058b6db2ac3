/** Asks before something counts. */
import { h } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { dialogButton, dialogButtons, openDialog } from './dialog.ts';

export function askBack(words: Words, title: string, text: string): Promise<boolean> {
  return openDialog<boolean>(false, (close) => ({
    title,
    body: [
      h('p', {}, text),
      dialogButtons(
        dialogButton(words.cancel, () => close(false), 'default'),
        dialogButton(words.confirm, () => close(true), 'primary_filled'),
      ),
    ],
  }));
}
