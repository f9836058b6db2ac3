/** One more of what was told last, though it names no kind: 再立一个 建筑扬尘 住建局, 再加一个白河镇的, another one from the tax bureau. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { entriesOf, lentFields } from './entries-of.ts';
import { kindsIn } from './kind-of.ts';
import { weightOf } from './likeness.ts';
import { joinMarks, type Marks } from './marks.ts';
import { trimRange } from './ranges.ts';
import { actOf } from './speech-act.ts';
import { toldLately } from './told-lately.ts';

const mostLength = 80;
const opening =
  /^(?:还有|另外|对了|哦|,|\s)*(?:又|再|还)(?:有|来|立|加|记|补|报|收|添|登记|新增|交办|发|开|查|去|印|接待|办)了?(?:上|到)?\s*(?<count>[一两二三四五六七八九十]|\d{1,2})\s*(?:个|件|条|批|次|份|篇|场|项|期|封|拨|趟)(?:是)?[\s,:]*|^(?:and |also |plus )*(?:another one|one more(?! thing)|add another(?: one)?)[:,\s]+(?:is |was )?/i;

/** The intent to log it; null for any other message. What is not said anew is as it was in the record told last. */
export function anotherLikeIt(marks: Marks, context: Context): Intent[] | null {
  const said = marks.text.length <= mostLength ? opening.exec(marks.text) : null;
  // A day ahead may be its limit.
  if (!said || !['fact', 'plan'].includes(actOf(marks.text, marks.times, context.today))) return null;
  const last = toldLately(context);
  const kind = last && kindOf(last.kind);
  if (!last || !kind) return null;
  if (kindsIn(marks.text).some((scored) => scored.strength === 'sure' && scored.kind !== kind)) return null;
  const end = marks.text.replace(/的?[。!\s]*$/, '').length;
  const rest = joinMarks(marks, [trimRange(marks.text, { index: said[0].length, end })]);
  if (weightOf(rest.text) < 2) return null;
  const piece = {
    marks: rest,
    kind,
    strength: 'sure',
    act: 'fact',
    timesFrom: rest,
    follows: false,
    isPart: false,
  } as const;
  const [told] = entriesOf([piece], context);
  if (!told) return null;
  const count = Number(marks.numbers.find(({ end: at }) => at <= said[0].length)?.value ?? 1);
  const lent = {
    ...lentFields(kind, last.fields, told.reading.fields),
    // 再加一条 张副区长也批了: where no matter is told it is the same one.
    ...(told.entry.title ? {} : matterOf(last, told.reading.fields)),
  };
  const fields = { ...told.entry.fields, ...lent };
  const entry = {
    ...told.entry,
    ...(told.assumed.includes('on') ? { on: last.on } : {}),
    ...(count > 1 && told.entry.quantity === undefined ? { quantity: count } : {}),
    ...(told.entry.title || !('subject' in lent || 'matter' in lent) ? {} : { title: last.title }),
    fields,
  };
  const assumed = told.assumed.filter((name) => name === 'on' || !(name in lent));
  return [{ do: 'log', items: [{ entry, assumed }] }];
}

function matterOf(last: Entry, own: Readonly<Record<string, Value>>): Record<string, Value> {
  const names = ['subject', 'matter'].filter((name) => own[name] === undefined && last.fields[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, last.fields[name]!]));
}
