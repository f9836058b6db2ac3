/** The tables of one office. Records are a cache of their moves; every kind lives in the same two tables. */
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The present state of each record: the fold of its moves, and nothing that is not in them. */
export const records = sqliteTable(
  'records',
  {
    no: text().primaryKey(),
    kind: text().notNull(),
    on: text().notNull(),
    until: text(),
    title: text().notNull(),
    quantity: real().notNull(),
    precision: text().notNull(),
    unit: text(),
    section: text().notNull(),
    status: text().notNull(),
    overlay: text(),
    due: text(),
    note: text(),
    basis: text(),
    fields: text({ mode: 'json' }).notNull(),
    days: text({ mode: 'json' }).notNull(),
    by: text().notNull(),
    at: text().notNull(),
    source: text().notNull(),
    lastOn: text().notNull(),
    lastN: integer().notNull(),
    void: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('records_kind_on').on(table.kind, table.on),
    index('records_kind_unit_on').on(table.kind, table.unit, table.on),
    index('records_source').on(table.source),
    index('records_due').on(table.due),
  ],
);

/** What happened to each record, in the order it was told; never changed, never deleted. */
export const moves = sqliteTable(
  'moves',
  {
    no: text().notNull(),
    n: integer().notNull(),
    kind: text().notNull(),
    move: text().notNull(),
    on: text().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    section: text().notNull(),
    source: text().notNull(),
    set: text({ mode: 'json' }),
    note: text(),
    undoes: integer(),
    implied: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.no, table.n] }),
    index('moves_kind_move_on').on(table.kind, table.move, table.on),
    index('moves_source').on(table.source),
  ],
);

/** The last serial given per prefix and year; numbers are never used again. */
export const serials = sqliteTable(
  'serials',
  { prefix: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.prefix, table.year] })],
);

/** Everything that ever came in, by the key that is the same for each delivery of it. */
export const inbox = sqliteTable(
  'inbox',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    key: text().notNull(),
    chat: text().notNull(),
    messageId: text().notNull(),
    /** When it was said (ISO instant). */
    at: text().notNull(),
    state: text({ enum: ['queued', 'done', 'failed', 'refused'] }).notNull(),
    /** The incoming message as JSON; of a secret only that it came. */
    payload: text({ mode: 'json' }),
    attempts: integer().notNull().default(0),
    nextAt: text(),
    error: text(),
    /** What came of it, so that a repeated delivery gets the same answer. */
    outcome: text({ mode: 'json' }),
    /** What a person said of the answer (对, 不对), as JSON. */
    feedback: text({ mode: 'json' }),
  },
  (table) => [
    uniqueIndex('inbox_key').on(table.key),
    index('inbox_state_seq').on(table.state, table.seq),
    index('inbox_message').on(table.messageId),
  ],
);

/** Other names under which the same thing may come again (event ids). */
export const inboxAliases = sqliteTable('inbox_aliases', { alias: text().primaryKey(), key: text().notNull() });

/** The chats in which people have spoken: known without reading what was said in them. */
export const chats = sqliteTable('chats', {
  chat: text().primaryKey(),
  chatType: text({ enum: ['p2p', 'group'] }).notNull(),
  /** Whose own chat with the bot it is; null for a group. */
  person: text(),
  /** When the last thing taken in was said there (ISO instant). */
  lastAt: text().notNull(),
});

/** Replies on their way out; `key` makes a resend show once. */
export const outbox = sqliteTable(
  'outbox',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    key: text().notNull(),
    chat: text().notNull(),
    address: text({ mode: 'json' }).notNull(),
    reply: text({ mode: 'json' }).notNull(),
    /** The message of ours this one redraws instead of sending a new one. */
    updates: text(),
    /** The records the reply is about, so that a reply to it finds them. */
    about: text({ mode: 'json' }).notNull(),
    state: text({ enum: ['queued', 'done', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    /** When it was first tried: what may have arrived unheard is looked for from then on. */
    triedAt: text(),
    nextAt: text(),
    messageId: text(),
    error: text(),
    createdAt: text().notNull(),
  },
  (table) => [
    uniqueIndex('outbox_key').on(table.key),
    index('outbox_state_seq').on(table.state, table.seq),
    index('outbox_message').on(table.messageId),
  ],
);

/** The messages in which an answer stands: a long one needs several, each a card of its own. */
export const parts = sqliteTable(
  'parts',
  {
    messageId: text().primaryKey(),
    /** The row of the outbox that sent it. */
    delivery: integer().notNull(),
    /** From 1, in the order in which they stand in the chat. */
    place: integer().notNull(),
    /** What it was sent or replaced with; null where it shows all of what its delivery holds. */
    reply: text({ mode: 'json' }),
    /** The same with its records as they stand since; null as long as none has changed. */
    redrawn: text({ mode: 'json' }),
  },
  (table) => [index('parts_delivery').on(table.delivery, table.place)],
);

/** Which records a message (theirs or ours) is about, so that a reply to it finds them. */
export const mentions = sqliteTable(
  'mentions',
  {
    messageId: text().notNull(),
    no: text().notNull(),
    /** Its place among the records of that message, from 1; 0 where nobody counts. */
    place: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.no] })],
);

/** What a conversation remembers: a person in a chat. */
export const talks = sqliteTable(
  'talks',
  {
    chat: text().notNull(),
    person: text().notNull(),
    pending: text({ mode: 'json' }),
    question: text({ mode: 'json' }),
    list: text({ mode: 'json' }),
    /** Records written or changed lately, latest first. */
    recent: text({ mode: 'json' }),
    /** What is said here goes to the practice ledger. */
    practising: integer({ mode: 'boolean' }).notNull().default(false),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chat, table.person] })],
);

/** Files of records that people sent, read but not yet taken in: nothing is written until somebody says so. */
export const sentFiles = sqliteTable('sent_files', {
  /** The key of the message that brought it. */
  key: text().primaryKey(),
  name: text().notNull(),
  by: text().notNull(),
  at: text().notNull(),
  state: text({ enum: ['waiting', 'taken', 'left'] }).notNull(),
  /** Its lines with their places, ready for the import; gone once it is decided. */
  lines: text({ mode: 'json' }),
  /** Rows that could not be read, each with its reason. */
  faults: text({ mode: 'json' }).notNull(),
});

export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ['clerk', 'head', 'director', 'leader', 'admin', 'none'] }).notNull(),
  section: text().notNull().default(''),
  lang: text({ enum: ['zh', 'en'] })
    .notNull()
    .default('zh'),
  /** Where a message to this person alone goes, when it is not his id. */
  address: text(),
});

/** Whoever the messenger's directory has listed; who has left stays, so that his name does. */
export const roster = sqliteTable('roster', {
  id: text().primaryKey(),
  name: text().notNull(),
  section: text().notNull().default(''),
  left: integer({ mode: 'boolean' }).notNull().default(false),
  /** When that was last seen (ISO instant). */
  at: text().notNull(),
});

export const units = sqliteTable('units', {
  name: text().primaryKey(),
  aliases: text({ mode: 'json' }).notNull(),
  type: text(),
});

export const settings = sqliteTable('settings', { name: text().primaryKey(), value: text({ mode: 'json' }).notNull() });
