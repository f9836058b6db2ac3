/** Greetings: once a person, once a group, however often chats are opened; the menu does what its entry says. */
import { describe, expect, it } from 'vitest';
import type { IncomingOpening } from '../../src/ports.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { savePerson, saveSetting } from '../../src/store/people.ts';
import { type TestOffice, testOffice } from '../support/fixed.ts';

let serial = 0;
async function opens(office: TestOffice, more: Partial<IncomingOpening> = {}): Promise<void> {
  const key = `e${++serial}`;
  office.office.receive({
    ...{ type: 'opening', key, chat: 'oc_1', chatType: 'p2p', sender: { id: 'ou_li' } },
    at: office.clock.at,
    ...more,
  });
  await office.office.work();
}

async function chooses(office: TestOffice, choice: string): Promise<string> {
  const key = `e${++serial}`;
  return office.say('', { key, messageId: key, intent: { do: choice } });
}

describe('an opened chat', () => {
  it('gets the help once a person', async () => {
    const office = testOffice();
    for (let time = 0; time < 3; time += 1) await opens(office);
    await opens(office, { sender: { id: 'ou_wang' }, chat: 'oc_2' });
    expect(office.shown.map((one) => [one.key, one.address])).toEqual([
      ['welcome:ou_li', { to: 'person', id: 'ou_li' }],
      ['welcome:ou_wang', { to: 'person', id: 'ou_wang' }],
    ]);
    expect(office.shown[0]?.reply.title).toBe('怎么用台账助手');
  });

  it('gets it in the language of a person already known', async () => {
    const office = testOffice();
    savePerson(office.db, 'ou_li', { name: 'Ann', lang: 'en' });
    await opens(office);
    expect(office.shown[0]?.reply.lang).toBe('en');
  });

  it('of a group gets an introduction once a group', async () => {
    const office = testOffice();
    const group = { chat: 'oc_group', chatType: 'group' } as const;
    await opens(office, group);
    await opens(office, { ...group, sender: { id: 'ou_wang' } });
    expect(office.shown.map((one) => [one.key, one.address])).toEqual([
      ['welcome:oc_group', { to: 'chat', chat: 'oc_group' }],
    ]);
    expect(office.shown[0]?.reply.title).toContain('台账助手');
  });

  it('of strangers: a person learns that he is one, a group is left alone', async () => {
    const office = testOffice();
    saveSetting(office.db, 'tenant', 'ours');
    const sender = { id: 'ou_foreign', tenant: 'theirs' };
    await opens(office, { sender, chat: 'oc_group', chatType: 'group' });
    expect(office.shown).toEqual([]);
    await opens(office, { sender });
    expect(JSON.stringify(office.shown[0]?.reply)).toContain('名单');
  });
});

describe('the menu', () => {
  it('helps and gives the digest, to the person', async () => {
    const office = testOffice();
    expect(await chooses(office, 'help')).toContain('怎么用台账助手');
    expect(await chooses(office, 'digest')).not.toBe('');
    expect(office.shown.map((one) => one.address)).toEqual([
      { to: 'person', id: '李梅' },
      { to: 'person', id: '李梅' },
    ]);
  });

  it('undoes the person’s last record', async () => {
    const office = testOffice();
    await office.say('昨天督查农村教育 看了4个点 发现问题3个');
    expect(await chooses(office, 'undo')).toContain('已撤销');
    expect(selectEntries(office.db, {})).toEqual([]);
  });
});
