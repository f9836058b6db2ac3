/** 导出: what shall be sent as a table, in words of its own or as what was last listed or asked. */
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { readQuestion } from './question/question.ts';

/** The order itself; what stands before or behind it is what shall be exported. */
const orders: readonly RegExp[] = [
  /^(?:请|麻烦|帮我|给我|能不能|可以)*(?:导出|下载|另存)(?:来|出来|成|为|到|一下|一份)*(.*)$/,
  /^(?:请|麻烦|帮我|给我)*(?:把|将)?(.+?)(?:都|全部|全)?(?:导出|下载)(?:来|出来|成|为|一下|一份)*(?:excel|xlsx|csv|表格?|文件)?(?:给我|发我)?$/i,
  /^(?:please )?(?:export|download)\b(.*)$/i,
  /^(?:please )?(?:send|give) me (.+?) (?:as|in) (?:a |an )?(?:spreadsheet|excel(?: file)?|xlsx|csv|table)$/i,
];
/** Something that happened, or is only thought of, is no order. */
const told = /了|过(?:的|$)|\d+\s*(?:份|次|条|件|个)|打算|准备|需要|要求|\bexported\b|\bdownloaded\b/;
/** Only how, or only "this". */
const bare =
  /^(?:(?:这|那|上面|刚才|以上|前面)(?:些|个|几条|几件|张表)?的?|它们?|明细|清单|列表|结果|数据|记录|台账明细|excel|xlsx|csv|表格?|文件|them|it|this|that|these|those|the list|list|the records|records|as|to|a|an|spreadsheet|table|file|给我|发我|吧|一下|[\s，,。.!])*$/i;
const whole =
  /^(?:(?:整个|全部|所有|完整的?|整本|全)(?:的)?(?:台账|记录|数据)?|(?:the )?(?:whole|entire|complete) (?:ledger|thing)|everything|all(?: the)?(?: records)?)$/i;

/** @returns null where nothing is ordered */
export function exportAsked(text: string, context: Context): Intent | null {
  if (text.length > 80) return null;
  const rest = orders.map((order) => order.exec(text)?.[1]?.trim()).find((one) => one !== undefined);
  if (rest === undefined || told.test(text)) return null;
  const what = rest
    .replace(/(?:成|为|到|as|to|in)?\s*(?:an? )?(?:excel|xlsx|csv|表格|spreadsheet)(?: file)?$/i, '')
    .replace(/^的|的$/g, '')
    .trim();
  if (whole.test(what)) return { do: 'export', of: 'all' };
  if (bare.test(what)) return lastAsked(context);
  const question = questionIn(what, context);
  return question ? { do: 'export', of: question } : { do: 'export' };
}

/** The last list or figure; without one there is nothing to send. */
function lastAsked({ question }: Context): Intent {
  return question?.do === 'find' || question?.do === 'ask' ? { do: 'export', of: question } : { do: 'export' };
}

/** A list is what is wanted; a figure will do, its records are sent. */
function questionIn(what: string, context: Context): Intent | undefined {
  const chinese = /\p{Script=Han}/u.test(what);
  const forms = chinese
    ? [`列出${what}`, `${what}有哪些`, `${what}多少`, what]
    : [`list ${what}`, `how many ${what}`, what];
  const alone = { ...context, question: null };
  const read = forms.map((form) => readQuestion(form, alone)).filter((one) => one?.do === 'find' || one?.do === 'ask');
  return (read.find((one) => one && !('trouble' in one && one.trouble)) ?? read[0]) || undefined;
}
