/** Feedback on an answer: 对 is a thank-you, 不对 is kept with the reading and offers the shortest way to put it right. */
import type { Block, Button } from '../reply.ts';
import { numbersWrittenBy } from '../store/feedback.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { FeedbackIntent } from './shapes.ts';

export const feedback: IntentKind<FeedbackIntent> = {
  do: 'feedback',
  title: { zh: '对不对', en: 'Right or wrong' },
  examples: [],
  shape: FeedbackIntent,
  act(intent, turn): Outcome {
    const { lang } = turn;
    const zh = lang === 'zh';
    const writes = [{ write: 'feedback', source: intent.source, right: intent.right } as const];
    if (intent.right)
      return { writes, reply: { lang, tone: 'good', title: zh ? '谢谢，记下了' : 'Thank you, noted', blocks: [] } };
    return {
      writes,
      reply: { lang, tone: 'plain', title: zh ? '哪里不对？' : 'What is wrong?', blocks: wayToMend(intent, turn) },
    };
  },
};

function wayToMend({ source }: FeedbackIntent, turn: Turn): Block[] {
  const zh = turn.lang === 'zh';
  const nos = numbersWrittenBy(turn.db, source);
  const note: Block = {
    type: 'note',
    text: zh
      ? '这句话和我的读法已记下，供管理员改进。'
      : 'Your sentence and how it was read are kept for the administrator.',
  };
  if (nos.length === 0) {
    const text = zh
      ? '换个说法再问一次，说清是哪一类、哪段时间、哪个单位，例如「今年民政局主办的政协提案办结率」。'
      : 'Ask again in other words, naming the kind, the period and the unit, for example “closing rate of proposals led by the civil affairs bureau in 2026”.';
    return [{ type: 'text', text }, note];
  }
  const edits = nos
    .slice(0, 8)
    .map((no): Button => ({ label: `${zh ? '改' : 'Edit'} ${no}`, intent: { do: 'edit', no } }));
  const undo: Button = { label: zh ? '撤销' : 'Undo', intent: { do: 'undo', source } };
  return [
    {
      type: 'text',
      text: zh
        ? '直接说对的就行，例如「不是3个 是5个」「是昨天」；也可以按「改」填表。'
        : 'Just say what is right, for example “5, not 3” or “it was yesterday”; or press Edit for a form.',
    },
    { type: 'buttons', buttons: [...edits, undo] },
    note,
  ];
}
