/** Every reply becomes cards Feishu takes, with nothing lost that people must see or press. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardFaults } from '../../src/card/card-limits.ts';
import { feishuCard, feishuCards, replyParts } from '../../src/card/feishu-card.ts';
import { wantedName } from '../../src/card/form-names.ts';
import { slicesOf } from '../../src/card/slices.ts';
import { plain, type Reply, replyText } from '../../src/reply.ts';
import { anyReply } from './replies.ts';

const reply = (blocks: Reply['blocks'], more: Partial<Reply> = {}): Reply => ({
  lang: 'zh',
  title: '已记入',
  tone: 'good',
  blocks,
  ...more,
});

const elements = (card: object) => (card as { body: { elements: Record<string, unknown>[] } }).body.elements;

describe('any reply', () => {
  it('is drawn as cards without a fault', () => {
    fc.assert(
      fc.property(anyReply, (one) => {
        expect(cardFaults(feishuCard(one))).toEqual([]);
        for (const card of feishuCards(one)) expect(cardFaults(card)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('feishuCard', () => {
  it('keeps the strong marks of the program and shows what users typed as typed', () => {
    const user = plain('<at id=all></at> *a* [x](y) **b**');
    const [element] = elements(feishuCard(reply([{ type: 'text', text: `共 **12** 件\n${user}` }])));
    expect(element?.content).toBe('共 **12** 件\n&#60;at id=all&#62;&#60;/at&#62; &#42;a&#42; &#91;x&#93;(y) b');
  });

  it('puts a blank where strong punctuation would touch a letter', () => {
    const [element] = elements(feishuCard(reply([{ type: 'text', text: '共**（12）**件' }])));
    expect(element?.content).toBe('共 **（12）** 件');
  });

  it('does not let a line become a heading, a list or code', () => {
    const [element] = elements(feishuCard(reply([{ type: 'text', text: '# a\n- b\n1. c\n    d\n:OK:' }])));
    expect(element?.content).toBe('&#35; a\n&#45; b\n1&#46; c\n&nbsp;&nbsp;&nbsp;&nbsp;d\n&#58;OK:');
  });

  it('marks assumed values in the language of the reply', () => {
    const items = [{ label: '日期', value: '3月4日', assumed: true }];
    const [zh] = elements(feishuCard(reply([{ type: 'fields', items }])));
    const [en] = elements(feishuCard(reply([{ type: 'fields', items }], { lang: 'en' })));
    expect(zh?.content).toBe("<font color='grey'>日期：</font>3月4日<font color='grey'>（默认）</font>");
    expect(en?.content).toBe("<font color='grey'>日期: </font>3月4日<font color='grey'> (assumed)</font>");
  });

  it('holds the intent in a button and asks before it counts', () => {
    const intent = { do: 'withdraw', no: '督-2026-019' };
    const [button] = elements(
      feishuCard(
        reply([{ type: 'buttons', buttons: [{ label: '撤销', intent, style: 'danger', confirm: '撤销这一条？' }] }]),
      ),
    );
    expect(button).toMatchObject({
      tag: 'button',
      type: 'danger',
      behaviors: [{ type: 'callback', value: { intent } }],
      confirm: { title: { content: '请确认' }, text: { content: '撤销这一条？' } },
    });
  });

  it('gives equal inputs of two forms names of their own, and knows what they were', () => {
    const form = {
      type: 'form' as const,
      name: 'edit',
      inputs: [{ name: 'title', label: '标题', type: 'text' as const }],
      submit: { label: '保存', intent: { do: 'edit' } },
    };
    const names = elements(feishuCard(reply([form, form]))).map(
      (one) => (one.elements as { name: string }[])[0]?.name ?? '',
    );
    expect(names).toEqual(['title', 'title~2']);
    expect(names.map(wantedName)).toEqual(['title', 'title']);
  });

  it('keeps the buttons of a reply too long for one card', () => {
    const long = Array.from({ length: 40 }, () => ({ type: 'text' as const, text: '督查情况'.repeat(500) }));
    const buttons = { type: 'buttons' as const, buttons: [{ label: '继续', intent: { do: 'show' } }] };
    const shown = elements(feishuCard(reply([...long, buttons])));
    expect(shown.at(-1)).toMatchObject({ tag: 'button' });
    expect(JSON.stringify(shown)).toContain('未全部显示');
  });

  it('turns tables inside a fold into lines and puts a form after it', () => {
    const fold = {
      type: 'fold' as const,
      title: '依据',
      blocks: [
        { type: 'table' as const, columns: [{ key: 'no', label: '编号' }], rows: [{ no: '督-2026-001' }] },
        { type: 'form' as const, name: 'f', inputs: [], submit: { label: '保存', intent: { do: 'edit' } } },
      ],
    };
    expect(elements(feishuCard(reply([fold]))).map((one) => one.tag)).toEqual(['collapsible_panel', 'form']);
  });
});

describe('feishuCards', () => {
  it('carries a long table over several cards with every row once', () => {
    const rows = Array.from({ length: 600 }, (_, at) => ({ no: `督-2026-${at}`, title: '农村教育督查情况' }));
    const columns = [
      { key: 'no', label: '编号' },
      { key: 'title', label: '标题' },
    ];
    const cards = feishuCards(reply([{ type: 'table', columns, rows }]));
    const shown = cards.flatMap(elements).flatMap((one) => (one.rows ?? []) as { c1: string }[]);
    expect(cards.length).toBeGreaterThan(1);
    expect(shown.map((row) => row.c1)).toEqual(rows.map((row) => row.no));
  });

  it('puts at most three tables on a card', () => {
    const table = { type: 'table' as const, columns: [{ key: 'a', label: '甲' }], rows: [{ a: '1' }] };
    const cards = feishuCards(reply(Array.from({ length: 7 }, () => table)));
    expect(cards.map((card) => elements(card).length)).toEqual([3, 3, 1]);
  });
});

describe('replyParts', () => {
  it('fit a card each, so that a part can be drawn anew by itself', () => {
    fc.assert(
      fc.property(anyReply, (one) => {
        for (const part of replyParts(one)) expect(replyParts(part)).toEqual([part]);
        expect(feishuCards(one)).toEqual(replyParts(one).map(feishuCard));
      }),
      { numRuns: 40 },
    );
  });

  it('are made of slices that are not cut again', () => {
    fc.assert(
      fc.property(anyReply, (one) => {
        const slices = one.blocks.flatMap((block) => slicesOf(block, one.lang));
        expect(slices.flatMap((slice) => slicesOf(slice, one.lang))).toEqual(slices);
      }),
      { numRuns: 40 },
    );
  });

  it('say behind the title which part they are, in the brackets of their language', () => {
    const long = Array.from({ length: 12 }, () => ({ type: 'text' as const, text: '督查情况'.repeat(600) }));
    const [zh] = replyParts(reply(long));
    const [en] = replyParts(reply(long, { lang: 'en', title: 'Recorded' }));
    expect(zh?.title).toMatch(/^已记入（1\/\d）$/);
    expect(en?.title).toMatch(/^Recorded \(1\/\d\)$/);
    expect(
      replyParts(reply(long))
        .map((part) => replyText({ ...part, title: '' }))
        .join('\n'),
    ).toBe(replyText(reply(long, { title: '' })));
  });
});
