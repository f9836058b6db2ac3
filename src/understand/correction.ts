/** Reads corrections: which earlier record is meant, which of its values was wrong, and what is right. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { numberIn, unitFieldOf, type Value } from '../kinds/kind.ts';
import { readNumbers } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { addedUnits, correctedValues } from './corrected-values.ts';
import { type Places, placesIn, pointerIn, severalIn } from './described.ts';
import { preciseValue } from './fields.ts';
import { figuresIn } from './figures.ts';
import { kindsIn } from './kind-of.ts';
import { type Marks, marksIn } from './marks.ts';
import { kindMended, type Mended, mendingsIn, missingIn, rightOf, wrongly } from './mended.ts';
import { holdsChoice, holdsNumber, holdsWord, mistakenRecords } from './mistaken-records.ts';
import { fieldNamedIn, labelAt } from './named-fields.ts';
import { statementsIn } from './statements.ts';
import { unitRoles } from './unit-roles.ts';

const voided =
  /(?:作废|删掉|删了|删除|去掉|划掉|撤掉|撤销|撤回|取消)(?:一下)?(?:刚才|刚刚|上面|上边|上一|前面|最后|那[条个件]|这[条个件])|(?:作废|不算数?|不要了|不记了|别记了|删掉|删了|删除|去掉|划掉|撤掉|撤了|撤销|撤回|取消)(?:吧|了|掉|一下)?(?=$|[\s,。;!])|(?:重复|记重|报重|写重|发重|重)了(?=$|[\s,。;!])|(?:记|发|写|报)了两遍|\b(?:delete|remove|drop|discard|strike|void|withdraw|cancel|scrap)\s+(?:that|this|it|the (?:last|previous|above)|my (?:last|previous)|the (?:[a-z]+ ){0,2}(?:entry|record|line))\b|\b(?:was|is) (?:a )?duplicate\b|\bduplicated?\b|\bdoes(?:n't| not) count\b/i;
const pointsBack =
  /上条|前条|上面|上边|上一|前一|前面|刚才|刚刚|刚|那[条件个份篇场批次封期]|这[条件个份篇场批次封期]|最后一|重复|记重|\b(?:that|this|last|previous|above|earlier|duplicate|it|entry|record)\b/i;
/** 水利局那条是3件, 接待那批是6个人: pointed at, and a figure instead of what it has. */
const pointedValue =
  /^[\u4e00-\u9fff]{1,6}的(?:应该)?是\s?\d+[\u4e00-\u9fff]{0,2}$|[那这][个件条批场次份篇封项](?:其实|实际|应该)?(?:是|有)\s*\d/;
const mostLength = 160;

/** The intents of a correction; null for anything else. */
export function correctionIn(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (text.length > mostLength) return null;
  const reply = context.repliedTo.length > 0;
  const points = pointsBack.test(text) || reply || marks.ledgerNos.length > 0;
  if (voided.test(text) && points && !isNews(text) && !isEnding(text)) {
    return calledOff(marks, context) ?? withdrawnAnd(marks, context);
  }
  const added = addedIn(marks, context);
  if (added) return added;
  // 不是他们的 改由住建局牵头: the matter goes to another unit, and was not told wrongly.
  if (/改由|改交|改派|转给|转由|重新交|重新转/.test(text) && !wrongly.test(text)) return null;
  const mendings = mendingsIn(text);
  const [mended] = mendings;
  const says = wrongly.test(text);
  if (!says && !mended) return null;
  const placed = reply || marks.ledgerNos.length > 0;
  const sure = placed || isBareMending(text) || pointerIn(text) !== null || pointedValue.test(text);
  if (
    !says &&
    mended &&
    !(
      sure ||
      labelsRecent(text, context) ||
      areDays(mended, context) ||
      holdsOld(mended, context) ||
      namesRecent(marks, mended, context)
    )
  )
    return null;
  const instead = mended ?? { old: '', right: rightOf(text), said: text };
  const other = otherKind(marks, instead, context);
  if (other) return other;
  const all = mendings.length > 0 ? mendings : [missingIn(text) ?? { old: '', right: rightOf(text), said: text }];
  if (all[0]!.right.trim() === '')
    return says && context.recent.length > 0 && text.length < 24 ? whichValue(context) : null;
  for (const entry of mistakenRecords(marks, all[0]!, context)) {
    const set = restated(entry, marks, says) ?? setsOf(entry, all, { marks, context });
    // 下午那批改到明天: what took place already is not put off.
    if (set && isHeld(entry) && typeof set.on === 'string' && set.on > context.today) continue;
    if (set && Object.keys(set).length > 0) return [{ do: 'amend', nos: [entry.no], set }];
  }
  // 是投诉不是咨询, said of a complaint: it is so already.
  if (mended && mended.old !== '' && isBareMending(text) && holdsRight(mended, context))
    return [{ do: 'refuse', reason: 'not-a-fact', because: 'remark' }];
  return null;
}

