/** Reads a question as an intent, by rules alone; anything that is no question is left to the ear. */

import type { AskIntent } from '../../intents/ask-shape.ts';
import { kindOfNumber } from '../../kinds/all.ts';
import type { Intent } from '../../reply.ts';
import type { Period } from '../../time/period.ts';
import type { Context } from '../context.ts';
import { isEnglish } from '../language.ts';
import { clausesAsked, kindsListed } from './clauses-asked.ts';
import { countedIn, wordsCounted } from './counted-asked.ts';
import { figureAsked } from './figure-asked.ts';
import { openPlaces } from './fillers.ts';
import { followUp, leansOnLast, leansPlainly } from './follow-up.ts';
import { type Frame, readFrame } from './frame.ts';
import { type KindReading, readKind, touchedKinds } from './kind-reading.ts';
import { kindWords } from './kind-words.ts';
import { busy, ledgerAsked } from './ledger-asked.ts';
import { shareWords } from './measure-picked.ts';
import { countsMore, hasSomethingToAsk, isNominal, waitingList } from './nominal.ts';
import { pairAsked, remainderAsked, shareAsked } from './pair-asked.ts';
import { periodAsked } from './period-asked.ts';
import { blank } from './places.ts';
import { plainQuestion } from './plain-text.ts';
import { asksState, recordByCode, recordByWords, statePlaces } from './record-asked.ts';
import { soundingLike } from './same-sound.ts';
import { type Reading, settle } from './settle.ts';
import { shortAsked } from './short-asked.ts';
import { asksPlainly, asksSomething, endsInFigure, mayBeNominal } from './sounds-like.ts';
import { trouble } from './trouble.ts';
import { asksPlans, daysAhead, isPlanned, wholeLedger } from './whole-ledger.ts';

const longest = 300;
const forecast =
  /还(?:会|能|要|将)[^,。]{0,6}(?:多少|几)|能(?:到|达到|做到|实现)(?:多少|几|百分之)|预测|预计|预估|估计|会(?:是|有|达到)多少|\bwill\b|forecast|predict|expect/;
const ranksPeople =
  /(?:谁|哪(?:个|位|些)(?:人|同事|科员|同志|干部|职工|工作人员|员工)).{0,12}(?:最|多|少|慢|快|差|好|排|落后|拖)|个人(?:排名|排行|得分|业绩|考核)|(?:按|每个?|各)(?:个人|人员|同事|科员)(?:排|统计|列|分)?|\bwho\b.{0,30}\b(?:most|best|worst|least|slowest|fastest|fewest)\b|\b(?:rank|ranking of) (?:the )?(?:staff|people|clerks|colleagues|employees)\b|\bper (?:person|clerk|colleague)\b/;

/** Whether something should be done is no question to the ledger. */
const wish =
  /(?:是不是|是否|要不要|能不能|可不可以|该不该|需不需要)(?:要|得|该|应该|可以)?(?:再|先|也)?(?:开|办|搞|去|发|报|写|弄|安排|准备|通知|组织)|\b(?:should|shall|could|can) (?:we|i|you)\b(?! (?:please )?(?:tell|show|give|list|check|say|let|look|find|count|see))/;

/** The intent of a question, or null when the text is none (or one nobody can read). */
export function readQuestion(text: string, context: Context): Intent | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > longest) return null;
  const plain = plainQuestion(trimmed);
  const short = shortAsked(plain, context);
  if (short) return short;
  const asks = asksSomething(plain);
  const leaning = leansOnLast(plain, context);
  if (!asks && !leaning && !mayBeNominal(plain)) return null;
  if (wish.test(plain)) return null;
  const first = readFrame(trimmed, context);
  // 财政局和民政局谁多 is asked of units.
  if (asks && ranksPeople.test(plain) && first.units.length < 2) return trouble('people');
  // Most notes end here, before the kinds are asked.
  const noted = countsMore(first) || !hasSomethingToAsk(plain, first);
  if (!asks && !leaning && noted && !waitingList(first) && !asksRate.test(plain)) return null;
  const firstReadings = readingsOf(first);
  const mended = asSounded(first, firstReadings);
  const frame = mended ? readFrame(mended, context) : first;
  const readings = mended ? readingsOf(frame) : firstReadings;
  const able = readings.filter((reading) => reading.named && (reading.score > 0 || asks || endsInFigure(plain)));
  const best = able.find((reading) => reading.called && reading.unknown.length === 0 && reading.score > 0) ?? able[0];
  const whole = wholeLedger(
    frame,
    context,
    able.some((reading) => reading.called),
  );
  const ledger =
    asks || endsInFigure(plain) || frame.group || busy.test(plain)
      ? ledgerAsked(
          frame,
          context,
          able.some((reading) => reading.called),
        )
      : null;
  if (ledger) return ledger;
  const isWhole = whole !== null && (asks || leaning || waitingList(frame));
  if (isWhole && !leansPlainly(frame, context)) return whole;
  if (leaning) {
    const leant = followUp(frame, { readings, best, context });
    if (leant) return leant;
  }
  if (isWhole) return whole;
  const rated = readings.some((reading) => reading.measures.some(({ word }) => word.endsWith('率')));
  if (!best && !rated && asksRate.test(plain)) return unknownFigure(asksRate.exec(plain)![0]);
  const given = { readings, best, context, asks };
  if (!asks && !best && rated && endsInFigure(plain)) return unclear(frame, given);
  if (!asks && !isNominal(mended ? frame.text : plain, frame, best)) return null;
  return readFigure(frame, given);
}

