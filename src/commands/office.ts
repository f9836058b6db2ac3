/** Opens the office a command speaks of, with "now" as told, and closes it again. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createOffice, type Office } from '../flow/office.ts';
import { meteredModel } from '../model/metered-model.ts';
import { type OpenedDb, openDb, readPrompts } from '../node-office.ts';
import type { Clock, Log, Messenger, Model } from '../ports.ts';
import { type Environment, readSettings, type Settings } from '../settings.ts';
import type { Db } from '../store/db.ts';
import { readSetting } from '../store/people.ts';
import { instantOf } from '../time/day.ts';
import { type Arguments, CommandError, option, UsageError } from './command.ts';
import { makeFolder } from './make-folder.ts';

export interface OpenedOffice {
  readonly db: Db;
  readonly office: Office;
  readonly settings: Settings;
  readonly prompts: Readonly<Record<string, string>>;
  readonly model?: Model;
  readonly zone: string;
  /** What "now" is; `say --jsonl` moves it from line to line. */
  readonly clock: Clock & { set(now: Date): void };
}

/** Runs something on the office of the arguments. Nothing is ever sent: there is no messenger behind a command. */
export async function withOffice<T>(args: Arguments, run: (opened: OpenedOffice) => T | Promise<T>): Promise<T> {
  const settings = settingsFromEnvironment();
  const opened = openArguments(args, settings);
  try {
    const zone = readSetting(opened.db, 'zone', settings.TZ_OFFICE);
    const clock = movableClock(args, zone);
    const prompts = readPrompts();
    const log = logAt(settings.LOG_LEVEL);
    const model = await modelOf(settings, log);
    const office = createOffice({
      db: opened.db,
      clock,
      log,
      messenger: nobody,
      prompts,
      zone,
      ...(model ? { model } : {}),
    });
    return await run({ db: opened.db, office, settings, prompts, zone, clock, ...(model ? { model } : {}) });
  } finally {
    opened.close();
  }
}

/** The environment with what `.env` in the folder adds to it. */
export function readEnvironment(): Environment {
  if (existsSync('.env')) readEnvFile();
  return process.env;
}

/** The settings of the environment, with those of `.env` in the folder where the command is called. */
export function settingsFromEnvironment(): Settings {
  const read = readSettings(readEnvironment());
  if ('faults' in read) throw new CommandError(read.faults.join('\n'));
  return read.settings;
}

function readEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    throw new CommandError(`.env cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function openArguments(args: Arguments, settings: Settings): OpenedDb {
  const file = option(args, 'db') ?? join(settings.DATA_DIR, `${officeName(args, settings)}.db`);
  try {
    if (file !== ':memory:') makeFolder(dirname(resolve(file)));
    return openDb(file);
  } catch (error) {
    throw new CommandError(`cannot open ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function officeName(args: Arguments, settings: Settings): string {
  const name = option(args, 'office') ?? settings.TAIZHANG_OFFICE;
  if (!/^[a-z0-9-]{1,40}$/.test(name))
    throw new UsageError(`office "${name}": letters a-z, digits and - only, at most 40`);
  return name;
}

function movableClock(args: Arguments, zone: string): OpenedOffice['clock'] {
  const at = option(args, 'at');
  let fixed = at === undefined ? undefined : instantIn(at, zone);
  return {
    now: () => fixed ?? new Date(),
    set: (now) => {
      fixed = now;
    },
  };
}

/**
 * An ISO instant; without an offset it is office time.
 * @throws UsageError for anything else
 */
export function instantIn(text: string, zone: string): Date {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  const instant = local ? instantOf(local[1] ?? '', local[2] ?? '00:00', zone) : new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new UsageError(`"${text}" is no time; say 2026-11-20T09:00 or with an offset`);
  return instant;
}

async function modelOf(settings: Settings, log: Log): Promise<Model | undefined> {
  if (!settings.OPENAI_API_KEY && !settings.OPENAI_BASE_URL) return undefined;
  const { createOpenAiModel } = await import('../model/openai-model.ts');
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = settings;
  const service = {
    ...(model ? { model } : {}),
    ...(apiKey ? { apiKey } : {}),
    ...(baseUrl ? { baseUrl } : {}),
  };
  // How long it takes is measured on the real clock, whatever "now" is taken to be.
  return meteredModel(createOpenAiModel(service), { clock: { now: () => new Date() }, log });
}

/** Faults always show; what else happens only where somebody looks for it. */
export function logAt(level: Settings['LOG_LEVEL']): Log {
  const line = (event: string, facts?: Record<string, unknown>): void => {
    process.stderr.write(`${event} ${JSON.stringify(facts ?? {})}
`);
  };
  const closely = level === 'debug' || level === 'trace' ? line : () => {};
  return { info: closely, warn: closely, error: line };
}

const nobody: Messenger = {
  async send(address, _reply, key) {
    return { messageId: address.to === 'message' ? `reply-to-${address.messageId}` : key };
  },
  async update() {},
};