function isHeld({ kind: id, status }: Entry): boolean {
  const moves = kindOf(id)?.life.moves;
  return moves?.hold !== undefined && status === moves.hold.to;
}

function holdsRight(mended: Mended, { repliedTo, recent }: Context): boolean {
  const [entry] = repliedTo.length > 0 ? repliedTo : recent;
  return entry !== undefined && !entry.void && holdsChoice({ ...mended, old: mended.right, right: mended.old }, entry);
}

/** Every value that is put right; null where one of them fits nothing of the record. */
function setsOf(entry: Entry, mendings: readonly Mended[], said: { marks: Marks; context: Context }) {
  const sets = mendings.map((mended) =>
    correctedValues(
      entry,
      mended,
      mendings.length > 1 ? { ...said, marks: marksIn(mended.said, said.context, 'past') } : said,
    ),
  );
  return sets.every((set) => set !== null) ? Object.assign({}, ...sets) : null;
}

/** 更正一下 5家 问题3个, 出车12趟 刚才少报一趟: every figure told is one the record has, told anew. */
function restated(entry: Entry, marks: Marks, says: boolean): Record<string, Value> | null {
  const kind = kindOf(entry.kind);
  if (!kind || !says || /不是|不叫|而是/.test(marks.text)) return null;
  const plain = marksOf(
    marks,
    marks.text.replace(slip, (said) => ' '.repeat(said.length)),
  );
  const { quantity, fields, spare } = figuresIn(kind, plain);
  const told = Object.entries(fields);
  const known = told.every(([name]) => numberIn(entry.fields[name]) !== undefined) && (!quantity || entry.quantity > 1);
  if (!known || spare.length > 0 || told.length + (quantity ? 1 : 0) === 0) return null;
  if (told.length + (quantity ? 1 : 0) < 2 && !slip.test(marks.text)) return null;
  const set: Record<string, Value> = quantity ? { quantity: quantity.value, precision: quantity.precision } : {};
  for (const [name, figure] of told) set[name] = preciseValue(figure) ?? figure.value;
  return set;
}

/** 少报一趟, 多写了两件: the difference to a whole figure told besides. */
const slip =
  /(?:刚才|前面|上面)?(?:少|漏|多)(?:报|记|写|算|数|填|发|说|讲)了?\s*[\d一两二三四五六七八九十]+[\u4e00-\u9fff]/;

function marksOf(marks: Marks, text: string): Marks {
  const kept = marks.numbers.filter((number) => text.slice(number.index, number.end).trim() !== '');
  return { ...marks, text, numbers: kept };
}

/** 漏了一个单位 还有城管局: a unit joins those that are there. */
function addedIn(marks: Marks, context: Context): Intent[] | null {
  if (!/漏|忘|少(?:写|记|报)|还有|再加|加上|\b(?:forgot|missed|also)\b/i.test(marks.text)) return null;
  const leaves = /单位|部门|会办|协办|unit|bureau/i.test(marks.text) && /漏|忘|少|forgot|missed/i.test(marks.text);
  if (!leaves || marks.units.length === 0) return null;
  for (const entry of mistakenRecords(marks, { old: '', right: '', said: marks.text }, context)) {
    const set = addedUnits(entry, marks);
    if (set) return [{ do: 'amend', nos: [entry.no], set }];
  }
  return null;
}

