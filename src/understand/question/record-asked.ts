/** Questions about one record (37号提案到哪了, 停车那个提案谁主办) and questions for a list (哪些督办件逾期了). */
import type { AskIntent, FindIntent } from '../../intents/ask-shape.ts';
import { kindOf, kindOfNumber } from '../../kinds/all.ts';
import type { Entry } from '../../kinds/entry.ts';
import type { Intent } from '../../reply.ts';
import type { Context } from '../context.ts';
import type { FigureAsked } from './figure-asked.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import type { Span } from './places.ts';

const states =
  /到哪(?:一步)?了?|什么进展|进展(?:如何|怎么样|情况)?|办到(?:哪|什么)|怎么样了|办得怎么样|(?:办结|答复|办复|回复|印发|印|批|交办|完成|采用|受理|审结|结案|整改|办)了?[吗没]|印没印|批没批|办没办|答没答复|谁(?:主办|办|在办|牵头|承办)|(?:主办单位|承办单位)是|交给谁|交办给|什么时候(?:到期|交办|答复|办结|印发)|哪天(?:到期|交办|答复|办结)|何时|是什么情况|状态|满意(?:吗|不满意|没)|\b(?:status|progress|where is|who (?:leads|handles|is handling)|when (?:is|was|did)|has .* been|is .* (?:closed|done|finished|answered|issued)|was .* (?:closed|answered|issued))\b/;
const lists =
  /哪(?:些|几)(?!天)|是哪[几些]?|有哪|列(?:一下|出|个)|明细|名单|清单|都有(?:谁|哪|什么)|\b(?:which|list|show me all|show all)\b/;
const counts = /多少|(?<!哪)几(?!号)|比例|率|how many|how much|number of|平均|同比/;

/** Whether it asks how one thing stands rather than how many. */
export function asksState(text: string): boolean {
  return states.test(text) && !counts.test(text);
}

/** Where the question for a state stands: it says nothing of which record is meant. */
export function statePlaces(text: string): Span[] {
  return [...text.matchAll(new RegExp(states, 'g'))].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

export function asksList(frame: Frame): boolean {
  return lists.test(frame.text) && !counts.test(frame.text) && !frame.top && !(frame.group && /哪个/.test(frame.text));
}

/** A record named by its number: 督-2026-019, 37号提案, 政办发〔2026〕12号. */
export function recordByCode(frame: Frame, reading: KindReading | undefined, context: Context): Intent | null {
  const number = /[\u4e00-\u9fff]{1,2}-\d{4}-\d{3,}/.exec(frame.text)?.[0];
  if (number) return kindOfNumber(number) ? { do: 'show', no: number } : null;
  const docNo =
    /([\u4e00-\u9fff]{1,8}[发函规])\s*(?:[〔[(【]?\s*(\d{4})\s*[〕\])】]?\s*(?:年)?)?\s*第?(\d{1,4})\s*号?/.exec(
      frame.text,
    );
  if (docNo) {
    const code = docNo[2] ? `${docNo[1]}〔${docNo[2]}〕${docNo[3]}号` : `〕${docNo[3]}号`;
    const found = context
      .find({ kind: 'outgoing', codes: { docNo: code } })
      .filter((entry) => docNo[1]!.endsWith(String(entry.fields.docNo ?? '').replace(/〔.*$/, '')));
    return chosen(found) ?? unknownRecord('outgoing', docNo[0].trim());
  }
  const code =
    /第?\s*(\d{1,4})\s*(?:号|项)|(?:\b(?:no\.?|number)\s*|#)(\d{1,4})\b|(?:proposal|suggestion|case)\s+(\d{1,4})\b/.exec(
      frame.text,
    );
  if (!code || !reading) return null;
  const { kind } = reading.words;
  const field = Object.entries(kind.fields).find(([, one]) => one.type === 'code')?.[0];
  if (!field) return null;
  const value = code[1] ?? code[2] ?? code[3] ?? '';
  const found = context
    .find({ kind: kind.id, codes: { [field]: value } })
    .filter((entry) => fitsValues(entry, reading));
  return chosen(found) ?? unknownRecord(kind.id, code[0].trim());
}

function fitsValues(entry: Entry, reading: KindReading): boolean {
  return reading.values.every(
    ({ field, values }) => entry.fields[field] === undefined || values.includes(String(entry.fields[field])),
  );
}

/** The records of the latest year among those found: one is shown, several are offered. */
function chosen(found: readonly Entry[]): Intent | null {
  const year =
    found
      .map((entry) => entry.on.slice(0, 4))
      .sort()
      .at(-1) ?? '';
  const latest = found.filter((entry) => entry.on.startsWith(year));
  if (latest.length === 0) return null;
  if (latest.length === 1) return { do: 'show', no: latest[0]!.no };
  return { do: 'choose', nos: latest.slice(0, 8).map((entry) => entry.no), action: { do: 'show' } };
}

function unknownRecord(kind: string, word: string): AskIntent {
  const main = kindOf(kind)!.main;
  return {
    do: 'ask',
    figures: [{ kind, measure: main, filters: [] }],
    period: null,
    trouble: { because: 'unknown', word },
  };
}

/** A record named by words of its title. */
export function recordByWords(asked: FigureAsked, context: Context, one?: Frame['one']): Intent | null {
  const words = asked.figure.filters.filter((filter) => filter.field === 'words').flatMap((filter) => filter.values);
  if (words.length === 0) return null;
  const source = asked.figure.filters.find((filter) => filter.field === 'source');
  const found = context
    .find({ kind: asked.figure.kind, words })
    .filter((entry) => !source || source.values.includes(String(entry.fields.source ?? source.values[0])));
  const [latest] = one === 'last' ? [...found].sort((a, b) => (a.on < b.on ? 1 : -1)) : [];
  return latest ? { do: 'show', no: latest.no } : chosen(found);
}

export function listAsked(asked: FigureAsked, period: FindIntent['period']): FindIntent {
  return { do: 'find', kind: asked.figure.kind, measure: asked.figure.measure, filters: asked.figure.filters, period };
}
