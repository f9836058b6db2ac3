/** The settings of the process: one schema, read at once, every fault named with its mend. */
import { z } from 'zod';

/** Secrets are never repeated in a message. */
const secret = () => z.string().min(1);

const shape = {
  PORT: z.coerce
    .number('give a whole number from 0 to 65535')
    .int('give a whole number from 0 to 65535')
    .min(0, 'give a whole number from 0 to 65535')
    .max(65535, 'give a whole number from 0 to 65535')
    .default(8787)
    .describe('where the Node server listens; 0 takes any free port'),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'give an address such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1')
    .describe('address the Node server listens on; 0.0.0.0 for all'),
  DATA_DIR: z.string().default('./data').describe('folder of the SQLite files, one per office'),
  TAIZHANG_OFFICE: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'use letters a-z, digits and -, at most 40')
    .default('default')
    .describe('office of the server, the chat page and the commands'),
  TZ_OFFICE: z
    .string()
    .refine(isZone, 'give an IANA time zone such as Asia/Shanghai')
    .default('Asia/Shanghai')
    .describe('time zone given to a new office'),
  LARK_APP_ID: z.string().optional().describe('Feishu / Lark app id (cli_…); without it only the chat page speaks'),
  LARK_APP_SECRET: secret().optional().describe('secret of the app'),
  LARK_ENCRYPT_KEY: secret()
    .optional()
    .describe('Encrypt Key of the event subscription; with it plain events are refused'),
  LARK_VERIFICATION_TOKEN: secret().optional().describe('Verification Token of the event subscription'),
  LARK_DOMAIN: z
    .string()
    .refine(
      (text) => text === 'feishu' || text === 'lark' || isBaseUrl(text),
      'give feishu, lark or a base URL (https://…)',
    )
    .default('feishu')
    .describe('`feishu`, `lark`, or the base URL of a private deployment'),
  LARK_MODE: z
    .enum(['webhook', 'websocket'], 'give webhook or websocket')
    .default('webhook')
    .describe('`webhook`, or `websocket` (long connection, no public address needed; Node only)'),
  OPENAI_API_KEY: secret().optional().describe('key of any OpenAI-compatible service; the bot works without one'),
  OPENAI_BASE_URL: z
    .string()
    .refine(isBaseUrl, 'give a base URL such as http://127.0.0.1:8000/v1')
    .optional()
    .describe('address of that service, when it is not OpenAI’s own'),
  OPENAI_MODEL: z.string().optional().describe('name of the model; needed with a key or an address'),
  CONSOLE: z.enum(['on', 'off'], 'give on or off').optional().describe('the local chat page: `on` or `off`'),
  CONSOLE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e\u00a1-\uffff]+$/, 'leave out blanks')
    .optional()
    .describe(
      'password of the chat page, needed when HOST is not this machine alone; `NAME:PASSWORD` also says who speaks',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'give debug, info, warn, error or silent')
    .default('info')
    .describe('how much is logged (JSON lines on stderr)'),
};

const Shape = z.object(shape);
type Name = keyof typeof shape;

export type Settings = Omit<z.infer<typeof Shape>, 'CONSOLE'> & { readonly CONSOLE: 'on' | 'off' };
export type Environment = Readonly<Record<string, string | undefined>>;

const secrets: ReadonlySet<Name> = new Set([
  'LARK_APP_SECRET',
  'LARK_ENCRYPT_KEY',
  'LARK_VERIFICATION_TOKEN',
  'OPENAI_API_KEY',
  'CONSOLE_TOKEN',
]);

/** Name, default and meaning of every setting, in the order of the documentation. */
export const settingsTable: readonly { name: string; standard: string; meaning: string }[] = names().map((name) => {
  const given = shape[name].safeParse(undefined);
  const standard = name === 'CONSOLE' ? 'on without Lark credentials, else off' : String(given.data ?? '–');
  return { name, standard, meaning: shape[name].description ?? '' };
});

/** Every fault at once, each a line with its mend. A setting that is empty is one that is not given. */
export function readSettings(environment: Environment): { settings: Settings } | { faults: string[] } {
  const given = Object.fromEntries(
    names().flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Name, string>>;
  const faults = [...valueFaults(given), ...togetherFaults(given)];
  if (faults.length > 0) return { faults };
  const settings = Shape.parse(given);
  return { settings: { ...settings, CONSOLE: settings.CONSOLE ?? (settings.LARK_APP_ID ? 'off' : 'on') } };
}

/** Whether the address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

function names(): Name[] {
  return Object.keys(shape) as Name[];
}

function valueFaults(given: Partial<Record<Name, string>>): string[] {
  return names().flatMap((name) => {
    const read = shape[name].safeParse(given[name]);
    if (read.success) return [];
    const shown = secrets.has(name) ? name : `${name}=${given[name]}`;
    return [`${shown}: ${read.error.issues[0]?.message ?? 'not understood'}`];
  });
}

/** What is wrong only together. */
function togetherFaults(given: Partial<Record<Name, string>>): string[] {
  const faults: string[] = [];
  const lark = given.LARK_APP_ID !== undefined && given.LARK_APP_SECRET !== undefined;
  if (given.LARK_APP_ID && !given.LARK_APP_SECRET)
    faults.push('LARK_APP_SECRET is missing: LARK_APP_ID needs it; take it from the app’s credentials page');
  if (!given.LARK_APP_ID && given.LARK_APP_SECRET)
    faults.push('LARK_APP_ID is missing: LARK_APP_SECRET needs it; take it from the app’s credentials page');
  for (const name of ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'] as const) {
    if (given[name] && !given.LARK_APP_ID && !given.LARK_APP_SECRET)
      faults.push(`${name} stands alone: give LARK_APP_ID and LARK_APP_SECRET too, or take it out`);
  }
  if (given.LARK_MODE === 'websocket' && !given.LARK_APP_ID && !given.LARK_APP_SECRET)
    faults.push('LARK_MODE=websocket: give LARK_APP_ID and LARK_APP_SECRET, or take it out');
  if (given.OPENAI_MODEL && !given.OPENAI_API_KEY && !given.OPENAI_BASE_URL)
    faults.push('OPENAI_MODEL stands alone: give OPENAI_API_KEY (or OPENAI_BASE_URL of a service without keys) too');
  if (!given.OPENAI_MODEL && (given.OPENAI_API_KEY || given.OPENAI_BASE_URL))
    faults.push('OPENAI_MODEL is missing: say which model answers, or take OPENAI_API_KEY and OPENAI_BASE_URL out');
  const page = given.CONSOLE ?? (lark ? 'off' : 'on');
  if (page === 'on' && given.HOST && !isLoopback(given.HOST) && !given.CONSOLE_TOKEN)
    faults.push(
      `CONSOLE_TOKEN is missing: with HOST=${given.HOST} others reach the chat page; give a token, or CONSOLE=off`,
    );
  return faults;
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

function isBaseUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}
