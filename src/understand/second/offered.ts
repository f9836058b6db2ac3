/** Puts a reading up for choice: nothing is written and no figure given before a button is pressed. */
import type { AskedFilter, AskIntent } from '../../intents/ask-shape.ts';
import { conditionsText, datesText } from '../../intents/ask-words.ts';
import type { LogIntent } from '../../intents/log.ts';
import { kindOf, kindOfNumber } from '../../kinds/all.ts';
import { type Intent, type Lang, plain, type Text } from '../../reply.ts';

const mostOffered = 4;
const longestLabel = 180;

/** @param text what was said; the question back is in its language */
export function choiceOf(offered: readonly Intent[], text: string): Intent {
  const zh = /\p{Script=Han}/u.test(text);
  const isQuestion = offered.every((intent) => intent.do === 'ask' || intent.do === 'find');
  return {
    do: 'clarify',
    question: isQuestion
      ? zh
        ? '这句没有全看懂，您问的是下面这个吗？'
        : 'I did not understand all of this. Is this what you ask?'
      : zh
        ? '这句没有把握，还没有记。是下面这样吗？'
        : 'I am not sure about this, and nothing was recorded. Is it one of these?',
    choices: [
      ...offered.slice(0, mostOffered).map((intent) => ({ label: labelOf(intent), intent })),
      { label: { zh: '都不是', en: 'None of these' }, intent: { do: 'chat', tone: 'dropped' } },
    ],
  };
}

/** In the program's words, from what the button does: never in those of whoever proposed it. */
function labelOf(intent: Intent): Text {
  return { zh: labelIn(intent, 'zh').slice(0, longestLabel), en: labelIn(intent, 'en').slice(0, longestLabel) };
}

function labelIn(intent: Intent, lang: Lang): string {
  switch (intent.do) {
    case 'advance': {
      const [no = ''] = intent.nos as readonly string[];
      return `${no} ${kindOfNumber(no)?.life.moves[String(intent.move)]?.label[lang] ?? ''}`.trim();
    }
    case 'log': {
      const all = (intent as unknown as LogIntent).items.map((item) => entryText(item.entry, lang));
      return lang === 'zh' ? `记成${all.join('；')}` : `Record as ${all.join('; ')}`;
    }
    case 'ask':
      return questionText(intent as unknown as AskIntent, lang);
    default: {
      const { kind, filters, period } = intent as unknown as {
        kind?: string;
        filters: AskedFilter[];
        period: AskIntent['period'];
      };
      return figureText({ kind: kind ?? '', measure: '', filters }, period, lang);
    }
  }
}

function entryText(entry: LogIntent['items'][number]['entry'], lang: Lang): string {
  const kind = kindOf(entry.kind);
  const about = plain(entry.title ?? '').slice(0, 30);
  const count = lang === 'zh' ? `${entry.quantity ?? 1}${kind?.counts.zh ?? ''}` : String(entry.quantity ?? 1);
  return [kind?.title[lang] ?? entry.kind, about, count, entry.on].filter(Boolean).join(' ');
}

function questionText(intent: AskIntent, lang: Lang): string {
  return intent.figures.map((figure) => figureText(figure, intent.period, lang)).join(lang === 'zh' ? '，' : ', ');
}

function figureText(figure: AskIntent['figures'][number], period: AskIntent['period'], lang: Lang): string {
  const kind = kindOf(figure.kind);
  const dates = period ? datesText(period, lang) : '';
  const conditions = conditionsText(figure.kind, figure.filters, lang);
  const measure = kind?.measures[figure.measure]?.title[lang] ?? '';
  const name = kind?.title[lang] ?? '';
  return [dates, conditions, measure.includes(name) ? measure : `${name} ${measure}`.trim()].filter(Boolean).join(' ');
}
