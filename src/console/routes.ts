/** The routes of the chat page: the page itself, what it posts, and what it listens to. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { wantedName } from '../card/form-names.ts';
import type { IncomingMessage, Sender } from '../ports.ts';
import type { ConsoleFiles } from './files.ts';
import { type Guard, refuse } from './guard.ts';
import { isOnConsole, messageIdOf } from './messenger.ts';
import type { ConsoleNeeds, ConsoleOffice, Reader } from './needs.ts';
import { PostedFile, PostedMessage, PostedPress, PostedRecall, PostedSession } from './requests.ts';
import { filesPath, type Shown, shownMessages } from './shown.ts';
import type { ConsoleStream } from './stream.ts';

export interface RoutesNeeds extends ConsoleNeeds {
  readonly office: ConsoleOffice;
  readonly stream: ConsoleStream;
  readonly guard: Guard;
  /** The chat of each card shown or pressed. */
  readonly places: Map<string, string>;
  readonly files: ConsoleFiles;
}

const largestBody = 256 * 1024;
const largestFile = 10 * 1024 * 1024;
const longestSearch = 100;

/** Shown in the place of what may be kept nowhere. */
const secretText = '🔒';

/** The page's scripts and styles are files of ours; nothing else is loaded from anywhere. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export function consoleRoutes(needs: RoutesNeeds): Hono {
  const { guard, office, stream } = needs;
  const app = new Hono();
  for (const path of ['/', '/assets/*', '/console/*']) app.use(path, guard.ownSite);
  app.get('/assets/:name', (c) => sendAsset(c, needs, c.req.param('name')));
  app.get('/', async (c) => {
    // Without the token the page still comes, to ask for it; but nobody may take it for an open door.
    const inside = (await guard.member(c, async () => {})) === undefined;
    return sendAsset(c, needs, 'index.html', inside ? 200 : 401);
  });
  const posts = [
    async (c: Context, next: () => Promise<void>) => {
      if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'json-only');
      await next();
    },
    bodyLimit({ maxSize: largestBody, onError: (c) => refuse(c, 413, 'too-large') }),
  ] as const;
  app.post('/console/session', ...posts, async (c) => {
    const posted = await readPosted(c, PostedSession);
    if (!posted || !(await guard.enter(c, posted.token))) return refuse(c, 401, 'token');
    return c.json({});
  });
  app.use('/console/*', guard.member);
  app.get('/console/me', (c) => fresh(c).json({ speaker: guard.speaker ?? null }));
  app.get('/console/people', (c) => fresh(c).json(office.people()));
  app.get('/console/examples', (c) => c.json(office.examples()));
  app.get('/console/history', (c) => {
    const chat = c.req.query('chat');
    if (!chat) return refuse(c, 400, 'chat');
    if (isClosed(needs, chat)) return refuse(c, 403, 'chat');
    return fresh(c).json(office.history(chat).flatMap(shownMessages));
  });
  app.get('/console/ledger', (c) => {
    const [kind, words] = [c.req.query('kind'), c.req.query('words')?.slice(0, longestSearch)];
    const ledger = office.ledger(readerOf(c, guard), { ...(kind ? { kind } : {}), ...(words ? { words } : {}) });
    return ledger ? fresh(c).json(ledger) : refuse(c, 403, 'stranger');
  });
  app.get('/console/records/:no', (c) => {
    const record = office.record(readerOf(c, guard), c.req.param('no'));
    if (record === undefined) return refuse(c, 403, 'stranger');
    return record ? fresh(c).json(record) : refuse(c, 404, 'record');
  });
  app.get(`${filesPath}:message`, (c) => sendFile(c, needs, c.req.param('message')));
  app.get('/console/events', (c) => {
    const after = Number(c.req.header('last-event-id') ?? Number.NaN);
    const only = c.req.query('chat');
    const wanted = (shown: Shown) => {
      if (shown.type === 'ledger') return !only;
      if (only && only !== shown.chat) return false;
      return shown.chat === undefined ? guard.speaker === undefined : !isClosed(needs, shown.chat);
    };
    return stream.open(Number.isSafeInteger(after) ? after : undefined, wanted);
  });
  app.post('/console/messages', ...posts, (c) => takeMessage(c, needs));
  app.post(
    '/console/files',
    // A form of a foreign site cannot send this type without asking first.
    async (c, next) => {
      if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? ''))
        return refuse(c, 415, 'bytes-only');
      await next();
    },
    bodyLimit({ maxSize: largestFile, onError: (c) => refuse(c, 413, 'too-large') }),
    (c) => takeFile(c, needs),
  );
  app.post('/console/presses', ...posts, (c) => takePress(c, needs));
  app.post('/console/recalls', ...posts, (c) => takeRecall(c, needs));
  return app;
}

async function takeMessage(c: Context, needs: RoutesNeeds): Promise<Response> {
  const { office, clock } = needs;
  const posted = await readPosted(c, PostedMessage);
  const sender = posted && senderOf(posted, needs.guard);
  if (!posted || !sender) return refuse(c, 400, 'message');
  const at = posted.at === undefined ? clock.now() : office.instant(posted.at);
  if (!at) return refuse(c, 400, 'at');
  const chat = posted.chat ?? sender.id;
  if (isClosed(needs, chat)) return refuse(c, 403, 'chat');
  const messageId = messageIdOf(crypto.randomUUID());
  const replyTo = posted.replyTo ? { replyTo: posted.replyTo } : {};
  const message = { messageId, chat, sender, text: posted.text, at, ...replyTo };
  return said(c, needs, { message, seen: office.isSecret(posted.text) ? secretText : posted.text });
}

/** What somebody said is taken in and shown to whoever may see the chat; `seen` is what stands there of it. */
function said(
  c: Context,
  { office, stream }: RoutesNeeds,
  { message, seen }: { message: Omit<IncomingMessage, 'type' | 'key' | 'chatType'>; seen: string },
): Response {
  const { messageId, chat, sender, at, replyTo } = message;
  const chatType = chat === sender.id ? 'p2p' : 'group';
  if (office.receive({ type: 'message', key: messageId, chatType, ...message }) === 'full') {
    c.header('retry-after', '10');
    return refuse(c, 503, 'full');
  }
  const shown = { chat, messageId, from: sender.id, text: seen, at: at.toISOString(), ...(replyTo ? { replyTo } : {}) };
  for (const one of shownMessages(shown)) stream.publish(one);
  return c.json({ messageId }, 202);
}

