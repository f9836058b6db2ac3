/** The Node entry: settings become ports, ports become an office, and the office listens until it is told to stop. */
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { CommandError } from './commands/command.ts';
import { consoleOffice } from './commands/serve/console-office.ts';
import { lockDataDir } from './commands/serve/data-lock.ts';
import type { FeishuSkin } from './commands/serve/feishu-skin.ts';
import { firstAdmin } from './commands/serve/first-admin.ts';
import { watchGaps } from './commands/serve/gap-watch.ts';
import { hangUp, listen, stop } from './commands/serve/listen.ts';
import type { LongConnection, LongConnectionNeeds } from './commands/serve/long-connection.ts';
import { officeDoors } from './commands/serve/office-doors.ts';
import { pageAssets } from './commands/serve/page-assets.ts';
import { pulseOf } from './commands/serve/pulse.ts';
import { type Console, createConsole } from './console/console.ts';
import { isOnConsole } from './console/messenger.ts';
import type { OfficePorts } from './flow/needs.ts';
import type { Office } from './flow/office.ts';
import { createPractisedOffice } from './flow/practice.ts';
import { type MeteredModel, meteredModel } from './model/metered-model.ts';
import { openDb, practiceLedger, readPrompts } from './node-office.ts';
import { type Address, type Clock, type Files, type Log, type Messenger, OutsideError } from './ports.ts';
import { isLoopback, type Settings } from './settings.ts';
import { officeState } from './store/office-state.ts';

export interface Server {
  /** Where it listens: `http://127.0.0.1:8787`. */
  readonly address: string;
  /** One-time code of the first administrator, as long as there is none. */
  readonly adminCode: string | undefined;
  /** Stops taking in, finishes what was taken in, closes the database; within `graceMs`. */
  close(): Promise<void>;
}

/** Ten seconds in all, of which the process itself wants some. */
const graceMs = 8_000;

