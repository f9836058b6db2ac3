/** The sample year: every kind, whole lives, the same for the same seed, and nothing the ledger would refuse. */
import { describe, expect, it } from 'vitest';
import { kindOf, kinds } from '../../src/kinds/all.ts';
import { entryFaults } from '../../src/kinds/faults.ts';
import { sampleYear } from '../../src/sample/sample-year.ts';

const today = '2026-11-25';
const lines = sampleYear({ today });

describe('the sample year', () => {
  it.each(kinds.map((kind) => kind.id))('holds records of %s in both years', (id) => {
    const years = new Set(lines.filter((line) => line.kind === id).map((line) => line.on.slice(0, 4)));
    expect([...years].sort()).toEqual(['2025', '2026']);
  });

  it('holds nothing the ledger would refuse', () => {
    const faults = lines.flatMap((line) => {
      const kind = kindOf(line.kind);
      return kind ? entryFaults(kind, line) : [{ zh: '', en: `no kind ${line.kind}` }];
    });
    expect(faults).toEqual([]);
  });

  it('titles leave no brace open and no field empty', () => {
    const titled = lines.flatMap((line) => line.title ?? []);
    expect(titled.filter((title) => /[{}]|undefined/.test(title))).toEqual([]);
    expect(lines.filter((line) => line.kind === 'reception').every((line) => /^接待.{4,}/.test(line.title ?? ''))).toBe(
      true,
    );
  });

  it('is the same for the same day and seed, and another for another seed', () => {
    expect(sampleYear({ today })).toEqual(lines);
    expect(sampleYear({ today, seed: 2 })).not.toEqual(lines);
  });

  it('counts codes up in the order of the days', () => {
    const numbers = lines
      .filter((line) => line.kind === 'proposal' && line.on.startsWith('2026'))
      .map((line) => Number(line.fields.caseNo));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('has nothing done after today; what lies ahead is planned', () => {
    const ahead = lines.filter((line) => line.on > today);
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead.every((line) => line.status === 'planned')).toBe(true);
    expect(lines.flatMap((line) => line.moves ?? []).every((move) => move.on <= today)).toBe(true);
  });

  it('works in a year whose holidays are not published', () => {
    expect(sampleYear({ today: '2031-05-06' }).length).toBeGreaterThan(500);
  });
});
