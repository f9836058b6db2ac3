/** Schedule: what the clock alone starts. The digest goes to every leader once a workday. */
import type { Turn } from '../intents/intent.ts';
import { findDelivery, queueDelivery } from '../store/outbox.ts';
import { listPeople, type Person, readSetting } from '../store/people.ts';
import { leftIds } from '../store/roster.ts';
import { isWorkday, MissingCalendarError } from '../time/calendar.ts';
import { clockOf, type Day, weekday } from '../time/day.ts';
import { act, apply } from './act.ts';
import type { OfficePorts } from './needs.ts';

/** Queues what is due by now; calling it twice queues nothing twice, because the key is the person and the day. */
export async function strikeClock(ports: OfficePorts): Promise<void> {
  const { db } = ports;
  const zone = readSetting(db, 'zone', ports.zone);
  const now = ports.clock.now();
  const { day, hour, minute } = clockOf(now, zone);
  const [digestHour = 8, digestMinute = 30] = readSetting(db, 'digestAt', '08:30').split(':').map(Number);
  if (hour * 60 + minute < digestHour * 60 + digestMinute || !worksOn(ports, day)) return;
  const left = leftIds(db);
  for (const person of listPeople(db)) {
    if (person.role === 'leader' && !left.has(person.id)) await pushDigest(ports, { person, day, zone, now });
  }
}

/** The digest is an intent nobody typed: the same words a leader gets when he asks for it. */
async function pushDigest(
  ports: OfficePorts,
  to: { person: Person; day: Day; zone: string; now: Date },
): Promise<void> {
  const { person, day, zone, now } = to;
  const key = `digest:${person.id}:${day}`;
  if (findDelivery(ports.db, key)) return;
  const chat = person.address ?? person.id;
  const turn: Turn = {
    db: ports.db,
    speaker: person,
    now,
    today: day,
    zone,
    lang: person.lang,
    source: key,
    chat,
    prompts: ports.prompts,
  };
  const outcomes = await act([{ do: 'digest' }], turn);
  ports.db.transaction((tx) => {
    const { result } = apply(tx, outcomes, turn);
    if (!result.reply) return;
    queueDelivery(tx, {
      key,
      chat,
      address: { to: 'person', id: person.id },
      reply: result.reply,
      about: [],
      at: now.toISOString(),
    });
  });
}

/** Without a published calendar the weekday decides, and the log says so: a digest too many is better than silence. */
function worksOn(ports: OfficePorts, day: Day): boolean {
  try {
    return isWorkday(day);
  } catch (error) {
    if (!(error instanceof MissingCalendarError)) throw error;
    ports.log.warn('no working calendar for this year: weekdays decide', { day });
    return weekday(day) <= 5;
  }
}
