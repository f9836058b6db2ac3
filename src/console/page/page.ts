/** The chat page: who speaks, where, what was said, and the line to say the next thing on. */

import type { Drawing } from './card-element.ts';
import { keepChoice, kept, type Player, readCast, saveCast } from './cast.ts';
import { type Composer, createComposer } from './composer.ts';
import { askBack, askToken, chooseExample, editPlayer } from './dialogs.ts';
import { h } from './dom.ts';
import { createLog, disc, type Log } from './log.ts';
import {
  type Example,
  type Heard,
  type ListedPerson,
  listen,
  type Message,
  type Posted,
  RefusedError,
  server,
} from './server.ts';
import { createSide } from './side.ts';
import { type Lang, words } from './words.ts';

/** The chat all players share. */
const groupChat = '办公室群';

const state = {
  lang: (kept('lang') === 'en' ? 'en' : 'zh') as Lang,
  cast: readCast(),
  speaker: kept('speaker') ?? '',
  group: kept('place') === 'group',
  /** Set by the server's token: nobody else can be played. */
  fixed: null as string | null,
  listed: [] as ListedPerson[],
  examples: [] as Example[],
  unread: new Set<string>(),
  online: true,
};

const root = document.querySelector<HTMLElement>('#page') ?? document.body;
const toast = h('div', { class: 'toast', role: 'status' });
let log: Log | undefined;
let composer: Composer | undefined;
let draft = '';

const say = () => words[state.lang];
const me = (): Player =>
  state.fixed !== null
    ? { name: state.fixed, role: '' }
    : (state.cast.find((player) => player.name === state.speaker) ?? state.cast[0] ?? { name: '李梅', role: 'clerk' });
const chat = () => (state.group ? groupChat : me().name);

/** The role goes along only for somebody the office does not know yet: afterwards the office decides. */
function asMe(): Posted {
  const { name, role } = me();
  const known = state.fixed !== null || state.listed.some((person) => person.id === name || person.name === name);
  return { from: name, ...(known || !role ? {} : { role }), ...(state.group ? { chat: groupChat } : {}) };
}

function draw(): void {
  document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  state.unread.delete(chat());
  const current = createLog({
    words: say(),
    lang: state.lang,
    me: me().name,
    group: state.group,
    press: (messageId, pressed) => void press(messageId, pressed),
    ask: (title, text) => askBack(say(), title, text),
    replyTo: (message) => composer?.replyTo(message),
    recall: ({ messageId }) => void server.recall({ ...asMe(), chat: chat(), messageId }).catch(refused),
    say: (text) => void send(text, undefined),
  });
  log = current;
  composer = createComposer({
    words: say(),
    text: draft,
    typed: (text) => {
      draft = text;
    },
    send: (text, replyTo) => void send(text, replyTo),
    examples: () => void suggest(),
  });
  root.replaceChildren(side(), h('main', {}, head(), current.element, composer.element), toast);
  root.querySelector('.chosen')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  void server.history(chat()).then(
    (history) => {
      for (const message of history) current.add(message);
      current.element.scrollTop = current.element.scrollHeight;
    },
    (error: unknown) => tell('error', error instanceof Error ? error.message : String(error)),
  );
}

function side(): HTMLElement {
  return createSide({
    words: say(),
    lang: state.lang,
    cast: state.fixed !== null ? [me()] : state.cast,
    speaker: me().name,
    group: state.group,
    fixed: state.fixed !== null,
    unread: state.unread,
    groupChat,
    choose(name) {
      state.speaker = name;
      keepChoice('speaker', name);
      draw();
    },
    place(group) {
      state.group = group;
      keepChoice('place', group ? 'group' : 'p2p');
      draw();
    },
    edit: (player) => void edit(player),
    language() {
      state.lang = state.lang === 'zh' ? 'en' : 'zh';
      keepChoice('lang', state.lang);
      draw();
    },
  });
}

