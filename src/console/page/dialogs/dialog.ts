/** Opens a dialog over the page and waits for what comes of it. */
import { type Child, h, plainButton } from '../dom.ts';
import { icon } from '../icons.ts';

export interface DialogLook {
  /** Cannot be closed without an answer. */
  readonly stubborn?: boolean;
  readonly wide?: boolean;
}

/** @returns what `content` closed with, or `otherwise` when the user just closed it */
export function openDialog<T>(
  otherwise: T,
  content: (close: (value: T) => void) => { readonly title: string; readonly body: readonly Child[] },
  { stubborn = false, wide = false }: DialogLook = {},
): Promise<T> {
  return new Promise((resolve) => {
    let value = otherwise;
    const dialog = h('dialog', { class: wide ? 'wide' : undefined, 'aria-labelledby': 'dialog-title' });
    const { title, body } = content((chosen) => {
      value = chosen;
      dialog.close();
    });
    const children: Child[] = [h('h2', { id: 'dialog-title' }, title), ...body];
    dialog.append(...children.filter((child): child is Node | string => Boolean(child)));
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

/** The cross in the corner of a wide dialog. */
export function cross(label: string, close: () => void): HTMLElement {
  return plainButton(label, close, { class: 'plain cross', sign: icon('close') });
}

export function dialogButtons(...buttons: Child[]): HTMLElement {
  return h('div', { class: 'dialog-buttons' }, ...buttons);
}

export function dialogButton(
  label: string,
  onclick: (() => void) | undefined,
  look: 'default' | 'primary_filled' | 'danger',
) {
  return h(
    'button',
    {
      type: onclick ? 'button' : 'submit',
      class: `press ${look}`,
      onclick,
      autofocus: look === 'primary_filled' && onclick !== undefined,
    },
    label,
  );
}
