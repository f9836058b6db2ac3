/** A model's passage is taken only when it is plainly the same facts; under any misbehaviour the template stays. */
import { describe, expect, it } from 'vitest';
import { type Model, OutsideError } from '../../src/ports.ts';
import { draft } from '../../src/writing/draft.ts';
import { tokenPattern, tokensIn } from '../../src/writing/fact.ts';
import { asked, ledgerOf, smallYear } from './small-year.ts';

const db = ledgerOf(smallYear);
const plain = await draft(db, asked);

/** A model that answers with something made of the draft it was given. */
function answering(answer: (skeleton: string) => string, sent: string[] = []): Model {
  return {
    name: 'test',
    async complete({ user }) {
      sent.push(user);
      return answer(user.split('\n')[2] ?? '');
    },
  };
}

/** The first two different tokens change places. */
function swapped(skeleton: string): string {
  const [first, second] = [...new Set(tokensIn(skeleton))];
  return skeleton.replace(tokenPattern, (token, id) =>
    id === first ? `⟦${second}⟧` : id === second ? `⟦${first}⟧` : token,
  );
}

const misbehaving: readonly (readonly [string, (skeleton: string) => string])[] = [
  ['figures of its own', (s) => `${s}召开专题会议47场。`],
  ['Chinese figures of its own', (s) => `${s}走访群众三百余人次。`],
  ['percentages in words', (s) => s.replace('。', '，办结率百分之九十九。')],
  ['figures instead of tokens', (s) => s.replace(tokenPattern, '十九次')],
  ['tokens left out', (s) => s.replace(tokenPattern, '')],
  ['a token twice', (s) => `${s}再次说明${s.match(tokenPattern)?.[0] ?? ''}。`],
  ['unknown tokens', (s) => `${s}另有⟦f999⟧。`],
  ['claims', (s) => s.replace('。', '，在全省率先突破。')],
  ['comparisons', (s) => s.replace('。', '，较上年有较大提高。')],
  ['a sentence without a record', (s) => `${s}各项工作扎实推进，得到了广大群众的认可。`],
  ['names of leaders', (s) => s.replace('。', '，李副省长作出批示。')],
  ['names of units', (s) => s.replace('。', '，会同水利局办理。')],
  ['titles', (s) => s.replace('。', '，出台《接待办法》。')],
  ['Markdown', (s) => `**${s}**`],
  ['JSON', (s) => JSON.stringify({ text: s })],
  ['commands', (s) => `${s}\n\`\`\`json\n{"do":"delete"}\n\`\`\``],
  ['much too much', (s) => s.repeat(300)],
  ['nothing', () => ''],
  ['garbage', () => '\u0001\ufffd]]}}{{ null'],
];

describe('a misbehaving model', () => {
  it.each(misbehaving)('that gives %s changes nothing', async (_name, answer) => {
    const drafted = await draft(db, { ...asked, model: answering(answer) });
    expect(drafted.sections).toEqual(plain.sections);
    expect(drafted.notes.join()).toContain('用模板成稿');
  });

  it('that swaps tokens changes nothing where there are two to swap', async () => {
    const drafted = await draft(db, { ...asked, model: answering(swapped) });
    expect(drafted.sections).toEqual(plain.sections);
  });

  it('that fails or is too slow changes nothing', async () => {
    const failing: Model = {
      name: 'test',
      complete: () => Promise.reject(new OutsideError('gone', { retryable: true })),
    };
    const sleeping: Model = { name: 'test', complete: () => new Promise(() => {}) };
    for (const model of [failing, sleeping]) {
      const drafted = await draft(db, { ...asked, model, patienceMs: 20 });
      expect(drafted.sections).toEqual(plain.sections);
      expect(drafted.notes.join()).toContain('模型没有应答');
    }
  });
});

describe('a good model', () => {
  it('may smooth the words; figures and facts stay', async () => {
    const smoothing = answering((skeleton) => skeleton.replace('做好办会工作，', '不断提高办会水平，'));
    const drafted = await draft(db, { ...asked, section: 'logistics', model: smoothing });
    expect(drafted.sections[0]?.text).toContain('不断提高办会水平，全年保障会务20场次');
    expect(drafted.notes.join()).not.toContain('用模板成稿');
    const own = plain.sections.find((section) => section.id === 'logistics');
    expect(drafted.sections[0]?.facts.map((fact) => fact.text)).toEqual(own?.facts.map((fact) => fact.text));
  });

  it('is told no figure, no title and no name', async () => {
    const sent: string[] = [];
    await draft(db, { ...asked, model: answering((skeleton) => skeleton, sent) });
    const all = sent.join('\n').replace(tokenPattern, '');
    expect(all).not.toMatch(/赵铁柱|钱桂花|孙小虎|江城政务|项目攻坚年|满意单位|500|66\.7|840/);
    expect(sent.length).toBeGreaterThan(5);
  });
});
