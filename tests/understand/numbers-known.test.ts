/** Numbers of known proposals, told as bare as days are: each moves its own record on, and a day stays a day. */
import { describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { hold } from './hold.ts';

const proposals = ['提案12号 加装电梯 住建局主办', '人大建议13号 公交站 交通局主办', '提案15号 老年食堂 民政局主办'];

describe('bare numbers of known proposals', () => {
  it.each([
    ['12号提案办结,13号延期到12月底,15号退回', { 12: 'closed', 13: 'assigned', 15: 'returned' }],
    ['12、13号都答复了', { 12: 'replied', 13: 'replied', 15: 'assigned' }],
    ['12号、13号、15号都办结了', { 12: 'closed', 13: 'closed', 15: 'closed' }],
    ['15号答复了', { 12: 'assigned', 13: 'assigned', 15: 'replied' }],
  ])('%s', async (text, states) => {
    const { db } = await hold([...proposals, text]);
    const entries = await selectEntries(db, {});
    expect(entries).toHaveLength(3);
    expect(Object.fromEntries(entries.map(({ fields, status }) => [fields.caseNo, status]))).toEqual(states);
  });

  it('an extension reaches the one it is told of', async () => {
    const { db } = await hold([...proposals, '12号提案办结,13号延期到12月31日']);
    const entries = await selectEntries(db, {});
    expect(entries.find(({ fields }) => fields.caseNo === '13')?.due).toBe('2026-12-31');
  });

  it('in English', async () => {
    const { db } = await hold([
      'Proposal 12 on lifts, Housing leads, CPPCC',
      'Proposal 15 on bus stops, Transport leads, CPPCC',
      'Proposal 12 closed, 15 returned',
    ]);
    const entries = await selectEntries(db, {});
    expect(Object.fromEntries(entries.map(({ fields, status }) => [fields.caseNo, status]))).toEqual({
      12: 'closed',
      15: 'returned',
    });
  });

  it('a number no proposal has stays what it was', async () => {
    const { db } = await hold(['提案12号 加装电梯 住建局主办', '17号答复了']);
    const entries = await selectEntries(db, {});
    expect(entries).toHaveLength(1);
    expect(entries[0]?.fields.caseNo).toBe('12');
  });
});
