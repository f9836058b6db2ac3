/** What is added to the record just spoken of, though nothing was wrong: 人数是30, 另外还发现2个问题, 都整改完了, 其中2件是协办. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { numberIn, type RecordKind, type Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import { allMatches } from '../time/all-matches.ts';
import { arrives } from './can-happen.ts';
import { choicesIn } from './choices.ts';
import type { Context } from './context.ts';
import { correctedValues } from './corrected-values.ts';
import { isFilled, laterFields, preciseValue } from './fields.ts';
import { figuresIn } from './figures.ts';
import { kindsIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { type Marks, marksIn } from './marks.ts';
import { labelAt } from './named-fields.ts';
import { actOf } from './speech-act.ts';
import { movesIn } from './status.ts';
import { toldLately } from './told-lately.ts';

const mostLength = 30;
/** English words are longer. */
const mostEnglish = 70;
type Changes = Record<string, Value>;

const asks = /[?？]|[呢吗么嘛]$|多少|[几哪][个件处条些]|怎么|谁/;

/** The intents of a detail; null for anything else. Only what was told today is gone on about without a name. */
export function detailIn(marks: Marks, context: Context): Intent[] | null {
  if (
    marks.text.length > (isEnglish(marks.text) ? mostEnglish : mostLength) ||
    marks.ledgerNos.length > 0 ||
    asks.test(marks.text)
  )
    return null;
  if (actOf(marks.text, marks.times, context.today) !== 'fact') return null;
  const entry = toldLately(context);
  const kind = entry && kindOf(entry.kind);
  const share = part.test(marks.text) && marks.numbers.length > 0;
  if (!entry || !kind) return share ? [ofNothing(marks.text)] : null;
  const set =
    moreFound(kind, entry, marks) ??
    allFixed(kind, entry, marks) ??
    noted(entry, marks.text) ??
    noneFound(kind, entry, marks.text) ??
    sharesOf(kind, entry, marks) ??
    valueAlone(kind, entry, marks) ??
    (namesAnother(kind, marks) && !isSet(kind, marks.text)
      ? null
      : (labelled(kind, entry, marks, context) ?? bareValue(kind, entry, marks, context))) ??
    partOf(kind, entry, marks, context);
  if (set && Object.keys(set).length > 0) return [{ do: 'amend', nos: [entry.no], set }];
  return share ? [ofNothing(marks.text)] : null;
}

/** Another kind is named for certain, or things of this one are counted: that is a new record. */
function namesAnother(kind: RecordKind, marks: Marks): boolean {
  return (
    figuresIn(kind, marks).quantity !== undefined ||
    kindsIn(marks.text).some((scored) => scored.strength === 'sure' && scored.kind !== kind)
  );
}

/** 议题定了8个, 参会的安排了40人: the name of a figure and how many it is to be count no records. */
function isSet(kind: RecordKind, text: string): boolean {
  const label = labelAt(kind, text);
  return (
    label !== undefined &&
    kind.fields[label.name]?.type === 'number' &&
    /^(?:定(?:了|为)?|安排了?|一共|共|总共|是|为)\s*\d+[\u4e00-\u9fff]{0,2}$/.test(text.slice(label.length))
  );
}

/** A share of something that was not told is no new record. */
function ofNothing(text: string): Intent {
  const question = /[\u4e00-\u9fff]/.test(text)
    ? '没有记：这像是前面某条的一部分，但与最近一条的数对不上。说的是哪一条？'
    : 'Nothing recorded: this sounds like a part of an earlier record, but the figures do not fit the last one. Which one is it?';
  return { do: 'clarify', question, about: text };
}

const more =
  /^(?:另外|此外|后来|下午|刚才|刚刚|\s|,)*(?:另外|此外|又|还|再|额外|新)+(?:有|多|新|发现|查出|找出|查到|增加|来|续?报|上报|报送)+了?|^(?:(?:also|then|later|afterwards|we|and) )*(?:found |another |a further |further )+(?:another |a further |further )?(?=\d|one|two|three|four|five|six|seven|eight|nine|ten)|^(?:\d+|one|two|three|four|five|six) more\b/i;

