/** The bar above the chat: where one is, whether the server is there, and the page's own buttons. */
import { botDisc, groupDisc } from '../disc.ts';
import { h, plainButton } from '../dom.ts';
import { icon } from '../icons.ts';
import { calledIn } from '../side/cast.ts';
import { chooseTheme, chosenTheme, themes } from '../theme.ts';
import type { Lang, Words } from '../words/words.ts';

export interface HeadNeeds {
  readonly words: Words;
  readonly lang: Lang;
  readonly speaker: string;
  readonly group: boolean;
  readonly online: boolean;
  readonly ledgerOpen: boolean;
  readonly unread: boolean;
  menu(): void;
  ledger(): void;
  help(): void;
  language(): void;
  redraw(): void;
}

export function createHead(needs: HeadNeeds): HTMLElement {
  const { words, lang } = needs;
  const theme = chosenTheme();
  const nextTheme = () => {
    chooseTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto');
    needs.redraw();
  };
  const languageButton = plainButton(words.language, needs.language, { class: 'plain language', key: 'language' });
  languageButton.lang = lang === 'zh' ? 'en' : 'zh-CN';
  return h(
    'header',
    { class: 'head' },
    plainButton(words.menu, needs.menu, {
      class: `plain tool menu-button${needs.unread ? ' has-unread' : ''}`,
      sign: icon('menu'),
      key: 'menu',
    }),
    needs.group ? groupDisc() : botDisc(),
    h(
      'div',
      { class: 'head-text' },
      h('h1', {}, needs.group ? words.group : words.bot),
      h('p', {}, needs.group ? words.groupNote : `${calledIn(lang, needs.speaker)} · ${words.botNote}`),
    ),
    h(
      'span',
      {
        class: `state ${needs.online ? 'on' : 'off'}`,
        role: 'status',
        title: needs.online ? words.online : words.offline,
      },
      h('span', {}, needs.online ? words.online : words.offline),
    ),
    languageButton,
    plainButton(words.themes[theme], nextTheme, { class: 'plain tool', sign: icon('theme'), key: 'theme' }),
    plainButton(words.help, needs.help, { class: 'plain tool', sign: icon('help'), key: 'help' }),
    plainButton(needs.ledgerOpen ? words.ledgerHide : words.ledgerShow, needs.ledger, {
      class: 'plain tool ledger-button',
      sign: icon('ledger'),
      key: 'ledger',
      pressed: needs.ledgerOpen,
    }),
  );
}
