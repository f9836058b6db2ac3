/** The door for what Feishu posts: nothing behind it sees a request that is not proved to come from Feishu. */
import { cardSignature, decrypt, eventSignature, sameSecret } from './crypto.ts';
import { type FeishuEvent, feishuEvent, instant, type Json, record, text } from './feishu-event.ts';
import { readBody } from './read-body.ts';

export interface DoorSettings {
  readonly appId?: string;
  readonly encryptKey?: string;
  readonly verificationToken?: string;
}

export type DoorResult =
  | { readonly type: 'challenge'; readonly challenge: string }
  | { readonly type: 'event'; readonly event: FeishuEvent }
  | { readonly type: 'refused'; readonly status: 400 | 401 | 403 | 405 | 413 | 415; readonly reason: string };

/** Feishu never resends a card callback, so an old one is a replay. Message events are resent for hours. */
const cardWindowMs = 60 * 60 * 1000;

const mostBytes = 1024 * 1024;

/**
 * The order matters: the encrypted challenge carries no signature, so a body is opened before its signature is
 * asked for (Feishu, "send notifications to developer's server").
 */
export async function openDoor(settings: DoorSettings, request: Request, now: Date): Promise<DoorResult> {
  if (request.method !== 'POST') return refused(405, 'only POST');
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refused(415, 'only application/json');
  }
  const body = await readBody(request, mostBytes);
  if (body === null) return refused(413, 'above 1 MB');
  const outer = parsed(decoded(body));
  if (!outer) return refused(400, 'not a JSON object');

  const encrypted = outer.encrypt !== undefined;
  const posted = encrypted ? await opened(settings, outer) : outer;
  if (!posted) return refused(400, 'the ciphertext cannot be read');
  if (posted.type === 'url_verification') return challenge(settings, posted);

  const event = feishuEvent(posted);
  const proof: Proof = { request, body, encrypted };
  const fault = event ? await proveEvent(settings, event, proof) : await proveUnknown(settings, posted, proof);
  if (fault) return fault;
  if (!event) return refused(400, 'no event');
  return admit(settings, timed(event, request), now);
}

interface Proof {
  readonly request: Request;
  readonly body: Uint8Array;
  readonly encrypted: boolean;
}

type Refusal = Extract<DoorResult, { type: 'refused' }>;

async function challenge(settings: DoorSettings, posted: Json): Promise<DoorResult> {
  if (settings.verificationToken && !(await sameSecret(text(posted.token) ?? '', settings.verificationToken))) {
    return refused(401, 'wrong verification token');
  }
  const word = text(posted.challenge);
  return word ? { type: 'challenge', challenge: word } : refused(400, 'a challenge without its word');
}

async function proveEvent(settings: DoorSettings, event: FeishuEvent, proof: Proof): Promise<Refusal | undefined> {
  if (event.form === 'card') return proveCard(settings, proof);
  if (!settings.encryptKey && !settings.verificationToken) {
    return refused(403, 'neither an encrypt key nor a verification token is set, so nothing can be believed');
  }
  return (await proveSignature(settings, proof)) ?? (await proveToken(settings, event.token));
}

/** A body in no known form is answered like an event, so that a stranger learns nothing about forms. */
async function proveUnknown(settings: DoorSettings, posted: Json, proof: Proof): Promise<Refusal | undefined> {
  const token = text(record(posted.header)?.token) ?? text(posted.token);
  return (await proveSignature(settings, proof)) ?? (await proveToken(settings, token));
}

async function proveSignature(settings: DoorSettings, proof: Proof): Promise<Refusal | undefined> {
  if (!settings.encryptKey) return undefined;
  if (!proof.encrypted) return refused(403, 'an event must be encrypted');
  const expected = await eventSignature(signedPart(proof, settings.encryptKey));
  return (await signatureIs(proof, expected)) ? undefined : refused(401, 'wrong signature');
}

async function proveToken(settings: DoorSettings, token: string | undefined): Promise<Refusal | undefined> {
  if (!settings.verificationToken) return undefined;
  return (await sameSecret(token ?? '', settings.verificationToken))
    ? undefined
    : refused(401, 'wrong verification token');
}

/** The older card callback is never encrypted; it is signed with the verification token. */
async function proveCard(settings: DoorSettings, proof: Proof): Promise<Refusal | undefined> {
  if (!settings.verificationToken) return refused(403, 'no verification token is set');
  const expected = await cardSignature(signedPart(proof, settings.verificationToken));
  return (await signatureIs(proof, expected)) ? undefined : refused(401, 'wrong signature');
}

function signedPart(proof: Proof, secret: string) {
  const { headers } = proof.request;
  return {
    timestamp: headers.get('x-lark-request-timestamp') ?? '',
    nonce: headers.get('x-lark-request-nonce') ?? '',
    secret,
    body: proof.body,
  };
}

function signatureIs(proof: Proof, expected: string): Promise<boolean> {
  return sameSecret(proof.request.headers.get('x-lark-signature')?.toLowerCase() ?? '', expected);
}

function admit(settings: DoorSettings, event: FeishuEvent, now: Date): DoorResult {
  const otherApp = settings.appId !== undefined && event.appId !== undefined && event.appId !== settings.appId;
  if (otherApp || (settings.appId && event.form === 'v2' && !event.appId)) return refused(403, 'for another app');
  if (event.type.startsWith('card.action.trigger')) {
    const age = event.createdAt ? Math.abs(now.getTime() - event.createdAt.getTime()) : 0;
    if (age > cardWindowMs) return refused(403, 'a card callback that is not fresh');
  }
  return { type: 'event', event };
}

/** The bare card callback has no time of its own; the signed header has. */
function timed(event: FeishuEvent, request: Request): FeishuEvent {
  const at = instant(request.headers.get('x-lark-request-timestamp'));
  return event.createdAt || event.form !== 'card' || !at ? event : { ...event, createdAt: at };
}

async function opened(settings: DoorSettings, outer: Json): Promise<Json | null> {
  const encrypted = text(outer.encrypt);
  if (!settings.encryptKey || !encrypted) return null;
  try {
    return parsed(await decrypt(settings.encryptKey, encrypted));
  } catch {
    return null;
  }
}

function decoded(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function parsed(json: string | null): Json | null {
  if (json === null) return null;
  try {
    return record(JSON.parse(json)) ?? null;
  } catch {
    return null;
  }
}

function refused(status: Refusal['status'], reason: string): Refusal {
  return { type: 'refused', status, reason };
}
