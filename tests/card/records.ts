/** Random records of every kind, with everything people type into them. */
import fc from 'fast-check';
import { kinds } from '../../src/kinds/all.ts';
import type { NewEntry } from '../../src/kinds/entry.ts';
import type { Field, RecordKind, Value } from '../../src/kinds/kind.ts';
import { plain } from '../../src/reply.ts';
import { addDays } from '../../src/time/day.ts';
import { text } from './replies.ts';

const day = fc.integer({ min: 0, max: 720 }).map((days) => addDays('2025-01-01', days));
const precision = fc.constantFrom('exact', 'over', 'about', 'under');
const number = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
const words = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constant('<at id=all></at>&#60;b>**督查**') },
  { weight: 1, arbitrary: text.map((one) => `${one}农村教育督查情况，`.repeat(60).slice(0, 500)) },
);

function anyValue(field: Field): fc.Arbitrary<Value> {
  const ids = Object.keys(field.choices ?? {});
  if (field.type === 'number') return fc.oneof(number, fc.record({ value: number, precision })) as fc.Arbitrary<Value>;
  if (field.type === 'units') return fc.array(words, { maxLength: 8 });
  if (field.type === 'list') return fc.array(ids.length > 0 ? fc.constantFrom(...ids) : words, { maxLength: 6 });
  return ids.length > 0 ? fc.constantFrom(...ids) : words;
}

function entryOf(kind: RecordKind): fc.Arbitrary<NewEntry> {
  const fields = Object.entries(kind.fields).filter(([, field]) => !field.isUnit);
  return fc.record(
    {
      kind: fc.constant(kind.id),
      on: day,
      title: words.map(plain),
      quantity: fc.integer({ min: 0, max: 100_000 }),
      precision,
      unit: words,
      section: words,
      status: fc.constantFrom(...Object.keys(kind.life.states)),
      due: day,
      note: fc.oneof(words, fc.constant('备注很长。'.repeat(400))),
      fields: fc.record(Object.fromEntries(fields.map(([name, field]) => [name, anyValue(field)])), {
        requiredKeys: [],
      }),
    },
    { requiredKeys: ['kind', 'on', 'fields'] },
  ) as fc.Arbitrary<NewEntry>;
}

/** A record of any kind. */
export const anyEntry: fc.Arbitrary<NewEntry> = fc.oneof(...kinds.map(entryOf));