/** 另外还发现2个问题: a figure grows by as many, from nothing where none was told yet. */
function moreFound(kind: RecordKind, entry: Entry, marks: Marks): Changes | null {
  if (!more.test(marks.text) || marks.numbers.length !== 1) return null;
  const [[name, figure] = [], ...others] = Object.entries(figuresIn(kind, marks).fields);
  const before = name === undefined ? undefined : numberIn(entry.fields[name]);
  const adds = Object.values(kind.measures).some((measure) => measure.type === 'sum' && measure.field === name);
  if (!name || !figure || others.length > 0 || !adds || figure.precision !== 'exact') return null;
  if (before && before.precision !== 'exact') return null;
  return { [name]: (before?.value ?? 0) + figure.value };
}

const fixed =
  /^(?:问题|隐患|这些|这几[个处]|目前|现在|已经?|也|\s)*(?:都|全部?|均|统统|已经?)+(?:整改|改正|改|处理|解决|消除|落实)(?:(?:完成?|好|到位|完毕|掉)了?|了)$|^(?:they|all|everything|all of (?:them|these)|these|the (?:problems|issues|hazards|faults))\b(?!.*\b(?:not|yet|except|but|still)\b)(?: [a-z]+){0,5} (?:fixed|rectified|put right|remedied|corrected|resolved)(?: (?:now|since|today|on the spot|already|yesterday))?$/i;

/** 3个问题都改了: as many as were found. */
function withoutCount(text: string, found: Value): string {
  const said = /^[那这]?\s?(\d+|[一两二三四五六七八九十])\s*[个处条项](?=问题|隐患|都|全|均)/.exec(text);
  return said && numberOf(said[1]!) === numberIn(found)?.value ? text.slice(said[0].length) : text;
}

/** 都整改完了: as many are fixed as were found. */
function allFixed(kind: RecordKind, entry: Entry, { text }: Marks): Changes | null {
  const found = entry.fields.found;
  if (
    !kind.fields.fixed ||
    !numberIn(found) ||
    found === undefined ||
    !fixed.test(withoutCount(text, found).replace(/[。!]+$/, ''))
  )
    return null;
  return JSON.stringify(entry.fields.fixed) === JSON.stringify(found) ? null : { fixed: found };
}

/** 没发现问题: a figure too. */
function noneFound(kind: RecordKind, entry: Entry, text: string): Changes | null {
  if (!kind.fields.found || isFilled(entry.fields.found)) return null;
  return /^(?:都|也|今天|这次)?(?:没有?|未)(?:发现|查出|看到)(?:什么|任何|明显)?(?:问题|隐患)$|^no (?:problems?|issues?|hazards?)(?: (?:were )?found)?[.!]?$/i.test(
    text,
  )
    ? { found: 0 }
    : null;
}

const shares =
  /([一两二三四五六七八九十]|\d{1,2})\s*[件封条个家处起批份篇项场次趟期](?!别|人)[^,。;、]{1,14}?(?=[,。;、\s]+(?:[一两二三四五六七八九十]|\d{1,2})\s*[件封条个家处起批份篇项场次趟期]|$)/g;
const oneShare =
  /^(?:其中|还有|另外?|剩下|有|那)*(?:的)?(?<n>[一两二三四五六七八九十]|\d{1,2})\s*[件封条起批份篇项趟](?!别|人)/;

/** 一件欠薪 一件宅基地, 还有一件下周开庭: a part of those told as a number of them is noted, and moves none of the others. */
function sharesOf(kind: RecordKind, entry: Entry, { text, units }: Marks): Changes | null {
  if (entry.quantity < 2 || arrives.test(text)) return null;
  if (kindsIn(text).some((scored) => scored.strength === 'sure' && scored.kind !== kind)) return null;
  const each = allMatches(shares, text);
  const sum = each.reduce((all, match) => all + (numberOf(match[1]!) ?? 0), 0);
  const listed = each.length > 1 && sum === entry.quantity && each[0]!.index === 0;
  const one = numberOf(oneShare.exec(text)?.groups?.n ?? '') ?? 0;
  if (!listed && !(one > 0 && one < entry.quantity && units.length === 0)) return null;
  return { note: [entry.note, text].filter(Boolean).join(';') };
}

