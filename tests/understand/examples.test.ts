/** Every example a kind declares is read as it declares: the examples are promises to the reader of the help. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/kinds/all.ts';
import { exampleDay } from '../../src/kinds/kind.ts';
import { contextAt, entriesOf, hear } from './heard.ts';

const context = contextAt(`${exampleDay}T15:00:00+08:00`);

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  it.each(kind.examples.map((example) => [example.text, example.records] as const))('%s', (text, records) => {
    const entries = entriesOf(hear(text, context));
    expect(entries).toHaveLength(records.length);
    for (const [index, expected] of records.entries()) {
      const entry = entries[index]!;
      expect(entry.kind).toBe(id);
      if (expected.on) expect(entry.on).toBe(expected.on);
      if (expected.until) expect(entry.until).toBe(expected.until);
      if (expected.quantity !== undefined) expect(entry.quantity ?? 1).toBe(expected.quantity);
      if (expected.precision) expect(entry.precision ?? 'exact').toBe(expected.precision);
      if (expected.unit) expect(entry.unit).toBe(expected.unit);
      if (expected.status) expect(entry.status ?? kind.life.first).toBe(expected.status);
      expect(entry.fields).toMatchObject(expected.fields ?? {});
    }
  });
});