/** 公文差错率: a rate is only ever asked for, even one nobody keeps. */
const asksRate = /^[\u4e00-\u9fff]{2,10}率(?=(?:是|有)?(?:多少|多高|几)?[?？]?$)/;

/** A figure no kind has, by the name it was asked for. */
function unknownFigure(word: string): Intent {
  const none = { kind: '', measure: '', filters: [] };
  return { do: 'ask', figures: [none], period: null, trouble: { because: 'unknown', word } };
}

function readingsOf(frame: Frame): KindReading[] {
  return touchedKinds(frame.rest)
    .map((words) => readKind(words, frame))
    .filter((reading) => reading.named || reading.measures.length + reading.values.length + reading.fields.length > 0)
    .sort((a, b) => b.score - a.score);
}

/** The question with words written by their sound put right (提岸, 受里), or nothing when all is spelled well. */
function asSounded(frame: Frame, readings: readonly KindReading[]): string | undefined {
  const tokens = readings.flatMap((reading) => reading.tokens).filter((token) => token.word.length > 1);
  const explained = readings.flatMap(({ spans }) => spans.filter(({ start, end }) => end - start > 1));
  const mends = soundingLike(frame.text, openPlaces(blank(frame.rest, [...tokens, ...explained])));
  if (mends.length === 0) return undefined;
  const chars = frame.text.split('');
  for (const { start, end, word } of mends) chars.splice(start, end - start, ...word);
  return chars.join('');
}

function readFigure(frame: Frame, given: Reading): Intent | null {
  const { context, best } = given;
  const asked = periodAsked(frame, context.today);
  const byCode =
    asksState(frame.text) || /\d+\s*号|-\d{4}-\d{3}/.test(frame.text)
      ? recordByCode(frame, best ?? given.readings[0], context)
      : null;
  if (byCode) return ofRecord(byCode, best, frame);
  const plannable = best?.called === true && best.words.kind.life.states.cancelled !== undefined;
  const ahead = plannable && asksPlans(frame) && !frame.due ? daysAhead(frame, context.today) : null;
  if (ahead && best && (asked.ahead || /安排|计划|日程|还有|要开/.test(frame.text)))
    return plannedOf(best, frame, ahead);
  if (!frame.due && (asked.ahead || (forecast.test(frame.text) && given.asks))) return trouble('future', best);
  const chosen = best ?? (countsSomething.test(frame.text) ? guessed(given.readings, frame) : undefined);
  if (!chosen) return given.asks ? unclear(frame, given) : null;
  const read = readAs(chosen, frame, given);
  if (!isUnread(read)) return read;
  // The kind that explains every word is the one that was meant.
  const others = given.readings.filter(
    (other) => other !== chosen && other.called && other.unknown.length === 0 && other.score > chosen.score / 2,
  );
  for (const other of others.slice(0, 3)) {
    const otherwise = readAs(other, frame, given);
    if (!isUnread(otherwise)) return otherwise;
  }
  return read;
}

/** 政办发42号印了几份: a number the record holds is told, not only the record shown. */
function ofRecord(found: Intent, best: KindReading | undefined, frame: Frame): Intent {
  const no = found.do === 'show' ? String(found.no) : '';
  const reading = best ?? undefined;
  if (!no || !reading || kindOfNumber(no)?.id !== reading.words.kind.id) return found;
  const { figure, measure } = figureAsked(reading, frame);
  if (measure.type !== 'sum') return found;
  const filters = [{ field: 'no', values: [no], said: no }];
  return { do: 'ask', figures: [{ kind: figure.kind, measure: figure.measure, filters }], period: null };
}

/** 下周有什么会: the records that lie in those days. */
function plannedOf(best: KindReading, frame: Frame, period: Period): Intent {
  const { figure } = figureAsked(best, frame);
  return { do: 'find', kind: figure.kind, filters: [isPlanned, ...figure.filters], period };
}

