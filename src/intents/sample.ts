/** The sample year on request: a fictitious district's ledger to try questions, digests and drafts on, gone in one step. */

import type { Button } from '../reply.ts';
import { sampleYear } from '../sample/sample-year.ts';
import { districtName } from '../sample/words.ts';
import { isEmpty, sampleSize } from '../store/sample.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { SampleIntent } from './shapes.ts';

export const sample: IntentKind<SampleIntent> = {
  do: 'sample',
  title: { zh: '示例数据', en: 'Sample year' },
  examples: [
    { zh: '装入示例数据', en: 'load a sample year' },
    { zh: '清除示例', en: 'remove the sample' },
  ],
  shape: SampleIntent,
  act(intent, turn): Outcome {
    return intent.what === 'load' ? load(turn) : remove(turn);
  },
};

/** Sentences to try first; the page and the help are full of others. */
const tries = {
  zh: ['今年提案办结率多少', '今年每个月督查几次', '哪些督办件逾期了'],
  en: ['closing rate of proposals this year', 'inspections by month this year', 'which supervision items are overdue?'],
} as const;

function load(turn: Turn): Outcome {
  const { db, lang } = turn;
  const zh = lang === 'zh';
  const size = sampleSize(db);
  if (size > 0)
    return refusal(turn, zh ? `示例数据已经装好（${size} 条）。` : `The sample is loaded already (${size} records).`, [
      removal(turn),
    ]);
  if (!isEmpty(db))
    return refusal(
      turn,
      zh
        ? '台账里已经有记录，示例数据只装进空台账，免得和真实数字混在一起。'
        : 'There are records in the ledger; a sample is only put into an empty one, so that it never mixes with real figures.',
      [],
    );
  const lines = sampleYear({ today: turn.today });
  return {
    writes: [{ write: 'sample', lines }],
    reply: {
      lang,
      tone: 'good',
      title: zh ? `已装入示例数据 ${lines.length} 条` : `Sample year loaded: ${lines.length} records`,
      blocks: [
        {
          type: 'text',
          text: zh
            ? `${districtName.zh}从去年1月到今天的台账，单位、人名、事项都是编的。试着问：`
            : `The ledger of ${districtName.en} from last January to today; every unit, name and matter is invented. Try to ask:`,
        },
        { type: 'text', text: tries[lang].map((text) => `· ${text}`).join('\n') },
        { type: 'buttons', buttons: [removal(turn)] },
      ],
    },
  };
}

function remove(turn: Turn): Outcome {
  const zh = turn.lang === 'zh';
  const size = sampleSize(turn.db);
  if (size === 0) return refusal(turn, zh ? '台账里没有示例数据。' : 'There is no sample in the ledger.', []);
  return {
    writes: [{ write: 'sample' }],
    reply: {
      lang: turn.lang,
      tone: 'good',
      title: zh ? `已清除示例数据 ${size} 条` : `Sample year removed: ${size} records`,
      blocks: [
        {
          type: 'text',
          text: zh
            ? '您自己记的都还在，编号从头用起。做了什么，一句话告诉我。'
            : 'What you recorded yourself is still there, and numbers start afresh. Tell me in one sentence what you did.',
        },
      ],
    },
  };
}

function removal(turn: Turn): Button {
  return {
    label: turn.lang === 'zh' ? '清除示例' : 'Remove the sample',
    intent: { do: 'sample', what: 'remove' } satisfies SampleIntent,
    style: 'danger',
    confirm: turn.lang === 'zh' ? '清除全部示例数据？' : 'Remove the whole sample year?',
  };
}

function refusal(turn: Turn, text: string, buttons: readonly Button[]): Outcome {
  return {
    refused: 'not-a-fact',
    reply: {
      lang: turn.lang,
      tone: 'warn',
      blocks: [{ type: 'text', text }, ...(buttons.length > 0 ? [{ type: 'buttons' as const, buttons }] : [])],
    },
  };
}
