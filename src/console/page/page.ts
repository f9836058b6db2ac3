/** The chat page: it puts the column of people and chats, the chat and the ledger together and lets them know of each other. */
import { type Chat, createChat } from './chat/chat.ts';
import { createHead } from './chat/head.ts';
import { askToken } from './dialogs/ask-token.ts';
import { editPlayer } from './dialogs/edit-player.ts';
import { showHelp } from './dialogs/show-help.ts';
import { h, redraw } from './dom.ts';
import { watchKeys } from './keys.ts';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import * as rooms from './room.ts';
import { type Heard, listen, RefusedError, server } from './server.ts';
import type { Player } from './side/cast.ts';
import { createSide } from './side/side.ts';
import { applyTheme, chosenTheme } from './theme.ts';
import { createToast } from './toast.ts';
import { showTour, tourWanted } from './tour.ts';

/** Wide enough for the ledger beside the chat; below it comes over the chat. */
const roomy = matchMedia('(min-width: 1000px)');

const root = document.querySelector<HTMLElement>('#page') ?? document.body;
const toast = createToast();
const room = rooms.enterRoom();
let chat: Chat;
let ledger: Ledger;
let side: HTMLElement;
let head: HTMLElement;
let tour: ReturnType<typeof showTour> | undefined;

const words = () => rooms.wordsOf(room);
const speaker = () => rooms.speakerIn(room).name;

/** Everything anew: at the start and in another language. */
function draw(): void {
  document.documentElement.lang = room.lang === 'zh' ? 'zh-CN' : 'en';
  document.title = words().page;
  ledger = createLedger({
    words: words(),
    lang: room.lang,
    reader: () => ({ ...rooms.asSpeaker(room) }),
    mention(no) {
      if (!roomy.matches) openLedger(false);
      chat.mention(no);
    },
    close: () => openLedger(false),
  });
  side = createSide(sideNeeds());
  head = createHead(headNeeds());
  chat = newChat();
  const skip = h('a', { class: 'skip', href: '#line' }, words().skip);
  const main = h('main', {}, head, chat.element);
  root.replaceChildren(skip, side, main, ledger.element, shade(), toast.element);
  showPanes();
}

function shade(): HTMLElement {
  return h('div', {
    class: 'shade',
    onclick: () => {
      openSide(false);
      if (!roomy.matches) openLedger(false);
    },
  });
}

/** Another person or another chat: the ledger stays, and is read by somebody else. */
function drawChat(): void {
  room.unread.delete(rooms.chatIn(room));
  const fresh = newChat();
  chat.element.replaceWith(fresh.element);
  chat = fresh;
  chat.read();
  drawSide();
  drawHead();
  ledger.refresh();
}

function newChat(): Chat {
  return createChat({
    room,
    tell: toast.tell,
    closed: () => void start(),
    changed() {
      drawSide();
      void rooms.learnPeople(room).then(drawSide);
    },
  });
}

function drawSide(): void {
  const fresh = createSide(sideNeeds());
  redraw(side, fresh);
  side = fresh;
  showPanes();
}

function drawHead(): void {
  const fresh = createHead(headNeeds());
  redraw(head, fresh);
  head = fresh;
}

function sideNeeds(): Parameters<typeof createSide>[0] {
  return {
    words: words(),
    lang: room.lang,
    cast: room.fixed === null ? rooms.castIn(room) : [rooms.speakerIn(room)],
    speaker: speaker(),
    group: room.group,
    fixed: room.fixed !== null,
    unread: room.unread,
    groupChat: rooms.groupChat,
    lastOf: (of) => room.last.get(of),
    choose: (name) => go({ speaker: name }),
    place: (group) => go({ group }),
    edit: (player) => void edit(player),
    close: () => openSide(false),
  };
}

function headNeeds(): Parameters<typeof createHead>[0] {
  return {
    words: words(),
    lang: room.lang,
    speaker: speaker(),
    group: room.group,
    online: room.online,
    ledgerOpen: ledgerShown(),
    unread: room.unread.size > 0,
    menu: () => openSide(true),
    ledger: () => openLedger(!ledgerShown()),
    help: () => void help(),
    language() {
      rooms.choose(room, { lang: room.lang === 'zh' ? 'en' : 'zh' });
      draw();
      chat.read();
      ledger.refresh();
      root.querySelector<HTMLElement>('[data-key="language"]')?.focus();
    },
    redraw: drawHead,
  };
}

