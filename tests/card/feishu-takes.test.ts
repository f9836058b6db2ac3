/** What the office really answers is taken by Feishu: receipts, pages, lists and digests of random records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardFaults } from '../../src/card/card-limits.ts';
import { feishuCard, feishuCards } from '../../src/card/feishu-card.ts';
import { edit } from '../../src/intents/edit.ts';
import { find } from '../../src/intents/find.ts';
import type { Outcome, Turn, Written } from '../../src/intents/intent.ts';
import { changeReceipt, logReceipt } from '../../src/intents/receipt.ts';
import { show } from '../../src/intents/show.ts';
import { kindOf, kinds } from '../../src/kinds/all.ts';
import type { Entry, NewEntry } from '../../src/kinds/entry.ts';
import { openDb } from '../../src/node-office.ts';
import type { Lang, Reply } from '../../src/reply.ts';
import { fold } from '../../src/store/fold.ts';
import { logEntry, logMoves } from '../../src/store/ledger.ts';
import { addDays } from '../../src/time/day.ts';
import { digestReply } from '../../src/writing/digest.ts';
import type { FakeError } from '../support/feishu/fake-errors.ts';
import { fakeMessages } from '../support/feishu/fake-messages.ts';
import { virtualClock } from '../support/feishu/virtual-clock.ts';
import { at, zone } from '../support/fixed.ts';
import { anyEntry } from './records.ts';

const seed = 20261120;
const hand = { by: '李梅', section: '督查科', at: at('2026-11-20 10:00'), source: 'm1' };
const { db } = openDb(':memory:');
const turn = (lang: Lang, today = '2026-11-20'): Turn => ({
  ...{ db, now: hand.at, today, zone, lang, source: 'm1', chat: 'oc_1', prompts: {} },
  speaker: { id: '李梅', name: '李梅', role: 'head', section: '督查科', lang: 'zh', address: null },
});

/** @returns what Feishu refused, of the cards sent and of the card redrawn in place */
function refusals(reply: Reply): string[] {
  const clock = virtualClock();
  let serial = 0;
  const feishu = fakeMessages(clock, (prefix) => `${prefix}_${++serial}`);
  const sent = feishuCards(reply).map((card) =>
    feishu.create({ type: 'chat_id', id: 'oc_1' }, { msg_type: 'interactive', content: JSON.stringify(card) }),
  );
  return [...sent.flatMap((one) => ('code' in one ? [(one as FakeError).msg] : [])), ...cardFaults(feishuCard(reply))];
}

function entryFrom(told: NewEntry, serial: number): Entry {
  const kind = kindOf(told.kind)!;
  const entry = fold(kind, `${kind.prefix}-2026-${String(serial).padStart(3, '0')}`, logMoves(kind, told, hand));
  if (!entry) throw new Error('no record');
  return entry;
}

const langs: readonly Lang[] = ['zh', 'en'];

describe('2,000 receipts of random records', () => {
  const spec = fc.record({
    entries: fc.array(anyEntry, { minLength: 1, maxLength: 12 }),
    change: fc.boolean(),
    assumed: fc.boolean(),
  });
  const specs = fc.sample(spec, { numRuns: 2000, seed });

  it('are all taken', () => {
    const refused: string[] = [];
    for (const [index, one] of specs.entries()) {
      const entries = one.entries.map(entryFrom);
      const asked = turn(langs[index % 2]!);
      const written: Written = {
        logged: entries,
        moved: entries.map((entry) => ({
          entry,
          move: 'amend',
          set: { title: entry.title, note: entry.note ?? null },
        })),
      };
      const assumed = entries.map((entry) => new Set(one.assumed ? ['on', ...Object.keys(entry.fields)] : []));
      const receipt = one.change ? changeReceipt(written, asked, '已更正') : logReceipt(written, asked, assumed);
      refused.push(...refusals(receipt));
    }
    expect(refused).toEqual([]);
  });

  it('cover every kind', () => {
    const seen = new Set(specs.flatMap((one) => one.entries.map((entry) => entry.kind)));
    expect(seen.size).toBe(kinds.length);
  });
});

describe('500 lists, digests, pages and forms over a ledger of random records', () => {
  const nos: string[] = [];
  for (const told of fc.sample(anyEntry, { numRuns: 900, seed })) nos.push(logEntry(db, told, hand).no);
  const pages = Array.from({ length: 500 }, (_, n) => n);

  it('are all taken', async () => {
    const refused: string[] = [];
    for (const n of pages) {
      const lang = langs[n % 2]!;
      const today = addDays('2025-01-01', n + 100);
      const kind = kinds[n % kinds.length]!.id;
      const no = nos[(n * 7) % nos.length]!;
      const asked: readonly (() => Reply | Outcome | Promise<Outcome>)[] = [
        () => digestReply(db, { today, lang }),
        () => find.act({ do: 'find', kind, filters: [], period: null, page: n % 3 }, turn(lang, today)),
        () => find.act({ do: 'find', nos: nos.slice(n, n + 200), filters: [], period: null }, turn(lang, today)),
        () => show.act({ do: 'show', no }, turn(lang, today)),
        () => edit.act({ do: 'edit', no }, turn(lang, today)),
      ];
      const got = await asked[n % asked.length]!();
      const reply = 'blocks' in got ? got : got.reply;
      if (!reply || typeof reply === 'function') throw new Error('no reply');
      refused.push(...refusals(reply));
    }
    expect(refused).toEqual([]);
  });
});
