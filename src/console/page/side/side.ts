/** The column beside the chat: who speaks and in which chat; on a narrow screen it comes over the page when asked for. */
import { shortLabel } from '../days.ts';
import { botDisc, disc, groupDisc } from '../disc.ts';
import { type Child, h, plainButton } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Message } from '../server.ts';
import type { Lang, Words } from '../words/words.ts';
import { calledIn, type Player } from './cast.ts';

export interface SideNeeds {
  readonly words: Words;
  readonly lang: Lang;
  readonly cast: readonly Player[];
  readonly speaker: string;
  readonly group: boolean;
  /** Set by the server's token: nobody else can be played. */
  readonly fixed: boolean;
  /** Chats in which something was said that nobody looked at. */
  readonly unread: ReadonlySet<string>;
  readonly groupChat: string;
  /** What was said last in a chat. */
  lastOf(chat: string): Message | undefined;
  choose(name: string): void;
  place(group: boolean): void;
  edit(player: Player | undefined): void;
  close(): void;
}

export function createSide(needs: SideNeeds): HTMLElement {
  const { words } = needs;
  return h(
    'aside',
    { class: 'side', 'aria-label': words.menu },
    h(
      'div',
      { class: 'brand' },
      h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, '账'),
      h('div', {}, h('strong', {}, words.brand), h('p', {}, words.tagline)),
      plainButton(words.close, needs.close, { class: 'plain side-close', sign: icon('close') }),
    ),
    h(
      'section',
      { class: 'chats', 'aria-labelledby': 'chats' },
      h('h2', { id: 'chats' }, words.chats),
      chatRow(needs, false),
      chatRow(needs, true),
    ),
    h(
      'section',
      { class: 'speakers', 'aria-labelledby': 'who' },
      h('h2', { id: 'who' }, words.speaker),
      ...needs.cast.map((player) => playerRow(player, needs)),
      !needs.fixed &&
        h(
          'button',
          { type: 'button', class: 'player add', 'data-key': 'add', onclick: () => needs.edit(undefined) },
          h('span', { class: 'disc', 'aria-hidden': 'true' }, icon('plus')),
          h('span', { class: 'player-text' }, words.add),
        ),
    ),
  );
}

function playerRow(player: Player, needs: SideNeeds): HTMLElement {
  const { words } = needs;
  const chosen = player.name === needs.speaker;
  const name = calledIn(needs.lang, player.name);
  const role = needs.fixed ? words.locked : (words.roles[player.role as 'clerk'] ?? player.role);
  return h(
    'div',
    { class: `player-row${chosen ? ' chosen' : ''}` },
    h(
      'button',
      {
        type: 'button',
        class: 'player',
        'data-key': `player ${player.name}`,
        'aria-pressed': chosen ? 'true' : 'false',
        onclick: () => needs.choose(player.name),
      },
      disc(player.name, name),
      h('span', { class: 'player-text' }, h('b', {}, name), h('small', {}, role)),
      needs.unread.has(player.name) && unreadMark(words),
    ),
    !needs.fixed &&
      chosen &&
      plainButton(`${words.edit} ${name}`, () => needs.edit(player), {
        class: 'plain pencil',
        sign: icon('edit'),
        key: `edit ${player.name}`,
      }),
  );
}

function chatRow(needs: SideNeeds, group: boolean): HTMLElement {
  const { words, lang } = needs;
  const chosen = needs.group === group;
  const chat = group ? needs.groupChat : needs.speaker;
  const last = needs.lastOf(chat);
  return h(
    'button',
    {
      type: 'button',
      class: `chat${chosen ? ' chosen' : ''}`,
      'data-key': group ? 'group' : 'p2p',
      'aria-pressed': chosen ? 'true' : 'false',
      onclick: () => needs.place(group),
    },
    group ? groupDisc() : botDisc(),
    h(
      'span',
      { class: 'chat-text' },
      h(
        'span',
        { class: 'chat-top' },
        h('b', {}, group ? words.group : words.bot),
        h('small', {}, last ? shortLabel(new Date(last.at), words, lang) : ''),
      ),
      h('small', { class: 'chat-last' }, last ? lastLine(last, needs, group) : words.nothingYet),
    ),
    needs.unread.has(chat) && unreadMark(words),
  );
}

function lastLine(last: Message, { words, lang }: SideNeeds, group: boolean): string {
  const [line = ''] = last.text.split('\n');
  const text = last.recalled ? words.recalled : line || words.card;
  const name = last.card ? words.bot : calledIn(lang, last.from);
  return group ? `${name}: ${text}` : text;
}

function unreadMark(words: Words): Child {
  return h('span', { class: 'unread', role: 'img', 'aria-label': words.unread });
}
