/** Log: what was told is written down, one record an item, and a receipt says what was understood. */
import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const PreciseNumber = z.object({ value: z.number(), precision: z.enum(['exact', 'over', 'about', 'under']) });
export const ValueShape = z.union([
  z.string().max(2000),
  z.number(),
  PreciseNumber,
  z.array(z.string().max(200)).max(50),
]);

export const NewEntryShape = z.object({
  kind: z.string(),
  on: Day,
  until: Day.optional(),
  title: z.string().max(500).optional(),
  quantity: z.number().optional(),
  precision: z.enum(['exact', 'over', 'about', 'under']).optional(),
  unit: z.string().max(100).optional(),
  section: z.string().max(100).optional(),
  status: z.string().optional(),
  due: Day.optional(),
  note: z.string().max(2000).optional(),
  basis: z.enum(['items', 'summary']).optional(),
  fields: z.record(z.string(), ValueShape),
});

export const LogIntent = z.object({
  do: z.literal('log'),
  items: z
    .array(
      z.object({
        entry: NewEntryShape,
        /** Names of columns and fields whose value was not said but inferred or assumed; marked on the receipt. */
        assumed: z.array(z.string()),
        /** A choice that was assumed, with the values it may have: asked for once the record is written. */
        contested: z.object({ field: z.string(), values: z.array(z.string()).min(2).max(4) }).optional(),
      }),
    )
    .min(1)
    .max(50),
});
export type LogIntent = z.infer<typeof LogIntent>;
