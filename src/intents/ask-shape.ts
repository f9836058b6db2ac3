/** The shape of a question as plain JSON: which figures, of which period, parted or compared how. */
import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const PeriodShape = z.object({ from: Day, to: Day });

export const FilterShape = z.object({
  field: z.string().max(40),
  values: z.array(z.string().max(120)).min(1).max(60),
  /** How the question named it. */
  said: z.string().max(120).optional(),
  not: z.boolean().optional(),
});

export const AskedFigure = z.object({
  kind: z.string().max(40),
  measure: z.string().max(40),
  filters: z.array(FilterShape).max(8),
});

export const AskIntent = z.object({
  do: z.literal('ask'),
  figures: z.array(AskedFigure).min(1).max(4),
  /** Closed-open; null is everything up to `asOf`. */
  period: PeriodShape.nullable(),
  /** The period was not said. */
  assumed: z.boolean().optional(),
  /** The day up to which the ledger is read; the day of the question when not given. */
  asOf: Day.optional(),
  group: z.string().max(40).optional(),
  /** Only the first rows, or the last when `least`. */
  top: z.object({ count: z.number().int().min(1).max(100), least: z.boolean().optional() }).optional(),
  /** Told beside the figure for those days, without holding one against the other. */
  beside: PeriodShape.optional(),
  compare: z.union([z.literal('same-last-year'), z.literal('before'), PeriodShape]).optional(),
  /** As said: names the ledger knows are looked for in it. */
  text: z.string().max(300).optional(),
  /** An average over the calendar. */
  per: z.enum(['week', 'month', 'quarter', 'year']).optional(),
  /** The figures added up, where they count in the same word. */
  sum: z.boolean().optional(),
  /** The first figure less the second, where they count in the same word. */
  differ: z.boolean().optional(),
  /** Of a rate the number of those that meet it (按期办结几件). */
  part: z.boolean().optional(),
  /** The first figure divided by the second. */
  divide: z.boolean().optional(),
  /** The first figure as a share of the second. */
  share: z.boolean().optional(),
  /** How the figure comes about is told at length. */
  explain: z.boolean().optional(),
  /** Why it has no answer, known already from the question itself. */
  trouble: z
    .object({
      because: z.enum(['future', 'unlike', 'people', 'unknown', 'unread', 'money']),
      word: z.string().max(120).optional(),
    })
    .optional(),
});

/** Which records a list shows; pages of ten. */
export const FindIntent = z.object({
  do: z.literal('find'),
  kind: z.string().max(40).optional(),
  /** Narrowed to what this measure counts. */
  measure: z.string().max(40).optional(),
  filters: z.array(FilterShape).max(8),
  period: PeriodShape.nullable(),
  asOf: Day.optional(),
  text: z.string().max(300).optional(),
  /** Only what was written down in those days, and by that person. */
  told: PeriodShape.optional(),
  by: z.string().max(120).optional(),
  /** Only the latest or the earliest of them. */
  one: z.enum(['last', 'first']).optional(),
  page: z.number().int().min(0).max(1000).optional(),
  /** The records themselves, when they are known. */
  nos: z.array(z.string().max(40)).max(2000).optional(),
});

export type AskedFigure = z.infer<typeof AskedFigure>;
export type AskIntent = z.infer<typeof AskIntent>;
export type FindIntent = z.infer<typeof FindIntent>;
export type AskedFilter = z.infer<typeof FilterShape>;
