/** A title in the words of the message where the thing has a name of its own: 城市更新专题会, 省农业农村厅调研组, 小赵借调到省厅. */
import type { RecordKind } from '../kinds/kind.ts';
import { clockTimes, type Marks } from './marks.ts';
import { matchesOf } from './words.ts';

/** Kinds whose records are called by the clause that names them. */
const named: ReadonlySet<string> = new Set([
  'archive',
  'archiving',
  'duty',
  'egov',
  'honor',
  'meeting',
  'organization',
  'party',
  'reception',
  'research',
  'training',
]);
const sorted: ReadonlySet<string> = new Set(['research', 'duty']);
/** Words that only say what sort of thing it is. */
const sorts =
  /处置|突发事件|突发情况|接报|应急|撰写|起草|执笔|一[篇份个]|[篇份个]|专题|汇报材料|调研报告|讲话稿|发言稿|材料|报告|文章|稿子/g;

const leading =
  /^(?:的|给[\u4e00-\u9fff]{1,4}?(?=写了?|起草|准备|拟)|其中|共(?=保障|办|开)|同一天|上午|中午|下午|晚上|早上|看(?!望)|我们|我办(?!获|被|荣)|咱们|今天|今日|已经?|刚刚?|刚才|又|也|还|另外|同时|顺便|然后|接着|就|是|有|给|把|将|由|请|拟|要|会(?=来)|[当那]天|一天|在(?!编|职)[^,。\s]{2,6}?(?=召开|举行|开展)|召开|举行|举办|组织(?!部)|开展|进行|参加|安排|会务:|开完|开了个|开了|开个|开|办了|办(?!公|文|件|事)|做了|做|搞了|搞|保障|接待(?!办|科|处|中心|职能)|写了?(?!作|字)|[一二两三四][篇份]|来查|到了|喜报|记一下)+了?/;
const counted =
  /\s*(?:共|计|共计|一共|合计|大概|大约|约|近|到会|参加|参会|到了?|来了?|随行|一行|各)*(?<!第)\s*(?<![第\d])[\d,.一二两三四五六七八九十百千万俩仨几]+\s*[余多来]?\s*(?:人次|来人|个人|人|起|宗|处|名党员|名|位|场次|场|次|批次|批|期|件|篇|条|份|趟|辆|台|部|卷|万页|页|张|幅|家|项|块|个|圈|万元|元)?(?:左右|上下|参加|到会|参会|出席)?$/;
const trailing =
  /(?:参加|到会|参会|出席|召开|举行|开完|开(?!通|放)|正在写|在写|还在写|写好|写完|定稿|脱稿|交稿|初稿|已交|结束|顺利|圆满|完毕|完成|弄好|接待完|(?<!未|往)来|了|过|完|的|共|计|去|今天|一次|一场|一批|一件)+$/;

/** The clause that names the thing, without day, count and verb; undefined where it has no name to speak of. */
export function namedTitle(kind: RecordKind, marks: Marks): string | undefined {
  if (!named.has(kind.id) || !/[\u4e00-\u9fff]/.test(marks.text)) return undefined;
  const days = marks.times.filter((time) => time.said !== 'name').map((time) => time.text);
  const plain = [...days, ...matchesOf(clockTimes, marks.text).map((hit) => hit.text)].reduce(
    (text, said) => text.replace(said, ''),
    marks.text,
  );
  for (const clause of plain.split(/\s+|[,。;:!?]+/)) {
    if (!isNamedBy(kind, clause)) continue;
    const title = stripped(clause);
    if (sorted.has(kind.id) && title.replace(sorts, '').length < 2 && /[\s,。;:]/.test(plain.trim())) return undefined;
    // 今天会务:上午经济工作会议: a heading that only names the kind is followed by what it heads.
    if (title.length >= 4 || !/:\s*$/.test(plain.slice(0, plain.indexOf(clause) + clause.length + 1)))
      return /^[\u4e00-\u9fff\w"“”《》〔〕()、-]{4,36}$/.test(title) ? title : undefined;
  }
  return undefined;
}

/** Whether one of the kind's clear words stands in the clause. */
export function isNamedBy(kind: RecordKind, text: string): boolean {
  return [...kind.cues.sure, ...(kind.cues.likely ?? [])].some((cue) =>
    typeof cue === 'string' ? text.includes(cue) : cue.test(text),
  );
}

function stripped(clause: string): string {
  let text = clause
    .replace(/(?:要|将)(?=来|到|赴)/g, '')
    .replace(/^在[^,。\s]{2,10}?开(?:了|完|的)?(?:[个场次])?(?=.{4})/, '');
  for (let round = 0; round < 4; round += 1) {
    const before = text;
    text = text.replace(leading, '').replace(counted, '').replace(trailing, '').trim();
    if (text === before) break;
  }
  return text;
}
