/** The office as the chat page sees it. */

import { consolePrefix } from '../../console/messenger.ts';
import type { ConsoleExample, ConsoleOffice } from '../../console/needs.ts';
import { drawFile } from '../../flow/draw-file.ts';
import type { OfficePorts } from '../../flow/needs.ts';
import type { PracticeLedger } from '../../flow/practice.ts';
import { intents } from '../../intents/all.ts';
import { kinds } from '../../kinds/all.ts';
import type { Clock } from '../../ports.ts';
import type { Reply } from '../../reply.ts';
import { chatHistory, type Said } from '../../store/chat-history.ts';
import type { Db } from '../../store/db.ts';
import { findDeliveryByMessage } from '../../store/outbox.ts';
import { listPeople, readSetting } from '../../store/people.ts';
import { clockOf } from '../../time/day.ts';
import { secretIn } from '../../understand/secret.ts';
import { instantIn } from '../office.ts';
import { consoleLedger } from './console-ledger.ts';
import type { OfficeDoors } from './office-doors.ts';

const mostShown = 500;
const mostExamples = 3;

export interface ConsoleOfficeNeeds {
  readonly db: Db;
  readonly practice: PracticeLedger;
  readonly doors: OfficeDoors;
  /** The zone of an office that has not set its own. */
  readonly zone: string;
  readonly clock: Clock;
  readonly spreadsheet: NonNullable<OfficePorts['spreadsheet']>;
}

export function consoleOffice({ db, practice, doors, zone, clock, spreadsheet }: ConsoleOfficeNeeds): ConsoleOffice {
  const shown = { prefix: consolePrefix, most: mostShown };
  return {
    receive: doors.receive,
    press: doors.press,
    isSecret: (text) => Boolean(secretIn(text)),
    people: () => listPeople(db).map(({ id, name, role, section }) => ({ id, name, role, section })),
    examples: () => examples,
    ...consoleLedger(db, () => clockOf(clock.now(), readSetting(db, 'zone', zone)).day),
    history: (chat) =>
      practice.used()
        ? inOrder(chatHistory(db, chat, shown), chatHistory(practice.open(), chat, shown))
        : chatHistory(db, chat, shown),
    async file(messageId) {
      for (const from of practice.used() ? [db, practice.open()] : [db]) {
        const row = findDeliveryByMessage(from, messageId);
        const file = (row?.reply as Reply | undefined)?.file;
        if (row && file) return { chat: row.chat, file: await drawFile({ db: from, spreadsheet }, file) };
      }
      return undefined;
    },
    instant(text) {
      try {
        return instantIn(text, readSetting(db, 'zone', zone));
      } catch {
        return undefined;
      }
    },
  };
}

/** What was said in earnest and what was practised, as it was said; both come in their order. */
function inOrder(earnest: readonly Said[], practised: readonly Said[]): Said[] {
  return [...earnest, ...practised].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The kinds' and the intents' own examples: what is shown is what the tests hold. */
const examples: readonly ConsoleExample[] = [
  ...kinds.map((kind): ConsoleExample => {
    const of = (lang: 'zh' | 'en') =>
      kind.examples
        .filter((example) => example.lang === lang)
        .slice(0, mostExamples)
        .map((example) => example.text);
    return { of: 'kind', id: kind.id, title: kind.title, zh: of('zh'), en: of('en') };
  }),
  ...intents
    .filter((intent) => intent.examples.length > 0)
    .map(({ do: id, title, examples: said, roles }): ConsoleExample => {
      const of = (lang: 'zh' | 'en') => said.map((text) => text[lang]);
      return { of: 'intent', id, title, zh: of('zh'), en: of('en'), ...(roles ? { roles } : {}) };
    }),
];