/** 备注一下 对方自理用餐: kept in the words it was told in. */
function noted(entry: Entry, text: string): Changes | null {
  const words = /^(?:请|帮我)?(?:备注|注明|附注)(?:一下|上)?[,:\s]*(?<words>[^,。;]{2,40})$/.exec(text)?.groups?.words;
  return words ? { note: [entry.note, words].filter(Boolean).join(';') } : null;
}

/** 刚才那个培训: pointed at, and said no further of which. */
const pointed = /^(?:刚才|刚刚|刚|上面)?(?:说的|报的|记的)?[那这该](?:个|场|次|件|条|起|项|批)/;

/** 人数是30, 地点在三号会议室: the name of a field and its value. */
function labelled(kind: RecordKind, entry: Entry, marks: Marks, context: Context): Changes | null {
  const opened = marks.text.replace(pointed, '').replace(/^(?:对了|哦|还有|另外|补充一下|补充)[,:\s]*/, '');
  const text = withoutOwnWord(kind, entry, opened);
  const label = labelAt(kind, text);
  if (!label) return null;
  // 主题补一下 保密知识.
  const added = /^(?:补一下|补上|补充一下|补充|加上)[,:\s]+(?<right>[^,。;]{2,20})$/.exec(text.slice(label.length))
    ?.groups?.right;
  if (added)
    return correctedValues(
      entry,
      { old: '', right: added, said: `${text.slice(0, label.length)}${added}` },
      { marks, context },
    );
  const told =
    /^(?:的)?(?:一?共|总共|实际|最后|现在)?(?<sign>应该?是?|是|为|在|有|:|达|到了?)?\s*(?<right>[^,。;]{1,20}?)(?:[,\s]+\S{1,6}(?:没错|没变|不变|照旧|没问题))?$/.exec(
      text.slice(label.length),
    )?.groups;
  const right = told?.right?.replace(/[了的吧。!]+$/, '');
  if (!right) return null;
  const isFigure = kind.fields[label.name]?.type === 'number';
  // 问题3个 says nothing of whether it was wrong before.
  if (!told?.sign && (!isFigure || isFilled(entry.fields[label.name]))) return null;
  if (isFigure && marksIn(right, context).numbers.length !== 1) return null;
  if (kind.fields[label.name]?.type === 'text') return { [label.name]: right };
  const [number] = isSet(kind, text) ? marksIn(right, context).numbers : [];
  if (number) return { [label.name]: preciseValue({ ...number, measure: '' }) ?? number.value };
  return correctedValues(entry, { old: '', right, said: text }, { marks, context });
}

/** 培训主题, 就餐人数: what the record is called by may stand before the name of its value. */
function withoutOwnWord(kind: RecordKind, entry: Entry, text: string): string {
  const values = Object.entries(kind.fields).flatMap(([name, { choices }]) => {
    const held = entry.fields[name];
    const chosen = typeof held === 'string' ? choices?.[held] : undefined;
    return chosen ? [chosen.label.zh, ...(chosen.words ?? [])] : [];
  });
  const words = [...[...kind.cues.sure, ...(kind.cues.likely ?? [])], kind.title.zh, ...values].filter(
    (word): word is string => typeof word === 'string' && /^[\u4e00-\u9fff]{2,4}$/.test(word) && text.startsWith(word),
  );
  const own = words.sort((a, b) => b.length - a.length).find((word) => labelAt(kind, text.slice(word.length)));
  return own ? text.slice(own.length) : text;
}

