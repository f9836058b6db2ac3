/** The validator refuses what Feishu refuses. */
import { describe, expect, it } from 'vitest';
import { cardFaults } from '../../src/card/card-limits.ts';

const card = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const text = (content: string) => ({ tag: 'plain_text', content });
const button = { tag: 'button', text: text('好'), behaviors: [{ type: 'callback', value: { do: 'x' } }] };
const submit = { ...button, name: 'ok', form_action_type: 'submit' };

const refused: [string, unknown, RegExp][] = [
  ['no object', 'x', /not an object/],
  ['the old schema', { schema: '1.0', body: { elements: [] } }, /1\.0 is not allowed/],
  ['an unknown property', card({ tag: 'markdown', content: 'x', href: {} }), /href: unknown property/],
  ['a removed tag', card({ tag: 'note', elements: [] }), /note is not supported/],
  ['an exclusive card', { ...card(), config: { update_multi: false } }, /update_multi/],
  ['a tag users could write', card({ tag: 'markdown', content: '<b>x' }), /hides/],
  ['a long button', card({ ...button, text: text('字'.repeat(101)) }), /above 100/],
  ['a text value', card({ ...button, behaviors: [{ type: 'callback', value: 'x' }] }), /not an object/],
  ['an id used twice', card({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }), /used twice/],
  ['an id that is none', card({ tag: 'hr', element_id: '1a' }), /element_id/],
  ['a form without submit', card({ tag: 'form', name: 'f', elements: [] }), /without a submit/],
  ['an input without a name', card({ tag: 'form', name: 'f', elements: [{ tag: 'input' }, submit] }), /200530/],
  ['a submit outside a form', card(submit), /outside a form/],
  [
    'a table in a panel',
    card({
      tag: 'collapsible_panel',
      header: { title: text('x') },
      elements: [{ tag: 'table', columns: [], rows: [] }],
    }),
    /root only/,
  ],
  [
    'a page of eleven rows',
    card({ tag: 'table', page_size: 11, columns: [{ name: 'a', data_type: 'text' }], rows: [] }),
    /page_size/,
  ],
  ['six tables', card(...Array.from({ length: 6 }, () => table())), /above 5 \(11310\)/],
  [
    'markdown tables too',
    card(...Array.from({ length: 6 }, () => ({ tag: 'markdown', content: 'a|b\n-|-\n1|2' }))),
    /11310/,
  ],
  ['201 elements', card(...Array.from({ length: 201 }, () => ({ tag: 'hr' }))), /above 200/],
  [
    'more than 30 KB',
    card({ tag: 'markdown', content: '字'.repeat(9999) }, { tag: 'markdown', content: '字'.repeat(999) }),
    /30 KB/,
  ],
  ['a chart of no type', card({ tag: 'chart', chart_spec: {} }), /200550/],
];

function table(): object {
  return { tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ a: '1' }] };
}

describe('cardFaults', () => {
  it.each(refused)('refuses %s', (_name, one, fault) => {
    expect(cardFaults(one).join('\n')).toMatch(fault);
  });

  it('takes a plain card', () => {
    const form = { tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'a', required: true }, submit] };
    expect(cardFaults(card({ tag: 'markdown', content: '好' }, table(), form))).toEqual([]);
  });
});