function go(choice: Parameters<typeof rooms.choose>[1]): void {
  rooms.choose(room, choice);
  openSide(false);
  drawChat();
}

let sideOpen = false;
let ledgerOver = false;

/** Where there is room the choice is kept; over the chat the ledger is a visit. */
const ledgerShown = () => (roomy.matches ? room.ledgerOpen : ledgerOver);

function openSide(open: boolean): void {
  if (sideOpen === open) return;
  sideOpen = open;
  showPanes();
  root.querySelector<HTMLElement>(open ? '.side-close' : '.menu-button')?.focus();
}

function openLedger(open: boolean): void {
  if (roomy.matches) rooms.choose(room, { ledgerOpen: open });
  else ledgerOver = open;
  drawHead();
  showPanes();
  if (open) ledger.element.querySelector<HTMLElement>('.find')?.focus();
  else if (document.activeElement === document.body) root.querySelector<HTMLElement>('.ledger-button')?.focus();
}

/** What lies under a pane cannot be reached meanwhile, by hand, key or ear. */
function showPanes(): void {
  root.classList.toggle('side-open', sideOpen);
  root.classList.toggle('ledger-open', ledgerShown());
  const main = root.querySelector('main');
  if (main) main.inert = sideOpen || (!roomy.matches && ledgerOver);
  ledger.element.inert = !ledgerShown();
  tour?.place();
}

async function edit(player: Player | undefined): Promise<void> {
  const edited = await editPlayer(words(), player);
  if (edited === undefined) return;
  rooms.recast(room, player, edited);
  drawChat();
}

async function help(): Promise<void> {
  if (await showHelp(words())) guide();
}

function guide(): void {
  tour?.end();
  openSide(false);
  tour = showTour(words(), () => {
    tour = undefined;
    chat.focus();
  });
  root.append(tour.element);
}

function hear(heard: Heard): void {
  if (heard.type === 'ledger') {
    ledger.refresh();
    return;
  }
  if (heard.type === 'message') {
    rooms.noteLast(room, heard);
    const mine = heard.chat === rooms.chatIn(room);
    const watched = heard.chat === rooms.groupChat || room.cast.some((player) => player.name === heard.chat);
    if (!mine && watched && heard.card) room.unread.add(heard.chat);
    drawSide();
    drawHead();
  }
  chat.hear(heard);
}

function online(is: boolean): void {
  if (room.online === is) return;
  room.online = is;
  drawHead();
  chat.online(is);
  // What was missed meanwhile is read again.
  if (is) {
    chat.read();
    ledger.refresh();
  }
}

async function start(): Promise<void> {
  room.fixed = await whoIsFixed();
  const [, examples] = await Promise.all([rooms.learnPeople(room), server.examples().catch(() => room.examples)]);
  room.examples = examples;
  // Drawn before anything was known of who speaks.
  if (room.fixed !== null) drawChat();
  else {
    drawSide();
    chat.read();
    ledger.refresh();
  }
  const elsewhere = room.group ? speaker() : rooms.groupChat;
  await server.history(elsewhere).then(
    (history) => {
      const last = history.at(-1);
      if (last) rooms.noteLast(room, last);
      drawSide();
    },
    () => {},
  );
}

/** Asks for the token where the server wants one; without a server the page waits for it. */
async function whoIsFixed(): Promise<string | null> {
  try {
    return (await server.me()).speaker;
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 401) return null;
  }
  const enter = (token: string) =>
    server.enter(token).then(
      () => true,
      () => false,
    );
  await askToken(words(), enter);
  return whoIsFixed();
}

applyTheme(chosenTheme());
draw();
roomy.addEventListener('change', () => {
  drawHead();
  showPanes();
});
watchKeys({
  speaker: (index) => {
    const player = room.cast[index];
    if (player && room.fixed === null) go({ speaker: player.name });
  },
  place: () => go({ group: !room.group }),
  ledger: () => openLedger(!ledgerShown()),
  help: () => void help(),
  escape() {
    if (tour) tour.end();
    else if (sideOpen) openSide(false);
    else if (!roomy.matches && ledgerOver) openLedger(false);
  },
});
void start().then(() => {
  listen(hear, online);
  if (tourWanted()) guide();
  else chat.focus();
});