/** 4个学校, 有公函: nothing but a value that is not known yet. */
function bareValue(kind: RecordKind, entry: Entry, marks: Marks, context: Context): Changes | null {
  const plain = marks.text.replace(/^(?:有|去了|跑了|花了|用了|花费|看了|查了|共|来了|到了|走了)|[了的。!]+$/g, '');
  const [[name, figure] = [], ...others] = Object.entries(figuresIn(kind, marks).fields);
  if (name && figure && others.length === 0 && marks.numbers.length === 1) {
    const own = /^\d+\s*[个处家名位人]*[\u4e00-\u9fff]{0,3}$/.test(plain) && figure.measure !== '';
    return own && !isFilled(entry.fields[name]) ? { [name]: preciseValue(figure) ?? figure.value } : null;
  }
  if (marks.numbers.length > 0 || marks.units.length > 0) return null;
  // 那件批了: that it was answered says more than how.
  if (movesIn(kind, marks.text).some(({ declared }) => declared.to !== undefined && declared.to !== entry.status))
    return null;
  const later = laterFields(kind, marks, context);
  for (const [field, { type, choices }] of Object.entries(kind.fields)) {
    const [chosen] = type === 'choice' && choices ? choicesIn(kind, kind.fields[field]!, marks.text) : [];
    const whole = chosen !== undefined && chosen.hit.text.length + 1 >= plain.length && plain.length >= 2;
    if (whole && entry.fields[field] === undefined && (later[field] !== undefined || marks.text.length <= 6))
      return { [field]: chosen.id };
  }
  return null;
}

const isValue =
  /^(?:算了|不对|哦|嗯|噢|还是|,|\s)*(?:(?:这|那)?(?:几|两|[二三四五六七八九\d]+)?(?:件|个|条|份|批|封|篇)?(?:都|全部?|均)?(?:是|为|算|按|属于?)|还是|还)(?<value>[\u4e00-\u9fffA-Da-d\d]{2,8}?)(?:吧|的|了)*$/;

/** 都是急件, 算了 还是常务会: a value of the record just told, and nothing else. */
function valueAlone(kind: RecordKind, entry: Entry, { text }: Marks): Changes | null {
  const value = isValue.exec(text.replace(/[。!]+$/, ''))?.groups?.value;
  if (!value) return null;
  for (const [name, field] of Object.entries(kind.fields)) {
    const chosen = field.type === 'choice' ? choicesIn(kind, field, value)[0] : undefined;
    if (chosen && chosen.hit.text.length === value.length && entry.fields[name] !== chosen.id)
      return { [name]: chosen.id };
  }
  return null;
}

const part =
  /^(?:这|那|其中|里面|里头|当中|还有|\s)*(?:(?<total>\d+)\s*[个处件条项家人名封份批场次篇期](?:[\u4e00-\u9fff]{0,4}?)(?:里面?|里头|当中|中|之中)|其中|里面|里头|当中)|^(?=[一两二三四五六七八九\d]+[件封条个家处]是)|^(?<en>\w+ of (?:them|those|these|which))\b/i;

/** 5处隐患里有一处是电气的: a share of what is counted already is noted in the words it was told in, and never counted again. */
function partOf(kind: RecordKind, entry: Entry, marks: Marks, context: Context): Changes | null {
  const said = part.exec(marks.text);
  if (!said) return null;
  const total = said.groups?.total === undefined ? undefined : Number(said.groups.total);
  const counts = [entry.quantity, ...Object.values(entry.fields).map((value) => numberIn(value)?.value ?? 0)];
  if (total === undefined ? !counts.some((count) => count > 1) : !counts.includes(total)) return null;
  const share = marks.numbers.find((number) => number.index >= said.index + said[0].length)?.value;
  if (share === undefined || share > (total ?? Math.max(...counts))) return null;
  const later = laterFields(kind, marks, context);
  if (Object.keys(later).length > 0) return later;
  if (entry.quantity === 1 && movesIn(kind, marks.text).length > 0) return null;
  return { note: [entry.note, marks.text].filter(Boolean).join(';') };
}
