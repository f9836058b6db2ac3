/** The round sign of a person, of the bot, of a group. */
import { h } from './dom.ts';
import { hueOf, initials } from './side/cast.ts';

/** @param shown what the person is called in the page's language; the colour goes by the name itself */
export function disc(name: string, shown = name): HTMLElement {
  return h('span', { class: `disc hue-${hueOf(name)}`, 'aria-hidden': 'true' }, initials(shown));
}

export function botDisc(): HTMLElement {
  return h('span', { class: 'disc bot-disc', 'aria-hidden': 'true' }, '账');
}

export function groupDisc(): HTMLElement {
  return h('span', { class: 'disc group-disc', 'aria-hidden': 'true' }, '群');
}
