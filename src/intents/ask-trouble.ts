/** Questions without an answer: each is told kindly what is missing, never given a made-up zero. */
import { kindOf } from '../kinds/all.ts';
import type { Button } from '../reply.ts';
import { plain, type Text } from '../reply.ts';
import type { NoFigure } from '../store/measures.ts';
import type { AskIntent } from './ask-shape.ts';
import { datesText, inBrackets } from './ask-words.ts';
import type { Outcome, Refusal, Turn } from './intent.ts';

const troubles: Readonly<Record<NonNullable<AskIntent['trouble']>['because'], { refused: Refusal; text: Text }>> = {
  future: {
    refused: 'no-data',
    text: {
      zh: '还没有发生的事，台账里没有数；不做预测。',
      en: 'That has not happened yet: the ledger has no figure for it, and makes no forecasts.',
    },
  },
  unlike: {
    refused: 'incommensurable',
    text: {
      zh: '这几个数口径不同，不能相加。要的话可以分开问。',
      en: 'These figures count different things and cannot be added up. Ask for each of them, please.',
    },
  },
  people: {
    refused: 'forbidden',
    text: {
      zh: '台账只按单位统计，不给个人排名。可以问“各单位分别多少”。',
      en: 'The ledger counts by unit and ranks no individuals. Ask for the figures by unit, please.',
    },
  },
  unread: {
    refused: 'not-understood',
    text: {
      zh: '这句里有的话没有看懂，怕答错，先不报数。',
      en: 'Part of this question was not understood, so no figure is given.',
    },
  },
  money: {
    refused: 'no-data',
    text: { zh: '台账里没有登记金额。', en: 'The ledger holds no amounts for that.' },
  },
  unknown: {
    refused: 'no-data',
    text: { zh: '台账里没有找到。', en: 'Nothing of that name is in the ledger.' },
  },
};

export function askTrouble(intent: AskIntent, turn: Turn): Outcome {
  const { because, word } = intent.trouble!;
  if (because === 'unknown' && word) return unknownReply({ unknown: word, kind: intent.figures[0]!.kind }, turn);
  if (because === 'unread' && word) return unreadReply(word, intent, turn);
  if (because === 'money') return moneyReply(intent, turn);
  const trouble = troubles[because];
  return outcome(trouble.text, trouble.refused, turn);
}

/** A word that could narrow the figure but was not understood: the wider figure is offered, not given for the one asked. */
function unreadReply(word: string, intent: AskIntent, turn: Turn): Outcome {
  const { trouble: _trouble, ...wider } = intent;
  const zh = turn.lang === 'zh';
  const text = zh
    ? `“${plain(word)}”没有看懂，怕答错，先不报数。换个说法再问，或者不看这个条件。`
    : `"${plain(word)}" was not understood, so no figure is given. Ask in other words, or leave it out.`;
  const buttons: Button[] = [{ label: zh ? `不看“${plain(word)}”` : `Leave out "${plain(word)}"`, intent: wider }];
  return {
    refused: 'not-understood',
    reply: {
      lang: turn.lang,
      tone: 'warn',
      blocks: [
        { type: 'text', text },
        { type: 'buttons', buttons },
      ],
    },
    remember: { question: wider },
  };
}

/** Records without amounts: what they do tell is offered, for the same days. */
function moneyReply(intent: AskIntent, turn: Turn): Outcome {
  const kind = kindOf(intent.figures[0]!.kind);
  if (!kind) return outcome(troubles.money.text, 'no-data', turn);
  const { lang } = turn;
  const { trouble: _trouble, ...asked } = intent;
  const told = Object.entries(kind.measures).filter(
    ([id, { type }]) => id === kind.main || (type === 'sum' && kind.main !== id),
  );
  const names = told.slice(0, 4).map(([, measure]) => measure.title[lang]);
  const text =
    lang === 'zh'
      ? `${kind.title.zh}没有登记金额，台账里给不出这个数。登记了的有：${names.join('、')}。`
      : `No amounts are recorded for ${kind.title.en}, so there is no such figure. Recorded are: ${names.join(', ')}.`;
  const buttons = told.slice(0, 4).map(
    ([id, measure]): Button => ({
      label: measure.title[lang],
      intent: { ...asked, figures: [{ kind: kind.id, measure: id, filters: intent.figures[0]!.filters }] },
    }),
  );
  return {
    refused: 'no-data',
    reply: {
      lang,
      tone: 'warn',
      blocks: [
        { type: 'text', text },
        { type: 'buttons', buttons },
      ],
    },
    remember: { question: asked },
  };
}

/** A word nothing in the ledger is called is said to be unknown (contract: never answered with zero). */
export function unknownReply(given: { unknown: string; kind: string }, turn: Turn): Outcome {
  const kind = kindOf(given.kind);
  const word = plain(given.unknown);
  const unit = /(?:局|街道|镇|乡|办|委|中心|分局)$/.test(word);
  const text: Text = unit
    ? {
        zh: `没有叫“${word}”的单位，请换个名称再问。`,
        en: `No unit is called "${word}". Please ask with another name.`,
      }
    : {
        zh: `${kind ? kind.title.zh : '台账'}里没有“${word}”，请换个说法再问。`,
        en: `"${word}" is not known in ${kind ? kind.title.en : 'the ledger'}. Please ask in other words.`,
      };
  return outcome(text, 'no-data', turn);
}

export function refusedReply(figure: NoFigure & { whole?: boolean }, intent: AskIntent, turn: Turn): Outcome {
  const { lang } = turn;
  const dates = intent.period && !figure.whole ? inBrackets(datesText(intent.period, lang), lang) : '';
  const why = figure.why;
  return outcome({ zh: `${why.zh}${dates}。`, en: `${why.en}${dates}` }, figure.refused, turn);
}

function outcome(text: Text, refused: Refusal, turn: Turn): Outcome {
  return { refused, reply: { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text: text[turn.lang] }] } };
}
