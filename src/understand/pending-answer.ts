/** The answer to what was asked back: a value, which of several records, which record at all, or that it does not matter. */
import { kindOfNumber } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Field, RecordKind, Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import { choiceIn } from './choices.ts';
import { readCaseNos } from './codes.ts';
import type { Context } from './context.ts';
import { descriptionOf, placesIn, pointerIn } from './described.ts';
import { preciseValue, readFields } from './fields.ts';
import { kindIn, kindsIn } from './kind-of.ts';
import { likeness, weightOf } from './likeness.ts';
import { type Marks, marksIn } from './marks.ts';
import { atPlaces } from './rows.ts';
import { smallTalkIn } from './small-talk.ts';
import { statementsIn } from './statements.ts';
import { concerns } from './unit-roles.ts';

const shortAnswer = 30;
const sentence =
  /还[在没要有]|没(?!收)|正在|不(?!动产|锈)|都(?!市)|[我你他]们?|先(?!进|行)|下班|开会|吃饭|\b(?:is|are|was|were|not|we|i|please|will)\b/i;
const dropsRecord =
  /^(?:算了|那)?[,\s]*(?:这条|那条|刚才那条)?(?:不(?:用)?记了|别记了|不要了|不登了|不登记了|取消(?:记录|登记)|不报了)[吧啊。!]*$|^(?:never ?mind,?\s*)?(?:do(?:n't| not) (?:record|log) (?:it|that)|drop it|scrap it)[.!]*$/i;
const drops =
  /^(?:算了|跳过|略过|略|不用了|不用管|先不管|先这样|就这样|没有了?|无|不清楚|不知道|不详|不填|空着|暂无|以后再说|回头再(?:说|补)|skip(?: it)?|never ?mind|forget (?:it|that|about it)|no idea|not known|none|later|don't know|leave it)(?:[吧啊了呢。!,.\s]|算了|跳过|不用了|先这样|forget it|skip it|never ?mind)*$/i;
const waits =
  /^(?:等(?:一?下|会儿?)|稍等|待会儿?|一会儿?|马上|回头)(?:再)?(?:说|补|告诉你|给你|报|查)?|^(?:hold on|wait|in a (?:moment|minute)|just a sec)/i;
const mends =
  /(?:写错|记错|说错|打错|弄错|搞错|错了|不对|更正|纠正|[少多漏][说报记写算数填]了|不是|撤销|撤回|作废|改成|改为|应该)/;

/** Null when the message says something else. */
export function pendingAnswer(marks: Marks, context: Context): Intent[] | null {
  const { pending } = context;
  const { text } = marks;
  if (!pending || text.length > shortAnswer || /[??]/.test(text)) return null;
  if (dropsRecord.test(text) && 'no' in pending) return [{ do: 'withdraw', nos: [pending.no] }];
  if (drops.test(text) || dropsRecord.test(text)) return [{ do: 'chat', tone: 'dropped' }];
  if (waits.test(text) && text.length <= 10) return [{ do: 'chat', tone: 'silent' }];
  if ('choose' in pending) return chosenBy(marks, pending.choose, context);
  if ('about' in pending) return aboutRecord(marks, pending.about, context);
  const kind = kindOfNumber(pending.no);
  const field = kind?.fields[pending.field];
  if (!kind || !field) return null;
  const rest = pointedRest(marks, kind, context);
  const asked = { kind, field, name: pending.field };
  const value =
    rest === marks
      ? valueIn(marks, asked, context, pending.no)
      : valueIn(rest, asked, { ...context, recent: [] }, pending.no);
  return value === undefined ? null : [{ do: 'amend', nos: [pending.no], set: { [pending.field]: value } }];
}

/** 刚问的那个督查 看的是校园食堂: what points at the record is no part of the value. */
function pointedRest(marks: Marks, kind: RecordKind, context: Context): Marks {
  const pointer = pointerIn(marks.text);
  if (
    !pointer ||
    pointer.index > 8 ||
    kindsIn(marks.text).some((scored) => scored.kind !== kind && scored.strength !== 'maybe')
  )
    return marks;
  const cues = [...kind.cues.sure, ...(kind.cues.likely ?? [])].filter((cue): cue is string => typeof cue === 'string');
  const rest = marks.text.slice(pointer.end).trim();
  const cue = cues.filter((one) => rest.startsWith(one)).sort((a, b) => b.length - a.length)[0] ?? '';
  const value = rest
    .slice(cue.length)
    .replace(/^[,:\s]*(?:看|查|去|办|问|讲|主题|专题|内容|事由)*的?(?:是|就是)?[:\s]*/, '');
  return value.length >= 2 ? marksIn(value, context) : marks;
}

function valueIn(
  marks: Marks,
  asked: { kind: RecordKind; field: Field; name: string },
  context: Context,
  no: string,
): Value | undefined {
  const { kind, field, name } = asked;
  const plain = marks.text
    .replace(/^(?:是|就是|叫|应该是|it is|it's|the)\s*/i, '')
    .replace(/的?[吧呢啊哦。!]?$/, '')
    .trim();
  const chosen = field.choices ? choiceIn(kind, field, marks.text)?.id : undefined;
  const other = kindIn(marks.text, 'sure');
  // Once something else was told, only what can be nothing else is the answer.
  const isNext = context.recent.length === 0 || context.recent[0]?.no === no;
  // 校园食堂 is a topic of an inspection, though a canteen would be another matter.
  const bare = isNext && plain.length <= 14 && !/\d|[了过完]|今天|昨天|\b\w+ed\b/.test(plain);
  const isOther = other !== undefined && other.kind !== kind && chosen === undefined && !bare;
  if (isOther || mends.test(marks.text) || smallTalkIn(plain)) return undefined;
  if (chosen) return marks.text.length <= 14 || !other ? chosen : undefined;
  if (field.choices) return undefined;
  const reading = readFields(kind, marks, context);
  if (field.type === 'number') return preciseValue(reading.figures.fields[name]) ?? marks.numbers[0]?.value;
  const counted = reading.quantity !== undefined || marks.times.some((time) => time.grain === 'day');
  if (counted && other) return undefined;
  const free = isNext && plain.length >= 2 ? plain : undefined;
  if (field.type === 'unit') return marks.units[0]?.name ?? (isName(plain, marks) ? free : undefined);
  if (field.type === 'person') return marks.leaders[0]?.name ?? (plain.length <= 5 ? free : undefined);
  // A sentence of its own (文明单位还在公示) is no answer.
  if (sentence.test(plain) || plain.length > 20) return undefined;
  return reading.fields[name] ?? (other && !bare ? undefined : free);
}

/** A unit that is not in any list is kept as it is written. */
function isName(plain: string, marks: Marks): boolean {
  return (
    /^[\u4e00-\u9fff]{2,10}$/.test(plain) &&
    marks.times.length === 0 &&
    marks.numbers.length === 0 &&
    /[局办委室部院校司会所队站处社区镇乡村团厅馆园中心]$/.test(plain)
  );
}

/** 民宿那个, 第二个, 2, 两个都是: which of those shown. */
function chosenBy(marks: Marks, choose: Intent, context: Context): Intent[] | null {
  const { text } = marks;
  const nos = (choose.nos as readonly string[]).slice(0, 8);
  const action = choose.action as Intent;
  const shown = nos.flatMap((no) => context.find({ no }));
  const of = (entries: readonly Entry[]): Intent[] | null => {
    const [first] = entries;
    if (!first) return null;
    if (action.do === 'show') return [{ ...action, no: first.no }];
    return [{ ...action, nos: entries.map((entry) => entry.no) }];
  };
  const numbered = marks.ledgerNos.flatMap((code) => shown.filter((entry) => entry.no === code.value));
  if (numbered.length > 0) return of(numbered);
  if (/^(?:都是|全是|全部|两[个件条]都|都|both|all)(?:of them|是|吧|的)?[。!]?$/i.test(text)) return of(shown);
  const bare = /^(?:选|是)?\s*(\d|[一二三四五六七八])\s*[号个条件]?(?:吧|的)?$/.exec(text);
  const cased = readCaseNos(/^\d{2,4}$/.test(text) ? `${text}号` : text).map((code) => code.value);
  const called = shown.filter((entry) => cased.includes(String(entry.fields.caseNo ?? '-')));
  if (called.length === 1) return of(called);
  const place = bare ? numberOf(bare[1] ?? '') : null;
  if (place) return of(shown.slice(place - 1, place));
  const places = placesIn(text);
  if (places) return of(atPlaces(shown, places));
  const description = descriptionOf(marks, undefined)
    .replace(/(?:那|这)[个件条份]?/g, ' ')
    .trim();
  const fits = shown
    .map((entry) => ({
      entry,
      fit:
        (weightOf(description) >= 2 ? likeness(description, entry) : 0) +
        (marks.units.some((unit) => concerns(entry, unit)) ? 0.6 : 0),
    }))
    .filter(({ fit }) => fit >= 0.5)
    .sort((a, b) => b.fit - a.fit);
  const [best, second] = fits;
  return best && best.fit > (second?.fit ?? 0) + 0.2 ? of([best.entry]) : null;
}

/** 延期到12月底 — which one? — 路灯那件: the message is read again with the answer before it. */
function aboutRecord(marks: Marks, about: string, context: Context): Intent[] | null {
  const again = statementsIn(marksIn(`${marks.text} ${about}`, context), { ...context, pending: null });
  const goesOn = again.every((intent) => intent.do === 'advance' || intent.do === 'amend' || intent.do === 'choose');
  return goesOn && again.length > 0 ? again : null;
}
