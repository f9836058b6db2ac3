/** The Cloudflare entry: every office is one Durable Object with its own SQLite storage, alarm and queue. */
import { drizzle } from 'drizzle-orm/durable-sqlite';
import start from '../migrations/0000_start.sql';
import feedback from '../migrations/0001_feedback.sql';
import practice from '../migrations/0002_practice.sql';
import sentFiles from '../migrations/0003_sent_files.sql';
import chats from '../migrations/0004_chats.sql';
import parts from '../migrations/0005_parts.sql';
import roster from '../migrations/0006_roster.sql';
import passage from '../prompts/passage.md';
import readMessage from '../prompts/read-message.md';
import readQuestion from '../prompts/read-question.md';
import { createApp } from './app.ts';
import { createFeishuSkin } from './commands/serve/feishu-skin.ts';
import { officeDoors } from './commands/serve/office-doors.ts';
import { createOffice, type Office as Flow } from './flow/office.ts';
import { kinds } from './kinds/all.ts';
import { type MeteredModel, meteredModel } from './model/metered-model.ts';
import { createOpenAiModel } from './model/openai-model.ts';
import type { Clock, Log } from './ports.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';
import { type Db, drizzleOptions, migrate } from './store/db.ts';
import { officeState } from './store/office-state.ts';
import { readSetting } from './store/people.ts';
import { addDays, clockOf, instantOf } from './time/day.ts';

const migrations = [
  { name: '0000_start', sql: start },
  { name: '0001_feedback', sql: feedback },
  { name: '0002_practice', sql: practice },
  { name: '0003_sent_files', sql: sentFiles },
  { name: '0004_chats', sql: chats },
  { name: '0005_parts', sql: parts },
  { name: '0006_roster', sql: roster },
];
const prompts = { passage, 'read-message': readMessage, 'read-question': readQuestion };

/** What Cloudflare hands to a Durable Object, as far as it is used here. */
interface ObjectState {
  readonly storage: { setAlarm(at: number): Promise<void> };
  waitUntil(work: Promise<unknown>): void;
}

interface Bindings {
  readonly OFFICE: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
}

/** If the object is taken down in the middle of its work, this alarm brings it back. */
const rescueMs = 30_000;

const clock: Clock = { now: () => new Date() };
const line = (level: string) => (event: string, facts?: Record<string, unknown>) =>
  console.log(JSON.stringify({ level, event, ...facts }));
const log: Log = { info: line('info'), warn: line('warn'), error: line('error') };

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const settings = settingsOf(env);
    if (!settings) return Response.json({ error: 'settings' }, { status: 500 });
    return env.OFFICE.get(env.OFFICE.idFromName(settings.TAIZHANG_OFFICE)).fetch(request);
  },
};

/** Cloudflare wants a class; everything it does is in the functions below. */
export class Office {
  readonly #state: ObjectState;
  readonly #running: Running | undefined;

  constructor(state: ObjectState, env: Bindings) {
    this.#state = state;
    const settings = settingsOf(env);
    this.#running = settings && runOffice(state, settings);
  }

  async fetch(request: Request): Promise<Response> {
    if (!this.#running) return Response.json({ error: 'settings' }, { status: 500 });
    // Hono reads only `waitUntil` of the context.
    return this.#running.fetch(request, this.#state);
  }

  async alarm(): Promise<void> {
    await this.#running?.alarm();
  }
}

interface Running {
  fetch(request: Request, state: ObjectState): Response | Promise<Response>;
  alarm(): Promise<void>;
}

function runOffice(state: ObjectState, settings: Settings): Running {
  const db = drizzle(state.storage as never, drizzleOptions) as unknown as Db;
  migrate(db, migrations, kinds);
  const skin = createFeishuSkin(settings, { clock, log });
  const model = modelOf(settings);
  const office = createOffice({
    db,
    clock,
    log,
    messenger: skin?.messenger ?? nobody,
    // Workbooks are not read here: the library for them is larger than the rest of the bundle. Nor are voices heard:
    // their decoder compiles itself as it runs, which is not allowed here.
    ...(skin ? { files: skin.files, directory: skin.directory, lookup: skin.lookup, readers: skin.readers } : {}),
    prompts,
    zone: settings.TZ_OFFICE,
    ...(model ? { model } : {}),
  });
  let readTo: Date | undefined;
  const scheduleNext = () => state.storage.setAlarm(nextAlarm(db, office, settings.TZ_OFFICE));
  const work = async () => {
    await state.storage.setAlarm(clock.now().getTime() + rescueMs);
    await office.work();
    await scheduleNext();
  };
  const poke = () =>
    state.waitUntil(work().catch((error: unknown) => log.error('the office could not work', { error: String(error) })));
  const doors = officeDoors({ office, log, poke });
  const routes = skin
    ? [skin.routes({ receive: async (incoming) => doors.receive(incoming), press: doors.press })]
    : [];
  const app = createApp({
    routes,
    clock,
    log,
    state: () => officeState(db),
    counts: doors.counts,
    ...(model ? { families: model.families } : {}),
  });
  return {
    fetch: (request, context) => app.fetch(request, {}, context as never),
    async alarm() {
      // Requests that never came are found when the object wakes by its clock.
      const begun = clock.now();
      const { unread } = await office.readBack(readTo);
      if (unread === 0) readTo = begun;
      await office.tick();
      await scheduleNext();
    },
  };
}

/** The next thing held back, or the next digest, whichever is earlier. */
function nextAlarm(db: Db, office: Flow, standardZone: string): number {
  const zone = readSetting(db, 'zone', standardZone);
  const digestAt = readSetting(db, 'digestAt', '08:30');
  const now = clock.now();
  const { day } = clockOf(now, zone);
  const today = instantOf(day, digestAt, zone);
  const digest = today > now ? today : instantOf(addDays(day, 1), digestAt, zone);
  const held = office.wake();
  return Math.min(digest.getTime(), held === null ? Number.POSITIVE_INFINITY : new Date(held).getTime());
}

/** There is no chat page here: a Worker is reachable by everybody. */
function settingsOf(env: Bindings): Settings | undefined {
  const read = readSettings({ ...(env as unknown as Environment), CONSOLE: 'off' });
  if ('settings' in read) return read.settings;
  for (const fault of read.faults) log.error('a setting is faulty', { fault });
  return undefined;
}

function modelOf(settings: Settings): MeteredModel | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = settings;
  if (!model) return undefined;
  const service = { model, ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { baseUrl } : {}) };
  return meteredModel(createOpenAiModel(service), { clock, log });
}

const nobody = {
  send: async (_address: unknown, _reply: unknown, key: string) => ({ messageId: key }),
  update: async () => {},
};
