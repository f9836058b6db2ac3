/** The ledger beside the chat: what it lists, who may read it, and that it tells of changes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { consoleLedger } from '../../src/commands/serve/console-ledger.ts';
import { type Console, createConsole } from '../../src/console/console.ts';
import type { ConsoleLedger, ConsoleRecord } from '../../src/console/needs.ts';
import { savePerson } from '../../src/store/people.ts';
import type { Day } from '../../src/time/day.ts';
import { type TestOffice, testOffice } from '../support/fixed.ts';

let real: TestOffice;
let page: Console;
let today: Day;

function open(token?: string) {
  page = createConsole({
    settings: { loopback: true, ...(token ? { token } : {}) },
    clock: { now: () => real.clock.at },
    asset: async () => undefined,
  });
  return page.routes({
    ...consoleLedger(real.db, () => today),
    receive: real.office.receive,
    press: real.office.press,
    isSecret: () => false,
    people: () => [],
    examples: () => [],
    history: () => [],
    file: async () => undefined,
    instant: () => undefined,
  });
}

const ledger = async (query = '', headers: Record<string, string> = {}, token?: string): Promise<ConsoleLedger> =>
  (await open(token).request(`/console/ledger?from=李梅${query}`, { headers })).json() as Promise<ConsoleLedger>;

beforeEach(async () => {
  today = '2026-11-20';
  real = testOffice('2026-11-20 10:00');
  await real.say('昨天督查农村教育 看了4个点 发现问题3个');
  await real.say('37号提案 社区食堂 民政局主办 城管局会办');
});

describe('GET /console/ledger', () => {
  it('lists the latest first, with how each stands, in the reader’s language', async () => {
    expect(await ledger()).toMatchObject({
      total: 2,
      kinds: [
        { id: 'proposal', title: '建议提案', count: 1 },
        { id: 'inspection', title: '督查', count: 1 },
      ],
      lines: [
        { no: '案-2026-001', name: '社区食堂', standing: 'open', due: expect.stringContaining('2027年2月20日') },
        { no: '督-2026-001', name: '农村教育', standing: 'done', on: '11月19日（周四）' },
      ],
    });
    expect((await ledger('&lang=en')).lines[1]).toMatchObject({ title: 'inspection', on: 'Thursday 19 Nov' });
  });

  it.each([
    ['a kind', '&kind=inspection', ['督-2026-001']],
    ['a title', '&words=食堂', ['案-2026-001']],
    ['a number', '&words=督-2026', ['督-2026-001']],
    ['a unit', '&words=民政局', ['案-2026-001']],
    ['a wild card that is none', '&words=%25', []],
    ['nothing there', '&words=没有这样的', []],
  ])('finds by %s', async (_name, query, nos) => {
    expect((await ledger(query)).lines.map((line) => line.no)).toEqual(nos);
  });

  it('counts what was taken back no more', async () => {
    await real.say('撤销');
    expect(await ledger()).toMatchObject({ total: 1, lines: [{ no: '督-2026-001' }] });
  });

  it('marks what is overdue', async () => {
    expect((await ledger()).lines[0]).toMatchObject({ no: '案-2026-001', standing: 'open' });
    today = '2027-03-01';
    expect((await ledger()).lines[0]).toMatchObject({ no: '案-2026-001', standing: 'late' });
  });

  it('is closed to strangers, however they come', async () => {
    expect((await open().request('/console/ledger?from=来访者&role=none')).status).toBe(403);
    savePerson(real.db, '路人', { role: 'none' });
    expect((await open().request('/console/ledger?from=路人')).status).toBe(403);
    expect((await open().request('/console/records/督-2026-001?from=路人')).status).toBe(403);
    expect((await open('路人:password').request('/console/ledger?from=李梅')).status).toBe(401);
    const bearer = { authorization: 'Bearer password' };
    expect((await open('路人:password').request('/console/ledger?from=李梅', { headers: bearer })).status).toBe(403);
  });
});

describe('GET /console/records/:no', () => {
  it('shows a record with everything that happened to it', async () => {
    await real.say('37号提案办结了 委员满意 A类');
    const answer = await open().request('/console/records/案-2026-001?from=李梅');
    const record = (await answer.json()) as ConsoleRecord;
    expect(record).toMatchObject({ no: '案-2026-001', title: '建议提案', standing: 'done' });
    expect(record.details).toContainEqual({ label: '主办单位', value: '民政局' });
    const [first, ...later] = record.steps;
    expect(first).toMatchObject({ n: 1, label: '登记', by: '李梅', changes: '', undone: false });
    expect(later.at(-1)).toMatchObject({ label: '办结', changes: expect.stringContaining('A') });
    expect(later.some((step) => step.implied)).toBe(true);
  });

  it('marks what was undone', async () => {
    await real.say('37号提案办结了');
    await real.say('撤销');
    const record = (await (await open().request('/console/records/案-2026-001?from=李梅')).json()) as ConsoleRecord;
    expect(record.steps.filter((step) => step.undone).length).toBeGreaterThan(0);
    expect(record.standing).toBe('open');
  });

  it('says when there is none', async () => {
    expect((await open().request('/console/records/督-2026-999?from=李梅')).status).toBe(404);
  });
});

it('tells the open pages of a change once, whoever made it', async () => {
  const events = (await open().request('/console/events')).body!.getReader();
  const heard = async () => new TextDecoder().decode((await events.read()).value);
  expect(await heard()).toContain('retry');
  page.noticeLedger();
  await real.say('今天派车11趟');
  page.noticeLedger();
  page.noticeLedger();
  await real.say('昨天派车3趟');
  page.noticeLedger();
  const [first, second] = [await heard(), await heard()];
  expect(first).toContain('"type":"ledger"');
  expect(second).toContain('"type":"ledger"');
  expect(first).not.toBe(second);
});