/** 不是收文 是发文: the record was of another kind; it is taken back and written as what it was. */
function otherKind(marks: Marks, mended: Mended, context: Context): Intent[] | null {
  const kinds = kindMended(mended) ?? kindInstead(mended, context);
  const entry = kinds && mistakenRecords(marks, mended, context).find((one) => one.kind === kinds.wrong && !one.void);
  if (!kinds || !entry) return null;
  const told = statementsIn(marksIn(mended.right, context), context).find((intent) => intent.do === 'log');
  const [item] = (told?.items ?? []) as { entry: Record<string, unknown>; assumed: string[] }[];
  const right = kindOf(kinds.right);
  if (!right || (item && item.entry.kind !== kinds.right)) return null;
  const kept = Object.entries(entry.fields).filter(
    ([name]) => right.fields[name]?.type === kindOf(entry.kind)?.fields[name]?.type,
  );
  const on = item && !item.assumed.includes('on') ? item.entry.on : entry.on;
  const choices = right.fields;
  const fields: Record<string, unknown> = {
    ...Object.fromEntries(
      kept.filter(
        ([name, value]) =>
          choices[name]?.type !== 'choice' || Object.hasOwn(choices[name]?.choices ?? {}, String(value)),
      ),
    ),
    ...((item?.entry.fields ?? {}) as Record<string, unknown>),
  };
  // 这是督办件不是督查 住建局牵头: whose it is may be told besides.
  const own = unitFieldOf(right);
  const charged = unitRoles(right, marks).main?.name ?? entry.unit;
  if (own && fields[own] === undefined && charged) fields[own] = charged;
  return [
    { do: 'withdraw', nos: [entry.no] },
    {
      do: 'log',
      items: [
        {
          entry: {
            ...(item?.entry ?? { kind: kinds.right }),
            on,
            ...(entry.until ? { until: entry.until } : {}),
            title: (item?.entry.title as string | undefined) || entry.title,
            quantity: item?.entry.quantity ?? entry.quantity,
            precision: item?.entry.precision ?? entry.precision,
            fields,
          },
          assumed: [],
        },
      ],
    },
  ];
}

/** 发错了 是收文3件: the same number of another kind. */
function kindInstead(mended: Mended, context: Context): { wrong: string; right: string } | undefined {
  const [latest] = context.repliedTo.length > 0 ? context.repliedTo : context.recent;
  const [told] = kindsIn(mended.right);
  if (!latest || mended.old !== '' || told?.strength !== 'sure' || told.kind.id === latest.kind) return undefined;
  if (!wrongly.test(mended.said)) return undefined;
  const { quantity } = figuresIn(told.kind, marksIn(mended.right, context));
  return quantity?.value === latest.quantity ? { wrong: latest.kind, right: told.kind.id } : undefined;
}

/** 取消 and 撤回 of a matter are news of it (会取消了, 申请人撤回), no mistake of ours. */
function isNews(text: string): boolean {
  return (
    /(?:会议?|接待|培训|活动|行程|调研|考察)(?:都|也|临时|已经?)*(?:取消|撤销)|(?:申请人|当事人|提案人|来信人|信访人|投诉人|举报人|对方|代表|委员|原告|他们?|她)(?:又|也|已|已经|自己|主动)*(?:撤销|撤回|撤了|不要了)|申请人|原告|撤案|撤诉|meeting|conference|visit/i.test(
      text,
    ) && !/重复|作废|不算|那条|上面|上一条/.test(text)
  );
}

/** 不是维持 是撤销: an outcome of its own, nothing that is taken back. */
function isEnding(text: string): boolean {
  return /(?:不是|不叫|改成|改为|应该是|应为|结果是|判决|裁决)[^。;]{0,16}(?:撤销|取消)/.test(text);
}

/** 人社局那批取消了: what was planned falls out, and was no mistake. */
function calledOff(marks: Marks, context: Context): Intent[] | null {
  if (!/取消|\bcancel/i.test(marks.text) || /作废|记错|重复|那条|上一条|这条/.test(marks.text)) return null;
  const [entry] = mistakenRecords(marks, { old: '', right: '', said: marks.text }, context);
  if (entry?.status !== 'planned' || !kindOf(entry.kind)?.life.moves.cancel) return null;
  return [{ do: 'advance', nos: [entry.no], move: 'cancel', on: context.today }];
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
  const entries = mistakenRecords(marks, { old: '', right: '', said: marks.text }, context);
  const [first] = entries;
  if (!first) return null;
  // 前面两条都删掉: as many as are said, the latest of one's own.
  const several = severalIn(marks.text)?.count ?? lengthOf(placesIn(marks.text));
  const own = context.recent.filter((entry) => entry.by === context.speaker.id && !entry.void);
  if (typeof several === 'number' && several > 1 && context.repliedTo.length === 0 && own.length >= several)
    return [{ do: 'withdraw', nos: own.slice(0, several).map((entry) => entry.no) }];
  const same = entries.filter((entry) => entry.source === first.source && sameWeight(entry, first));
  const all = /(?:都|全部?|几条|两条|all|both)/.test(marks.text);
  if (all && same.length > 1) return [{ do: 'withdraw', nos: same.map((entry) => entry.no) }];
  return [{ do: 'withdraw', nos: [first.no] }];
}

