/** Who speaks: a person the office knows, a member of its tenant, or a stranger. */
import type { Sender } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { findPerson, type Person, type Role, readSetting, roles, savePerson } from '../store/people.ts';
import { findInRoster } from '../store/roster.ts';

/** Finds or notes the person; a member not yet known speaks with the office's default role. */
export function speakerOf(db: Db, sender: Sender, text: string): Person {
  const known = findPerson(db, sender.id);
  const tenant = readSetting<string | null>(db, 'tenant', null);
  if (sender.tenant && tenant && sender.tenant !== tenant) return stranger(sender);
  if (known) {
    const given = roleOf(sender.role);
    return given && given !== known.role && !sender.tenant ? { ...known, role: given } : known;
  }
  const role = roleOf(sender.role) ?? roleOf(readSetting<string>(db, 'memberRole', 'clerk')) ?? 'clerk';
  if (role === 'none') return stranger(sender);
  const listed = findInRoster(db, sender.id);
  savePerson(db, sender.id, {
    name: sender.name ?? listed?.name ?? sender.id,
    role,
    ...(listed?.section ? { section: listed.section } : {}),
    lang: /\p{Script=Han}/u.test(text) || !/[a-z]{2}/i.test(text) ? 'zh' : 'en',
  });
  return findPerson(db, sender.id) ?? stranger(sender);
}

function roleOf(text: string | undefined): Role | undefined {
  return roles.find((role) => role === text);
}

function stranger(sender: Sender): Person {
  return { id: sender.id, name: sender.name ?? sender.id, role: 'none', section: '', lang: 'zh', address: null };
}
