/** The sections of a summary, in the order and with the headings of an annual summary. */
import { figures } from './section-figures.ts';
import { names } from './section-names.ts';
import { type SectionId, type SectionPlan, sectionIds } from './section-plan.ts';

const headings: Readonly<Record<SectionId, string>> = {
  opening: '导语',
  advice: '一、围绕中心，把握大局，当好参谋助手',
  supervision: '二、完善机制，强化督查，推动工作落实',
  documents: '三、注重规范，健全网络，做好公文处理和电子政务',
  logistics: '四、精细管理，主动服务，做好后勤保障',
  proposals: '五、加强协调，密切沟通，办好建议提案',
  law: '六、依法行政，公开透明，推进法治和政务公开',
  party: '七、抓实党建，改进作风，加强自身建设',
  shortcomings: '八、存在的不足',
  plans: '九、下步打算',
};

export const outline: readonly SectionPlan[] = sectionIds.map((id) => ({
  id,
  heading: headings[id],
  figures: figures[id],
  names: names[id],
}));
