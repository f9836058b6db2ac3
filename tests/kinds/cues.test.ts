/** Office people's sentences name their kind: a cue of it hits, none against it does, and no other kind has a surer one. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/kinds/all.ts';
import type { RecordKind } from '../../src/kinds/kind.ts';

type Cue = string | RegExp;

/** How much of the text a cue covers; English words stand between borders. */
function covered(text: string, cue: Cue): number {
  if (cue instanceof RegExp) {
    const match = cue.exec(text);
    return match ? Math.max(2, Math.min(match[0].length, 5)) : 0;
  }
  if (!/^[\x20-\x7e’]+$/.test(cue)) return text.includes(cue) ? cue.length : 0;
  const bordered = new RegExp(`(?<![a-z])${cue.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`, 'i');
  return bordered.test(text) ? Math.ceil(cue.length / 3) : 0;
}

function weight(kind: RecordKind, text: string): number {
  if (kind.cues.never?.some((never) => never.test(text))) return 0;
  const best = (cues: readonly Cue[] | undefined, base: number) =>
    Math.max(0, ...(cues ?? []).map((cue) => covered(text, cue)).map((hit) => (hit > 0 ? base + Math.min(hit, 9) : 0)));
  const found = [best(kind.cues.sure, 30), best(kind.cues.likely, 15), best(kind.cues.maybe, 3)].filter(
    (one) => one > 0,
  );
  return found.length === 0 ? 0 : Math.max(...found) + found.length;
}

function guess(text: string): string | undefined {
  const ranked = kinds.map((kind) => ({ id: kind.id, weight: weight(kind, text) })).sort((a, b) => b.weight - a.weight);
  return ranked[0]!.weight > 0 ? ranked[0]!.id : undefined;
}

const sentences: readonly (readonly [kind: string, text: string])[] = [
  ['proposal', '建设局主办的12号建议答复了,会办单位是城管和街道,代表基本满意'],
  ['proposal', '上周三开了个停车难的现场办理会,代表3个委员5个,23号25号26号三个件一起'],
  ['proposal', 'B类的那11件 今年回头看 兑现了7件'],
  ['supervision', '37号督办单 水务局反馈了 完成80% 申请延期到12.15'],
  ['supervision', '王区长批的那个马路市场的事 给城管立项督办 月底前报结果'],
  ['inspection', '会同纪委查会风 2场'],
  ['inspection', '民生实事专项督查 跑了6个镇街'],
  ['instruction', '区长批 请住建局牵头研究 3天内报我'],
  ['instruction', '张副市长在来信上作出批示 要求妥善处理'],
  ['information', '建设局报的危房改造 上了《每日要情》第213期'],
  ['information', '突发事件处置的信息被省办采用1篇'],
  ['information', '政务公开的那篇信息市里录用了'],
  ['bulletin', '每日要情318期 4条'],
  ['bulletin', '政务第96期发了'],
  ['research', '陪区长调研专精特新企业2天 回来写了报告'],
  ['research', '课题结题1个'],
  ['outgoing', '政办发〔2026〕31号今天印发 农贸市场管理办法'],
  ['outgoing', '印发了防汛工作方案的通知'],
  ['incoming', '省政府来了份明电 关于台风防御'],
  ['request', '城管请示增编5人 转常务会'],
  ['meeting', '召开经济社会发展座谈会 到会120人'],
  ['meeting', '信访形势分析会 每月例会'],
  ['reception', '国务院督查组 保障3天'],
  ['reception', '下周二浙大要来'],
  ['reconsideration', '复议3号案调解了 申请人撤回'],
  ['ruling', '土地权属争议受理2件'],
  ['litigation', '一审胜2败1'],
  ['archive', '给法院出证明2份'],
  ['archiving', '2025年文书档案归了860件'],
  ['disclosure', '触摸屏内容更新了'],
  ['disclosure', '政府公报刊登3件政策文件'],
  ['application', '征求第三方意见 15个工作日'],
  ['letter', '信箱上个月86封 办结85 满意82'],
  ['letter', '重复件 还是那个噪音的'],
  ['party', '纪念七一 上党课 王书记讲 36人'],
  ['honor', '先进基层党组织 七一表彰的'],
  ['honor', '荣获文明城市创建工作先进单位'],
  ['institution', '任务分解机制定了'],
  ['institution', '接待办法征求意见中'],
  ['regulation', '合法性审查意见书第9号'],
  ['coordination', '上会前把三家意见统一了'],
  ['coordination', '城管公安联合方案沟通好了'],
  ['task', '报告任务分解145项'],
  ['training', '信息员会 开了一天 60人'],
  ['training', '以会代训3次'],
  ['logistics', 'A4纸领了20箱'],
  ['logistics', '公车保险续了6辆'],
  ['duty', '台风值守36小时'],
  ['duty', '紧急信息 初报终报都报了'],
  ['indicator', '党员现在66名'],
  ['egov', '城管系统联网了'],
  ['egov', '区长信箱开通'],
  ['organization', '抽调2人到督查'],
  ['organization', '法制办划到司法局'],
  ['shortcoming', '考核反馈 信息数量少'],
  ['shortcoming', '自查发现督查力度不够'],
  ['shortcoming', '自查发现来信答复拖延'],
  ['plan', '下步打算 建信息直报点'],
  ['incoming', 'Received 4 circulars from the city office'],
  ['outgoing', 'The notice on winter fire safety was issued today'],
  ['meeting', 'Held a plenary meeting this morning, 210 attended'],
  ['letter', '12 calls on the 12345 hotline yesterday, 3 complaints'],
  ['egov', 'The new petition system went live'],
  ['supervision', 'Put the river cleanup under supervision, lead unit Water Bureau'],
  ['application', 'An FOI request about the relocation plan arrived'],
  ['duty', 'Night shift: nothing to report'],
];

describe('cues', () => {
  it.each(sentences)('%s: %s', (kind, text) => {
    expect(guess(text)).toBe(kind);
  });

  it.each(kinds.flatMap((kind) => kind.examples.map((example) => [kind.id, example.text] as const)))(
    'example of %s: %s',
    (kind, text) => {
      expect(guess(text)).toBe(kind);
    },
  );
});