/** The bytes are the body; what belongs to them stands in the address: `name`, `from`, `chat`, `role`. */
async function takeFile(c: Context, needs: RoutesNeeds): Promise<Response> {
  const { office, clock } = needs;
  const posted = PostedFile.safeParse(c.req.query()).data;
  const sender = posted && senderOf(posted, needs.guard);
  if (!posted || !sender) return refuse(c, 400, 'file');
  const chat = posted.chat ?? sender.id;
  if (isClosed(needs, chat)) return refuse(c, 403, 'chat');
  const messageId = messageIdOf(crypto.randomUUID());
  const secret = office.isSecret(posted.name);
  if (!secret) needs.files.hold(messageId, new Uint8Array(await c.req.arrayBuffer()));
  const attachment = { key: messageId, name: posted.name };
  const message = { messageId, chat, sender, kind: 'file' as const, text: '', attachment, at: clock.now() };
  return said(c, needs, { message, seen: secret ? secretText : `📎 ${posted.name}` });
}

/** Drawn from the ledger as it stands now, for whoever may see the chat it was promised in. */
async function sendFile(c: Context, { office, guard, ...needs }: RoutesNeeds, messageId: string): Promise<Response> {
  // A browser follows a link without saying who it plays; whom a token fixes, that is known of.
  if (guard.speaker !== undefined && office.ledger(readerOf(c, guard), {}) === undefined)
    return refuse(c, 403, 'stranger');
  const found = await office.file(messageId);
  if (!found) return refuse(c, 404, 'file');
  if (isClosed({ office, guard, ...needs }, found.chat)) return refuse(c, 403, 'chat');
  const { name, bytes } = found.file;
  const type = name.endsWith('.csv')
    ? 'text/csv; charset=utf-8'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return fresh(c).body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  });
}

