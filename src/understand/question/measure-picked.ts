/** Picks the figure a question means among those a kind has: rates before sums, what waits, what took how long. */
import type { AskedFilter } from '../../intents/ask-shape.ts';
import type { Measure, RecordKind } from '../../kinds/kind.ts';
import { wordsCounted } from './counted-asked.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import { asksMoney, moneyWords } from './money-words.ts';

const roleNames = /^(?:主办|会办|承办|协办|牵头|独办|lead|assigned|handled)$/;
const waitingWords =
  /(?:还没|尚未|(?<!有)没有?|未)(?:有)?(?:被)?(?:办结|办完|办(?=的)|办好|办理完|完成|答复|回复|办复|批复|批|销号|处理|答|复(?!议)|审结|整改|回|反馈|了结|结案|结)|在办|未结|在途|待办|\b(?:open|outstanding|pending|unfinished|unresolved|unanswered|not yet|still to|haven't|hasn't|have not|has not|not (?:yet )?(?:been )?(?:closed|answered|replied|done|finished|handled|completed|resolved|decided)|waiting|awaiting|without an? (?:reply|answer)|yet to be|unreplied)\b/;
const overdueWords = /逾期|过了?期限|超过?(?:期限|时限)|超期|(?<!延)过期|超时|拖期|误期|\b(?:overdue|past due)\b/;
const durationWords =
  /平均.{0,4}(?:天数|时长|用时)|中位数|平均(?:要|用了?|花了?|多少|几|需要?)?(?:多少|几)?(?:个)?(?:天|日|时长|时间|用时)|多少天|几天|多久|多长时间|用时|时长|\b(?:reply|closing|processing|handling|response) time\b|\b(?:how long|days|duration|time to)\b/;
const growthWords =
  /新增|增加|净增|增长|多了|增了|又接|少了|减少|净减|下降|降了|\b(?:added|growth|increased?|grown?|new|fewer|decreased?|dropped|fallen)\b/;
const aheadOfMain = /^(?:的|里面?|中|当中)/;

export interface Picked {
  readonly id: string;
  readonly filters: readonly AskedFilter[];
}

export function pickMeasure(reading: KindReading, frame: Frame): Picked {
  const { kind } = reading.words;
  const { text } = frame;
  const plain = (id: string): Picked => ({ id, filters: [] });
  const said = reading.measures.filter((one) => !roleNames.test(one.word));
  const named = said.length > 0 ? said : reading.measures;
  const of = (id: string) => kind.measures[id];
  const rate = named.find((one) => ['rate', 'ratio'].includes(of(one.id)?.type ?? ''));
  if (rate) return plain(rate.id);
  const share = shareWords.test(text) ? (shareMeasure(kind, reading) ?? rateOf(kind, named)) : undefined;
  if (share) return plain(share);
  if (of(kind.main)?.type === 'latest') return plain(stockMeasure(kind, text));
  const timed = durationWords.test(frame.rest) && !frame.due ? durationMeasure(kind, named, text) : undefined;
  if (timed) return plain(timed);
  if (overdueWords.test(text)) return stateMeasure(kind, 'overdue');
  if (waitingWords.test(text) || frame.due) {
    const able = named.filter((one) => of(one.id)?.type === 'count' && isWaitingMeasure(of(one.id)!));
    // 还有几件 waits for anything, 没答复 for the reply.
    const waiting = able.find((one) => waitingWords.test(one.word)) ?? able[0];
    return waiting && !frame.due ? plain(waiting.id) : stateMeasure(kind, 'open');
  }
  const paid = moneyWords.test(text) || asksMoney(text) ? sumIn(kind, '元') : undefined;
  const countsMain = wordsCounted(text).some((word) => word.startsWith(kind.counts.zh));
  if (
    paid &&
    (asksMoney(text) !== undefined || !countsMain) &&
    (asksMoney(text) !== undefined || !named.some((one) => of(one.id)?.type === 'sum'))
  )
    return plain(paid);
  const first = beforeAsking(kind, named, text) ?? named[0];
  if (!first) return plain(reading.counted.length === 1 ? reading.counted[0]! : kind.main);
  const within = closedAmong(kind, named, text);
  return within ?? plain(first.id);
}

/** 发现的问题整改多少个: of several sums the one right before the question word. */
function beforeAsking(
  kind: RecordKind,
  named: KindReading['measures'],
  text: string,
): KindReading['measures'][number] | undefined {
  const type = kind.measures[named[0]?.id ?? '']?.type;
  if (type !== 'sum') return undefined;
  const at = text.search(/(?:多少|几)/);
  return named.find(
    ({ id, span }) =>
      kind.measures[id]?.type === type &&
      kind.measures[id]?.unit.zh === kind.measures[named[0]!.id]?.unit.zh &&
      at >= span.end &&
      /^(?:[掉完好]|出来|下来|到位)?了?$/.test(text.slice(span.end, at)),
  );
}

