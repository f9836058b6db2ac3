/** Units that shall help with the record just spoken of, or no longer: 住建局说要民政局配合, 会办里去掉民政局. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Intent } from '../reply.ts';
import { arrives, isOpen } from './can-happen.ts';
import type { Context } from './context.ts';
import { kindIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';
import { concerns } from './unit-roles.ts';
import type { UnitSpan } from './units.ts';
import { blank } from './words.ts';

const mostLength = 36;
const mostEnglish = 80;

const helps =
  /配合|会办|协办|协助|协同|参与(?!度|率)|\b(?:co-?units?|co-?handl\w+|assist\w*|help(?:s|ing)?|support(?:s|ing)?|join(?:s|ing)?)\b/i;
const takesOff =
  /去掉|删掉|删去|拿掉|不用|不要|不需|不必|不再|退出|取消|\b(?:remove|drop|take off|no longer|need not|doesn't need|without)\b/i;
/** Who says or asks it leads already. */
const speaks = /^\s?(?:那边|这边)?(?:说|提出|要求|希望|建议|想请|申请|提议|wants?|asks?|asked|says?|said)/i;

/** What such a sentence may hold without naming a matter. */
const around =
  /(?:只|再|还|另外|对了|哦|把|让|请|由|给|要求|需要|要|叫|加上?|加个|增加|追加|补充|补上|列为|作为|名单|里面?|中|从|也|又|都|一下|一起|来|去掉|删掉|删去|拿掉|不用|不要|不需要?|不必|不再|退出|取消|配合|会办|协办|协助|协同|参与|单位|部门|那边|这边|说|提出|要求|希望|建议|想请|申请|提议|了|的|吧|个|一|家|是|为|有|和|与|及|跟|、|[\s,。:!.])|\b(?:the|add|also|please|as|a|an|to|and|with|this|it|co|units?|handlers?|list|should|will|shall|has|is|no|longer|from|off|of|in|too|wants?|asks?|asked|says?|said|bureau|needs?|not|remove|drop|take)\b/gi;

/** The intents of such a sentence; null for any other. */
export function helpersTold(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (marks.units.length === 0 || !helps.test(text)) return null;
  if (text.length > (isEnglish(text) ? mostEnglish : mostLength) || arrives.test(text)) return null;
  if (marks.numbers.length + marks.titles.length + marks.docNos.length + marks.ledgerNos.length > 0) return null;
  const left = blank(text, marks.units).replace(helps, ' ').replace(around, ' ');
  if (/[\u4e00-\u9fff]|[a-z]{3}/i.test(left) || kindIn(left)) return null;
  const speaker = marks.units.find((unit) => speaks.test(text.slice(unit.end)));
  const units = marks.units.filter((unit) => unit !== speaker);
  if (units.length === 0) return null;
  const entry = spokenOf(speaker, context);
  if (!entry) return null;
  const before = Array.isArray(entry.fields.coUnits) ? entry.fields.coUnits.map(String) : [];
  const names = units.map((unit) => unit.name);
  const coUnits = takesOff.test(text)
    ? before.filter((name) => !names.includes(name))
    : [...new Set([...before, ...names.filter((name) => name !== entry.unit)])];
  if (coUnits.length === before.length) return [{ do: 'refuse', reason: 'not-a-fact', because: 'remark' }];
  return [{ do: 'amend', nos: [entry.no], set: { coUnits } }];
}

/** The last one that units can help with; of the unit that asks for help, its own. */
function spokenOf(speaker: UnitSpan | undefined, { repliedTo, recent }: Context): Entry | undefined {
  const pool = (repliedTo.length > 0 ? repliedTo : recent).filter(
    (entry) =>
      !entry.void && entry.status !== 'withdrawn' && isOpen(entry) && kindOf(entry.kind)?.fields.coUnits !== undefined,
  );
  return pool.find((entry) => !speaker || concerns(entry, speaker));
}
