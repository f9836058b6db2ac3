/** The known chats: kept as people speak, made once from an older ledger's history, and read without that history. */
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/kinds/all.ts';
import { readMigrations } from '../../src/node-office.ts';
import { knownChats } from '../../src/store/chats.ts';
import { migrate } from '../../src/store/db.ts';
import { at, testOffice } from '../support/fixed.ts';

const heard = async (office: ReturnType<typeof testOffice>) => {
  const group = { chat: 'oc_group', chatType: 'group' as const };
  await office.say('今天收文3件', { chat: 'oc_p2p', at: at('2026-11-20 09:00') });
  await office.say('今天收文4件', { ...group, at: at('2026-11-20 09:10') });
  await office.say('今天收文5件', { ...group, at: at('2026-11-20 08:10') });
};
const wanted = [
  { chat: 'oc_group', chatType: 'group', lastAt: at('2026-11-20 09:10').toISOString() },
  { chat: 'oc_p2p', chatType: 'p2p', lastAt: at('2026-11-20 09:00').toISOString() },
];

describe('known chats', () => {
  it('are those in which something was said, each with its latest', async () => {
    const office = testOffice();
    await heard(office);
    expect(knownChats(office.db)).toEqual(wanted);
    expect(office.db.all(sql`select person from chats where chat_type = 'p2p'`)).toEqual([{ person: '李梅' }]);
  });

  it('of a ledger from before they were kept are found in its inbox', async () => {
    const office = testOffice();
    await heard(office);
    const chats = "drop table chats; delete from migrations where name = '0004_chats'".split(';');
    for (const statement of chats) office.db.run(sql.raw(statement));
    migrate(office.db, readMigrations(), kinds);
    expect(knownChats(office.db)).toEqual(wanted);
    expect(office.db.all(sql`select person from chats where chat_type = 'p2p'`)).toEqual([{ person: '李梅' }]);
  });

  it('cost the same after years: no step of the query reads the inbox', async () => {
    const office = testOffice();
    await heard(office);
    // Without its inbox the office still knows them.
    office.db.run(sql`alter table inbox rename to inbox_away`);
    expect(knownChats(office.db)).toEqual(wanted);
  });
});
