/** Asks for the server's token until it is content. */
import { h } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { dialogButton, dialogButtons, openDialog } from './dialog.ts';

export function askToken(words: Words, enter: (token: string) => Promise<boolean>): Promise<void> {
  return openDialog<void>(
    undefined,
    (close) => {
      const token = h('input', { type: 'password', required: true, autocomplete: 'current-password', autofocus: true });
      const fault = h('p', { class: 'fault', role: 'alert' });
      const onsubmit = async (event: Event) => {
        event.preventDefault();
        if (await enter(token.value)) close();
        else fault.textContent = words.tokenWrong;
      };
      const form = h(
        'form',
        { class: 'form', onsubmit },
        h('label', { class: 'field' }, h('span', {}, words.token), token),
        fault,
        dialogButtons(dialogButton(words.enter, undefined, 'primary_filled')),
      );
      return { title: words.tokenTitle, body: [h('p', {}, words.tokenText), form] };
    },
    { stubborn: true },
  );
}