function isUnread(intent: Intent): boolean {
  return (intent as AskIntent).trouble?.because === 'unread';
}

/** The question as one kind understands it. */
function readAs(chosen: KindReading, frame: Frame, given: Reading): Intent {
  const { context } = given;
  const known = given.readings;
  const clauses = clausesAsked(frame, chosen) ?? kindsListed(frame);
  if (clauses)
    return settle(clauses.figures, frame, {
      ...given,
      known,
      best: chosen,
      readings: clauses.readings,
      group: undefined,
      apart: true,
    });
  const pair = pairAsked(frame, chosen);
  if (pair)
    return settle(pair.figures, frame, {
      ...given,
      known,
      best: chosen,
      readings: pair.readings ?? [chosen],
      group: undefined,
      divide: pair.divide,
      unlike: pair.unlike,
      sum: pair.sum,
      differ: pair.differ,
    });
  const figure = figureAsked(chosen, frame);
  if (asksState(frame.text) && !frame.group) {
    const rest = blank(frame.rest, statePlaces(frame.text));
    const meant = readKind(chosen.words, { ...frame, rest });
    const shown = recordByWords(figureAsked(meant, { ...frame, rest }), context, frame.one);
    if (shown) return shown;
  }
  const share = frame.compare || figure.group ? null : shareAsked(chosen, figure, frame.text);
  if (share === 'none')
    return trouble('unknown', chosen, /[\u4e00-\u9fff]{2}率/.exec(frame.text)?.[0] ?? shareWords.exec(frame.text)?.[0]);
  const alone = { ...given, known, best: chosen, readings: [chosen] };
  const left = figure.group ? null : remainderAsked(chosen, figure, frame.text);
  if (left) return settle(left.figures, frame, { ...alone, group: undefined, differ: true, remains: true });
  if (share) return settle(share.figures, frame, { ...alone, group: undefined, share: true });
  return settle([figure], frame, { ...alone, group: figure.group });
}

const countsSomething = /多少|几|率|占比|比例|数|how many|how much|number|count|total|rate|share/;

/** 主办几件 of a unit speaks of what is handled together with others. */
const handling = /主办|会办|承办|协办/;

/** Without a kind a figure is read only where it is the same kind that explains all of it. */
function guessed(readings: readonly KindReading[], frame: Frame): KindReading | undefined {
  const able = readings.filter(
    (reading) => reading.measures.length + reading.values.length > 0 && reading.unknown.length === 0,
  );
  const [first, second] = able;
  if (handling.test(frame.text) && frame.units.length > 0) {
    return readings.find((reading) => reading.words.kind.fields.coUnits && reading.unknown.length === 0);
  }
  if (first && (!second || first.score > second.score + 0.5)) return first;
  return undefined;
}

/** Several kinds could be meant: each that explains all of the question is offered with its own answer. */
function unclear(frame: Frame, given: Reading): Intent | null {
  const { text } = frame;
  const lang = isEnglish(text) ? 'en' : 'zh';
  const told = given.readings.filter((reading) => reading.values.length + namedFigures(reading) > 0);
  const able = told.length > 0 ? told : countedAlike(frame);
  const offers = able
    .filter((reading) => reading.unknown.length === 0)
    .map((reading) => ({ reading, intent: readAs(reading, frame, given) }))
    .filter(({ intent }) => (intent as AskIntent).trouble === undefined && /^(?:ask|find)$/.test(intent.do))
    .slice(0, 5);
  if (offers.length === 0) {
    const [strange] = able.flatMap((reading) => reading.unknown.map(({ word }) => word));
    if (strange) return unknownFigure(strange);
    return asksPlainly(text) ? { do: 'refuse', reason: 'not-understood', because: 'question' } : null;
  }
  const names = offers.map(({ reading }) => reading.words.kind.title[lang]);
  return {
    do: 'clarify',
    question: lang === 'zh' ? `您问的是哪一类？${names.join('、')}` : `Which sort do you mean: ${names.join(', ')}?`,
    choices: offers.map(({ reading, intent }) => ({ label: reading.words.kind.title, intent })),
  };
}

/** Figures that were named, not only the word they are counted in. */
function namedFigures({ measures }: KindReading): number {
  return measures.filter(({ word }) => !/^(?:几|多少)/.test(word)).length;
}

/** 一共办了多少件: the kinds that are counted so and have somebody to do them. */
function countedAlike(frame: Frame): KindReading[] {
  const [said] = wordsCounted(frame.text);
  if (!said) return [];
  return kindWords()
    .filter(({ kind }) => countedIn(kind.counts.zh, said) && Object.hasOwn(kind.life.moves, 'close'))
    .map((words) => readKind(words, frame));
}
