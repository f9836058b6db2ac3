/** What is said of the n-th of the records just told, by the word they are counted in: 第一批是来调研的, 第二场有30人, the second one: 30 people. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { numberOf } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { correctionIn } from './correction.ts';
import { detailIn } from './detail-told.ts';
import { filledIn } from './filled-in.ts';
import { type Marks, marksIn } from './marks.ts';
import { latestRow } from './rows.ts';
import { updatesIn } from './updates.ts';

const mostLength = 40;
const mostEnglish = 80;
const nth =
  /^(?:(?:对了|哦|那|其中|刚才|刚刚|上午|下午|今天|那个|就是|还有)[,\s]*)*第([一二三四五六七八九十]|\d{1,2})(?<measure>批次?|场次?|次|趟|回|轮|拨|波|期|篇|项|份|封|条|件|个|堂|起|宗)(?:会议?|培训|接待|督查|检查|活动|来访|客人|人|来的)?[,:\s]*(?:里面?)?/;
const englishNth =
  /^(?:and |oh,? |the )*(?<n>first|second|third|fourth|last|1st|2nd|3rd|4th)(?: (?<measure>one|group|delegation|visit|session|meeting|inspection|training|batch|trip|time|party))?(?:[:,]|\s(?=was|were|had|has|is|came|found)|\s)\s*/i;
const places = ['first', 'second', 'third', 'fourth'];

/** The intents of such a detail; null where there is no such record or nothing of it is told. */
export function nthTold(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  const parts = text.length <= mostEnglish ? text.split(/[,;。\s]+(?=第[一二三四五六七八九十\d])/) : [];
  if (parts.length > 1 && /^第/.test(text)) {
    // 第一期是公文 第二期是信息.
    const each = parts.map((part) => nthTold(marksIn(part, context), context));
    return each.every((intents) => intents !== null) ? each.flat() : null;
  }
  const said = /^[^第]{0,10}第/.test(text) && text.length <= mostLength ? nth.exec(text) : null;
  const english =
    !said && text.length <= mostEnglish && /^(?:and |oh,? )*(?:the )?[1-4a-z]/i.test(text)
      ? englishNth.exec(text)
      : null;
  const match = said ?? english;
  if (!match) return null;
  const rest = text.slice(match[0].length).trim();
  // 第一个办结了 第三个退回来了, the first two: several are spoken of.
  if (
    rest.length < 2 ||
    /第[一二三四五六七八九十\d]|^(?:two|three|four|[234])\b|\bthe (?:second|third|last|other)\b/i.test(rest)
  )
    return null;
  const entry = said
    ? entryAt(numberOf(said[1]!) ?? 0, said.groups?.measure, context)
    : englishEntry(english!.groups!.n!.toLowerCase(), english!.groups?.measure, context);
  if (!entry) return null;
  const alone: Context = { ...context, repliedTo: [entry], recent: [entry], list: [], pending: null };
  return (
    read(rest, entry, alone) ??
    read(rest.replace(/^(?:有|是|来了|来|共|到了|was|were|had|has|is)\s*/i, ''), entry, alone)
  );
}

/** Only what changes this one record counts. */
function read(rest: string, entry: Entry, alone: Context): Intent[] | null {
  if (rest.length < 2) return null;
  const marks = marksIn(rest, alone);
  const piece = { marks, act: 'fact', timesFrom: marks, follows: false, isPart: false } as const;
  for (const reader of [filledIn, correctionIn, detailIn]) {
    const intents = reader(marks, alone);
    if (intents && isOf(intents, entry)) return intents;
  }
  const restated = /^\D{0,4}\d/.test(rest) ? correctionIn(marksIn(`应该是${rest}`, alone), alone) : null;
  if (restated && isOf(restated, entry)) return restated;
  const updates = updatesIn(piece, alone);
  if (updates && isOf(updates, entry)) return updates;
  // 第一场在三楼会议室, 第一次是张书记讲课: no field holds it.
  return /^(?:是|由|在|有|was|were|is)(?!\d)/i.test(rest) && marks.numbers.length === 0
    ? [{ do: 'amend', nos: [entry.no], set: { note: [entry.note, rest].filter(Boolean).join(';') } }]
    : null;
}

function isOf(intents: readonly Intent[], entry: Entry): boolean {
  return (
    intents.length > 0 &&
    intents.every(
      ({ do: act, nos }) =>
        (act === 'amend' || act === 'advance') && Array.isArray(nos) && nos.length === 1 && nos[0] === entry.no,
    )
  );
}

function entryAt(place: number, measure: string | undefined, context: Context): Entry | undefined {
  const row = latestRow(context, (entry) => isCountedIn(entry, measure));
  // 第一批 alone is told anew where nothing of that sort was told today.
  return row.at(-1)?.lastOn === context.today || context.repliedTo.length > 1 ? row[place - 1] : undefined;
}

function isCountedIn({ kind: id }: Entry, measure: string | undefined): boolean {
  const kind = kindOf(id);
  if (!kind || measure === undefined) return kind !== undefined;
  const plain = measure.replace(/(?<=[批场])次$/, '');
  if (kind.id === 'training' && /^[期班]$/.test(plain)) return true;
  return kind.counts.zh === plain || (kind.alsoCounted ?? []).includes(plain);
}

const counts: Readonly<Record<string, readonly string[]>> = {
  group: ['reception'],
  delegation: ['reception'],
  party: ['reception'],
  visit: ['reception', 'inspection'],
  session: ['meeting', 'training', 'party'],
  meeting: ['meeting'],
  inspection: ['inspection'],
  training: ['training'],
  trip: ['logistics'],
};

function englishEntry(n: string, measure: string | undefined, context: Context): Entry | undefined {
  const ids = measure === undefined ? undefined : counts[measure.toLowerCase()];
  const row = latestRow(context, (entry) => ids === undefined || ids.includes(entry.kind));
  if (row.length < 2 || row.at(-1)!.lastOn !== context.today) return undefined;
  const place = n === 'last' ? row.length : places.indexOf(n) + 1 || Number(n[0]);
  return row[place - 1];
}
