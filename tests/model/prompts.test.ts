/** The prompt files: each is known to the Worker too, and has no slot that nobody fills. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPrompts } from '../../src/node-office.ts';
import { filled, messageSlots, questionSlots } from '../../src/understand/second/prompt.ts';
import { contextAt } from '../understand/heard.ts';

const prompts = readPrompts();
const worker = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'worker.ts'), 'utf8');

it.each(Object.keys(prompts))('%s is in the Worker', (name) => {
  expect(worker).toContain(`'../prompts/${name}.md'`);
});

it('names what the kinds declare, and keeps what is in a value from being taken for a slot', () => {
  const text = '去看了看 {{kinds}} 水库';
  const message = filled(prompts['read-message']!, messageSlots(text, '{{today}}', contextAt()));
  const question = filled(prompts['read-question']!, questionSlots('今年督查几次', '没有看懂', contextAt()));
  expect(message).toContain('只在下面这一点上拿不准：{{today}}');
  expect(message.replace('{{today}}', '')).not.toContain('{{');
  expect(question).not.toContain('{{');
  expect(question).toContain('- 督查：指标');
});

it('puts the nearest examples of the kinds first', () => {
  const { examples = '', kinds = '' } = messageSlots('昨天督查农村教育 看了3个点', '', contextAt());
  expect(examples.split('\n')[0]).toContain('→ inspection');
  expect(kinds.split('\n')[0]).toContain('inspection 督查');
});
