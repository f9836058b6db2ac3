/** The object is found in whatever a model says around it. */
import { expect, it } from 'vitest';
import { jsonIn } from '../../../src/understand/second/json-in.ts';

it.each([
  ['{"a":1}', { a: 1 }],
  ['```json\n{"a":{"b":"}"}}\n```', { a: { b: '}' } }],
  ['好的{见下}：{"a":"他说\\"{好}\\""} 希望有用 {}', { a: '他说"{好}"' }],
  ['{"a":[1,2', undefined],
  ['什么都没有', undefined],
  [`${'{'.repeat(500)}"`, undefined],
  [`{"a":"${'长'.repeat(40_000)}"}`, undefined],
])('%#', (text, value) => {
  expect(jsonIn(text)).toEqual(value);
});
