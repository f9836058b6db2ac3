/** Replies of every shape, for tests that must hold for all of them. */
import fc from 'fast-check';
import type { Block, Button, Input, Reply } from '../../src/reply.ts';

const nasty = [
  ...[
    '<at id=all></at>',
    '**粗**',
    '`代码`',
    '[链接](https://example.com)',
    '# 标题',
    '1. 一',
    '- 二',
    '|a|b|',
    '|--|--|',
  ],
  ...[
    '&amp;',
    ':OK:',
    '\u0000',
    '\ud800',
    '😀',
    '"引号"',
    '\\',
    '~~删~~',
    '$x$',
    '<font color=red>',
    '    缩进',
    '***',
    '\r\n',
  ],
];

/** Text as people write it, and as they should not. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant('今天督查了\n')),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

const longText = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: text.map((one) => `${one}督查情况，`.repeat(400)) },
);

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: fc.oneof(text, fc.constant('确认'.repeat(80))),
    intent: fc.record({ do: fc.constantFrom('log', 'undo'), no: text }),
    style: fc.constantFrom('default', 'primary', 'danger'),
    confirm: text,
  },
  { requiredKeys: ['label', 'intent'] },
);

const input: fc.Arbitrary<Input> = fc.record(
  {
    name: fc.constantFrom('title', 'on', 'unit', '数量', 'note'),
    label: text,
    type: fc.constantFrom('text', 'day', 'number', 'choice'),
    value: fc.oneof(longText, fc.constant('2026-03-04')),
    required: fc.boolean(),
    choices: fc.array(fc.record({ value: fc.constantFrom('a', 'b', 'c', ''), label: text }), { maxLength: 150 }),
  },
  { requiredKeys: ['name', 'label', 'type'] },
);

const flat: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: longText }),
  fc.record({ type: fc.constant('note' as const), text: longText }),
  fc.record({
    type: fc.constant('fields' as const),
    items: fc.array(fc.record({ label: text, value: longText, assumed: fc.boolean() }), { maxLength: 12 }),
  }),
  fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 120 }), text).map(([columns, rows, cell]) => ({
    type: 'table' as const,
    columns: Array.from({ length: columns }, (_, at) => ({
      key: `k${at}`,
      label: `列${at}${cell}`,
      numeric: at % 2 === 0,
    })),
    rows: Array.from({ length: rows }, (_, row) =>
      Object.fromEntries(Array.from({ length: columns }, (_, at) => [`k${at}`, `${cell}${row}`])),
    ),
  })),
  fc.record({
    type: fc.constant('chart' as const),
    shape: fc.constantFrom('bar' as const, 'line' as const, 'pie' as const),
    points: fc.array(fc.record({ x: text, y: fc.double(), series: text }, { requiredKeys: ['x', 'y'] }), {
      maxLength: 200,
    }),
  }),
  fc.record({ type: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 25 }) }),
  fc.record({
    type: fc.constant('form' as const),
    name: fc.constantFrom('edit', 'new', ''),
    inputs: fc.array(input, { maxLength: 8 }),
    submit: button,
  }),
  fc.constant({ type: 'line' as const }),
);

const block: fc.Arbitrary<Block> = fc.letrec<{ fold: Block; block: Block }>((tie) => ({
  fold: fc.record({
    type: fc.constant('fold' as const),
    title: text,
    blocks: fc.array(tie('block'), { maxLength: 4 }),
  }),
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, flat, tie('fold')),
})).block;

/** Any reply at all. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    lang: fc.constantFrom('zh', 'en'),
    title: fc.oneof(text, fc.constant('标题'.repeat(150))),
    tone: fc.constantFrom('plain', 'good', 'warn', 'bad'),
    blocks: fc.array(block, { maxLength: 12 }),
  },
  { requiredKeys: ['lang', 'tone', 'blocks'] },
);
