/** Whether a bare noun phrase is a question: it names a figure, a list or a kind over some days. */
import { kindsIn } from '../kind-of.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import { blank } from './places.ts';
import { endsInFigure, namesFigure } from './sounds-like.ts';

/** Words between a noun and the day it is asked for, and the place of that day. */
const untilThen = /(?:\b(?:as of|as at|until|till|up to|by|so far|for|in|during|over)\b|[\s,\u0001])+/g;

/** Whether nothing but when it is asked for stands behind. */
function endsIn(plain: string, frame: Frame, end: number): boolean {
  const bare = blank(
    plain,
    frame.times.map(({ index, text }) => ({ start: index, end: index + text.length })),
  );
  return bare.slice(end).replace(untilThen, '') === '';
}

/** A noun phrase is a question when it names a figure, or a kind and a period longer than a day. */
export function isNominal(plain: string, frame: Frame, best: KindReading | undefined): boolean {
  if (!best) return false;
  const english =
    /^[\x20-\x7e\u0001]*[a-z]{3}/.test(plain) &&
    !/\b(?<!(?:as of|until|till|up to|to) )(?:today|yesterday|this morning|just now)\b/.test(plain);
  if (countsMore(frame)) return false;
  if (endsInFigure(plain)) return true;
  if (best.unknown.length > (!english ? 1 : plain.length > 60 ? 0 : 3)) return false;
  if (english && frame.compare && best.called && best.unknown.length === 0) return true;
  // A rate the kind does not have is still asked for, and told to be unknown.
  if (best.called && /率$/.test(plain)) return true;
  const { kind } = best.words;
  const stock = kind.measures[kind.main]?.type === 'latest' && best.values.length > 0;
  if (stock && best.unknown.length === 0 && (frame.times.length > 0 || /数$|^(?:现有|现在|目前)|\bnow$/.test(plain)))
    return true;
  // 超期的依申请公开: a noun with a condition is a wish for the list.
  if (
    best.called &&
    best.unknown.length === 0 &&
    waitingList(frame) &&
    best.spans.some((span) => endsIn(plain, frame, span.end))
  )
    return true;
  // 今年住建局会办的提案: conditions, then the kind itself, over a span of days.
  const kindEnds = best.spans.some((span) => span.end === plain.length && plain[span.start - 1] === '的');
  const pointedAt = best.values.length + best.measures.length + frame.units.length + frame.people.length > 0;
  if (kindEnds && pointedAt && frame.times.some((time) => !['day', 'days'].includes(time.grain))) return true;
  if (frame.top && frame.group && best.unknown.length === 0) return true;
  // key tasks behind schedule: an English plural without a verb and a number is a wish for the list.
  const pointed =
    best.values.length + best.measures.length > 0 &&
    (best.spans.some((span) => /s$/.test(plain.slice(span.start, span.end))) ||
      /\b(?:cases|items|records|pieces)\b/.test(plain));
  const verbFirst = /^[a-z]+ed\b/.test(plain) && frame.times.length === 0;
  if (english && best.called && pointed && best.unknown.length < 2 && !pastVerb.test(plain) && !verbFirst) return true;
  if ((namesFigure(plain) || frame.group) && best.unknown.length === 0) return true;
  const spans = frame.times.filter(
    (time) => !['day', 'days'].includes(time.grain) || /last|past|recent|近/.test(time.text),
  );
  const noun = best.measures.length > 0 || best.spans.length > 0;
  return (
    noun &&
    spans.length > 0 &&
    (english
      ? (best.measures.length > 0 || /s\b/.test(plain)) && !pastVerb.test(plain)
      : frame.compare !== undefined || frame.top !== undefined)
  );
}

/** A number nothing explains is told, not asked (10月信息得分62). */
export function countsMore(frame: Frame): boolean {
  return /\d/.test(frame.rest.replace(/12345|\b[qh]\d\b/g, ''));
}

/**
 * Whether a Chinese note has anything by which a bare noun phrase asks: the name of a figure (or its sound), something to part, rank or
 * compare by, a stretch of days whose things are meant, or a stock. English tells by its words alone, once the kinds are read.
 */
export function hasSomethingToAsk(plain: string, frame: Frame): boolean {
  if (/[a-z]{3}/.test(plain)) return true;
  if (
    frame.group ||
    frame.top ||
    frame.compare ||
    namesFigure(plain) ||
    endsInFigure(plain) ||
    soundsLikeRate.test(plain)
  )
    return true;
  const spans = frame.times.some(
    (time) => !['day', 'days'].includes(time.grain) || /last|past|recent|近/.test(time.text),
  );
  if (spans && plain.includes('的')) return true;
  return kindsIn(plain).some(({ kind }) => kind.measures[kind.main]?.type === 'latest');
}

const soundsLikeRate = /[率律绿虑滤]$/;

const pastVerb =
  /\b(?:we|i) \w+ed\b|\b(?:was|were|has been|have been) \w+|\b(?:held|sent|wrote|got|received|inspected|visited|attended|issued) (?:a|an|the|our|\d)/;

/** 到期未办结的督办件, 目前在办提案. */
export function waitingList(frame: Frame): boolean {
  return (
    frame.due ||
    /逾期|超期|过期|在办|未办结|未答复|没办结|没答复|要办结|\b(?:overdue|open|pending|outstanding)\b/.test(frame.text)
  );
}
