/** A Feishu of its own: chats, people and the Open Platform on one side, webhooks pushed to the bot on the other. */
import type { AddressInfo } from 'node:net';
import {
  botAddedEvent,
  enteredEvent,
  firstMessageEvent,
  firstPressEvent,
  type MentionOf,
  menuEvent,
  messageEvent,
  pressEvent,
  reactionEvent,
  recallEvent,
} from './event-bodies.ts';
import { type ApiCall, fakeApiServer } from './fake-api.ts';
import { type FakeApp, fakeApp } from './fake-app.ts';
import { type Fault, faultList } from './fake-errors.ts';
import { type FakeLimits, fakeLimits } from './fake-limits.ts';
import { type FakeMessages, fakeMessages, type Shown } from './fake-messages.ts';
import { type FakeMore, fakeMore } from './fake-more.ts';
import { type FakeSocket, fakeSocket } from './fake-socket.ts';
import { type FakeTokens, fakeTokens } from './fake-tokens.ts';
import { buttonOf, filled, type Pressed, type Pressing, shownToPresser } from './pressing.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';
import { type WebhookPost, type Writing, webhookRequest } from './webhook-request.ts';

/** Where events go: an address, or something that answers requests (`app.request`). */
export type Target = string | ((request: Request) => Response | Promise<Response>);

export interface SaidMessage {
  readonly chat: string;
  readonly chatType?: 'p2p' | 'group';
  /** The open id of the person. */
  readonly sender: string;
  readonly senderType?: 'user' | 'bot';
  readonly text: string;
  readonly mentions?: readonly MentionOf[];
  readonly at?: Date;
  readonly replyTo?: string;
  readonly eventId?: string;
  readonly messageId?: string;
  readonly form?: 'plain' | 'encrypted';
  readonly schema?: 'v1' | 'v2';
  readonly writing?: Writing;
  /** The content of a rich post instead of the text. */
  readonly post?: object;
  /** Another kind of message: its type and content. */
  readonly other?: { readonly type: string; readonly content: object };
  readonly root?: string;
}

export interface Pushed {
  readonly eventId: string;
  readonly messageId: string;
  readonly status: number;
  readonly body: unknown;
}

export interface FakeFeishu {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly tenant: string;
  readonly bot: MentionOf;
  readonly clock: VirtualClock;
  readonly tokens: FakeTokens;
  readonly messages: FakeMessages;
  readonly limits: FakeLimits;
  readonly more: FakeMore;
  readonly app: FakeApp;
  readonly socket: FakeSocket;
  readonly calls: readonly ApiCall[];
  /** An answer to an event that takes longer counts as none: three seconds. */
  answerMs: number;
  fail(fault: Fault): void;
  mend(): void;
  connect(target: Target): void;
  /** Events go over the long connection from now on. */
  useSocket(): void;
  /** Said without the bot being told: in a group without a mention, or while nothing was pushed. */
  say(message: SaidMessage): Shown;
  /** The words of a message are changed; Feishu tells no bot. */
  edit(messageId: string, text: string): void;
  /** A message with the newer words, as if it were told. */
  pushEdit(messageId: string, text: string): Promise<Pushed>;
  pushReaction(reaction: {
    messageId: string;
    person: string;
    emoji: string;
    given: boolean;
    byApp?: boolean;
    at?: Date;
    eventId?: string;
  }): Promise<Pushed>;
  pushEntered(chat: string, person: string): Promise<Pushed>;
  pushBotAdded(chat: string, person: string): Promise<Pushed>;
  pushMenu(person: string, choice: string): Promise<Pushed>;
  /** Several messages of other chats, sent on as one. */
  pushForward(forward: {
    chat: string;
    sender: string;
    messageIds: readonly string[];
    senderType?: 'user';
  }): Promise<Pushed>;
  pushMessage(message: SaidMessage): Promise<Pushed>;
  /** Any payload at all. */
  push(post: Omit<WebhookPost, 'at'>): Promise<{ status: number; body: unknown }>;
  /** Ids of the events pushed so far. */
  readonly events: readonly string[];
  /** The same event once more. */
  redeliver(eventId: string): Promise<Pushed>;
  /** Moves the clock; events not answered with 200 come again after 15 s, 5 min, 1 h and 6 h. */
  advance(ms: number): Promise<void>;
  /** Presses a button of a card as it looks now, by its label or its place. */
  press(messageId: string, button: string | number, operator: string, pressing?: Pressing): Promise<Pressed>;
  recall(messageId: string): void;
  /** The same, and the bot is told. */
  pushRecall(messageId: string): Promise<Pushed>;
  chat(chat: string): Shown[];
  /** What everybody in the chat sees, as text. */
  transcript(chat: string): string;
  close(): Promise<void>;
}

