/** Says what Feishu would refuse in a card (JSON 2.0), before it is sent: unknown parts, removed tags, limits, forms. */

import { type Check, type Shape, shapes } from './card-shapes.ts';
import { cardLimits, cardSize, sentBytes } from './card-size.ts';
import { formFaults, nameFaults } from './form-faults.ts';
import { markdownFaults, markdownTables } from './markdown-faults.ts';

type Part = Record<string, unknown>;

/** @returns what is wrong, each with its place; empty for a card Feishu would take */
export function cardFaults(card: unknown): string[] {
  if (!isPart(card)) return ['card: not an object'];
  const faults: string[] = [];
  walk(card, shapes.card!, { at: 'card', depth: 0, root: false, faults });
  if (isPart(card.config) && card.config.update_multi === false) faults.push('card.config.update_multi: only true');
  return [...faults, ...limitFaults(card), ...nameFaults(card)];
}

interface Place {
  readonly at: string;
  /** How many containers lie around. */
  readonly depth: number;
  /** Whether this is an element directly below the body. */
  readonly root: boolean;
  readonly faults: string[];
}

function walk(part: Part, shape: Shape, place: Place): void {
  for (const name of shape.required) {
    if (part[name] === undefined) place.faults.push(`${place.at}.${name}: missing`);
  }
  for (const [name, value] of Object.entries(part)) {
    const check = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    if (!check) place.faults.push(`${place.at}.${name}: unknown property`);
    else walkValue(value, check, { ...place, at: `${place.at}.${name}` });
  }
}

function walkValue(value: unknown, check: Check, place: Place): void {
  if (check === 'elements') {
    walkElements(value, place);
    return;
  }
  if (typeof check === 'object' && 'part' in check) {
    if (isPart(value)) walk(value, shapes[check.part]!, place);
    else place.faults.push(`${place.at}: not an object`);
    return;
  }
  if (typeof check === 'object' && 'list' in check) {
    if (!Array.isArray(value)) {
      place.faults.push(`${place.at}: not a list`);
      return;
    }
    for (const [index, one] of value.entries()) {
      walkValue(one, { part: check.list }, { ...place, at: `${place.at}[${index}]` });
    }
    return;
  }
  const fault = valueFault(value, check);
  if (fault) place.faults.push(`${place.at}: ${fault}`);
}

const pixels = /^(-?\d{1,2}(px)?)( -?\d{1,2}(px)?){0,3}$/;

function valueFault(value: unknown, check: Exclude<Check, 'elements' | { part: string } | { list: string }>) {
  if (Array.isArray(check)) return check.includes(value as string) ? undefined : `${String(value)} is not allowed`;
  switch (check) {
    case 'any':
      return value === undefined ? 'undefined' : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'not true or false';
    case 'number':
      return Number.isInteger(value) ? undefined : 'not a whole number';
    case 'string':
      return typeof value === 'string' ? undefined : 'not a string';
    case 'margin':
    case 'padding':
      return typeof value === 'string' && pixels.test(value) ? undefined : 'not a distance in px';
    case 'spacing':
      return /^(small|medium|large|extra_large|\d{1,2}px)$/.test(String(value)) ? undefined : 'not a spacing';
    case 'size':
      return /^(default|fill|auto|\d{2,4}px)$/.test(String(value)) ? undefined : 'not a width';
    default:
      return /^([a-z]+(-\d{2,3})?|rgba\([\d., ]+\))$/.test(String(value)) ? undefined : 'not a colour';
  }
}

function walkElements(value: unknown, place: Place): void {
  if (!Array.isArray(value)) {
    place.faults.push(`${place.at}: not a list`);
    return;
  }
  if (place.depth > cardLimits.depth) place.faults.push(`${place.at}: nested deeper than ${cardLimits.depth}`);
  for (const [index, element] of value.entries()) {
    const at = `${place.at}[${index}]`;
    const tag = isPart(element) ? element.tag : undefined;
    const shape = typeof tag === 'string' && Object.hasOwn(shapes, `tag:${tag}`) ? shapes[`tag:${tag}`] : undefined;
    if (!isPart(element) || !shape) {
      place.faults.push(`${at}: tag ${String(tag)} is not supported in schema 2.0 (200861)`);
      continue;
    }
    const root = place.at === 'card.body.elements';
    walk(element, shape, { at, depth: place.depth + 1, root, faults: place.faults });
    place.faults.push(...elementFaults(element, { at, root }));
  }
}

