/** The ledger as the chat page shows it beside the chat: the latest records, and one record with its history. */
import type { ConsoleLedger, ConsoleLine, ConsoleRecord, Reader, Standing } from '../../console/needs.ts';
import { dayText, detailsOf, nameOf, stateText } from '../../intents/phrasing.ts';
import { setText } from '../../intents/receipt.ts';
import { kindOf, kinds } from '../../kinds/all.ts';
import type { Entry, StoredMove } from '../../kinds/entry.ts';
import { countedLabel, oneOf } from '../../kinds/kind.ts';
import type { Lang } from '../../reply.ts';
import type { Db } from '../../store/db.ts';
import { readEntry, readMoves } from '../../store/entries.ts';
import { standing as standingMoves } from '../../store/fold.ts';
import { countByKind, ledgerVersion, seenEntries } from '../../store/glance.ts';
import { findPerson, isRole, readSetting } from '../../store/people.ts';
import type { Day } from '../../time/day.ts';

/** More than anybody scrolls through; the rest is a question away. */
const mostLines = 100;

/** @param today the office's day */
export function consoleLedger(db: Db, today: () => Day) {
  return {
    version: () => ledgerVersion(db),
    ledger(reader: Reader, wanted: { kind?: string; words?: string }): ConsoleLedger | undefined {
      if (isStranger(db, reader)) return undefined;
      const counts = countByKind(db);
      const context = { lang: reader.lang, today: today() };
      return {
        version: ledgerVersion(db),
        total: [...counts.values()].reduce((a, b) => a + b, 0),
        kinds: kinds
          .filter((kind) => counts.has(kind.id))
          .map(({ id, title }) => ({ id, title: title[reader.lang], count: counts.get(id) ?? 0 })),
        lines: seenEntries(db, { ...wanted, most: mostLines }).map((entry) => lineOf(entry, context)),
      };
    },
    record(reader: Reader, no: string): ConsoleRecord | null | undefined {
      if (isStranger(db, reader)) return undefined;
      const entry = readEntry(db, no);
      if (!entry) return null;
      const context = { lang: reader.lang, today: today() };
      const moves = readMoves(db, no);
      return {
        ...lineOf(entry, context),
        details: detailsOf(entry, context.lang, context.today).map(({ label, value }) => ({ label, value })),
        steps: stepsOf({ db, entry, moves }, context),
      };
    },
  };
}

interface Context {
  readonly lang: Lang;
  readonly today: Day;
}

/** The same as the flow would find for what this person says. */
function isStranger(db: Db, { sender }: Reader): boolean {
  const role = sender.role !== undefined && isRole(sender.role) ? sender.role : findPerson(db, sender.id)?.role;
  return (role ?? readSetting<string>(db, 'memberRole', 'clerk')) === 'none';
}

function lineOf(entry: Entry, { lang, today }: Context): ConsoleLine {
  const kind = kindOf(entry.kind);
  return {
    no: entry.no,
    kind: entry.kind,
    title: kind ? oneOf(kind, lang) : entry.kind,
    name: shortName(entry, lang),
    on: dayText(entry.on, today, lang),
    ...(entry.due ? { due: dayText(entry.due, today, lang) } : {}),
    state: kind ? stateText(kind, entry, lang) : entry.status,
    standing: standingOf(entry, today),
    n: entry.lastN,
  };
}

/** Of a batch without a name of its own the number says most. */
function shortName(entry: Entry, lang: Lang): string {
  const [kind, name] = [kindOf(entry.kind), nameOf(entry, lang)];
  if (!kind || name !== oneOf(kind, lang) || kind.counts.zh === '—') return name;
  return `${name} ${countedLabel(entry.quantity, entry.precision, { unit: kind.counts, lang })}`;
}

function standingOf(entry: Entry, today: Day): Standing {
  if (entry.void || entry.status === 'withdrawn') return 'void';
  if (entry.status === 'planned') return 'planned';
  if (!kindOf(entry.kind)?.life.states[entry.status]?.open) return 'done';
  return entry.due !== undefined && entry.due < today ? 'late' : 'open';
}

function stepsOf(of: { db: Db; entry: Entry; moves: readonly StoredMove[] }, { lang, today }: Context) {
  const { db, entry, moves } = of;
  const holds = new Set(standingMoves(moves).map((move) => move.n));
  return moves.map((move) => ({
    n: move.n,
    label: kindOf(entry.kind)?.life.moves[move.move]?.label[lang] ?? move.move,
    on: dayText(move.on, today, lang),
    by: findPerson(db, move.by)?.name ?? move.by,
    changes: move.n === 1 ? '' : changesOf(entry, move, lang),
    ...(move.note ? { note: move.note } : {}),
    undone: move.move !== 'undo' && !holds.has(move.n),
    implied: move.implied ?? false,
  }));
}

function changesOf(entry: Entry, move: StoredMove, lang: Lang): string {
  if (move.undoes !== undefined) return lang === 'zh' ? `第${move.undoes}步` : `step ${move.undoes}`;
  return Object.entries(move.set ?? {})
    .map(([name, value]) => setText(entry, { name, value, lang }))
    .filter(Boolean)
    .join(lang === 'zh' ? '，' : ', ');
}
