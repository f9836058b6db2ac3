/** The column beside the chat: who speaks and where; on a narrow screen a bar above it. */
import type { Player } from './cast.ts';
import { h } from './dom.ts';
import { disc } from './log.ts';
import type { Lang, Words } from './words.ts';

export interface SideNeeds {
  readonly words: Words;
  readonly lang: Lang;
  readonly cast: readonly Player[];
  readonly speaker: string;
  readonly group: boolean;
  readonly fixed: boolean;
  /** Chats in which something was said that nobody looked at. */
  readonly unread: ReadonlySet<string>;
  readonly groupChat: string;
  choose(name: string): void;
  place(group: boolean): void;
  edit(player: Player | undefined): void;
  language(): void;
}

export function createSide(needs: SideNeeds): HTMLElement {
  const { words } = needs;
  return h(
    'aside',
    { class: 'side' },
    h(
      'div',
      { class: 'brand' },
      h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, '账'),
      h('div', {}, h('strong', {}, words.brand), h('p', {}, words.tagline)),
    ),
    h('h2', { id: 'who' }, words.speaker),
    h(
      'div',
      { class: 'cast', role: 'group', 'aria-labelledby': 'who' },
      ...needs.cast.map((player) => playerRow(player, needs)),
      !needs.fixed &&
        h(
          'button',
          { type: 'button', class: 'player add', onclick: () => needs.edit(undefined) },
          h('span', { class: 'disc', 'aria-hidden': 'true' }, '+'),
          h('span', { class: 'player-text' }, words.add),
        ),
    ),
    h('h2', { id: 'where' }, words.where),
    h(
      'div',
      { class: 'places', role: 'group', 'aria-labelledby': 'where' },
      placeButton(needs, false),
      placeButton(needs, true),
    ),
    h(
      'button',
      { type: 'button', class: 'plain language', onclick: needs.language, lang: needs.lang === 'zh' ? 'en' : 'zh-CN' },
      words.language,
    ),
  );
}

function playerRow(player: Player, needs: SideNeeds): HTMLElement {
  const { words } = needs;
  const chosen = player.name === needs.speaker;
  const role = needs.fixed ? words.locked : (words.roles[player.role as 'clerk'] ?? player.role);
  return h(
    'div',
    { class: `player-row${chosen ? ' chosen' : ''}` },
    h(
      'button',
      {
        type: 'button',
        class: 'player',
        'aria-pressed': chosen ? 'true' : 'false',
        onclick: () => needs.choose(player.name),
      },
      disc(player.name),
      h('span', { class: 'player-text' }, h('b', {}, player.name), h('small', {}, role)),
      needs.unread.has(player.name) && h('i', { class: 'unread' }),
    ),
    !needs.fixed &&
      chosen &&
      h(
        'button',
        {
          type: 'button',
          class: 'plain pencil',
          title: words.edit,
          'aria-label': `${words.edit} ${player.name}`,
          onclick: () => needs.edit(player),
        },
        '✎',
      ),
  );
}

function placeButton(needs: SideNeeds, group: boolean): HTMLElement {
  const { words } = needs;
  return h(
    'button',
    {
      type: 'button',
      class: 'place',
      'aria-pressed': needs.group === group ? 'true' : 'false',
      onclick: () => needs.place(group),
    },
    group ? words.group : words.p2p,
    group && needs.unread.has(needs.groupChat) && h('i', { class: 'unread' }),
  );
}
