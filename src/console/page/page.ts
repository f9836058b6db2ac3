/** The chat page: who speaks, where, what was said, and the line to say the next thing on. */

import type { Drawing } from './card-element.ts';
import { keepChoice, kept, type Player, readCast, saveCast } from './cast.ts';
import { askBack, askToken, chooseExample, editPlayer } from './dialogs.ts';
import { h } from './dom.ts';
import { createLog, disc, type Log } from './log.ts';
import {
  type Example,
  type ListedPerson,
  listen,
  type Message,
  type Posted,
  RefusedError,
  server,
  type Update,
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
  replyTo: undefined as Message | undefined,
};

const root = document.querySelector<HTMLElement>('#page') ?? document.body;
const toast = h('div', { class: 'toast', role: 'status' });
let log: Log | undefined;
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
  state.replyTo = undefined;
  state.unread.delete(chat());
  const current = createLog({
    words: say(),
    lang: state.lang,
    me: me().name,
    group: state.group,
    press: (messageId, pressed) => void press(messageId, pressed),
    ask: (title, text) => askBack(say(), title, text),
    replyTo: (message) => {
      state.replyTo = message;
      drawQuote();
    },
    say: (text) => void send(text),
  });
  log = current;
  root.replaceChildren(side(), h('main', {}, head(), current.element, composer()), toast);
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

function composer(): HTMLElement {
  const input = h('textarea', {
    id: 'words',
    rows: 1,
    placeholder: say().placeholder,
    'aria-label': say().placeholder,
    maxlength: 30000,
    oninput: () => {
      draft = input.value;
      grow(input);
    },
    onkeydown: (event) => {
      const key = event as KeyboardEvent;
      // While a Chinese input method composes, Enter belongs to it.
      if (key.key !== 'Enter' || key.shiftKey || key.isComposing) return;
      key.preventDefault();
      void send(input.value);
    },
  });
  input.value = draft;
  requestAnimationFrame(() => grow(input));
  return h(
    'footer',
    { class: 'composer' },
    h('div', { id: 'quote' }),
    h(
      'div',
      { class: 'line' },
      h('button', { type: 'button', class: 'plain examples-button', onclick: () => void suggest() }, say().examples),
      input,
      h(
        'button',
        { type: 'button', class: 'press primary_filled send', onclick: () => void send(input.value) },
        say().send,
      ),
    ),
    h('p', { class: 'hint' }, say().hint),
  );
}

function grow(input: HTMLTextAreaElement): void {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
}

function drawQuote(): void {
  const quoted = state.replyTo;
  document.querySelector('#quote')?.replaceChildren(
    ...(quoted
      ? [
          h(
            'div',
            { class: 'quote' },
            `${say().replyTo} ${quoted.from}: ${quoted.text.split('\n')[0] ?? ''}`,
            h(
              'button',
              {
                type: 'button',
                class: 'plain',
                'aria-label': say().cancel,
                onclick: () => {
                  state.replyTo = undefined;
                  drawQuote();
                },
              },
              '✕',
            ),
          ),
        ]
      : []),
  );
  document.querySelector<HTMLTextAreaElement>('#words')?.focus();
}

async function send(text: string): Promise<void> {
  if (!text.trim()) return;
  const here = log;
  const replyTo = state.replyTo?.messageId;
  const provisional = `provisional-${Math.random()}`;
  const { name } = me();
  here?.add(
    {
      type: 'message',
      chat: chat(),
      messageId: provisional,
      from: name,
      text,
      at: new Date().toISOString(),
      ...(replyTo ? { replyTo } : {}),
    },
    { pending: true },
  );
  here?.thinking(true);
  setText('');
  state.replyTo = undefined;
  drawQuote();
  try {
    const { messageId } = await server.say({ ...asMe(), text, ...(replyTo ? { replyTo } : {}) });
    here?.settle(provisional, messageId);
  } catch (error) {
    here?.thinking(false);
    here?.settle(provisional, undefined);
    setText(text);
    await refused(error);
    return;
  }
  setTimeout(() => here?.thinking(false), 10_000);
  state.listed = await server.people().catch(() => state.listed);
}

function setText(text: string): void {
  const input = document.querySelector<HTMLTextAreaElement>('#words');
  draft = text;
  if (!input) return;
  input.value = text;
  grow(input);
  input.focus();
}

async function press(messageId: string, { button, intent, form }: Parameters<Drawing['press']>[0]): Promise<void> {
  button.disabled = true;
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
  if (chosen) setText(chosen);
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

function hear(shown: Message | Update): void {
  if (shown.type === 'update') log?.update(shown);
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
  document.querySelector<HTMLTextAreaElement>('#words')?.focus();
  if (!heard) listen(hear, online);
  heard = true;
}

let heard = false;
void start();
