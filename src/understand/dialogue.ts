/** Short messages to the bot itself: help, undo, lists, the digest, a draft, one record. */
import { kindOfNumber } from '../kinds/all.ts';
import type { Intent } from '../reply.ts';
import { readTimes } from '../time/phrase.ts';
import { readLedgerNos, readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { kindIn } from './kind-of.ts';
import { periodOf } from './period-of.ts';
import { practiceTurn } from './practice-words.ts';
import { listedAt } from './rows.ts';

const commands: readonly (readonly [pattern: RegExp, intent: Intent])[] = [
  [
    /^(?:帮助|帮忙|使用说明|说明书?|怎么用|如何使用|你能做什么|你会(?:做)?(?:什么|啥)|你能干(?:什么|啥|嘛)|功能(?:介绍)?|例子|help|(?:can you |please )*help me|how do(?:es)? (?:this|it|you) work|(?:what|who) are you|what can (?:you|i) do|usage|examples?|\/help|\?)[?!。]?$/i,
    { do: 'help' },
  ],
  [/^(?:我是谁|我的?(?:角色|权限|身份)(?:是什么)?|who ?am ?i|whoami)[?。]?$/i, { do: 'whoami' }],
  [/^(?:(?:看|查看|列出?)?(?:人员|成员|用户)(?:名单|列表|管理)?|people|members|users)$/i, { do: 'people' }],
  [/^(?:(?:看|查看|列出?)?单位(?:名单|列表|管理)?|units)$/i, { do: 'units' }],
  [/^(?:看一?下|给我|发)?(?:今日|今天的?|今早的?)?(?:简报|日报|晨报|早报|digest)$/i, { do: 'digest' }],
  [/^(?:today'?s? )?(?:digest|daily brief)$/i, { do: 'digest' }],
  [
    /^(?:(?:装入|装上|载入|加载|导入|装)(?:一?[个套份下])?(?:示例|样例|演示)(?:数据|台账)?|load (?:the |a )?(?:sample|demo)(?: year| data)?)$/i,
    { do: 'sample', what: 'load' },
  ],
  [
    /^(?:(?:清除|清掉|清空|去掉|删除|删掉|移除)(?:示例|样例|演示)(?:数据|台账)?|(?:remove|clear|delete) (?:the )?(?:sample|demo)(?: year| data)?)$/i,
    { do: 'sample', what: 'remove' },
  ],
  [
    /^(?:撤销|撤回|撤消|回退|取消上一步|撤销上一[条步个]|撤回上一[条步个]|撤销刚才的?|(?:please )?undo(?: that| this| it| the last one| my last entry)?(?: please)?|take (?:it|that) back)[吧!。]?$/i,
    { do: 'undo' },
  ],
  // 还是恢复吧 那两件确实收了: why it comes back may be told along.
  [/^(?:算了|不对|那)?[,\s]*还是恢复(?:了|一下|过来)?吧?(?:[,\s][^,。;]{0,16})?$/, { do: 'redo' }],
  [/^(?:恢复|重做|取消撤销|恢复上一[条步]|恢复刚才的?|redo|restore it)[吧!。]?$/i, { do: 'redo' }],
];

const takesBack: ReadonlySet<string> = new Set(['undo', 'redo']);

/** The intent of a message that is an order to the bot; null for everything else. */
export function askedFor(text: string, context: Context): Intent | null {
  const plain = text.trim().replace(/[。!~]+$/, '');
  if (plain.length > 120) return null;
  const practice = practiceTurn(plain);
  if (practice) return { do: 'practice', what: practice };
  const command = commands.find(([pattern]) => pattern.test(plain))?.[1];
  if (command)
    return takesBack.has(command.do) && context.answered ? { ...command, source: context.answered } : command;
  return readersAsked(plain, context) ?? helpAsked(plain) ?? shownRecord(plain, context) ?? draftAsked(plain, context);
}

const asksHow =
  /^(?:帮助|help)[\s:]+(?:with |about |on )?(?<about>.{2,40})$|^(?:怎么|如何|怎样)(?:记|登记|录入?|填报?|报)(?:一[个件条次场])?(?<how>.{1,20}?)(?:呢|啊)?[??]?$|^how (?:do|can|should|would) (?:i|we|you) (?:log|record|enter|register|file|add|report|write down)\b(?<english>.{0,60})$/i;

/** Help about one sort of record: help letters, how do I log a proposal, 怎么记督查. */
function helpAsked(text: string): Intent | null {
  const told = asksHow.exec(text)?.groups;
  if (!told) return null;
  const kind = kindIn(told.about ?? told.how ?? told.english ?? '', 'maybe')?.kind.id;
  return { do: 'help', ...(kind && { about: kind }) };
}

const readings: readonly RegExp[] = [
  /^(?:这条|这个|这份|刚才的?|我的?|今天的?|今日)*(?:简报|日报|催办|催的|通知|消息)?(?:都)?(?:有)?(?:谁|哪些人)(?:们)?(?:都)?(?:还|已经?)?(?:没有?|未)?(?:看|读|阅)(?:过|了|到)?(?:这条|这个|我的?|今天的?|今日)*(?:简报|日报|催办|通知|消息)?(?:了|没有?|吗)?[?。]?$/,
  /^(?:这条|这个|刚才的?|今天的?|今日)*(?:简报|日报|催办|通知|消息)?(?:他|她|他们|大家)?(?:都)?(?:看|读)(?:了|过|到)(?:没有?|吗|么)[?。]?$/,
  /^(?:查看?|看一?下)?(?:简报|催办|通知|消息)?(?:的)?(?:已读|未读|阅读)(?:情况|名单|人员|回执)?[?。]?$/,
  /^(?:who(?:'s| has| have)?(?: not| n't)?|who hasn't|has (?:he|she|everybody|everyone|anybody|anyone)|did (?:he|she|they|everybody)) (?:read|seen|see) (?:it|this|that|the (?:digest|reminder|notice|message))(?: yet)?\??$/i,
  /^(?:read receipts?|who read (?:it|this|that|the (?:digest|reminder|notice|message)))\??$/i,
];

/** 谁看了: of the message replied to, or of what it names. */
function readersAsked(text: string, { replyTo }: Context): Intent | null {
  if (text.length > 40 || !readings.some((reading) => reading.test(text))) return null;
  if (/简报|日报|digest/i.test(text)) return { do: 'readers', what: 'digest' };
  if (/催|reminder/i.test(text)) return { do: 'readers', what: 'urge' };
  return { do: 'readers', what: replyTo ? 'message' : 'urge', ...(replyTo ? { messageId: replyTo } : {}) };
}

function shownRecord(text: string, context: Context): Intent | null {
  const [code] = readLedgerNos(text);
  if (code && kindOfNumber(code.value)) {
    const rest = (text.slice(0, code.index) + text.slice(code.end)).trim();
    if (/^(?:看一?下?|查看?|显示|打开|明细|详情|show|open|details?(?: of)?)?(?:明细|详情|的?历史)?$/i.test(rest))
      return { do: 'show', no: code.value };
    if (/^(?:改一?下?|修改|编辑|更正|edit|change)$/i.test(rest)) return { do: 'edit', no: code.value };
    if (/^(?:撤销|撤回|undo)$/i.test(rest)) return { do: 'undo', no: code.value };
    if (/^(?:恢复|重做|redo|restore)了?$/i.test(rest)) {
      const withdrawn = context.find({ no: code.value })[0]?.status === 'withdrawn';
      return withdrawn
        ? { do: 'advance', nos: [code.value], move: 'restore', on: context.today }
        : { do: 'redo', no: code.value };
    }
    if (/^(?:作废|删除|删掉|去掉|withdraw|delete)了?$/i.test(rest)) return { do: 'withdraw', nos: [code.value] };
    return null;
  }
  const [named] = readNamedCases(text);
  if (named && text.replace(/人大|政协|代表|委员|第|号|提案|建议|件|\d|\s/g, '') === '') {
    const [entry] = context.find({ kind: 'proposal', codes: { caseNo: named.value } });
    return entry ? { do: 'show', no: entry.no } : { do: 'refuse', reason: 'not-understood' };
  }
  const listed =
    /^(?:看一?下?|查看?|打开|show|open)?\s*(?:第|no\.?|number|#)?\s*(\d{1,2}|[一二三四五六七八九十])\s*[条个件项]?(?:的?(?:明细|详情))?$/i.exec(
      text,
    );
  if (!listed || context.list.length === 0 || !/第|条|看|查|打开|show|open|#/i.test(text)) return null;
  const at = /\d/.test(listed[1]!) ? Number(listed[1]) : '一二三四五六七八九十'.indexOf(listed[1]!) + 1;
  const no = listedAt(context, at);
  return no ? { do: 'show', no } : null;
}

const drafts =
  /^(?:请|帮我|给我|麻烦)?(?:起草|草拟|拟(?!稿)|写|生成|出|(?:draft|write)(?![a-z]))(?:一?[份篇个下])?.{0,40}(?:总结|小结|汇报材料|部分|章节|段落|年度报告|工作报告的?.{0,6}部分|summary|section|report)/i;
const sections: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/开头|前言|引言|opening/i, 'opening'],
  [/参谋|信息|调研|advice|information/i, 'advice'],
  [/督查|督办|supervision|inspection/i, 'supervision'],
  [/公文|办文|发文|电子政务|documents?/i, 'documents'],
  [/后勤|会务|接待|logistics|meetings?/i, 'logistics'],
  [/建议提案|提案|两案|proposals?/i, 'proposals'],
  [/法制|法治|公开|档案|复议|law/i, 'law'],
  [/党建|党务|廉政|荣誉|party/i, 'party'],
  [/不足|短板|问题|shortcomings?/i, 'shortcomings'],
  [/打算|下步|下一步|计划|plans?/i, 'plans'],
];

function draftAsked(text: string, context: Context): Intent | null {
  if (!drafts.test(text) || /了|完|初稿|定稿|\d+\s*篇/.test(text.replace(/(?:总结|部分)了?$/, ''))) return null;
  const [time] = readTimes(text, {
    now: context.today,
    ...(context.times && { settings: context.times }),
  }).filter((span) => span.grain !== 'day');
  const section = sections.find(([pattern]) => pattern.test(text))?.[1];
  return { do: 'draft', period: periodOf(time, context.today), ...(section ? { section } : {}) };
}
