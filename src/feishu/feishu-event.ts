/** One shape for what Feishu posts: events of schema 2.0 and 1.0, and the bare body of the older card callback. */

export type Json = Readonly<Record<string, unknown>>;

export interface FeishuEvent {
  /** `card` is the older card callback, which has no envelope. */
  readonly form: 'v2' | 'v1' | 'card';
  readonly id: string;
  readonly type: string;
  /** The verification token it carries; the bare card callback has none. */
  readonly token?: string;
  readonly appId?: string;
  readonly tenant?: string;
  readonly createdAt?: Date;
  readonly body: Json;
}

/** @returns null for a body in none of the three forms */
export function feishuEvent(posted: Json): FeishuEvent | null {
  const body = record(posted.event);
  if (text(posted.schema) === '2.0' || record(posted.header)) return secondSchema(record(posted.header), body);
  if (body && text(posted.type) === 'event_callback') return firstSchema(posted, body);
  if (record(posted.action) && text(posted.open_message_id)) return bareCard(posted);
  return null;
}

function secondSchema(header: Json | undefined, body: Json | undefined): FeishuEvent | null {
  const type = text(header?.event_type);
  const id = text(header?.event_id);
  if (!header || !body || !type || !id) return null;
  return {
    form: 'v2',
    id,
    type,
    ...optional('token', text(header.token)),
    ...optional('appId', text(header.app_id)),
    ...optional('tenant', text(header.tenant_key)),
    ...optional('createdAt', instant(header.create_time)),
    body,
  };
}

function firstSchema(posted: Json, body: Json): FeishuEvent | null {
  const type = text(body.type);
  const id = text(posted.uuid);
  if (!type || !id) return null;
  return {
    form: 'v1',
    id,
    type,
    ...optional('token', text(posted.token)),
    ...optional('appId', text(body.app_id)),
    ...optional('tenant', text(body.tenant_key)),
    ...optional('createdAt', instant(posted.ts)),
    body,
  };
}

/** Its `token` is the one for updating the card; it is proved by its signature alone. */
function bareCard(posted: Json): FeishuEvent | null {
  const id = text(posted.token);
  if (!id) return null;
  return {
    form: 'card',
    id,
    type: 'card.action.trigger_v1',
    ...optional('tenant', text(posted.tenant_key)),
    body: posted,
  };
}

/** Feishu writes seconds (with a fraction), milliseconds and, in card callbacks, microseconds. */
export function instant(value: unknown): Date | undefined {
  const digits = typeof value === 'number' ? String(value) : text(value);
  if (!digits || !/^\d{9,17}(\.\d+)?$/.test(digits)) return undefined;
  const whole = digits.split('.')[0]!.length;
  const ms = whole >= 15 ? Number(digits) / 1000 : whole >= 12 ? Number(digits) : Number(digits) * 1000;
  return new Date(Math.floor(ms));
}

export function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** A string that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
