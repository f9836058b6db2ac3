/** Which section a rule or a body belongs to, by the words of its title. */
import type { SectionId } from './section-plan.ts';

const themes: readonly (readonly [SectionId, RegExp])[] = [
  ['proposals', /建议提案|议案|提案|代表建议|办理工作/],
  ['documents', /公文|文件格式|文书|收文|发文|印章|电子政务|党政网|网络安全|机要|保密/],
  ['supervision', /督查|督办|任务分解|分解|落实|定期分析|分析机制|目标考核|责任追究|批示/],
  ['logistics', /后勤|费用|经费|财务|车辆|用车|食堂|物业|接待|会务|会议|采购|资产|值班|安全保卫/],
  ['law', /法制|法治|依法|行政执法|执法|复议|应诉|公开|档案|信访|信箱|网站/],
  ['party', /党|廉|效能|作风|学习|支部|纪律|干部|人事|考勤/],
  ['advice', /信息|调研|文稿|刊物|内刊|参谋/],
];

export function themeOf(title: string, otherwise: SectionId): SectionId {
  return themes.find(([, words]) => words.test(title))?.[0] ?? otherwise;
}
