/** Every kind keeps what was agreed: ids, fields, enums, lives, clocks, measures and examples that hold together. */
import { describe, expect, it } from 'vitest';
import { kindOf, kindOfNumber, kinds } from '../../src/kinds/all.ts';
import { columns } from '../../src/kinds/entry.ts';
import { type Measure, type RecordKind, unitFieldOf, type Where } from '../../src/kinds/kind.ts';
import { agreed, moveIds } from './contract-table.ts';

const placeable = (kind: RecordKind) => new Set(['on', 'log', ...Object.keys(kind.life.moves)]);
const named = (kind: RecordKind) => new Set<string>([...columns, ...Object.keys(kind.fields)]);

/** Every condition inside a condition. */
function parts(where: Where): Where[] {
  return [where, ...(where.anyOf ?? []).flatMap(parts), ...(where.not ? parts(where.not) : [])];
}

function conditions(measure: Measure): Where[] {
  if (measure.type === 'rate') return [...parts(measure.numerator), ...parts(measure.denominator)];
  if (measure.type === 'count' || measure.type === 'sum') return measure.where ? parts(measure.where) : [];
  return [];
}

/** The states a record can come to from where it may start. */
function reachable(kind: RecordKind): Set<string> {
  const seen = new Set([kind.life.first, 'planned']);
  for (let size = 0; size !== seen.size; ) {
    size = seen.size;
    for (const move of Object.values(kind.life.moves)) {
      if (move.to && (move.from.length === 0 || move.from.some((state) => seen.has(state)))) seen.add(move.to);
    }
  }
  return seen;
}

