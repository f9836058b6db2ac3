/** A receipt drawn anew: its records as they stand, the rest as it was sent. */
import { describe, expect, it } from 'vitest';
import { redrawnReply } from '../../src/intents/redrawn.ts';
import { type Reply, replyText } from '../../src/reply.ts';
import { readEntries, readMoves } from '../../src/store/entries.ts';
import { addMove } from '../../src/store/ledger.ts';
import { at, testOffice } from '../support/fixed.ts';

const hand = { by: '李梅', section: '', at: at('2026-11-20 11:00'), source: 'later' };
const today = '2026-11-20';

async function receipt(text: string) {
  const office = testOffice();
  await office.say(text);
  const seen = office.shown[0]!.reply;
  const part: Reply = { ...seen, title: `${seen.title}（1/2）` };
  const entries = (...nos: string[]) => ({
    entries: new Map(readEntries(office.db, nos).map((entry) => [entry.no, entry])),
    today,
  });
  return { db: office.db, part, entries };
}

const undo = (db: Awaited<ReturnType<typeof receipt>>['db'], no: string) =>
  addMove(db, no, { move: 'undo', on: today, undoes: 1 }, hand);

describe('a part of a receipt', () => {
  it('keeps what did not change', async () => {
    const { part, entries } = await receipt('今天收文12件，发文3件');
    expect(redrawnReply(part, part, entries())).toBeUndefined();
    expect(redrawnReply(part, part, entries('督-2026-009'))).toBeUndefined();
  });

  it('shows one record taken back beside another that stands, and keeps its buttons', async () => {
    const { db, part, entries } = await receipt('今天收文12件，发文3件');
    undo(db, '收-2026-001');
    const drawn = redrawnReply(part, part, entries('收-2026-001'))!;
    expect(drawn.title).toBe(part.title);
    expect(replyText(drawn).match(/已撤销，不再计入任何数字/g)).toHaveLength(1);
    expect(drawn.blocks.at(-1)?.type).toBe('buttons');
  });

  it('with nothing left on it says so in its title, keeps its place, and has no buttons any more', async () => {
    const { db, part, entries } = await receipt('今天收文12件，发文3件');
    undo(db, '收-2026-001');
    const once = redrawnReply(part, part, entries('收-2026-001'))!;
    undo(db, '发-2026-001');
    const twice = redrawnReply(once, part, entries('发-2026-001'))!;
    expect(twice).toMatchObject({ title: '已撤销（1/2）', tone: 'warn' });
    expect(replyText(twice).match(/已撤销，不再计入任何数字/g)).toHaveLength(2);
    expect(twice.blocks.some((block) => block.type === 'buttons')).toBe(false);
  });

  it('is as it was sent once everything is back', async () => {
    const { db, part, entries } = await receipt('今天收文12件，发文3件');
    for (const no of ['收-2026-001', '发-2026-001']) undo(db, no);
    const gone = redrawnReply(part, part, entries('收-2026-001', '发-2026-001'))!;
    for (const no of ['收-2026-001', '发-2026-001'])
      addMove(db, no, { move: 'undo', on: today, undoes: readMoves(db, no).length }, hand);
    const back = redrawnReply(gone, part, entries('收-2026-001', '发-2026-001'))!;
    expect(replyText(back)).toBe(replyText(part));
  });
});
