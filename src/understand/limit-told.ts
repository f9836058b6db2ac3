/** A limit set for what is left to do of the record just told: 剩下两个限期月底前改, 要求下周五前整改到位. */
import { kindOf } from '../kinds/all.ts';
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { isFilled } from './fields.ts';
import { kindsIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { type Marks, marksIn } from './marks.ts';
import { toldLately } from './told-lately.ts';
import { concerns } from './unit-roles.ts';
import { whenOf } from './when.ts';
import { blank } from './words.ts';

const mostLength = 30;
const mostEnglish = 80;

const sets =
  /剩|余|其他|另外|最后|没改|未改|限|要求|责令|务必|必须|整改|改(?:好|完|掉|到位)?(?:$|[,。])|\b(?:rest|other|remaining|fix|rectif\w+|deadline|due|by)\b/i;

/** What such a sentence may hold without naming a matter. */
const around =
  /(?:最后|剩下|剩余|余下|其余|其他|另外|还有|还剩|那|这|没改|未改|未整改|的|都|全部?|也|要求|要|让|说|答应|保证|这|他们|对方|限期|限|期限|时限|最迟|最晚|要求|责令|责成|务必|必须|整改|改正|解决|处理|落实|办|改|好|完|掉|到位|完毕|完成|前|之前|以前|内|以内|问题|隐患|给|定|在|到|为|是|了|[一两二三四五六七八九十]|\d|[个处条项件]|[\s,。:!.])|\b(?:the|rest|others?|remaining|two|three|four|five|one|\d+|problems?|issues?|hazards?|ones?|must|to|be|is|are|has|have|should|fixed|fix|rectified|put|right|corrected|by|before|deadline|due|of|them|for|set|end)\b/gi;

/** The intents of such a sentence; null for any other. */
export function limitTold(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (marks.times.length === 0 || text.length > (isEnglish(text) ? mostEnglish : mostLength) || !sets.test(text))
    return null;
  if (marks.titles.length + marks.docNos.length + marks.ledgerNos.length > 0) return null;
  const entry = toldLately(context);
  const kind = entry && kindOf(entry.kind);
  if (!entry || !kind || !isFilled(entry.fields.found)) return null;
  if (marks.units.some((unit) => !concerns(entry, unit))) return null;
  const ahead = marksIn(text, context, 'future');
  const { due } = whenOf(ahead, { today: context.today, batch: false });
  if (due === undefined || due < context.today || due === entry.due) return null;
  const left = blank(
    blank(text, marks.units),
    ahead.times.map((time) => ({ index: time.index, end: time.index + time.text.length })),
  ).replace(around, ' ');
  if (/[\u4e00-\u9fff]|[a-z]{3}/i.test(left)) return null;
  if (kindsIn(text).some((scored) => scored.strength === 'sure' && scored.kind !== kind)) return null;
  return [{ do: 'amend', nos: [entry.no], set: { due } }];
}
