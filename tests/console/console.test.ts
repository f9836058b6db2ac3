/** The chat page: what it takes in, what it shows, and whom it refuses. */
import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole } from '../../src/console/console.ts';
import type { GuardSettings } from '../../src/console/guard.ts';
import { consolePrefix } from '../../src/console/messenger.ts';
import type { Kept } from '../../src/console/shown.ts';
import type { Arrival, IncomingPress } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';
import { chatHistory } from '../../src/store/chat-history.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { at, testOffice } from '../support/fixed.ts';

const now = at('2026-11-20 10:00');
const reply: Reply = {
  lang: 'zh',
  tone: 'good',
  title: '已记 1 条',
  blocks: [{ type: 'text', text: '**督-2026-001**' }],
};

let heard: Arrival[];
let presses: IncomingPress[];
let queue: 'accepted' | 'full';
let past: Kept[];
let page: Console;

function open(settings: GuardSettings = { loopback: true }): Hono {
  page = createConsole({
    settings,
    clock: { now: () => now },
    asset: async (name) => {
      if (name === 'gone.js') return undefined;
      const body = new TextEncoder().encode(`<${name}>`);
      return { body, type: 'text/html; charset=utf-8', gzipped: zipped, lasting: name !== 'index.html' };
    },
  });
  return page.routes({
    receive(incoming) {
      if (queue === 'accepted') heard.push(incoming);
      return queue;
    },
    async press(incoming) {
      presses.push(incoming);
      return { toast: { kind: 'success', text: '已撤销' } };
    },
    isSecret: (text) => text.includes('绝密'),
    people: () => [
      { id: '李梅', name: '李梅', role: 'clerk', section: '督查科' },
      { id: '周区长', name: '周区长', role: 'leader', section: '' },
    ],
    ...closedLedger,
    examples: () => [
      { of: 'kind', id: 'inspection', title: { zh: '督查', en: 'inspections' }, zh: ['今天督查农村教育'], en: [] },
    ],
    history: () => past,
    file: async (messageId) =>
      messageId === 'console-file:1'
        ? { chat: '李梅', file: { name: '督查-1.xlsx', bytes: new Uint8Array([1, 2]) } }
        : undefined,
    instant: (text) => (text === '昨天' ? undefined : new Date(text)),
  });
}

/** Nobody reads the ledger here. */
const closedLedger = { version: () => 0, ledger: () => undefined, record: () => undefined };
const zipped = new Uint8Array([31, 139]);

const emptyOffice = {
  ...closedLedger,
  isSecret: () => false,
  people: () => [],
  examples: () => [],
  file: async () => undefined,
  instant: () => undefined,
};