function lengthOf(places: Places | null): number | undefined {
  return places ? places.last - places.first + 1 : undefined;
}

function sameWeight(a: Entry, b: Entry): boolean {
  return a.by === b.by;
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
    /^(?:(?:哦|啊|不好意思|等下|等等|等一下|慢着|不对|对不起|抱歉|sorry|no|oh|oops|actually|wrong)[,.!\s-]*)*(?:刚才|上面|上一条|那条|那不|那是|那个(?:不|应|其实)|第[一二三四五六\d]|日期|时间|数量|数字|人数|[件场次家卷条份]数|场次|人次|文号|案号|期号|题目|标题|名称|单位|牵头|主办|承办|会办|领导|应该|应[为是\d]|改|不是|不叫|是|换|change|make|it|not|should|i meant|there|that|they|\d)/i.test(
      text,
    )
  );
}

/** 问题是5个不是3个: the wrong value stands in one of the last records. */
function holdsOld(mended: Mended, context: Context): boolean {
  const [number] = readNumbers(mended.old);
  const latest = context.recent.slice(0, 5);
  if (number && latest.some((entry) => holdsNumber(entry, number.value))) return true;
  if (mended.subject && mended.subject.length >= 2 && isName(mended.right, context))
    if (latest.some((entry) => holdsWord(mended.subject!, entry) && entry.title !== mended.subject)) return true;
  // 751号不是提案是建议: the name of a value it holds.
  return (
    mended.old.length >= 2 &&
    latest.some(
      (entry) => holdsChoice(mended, entry) || (isName(mended.right, context) && holdsWord(mended.old, entry)),
    )
  );
}

/** 视频会改到周五 gives a thing another day, and is no slip of the pen. */
function isName(right: string, context: Context): boolean {
  return right.length >= 2 && marksIn(right, context).times.length === 0;
}

/** 类别改成求助, 级别是省里的: a value of one of the last records is named. */
function labelsRecent(text: string, context: Context): boolean {
  return context.recent.slice(0, 3).some((entry) => {
    const kind = kindOf(entry.kind);
    return kind !== undefined && !entry.void && labelAt(kind, text) !== undefined;
  });
}

/** 昨天 不是今天: one day for another. */
function areDays(mended: Mended, context: Context): boolean {
  const isDay = (text: string) => {
    const plain = text
      .replace(/(?:开|办|搞|收|发|印发?|来|去|上|查|接待)的?$/, '')
      .replace(/(?:上午|下午|晚上|早上)$/, '');
    return marksIn(plain, context, 'past').times[0]?.text.length === plain.length;
  };
  const others = mended.old === '' || isDay(mended.old);
  return others && isDay(mended.right) && /开|办|搞|收|发|印|来|去|上|查|接待|报|送|学|不是/.test(mended.said);
}

/** 把收文改成21件, 得分改为15分, 接待人数应该是29人. */
function namesRecent(marks: Marks, mended: Mended, context: Context): boolean {
  const told =
    /^(?:请)?(?<asks>把|将)?(?<name>.{1,20}?)(?:改成|改为|改到|换成|更正为|应该是|应为|应是|其实是|实际是)|^the (?<noun>[a-z ]{3,30}?) (?:was|were|is|are|should be)\b|^(?:please )?(?<en>change|correct)\b/i.exec(
      marks.text,
    );
  if (!told) return false;
  const recent = context.recent.slice(0, 10);
  const { asks, en, noun } = told.groups ?? {};
  const name = told.groups?.name ?? noun ?? '';
  if (!asks && !en)
    return (
      marks.text.length <= 30 &&
      recent.some((entry) => {
        const kind = kindOf(entry.kind);
        const about = mended.subject ?? noun;
        const field = kind && about ? fieldNamedIn(kind, about) : undefined;
        return (
          namesOf(entry).includes(name.trim().replace(/的?(?:数量?|那条|数字)$/, '')) ||
          (field !== undefined && (entry.fields[field] !== undefined || Object.hasOwn(entry, field)))
        );
      })
    );
  const named = kindsIn(marks.text)[0]?.kind.id;
  return recent.some((entry) => entry.kind === named || named === undefined);
}

/** Only that something is wrong: what it should be is asked. */
function whichValue(context: Context): Intent[] {
  const [entry] = context.recent;
  return entry ? [{ do: 'edit', no: entry.no }] : [];
}