function head(): HTMLElement {
  return h(
    'header',
    { class: 'head' },
    state.group ? h('span', { class: 'disc group-disc', 'aria-hidden': 'true' }, '群') : disc('', true),
    h(
      'div',
      { class: 'head-text' },
      h('h1', {}, state.group ? say().group : say().brand),
      h('p', {}, state.group ? say().groupNote : `${me().name} · ${say().p2p}`),
    ),
    h(
      'span',
      { class: `state ${state.online ? 'on' : 'off'}`, role: 'status' },
      state.online ? say().online : say().offline,
    ),
  );
}

async function send(text: string, quoted: Message | undefined): Promise<void> {
  const here = log;
  const replyTo = quoted ? { replyTo: quoted.messageId } : {};
  const provisional = `provisional-${Math.random()}`;
  const at = new Date().toISOString();
  here?.add(
    { type: 'message', chat: chat(), messageId: provisional, from: me().name, text, at, ...replyTo },
    { pending: true },
  );
  here?.thinking(true);
  composer?.set('');
  composer?.replyTo(undefined);
  try {
    const { messageId } = await server.say({ ...asMe(), text, ...replyTo });
    here?.settle(provisional, messageId);
  } catch (error) {
    here?.thinking(false);
    here?.settle(provisional, undefined);
    composer?.set(text);
    await refused(error);
    return;
  }
  setTimeout(() => here?.thinking(false), 10_000);
  state.listed = await server.people().catch(() => state.listed);
}

async function press(messageId: string, { button, intent, form }: Parameters<Drawing['press']>[0]): Promise<void> {
  button.disabled = true;
  log?.expect();
  try {
    const pressed = { ...asMe(), chat: chat(), messageId, intent, id: crypto.randomUUID() };
    const answer = await server.press({ ...pressed, ...(form ? { form } : {}) });
    tell(answer.toast?.kind ?? 'success', answer.toast?.text ?? say().done);
  } catch (error) {
    await refused(error);
  }
  button.disabled = false;
}

async function refused(error: unknown): Promise<void> {
  const status = error instanceof RefusedError ? error.status : 0;
  if (status === 401) return start();
  tell('error', status === 503 ? say().full : say().failed);
}

let toastTimer: ReturnType<typeof setTimeout> | undefined;
function tell(kind: string, text: string): void {
  toast.className = `toast ${kind} shown`;
  toast.textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove('shown'), 3200);
}

async function suggest(): Promise<void> {
  if (state.examples.length === 0) state.examples = await server.examples().catch(() => []);
  const chosen = await chooseExample(say(), state.lang, state.examples);
  if (chosen) composer?.set(chosen);
}

async function edit(player: Player | undefined): Promise<void> {
  const edited = await editPlayer(say(), player);
  if (edited === undefined) return;
  const others = state.cast.filter(
    (one) => one.name !== player?.name && (edited === 'remove' || one.name !== edited.name),
  );
  const at = player ? state.cast.findIndex((one) => one.name === player.name) : others.length;
  if (edited !== 'remove') others.splice(at, 0, edited);
  state.cast = others.length > 0 ? others : state.cast;
  if (edited !== 'remove') state.speaker = edited.name;
  saveCast(state.cast);
  keepChoice('speaker', me().name);
  draw();
}

function hear(shown: Heard): void {
  if (shown.type === 'recall') log?.recalled(shown.messageId);
  else if (shown.type === 'update') log?.update(shown);
  else if (shown.chat === chat()) log?.add(shown);
  else if (shown.card && (shown.chat === groupChat || state.cast.some((player) => player.name === shown.chat))) {
    state.unread.add(shown.chat);
    root.querySelector('.side')?.replaceWith(side());
  }
}

function online(is: boolean): void {
  if (state.online === is) return;
  state.online = is;
  root.querySelector('.head')?.replaceWith(head());
}

async function start(): Promise<void> {
  try {
    state.fixed = (await server.me()).speaker;
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 401) throw error;
    await askToken(say(), (token) =>
      server.enter(token).then(
        () => true,
        () => false,
      ),
    );
    state.fixed = (await server.me()).speaker;
  }
  state.listed = await server.people().catch(() => []);
  draw();
  composer?.focus();
  if (!heard) listen(hear, online);
  heard = true;
}

let heard = false;
void start();