async function takePress(c: Context, needs: RoutesNeeds): Promise<Response> {
  const posted = await readPosted(c, PostedPress);
  const sender = posted && senderOf(posted, needs.guard);
  if (!posted || !sender) return refuse(c, 400, 'press');
  const chat = posted.chat ?? sender.id;
  if (isClosed(needs, chat)) return refuse(c, 403, 'chat');
  needs.places.set(posted.messageId, chat);
  const { toast } = await needs.office.press({
    type: 'press',
    key: messageIdOf(`press-${posted.id ?? crypto.randomUUID()}`),
    messageId: posted.messageId,
    chat,
    sender,
    intent: posted.intent,
    ...(posted.form ? { form: withWantedNames(posted.form) } : {}),
    at: needs.clock.now(),
  });
  return fresh(c).json({ toast: toast ?? null });
}

/** Whose message it is the office knows: of another's nothing happens. */
async function takeRecall(c: Context, needs: RoutesNeeds): Promise<Response> {
  const posted = await readPosted(c, PostedRecall);
  const sender = posted && senderOf(posted, needs.guard);
  if (!posted || !sender || !isOnConsole(posted.messageId)) return refuse(c, 400, 'recall');
  const { messageId } = posted;
  const chat = posted.chat ?? sender.id;
  if (isClosed(needs, chat)) return refuse(c, 403, 'chat');
  // The receipt is about to be redrawn for those who may see this chat.
  needs.places.set(messageIdOf(`reply:${messageId}`), chat);
  const received = needs.office.receive({
    type: 'recall',
    key: messageIdOf(`recall-${messageId}`),
    messageId,
    chat,
    sender,
    at: needs.clock.now(),
  });
  if (received === 'accepted') needs.stream.publish({ type: 'recall', chat, messageId });
  return fresh(c).json({}, 202);
}

/** Who reads: as with what is posted, a token fixes it. */
function readerOf(c: Context, guard: Guard): Reader {
  const [from = '', role] = [c.req.query('from')?.slice(0, 100), c.req.query('role')?.slice(0, 20)];
  const played = { id: from, name: from, ...(role ? { role } : {}) };
  const sender = guard.speaker === undefined ? played : { id: guard.speaker, name: guard.speaker };
  return { sender, lang: c.req.query('lang') === 'en' ? 'en' : 'zh' };
}

/** With a token the person is fixed, and so is what he may do. */
function senderOf(posted: { from?: string; role?: string }, guard: Guard): Sender | undefined {
  if (guard.speaker !== undefined) return { id: guard.speaker, name: guard.speaker };
  if (!posted.from) return undefined;
  return { id: posted.from, name: posted.from, ...(posted.role ? { role: posted.role } : {}) };
}

/** Whoever is fixed by a token sees his own chat and groups, never another person's chat. */
function isClosed(needs: RoutesNeeds, chat: string): boolean {
  const { speaker } = needs.guard;
  if (speaker === undefined || chat === speaker) return false;
  return needs.office.people().some((person) => person.id === chat || person.name === chat);
}

function withWantedNames(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [wantedName(name), value]));
}

async function readPosted<T>(c: Context, shape: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const read = shape.safeParse(body);
  return read.success ? read.data : undefined;
}

function fresh(c: Context): Context {
  c.header('cache-control', 'no-store');
  return c;
}

async function sendAsset(c: Context, needs: ConsoleNeeds, name: string, status: 200 | 401 = 200): Promise<Response> {
  const asset = await needs.asset(name);
  if (!asset) return name === 'index.html' ? c.text('the page is not built: npm run build', 503) : c.notFound();
  const zipped = asset.gzipped && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? asset.gzipped : undefined;
  return c.body(zipped ?? asset.body, status, {
    ...pageHeaders,
    'content-type': asset.type,
    'cache-control': asset.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
  });
}
