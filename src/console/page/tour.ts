/** The three steps a newcomer is shown: who speaks, what to say, where it goes. */
import { h } from './dom.ts';
import { keep, kept } from './kept.ts';
import type { Words } from './words/words.ts';

/** What each step points at, or the button it is behind; where neither is on the screen the step stands in the middle. */
const places = ['.speakers, .menu-button', '.line', '.ledger, .ledger-button'] as const;

export function tourWanted(): boolean {
  return kept('tour') === null;
}

/** Shows the steps one after the other. It never holds the page up: everything stays usable meanwhile. */
export function showTour(
  words: Words,
  done: () => void,
): { readonly element: HTMLElement; place(): void; end(): void } {
  let step = 0;
  const end = () => {
    keep('tour', 'seen');
    mark(undefined);
    element.remove();
    removeEventListener('resize', place);
    done();
  };
  const next = () => {
    step += 1;
    if (step >= places.length) end();
    else draw();
  };
  const element = h('section', {
    class: 'tour',
    role: 'dialog',
    'aria-labelledby': 'tour-title',
    'aria-describedby': 'tour-text',
  });
  const place = () => {
    const target = targetOf(step);
    mark(target);
    element.classList.toggle('middle', !target);
    if (!target) return;
    const { left, top } = placeBeside(target.getBoundingClientRect(), element);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };
  const draw = () => {
    const [title = '', text = ''] = words.tour[step] ?? [];
    const last = step === places.length - 1;
    const go = h(
      'button',
      { type: 'button', class: 'press primary_filled', onclick: next },
      last ? words.tourEnd : words.tourNext,
    );
    element.replaceChildren(
      h('p', { class: 'tour-step' }, words.tourOf(step + 1, places.length)),
      h('h2', { id: 'tour-title' }, title),
      h('p', { id: 'tour-text' }, text),
      h(
        'div',
        { class: 'dialog-buttons' },
        !last && h('button', { type: 'button', class: 'plain', onclick: end }, words.tourSkip),
        go,
      ),
    );
    place();
    go.focus({ preventScroll: true });
  };
  addEventListener('resize', place);
  queueMicrotask(draw);
  return { element, place, end };
}

function targetOf(step: number): HTMLElement | undefined {
  const targets = [...document.querySelectorAll<HTMLElement>(places[step] ?? '')];
  return targets.find((target) => target.offsetWidth > 0 && getComputedStyle(target).visibility === 'visible');
}

function mark(target: Element | undefined): void {
  for (const one of document.querySelectorAll('.pointed')) if (one !== target) one.classList.remove('pointed');
  target?.classList.add('pointed');
}

const gap = 14;

/** To the right of the target, else to its left, else above or below it; always whole on the screen. */
function placeBeside(target: DOMRect, element: HTMLElement): { left: number; top: number } {
  const { offsetWidth: width, offsetHeight: height } = element;
  const within = (value: number, size: number, most: number) => Math.max(gap, Math.min(value, most - size - gap));
  const right = target.right + gap + width <= innerWidth;
  const left = target.left - gap - width >= 0;
  if (right || left)
    return {
      left: right ? target.right + gap : target.left - gap - width,
      top: within(target.top, height, innerHeight),
    };
  const above = target.top - gap - height;
  return {
    left: within(target.left + target.width / 2 - width / 2, width, innerWidth),
    top: above >= gap ? above : within(target.bottom + gap, height, innerHeight),
  };
}