/** @throws CommandError with one clear line where the server cannot start */
export async function startServer(settings: Settings, log: Log, clock: Clock = wallClock): Promise<Server> {
  const lock = lockDataDir(settings.DATA_DIR);
  const opened = orRelease(lock, () => openDb(join(settings.DATA_DIR, `${settings.TAIZHANG_OFFICE}.db`)));
  const { db } = opened;
  const practice = practiceLedger(join(settings.DATA_DIR, `${settings.TAIZHANG_OFFICE}.practice.db`));
  const skin = settings.LARK_APP_ID ? await feishuOf(settings, log, clock) : undefined;
  const page = settings.CONSOLE === 'on' ? consoleOf(settings, clock) : undefined;
  const model = await modelOf(settings, { clock, log });
  const ports: OfficePorts = {
    db,
    clock,
    log,
    messenger: messengerOf(page, skin),
    files: filesOf(page, skin),
    ...(skin ? { directory: skin.directory, lookup: skin.lookup, readers: skin.readers } : {}),
    ...(skin?.listener ? { listener: skin.listener } : {}),
    spreadsheet,
    workbook: async (bytes) => (await import('./files/workbook.ts')).readWorkbook(bytes),
    prompts: readPrompts(),
    zone: settings.TZ_OFFICE,
    ...(model ? { model } : {}),
  };
  const office = createPractisedOffice(ports, practice);
  const pulse = pulseOf(page ? watched(office, page) : office, clock, log);
  const admin = firstAdmin(db, clock);
  const doors = officeDoors({ office, log, poke: pulse.work, firstAdmin: admin });
  const messengers = {
    receive: async (incoming: Parameters<typeof doors.receive>[0]) => doors.receive(incoming),
    press: doors.press,
  };
  const routes: Hono[] = [];
  if (skin && settings.LARK_MODE === 'webhook') routes.push(skin.routes(messengers));
  if (page)
    routes.push(page.routes(consoleOffice({ db, practice, doors, zone: settings.TZ_OFFICE, clock, spreadsheet })));
  let socket: LongConnection | undefined;
  const gaps = skin
    ? watchGaps({
        ...{ office, clock, log, poke: pulse.work },
        ...(settings.LARK_MODE === 'websocket' ? { openSince: () => socket?.openSince() } : {}),
      })
    : undefined;
  const counts = () => ({ ...doors.counts(), ...gaps?.counts() });
  const app = createApp({
    routes,
    clock,
    log,
    state: () => officeState(db),
    counts,
    ...(model ? { families: model.families } : {}),
  });

  const server = createAdaptorServer({ fetch: app.fetch });
  const address = await listen(server, settings).catch((error: unknown) => {
    pulse.stop();
    opened.close();
    lock.release();
    throw error;
  });
  if (skin && settings.LARK_MODE === 'websocket') {
    socket = await connect(settings, skin, {
      ...{ office: messengers, log, clock, botOpenId: skin.botOpenId },
      reopened: () => void gaps?.look(),
    });
  }
  pulse.tick();
  void gaps?.look();

  let closing: Promise<void> | undefined;
  const close = async () => {
    socket?.close();
    page?.close();
    await Promise.race([gaps?.stop(), pause(graceMs / 4)]);
    await Promise.race([stop(server), pause(graceMs / 4)]);
    hangUp(server);
    // What is left in the inbox is on disk and done at the next start.
    await Promise.race([pulse.finish(), pause(graceMs / 2)]);
    pulse.stop();
    opened.close();
    practice.close();
    lock.release();
  };
  return {
    address,
    get adminCode() {
      return admin.code;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

const spreadsheet: NonNullable<OfficePorts['spreadsheet']> = async (sheets) =>
  (await import('./files/workbook.ts')).writeWorkbook(sheets);

const wallClock: Clock = { now: () => new Date() };

function orRelease<T>(lock: { release(): void }, open: () => T): T {
  try {
    return open();
  } catch (error) {
    lock.release();
    throw new CommandError(`the database cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function feishuOf(settings: Settings, log: Log, clock: Clock): Promise<FeishuSkin | undefined> {
  const { createFeishuSkin } = await import('./commands/serve/feishu-skin.ts');
  if (settings.LARK_MODE === 'webhook' && !settings.LARK_ENCRYPT_KEY && !settings.LARK_VERIFICATION_TOKEN)
    log.warn('neither LARK_ENCRYPT_KEY nor LARK_VERIFICATION_TOKEN is set: every event is refused');
  // Most offices never hear a voice: the decoder is read with the first one.
  const decodeVoice = async (bytes: Uint8Array) => (await import('./files/opus-voice.ts')).decodeVoice(bytes);
  return createFeishuSkin(settings, { clock, log, decodeVoice });
}

async function connect(
  settings: Settings,
  { appId }: FeishuSkin,
  needs: Omit<LongConnectionNeeds, 'appId' | 'appSecret' | 'domain'>,
): Promise<LongConnection> {
  const { openLongConnection } = await import('./commands/serve/long-connection.ts');
  const { LARK_APP_SECRET: appSecret = '', LARK_DOMAIN: domain } = settings;
  return openLongConnection({ ...needs, appId, appSecret, domain });
}

function consoleOf(settings: Settings, clock: Clock): Console {
  const guard = {
    loopback: isLoopback(settings.HOST),
    ...(settings.CONSOLE_TOKEN ? { token: settings.CONSOLE_TOKEN } : {}),
  };
  return createConsole({ settings: guard, clock, asset: pageAssets() });
}

/** Whoever changed the ledger, the open pages hear of it once the office has worked. */
function watched(office: Office, page: Console): Office {
  const noticing = (step: () => Promise<void>) => () => step().finally(page.noticeLedger);
  return { ...office, work: noticing(office.work), tick: noticing(office.tick) };
}

/** With both, each message goes back to where it came from; what nobody asked for goes to Feishu. */
function messengerOf(page: Console | undefined, skin: FeishuSkin | undefined): Messenger {
  if (!skin) return page?.messenger ?? nobody;
  if (!page) return skin.messenger;
  const [there, here] = [skin.messenger, page.messenger];
  const isHere = (address: Address) => address.to === 'message' && isOnConsole(address.messageId);
  return {
    send: (address, reply, key, late) => (isHere(address) ? here : there).send(address, reply, key, late),
    sendFile: (address, file, key, late) => (isHere(address) ? here : there).sendFile!(address, file, key, late),
    update: (messageId, reply) => (isOnConsole(messageId) ? here : there).update(messageId, reply),
  };
}

/** What was dropped on the page is fetched there, everything else from Feishu. */
function filesOf(page: Console | undefined, skin: FeishuSkin | undefined): Files {
  return {
    async fetch(messageId, attachment, most) {
      const from = isOnConsole(messageId) ? page : skin;
      if (!from) throw new OutsideError('nobody holds this file', { retryable: false, code: 'gone' });
      return from.files.fetch(messageId, attachment, most);
    },
  };
}

/** With the page off and no credentials there is nobody to send to. */
const nobody: Messenger = {
  async send(_address, _reply, key) {
    return { messageId: key };
  },
  async update() {},
};

async function modelOf(settings: Settings, needs: { clock: Clock; log: Log }): Promise<MeteredModel | undefined> {
  if (!settings.OPENAI_MODEL) return undefined;
  const { createOpenAiModel } = await import('./model/openai-model.ts');
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = settings;
  return meteredModel(
    createOpenAiModel({ model, ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { baseUrl } : {}) }),
    needs,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
