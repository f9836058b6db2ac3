/** Which value of a choice is told: not that of some, not a denied one, not what is only fought over. */
import type { Field, RecordKind } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import { type Chosen, choiceIn, choicesIn } from './choices.ts';
import type { Figure, Figures } from './figures.ts';
import type { Marks } from './marks.ts';

/** A choice field of a kind, and what it is read from. */
export interface ChoiceAsked {
  readonly kind: RecordKind;
  readonly name: string;
  readonly field: Field;
  readonly marks: Marks;
  readonly figures: Figures;
}

/** @returns the id of the value; undefined where none is told of all of it */
export function choiceTold(asked: ChoiceAsked): string | undefined {
  const { kind, name, field, marks, figures } = asked;
  const { text } = marks;
  const said = choiceIn(kind, field, text);
  if (stateFields.has(name)) {
    // Several cases with several ends have no one end.
    const several = (figures.quantity?.value ?? 1) > 1;
    if (several && new Set(choicesIn(kind, field, text).map(({ id }) => id)).size > 1) return undefined;
    // 满意率98% is a share of them, not how all of them ended.
    if (isRate(said, text)) return undefined;
  }
  if (!sortNames.has(name) && isOfSome(said, figures.quantity, text)) return undefined;
  if (isDeniedYes(field, said, text)) return 'no';
  if (name === 'category') return headChoice(asked)?.id;
  if (name === 'outcome') return choiceIn(kind, field, withoutDispute(text))?.id;
  if (name === 'column') return choiceIn(kind, field, text, figures.quantity?.index)?.id;
  return (awarded(asked) ?? said)?.id;
}

const sortNames: ReadonlySet<string> = new Set(['category', 'column', 'channel', 'docType', 'source', 'level']);

/** 9 papers, of which 3 urgent: a value of some is none of all. */
function isOfSome(chosen: Chosen | undefined, quantity: Figure | undefined, text: string): boolean {
  if (!chosen || !quantity || quantity.value < 2 || !/[a-z]/i.test(chosen.hit.text)) return false;
  const before =
    /(?:^|[\s(])(\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:of (?:them|these|which|those) )?(?:are |were |was |is |being |marked |as )*$/i.exec(
      text.slice(0, chosen.hit.index),
    );
  const share = before && numberOf(before[1]!.toLowerCase());
  return typeof share === 'number' && share < quantity.value && before!.index >= quantity.index + 1;
}

/** No leader appeared in court, nobody attended: what is denied before it is the other of yes and no. */
function isDeniedYes(field: Field, chosen: Chosen | undefined, text: string): boolean {
  if (chosen?.id !== 'yes' || field.choices?.no === undefined) return false;
  const clause = /[^,.;:]*$/.exec(text.slice(0, chosen.hit.index))?.[0] ?? '';
  return /\b(?:no|nobody|no one|none|not|never|without|nor|neither|didn't|wasn't|hasn't|yet to be)\b/i.test(clause);
}

/** 不服街道责令拆棚, 请求确认违法: what is fought over and what is asked for is no outcome. */
function withoutDispute(text: string): string {
  return text.replace(/(?:不服|请求|要求|诉请|申请(?!人|已|被|撤回|终止))[^,。;\s]{1,24}/g, (said) =>
    '□'.repeat(said.length),
  );
}

function isRate(chosen: Chosen | undefined, text: string): boolean {
  return chosen !== undefined && text[chosen.hit.end] === '率';
}

/** 区政府办公室获全市先进: the level is that of the honour, not of who won it. */
function awarded({ kind, name, field, marks }: ChoiceAsked): Chosen | undefined {
  if (name !== 'level' || !Object.hasOwn(kind.fields, 'recipient')) return undefined;
  const at = marks.text.search(/获|评为|评上|授予|拿了|拿到/);
  return at > 0 ? choiceIn(kind, field, marks.text.slice(at)) : undefined;
}

/**
 * What was set up or changed is the last thing named before it happened (门户网站专栏上线: a column), or the last named
 * behind the verb that comes first (开设网站专栏).
 */
function headChoice({ kind, field, marks, figures }: ChoiceAsked): Chosen | undefined {
  const change = kind.fields.change && choiceIn(kind, kind.fields.change, marks.text);
  if (!change) return choiceIn(kind, field, marks.text, figures.quantity?.index);
  const all = choicesIn(kind, field, marks.text);
  const joined = change.id === 'connected' ? all.find((chosen) => chosen.id === 'system') : undefined;
  const opened = all.find((chosen) => chosen.hit.index >= change.hit.end && chosen.id === 'column');
  if (joined ?? opened) return joined ?? opened;
  return all.findLast((chosen) => chosen.hit.end <= change.hit.index) ?? all.at(-1);
}

/** Words that only say how a thing stands are not what it is about. */
export function moodPlaces(kind: RecordKind, marks: Marks): { index: number; end: number }[] {
  return Object.entries(kind.fields).flatMap(([name, field]) =>
    field.type === 'choice' && stateFields.has(name) ? choicesIn(kind, field, marks.text).map(({ hit }) => hit) : [],
  );
}
const stateFields: ReadonlySet<string> = new Set([
  'satisfaction',
  'resultClass',
  'urgency',
  'handling',
  'outcome',
  'pace',
  'letter',
  'reply',
  'attended',
  'mode',
  'reviewed',
  'filed',
  'decision',
  'procedure',
  'nature',
]);
