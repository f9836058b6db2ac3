/** The practice ledger knows the office's people, units and settings, and nothing of its records. */
import type { Db } from './db.ts';
import { findInboxMessage } from './inbox.ts';
import { findDeliveryByMessage } from './outbox.ts';
import { listPeople, listSettings, listUnits, savePerson, saveSetting, saveUnit } from './people.ts';

/** Brings names, roles and settings up to date before somebody practises. */
export function copyOffice(from: Db, to: Db): void {
  to.transaction((tx) => {
    for (const { id, ...person } of listPeople(from)) savePerson(tx, id, person);
    for (const unit of listUnits(from)) saveUnit(tx, unit);
    for (const { name, value } of listSettings(from)) saveSetting(tx, name, value);
  });
}

/** Whether a message, theirs or ours, belongs to this ledger's conversations. */
export function holdsMessage(db: Db, messageId: string): boolean {
  return findInboxMessage(db, messageId) !== undefined || findDeliveryByMessage(db, messageId) !== undefined;
}
