/** What a correction says: the wrong value and the right one, as they were said, and the words that name what was wrong. */

import type { Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import type { Context } from './context.ts';
import { kindsIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';

export interface Mended {
  /** Empty where only the right value is told. */
  readonly old: string;
  readonly right: string;
  /** The stretch it was said in: it may name the field (件数是71) or the record (收文那条). */
  readonly said: string;
  /** What stands before 应为: a field, or a word that stands wrongly in the record (早稻应为晚稻). */
  readonly subject?: string;
  /** 少报了2件: how much is missing, or (negative) too much, where no whole value is told. */
  readonly by?: number;
}

/** The message in which it was said, and the conversation it belongs to. */
export interface Said {
  readonly marks: Marks;
  readonly context: Context;
}

/** What to set, by field. */
export type Changes = Record<string, Value>;

/** Words that say something was told wrongly. */
export const wrongly =
  /(?:少|多|漏)(?:打|写|记|加|敲|输|填)了?一?个?(?:零|0(?!\d))|(?:写|记|说|打|报|填|录|输|弄|搞|算|数|发|看|听|认|登记?)(?:错|反|串|混|岔|漏|重)了?|更正|纠正|订正|勘误|有误|说漏|手误|口误|笔误|手抖|手滑|眼花|错字|错别字|错了|搞岔|不对|不准|(?:少|多)(?:数|记|写|报|算|填|说|讲)了?|(?:数|记|写|报|算)(?:少|多)了|漏(?:记|写|报|算)?了|^(?:更?改|修改|订正|纠正)一?下|\b(?:correction|corrected|typo|mistake|mistyped|misread|miscounted|my bad|oops|scratch that|(?:typed|wrote|put|got|entered|said) (?:it|that|this) wrong|^wrong\b|that(?:'s| is| was) (?:wrong|not right)|should (?:be|have been|say|read)|i meant|meant to (?:say|write)|was wrong|is wrong|wrong (?:number|date|figure|day|unit|title|leader)|not right|sorry)\b/i;
const changeTo =
  /(?:更正为|改正为|改成|改为|改到|改回|换成|调整为|应该算|要算|该算|得算|应该叫|应该是|应该为|应当是|应为|应是|(?<!反|适|对|响|供|感)应该?(?=\d)|该是|其实是|实际是|实际上是|准确(?:的)?是|正确的?是|真正的?是|(?:change|correct|make|fix|set|put) (?:it|that|this|the \w+|\w+)(?: \w+)? to|(?:change|correct|amend|update|alter|switch) (?:[\w'-]+ ){1,9}?to|should (?:be|have been|say|read)|actually(?: it was| was| it's)?|i meant|it was|make (?:it|that))\s*/i;
const notBut = [
  /(?:刚才|刚刚|上面|前面)(?:说|报|发|记|写)的(?<old>[^,。;是]{0,10})是(?<right>[^,。;]{1,20}?)的?$/,
  /(?:并)?不(?:应该)?(?:是|叫|算)(?<old>[^,。;]{1,24}?)[,、\s]*(?:而是|应该是|应该算|应该叫|应为|该算|是|算|叫|,)\s*(?<right>[^,。;\s]{1,30})/,
  /(?:其实|应该|应)?(?:是|算|叫)(?<right>[^,。;不]{1,24}?)[,、\s]*(?:而)?不(?:是|算|叫)(?<old>[^,。;]{1,24})/,
  /从(?<old>[^,。;]{1,16}?)(?:改成|改为|改到|换成)(?<right>[^,。;]{1,24})/,
  /(?:把|将)(?<old>[^,。;把将]{1,24}?)(?:改成|改为|改到|换成|更正为|更正成)\s*(?<right>[^,。;]{1,30})/,
  /(?:把|将)?(?<old>[^,。;\s把将]{1,16}?)(?:改成|改为|改到|换成|更正为|更正成)\s*(?<right>[^,。;]{1,30})/,
  /\bshould (?:be|say|read|have been)\s+(?<right>(?:[^,.;]|\.(?=\d)){1,30}?),?\s+(?:and\s+)?not\s+(?<old>[^,.;]{1,24})/i,
  /\b(?<right>(?:[^,.;]|\.(?=\d)){1,30}?),?\s+(?:and\s+)?not\s+(?<old>[^,.;]{1,24})/i,
  /\bnot\s+(?<old>[^,.;]{1,24}?)[,\s]+(?:but\s+|it(?:'s| was)\s+|rather\s+)(?<right>(?:[^,.;]|\.(?=\d)){1,30})/i,
  /^not\s+(?<old>[^,.;]{1,24}),\s+(?:that|the|this)\s+[a-z ]{3,20}\s+(?:was|is)\s+(?<right>[^,.;]{1,30})$/i,
  /\bfrom\s+(?<old>[^,.;]{1,24}?)\s+to\s+(?<right>(?:[^,.;]|\.(?=\d)){1,24})/i,
];
/** 昨天的事 不是今天. */
const rightFirst = /^(?<right>[^,。;\s不]{2,16}?)(?:的(?:事情?|会|件)?)?[,\s]+不是(?<old>[^,。;\s]{1,16})$/;
/** 前面接待那条 16人 不是14: a figure instead of another. */
const figureFirst = /(?<right>\d+[^\s,。;\d]{0,4})[,\s]+(?:并)?不是\s?(?<old>\d+[^\s,。;]{0,4})$/;
/** 会是昨天开的, 其实是前天去的: only the day it happened. */
const dayOnly =
  /^(?:哦|噢|啊)?[,\s]*(?:[^,。;\s]{0,8}?)(?:其实|实际|应该)?是(?<right>[^,。;是]{2,8}?)(?:上午|下午|晚上|早上)?才?(?:开|办|搞|收|发|印|来|去|上|查|督查|接待|报|送|学)(?:到|发)?的$/;
/** 那批是15人, 是104期: a value and nothing else. */
const plainly = [
  /(?:那|这)[个件条批场次份篇封项]\s?(?:的?[\u4e00-\u9fff]{0,6}?)?(?:其实|实际|应该)?(?:是|有)\s*(?<right>\d[^,。;]{0,12})$/,
  /^[\u4e00-\u9fff]{1,6}的(?:应该)?是\s?(?<right>\d[^,。;]{0,10})$/,
  /^(?:哦|啊)?[,\s]*(?:是|为)\s*(?<right>第?\d[^,。;]{0,10})$/,
  /^(?:no|nope|oops|wrong)[,.!\s-]+(?:it(?:'s| is| was)\s+)?(?<right>\d[\d.]*(?: [a-z]+){0,2})[.!]?$/i,
  /^the [a-z ]{3,30} (?:was|were|is|are) (?:actually |really |in fact )?(?<right>\d[\d.]*(?: [a-z]+)?)[.!]?$/i,
];
const missing =
  /(?<sign>少|漏|多)(?:报|记|写|算|数|填|发|说|讲)?了?\s*(?<n>\d+|[一两二三四五六七八九十](?=[\u4e00-\u9fff]))|(?:报|记|写|算|数|填)(?<after>少|漏|多)了?\s*(?<m>\d+|[一两二三四五六七八九十](?=[\u4e00-\u9fff]))/;

/** 不是省科协 市科协的: two names and nothing between them. */
const sideBySide = /(?:并)?不(?:是|叫|算)(?<old>[^,。;\s]{2,16})[,\s]+(?<right>[^,。;\s]{2,20})(?=$|[,。;\s])/;

/** Every mending of the text, one for each value that is put right. */
export function mendingsIn(told: string): Mended[] {
  // 42 actually.
  const text = withoutThousands(told).replace(/^(\d[\d.]*(?: [a-z]+){0,2}),? actually[.!]?$/i, 'actually $1');
  const parts = text.split(/[,;。\n]|(?<=\S)\s(?=\S*?(?:改成|改为|应该是|应为|更正为))/).filter((part) => part.trim());
  const each = parts.flatMap((part) => (changeTo.test(part) ? [oneIn(part)] : []));
  const found = each.filter((one): one is Mended => one !== undefined);
  if (found.length > 1) return found;
  const one = oneIn(text);
  return one ? [one] : [];
}

/** 16,200 is one number, in English as it is written. */
function withoutThousands(text: string): string {
  return isEnglish(text) ? text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1') : text;
}

function oneIn(text: string): Mended | undefined {
  for (const pattern of notBut) {
    const match = pattern.exec(text);
    const { old = '', right = '' } = match?.groups ?? {};
    if (match && right.trim() && /[\p{L}\p{N}]/u.test(right))
      return {
        old: cleaned(old),
        right: cleaned(right),
        said: text,
        // 温州人大人数改成18人: what stands before may be the old value, or the name of one.
        ...(/改[成为到]|换成|更正/.test(match[0]) && !/\d/.test(old) ? { subject: cleaned(old) } : {}),
      };
  }
  const to = changeTo.exec(text);
  if (to) {
    const right = /^[^,。;]{1,40}/.exec(text.slice(to.index + to[0].length))?.[0] ?? '';
    const subject = /[^,。;\s]{1,16}$/.exec(text.slice(0, to.index).trimEnd())?.[0] ?? '';
    return right.trim() ? { old: '', right: cleaned(right), said: text, subject } : undefined;
  }
  for (const pattern of [figureFirst, rightFirst, dayOnly, ...plainly]) {
    const { old = '', right = '' } = pattern.exec(text)?.groups ?? {};
    if (right) return { old, right: cleaned(right), said: text };
  }
  const beside = sideBySide.exec(text)?.groups;
  return beside ? { old: cleaned(beside.old ?? ''), right: cleaned(beside.right ?? ''), said: text } : undefined;
}

function cleaned(text: string): string {
  return text
    .replace(
      /^(?:correction|sorry|oops|wrong|更正|纠正|是|为|,|:|-|it\s|it was\s|it's\s|(?:that|they|there|those) (?:was|were|is|are)\s|that's\s)+[:,\s]*/i,
      '',
    )
    .replace(/(?:吧|了|啊|哦|哈|的|才对|对的)+$/, '')
    .trim();
}

/** 少报了2件: only how much is missing; a whole value told besides (多算了5个 35人) says more. */
export function missingIn(text: string): Mended | undefined {
  const match = missing.exec(text);
  const { sign, n, after, m } = match?.groups ?? {};
  const told = numberOf(n ?? m ?? '');
  if (!match || !told || /[是为改]/.test(text)) return undefined;
  if ((text.match(/\d+/g) ?? []).length !== (/\d/.test(match[0]) ? 1 : 0)) return undefined;
  const by = told * ((sign ?? after) === '多' ? -1 : 1);
  return { old: '', right: text.slice(match.index).replace(/^[^\d一两二三四五六七八九十]+/, ''), said: text, by };
}

const beside = /(?:没变|不变|没错|不动|照旧|没问题|是对的|unchanged|stays?)/i;

/**
 * The right value where only the sign of a mistake is said: what stands behind it (写错了 是21件), in front of it
 * (是第56期 我写错了), or around it (件数是71 手抖).
 */
export function rightOf(text: string): string {
  const front = cleaned(
    /是([^,。;是]{1,24}?)[,\s]+(?:我|刚才|上面|上一条)?(?:写|记|说|打|报|填|录|输|弄|搞)错/.exec(text)?.[1] ?? '',
  );
  const said = /(?:is|was|are|were|to|be)\s+([^,.;]{1,30}?)[,.;\s-]+(?:i|we|my|sorry)\b/i.exec(text)?.[1];
  if (said && isEnglish(text)) return cleaned(said);
  const sign = wrongly.exec(text);
  if (!sign) return front;
  const only = /^(?:only |just |it was |there (?:was|were) )?(.{1,40}?)[,.\s-]*\bsorry[.!]?$/i.exec(text)?.[1];
  if (only && isEnglish(text) && /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(only))
    return cleaned(only);
  // 多算了5个 35人: what was too much is no value.
  const gone = missing.exec(text);
  if (gone && (text.match(/\d+/g) ?? []).length > 1)
    return cleaned(withoutAside(text.slice(gone.index + gone[0].length).replace(/^[^,。;\s]+/, '')));
  const behind = text.slice(sign.index + sign[0].length).replace(/^(?:别?字|了|一下|[,、:。!\s])+/, '');
  const is = /(?:是|为|:|to be|is|was)\s*([^,。;是]{1,30})[^是]*$/i.exec(behind);
  const told = cleaned(is?.[1] ?? withoutAside(behind));
  if (told) return told;
  if (front) return front;
  const before = text.slice(0, sign.index);
  // 没有函 记错了: what is right was said first.
  const first = /^([^,。;\d]{2,6})[,\s]+(?:我|刚才)?$/.exec(before)?.[1];
  if (first && !/不|这|那|上|刚|前/.test(first)) return cleaned(first);
  return cleaned(/(?:是|为|:)\s*([^,。;是]{1,24}?)[,。;\s]*$/.exec(before)?.[1] ?? '');
}

/** 一个 5场 人次没变: what stays as it was is no new value, and the value is the last thing said. */
function withoutAside(text: string): string {
  const chunks = text.split(/[,。;\s]+/).filter((chunk) => chunk && !beside.test(chunk));
  const figures = chunks.filter((chunk) => /\d/.test(chunk));
  return (figures.length > 0 && !/[a-z]/i.test(text) ? figures : chunks).join(' ');
}

/** The kind a correction says it really was, where it names another one as wrong: 不是收文 是发文. */
export function kindMended(mended: Mended): { readonly wrong: string; readonly right: string } | undefined {
  const named = (text: string) => kindsIn(text).find((scored) => scored.strength !== 'maybe')?.kind.id;
  const wrong = named(mended.old);
  const right = named(mended.right);
  return wrong && right && wrong !== right ? { wrong, right } : undefined;
}