describe('the list of kinds', () => {
  it('has every agreed kind and no other', () => {
    expect(kinds.map((kind) => kind.id).sort()).toEqual(Object.keys(agreed).sort());
  });

  it('finds a kind by id and by number, the longest prefix first', () => {
    expect(kindOf('proposal')?.prefix).toBe('案');
    expect(kindOf('nothing')).toBeUndefined();
    expect(kindOfNumber('督-2026-019')?.id).toBe('inspection');
    expect(kindOfNumber('督办-2026-019')?.id).toBe('supervision');
    expect(kindOfNumber('查档-2026-001')?.id).toBe('archive');
    expect(kindOfNumber('无-2026-001')).toBeUndefined();
  });

  it('gives every kind a prefix of its own', () => {
    expect(new Set(kinds.map((kind) => kind.prefix)).size).toBe(kinds.length);
  });
});

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  const table = agreed[id]!;

  it('has the agreed prefix, counting word and fields', () => {
    expect(kind.prefix).toBe(table.prefix);
    expect(kind.counts.zh === table.counts || table.counts === '—').toBe(true);
    const fields = Object.entries(kind.fields).map(([name, field]) => (field.required ? `${name}*` : name));
    expect(fields.join(' ')).toBe(table.fields);
  });

  it('has the agreed enum ids', () => {
    const choices = Object.fromEntries(
      Object.entries(kind.fields)
        .filter(([, field]) => field.choices)
        .map(([name, field]) => [name, Object.keys(field.choices!).join(' ')]),
    );
    expect(choices).toEqual(table.choices);
    for (const field of Object.values(kind.fields)) {
      if (field.type === 'choice') expect(field.choices).toBeDefined();
      if (field.assumed !== undefined) expect(Object.keys(field.choices!)).toContain(field.assumed);
    }
  });

  it('has the agreed life', () => {
    expect(kind.life.first).toBe(table.first);
    const own = Object.keys(kind.life.states).filter((state) => state !== 'planned' && state !== 'withdrawn');
    expect(own.sort()).toEqual(table.states.split(' ').sort());
    expect(kind.life.states.planned!.counted).toBe(false);
    expect(kind.life.states.withdrawn!.counted).toBe(false);
  });

  it('moves only between its states, and every state can be reached', () => {
    for (const [name, move] of Object.entries(kind.life.moves)) {
      expect(moveIds, name).toContain(name);
      for (const state of [...move.from, ...(move.to ? [move.to] : [])])
        expect(Object.keys(kind.life.states)).toContain(state);
      for (const field of move.sets ?? []) expect([...named(kind)], `${name} sets`).toContain(field);
    }
    expect([...reachable(kind)].sort()).toEqual(Object.keys(kind.life.states).sort());
  });

  it('has clocks that its moves start and stop', () => {
    for (const clock of kind.clocks ?? []) {
      expect([...placeable(kind)]).toContain(clock.from);
      for (const move of clock.until) expect([...placeable(kind)]).toContain(move);
    }
  });

  it('has measures that refer to what exists', () => {
    const measures = Object.keys(kind.measures);
    expect(measures).toContain(kind.main);
    expect(kind.facts.length).toBeGreaterThan(0);
    for (const fact of kind.facts) expect(measures).toContain(fact);
    for (const measure of Object.values(kind.measures)) {
      if ('by' in measure) expect([...placeable(kind)]).toContain(measure.by);
      if ('field' in measure) expect(kind.fields[measure.field]?.type).toBe('number');
      if (measure.type === 'ratio')
        expect(measures).toEqual(expect.arrayContaining([measure.numerator, measure.denominator]));
      if (measure.type === 'rate' && measure.along) expect(measures).toContain(measure.along);
      if (measure.type === 'duration')
        expect([...placeable(kind)]).toEqual(expect.arrayContaining([measure.from, measure.to]));
      for (const where of conditions(measure)) {
        for (const [name, values] of Object.entries(where.fields ?? {})) {
          expect([...named(kind)]).toContain(name);
          const known = name === 'status' ? kind.life.states : kind.fields[name]?.choices;
          if (known) for (const value of values) expect(Object.keys(known)).toContain(value);
        }
        for (const name of where.filled ?? []) expect([...named(kind)]).toContain(name);
        for (const move of [...(where.moved ?? []), ...(where.onTime ? [where.onTime] : [])])
          expect(Object.keys(kind.life.moves)).toContain(move);
      }
    }
  });

  it('is asked for by no two measures in the same words', () => {
    const words = Object.values(kind.measures).flatMap((measure) => [...new Set(measure.words)]);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });

  it('says everything in Chinese and English', () => {
    const texts = [
      kind.title,
      kind.counts,
      ...Object.values(kind.fields).flatMap((field) => [
        field.label,
        ...(field.counts ? [field.counts] : []),
        ...Object.values(field.choices ?? {}).map((choice) => choice.label),
        ...(field.known ?? []).map((choice) => choice.label),
      ]),
      ...Object.values(kind.life.states).map((state) => state.label),
      ...Object.values(kind.life.moves).map((move) => move.label),
      ...Object.values(kind.measures).flatMap((measure) => [measure.title, measure.definition, measure.unit]),
    ];
    for (const text of texts) {
      expect(text.zh.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.en).not.toMatch(/[一-龥]/);
    }
  });

  it('gives a word to one choice of a field only', () => {
    for (const [name, field] of Object.entries(kind.fields)) {
      const said = Object.values(field.choices ?? {}).flatMap((choice) => [
        ...new Set([choice.label.zh, choice.label.en, ...choice.words].map((word) => word.toLowerCase())),
      ]);
      expect(
        said.filter((word, i) => said.indexOf(word) !== i),
        name,
      ).toEqual([]);
    }
  });

  it('has examples that its own declaration understands', () => {
    expect(kind.examples.length).toBeGreaterThanOrEqual(5);
    expect(kind.examples.some((example) => example.lang === 'en')).toBe(true);
    for (const { text, records } of kind.examples) {
      expect(records.length, text).toBeGreaterThan(0);
      for (const record of records) {
        if (record.status) expect(Object.keys(kind.life.states), text).toContain(record.status);
        if (record.unit) expect(unitFieldOf(kind), text).toBeUndefined();
        for (const [name, value] of Object.entries(record.fields ?? {})) {
          const field = kind.fields[name];
          expect(field, `${text}: ${name}`).toBeDefined();
          if (field?.choices) expect(Object.keys(field.choices), text).toContain(value);
          if (field?.type === 'number') expect(typeof value === 'number' || typeof value === 'object', text).toBe(true);
          if (field?.type === 'code') expect(typeof value, text).toBe('string');
        }
      }
    }
  });

  it('is named by its cues in its own examples, and by no cue against it', () => {
    const cues = [...kind.cues.sure, ...(kind.cues.likely ?? []), ...(kind.cues.maybe ?? [])];
    expect(kind.cues.sure.length).toBeGreaterThan(0);
    for (const { text } of kind.examples) {
      const lower = text.toLowerCase();
      const hit = cues.some((cue) => (typeof cue === 'string' ? lower.includes(cue.toLowerCase()) : cue.test(text)));
      expect(hit, text).toBe(true);
      expect(
        (kind.cues.never ?? []).filter((never) => never.test(text)),
        text,
      ).toEqual([]);
    }
  });

  it('has cues without a memory between two texts', () => {
    const all = [
      ...kind.cues.sure,
      ...(kind.cues.likely ?? []),
      ...(kind.cues.maybe ?? []),
      ...(kind.cues.never ?? []),
    ];
    for (const cue of all) if (cue instanceof RegExp) expect(cue.flags).not.toMatch(/[gy]/);
  });
});
