/** What a second reading of a report may change of what the rules made of it. */
import { describe, expect, it } from 'vitest';
import type { LogIntent } from '../../../src/intents/log.ts';
import type { Doubt } from '../../../src/understand/doubts.ts';
import { messageMarks, plainMessage } from '../../../src/understand/message-marks.ts';
import { settleMessage } from '../../../src/understand/second/message-reading.ts';
import { hear } from '../../../src/understand/understand.ts';
import { contextAt } from '../heard.ts';

const context = contextAt();
type Claim = { name: string; value: string; words: string };
const record = (kind: string, words: string, ...fields: Claim[]) => ({ kind, words, fields });

function settled(text: string, records: readonly ReturnType<typeof record>[], doubts?: readonly Doubt[]) {
  const heard = hear(text, context);
  const said = { marks: messageMarks(plainMessage(text, context), context), context };
  return settleMessage({ ...heard, ...(doubts ? { doubts } : {}) }, { records: [...records] }, said);
}

const itemsOf = (intents: readonly { do: string }[]) => (intents[0] as unknown as LogIntent).items;

describe('an assumed value', () => {
  const text = '收到路灯建议1件 代表说是从上面转的';
  const doubts: Doubt[] = [{ about: 'kind' }];

  it('is asked when it is read otherwise, with both values; what was recorded stays', () => {
    const level = { name: 'level', value: 'municipal', words: '从上面转的' };
    const [item] = itemsOf(settled(text, [record('proposal', text, level)], doubts));
    expect(item?.entry.fields.level).toBe('district');
    expect(item?.contested).toEqual({ field: 'level', values: ['district', 'municipal'] });
  });

  it.each([
    ['words the message lacks', { name: 'level', value: 'municipal', words: '市里' }],
    ['no such choice', { name: 'level', value: 'galactic', words: '从上面转的' }],
    ['the same', { name: 'level', value: 'district', words: '从上面转的' }],
  ])('stands with %s', (_name, claim) => {
    expect(itemsOf(settled(text, [record('proposal', text, claim)], doubts))[0]).not.toHaveProperty('contested');
  });
});

describe('what was said', () => {
  it('stands, whatever a second reader makes of it', () => {
    const text = '收到路灯建议1件 市里转来的';
    const before = hear(text, context).intents;
    const claim = { name: 'level', value: 'provincial', words: '市里转来的' };
    expect(settled(text, [record('proposal', text, claim)], [{ about: 'kind' }])).toEqual(before);
  });
});

describe('nothing understood', () => {
  it.each([
    ['words that are not there', '去现场看了看红旗水库大坝', record('inspection', '督查红旗水库3次')],
    ['a kind there is not', '去现场看了看红旗水库大坝', record('victory', '去现场看了看红旗水库大坝')],
    ['a single character', '去现场看了看红旗水库大坝', record('inspection', '坝')],
    ['a plan', '去现场看了看红旗水库大坝 明天再去北山水库看看', record('inspection', '明天再去北山水库看看')],
    ['a wish', '去现场看了看红旗水库大坝 希望北山水库也修好', record('inspection', '希望北山水库也修好')],
  ])('stays so with %s', (_name, text, claim) => {
    const before = hear(text, context).intents;
    expect(settled(text, [claim], [{ about: 'message' }])).toEqual(before);
  });

  it('offers each of two readings once, in one question', () => {
    const text = '去现场看了看红旗水库大坝 又请客人吃了便饭';
    const [only] = settled(
      text,
      [record('inspection', '去现场看了看红旗水库大坝'), record('reception', '请客人吃了便饭')],
      [{ about: 'message' }],
    );
    expect(only).toMatchObject({
      do: 'clarify',
      choices: [{ intent: { do: 'log', items: [{}, {}] } }, { intent: { do: 'chat' } }],
    });
  });

  it('lets the same words tell of one record only', () => {
    const text = '去现场看了看红旗水库大坝';
    const [only] = settled(text, [record('inspection', text), record('party', text)], [{ about: 'message' }]);
    const [choice] = (only?.choices ?? []) as { intent: LogIntent }[];
    expect(choice?.intent.items).toHaveLength(1);
  });
});
