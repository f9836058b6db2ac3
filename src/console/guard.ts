/** Who may use the chat page: foreign sites never, other machines only with the token. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export interface GuardSettings {
  /** Password of the page; `NAME:PASSWORD` also says who speaks. */
  readonly token?: string;
  /** Reached from this machine only. */
  readonly loopback: boolean;
}

export interface Guard {
  /** Refuses foreign sites, on every route. */
  readonly ownSite: MiddlewareHandler;
  /** Refuses whoever does not hold the token, where there is one. */
  readonly member: MiddlewareHandler;
  /** Who speaks whatever is asked for; undefined where anybody may be played. */
  readonly speaker: string | undefined;
  /** Takes a token from the page and remembers it in a cookie. @returns whether it fits */
  enter(c: Context, token: string): Promise<boolean>;
}

const cookie = 'taizhang_console';
const halfYearSeconds = 180 * 24 * 3600;

export function createGuard(settings: GuardSettings): Guard {
  const { token } = settings;
  const [name, password] = partsOf(token);
  const fits = async (given: string | undefined): Promise<boolean> => {
    if (token === undefined) return true;
    if (given === undefined) return false;
    const mark = await digest(given);
    return same(mark, await digest(token)) || same(mark, await digest(password));
  };
  const cookieValue = async () => digest(`cookie ${token}`);

  return {
    speaker: token === undefined ? undefined : (name ?? 'console'),
    async ownSite(c, next) {
      const own = new URL(c.req.url);
      const origin = c.req.header('origin');
      if (origin !== undefined && originHost(origin) !== own.host) return refuse(c, 403, 'foreign-origin');
      // A foreign name that resolves to this machine has an Origin that fits; its own name gives it away.
      if (token === undefined && settings.loopback && !isThisMachine(own.hostname))
        return refuse(c, 403, 'foreign-host');
      await next();
    },
    async member(c, next) {
      if (token === undefined) return next();
      const bearer = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]?.trim();
      if (bearer !== undefined ? await fits(bearer) : same(getCookie(c, cookie) ?? '', await cookieValue()))
        return next();
      deleteCookie(c, cookie);
      return refuse(c, 401, 'token');
    },
    async enter(c, given) {
      if (!(await fits(given))) return false;
      if (token !== undefined) {
        setCookie(c, cookie, await cookieValue(), {
          httpOnly: true,
          sameSite: 'Strict',
          path: '/',
          maxAge: halfYearSeconds,
          secure: new URL(c.req.url).protocol === 'https:',
        });
      }
      return true;
    },
  };
}

export function refuse(c: Context, status: 400 | 401 | 403 | 404 | 413 | 415 | 503, reason: string): Response {
  return c.json({ error: reason }, status);
}

function partsOf(token: string | undefined): [name: string | undefined, password: string] {
  const parts = /^([^:]{1,40}):(.+)$/.exec(token ?? '');
  return parts ? [parts[1], parts[2] ?? ''] : [undefined, token ?? ''];
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes the same time whatever differs. */
function same(a: string, b: string): boolean {
  let differences = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1)
    differences |= a.charCodeAt(index) ^ b.charCodeAt(index % (b.length || 1));
  return differences === 0;
}
