/** A press on a card's button, in the newer and the older form of the callback. */
import { wantedName } from '../card/form-names.ts';
import type { IncomingPress } from '../ports.ts';
import { type FeishuEvent, type Json, record, text } from './feishu-event.ts';
import type { Self } from './messages.ts';

export function press(event: FeishuEvent, self: Self): IncomingPress | null {
  const { body } = event;
  const operator = record(body.operator);
  const context = record(body.context);
  const action = record(body.action);
  const messageId = text(context?.open_message_id) ?? text(body.open_message_id);
  const person = text(operator?.open_id) ?? text(body.open_id);
  if (!action || !messageId || !person || !event.createdAt) return null;
  const tenant = text(operator?.tenant_key) ?? event.tenant;
  const token = text(body.token);
  const form = record(action.form_value);
  const lang = objectIn(action.value)?.lang;
  return {
    type: 'press',
    key: `feishu:${self.appId}:press:${event.id}`,
    // With both callbacks subscribed one press comes twice, under the same token.
    ...(token && token !== event.id ? { aliases: [`feishu:${self.appId}:press:${token}`] } : {}),
    messageId,
    chat: text(context?.open_chat_id) ?? text(body.open_chat_id) ?? '',
    sender: { id: person, ...(tenant ? { tenant } : {}) },
    intent: held(action.value),
    ...(lang === 'zh' || lang === 'en' ? { lang } : {}),
    ...(form ? { form: formValues(form) } : {}),
    at: event.createdAt,
  };
}

/** The platform passes the button's value on as an object or as the JSON text of one. */
function held(value: unknown): unknown {
  const object = objectIn(value);
  return object === undefined ? undefined : (objectIn(object.intent) ?? object.intent);
}

function objectIn(value: unknown): Json | undefined {
  if (typeof value !== 'string') return record(value);
  try {
    return record(JSON.parse(value));
  } catch {
    return undefined;
  }
}

/** A date picker gives `2026-03-04 +0800`: the day is what was chosen, the zone is the phone's. */
function formValues(form: Json): Json {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      wantedName(name),
      typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2}) [+-]\d{4}$/, '$1') : value,
    ]),
  );
}
