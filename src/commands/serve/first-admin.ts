/** The first administrator of an office: whoever sends the one-time code that the server printed. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock, IncomingMessage } from '../../ports.ts';
import type { Reply } from '../../reply.ts';
import type { Db } from '../../store/db.ts';
import { knownKey, takeIn } from '../../store/inbox.ts';
import { queueDelivery } from '../../store/outbox.ts';
import { listPeople, readSetting, savePerson, saveSetting } from '../../store/people.ts';

export interface FirstAdmin {
  /** Printed for whoever can read the server's terminal; undefined once the office has an administrator. */
  readonly code: string | undefined;
  /** @returns whether the message was the code; then it is answered and nothing else may look at it */
  take(incoming: IncomingMessage): boolean;
}

/** Without 0 and O, 1 and I: it is typed by hand from a terminal. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The code lives in this process only; a restart prints another one. */
export function firstAdmin(db: Db, clock: Clock): FirstAdmin {
  let code = listPeople(db).some((person) => person.role === 'admin') ? undefined : newCode();
  return {
    get code() {
      return code;
    },
    take(incoming) {
      if (code === undefined || !same(incoming.text.trim().toUpperCase(), code)) return false;
      const { sender } = incoming;
      const at = clock.now().toISOString();
      const taken = db.transaction((tx) => {
        const tenant = readSetting<string | null>(tx, 'tenant', null);
        if (knownKey(tx, incoming.key, incoming.aliases ?? [])) return false;
        if (sender.tenant && tenant && sender.tenant !== tenant) return false;
        if (sender.tenant && !tenant) saveSetting(tx, 'tenant', sender.tenant);
        savePerson(tx, sender.id, { ...(sender.name ? { name: sender.name } : {}), role: 'admin' });
        const { key, chat, messageId } = incoming;
        const outcome = { reply, records: [], changes: [], refused: null };
        takeIn(
          tx,
          { key, chat, messageId, at: incoming.at.toISOString(), state: 'done', payload: null, outcome },
          incoming.aliases ?? [],
        );
        queueDelivery(tx, {
          key: `reply:${key}`,
          chat,
          address: { to: 'message', messageId, chat },
          reply,
          about: [],
          at,
        });
        return true;
      });
      if (taken) code = undefined;
      return taken;
    },
  };
}

const reply: Reply = {
  lang: 'zh',
  tone: 'good',
  title: '您现在是本单位的管理员',
  blocks: [
    { type: 'text', text: '一次性口令已失效。您可以给同事设定角色，例如说“把王科长设为科长”。' },
    { type: 'note', text: 'You are now the administrator of this office; the code no longer works.' },
  ],
};

function newCode(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