export const shareWords =
  /率|占(?:了|到)?[^,，。]{0,10}?(?:多少|几|多大|多高)|占比|比例|比重|几成|百分之(?:几|多少)|\b(?:rate|share|percentage)\b/;

/** A类提案占比: the rate that measures just this value. */
function shareMeasure(kind: RecordKind, reading: KindReading): string | undefined {
  return Object.entries(kind.measures).find(([, measure]) => {
    if (measure.type !== 'rate') return false;
    const parts = Object.entries(measure.numerator.fields ?? {});
    return (
      parts.length === 1 &&
      reading.values.some(({ field, values }) => field === parts[0]![0] && values.join() === parts[0]![1].join())
    );
  })?.[0];
}

/** 办结了百分之几, 整改占比: the rate whose upper part is the figure that was named. */
function rateOf(kind: RecordKind, named: KindReading['measures']): string | undefined {
  for (const { id } of named) {
    const part = kind.measures[id];
    const where = part?.type === 'count' ? JSON.stringify(part.where ?? { moved: [part.by] }) : undefined;
    const found = Object.entries(kind.measures).find(
      ([, measure]) =>
        (measure.type === 'ratio' && measure.numerator === id) ||
        (measure.type === 'rate' && where !== undefined && JSON.stringify(measure.numerator) === where),
    )?.[0];
    if (found) return found;
  }
  return undefined;
}

function sumIn(kind: RecordKind, unit: string): string | undefined {
  return Object.entries(kind.measures).find(([, measure]) => measure.type === 'sum' && measure.unit.zh === unit)?.[0];
}

function isWaitingMeasure(measure: Measure): boolean {
  return measure.type === 'count' && Boolean(measure.where?.open || measure.where?.not);
}

function stateMeasure(kind: RecordKind, state: 'open' | 'overdue'): Picked {
  if (kind.measures[state]) return { id: state, filters: [] };
  return { id: kind.main, filters: [{ field: 'state', values: [state] }] };
}

function stockMeasure(kind: RecordKind, text: string): string {
  const growth = Object.entries(kind.measures).find(([, measure]) => measure.type === 'latest' && measure.growth);
  return growth && growthWords.test(text) ? growth[0] : kind.main;
}

/** 平均几天 alone is the kind's first duration; beside 答复 or 办结 the one that ends so. */
function durationMeasure(kind: RecordKind, named: KindReading['measures'], text: string): string | undefined {
  const durations = Object.entries(kind.measures).filter(([, measure]) => measure.type === 'duration');
  const ends = named.flatMap(({ id }) => {
    const measure = kind.measures[id];
    return measure?.type === 'count' ? measure.by : [];
  });
  const told = named.find(({ id }) => kind.measures[id]?.type === 'duration');
  const fitting = durations.find(([, measure]) => measure.type === 'duration' && ends.includes(measure.to));
  const ended = durations.find(
    ([, measure]) =>
      measure.type === 'duration' &&
      (kind.life.moves[measure.to]?.words ?? []).some((word) => text.includes(word.toLowerCase())),
  );
  return (
    (told && /[复结用]|repl|clos/.test(told.word) ? told.id : undefined) ??
    fitting?.[0] ??
    ended?.[0] ??
    told?.id ??
    durations[0]?.[0]
  );
}

/** 去年交办的提案办结了几件: of those that were assigned, the ones now closed. */
function closedAmong(kind: RecordKind, named: KindReading['measures'], text: string): Picked | undefined {
  const base = named.find((one) => {
    const measure = kind.measures[one.id];
    return (
      measure?.type === 'count' &&
      ['on', 'assign'].includes(measure.by) &&
      !measure.where &&
      aheadOfMain.test(text.slice(one.span.end))
    );
  });
  const done = named.find((one) => {
    const measure = kind.measures[one.id];
    return measure?.type === 'count' && measure.where?.fields?.status && !['on', 'assign'].includes(measure.by);
  });
  if (!base || !done || base.span.start > done.span.start || /率/.test(text)) return undefined;
  const measure = kind.measures[done.id]!;
  const states = measure.type === 'count' ? measure.where?.fields?.status : undefined;
  return states && { id: base.id, filters: [{ field: 'status', values: [...states] }] };
}
