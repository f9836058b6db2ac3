/** Small talk, refusals and questions back: answers that write nothing. */
import type { z } from 'zod';
import { kindOf, kinds } from '../kinds/all.ts';
import { oneOf } from '../kinds/kind.ts';
import type { Lang, Reply } from '../reply.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { pendingNow } from './pending.ts';
import { ChatIntent, ClarifyIntent, RefuseIntent } from './shapes.ts';

export const chat: IntentKind<z.infer<typeof ChatIntent>> = {
  do: 'chat',
  title: { zh: '寒暄', en: 'Small talk' },
  examples: [],
  shape: ChatIntent,
  act(intent, turn): Outcome {
    if (intent.tone === 'silent') return { reply: null };
    const texts = {
      thanks: { zh: '不客气，有事随时说。', en: 'You are welcome.' },
      dropped: {
        zh: '好，不问了。缺的以后随时可以补。',
        en: 'All right, I will not ask again. What is missing can be added at any time.',
      },
      greeting: {
        zh: '您好！做了什么直接告诉我就行，也可以问我数字。发「帮助」看例子。',
        en: 'Hello! Just tell me what you did, or ask me for a figure. Send “help” for examples.',
      },
    } as const;
    return {
      reply: { lang: turn.lang, tone: 'plain', blocks: [{ type: 'text', text: texts[intent.tone][turn.lang] }] },
      ...(intent.tone === 'dropped' ? { remember: { pending: null } } : {}),
    };
  },
};

export const refuse: IntentKind<RefuseIntent> = {
  do: 'refuse',
  title: { zh: '不能记', en: 'Refused' },
  examples: [],
  shape: RefuseIntent,
  act(intent, turn): Outcome {
    return { refused: intent.reason, reply: refusal(intent, turn) };
  },
};

const becauses: Readonly<Record<string, { zh: string; en: string }>> = {
  plan: {
    zh: '这是打算，还没有做成，没有记为完成。做完后再告诉我一声。',
    en: 'This is a plan, not yet done; nothing was recorded as done. Tell me when it has happened.',
  },
  wish: { zh: '这是目标或愿望，没有记成已完成的事。', en: 'This is a goal or a wish; it was not recorded as done.' },
  denial: {
    zh: '听起来这件事没有发生，所以没有记。',
    en: 'It sounds as if this did not happen, so nothing was recorded.',
  },
  hearsay: {
    zh: '这是听说的事，没有记。确定了再告诉我。',
    en: 'This is hearsay, so nothing was recorded. Tell me when it is certain.',
  },
  condition: { zh: '这是一种假设，没有记。', en: 'This is a condition, so nothing was recorded.' },
  command: {
    zh: '台账只记真实做过的事，这样的要求我不能照办，什么都没有改。',
    en: 'The ledger keeps only what was really done; I cannot do that, and nothing was changed.',
  },
  remark: { zh: '这句没有新的事项，没有记。', en: 'Nothing new in this, so nothing was recorded.' },
};

function refusal(intent: RefuseIntent, turn: Turn): Reply {
  const { lang } = turn;
  const because = intent.because ? becauses[intent.because] : undefined;
  if (because) return { lang, tone: 'warn', blocks: [{ type: 'text', text: because[lang] }] };
  if (intent.because === 'question') return questionUnread(lang);
  if (intent.reason === 'no-data') {
    return {
      lang,
      tone: 'warn',
      blocks: [
        {
          type: 'text',
          text:
            lang === 'zh'
              ? '台账里没有这方面的记录，给不出数字。'
              : 'The ledger holds nothing on this, so there is no figure.',
        },
      ],
    };
  }
  if (intent.reason === 'incommensurable') {
    return {
      lang,
      tone: 'warn',
      blocks: [
        {
          type: 'text',
          text:
            lang === 'zh'
              ? '这几个数口径不同，不能相加。'
              : 'These figures measure different things and cannot be added up.',
        },
      ],
    };
  }
  return {
    lang,
    tone: 'warn',
    blocks: [
      {
        type: 'text',
        text:
          lang === 'zh'
            ? '这句我没看懂，什么都没有记。可以这样说：'
            : 'I did not understand this, and nothing was recorded. You could say:',
      },
      {
        type: 'text',
        text: sampleSentences(lang, turn.today)
          .map((text) => `· ${text}`)
          .join('\n'),
      },
      { type: 'buttons', buttons: [{ label: lang === 'zh' ? '更多例子' : 'More examples', intent: { do: 'help' } }] },
    ],
  };
}

/** A question is told how figures are asked for, not how work is reported. */
function questionUnread(lang: Lang): Reply {
  const zh = lang === 'zh';
  const head = zh
    ? '没看懂问的是哪个数，怕答错，先不报数。可以这样问：'
    : 'I could not tell which figure you mean, so none is given. You could ask:';
  const lines = zh
    ? ['今年督查几次', '上半年提案办结率多少，同比呢', '今年各单位主办提案分别多少件', '逾期的督办件有哪些']
    : ['How many inspections this year?', 'Closing rate of proposals in 2025', 'Which supervision items are overdue?'];
  return {
    lang,
    tone: 'warn',
    blocks: [
      { type: 'text', text: head },
      { type: 'text', text: lines.map((text) => `· ${text}`).join('\n') },
      { type: 'buttons', buttons: [{ label: zh ? '更多例子' : 'More examples', intent: { do: 'help' } }] },
    ],
  };
}

/** Three of the kinds' own examples, others each day. */
export function sampleSentences(lang: Lang, today: string): string[] {
  const all = kinds.flatMap((kind) => kind.examples.filter((example) => example.lang === lang).slice(0, 1));
  const start = Number(today.slice(8, 10)) * 3;
  return Array.from({ length: Math.min(3, all.length) }, (_, index) => all[(start + index) % all.length]?.text ?? '');
}

export const clarify: IntentKind<z.infer<typeof ClarifyIntent>> = {
  do: 'clarify',
  title: { zh: '追问', en: 'Ask back' },
  examples: [],
  shape: ClarifyIntent,
  act(intent, turn): Outcome {
    const examples = intent.kind
      ? (kindOf(intent.kind)
          ?.examples.filter((example) => example.lang === turn.lang)
          .slice(0, 2) ?? [])
      : [];
    return {
      asks: intent.question,
      ...(intent.about ? { remember: { pending: pendingNow({ about: intent.about }, turn) } } : {}),
      reply: {
        lang: turn.lang,
        tone: 'warn',
        blocks: [
          { type: 'text', text: intent.question },
          ...(examples.length > 0
            ? [
                {
                  type: 'note' as const,
                  text: `${turn.lang === 'zh' ? '例如：' : 'For example: '}${examples.map((example) => example.text).join(turn.lang === 'zh' ? ';' : '; ')}`,
                },
              ]
            : []),
          ...(intent.readings
            ? [
                {
                  type: 'buttons' as const,
                  buttons: intent.readings.map(({ kind, log }) => ({
                    label: oneLabel(kind, turn.lang),
                    intent: log,
                  })),
                },
              ]
            : []),
          ...(intent.choices?.length
            ? [
                {
                  type: 'buttons' as const,
                  buttons: intent.choices.map(({ label, intent: chosen }) => ({
                    label: label[turn.lang],
                    intent: chosen,
                  })),
                },
              ]
            : []),
        ],
      },
    };
  },
};

function oneLabel(id: string, lang: Lang): string {
  const kind = kindOf(id);
  return kind ? oneOf(kind, lang) : id;
}
