/** Sentences that only say who, where or what for of the record just told: 他们是来调研养老的, 陪同的是李副区长, 网站上公开的. */
import { kindOf } from '../kinds/all.ts';
import type { Value } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import { arrives } from './can-happen.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './described.ts';
import { isFilled, laterFields, readFields } from './fields.ts';
import { kindIn, kindsIn } from './kind-of.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { actOf } from './speech-act.ts';
import { toldLately } from './told-lately.ts';

const mostLength = 28;
/** Such a sentence follows at once. */
const mostMinutes = 30;

const whoCame = '(?:他们|她们|对方|人家|客人|这次|这批人?|那边|这些人)?';
const clefts = new RegExp(
  `^${whoCame}(?:是|都是)(?:专门|主要|特地)?来?[^,。;\\s]{2,20}的$|^${whoCame}来[^,。;\\s]{2,14}的$` +
    '|^(?:会议?|活动|培训|接待|督查|检查|会场)是[^,。;]{2,16}的$|^[\\u4e00-\\u9fff]{1,5}的(?:主要|还)?(?:是|有)[^,。;]{2,20}$|^[\\u4e00-\\u9fff]{2,6}[上里]?(?:公开|发布|发|办|开|报|讲|搞|查|登)的$',
);
/** 通知是政办发〔2026〕70号: one of those told as a number of them. */
const oneOf = /^[\u4e00-\u9fff]{1,6}是[^,。;]{2,24}$/;

/** 二审也维持了: of the same lawsuit. */
const appeal = /^[二再终]审[^,。;\d]{1,10}$/;

/** The intents of such a sentence; null for any other. What no field holds is noted in the words it was told in. */
export function cleftTold(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (text.length > mostLength || !/[是的]|^[二再终]审/.test(text)) return null;
  const entry = toldLately(context);
  const kind = entry && kindOf(entry.kind);
  if (!entry || !kind || entry.by !== context.speaker.id) return null;
  if (context.now.getTime() - Date.parse(entry.at) > mostMinutes * 60_000) return null;
  const part = entry.quantity > 1 && oneOf.test(text);
  const appealed = kind.fields.attended?.choices !== undefined && appeal.test(text);
  if (!part && !appealed && !clefts.test(text.replace(/[。!]+$/, ''))) return null;
  if (appealed && Object.keys(laterFields(kind, marks, context)).length > 0) return null;
  if (marks.numbers.length + marks.ledgerNos.length + marks.titles.length > 0) return null;
  if (!part && marks.docNos.length > 0) return null;
  if (arrives.test(text) || marks.times.length > 0 || /不是|应该|不对/.test(text)) return null;
  if (actOf(text, marks.times, context.today) !== 'fact') return null;
  const [best] = kindsIn(text);
  if (
    kindIn(text, 'sure') &&
    !kindsIn(text).some((scored) => scored.kind === kind) &&
    best?.kind !== kind &&
    !isVerb.test(text)
  )
    return null;
  const set: Record<string, Value> = {};
  if (!part) {
    const { fields, assumed } = readFields(kind, marks, context);
    for (const [name, value] of Object.entries(fields)) {
      const type = kind.fields[name]?.type;
      const names = type === 'choice' || type === 'person' || type === 'units' || type === 'unit';
      if (names && !assumed.includes(name) && !isFilled(entry.fields[name])) set[name] = value;
    }
  }
  const rest = descriptionOf(marks, kind);
  if (Object.keys(set).length === 0 || (text.length > 8 && weightOf(rest) >= 2 && likeness(rest, entry) < 0.6))
    set.note = [entry.note, text].filter(Boolean).join(';');
  return [{ do: 'amend', nos: [entry.no], set }];
}

/** What somebody came for or did there (讲课, 调研) sounds like a kind of its own. */
const isVerb = /^(?:他们|她们|对方|人家|客人|是|来|陪同|带队|讲课|主持|参加|陪|接待|负责|主讲)/;