const post = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** The next event of the stream, as JSON. */
async function next(events: Response): Promise<Record<string, unknown>> {
  const reader = events.body!.getReader();
  let text = '';
  while (!/data: .*\n\n/.test(text)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended: ${text}`);
    text += new TextDecoder().decode(value);
  }
  reader.releaseLock();
  return JSON.parse(/data: (.*)\n\n/.exec(text)![1]!);
}

beforeEach(() => {
  heard = [];
  presses = [];
  queue = 'accepted';
  past = [];
});

describe('talking', () => {
  it('takes a message in and says under which id', async () => {
    const app = open();
    const answer = await app.request(
      '/console/messages',
      post({ from: '李梅', text: '今天督查农村教育', role: 'head' }),
    );
    expect(answer.status).toBe(202);
    const { messageId } = (await answer.json()) as { messageId: string };
    expect(heard).toEqual([
      {
        type: 'message',
        key: messageId,
        messageId,
        chat: '李梅',
        chatType: 'p2p',
        sender: { id: '李梅', name: '李梅', role: 'head' },
        text: '今天督查农村教育',
        at: now,
      },
    ]);
  });

  it('knows a group, a reply and another time', async () => {
    const app = open();
    const posted = { from: '李梅', chat: '办公室群', text: '改成4个', at: '2026-11-19T09:00:00+08:00', replyTo: 'm1' };
    await app.request('/console/messages', post(posted));
    expect(heard[0]).toMatchObject({ chat: '办公室群', chatType: 'group', replyTo: 'm1', at: at('2026-11-19 09:00') });
  });

  it.each([
    ['no text', { from: '李梅' }],
    ['an empty text', { from: '李梅', text: ' \n' }],
    ['nobody', { text: '你好' }],
    ['a long text', { from: '李梅', text: '字'.repeat(30_001) }],
    ['a time that is none', { from: '李梅', text: '你好', at: '昨天' }],
    ['no object', 'hello'],
  ])('refuses %s', async (_name, body) => {
    expect((await open().request('/console/messages', post(body))).status).toBe(400);
    expect(heard).toEqual([]);
  });

  it('says when it is too busy', async () => {
    queue = 'full';
    const answer = await open().request('/console/messages', post({ from: '李梅', text: '你好' }));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
  });

  it('hands a press on with the names its form was given', async () => {
    const pressed = {
      from: '李梅',
      chat: '李梅',
      messageId: 'console-1',
      intent: { do: 'undo' },
      form: { 'title~2': '新' },
    };
    const answer = await open().request('/console/presses', post(pressed));
    expect(await answer.json()).toEqual({ toast: { kind: 'success', text: '已撤销' } });
    expect(presses[0]).toMatchObject({ messageId: 'console-1', intent: { do: 'undo' }, form: { title: '新' } });
  });

  it('names the same press the same when it is told twice', async () => {
    const app = open();
    const pressed = { from: '李梅', messageId: 'console-1', intent: { do: 'undo' }, id: 'p1' };
    await app.request('/console/presses', post(pressed));
    await app.request('/console/presses', post(pressed));
    expect(presses[0]?.key).toBe(presses[1]?.key);
  });
});

describe('recalling', () => {
  it('takes one’s own message back and shows it to everybody', async () => {
    const app = open();
    const events = await app.request('/console/events');
    const answer = await app.request('/console/recalls', post({ from: '李梅', messageId: 'console-1' }));
    expect(answer.status).toBe(202);
    expect(heard).toEqual([
      {
        type: 'recall',
        key: 'console-recall-console-1',
        messageId: 'console-1',
        chat: '李梅',
        sender: { id: '李梅', name: '李梅' },
        at: now,
      },
    ]);
    expect(await next(events)).toEqual({ type: 'recall', chat: '李梅', messageId: 'console-1' });
  });

  it.each([
    ['nothing', { from: '李梅' }],
    ['by nobody', { messageId: 'console-1' }],
    ['what was not said on the page', { from: '李梅', messageId: 'om_1' }],
  ])('refuses to recall %s', async (_name, body) => {
    expect((await open().request('/console/recalls', post(body))).status).toBe(400);
    expect(heard).toEqual([]);
  });

  it('goes through the office: the record and the words are gone, the receipt says so', async () => {
    page = createConsole({ settings: { loopback: true }, clock: { now: () => now }, asset: async () => undefined });
    const real = testOffice('2026-11-20 10:00', { messenger: page.messenger });
    const history = (chat: string) => chatHistory(real.db, chat, { prefix: consolePrefix, most: 50 });
    const app = page.routes({ ...emptyOffice, receive: real.office.receive, press: real.office.press, history });
    const said = await app.request('/console/messages', post({ from: '李梅', text: '昨天督查农村教育' }));
    const { messageId } = (await said.json()) as { messageId: string };
    await real.office.work();
    const recall = async (from: string) => {
      await app.request('/console/recalls', post({ from, chat: '李梅', messageId }));
      await real.office.work();
    };
    await recall('王强');
    expect(selectEntries(real.db, {})).toHaveLength(1);
    await recall('李梅');
    expect(selectEntries(real.db, {})).toEqual([]);
    const shown = (await (await app.request('/console/history?chat=李梅')).json()) as { text: string }[];
    expect(shown).toMatchObject([{ messageId, text: '', recalled: true }, { text: expect.stringContaining('已撤回') }]);
  });
});

describe('a file that was promised', () => {
  const address = { to: 'message', messageId: 'console-1', chat: '李梅' } as const;

  it('is a link on the page, and comes as it was drawn', async () => {
    const app = open();
    const events = await app.request('/console/events');
    await page.messenger.sendFile?.(address, { name: '督查-1.xlsx', bytes: new Uint8Array([9]) }, 'file:1');
    const shown = (await next(events)) as { text: string; card: object };
    expect(shown.text).toBe('📎 督查-1');
    const url = /"default_url":"([^"]+)"/.exec(JSON.stringify(shown.card))?.[1] ?? '';
    const fetched = await app.request(url);
    expect(fetched.headers.get('content-disposition')).toContain(encodeURIComponent('督查-1.xlsx'));
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it('is nobody else’s', async () => {
    const fixed = { loopback: true, token: '王强:secret' };
    const bearer = { headers: { authorization: 'Bearer secret' } };
    const app = open(fixed);
    // A stranger by the ledger's word, which this office never gives to anybody.
    expect((await app.request('/console/exports/console-file%3A1', bearer)).status).toBe(403);
    expect((await app.request('/console/exports/console-file%3A1')).status).toBe(401);
    expect((await open().request('/console/exports/console-gone')).status).toBe(404);
  });
});

describe('showing', () => {
  it('streams what people say and what the bot answers, and redraws in place', async () => {
    const app = open();
    const events = await app.request('/console/events');
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    await app.request('/console/messages', post({ from: '李梅', text: '今天督查农村教育' }));
    expect(await next(events)).toMatchObject({ type: 'message', chat: '李梅', from: '李梅', text: '今天督查农村教育' });
    const address = { to: 'message', messageId: 'console-1', chat: '李梅' } as const;
    const sent = await page.messenger.send(address, reply, 'reply:console-1');
    expect(await next(events)).toMatchObject({
      type: 'message',
      chat: '李梅',
      messageId: sent.messageId,
      from: '台账助手',
      replyTo: 'console-1',
      card: { schema: '2.0' },
    });
    await page.messenger.update(sent.messageId, { ...reply, title: '已撤销' });
    const update = await next(events);
    expect(update).toMatchObject({ type: 'update', messageId: sent.messageId });
    expect(JSON.stringify(update.card)).toContain('已撤销');
  });

  it('gives the same key the same id, so that a resend is shown once', async () => {
    open();
    const address = { to: 'chat', chat: '李梅' } as const;
    const ids = [await page.messenger.send(address, reply, 'k'), await page.messenger.send(address, reply, 'k')];
    expect(ids[0]).toEqual(ids[1]);
  });

  it('catches up after a broken connection', async () => {
    const app = open();
    await app.request('/console/messages', post({ from: '李梅', text: '一' }));
    await app.request('/console/messages', post({ from: '李梅', text: '二' }));
    const events = await app.request('/console/events', { headers: { 'last-event-id': '1' } });
    expect(await next(events)).toMatchObject({ text: '二' });
  });

  it('shows nothing of a secret', async () => {
    const app = open();
    const events = await app.request('/console/events');
    await app.request('/console/messages', post({ from: '李梅', text: '绝密文件3份' }));
    expect(JSON.stringify(await next(events))).not.toContain('绝密');
  });

  it('brings a long history back as cards', async () => {
    past = [
      { chat: '李梅', messageId: 'console-1', from: '李梅', text: '你好', at: now.toISOString() },
      { chat: '李梅', messageId: 'console-2', reply, at: now.toISOString(), replyTo: 'console-1' },
    ];
    const history = (await (await open().request('/console/history?chat=李梅')).json()) as object[];
    expect(history).toMatchObject([
      { from: '李梅', text: '你好' },
      { from: '台账助手', replyTo: 'console-1', card: {} },
    ]);
  });

  it('ends its streams when the server ends', async () => {
    const events = await open().request('/console/events');
    page.close();
    await expect(next(events)).rejects.toThrow('ended');
  });
});

describe('the files of the page', () => {
  it('are kept for good when they are named by their content, and asked for again when they are not', async () => {
    const app = open();
    const [script, page] = [await app.request('/assets/page-1A2B.js'), await app.request('/')];
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect((await app.request('/assets/gone.js')).status).toBe(404);
  });

  it('come zipped to whoever takes them so', async () => {
    const app = open();
    const zipped = await app.request('/assets/page-1A2B.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect((await zipped.arrayBuffer()).byteLength).toBe(2);
    const plain = await app.request('/assets/page-1A2B.js');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('<page-1A2B.js>');
  });
});

describe('guarding', () => {
  it.each([
    ['a foreign site', 'http://localhost/', { origin: 'http://evil.example' }, 403],
    ['a site without a name', 'http://localhost/', { origin: 'null' }, 403],
    ['another port of this machine', 'http://localhost:8787/', { origin: 'http://localhost:9999' }, 403],
    ['a foreign name for this machine', 'http://evil.example/', { origin: 'http://evil.example' }, 403],
    ['its own page', 'http://127.0.0.1:8787/', { origin: 'http://127.0.0.1:8787' }, 202],
    ['a program', 'http://localhost:8787/', {}, 202],
  ])('%s', async (_name, base, headers, status) => {
    const posted = post({ from: '李梅', text: '你好' }, headers);
    expect((await open().request(`${base}console/messages`, posted)).status).toBe(status);
  });

  it('takes JSON only, and not much of it', async () => {
    const app = open();
    const form = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"from":"李梅","text":"你好"}' };
    expect((await app.request('/console/messages', form)).status).toBe(415);
    expect((await app.request('/console/messages', post({ from: '李梅', text: 'x'.repeat(300_000) }))).status).toBe(
      413,
    );
    expect(heard).toEqual([]);
  });

  it('lets the page load nothing from elsewhere and run nothing of its own text', async () => {
    const answer = await open().request('/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  const token = { loopback: false, token: '陈主任:correct-horse' };

  it.each(['/console/people', '/console/events', '/console/history?chat=a', '/console/me', '/'])(
    'asks for the token at %s',
    async (path) => {
      const app = open(token);
      expect((await app.request(path)).status).toBe(401);
      expect((await app.request(path, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
      expect((await app.request(path, { headers: { cookie: 'taizhang_console=correct-horse' } })).status).toBe(401);
      expect((await app.request(path, { headers: { authorization: 'Bearer correct-horse' } })).status).toBe(200);
    },
  );

  it('remembers the token in a cookie scripts cannot read', async () => {
    const app = open(token);
    expect((await app.request('/console/session', post({ token: 'guess' }))).status).toBe(401);
    const answer = await app.request('/console/session', post({ token: 'correct-horse' }));
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain('correct-horse');
    const me = await app.request('/console/me', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(await me.json()).toEqual({ speaker: '陈主任' });
  });

  it('lets the token fix who speaks, and whose chat is seen', async () => {
    const app = open(token);
    const bearer = { authorization: 'Bearer correct-horse' };
    await app.request('/console/messages', post({ from: '周区长', role: 'leader', text: '你好' }, bearer));
    expect(heard[0]).toMatchObject({ sender: { id: '陈主任', name: '陈主任' } });
    expect((await app.request('/console/history?chat=周区长', { headers: bearer })).status).toBe(403);
    const foreign = post({ chat: '周区长', text: '你好' }, bearer);
    expect((await app.request('/console/messages', foreign)).status).toBe(403);
  });
});
