/** A conversation in an office with an empty ledger, at a fixed moment: what the ear's tables are read in. */
import type { NewEntry } from '../../src/kinds/entry.ts';
import type { Intent } from '../../src/reply.ts';
import { dayOf } from '../../src/time/day.ts';
import type { Context } from '../../src/understand/context.ts';
import { understand } from '../../src/understand/understand.ts';

const zone = 'Asia/Shanghai';

export function contextAt(at = '2026-11-20T17:30:00+08:00', more: Partial<Context> = {}): Context {
  const now = new Date(at);
  return {
    now,
    today: dayOf(now, zone),
    zone,
    speaker: { id: '李梅', name: '李梅', section: '秘书科' },
    units: [],
    repliedTo: [],
    recent: [],
    list: [],
    pending: null,
    question: null,
    find: () => [],
    ...more,
  };
}

export function hear(text: string, context: Context = contextAt()): Intent[] {
  return understand(text, context);
}

/** The records a message would log, in order. */
export function entriesOf(intents: readonly Intent[]): NewEntry[] {
  return intents
    .filter((intent) => intent.do === 'log')
    .flatMap((intent) => (intent.items as { entry: NewEntry }[]).map((item) => item.entry));
}
