/** Urge: a leader asked what became of a record; whoever has it in hand hears of it at once. */
import type { Turn } from '../intents/intent.ts';
import { headOf, shortDetails } from '../intents/phrasing.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Address } from '../ports.ts';
import type { Lang, Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { queueDelivery } from '../store/outbox.ts';
import { findPerson, listPeople, type Person } from '../store/people.ts';
import { leftIds } from '../store/roster.ts';

/** Whose 催一下 is an order; what others say of urging is only a record of it. */
const urging: ReadonlySet<string> = new Set(['leader', 'director']);

/** Within the caller's transaction. @returns who is told, by name */
export function queueUrges(db: Db, urged: readonly Entry[], turn: Turn): string[] {
  if (!urging.has(turn.speaker.role)) return [];
  const byPerson = new Map<string, { person: Person; entries: Entry[] }>();
  for (const entry of urged) {
    for (const person of inCharge(db, entry)) {
      if (person.id === turn.speaker.id) continue;
      const known = byPerson.get(person.id) ?? { person, entries: [] };
      known.entries.push(entry);
      byPerson.set(person.id, known);
    }
  }
  for (const { person, entries } of byPerson.values()) {
    const buzz = turn.speaker.role === 'leader';
    const address: Address = { to: 'person', id: person.id, ...(buzz ? { buzz } : {}) };
    queueDelivery(db, {
      // Asked again on the same day it rings nobody a second time.
      key: `urge:${turn.speaker.id}:${turn.today}:${person.id}:${entries.map((entry) => entry.no).join()}`,
      chat: person.address ?? person.id,
      address,
      reply: urgeReply(entries, { by: turn.speaker.name, today: turn.today, lang: person.lang }),
      about: entries.map((entry) => entry.no),
      at: turn.now.toISOString(),
    });
  }
  return [...byPerson.values()].map(({ person }) => person.name);
}

/** Who recorded it; where that was nobody of the office (an import) or somebody who has left, the heads of its section, else all heads. */
function inCharge(db: Db, entry: Entry): Person[] {
  const recorder = findPerson(db, entry.by);
  const left = leftIds(db);
  if (recorder && recorder.role !== 'none' && !left.has(recorder.id)) return [recorder];
  const heads = listPeople(db).filter((person) => person.role === 'head' && !left.has(person.id));
  const own = heads.filter((person) => person.section !== '' && person.section === entry.section);
  return own.length > 0 ? own : heads;
}

function urgeReply(entries: readonly Entry[], as: { by: string; today: string; lang: Lang }): Reply {
  const { by, today, lang } = as;
  const zh = lang === 'zh';
  const [single] = entries;
  return {
    lang,
    tone: 'warn',
    title: zh ? `${by}催办 ${entries.length} 件` : `${by} asks after ${entries.length}`,
    blocks: [
      ...entries.map((entry) => ({
        type: 'text' as const,
        text: `${headOf(entry, lang)}\n${shortDetails(entry, { lang, today })}`,
      })),
      { type: 'note', text: zh ? '办理进展直接回复这条消息即可。' : 'Reply to this message with how it stands.' },
      ...(single && entries.length === 1
        ? [
            {
              type: 'buttons' as const,
              buttons: [{ label: zh ? '明细' : 'Details', intent: { do: 'show', no: single.no } }],
            },
          ]
        : []),
    ],
  };
}
