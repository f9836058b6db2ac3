/** The shapes of the lines an import takes (contract, section 5.2). */
import { z } from 'zod';
import { roles } from '../store/people.ts';

const DayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day YYYY-MM-DD');
const ValueShape = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.object({ value: z.number(), precision: z.enum(['exact', 'over', 'about', 'under']) }),
]);
const MoveShape = z.object({
  n: z.number().int().positive().optional(),
  move: z.string(),
  on: DayShape,
  at: z.string().optional(),
  by: z.string().optional(),
  section: z.string().optional(),
  source: z.string().optional(),
  set: z.record(z.string(), ValueShape.nullable()).optional(),
  note: z.string().optional(),
  undoes: z.number().int().positive().optional(),
  implied: z.literal(true).optional(),
});
/** A record with its moves. */
export const RecordLine = z.strictObject({
  no: z.string().optional(),
  kind: z.string(),
  on: DayShape,
  until: DayShape.nullish(),
  title: z.string().nullish(),
  quantity: z.number().nonnegative().nullish(),
  precision: z.enum(['exact', 'over', 'about', 'under']).nullish(),
  unit: z.string().nullish(),
  section: z.string().nullish(),
  status: z.string().nullish(),
  due: DayShape.nullish(),
  note: z.string().nullish(),
  basis: z.enum(['items', 'summary']).nullish(),
  fields: z.record(z.string(), ValueShape).optional(),
  moves: z.array(MoveShape).optional(),
});
export type RecordLine = z.infer<typeof RecordLine>;
/** A person, a unit or a setting. */
export const OtherLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('person'),
    id: z.string().min(1),
    name: z.string().optional(),
    role: z.enum(roles as unknown as [string, ...string[]]).optional(),
    section: z.string().optional(),
    lang: z.enum(['zh', 'en']).optional(),
    address: z.string().nullish(),
  }),
  z.object({
    type: z.literal('unit'),
    name: z.string().min(1),
    aliases: z.array(z.string()).default([]),
    kind: z.string().nullish(),
  }),
  z.object({ type: z.literal('setting'), name: z.string().min(1), value: z.unknown() }),
]);
