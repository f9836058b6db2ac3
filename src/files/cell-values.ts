/** What is written in a cell, as the value its column wants; or why it is none. */
import type { Field, RecordKind, Value } from '../kinds/kind.ts';
import { preciseLabel } from '../kinds/kind.ts';
import { readNumbers } from '../numbers.ts';
import type { Text } from '../reply.ts';
import { addDays, isDay } from '../time/day.ts';
import { normal } from './headings.ts';
import type { Cell } from './sheet.ts';

export type Read<T> = { readonly value: T } | { readonly fault: Text };

/** What people write into a cell that has nothing to say. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || /^\s*(?:[/\\—–-]{1,3}|无|暂无|N\/A)?\s*$/i.test(String(cell));
}

/** @param year of the table, for days written without one */
export function dayCell(cell: Cell, year?: number): Read<string> {
  const text = String(cell).normalize('NFKC').trim();
  const full = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?(?:[T ].*)?$/.exec(text);
  const packed = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  const short = /^(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?$/.exec(text);
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : undefined;
  const parts = full?.slice(1) ?? packed?.slice(1) ?? (short && year ? [String(year), ...short.slice(1)] : undefined);
  // Excel counts days from the last of 1899.
  const day = parts
    ? `${parts[0]}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`
    : serial && serial > 20_000
      ? addDays('1899-12-30', serial)
      : '';
  if (isDay(day)) return { value: day };
  return { fault: { zh: `「${text}」不是完整的日期（要年月日）`, en: `"${text}" is no full date` } };
}

export function numberCell(cell: Cell): Read<Value> {
  if (typeof cell === 'number') return { value: cell };
  const text = String(cell).normalize('NFKC').trim();
  const found = readNumbers(text);
  const [number] = found;
  // What stands around the number may be its counting word, nothing else: 「3次」, not 「3+2」.
  const rest = number ? text.replace(number.text, '') : text;
  if (!number || found.length > 1 || number.range || /[\d+\-*/=]/.test(rest) || rest.length > 4)
    return { fault: { zh: `「${text}」不是一个数`, en: `"${text}" is no number` } };
  const { value, precision } = number;
  return { value: precision === 'exact' ? value : { value, precision } };
}

export function fieldCell(field: Field, cell: Cell): Read<Value> {
  const text = String(cell).trim();
  if (field.type === 'number') return numberCell(cell);
  if (field.type === 'units') return { value: listIn(text) };
  if (field.type === 'list') {
    const parts = listIn(text).map((part) => (field.choices ? choiceIn(field, part) : part));
    const wrong = parts.indexOf(undefined);
    return wrong < 0 ? { value: parts as string[] } : notAmong(field, listIn(text)[wrong] ?? text);
  }
  if (!field.choices) return { value: text.slice(0, 2000) };
  const id = choiceIn(field, text);
  return id === undefined ? notAmong(field, text) : { value: id };
}

/** A state of the kind's life, by its label, its id or a word for the move that leads there. */
export function statusCell(kind: RecordKind, cell: Cell): Read<string> {
  const text = normal(String(cell));
  const state = Object.entries(kind.life.states).find(([id, one]) =>
    [one.label.zh, one.label.en, id].some((label) => normal(label) === text),
  );
  if (state) return { value: state[0] };
  const bare = text.replace(/^已经?|完毕$|完成$|了$/g, '');
  const moves = Object.values(kind.life.moves).filter((move) => move.to);
  const move =
    moves.find((one) => one.label.zh === bare) ??
    moves.find((one) => one.words.some((word) => word === bare || word === text));
  if (move?.to) return { value: move.to };
  const labels = Object.values(kind.life.states).map((one) => one.label.zh);
  return {
    fault: { zh: `状态「${String(cell)}」不在 ${labels.join('、')} 之中`, en: `"${String(cell)}" is no state` },
  };
}

/** A value as a cell shows it; the same cell gives the same value again. */
export function shownCell(field: Field, value: Value): Cell {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return field.choices?.[value]?.label.zh ?? value;
  if ('value' in value) return preciseLabel(value.value, value.precision, 'zh');
  return value.map((part) => field.choices?.[part]?.label.zh ?? part).join('、');
}

/** An id, a label or a word of the choice; 「A类」 as well as 「A」. */
export function choiceIn(field: Field, text: string): string | undefined {
  const sought = normal(text);
  const entries = Object.entries(field.choices ?? {});
  const named = (wanted: string) =>
    entries.find(([id, one]) => [id, one.label.zh, one.label.en].some((label) => normal(label) === wanted)) ??
    entries.find(([, one]) => one.words.some((word) => normal(word) === wanted));
  return (named(sought) ?? named(sought.replace(/[类件级]$/, '')))?.[0];
}

function notAmong(field: Field, text: string): { fault: Text } {
  const choices = Object.values(field.choices ?? {});
  return {
    fault: {
      zh: `${field.label.zh}「${text}」不在 ${choices.map((one) => one.label.zh).join('、')} 之中`,
      en: `${field.label.en} "${text}" is none of ${choices.map((one) => one.label.en).join(', ')}`,
    },
  };
}

function listIn(text: string): string[] {
  return text
    .split(/[、,，;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => !isBlank(part));
}
