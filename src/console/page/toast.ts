/** A short word to the user that goes away by itself. */
import { h } from './dom.ts';

const shownMs = 3600;

export interface Toast {
  readonly element: HTMLElement;
  tell(kind: string, text: string): void;
}

export function createToast(): Toast {
  const element = h('div', { class: 'toast', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    tell(kind, text) {
      element.className = `toast ${kind} shown`;
      element.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        element.classList.remove('shown');
        element.textContent = '';
      }, shownMs);
    },
  };
}