export interface FakeSettings {
  readonly clock?: VirtualClock;
  readonly encryptKey?: string;
  readonly form?: 'plain' | 'encrypted';
}

interface Sent {
  readonly payload: object;
  readonly form: 'plain' | 'encrypted';
  readonly writing: Writing;
  readonly eventId: string;
  readonly messageId: string;
  /** When it comes again, if it was not taken; times left to come. */
  again: Date[];
}

const writings: readonly Writing[] = ['compact', 'spaced', 'escaped'];
const resendMs = [15_000, 5 * 60_000, 60 * 60_000, 6 * 60 * 60_000];
const answerMs = 3000;
const cardMs = 14 * 24 * 60 * 60 * 1000;

export async function createFakeFeishu(settings: FakeSettings = {}): Promise<FakeFeishu> {
  const clock = settings.clock ?? virtualClock();
  let counter = 0;
  const nextId = (prefix: string) => `${prefix}_${String(++counter).padStart(6, '0')}`;
  const faults = faultList();
  const api = {
    appId: 'cli_a1b2c3d4e5f60718',
    appSecret: 'app-secret',
    bot: { openId: 'ou_bot', name: '台账助手' },
    tokens: fakeTokens(clock),
    messages: fakeMessages(clock, nextId),
    faults,
    limits: fakeLimits(clock),
    more: fakeMore(),
    calls: [] as ApiCall[],
    app: fakeApp(),
    socket: fakeSocket(),
    tenant: 'tenant-1',
    clock,
  };
  const secrets = { encryptKey: settings.encryptKey ?? 'encrypt-key', verificationToken: 'verification-token' };
  const { tenant } = api;
  const sent = new Map<string, Sent>();
  let target: Target | undefined;
  let overSocket = false;

  const server = fakeApiServer(api);
  api.socket.attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function post(webhook: WebhookPost): Promise<{ status: number; body: unknown }> {
    if (target === undefined) throw new Error('connect() the fake to a webhook first');
    const { headers, body } = webhookRequest(secrets, webhook);
    const address = typeof target === 'string' ? target : 'http://127.0.0.1/webhook/event';
    const request = new Request(address, { method: 'POST', headers, body });
    const response = typeof target === 'string' ? await fetch(request) : await target(request);
    const text = await response.text();
    return { status: response.status, body: parse(text) };
  }

  function inTime(answer: Promise<{ status: number; body: unknown }>): typeof answer {
    return new Promise((resolve, reject) => {
      const late = () => resolve({ status: 0, body: 'no answer in time' });
      const timer = setTimeout(late, fake.answerMs);
      answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  async function deliver(one: Sent): Promise<Pushed> {
    const posted = overSocket ? api.socket.deliver(one.payload) : inTime(post({ ...one, at: clock.now() }));
    const answer = await posted.catch((error) => ({ status: 0, body: String(error) }));
    if (answer.status === 200) one.again = [];
    return { eventId: one.eventId, messageId: one.messageId, ...answer };
  }

  const names = () => ({ appId: api.appId, tenant, token: secrets.verificationToken, botOpenId: api.bot.openId });
  const fresh = () => ({ eventId: nextId('ev') });
  const found = (messageId: string): Shown => {
    const shown = api.messages.find(messageId);
    if (!shown) throw new Error(`nobody said ${messageId}`);
    return shown;
  };

  /** Sent now, and again until it is taken. */
  function pushed(
    payload: object,
    messageId: string,
    how: Pick<SaidMessage, 'form' | 'writing'> = {},
  ): Promise<Pushed> {
    const { event_id: second } = (payload as { header?: { event_id?: string } }).header ?? {};
    const eventId = second ?? String((payload as { uuid?: string }).uuid);
    const form = how.form ?? settings.form ?? 'encrypted';
    const writing = how.writing ?? writings[counter % writings.length]!;
    const one: Sent = { payload, form, writing, eventId, messageId, again: resendTimes(clock.now()) };
    sent.set(eventId, one);
    return deliver(one);
  }

  const fake: FakeFeishu = {
    url: `http://127.0.0.1:${port}`,
    appId: api.appId,
    appSecret: api.appSecret,
    ...secrets,
    tenant,
    bot: api.bot,
    clock,
    tokens: api.tokens,
    messages: api.messages,
    limits: api.limits,
    more: api.more,
    app: api.app,
    socket: api.socket,
    calls: api.calls,
    answerMs,
    fail: faults.add,
    mend: faults.clear,
    connect(to) {
      target = to;
    },
    useSocket() {
      overSocket = true;
    },
    say(message) {
      const at = message.at ?? clock.now();
      const messageId = message.messageId ?? nextId('om');
      return api.messages.said({
        ...{ messageId, chat: message.chat, from: message.sender, at, text: message.text },
        type: message.other?.type ?? (message.post ? 'post' : 'text'),
        ...(message.mentions ? { mentions: message.mentions } : {}),
        ...((message.other?.content ?? message.post) ? { content: message.other?.content ?? message.post } : {}),
        ...(message.replyTo ? { replyTo: message.replyTo } : {}),
      });
    },
    edit(messageId, text) {
      const shown = found(messageId);
      shown.text = text;
      shown.changedAt = clock.now();
    },
    pushEdit(messageId, text) {
      fake.edit(messageId, text);
      const shown = found(messageId);
      return pushed(
        messageEvent({
          ...names(),
          ...{ chat: shown.chat, chatType: shown.chat.includes('group') ? 'group' : 'p2p', sender: shown.from },
          ...{ senderType: 'user', text, mentions: shown.mentions ?? [], at: shown.at, changedAt: clock.now() },
          messageId,
          ...fresh(),
        }),
        messageId,
      );
    },
    pushReaction(reaction) {
      const place = { chat: api.messages.find(reaction.messageId)?.chat ?? '', at: reaction.at ?? clock.now() };
      const id = reaction.eventId ? { eventId: reaction.eventId } : fresh();
      return pushed(reactionEvent({ ...names(), ...place, ...reaction, at: place.at, ...id }), reaction.messageId);
    },
    pushEntered: (chat, person) =>
      pushed(enteredEvent({ ...names(), chat, person, messageId: 'om_last', at: clock.now(), ...fresh() }), ''),
    pushBotAdded: (chat, person) =>
      pushed(botAddedEvent({ ...names(), chat, person, messageId: '', at: clock.now(), ...fresh() }), ''),
    pushMenu: (person, choice) =>
      pushed(menuEvent({ ...names(), chat: '', person, choice, messageId: '', at: clock.now(), ...fresh() }), ''),
    pushForward({ chat, sender, messageIds }) {
      const holds = messageIds.map((id) => found(id));
      const bundle = { messageId: nextId('om'), chat, from: sender, at: clock.now(), text: '[合并转发]', holds };
      const content = { content: 'Merged and Forwarded Message' };
      api.messages.said({ ...bundle, type: 'merge_forward', content });
      return fake.pushMessage({
        chat,
        sender,
        text: '',
        messageId: bundle.messageId,
        other: { type: 'merge_forward', content },
      });
    },
    pushMessage(message) {
      const at = message.at ?? clock.now();
      const facts = {
        ...{ appId: api.appId, tenant, token: secrets.verificationToken, botOpenId: api.bot.openId },
        ...{ chatType: 'p2p' as const, senderType: 'user' as const, mentions: [] },
        ...message,
        eventId: message.eventId ?? nextId('ev'),
        messageId: message.messageId ?? nextId('om'),
        at,
      };
      if (facts.chatType === 'p2p') api.messages.knowP2p(facts.sender, facts.chat);
      if (!api.messages.find(facts.messageId)) fake.say({ ...facts, at });
      const payload = message.schema === 'v1' ? firstMessageEvent(facts) : messageEvent(facts);
      return pushed(payload, facts.messageId, message);
    },
    get events() {
      return [...sent.keys()];
    },
    push: (webhook) => post({ ...webhook, at: clock.now() }),
    redeliver(eventId) {
      const one = sent.get(eventId);
      if (!one) throw new Error(`no event ${eventId} was sent`);
      return deliver(one);
    },
    async advance(ms) {
      const end = clock.now().getTime() + ms;
      for (;;) {
        const due = [...sent.values()].filter((one) => one.again[0] && one.again[0].getTime() <= end);
        const next = due.sort((a, b) => a.again[0]!.getTime() - b.again[0]!.getTime())[0];
        if (!next) break;
        const at = next.again[0]!;
        next.again = next.again.slice(1);
        if (at > clock.now()) clock.set(at);
        await deliver(next);
      }
      clock.set(new Date(end));
    },
    async press(messageId, button, operator, pressing = {}) {
      const shown = api.messages.find(messageId);
      if (!shown?.card) throw new Error(`${messageId} shows no card`);
      if (clock.now().getTime() - shown.at.getTime() > cardMs) throw new Error('the card is older than 14 days');
      const found = buttonOf(shown, button);
      const facts = {
        ...{ appId: api.appId, tenant, token: secrets.verificationToken },
        ...{ eventId: nextId('ev'), cardToken: nextId('c'), messageId, chat: shown.chat, operator },
        value: found.value,
        ...(found.name ? { name: found.name } : {}),
        ...(found.form ? { form: filled(found.form, pressing.values ?? {}) } : {}),
        at: pressing.at ?? clock.now(),
      };
      const form = settings.form ?? 'encrypted';
      const writing = writings[counter % writings.length]!;
      const started = performance.now();
      const answer = overSocket
        ? await api.socket.deliver(pressEvent(facts))
        : await post(
            pressing.old
              ? { payload: firstPressEvent(facts), form: 'plain', writing, oldCard: true, at: facts.at }
              : { payload: pressEvent(facts), form, writing, at: clock.now() },
          );
      return { eventId: facts.eventId, status: answer.status, ...shownToPresser(answer, performance.now() - started) };
    },
    recall(messageId) {
      const shown = api.messages.find(messageId);
      if (shown) shown.recalled = true;
    },
    pushRecall(messageId) {
      fake.recall(messageId);
      const chat = api.messages.find(messageId)?.chat ?? 'oc_unknown';
      return pushed(recallEvent({ ...names(), ...fresh(), messageId, chat, at: clock.now() }), messageId);
    },
    chat: (chat) => api.messages.all.filter((one) => one.chat === chat),
    transcript(chat) {
      const name = (from: string) => (from === 'bot' ? api.bot.name : from);
      return fake
        .chat(chat)
        .filter((one) => !one.recalled)
        .map((one) => `${name(one.from)}> ${one.text}`)
        .join('\n');
    },
    close() {
      api.socket.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}

function resendTimes(from: Date): Date[] {
  let at = from.getTime();
  return resendMs.map((wait) => {
    at += wait;
    return new Date(at);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
