/** 催一下 by a leader reaches whoever has the matter in hand; names come from the directory. */
import { describe, expect, it } from 'vitest';
import { type Directory, type Listed, OutsideError } from '../../src/ports.ts';
import { replyText } from '../../src/reply.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { findPerson, savePerson } from '../../src/store/people.ts';
import { at, type TestOffice, testOffice } from '../support/fixed.ts';

async function overdue(): Promise<TestOffice> {
  const office = testOffice('2026-11-20 10:00');
  savePerson(office.db, '周区长', { role: 'leader' });
  await office.say('37号提案 社区食堂 7月1日交民政局主办');
  return office;
}
const digest = (office: TestOffice) => office.say('今日简报', { sender: { id: '周区长', name: '周区长' } });
const urges = (office: TestOffice) => office.shown.filter(({ key }) => key.startsWith('urge:'));

describe('a leader', () => {
  it('asks after what is overdue with one tap: recorded, and told to its clerk with a ring', async () => {
    const office = await overdue();
    expect(await digest(office)).toContain('[催一下]');
    await office.press('催一下', '周区长');
    expect(selectEntries(office.db, { kind: 'proposal' })[0]?.days.urge).toEqual(['2026-11-20']);
    expect(urges(office)).toMatchObject([{ address: { to: 'person', id: '李梅', buzz: true } }]);
    expect(replyText(urges(office)[0]!.reply)).toContain('周区长催办 1 件\n案-2026-001');
    expect(office.shown.map(({ reply }) => replyText(reply)).join('\n')).toContain('已通知：李梅');
    // The digest stays where it was.
    expect(office.shown.filter(({ reply }) => reply.title?.startsWith('每日简报'))).toHaveLength(1);
  });

  it('who taps again the same day rings nobody twice', async () => {
    const office = await overdue();
    await digest(office);
    await office.press('催一下', '周区长');
    await office.press('催一下', '周区长');
    expect(urges(office)).toHaveLength(1);
  });

  it('is answered by a reply to what was told', async () => {
    const office = await overdue();
    await digest(office);
    await office.press('催一下', '周区长');
    await office.say('已经答复了', { replyTo: urges(office)[0]!.messageId });
    expect(selectEntries(office.db, { kind: 'proposal' })[0]?.status).toBe('replied');
  });
});

it('a clerk who writes down that he asked rings nobody', async () => {
  const office = await overdue();
  savePerson(office.db, '王强', { role: 'clerk' });
  await office.say('37号提案催办了民政局', { sender: { id: '王强', name: '王强' } });
  expect(urges(office)).toEqual([]);
});

describe('names', () => {
  it('come with the next beat of the clock, and are asked for once', async () => {
    let asked = 0;
    const directory: Directory = {
      async lookUp(ids) {
        asked += 1;
        return ids.map((id) => ({ id, name: '李梅', section: '督查科' }));
      },
    };
    const office = testOffice('2026-11-20 10:00', { directory });
    await office.say('昨天督查农村教育', { sender: { id: 'ou_1' } });
    await office.office.tick();
    await office.office.tick();
    expect(findPerson(office.db, 'ou_1')).toMatchObject({ name: '李梅', section: '督查科' });
    expect(asked).toBe(1);
  });

  it('of the directory come once a day, whoever has left hears nothing, and a newcomer is called by his name', async () => {
    let listed: readonly Listed[] = [
      { id: 'ou_1', name: '李梅', section: '督查科' },
      { id: 'ou_2', name: '周区长' },
      { id: 'ou_3', name: '王强', section: '秘书科' },
    ];
    let asked = 0;
    const directory: Directory = {
      lookUp: async () => [],
      async everybody() {
        asked += 1;
        return listed;
      },
    };
    const office = testOffice('2026-11-19 08:00', { directory });
    savePerson(office.db, 'ou_2', { name: '周区长', role: 'leader' });
    await office.office.tick();
    await office.office.tick();
    await office.say('昨天督查农村教育', { sender: { id: 'ou_3' } });
    expect(findPerson(office.db, 'ou_3')).toMatchObject({ name: '王强', section: '秘书科', role: 'clerk' });
    expect(asked).toBe(1);
    listed = listed.filter(({ id }) => id !== 'ou_2');
    office.clock.at = at('2026-11-20 08:01');
    await office.office.tick();
    office.clock.at = at('2026-11-20 09:00');
    await office.office.tick();
    expect(asked).toBe(2);
    expect(office.shown.filter(({ key }) => key.startsWith('digest:'))).toEqual([]);
    expect(await office.say('人员名单')).toContain('周区长（已离开） | 区领导');
  });

  it('that cannot be asked for hold nothing up', async () => {
    const directory: Directory = {
      async lookUp() {
        throw new OutsideError('down', { retryable: true });
      },
    };
    const office = testOffice('2026-11-20 10:00', { directory });
    await office.say('昨天督查农村教育', { sender: { id: 'ou_1' } });
    await office.office.tick();
    expect(findPerson(office.db, 'ou_1')?.name).toBe('ou_1');
  });
});