function elementFaults(element: Part, place: { at: string; root: boolean }): string[] {
  const { at, root } = place;
  const faults: string[] = [];
  const say = (fault: string) => faults.push(`${at}: ${fault}`);
  if (element.element_id !== undefined && !/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(String(element.element_id))) {
    say('element_id is not valid');
  }
  switch (element.tag) {
    case 'column':
      if (!at.includes('.columns[')) say('a column stands in a column_set only');
      break;
    case 'markdown':
      return [...faults, ...markdownFaults(String(element.content)).map((fault) => `${at}: ${fault}`)];
    case 'table':
      if (!root) say('a table stands at the root only');
      return [...faults, ...tableFaults(element).map((fault) => `${at}: ${fault}`)];
    case 'chart':
      if (!isPart(element.chart_spec) || typeof element.chart_spec.type !== 'string')
        say('chart without a type (200550)');
      break;
    case 'form':
      if (!root) say('a form stands at the root only');
      return [...faults, ...formFaults(element).map((fault) => `${at}: ${fault}`)];
    case 'button':
      if (textOf(element.text).length > 100) say('button text above 100 characters');
      if (!textOf(element.text)) say('button without text');
      if (isPart(element.confirm) && !textOf(element.confirm.title)) say('confirm without a title');
      for (const behavior of Array.isArray(element.behaviors) ? element.behaviors : []) {
        if (behavior?.type === 'callback' && !isPart(behavior.value)) say('callback value is not an object');
        if (behavior?.type === 'open_url' && !behavior.default_url) say('open_url without default_url');
      }
      break;
  }
  return faults;
}

function tableFaults(table: Part): string[] {
  const faults: string[] = [];
  const size = table.page_size;
  if (size !== undefined && (Number(size) < 1 || Number(size) > 10)) faults.push('page_size is not 1 to 10');
  const columns = Array.isArray(table.columns) ? table.columns : [];
  if (columns.length === 0 || columns.length > 50) faults.push('not 1 to 50 columns');
  const names = columns.map((column) => String(column?.name));
  if (new Set(names).size < names.length || names.includes('')) faults.push('column names are not unique');
  if (!Array.isArray(table.rows)) return [...faults, 'rows are not a list (200914)'];
  const types = new Map(columns.map((column) => [String(column?.name), column?.data_type]));
  for (const row of table.rows) {
    if (!isPart(row)) return [...faults, 'a row is not an object (200915)'];
    for (const [name, cell] of Object.entries(row)) {
      if (!types.has(name)) faults.push(`a cell without a column: ${name} (200915)`);
      if (types.get(name) === 'number' && typeof cell !== 'number') faults.push(`${name} is not a number (200915)`);
      if (types.get(name) === 'text' && typeof cell !== 'string') faults.push(`${name} is not a string`);
    }
  }
  return faults;
}

function limitFaults(card: Part): string[] {
  const text = JSON.stringify(card);
  // A function, an undefined or a NaN would not arrive.
  if (JSON.stringify(JSON.parse(text)) !== text) return ['card: not plain JSON'];
  const size = cardSize(card);
  const tables = size.tables + markdownTables(card);
  return [
    ...(sentBytes(card) > cardLimits.bytes ? [`card: ${sentBytes(card)} bytes, above 30 KB (230025)`] : []),
    ...(size.elements > cardLimits.elements ? [`card: ${size.elements} elements, above 200 (11310)`] : []),
    ...(tables > cardLimits.tables ? [`card: ${tables} tables, above 5 (11310)`] : []),
    ...(size.charts > cardLimits.charts ? [`card: ${size.charts} charts, above 5`] : []),
  ];
}

function textOf(value: unknown): string {
  return isPart(value) && typeof value.content === 'string' ? value.content : '';
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
