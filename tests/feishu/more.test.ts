/** Files, rung phones, readers and names over the API, as far as the app's scopes reach. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeishuApi } from '../../src/feishu/api.ts';
import { createFeishuDirectory } from '../../src/feishu/directory.ts';
import { createFeishuFiles } from '../../src/feishu/files.ts';
import { createFeishuMessenger } from '../../src/feishu/messenger.ts';
import { takeDirectory } from '../../src/flow/take-directory.ts';
import { openDb } from '../../src/node-office.ts';
import type { OutsideError } from '../../src/ports.ts';
import { findPerson, listPeople, savePerson } from '../../src/store/people.ts';
import { leftIds, rosterNamed } from '../../src/store/roster.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { apiOf, silentLog } from './bench.ts';

let fake: FakeFeishu;
let api: FeishuApi;
beforeEach(async () => {
  fake = await createFakeFeishu();
  api = apiOf(fake);
});
afterEach(() => fake.close());

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as OutsideError,
  );

describe('a file somebody sent', () => {
  const file = { key: 'file_1', name: '件名册.xlsx' };

  it('is fetched with the message it came in, byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) % 256);
    fake.more.attach('om_1', 'file_1', bytes);
    expect(await createFeishuFiles(api).fetch('om_1', file, 10_000)).toEqual(bytes);
  });

  it('of another message is refused for good', async () => {
    fake.more.attach('om_1', 'file_1', 'x');
    expect(await failure(createFeishuFiles(api).fetch('om_2', file, 10))).toMatchObject({
      code: 234003,
      retryable: false,
    });
  });

  it('that is too large is left as soon as that is known', async () => {
    fake.more.attach('om_1', 'file_1', new Uint8Array(2_000_000));
    expect(await failure(createFeishuFiles(api).fetch('om_1', file, 1_000_000))).toMatchObject({
      code: 'too-large',
      retryable: false,
    });
  });

  it('is fetched with a new token where the old one is spent', async () => {
    fake.more.attach('om_1', 'file_1', 'x');
    await api.botInfo();
    fake.tokens.spend();
    expect(await createFeishuFiles(api).fetch('om_1', file, 10)).toHaveLength(1);
  });
});

describe('a file of ours', () => {
  it('goes up under its name and kind', async () => {
    const key = await api.upload({ name: '年度总结.docx', bytes: new Uint8Array([1, 2, 3]) });
    expect(fake.more.uploaded).toEqual([{ key, type: 'doc', name: '年度总结.docx', bytes: 3 }]);
  });

  it('that is empty is refused', async () => {
    expect(await failure(api.upload({ name: 'a.csv', bytes: new Uint8Array() }))).toMatchObject({ code: 234010 });
  });
});

describe('a person’s phone', () => {
  const reply = { lang: 'zh', tone: 'warn', blocks: [{ type: 'text', text: '催办' }] } as const;

  it('rings for a message that shall ring', async () => {
    const messenger = createFeishuMessenger(api);
    const { messageId } = await messenger.send({ to: 'person', id: 'ou_li', buzz: true }, reply, 'k1');
    await messenger.send({ to: 'person', id: 'ou_li' }, reply, 'k2');
    expect(fake.more.buzzes).toEqual([{ messageId, openIds: ['ou_li'] }]);
  });

  it('that cannot be rung keeps no message back', async () => {
    const refusing: FeishuApi = {
      ...api,
      buzz: (messageId, ids) => api.buzz(messageId, [...ids, ...Array.from({ length: 201 }, (_, at) => `ou_${at}`)]),
    };
    const sent = createFeishuMessenger(refusing).send({ to: 'person', id: 'ou_li', buzz: true }, reply, 'k1');
    await expect(sent).resolves.toMatchObject({ messageId: expect.any(String) });
  });
});

it('readers of a message are listed to the last page', async () => {
  const { messageId } = await api.send(
    { type: 'chat_id', id: 'oc_1' },
    { msgType: 'text', content: '{"text":"a"}', uuid: 'u' },
  );
  const ids = Array.from({ length: 230 }, (_, at) => `ou_${at}`);
  fake.more.readers.set(messageId, ids);
  expect((await api.readers(messageId)).map(({ id }) => id)).toEqual(ids);
});

describe('the directory', () => {
  const directory = () => createFeishuDirectory(api, silentLog);
  beforeEach(() => {
    fake.more.people.set('ou_li', { name: '李梅', departments: ['od_1'] });
    fake.more.people.set('ou_wang', { name: '王强', departments: ['od_1'] });
    fake.more.departments.set('od_1', '督查科');
  });

  it('tells names and sections', async () => {
    expect(await directory().lookUp(['ou_li', 'ou_wang', '李梅'])).toEqual([
      { id: 'ou_li', name: '李梅', section: '督查科' },
      { id: 'ou_wang', name: '王强', section: '督查科' },
    ]);
  });

  it('of people outside the scope tells names alone, and the others whole', async () => {
    fake.more.outside.add('ou_li');
    expect(await directory().lookUp(['ou_li', 'ou_wang'])).toEqual([
      { id: 'ou_li', name: '李梅' },
      { id: 'ou_wang', name: '王强', section: '督查科' },
    ]);
  });

  it.each([
    ['departments of people', { departmentIds: false, departmentNames: true }],
    ['names of departments', { departmentIds: true, departmentNames: false }],
  ])('does without the scope for %s', async (_name, scopes) => {
    Object.assign(fake.more.contactScopes, scopes);
    expect(await directory().lookUp(['ou_li'])).toEqual([{ id: 'ou_li', name: '李梅' }]);
  });

  it('asks for more than ten in several calls', async () => {
    const ids = Array.from({ length: 23 }, (_, at) => `ou_p${at}`);
    expect((await directory().lookUp(ids)).map((one) => one.name)).toEqual(ids.map((id) => id.slice(3)));
  });
});

describe('the whole directory', () => {
  const everybody = () => createFeishuDirectory(api, silentLog).everybody();
  beforeEach(() => {
    fake.more.departments.set('od_office', '政府办').set('od_watch', '督查科').set('od_empty', '文印室');
    fake.more.above.set('od_watch', 'od_office').set('od_empty', 'od_office');
    fake.more.visible.departments.push('od_office');
    fake.more.people.set('ou_head', { name: '陈某', departments: ['od_office'] });
    for (let at = 0; at < 120; at += 1)
      fake.more.people.set(`ou_w${at}`, { name: `督查${at}`, departments: ['od_watch'] });
    fake.more.people.set('ou_else', { name: '外局', departments: ['od_other'] });
  });

  it('lists whoever the app may see, page by page, each with the section he belongs to', async () => {
    const listed = await everybody();
    expect(listed).toHaveLength(121);
    expect(listed).toContainEqual({ id: 'ou_head', name: '陈某', section: '政府办' });
    expect(listed).toContainEqual({ id: 'ou_w119', name: '督查119', section: '督查科' });
    expect(listed.map(({ id }) => id)).not.toContain('ou_else');
  });

  it('takes single people, and names where the departments show none', async () => {
    fake.more.visible.people.push('ou_else');
    fake.more.contactScopes.names = false;
    const listed = await everybody();
    expect(listed).toContainEqual({ id: 'ou_else', name: '外局' });
    expect(listed.find(({ id }) => id === 'ou_head')).toMatchObject({ name: '陈某', section: '政府办' });
  });

  it('completes who is known, and leaves alone what an administrator wrote down', async () => {
    const { db } = openDb(':memory:');
    savePerson(db, 'ou_head', { name: '陈主任', role: 'director', section: '' });
    savePerson(db, 'ou_w3', { name: 'ou_w3', role: 'head' });
    const taken = takeDirectory(db, await everybody(), fake.clock.now());
    expect(taken).toMatchObject({ listed: 121, fresh: 121, completed: 2, left: [] });
    expect(findPerson(db, 'ou_head')).toMatchObject({ name: '陈主任', role: 'director', section: '政府办' });
    expect(findPerson(db, 'ou_w3')).toMatchObject({ name: '督查3', role: 'head', section: '督查科' });
    expect(listPeople(db)).toHaveLength(2);
    expect(rosterNamed(db, '督查7')).toMatchObject([{ id: 'ou_w7', section: '督查科' }]);
  });

  it('remembers who has left, and who comes back', async () => {
    const { db } = openDb(':memory:');
    savePerson(db, 'ou_outside', { name: '别处的人', role: 'head' });
    savePerson(db, 'ou_head', { name: '陈某', role: 'head' });
    takeDirectory(db, await everybody(), fake.clock.now());
    const head = fake.more.people.get('ou_head')!;
    fake.more.people.delete('ou_head');
    expect(takeDirectory(db, await everybody(), fake.clock.now()).left).toMatchObject([{ id: 'ou_head' }]);
    // Who never was in sight has not left.
    expect([...leftIds(db)]).toEqual(['ou_head']);
    expect(findPerson(db, 'ou_head')?.role).toBe('head');
    fake.more.people.set('ou_head', head);
    takeDirectory(db, await everybody(), fake.clock.now());
    expect([...leftIds(db)]).toEqual([]);
  });

  it('that shows nobody makes nobody leave', async () => {
    const { db } = openDb(':memory:');
    takeDirectory(db, await everybody(), fake.clock.now());
    fake.more.visible.departments.length = 0;
    takeDirectory(db, await everybody(), fake.clock.now());
    expect([...leftIds(db)]).toEqual([]);
  });

  it('is refused with the scope that is missing', async () => {
    fake.app.scopes.delete('contact:contact.base:readonly');
    expect((await failure(everybody()))?.message).toContain('contact:contact.base:readonly');
  });

  it('is not taken in part where a department may not be read', async () => {
    fake.more.visible.departments.push('od_secret');
    fake.fail({ on: 'belonging', as: 'error', error: { code: 99991672, status: 400, msg: 'Access denied.' } });
    await expect(everybody()).rejects.toThrow();
  });
});
