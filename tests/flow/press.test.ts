/** What a press on a card does: once, in the card's language, with the presser's rights, on the card itself. */
import { describe, expect, it } from 'vitest';
import { replyText } from '../../src/reply.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { savePerson } from '../../src/store/people.ts';
import { buttonsOf, type TestOffice, testOffice } from '../support/fixed.ts';

let serial = 0;
function press(office: TestOffice, intent: unknown, more: { by?: string; form?: Record<string, unknown> } = {}) {
  const by = more.by ?? '李梅';
  serial += 1;
  return office.office.press({
    ...{ type: 'press', key: `x${serial}`, messageId: 'bot-1', chat: '李梅', sender: { id: by, name: by } },
    ...{ intent, at: office.clock.at, ...(more.form ? { form: more.form } : {}) },
  });
}
const entries = (office: TestOffice) => selectEntries(office.db, {});
const card = (office: TestOffice) => office.shown[0]!.reply;

describe('undo and redo', () => {
  it('go on as long as anybody likes, on the one card', async () => {
    const office = testOffice();
    await office.say('昨天督查农村教育 看了4个点');
    for (let round = 0; round < 4; round += 1) {
      expect(await office.press('撤销')).toBe('已撤销');
      expect(entries(office)).toEqual([]);
      expect(await office.press('恢复')).toBe('已恢复');
      expect(entries(office)).toHaveLength(1);
    }
    expect(office.shown).toHaveLength(1);
    expect(buttonsOf(card(office)).map((button) => button.label)).toEqual(['改', '明细', '撤销']);
    expect(entries(office)[0]?.no).toBe('督-2026-001');
  });

  it('pressed twice does nothing the second time, and the card keeps its button', async () => {
    const office = testOffice();
    await office.say('昨天督查农村教育');
    const intent = { do: 'undo', source: 'm1' };
    await press(office, intent);
    expect((await press(office, intent)).toast).toMatchObject({ kind: 'warning' });
    await office.office.work();
    expect(office.shown).toHaveLength(1);
    expect(buttonsOf(card(office)).map((button) => button.label)).toContain('恢复');
  });
});

describe('the language', () => {
  it('is the card’s, whoever presses', async () => {
    const office = testOffice();
    savePerson(office.db, '王强', { role: 'head', lang: 'zh' });
    await office.say('Yesterday we inspected rural education at 4 sites');
    expect(card(office).lang).toBe('en');
    expect(await office.press('Undo', '王强')).toBe('Undone');
    expect(card(office)).toMatchObject({ lang: 'en', title: 'Undone' });
    expect(await office.press('Redo', '李梅')).toBe('Restored');
    expect(await office.press('Details', '王强')).toBe('Record');
  });
});

it('of a card nobody remembers is what the button says', async () => {
  const office = testOffice();
  await office.say('昨天督查农村教育');
  const pressed = await office.office.press({
    ...{ type: 'press', key: 'p', messageId: 'second-card', chat: '李梅', sender: { id: '李梅', name: '李梅' } },
    ...{ intent: { do: 'undo', source: 'm1' }, lang: 'en', at: office.clock.at },
  });
  expect(pressed.toast?.text).toBe('Undone');
});

describe('rights', () => {
  it('are the presser’s own: a colleague is told so, and nobody else hears of it', async () => {
    const office = testOffice();
    await office.say('昨天督查农村教育');
    const before = replyText(card(office));
    expect(await office.press('撤销', '王强')).toContain('别的同事');
    expect(entries(office)).toHaveLength(1);
    expect(office.shown).toHaveLength(1);
    expect(replyText(card(office))).toBe(before);
  });

  it('of a section head reach further', async () => {
    const office = testOffice();
    savePerson(office.db, '王强', { role: 'head' });
    await office.say('昨天督查农村教育');
    await office.press('撤销', '王强');
    expect(entries(office)).toEqual([]);
  });

  it('of a stranger are none', async () => {
    const office = testOffice();
    savePerson(office.db, '外人', { role: 'none' });
    await office.say('昨天督查农村教育');
    expect((await press(office, { do: 'undo', source: 'm1' }, { by: '外人' })).toast?.kind).toBe('warning');
    expect(entries(office)).toHaveLength(1);
  });
});

describe('what a button holds', () => {
  it.each([
    ['nothing', undefined],
    ['a word', 'undo'],
    ['an act nobody knows', { do: 'drop' }],
    ['a value outside the shape', { do: 'advance', nos: ['督-2026-001'], move: 'close', on: 'yesterday' }],
    ['too many records', { do: 'withdraw', nos: Array.from({ length: 51 }, () => '督-2026-001') }],
    ['a prototype', JSON.parse('{"do":"undo","__proto__":{"source":"m1"},"source":7}')],
    ['an act of administrators', { do: 'people', set: { id: '李梅', role: 'admin' } }],
  ])('is not trusted: %s changes nothing', async (_name, intent) => {
    const office = testOffice();
    await office.say('昨天督查农村教育');
    const before = replyText(card(office));
    await press(office, intent);
    await office.office.work();
    expect(entries(office)).toHaveLength(1);
    expect(entries(office)[0]?.lastN).toBe(1);
    expect(replyText(card(office))).toBe(before);
  });
});

describe('a form', () => {
  it('with a slip in it keeps what was typed', async () => {
    const office = testOffice();
    await office.say('昨天督查农村教育 看了4个点');
    const pressed = await press(office, { do: 'edit', no: '督-2026-001' }, { form: { places: '很多' } });
    expect(pressed.toast?.text).toContain('看不懂');
    await office.office.work();
    expect(office.shown).toHaveLength(1);
    expect(card(office).title).toBe('已记 1 条');
  });

  it('asks for the one thing that is missing', async () => {
    const office = testOffice();
    await office.say('昨天督查了');
    const form = card(office).blocks.find((block) => block.type === 'form');
    expect(form).toMatchObject({ inputs: [{ name: 'topic', required: true }] });
    await press(office, form?.type === 'form' && form.submit.intent, { form: { topic: '农村教育' } });
    await office.office.work();
    expect(entries(office)[0]?.fields.topic).toBe('农村教育');
    expect(card(office).title).toBe('已补充');
  });
});

it('a page of a list takes the place of the page before', async () => {
  const office = testOffice();
  for (let n = 0; n < 23; n += 1) await office.say(`今天督查农村教育第${n + 1}所学校`);
  const before = office.shown.length;
  await office.say('列出今年的督查');
  await office.press('下一页');
  await office.press('下一页');
  await office.press('上一页');
  expect(office.shown).toHaveLength(before + 1);
  expect(replyText(office.shown.at(-1)!.reply)).toContain('第 2/3 页');
});
