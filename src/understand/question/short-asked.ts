/** The shortest ways to go on from an answer: 为什么, 列出来, 多少, 第3条什么情况. */
import type { AskIntent } from '../../intents/ask-shape.ts';
import type { Intent } from '../../reply.ts';
import type { Context } from '../context.ts';
import { listedAt } from '../rows.ts';
import { lastQuestion } from './follow-up.ts';

const why =
  /^(?:那)?(?:为什么|为啥|why|(?:这个|这|那个|这些)?(?:数字?|率|结果|数据)?(?:是|都)?(?:怎么|如何)(?:来|算|得|统计)(?:出来|出)?的|(?:统计)?口径(?:是)?(?:什么|啥|呢)?|什么口径|(?:有什么)?依据(?:是什么|呢)?|how (?:is|was|did you get) (?:that|this|it)(?: (?:calculated|worked out|counted|computed))?|where does (?:that|this|it) come from|what(?:'s| is) (?:the|its) definition|definition)\s*[?？。!！]*$/;
const list =
  /^(?:都)?(?:列(?:出来|一?下|个表)|(?:看|给我看|查看)?(?:明细|清单|名单)|(?:都)?(?:有|是)?哪(?:些|几[件条个次]))(?:呢|看看)?\s*[?？。!！]*$|^(?:list (?:them|it)|show (?:them|me)|which ones?|(?:the )?(?:details|records))\s*[?.!]*$/;
const count =
  /^(?:一共|总共)?(?:有)?(?:多少|几)(?:[件条个次])?(?:呢)?\s*[?？。!！]*$|^how many(?: are there)?\s*[?.!]*$/;
const item =
  /^(?:看|查)?第?\s*([一二三四五六七八九十]|\d{1,2})\s*[条个件项](?:是|现在)?(?:什么情况|怎么样了?|咋样了?|到哪(?:一步)?了?|进展(?:如何|怎么样)?|谁办的?|明细|详情|呢)\s*[?？。]*$|^(?:show |open )?(?:the )?(first|second|third|fourth|fifth|last)(?: one)?\s*[?.!]*$/;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** @returns null when the text is no such short question, or nothing was asked before */
export function shortAsked(plain: string, context: Context): Intent | null {
  const text = plain.trim();
  const listed = item.exec(text);
  if (listed) return ofList(listed, context);
  const last = lastQuestion(context.question);
  if (!last) return null;
  if (why.test(text)) return { ...last, explain: true };
  if (list.test(text)) return listOf(last);
  const before = context.question?.do;
  return count.test(text) && before === 'find' ? last : null;
}

function ofList(match: RegExpExecArray, context: Context): Intent | null {
  const [, number = '', word = ''] = match;
  const at = word
    ? ordinals.indexOf(word)
    : /\d/.test(number)
      ? Number(number) - 1
      : '一二三四五六七八九十'.indexOf(number);
  const no = word === 'last' ? context.list.at(-1) : listedAt(context, at + 1);
  return no ? { do: 'show', no } : null;
}

function listOf(last: AskIntent): Intent {
  const { kind, measure, filters } = last.figures[0]!;
  return { do: 'find', kind, measure, filters, period: last.period, ...(last.text ? { text: last.text } : {}) };
}
