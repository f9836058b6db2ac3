/** The page's dialogs: asking back, editing a person, entering the token, showing examples. */
import { type Player, playerRoles } from './cast.ts';
import { type Child, h } from './dom.ts';
import type { Example } from './server.ts';
import type { Lang, Words } from './words.ts';

export function askBack(words: Words, title: string, text: string): Promise<boolean> {
  return open<boolean>(false, (close) => [
    h('h2', {}, title),
    h('p', {}, text),
    h(
      'div',
      { class: 'dialog-buttons' },
      h('button', { type: 'button', class: 'press default', onclick: () => close(false) }, words.cancel),
      h(
        'button',
        { type: 'button', class: 'press primary_filled', onclick: () => close(true), autofocus: true },
        words.confirm,
      ),
    ),
  ]);
}

/** @returns the person as edited, `remove`, or undefined for nothing */
export function editPlayer(words: Words, player: Player | undefined): Promise<Player | 'remove' | undefined> {
  return open<Player | 'remove' | undefined>(undefined, (close) => {
    const name = h('input', { type: 'text', required: true, maxlength: 40, value: player?.name, autofocus: true });
    const role = h(
      'select',
      {},
      ...playerRoles.map((id) =>
        h('option', { value: id, selected: id === (player?.role ?? 'clerk') }, words.roles[id]),
      ),
    );
    const form = h(
      'form',
      {
        class: 'form',
        onsubmit: (event) => {
          event.preventDefault();
          if (name.value.trim()) close({ name: name.value.trim(), role: role.value });
        },
      },
      h('label', { class: 'field' }, h('span', {}, words.name), name),
      h('label', { class: 'field' }, h('span', {}, words.role), role),
      h(
        'div',
        { class: 'dialog-buttons' },
        player && h('button', { type: 'button', class: 'press danger', onclick: () => close('remove') }, words.remove),
        h('button', { type: 'button', class: 'press default', onclick: () => close(undefined) }, words.cancel),
        h('button', { type: 'submit', class: 'press primary_filled' }, words.save),
      ),
    );
    return [h('h2', {}, player ? words.edit : words.add), form];
  });
}

/** Asks until the server is content. */
export function askToken(words: Words, enter: (token: string) => Promise<boolean>): Promise<void> {
  return open<void>(
    undefined,
    (close) => {
      const token = h('input', { type: 'password', required: true, autocomplete: 'current-password', autofocus: true });
      const fault = h('p', { class: 'fault', role: 'alert' });
      return [
        h('h2', {}, words.tokenTitle),
        h('p', {}, words.tokenText),
        h(
          'form',
          {
            class: 'form',
            onsubmit: async (event) => {
              event.preventDefault();
              if (await enter(token.value)) close();
              else fault.textContent = words.tokenWrong;
            },
          },
          h('label', { class: 'field' }, h('span', {}, words.token), token),
          fault,
          h(
            'div',
            { class: 'dialog-buttons' },
            h('button', { type: 'submit', class: 'press primary_filled' }, words.enter),
          ),
        ),
      ];
    },
    { stubborn: true },
  );
}

/** @returns the sentence chosen, or undefined */
export function chooseExample(words: Words, lang: Lang, examples: readonly Example[]): Promise<string | undefined> {
  return open<string | undefined>(
    undefined,
    (close) => [
      h(
        'div',
        { class: 'dialog-head' },
        h('h2', {}, words.examplesTitle),
        h(
          'button',
          { type: 'button', class: 'plain', 'aria-label': words.close, onclick: () => close(undefined) },
          '✕',
        ),
      ),
      h(
        'div',
        { class: 'examples' },
        ...examples
          .filter((example) => example[lang].length > 0)
          .map((example) =>
            h(
              'section',
              {},
              h('h3', {}, example.title[lang]),
              ...example[lang].map((text) =>
                h('button', { type: 'button', class: 'say', onclick: () => close(text) }, text),
              ),
            ),
          ),
      ),
    ],
    { wide: true },
  );
}

function open<T>(
  otherwise: T,
  content: (close: (value: T) => void) => readonly Child[],
  { stubborn = false, wide = false }: { stubborn?: boolean; wide?: boolean } = {},
): Promise<T> {
  return new Promise((resolve) => {
    let value = otherwise;
    const dialog = h('dialog', { class: wide ? 'wide' : undefined });
    dialog.append(
      ...content((chosen) => {
        value = chosen;
        dialog.close();
      }).filter((child): child is Node | string => Boolean(child)),
    );
    dialog.addEventListener('cancel', (event) => stubborn && event.preventDefault());
    dialog.addEventListener('click', (event) => event.target === dialog && !stubborn && dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(value);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
