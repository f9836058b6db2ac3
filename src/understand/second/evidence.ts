/** What a model claims counts only as far as the message says it: words are looked up, values read from them by the rules. */
import type { RecordKind, Value } from '../../kinds/kind.ts';
import { choiceIn } from '../choices.ts';
import type { Context } from '../context.ts';
import { readLeaders } from '../leaders.ts';
import { weightOf } from '../likeness.ts';
import type { Marks, Range } from '../marks.ts';
import { movesIn } from '../status.ts';
import { readUnits } from '../units.ts';
import { overlaps } from '../words.ts';

export interface Claim {
  readonly name: string;
  /** The id of a choice; empty for everything else. */
  readonly value: string;
  readonly words: string;
}

/** Where the words stand in the message; undefined where they do not. */
export function placeOf(words: string, text: string): Range | undefined {
  const said = words.normalize('NFKC').trim();
  const index = said === '' ? -1 : text.indexOf(said);
  return index < 0 ? undefined : { index, end: index + said.length };
}

const unitEnd =
  /^[\u4e00-\u9fff]{1,10}(?:局|办|委|街道?|片区|专班|镇|乡|中心|公司|集团|院|处|科|队|所|站|社区|村|学校|小学|中学|厅|部)$/;

/**
 * The value the message gives for the field in the words claimed; undefined where it gives none.
 * A figure, a number or a day is never taken: those the rules read themselves or not at all.
 */
export function evidenced(kind: RecordKind, claim: Claim, said: { marks: Marks; context: Context }): Value | undefined {
  const { marks, context } = said;
  const field = Object.hasOwn(kind.fields, claim.name) ? kind.fields[claim.name] : undefined;
  const place = placeOf(claim.words, marks.text);
  if (!field || !place) return undefined;
  const words = marks.text.slice(place.index, place.end);
  switch (field.type) {
    case 'choice':
      return choiceIn(kind, field, words)?.id === claim.value ? claim.value : undefined;
    case 'unit': {
      const [unit, ...others] = readUnits(words, context.units);
      if (unit) return others.length === 0 ? unit.name : undefined;
      return unitEnd.test(words) && isFree(place, marks, kind) ? words : undefined;
    }
    case 'person':
      return readLeaders(words)[0]?.name;
    case 'text':
      return weightOf(words) >= 2 && words.length <= 60 && isFree(place, marks, kind) ? words : undefined;
    default:
      return undefined;
  }
}

/** Words in which the rules have found nothing else: no day, no figure, no unit, no leader, no deed. */
function isFree(place: Range, marks: Marks, kind: RecordKind): boolean {
  const taken: readonly Range[] = [
    ...marks.times.map(({ index, text }) => ({ index, end: index + text.length })),
    ...marks.numbers,
    ...marks.units,
    ...marks.leaders,
    ...marks.docNos,
    ...marks.ledgerNos,
    ...movesIn(kind, marks.text),
  ];
  return !taken.some((other) => overlaps(other, place));
}
