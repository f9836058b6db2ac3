/** Reads corrections: which earlier record is meant, which of its values was wrong, and what is right. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { readNumbers } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { correctedValues } from './corrected-values.ts';
import { kindsIn } from './kind-of.ts';
import { type Marks, marksIn } from './marks.ts';
import type { Mended } from './mended.ts';
import { holdsChoice, holdsNumber, mistakenRecords } from './mistaken-records.ts';
import { statementsIn } from './statements.ts';

const wrong =
  /(?:写|记|说|打|报|填|录|输|弄|搞|算|数|发|登记?)(?:错|反|串|混)了?|更正|纠正|订正|勘误|有误|说漏|手误|口误|错了|不对|(?:少|多)(?:数|记|写|报|算)了|(?:数|记|写|报|算)(?:少|多)了|漏(?:记|写|报|算)了|\b(?:correction|corrected|typo|mistake|mistyped|my bad|oops|scratch that|should (?:be|have been)|i meant|meant to (?:say|write)|was wrong|is wrong|wrong (?:number|date|figure|day|unit)|not right|sorry)\b/i;
const changeTo =
  /(?:改成|改为|改到|改正为|更正为|换成|调整为|应该是|应为|应是|该是|其实是|实际是|实际上是|准确(?:的)?是|正确的?是|(?:change|correct|make|fix) (?:it|that|this|the \w+)(?: \w+)? to|should (?:be|have been)|actually(?: it was| was| it's)?|i meant|it was|make (?:it|that))\s*/i;
