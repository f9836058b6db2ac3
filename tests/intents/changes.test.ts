/** Buttons, rights, forms: what a press may do, and that it is done once. */
import { describe, expect, it } from 'vitest';
import { readEntry, selectEntries } from '../../src/store/entries.ts';
import { savePerson } from '../../src/store/people.ts';
import { buttonsOf, testOffice } from '../support/fixed.ts';

const sentence = '昨天督查农村教育 看了4个点 发现问题3个';

describe('rights', () => {
  it('a colleague may not undo what he did not record; a section head may', async () => {
    const office = testOffice();
    await office.say(sentence);
    expect(await office.press('撤销', '王强')).toContain('别的同事');
    expect(selectEntries(office.db, {})).toHaveLength(1);
    savePerson(office.db, '赵科长', { name: '赵科长', role: 'head' });
    await office.press('撤销', '赵科长');
    expect(selectEntries(office.db, {})).toHaveLength(0);
  });

  it('a stranger gets a kind word and nothing else', async () => {
    const office = testOffice();
    await office.say(sentence, { sender: { id: 'ou_1', name: '李梅', tenant: 't1' } });
    const answer = await office.say(sentence, { sender: { id: 'ou_2', name: '外人', tenant: 't2' } });
    expect(answer).toContain('名单');
    expect(selectEntries(office.db, {})).toHaveLength(1);
  });

  it('a leader may ask and record, not change what others recorded', async () => {
    const office = testOffice();
    savePerson(office.db, '周区长', { name: '周区长', role: 'leader' });
    await office.say(sentence);
    expect(await office.press('改', '周区长')).toContain('别的同事');
  });
});

describe('buttons', () => {
  it('the same press twice is done once', async () => {
    const office = testOffice();
    await office.say(sentence);
    const button = buttonsOf(office.shown[0]!.reply).find((one) => one.label === '撤销');
    const press = {
      type: 'press',
      key: 'same',
      messageId: office.shown[0]!.messageId,
      chat: '李梅',
      sender: { id: '李梅' },
      intent: button?.intent,
      at: office.clock.at,
    } as const;
    await office.office.press(press);
    await office.office.press(press);
    await office.office.work();
    expect(readEntry(office.db, '督-2026-001')?.void).toBe(true);
    await office.press('恢复');
    expect(readEntry(office.db, '督-2026-001')?.void).toBe(false);
  });

  it('undo by word takes back the latest of one’s own, also of the same instant', async () => {
    const office = testOffice();
    await office.say('横山镇请示修桥20万 已呈李区长');
    await office.say('今天报市办信息3条');
    expect(await office.say('撤销')).toContain('信息-2026-001');
    expect(await office.say('撤销')).toContain('请-2026-001');
  });

  it.each([
    ['nothing', null],
    ['no intent', { hello: 1 }],
    ['an unknown intent', { do: 'drop-tables' }],
    ['a wrong shape', { do: 'amend', nos: 'all', set: 1 }],
    ['a record that is not there', { do: 'show', no: '督-2026-999' }],
    ['a move the kind does not have', { do: 'advance', nos: ['督-2026-001'], move: 'fly', on: '2026-11-20' }],
    ['a field the kind does not have', { do: 'amend', nos: ['督-2026-001'], set: { weather: 'rain' } }],
  ])('a forged value (%s) changes nothing and says so', async (_name, intent) => {
    const office = testOffice();
    await office.say(sentence);
    const before = JSON.stringify(selectEntries(office.db, {}));
    const pressed = await office.office.press({
      type: 'press',
      key: 'forged',
      messageId: 'bot-1',
      chat: '李梅',
      sender: { id: '李梅' },
      intent,
      at: office.clock.at,
    });
    expect(pressed.toast?.text).toBeTruthy();
    expect(JSON.stringify(selectEntries(office.db, {}))).toBe(before);
  });
});

describe('the form', () => {
  it('holds the present values; what is changed in it becomes one amendment', async () => {
    const office = testOffice();
    await office.say(sentence);
    await office.press('改');
    const form = office.shown.at(-1)?.reply.blocks.find((block) => block.type === 'form');
    expect(form?.type === 'form' && form.inputs.find((input) => input.name === 'found')?.value).toBe('3');
    const submit = {
      type: 'press',
      key: 'f1',
      messageId: office.shown.at(-1)!.messageId,
      chat: '李梅',
      sender: { id: '李梅' },
      intent: { do: 'edit', no: '督-2026-001' },
      at: office.clock.at,
    } as const;
    await office.office.press({ ...submit, form: { found: '十二', on: '2026-11-18 +0800', topic: '农村教育' } });
    await office.office.work();
    const entry = readEntry(office.db, '督-2026-001');
    expect([entry?.on, entry?.fields.found, entry?.lastN]).toEqual(['2026-11-18', 12, 2]);
  });

  it('refuses what is no number and saves nothing of the form', async () => {
    const office = testOffice();
    await office.say(sentence);
    const pressed = await office.office.press({
      type: 'press',
      key: 'f2',
      messageId: 'bot-1',
      chat: '李梅',
      sender: { id: '李梅' },
      intent: { do: 'edit', no: '督-2026-001' },
      form: { found: '很多', places: '9' },
      at: office.clock.at,
    });
    expect(pressed.toast?.text).toContain('没有保存');
    expect(readEntry(office.db, '督-2026-001')?.fields.places).toBe(4);
  });
});

describe('one question back', () => {
  it('what is missing is asked once; a short answer fills it in; a new message is a new record', async () => {
    const office = testOffice();
    expect(await office.say('上午出去督查了一趟')).toContain('专题');
    await office.say('农村教育');
    expect(readEntry(office.db, '督-2026-001')?.fields.topic).toBe('农村教育');
    await office.say('今天收文12件');
    expect(selectEntries(office.db, {})).toHaveLength(2);
  });
});

describe('a summary over its own items', () => {
  it('asks once which holds and keeps the choice', async () => {
    const office = testOffice('2026-09-30 17:00');
    await office.say('今天开了3场专题会');
    const answer = await office.say('9月会务71场');
    expect(answer).toContain('以哪个为准');
    await office.press('汇总的 71');
    expect(selectEntries(office.db, { kind: 'meeting' }).find((entry) => entry.quantity === 71)?.basis).toBe('summary');
  });
});
