/** Fills the prompt files: what a kind is called and made of, the nearest examples, and the message fenced off as material. */
import { kinds } from '../../kinds/all.ts';
import type { Field, RecordKind } from '../../kinds/kind.ts';
import type { Context } from '../context.ts';
import { likelyKinds, nearExamples } from './similar.ts';

const mostKinds = 8;
const mostExamples = 6;

/** Every `{{slot}}` by its value; what a value holds is not looked at again. */
export function filled(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => slots[name] ?? whole);
}

export function messageSlots(text: string, doubt: string, context: Context): Record<string, string> {
  const likely = likelyKinds(text, mostKinds);
  const examples = nearExamples(text, mostExamples).map(
    ({ kind, example }) => `${example.text.replace(/\n/g, ' ')} → ${kind.id} ×${example.records.length}`,
  );
  return {
    doubt,
    today: context.today,
    section: context.speaker.section || '未登记',
    kinds: likely.map(kindForMessages).join('\n'),
    others: othersOf(likely),
    examples: examples.join('\n') || '没有',
  };
}

export function questionSlots(text: string, doubt: string, context: Context): Record<string, string> {
  const likely = likelyKinds(text, mostKinds);
  return { doubt, today: context.today, kinds: likely.map(kindForQuestions).join('\n'), others: othersOf(likely) };
}

/** The message between marks it cannot hold itself. */
export function fenced(text: string): string {
  return `<消息>\n${text.replace(/<\s*\/?\s*消息\s*>/g, '')}\n</消息>`;
}

function othersOf(likely: readonly RecordKind[]): string {
  return kinds
    .filter((kind) => !likely.includes(kind))
    .map((kind) => `${kind.id} ${kind.title.zh}`)
    .join('、');
}

function kindForMessages(kind: RecordKind): string {
  const fields = Object.entries(kind.fields)
    .filter(([, field]) => !field.personal)
    .map(([name, field]) => `${name}(${field.label.zh}${choicesOf(field)})`);
  return `- ${kind.id} ${kind.title.zh}，按${kind.counts.zh}计；字段：${fields.join('；')}`;
}

function choicesOf(field: Field): string {
  const choices = Object.entries(field.choices ?? {}).map(([id, choice]) => `${id}=${choice.label.zh}`);
  return choices.length > 0 ? `：${choices.join('，')}` : '';
}

function kindForQuestions(kind: RecordKind): string {
  const measures = Object.values(kind.measures).map(({ title }) => title.zh);
  const choices = Object.values(kind.fields).flatMap((field) =>
    field.personal ? [] : Object.values(field.choices ?? {}).map(({ label }) => label.zh),
  );
  const states = Object.values(kind.life.states).map(({ label }) => label.zh);
  return `- ${kind.title.zh}：指标 ${measures.join('、')}；选项 ${[...new Set([...choices, ...states])].join('、')}`;
}