const notBut = [
  /(?:刚才|刚刚|上面|前面)(?:说|报|发|记|写)的(?<old>[^,。;是]{0,10})是(?<right>[^,。;]{1,20}?)的?$/,
  /(?:并)?不是(?<old>[^,。;]{1,24}?)[,、\s]*(?:而是|应该是|应为|是|,)\s*(?<right>[^,。;]{1,30})/,
  /是(?<right>[^,。;不]{1,24}?)[,、\s]*(?:而)?不是(?<old>[^,。;]{1,24})/,
  /(?:把|将)?(?<old>[^,。;把将]{1,16}?)(?:改成|改为|改到|换成|更正为|更正成)\s*(?<right>[^,。;]{1,30})/,
  /从(?<old>[^,。;]{1,16}?)(?:改成|改为|改到|换成)(?<right>[^,。;]{1,24})/,
  /\b(?<right>[^,.;]{1,30}?),?\s+(?:and\s+)?not\s+(?<old>[^,.;]{1,24})/i,
  /\bnot\s+(?<old>[^,.;]{1,24}?)[,\s]+(?:but\s+|it(?:'s| was)\s+|rather\s+)(?<right>[^,.;]{1,30})/i,
  /\bfrom\s+(?<old>[^,.;]{1,24}?)\s+to\s+(?<right>[^,.;]{1,24})/i,
];
const voided =
  /(?:作废|删掉|删了|删除|去掉|划掉|撤掉|撤销|撤回|取消)(?:一下)?(?:刚才|刚刚|上面|上边|上一|前面|最后|那[条个件]|这[条个件])|(?:作废|不算数?|不要了|删掉|删了|删除|去掉|划掉|撤掉|撤了|撤销|撤回|取消)(?:吧|了|掉|一下)?(?=$|[\s,。;!])|(?:重复|记重|报重|写重|发重|重)了(?=$|[\s,。;!])|(?:记|发|写|报)了两遍|\b(?:delete|remove|drop|discard|strike|void|withdraw|cancel|scrap)\s+(?:that|this|it|the (?:last|previous|above)|my last)\b|\b(?:was|is) (?:a )?duplicate\b|\bduplicated?\b|\bdoes(?:n't| not) count\b/i;
const pointsBack =
  /上条|前条|上面|上边|上一|前一|前面|刚才|刚刚|刚|那[条件个份篇场批次封期]|这[条件个份篇场批次封期]|最后一|重复|记重|\b(?:that|this|last|previous|above|earlier|duplicate|it)\b/i;

/** The intents of a correction; null for anything else. */
export function correctionIn(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (text.length > 160) return null;
  const reply = context.repliedTo.length > 0;
  if (voided.test(text) && (pointsBack.test(text) || reply) && !isNews(text)) return withdrawnAnd(marks, context);
  const mended = mendedIn(text);
  const says = wrong.test(text);
  if (!says && !mended) return null;
  if (!says && mended && !(reply || isBareMending(text) || holdsOld(mended, context) || namesRecent(marks, context)))
    return null;
  const rest = mended ?? { old: '', right: afterSign(text) || beforeSign(text) };
  if (rest.right.trim() === '')
    return says && context.recent.length > 0 && text.length < 24 ? whichValue(context) : null;
  const entries = mistakenRecords(marks, rest, context);
  for (const entry of entries) {
    const set = correctedValues(entry, rest, { marks, context });
    if (set && Object.keys(set).length > 0) return [{ do: 'amend', nos: [entry.no], set }];
  }
  return null;
}

/** 取消 and 撤回 of a matter are news of it (会取消了, 申请人撤回), no mistake of ours. */
function isNews(text: string): boolean {
  return (
    /(?:会议?|接待|培训|活动|行程|调研|考察)(?:都|也|临时|已经?)*(?:取消|撤销)|申请人|原告|撤案|撤诉|meeting|conference|visit/i.test(
      text,
    ) && !/重复|作废|不算|那条|上面|上一条/.test(text)
  );
}

/** 上一条作废 重新报:今天收文13件. */
function withdrawnAnd(marks: Marks, context: Context): Intent[] | null {
  const [whole, first = '', again = ''] =
    /^(.*?)(?:重新报|重报|重新记|重记|改报)[:,\s]*(.{4,})$/.exec(marks.text) ?? [];
  if (!whole) return withdrawn(marks, context);
  const taken = withdrawn(marksIn(first, context), context);
  const told = statementsIn(marksIn(again, context), context);
  return taken && told.some((intent) => intent.do === 'log') ? [...taken, ...told] : taken;
}

function withdrawn(marks: Marks, context: Context): Intent[] | null {
  const entries = mistakenRecords(marks, { old: '', right: '' }, context);
  const [first] = entries;
  if (!first) return null;
  const same = entries.filter((entry) => entry.source === first.source && sameWeight(entry, first));
  const all = /(?:都|全部?|几条|两条|all|both)/.test(marks.text);
  if (all && same.length > 1) return [{ do: 'withdraw', nos: same.map((entry) => entry.no) }];
  return [{ do: 'withdraw', nos: [first.no] }];
}

function sameWeight(a: Entry, b: Entry): boolean {
  return a.by === b.by;
}

function mendedIn(text: string): Mended | undefined {
  for (const pattern of notBut) {
    const match = pattern.exec(text);
    const { old = '', right = '' } = match?.groups ?? {};
    if (match && right.trim() && /[\p{L}\p{N}]/u.test(right)) return { old: cleaned(old), right: cleaned(right) };
  }
  const to = changeTo.exec(text);
  if (!to) return undefined;
  const right = /^[^,。;]{1,40}/.exec(text.slice(to.index + to[0].length))?.[0] ?? '';
  return right.trim() ? { old: '', right: cleaned(right) } : undefined;
}

function cleaned(text: string): string {
  return text
    .replace(/^(?:correction|sorry|oops|更正|纠正|是|为|,|:|it\s|it was\s|it's\s)+[:,\s]*/i, '')
    .replace(/(?:吧|了|啊|哦|哈|的)$/, '')
    .trim();
}

/** What stands behind the word that says so: 更正 联网单位是118家, 写错了 是21件. */
function afterSign(text: string): string {
  const sign = wrong.exec(text);
  if (!sign) return '';
  const behind = text.slice(sign.index + sign[0].length).replace(/^(?:了|一下|[,、:。!\s])+/, '');
  const is = /(?:是|为|:|to be|is|was)\s*([^,。;是]{1,30})[^是]*$/i.exec(behind);
  return cleaned(is?.[1] ?? behind);
}

/** 是第56期 我写错了: the right value may stand in front. */
function beforeSign(text: string): string {
  return cleaned(
    /是([^,。;是]{1,24}?)[,\s]+(?:我|刚才|上面|上一条)?(?:写|记|说|打|报|填|录|输|弄|搞)错/.exec(text)?.[1] ?? '',
  );
}

/** How people call a record of the kind or a figure of it. */
function namesOf(entry: Entry): string[] {
  const kind = kindOf(entry.kind);
  if (!kind) return [];
  const figures = Object.values(kind.fields).filter((field) => field.type === 'number');
  return [
    ...[...kind.cues.sure, ...(kind.cues.likely ?? [])].filter((cue): cue is string => typeof cue === 'string'),
    kind.title.zh,
    ...figures.flatMap((field) => [field.label.zh, ...(field.words ?? [])]),
  ];
}

/** 不是19是20, 改成昨天: short enough that nothing else can be meant. */
function isBareMending(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:哦|啊|不对|对不起|抱歉|sorry|no|oh|oops|actually)?[,\s]*(?:刚才|上面|上一条|那条|日期|时间|数量|数字|人数|单位|应该|改|不是|是|换|change|make|it|not|should|i meant)/i.test(
      text,
    )
  );
}

/** 问题是5个不是3个: the wrong value stands in one of the last records. */
function holdsOld(mended: Mended, context: Context): boolean {
  const [number] = readNumbers(mended.old);
  // 751号不是提案是建议: the name of a value it holds.
  if (!number) return mended.old.length >= 2 && context.recent.slice(0, 5).some((entry) => holdsChoice(mended, entry));
  return context.recent.slice(0, 5).some((entry) => holdsNumber(entry, number.value));
}

/** 把收文改成21件, 得分改为15分. */
function namesRecent(marks: Marks, context: Context): boolean {
  const told =
    /^(?:请)?(?<asks>把|将)?(?<name>.{1,20}?)(?:改成|改为|改到|换成|更正为|应该是|应为|应是|其实是|实际是)|^(?:please )?(?<en>change|correct)\b/i.exec(
      marks.text,
    );
  if (!told) return false;
  const recent = context.recent.slice(0, 10);
  const { asks, en, name = '' } = told.groups ?? {};
  if (!asks && !en)
    return (
      marks.text.length <= 30 &&
      recent.some((entry) => namesOf(entry).includes(name.trim().replace(/的?(?:数量?|那条|数字)$/, '')))
    );
  const named = kindsIn(marks.text)[0]?.kind.id;
  return recent.some((entry) => entry.kind === named || named === undefined);
}

/** Only that something is wrong: what it should be is asked. */
function whichValue(context: Context): Intent[] {
  const [entry] = context.recent;
  return entry ? [{ do: 'edit', no: entry.no }] : [];
}
