/** What a second message fills in of a record told a moment ago, though it names no record: 查的是校车安全 5所学校, 投诉噪音的 转环保局了. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind, Value } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import { arrives } from './can-happen.ts';
import { changesOf } from './changes-told.ts';
import { readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { isFilled, type Reading, readFields } from './fields.ts';
import { kindsIn } from './kind-of.ts';
import { type Marks, marksIn } from './marks.ts';
import { wrongly } from './mended.ts';
import { actOf } from './speech-act.ts';

const mostLength = 40;
/** A clause without its head goes on about what was said just before, not about what was said this morning. */
const mostMinutes = 30;

const verbs = '查|看|写|讲|问|说|学|谈|反映|研究|讨论|办|投诉|咨询|求助|举报|检查|督查|督导|关于';
/** How a clause opens whose head was said before; what opens it is no value. */
const opens = new RegExp(
  `^(?:对了|哦|噢|嗯|还有|另外|补充(?:一下)?)?[,:\\s]*(?:[那这](?:个|件|条|次|封|篇|场|批|家)(?:点|会|信|事|地方)?)?(?:主要|主题|内容)?` +
    `(?:(?<is>(?:${verbs})的(?:是|主要是)?|是(?!否|不|谁|什么))|(?<whole>一共|总共|共|合计)|(?<asks>要(?=\\d)))`,
);
/** 投诉噪音的 转环保局了, 研究招商的 到了24个人: the first clause ends in 的. */
const nominal = new RegExp(`^(?<verb>${verbs})(?<about>[^,。;\\s]{2,12})的(?=$|[\\s,。;])`);
const inner = new RegExp(`(?<=[\\s,;])(?:${verbs})的(?:是|主要是)?`, 'g');

/** 是政办函不是政办发 puts right what was told. */
const instead = /不是|而是|应该|不对|改[成为到]/;

/** The intents of such a message; null for any other. */
export function filledIn(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (text.length > mostLength || !(opens.test(text) || nominal.test(text)) || wrongly.test(text) || instead.test(text))
    return null;
  const entry = toldJustNow(context);
  const kind = entry && kindOf(entry.kind);
  if (!entry || !kind || !isHeadless(kind, marks, context)) return null;
  const plain = marksIn(withoutHead(text), context, 'past');
  const reading = readFields(kind, plain, context);
  if (reading.quantity && reading.quantity.value !== entry.quantity) return null;
  const set = missingValues(kind, entry, reading, plain.text);
  if (!set || Object.keys(set).length === 0) return null;
  const piece = {
    marks: plain,
    kind,
    strength: 'sure',
    act: 'fact',
    timesFrom: plain,
    follows: false,
    isPart: false,
  } as const;
  const moved = changesOf(kind, { entries: [entry], behind: 0 }, piece, context).find(
    ({ do: act }) => act === 'advance',
  );
  if (!moved) return [{ do: 'amend', nos: [entry.no], set }];
  return [{ ...moved, set: { ...set, ...((moved.set as Record<string, Value> | undefined) ?? {}) } }];
}

function toldJustNow({ repliedTo, recent, now, speaker }: Context): Entry | undefined {
  const entry = repliedTo.length === 1 ? repliedTo[0] : repliedTo.length === 0 ? recent[0] : undefined;
  if (!entry || entry.void || entry.status === 'withdrawn' || entry.by !== speaker.id) return undefined;
  const minutes = (now.getTime() - Date.parse(entry.at)) / 60_000;
  return repliedTo.length === 1 || (minutes >= 0 && minutes <= mostMinutes) ? entry : undefined;
}

/** No other matter, number or day of its own. */
function isHeadless(kind: RecordKind, marks: Marks, context: Context): boolean {
  if (marks.docNos.length > 0 || marks.ledgerNos.length > 0 || marks.titles.length > 0) return false;
  if (arrives.test(marks.text) || readNamedCases(marks.text).length > 0) return false;
  if (marks.times.some((time) => time.grain === 'day' && time.start !== context.today)) return false;
  if (actOf(marks.text, marks.times, context.today) !== 'fact') return false;
  return !kindsIn(marks.text).some((scored) => scored.strength === 'sure' && scored.kind !== kind);
}

function withoutHead(text: string): string {
  const head = opens.exec(text);
  const rest =
    head?.groups?.is || head?.groups?.asks ? text.slice(head[0].length - (head.groups.asks?.length ?? 0)) : text;
  return rest
    .replace(nominal, '$<verb>$<about>')
    .replace(inner, ' ')
    .replace(/^([^,。;\s]{2,16})的(?=$|[\s,。;])/, '$1')
    .trim();
}

/** Values that are not known yet; null where one contradicts what is known, for that is no detail. */
function missingValues(
  kind: RecordKind,
  entry: Entry,
  { fields, assumed, title }: Reading,
  text: string,
): Record<string, Value> | null {
  const set: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (assumed.includes(name) || name === 'leadUnit') continue;
    const known = entry.fields[name];
    if (!isFilled(known)) set[name] = value;
    else if (kind.fields[name]?.type === 'number' && JSON.stringify(known) !== JSON.stringify(value)) return null;
    else if (kind.fields[name]?.type === 'choice' && known !== value && text.length <= 6) set[name] = value;
  }
  if (entry.title === '' && title.length >= 2 && Object.keys(set).length > 0) set.title = title;
  return set;
}
