/** Edit: a form with the record's present values; what is changed in it becomes one amendment. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { type Field, numberIn, type Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import type { Input } from '../reply.ts';
import { readEntry } from '../store/entries.ts';
import { entryValue } from '../store/where.ts';
import { isDay } from '../time/day.ts';
import { amendRecords } from './amend.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { headOf } from './phrasing.ts';
import { mayChange, notFound, notYours } from './rights.ts';
import { EditIntent } from './shapes.ts';

const mostInputs = 12;

export const edit: IntentKind<EditIntent> = {
  do: 'edit',
  title: { zh: '改', en: 'Edit' },
  examples: [{ zh: '改 督-2026-019', en: 'edit 督-2026-019' }],
  shape: EditIntent,
  act(intent, turn): Outcome {
    const entry = readEntry(turn.db, intent.no);
    if (!entry || entry.void) return { reply: notFound(intent.no, turn), refused: 'no-data' };
    if (!mayChange(entry, turn)) return { reply: notYours(entry, turn), refused: 'forbidden' };
    return intent.form ? submitted(entry, intent.form, turn) : { reply: formFor(entry, turn) };
  },
};

interface Editable {
  readonly name: string;
  readonly label: string;
  readonly field?: Field;
}

function editable(entry: Entry, turn: Turn): Editable[] {
  const kind = kindOf(entry.kind);
  const zh = turn.lang === 'zh';
  const fields = Object.entries(kind?.fields ?? {}).map(
    ([name, field]): Editable => ({ name: field.isUnit ? 'unit' : name, label: field.label[turn.lang], field }),
  );
  const hasUnit = fields.some((field) => field.name === 'unit');
  return [
    { name: 'on', label: zh ? '日期' : 'day' },
    { name: 'title', label: zh ? '标题' : 'title' },
    { name: 'quantity', label: zh ? '数量' : 'quantity' },
    ...(hasUnit ? [] : [{ name: 'unit', label: zh ? '单位' : 'unit' }]),
    ...fields.filter(({ field }) => field?.type !== 'list'),
  ].slice(0, mostInputs);
}

function shown(entry: Entry, name: string): string {
  if (name === 'on') return entry.on;
  const value = entryValue(entry, name);
  if (value === undefined) return '';
  const number = numberIn(value);
  if (number) return String(number.value);
  return Array.isArray(value) ? value.join('、') : String(value);
}

function formFor(entry: Entry, turn: Turn): Outcome['reply'] {
  const zh = turn.lang === 'zh';
  const inputs = editable(entry, turn).map(({ name, label, field }): Input => {
    const value = shown(entry, name);
    if (field?.choices) {
      const choices = Object.entries(field.choices).map(([id, choice]) => ({
        value: id,
        label: choice.label[turn.lang],
      }));
      return { name, label, type: 'choice', choices, ...(value ? { value } : {}) };
    }
    const type = name === 'on' ? 'day' : name === 'quantity' || field?.type === 'number' ? 'number' : 'text';
    return { name, label, type, ...(value ? { value } : {}) };
  });
  return {
    lang: turn.lang,
    tone: 'plain',
    title: zh ? '改这条记录' : 'Edit this record',
    blocks: [
      { type: 'text', text: headOf(entry, turn.lang) },
      {
        type: 'form',
        name: `edit_${entry.kind}`,
        inputs,
        submit: { label: zh ? '保存' : 'Save', style: 'primary', intent: { do: 'edit', no: entry.no } },
      },
    ],
  };
}

function submitted(entry: Entry, form: Readonly<Record<string, unknown>>, turn: Turn): Outcome {
  const set: Record<string, Value | null> = {};
  for (const { name, label, field } of editable(entry, turn)) {
    const given = form[name];
    if (given === undefined || given === null) continue;
    const text = String(given).trim();
    if (text === shown(entry, name)) continue;
    const value = valueFrom(text, name, field);
    if (value === undefined) return { reply: badValue(label, text, turn), refused: 'not-understood' };
    set[name] = value;
  }
  if (Object.keys(set).length === 0) return { reply: unchanged(turn) };
  if ('quantity' in set) set.precision = 'exact';
  return amendRecords([entry.no], set, turn);
}

/** The typed text as a value of the field; null clears it; undefined when it does not fit. */
function valueFrom(text: string, name: string, field: Field | undefined): Value | null | undefined {
  if (name === 'on') {
    const day = text.slice(0, 10);
    return isDay(day) ? day : undefined;
  }
  if (text === '') return name === 'quantity' ? undefined : null;
  if (field?.choices) return Object.hasOwn(field.choices, text) ? text : undefined;
  if (name === 'quantity' || field?.type === 'number') {
    const number = numberOf(text);
    return number !== null && number >= 0 ? number : undefined;
  }
  if (field?.type === 'units') return text.split(/[、,,;;\s]+/).filter(Boolean);
  return text.slice(0, 500);
}

function badValue(label: string, text: string, turn: Turn): Outcome['reply'] {
  return {
    lang: turn.lang,
    tone: 'warn',
    blocks: [
      {
        type: 'text',
        text:
          turn.lang === 'zh'
            ? `「${label}」填的“${text.slice(0, 40)}”看不懂，没有保存。`
            : `“${text.slice(0, 40)}” does not fit “${label}”; nothing was saved.`,
      },
    ],
  };
}

function unchanged(turn: Turn): Outcome['reply'] {
  return {
    lang: turn.lang,
    tone: 'plain',
    blocks: [{ type: 'text', text: turn.lang === 'zh' ? '没有改动。' : 'Nothing was changed.' }],
  };
}
