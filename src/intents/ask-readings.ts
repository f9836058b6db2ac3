/** Other usual readings of a question: worked out beside the answer, told only where they give another figure. */
import { kindOf } from '../kinds/all.ts';
import type { Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import type { Filter } from '../store/measure-filter.ts';
import { figure, isRefused } from '../store/measures.ts';
import { addDays, type Day } from '../time/day.ts';
import type { Asked } from './ask-figures.ts';
import type { AskIntent } from './ask-shape.ts';

export interface OtherReading {
  readonly label: Text;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: Text;
  readonly intent: AskIntent;
}

/** @returns the readings whose figure differs from the answer's, at most three */
export function otherReadings(db: Db, intent: AskIntent, given: { asked: Asked; today: Day }): OtherReading[] {
  const { asked, today } = given;
  if (asked.how !== 'one' || asked.rows || intent.figures.length !== 1) return [];
  const readings = candidates(intent, today).flatMap(({ label, intent: other }): OtherReading[] => {
    const [part] = other.figures;
    const found = figure(db, {
      kind: part!.kind,
      measure: part!.measure,
      filters: otherFilters(other, intent, asked.filters[0] ?? []),
      period: other.period,
      asOf: other.asOf ?? today,
    });
    if (isRefused(found) || found.value === null || found.value === asked.value) return [];
    const { value, numerator, denominator, unit } = found;
    return [{ label, value, numerator, denominator, unit, intent: other }];
  });
  return readings.slice(0, 3);
}

/** The ledger's own words for the filters, with what the reading adds. */
function otherFilters(other: AskIntent, intent: AskIntent, known: readonly Filter[]): Filter[] {
  const before = new Set(intent.figures[0]!.filters.map((filter) => filter.field));
  const now = new Map(other.figures[0]!.filters.map((filter) => [filter.field, filter]));
  const added = other.figures[0]!.filters.filter((filter) => !before.has(filter.field)) as Filter[];
  if (other.figures[0]!.filters.length === intent.figures[0]!.filters.length && added.length === 1) {
    // A unit in another role: the same unit under another field.
    return known.map((filter) => (now.has(filter.field) ? filter : { ...filter, field: added[0]!.field }));
  }
  return [...known, ...added];
}

function candidates(intent: AskIntent, today: Day): { label: Text; intent: AskIntent }[] {
  const [part] = intent.figures;
  const kind = part && kindOf(part.kind);
  const measure = kind?.measures[part!.measure];
  if (!kind || !measure || !part || !intent.period) return [];
  const found: { label: Text; intent: AskIntent }[] = [];
  const total = kind.measures[kind.main];
  const done = measure.type === 'count' ? measure.where?.fields?.status : undefined;
  if (measure.type === 'count' && done && total?.type === 'count' && total.by !== measure.by && !intent.group) {
    found.push({
      label: {
        zh: `其中期内${total.by === 'on' ? '登记' : total.title.zh.replace(/数$/, '')}的`,
        en: 'of those that began in the period',
      },
      intent: with1(intent, { measure: kind.main, filters: [...part.filters, { field: 'status', values: [...done] }] }),
    });
  }
  // 印发文件多少份: copies are meant by the word, the documents are the other reading.
  if (measure.type === 'sum' && measure.unit.zh === '份' && total?.type === 'count' && /份/.test(intent.text ?? ''))
    found.push({ label: total.title, intent: with1(intent, { measure: kind.main }) });
  const ended = addDays(intent.period.to, -1);
  if (measure.type === 'rate' && ended < today) {
    found.push({
      label: { zh: '按期末当时算', en: 'as it stood at the end of the period' },
      intent: { ...intent, asOf: ended },
    });
  }
  if (part.measure === 'satisfaction' && kind.measures.satisfactionBasic) {
    found.push({
      label: kind.measures.satisfactionBasic.title,
      intent: with1(intent, { measure: 'satisfactionBasic' }),
    });
  }
  const lead = part.filters.findIndex((filter) => filter.field === 'unit');
  const several = Object.values(kind.fields).some((field) => field.type === 'units');
  if (lead >= 0 && several) {
    const filters = part.filters.map((filter, index) => (index === lead ? { ...filter, field: 'anyUnit' } : filter));
    found.push({ label: { zh: '连会办在内', en: 'with those it takes part in' }, intent: with1(intent, { filters }) });
  }
  return found;
}

function with1(intent: AskIntent, change: Partial<AskIntent['figures'][number]>): AskIntent {
  return { ...intent, figures: [{ ...intent.figures[0]!, ...change }] };
}
