/** Whether a clause tells of what was or of what is to be, from its verbs; it settles days said without year, month or week. */

export type Tense = 'past' | 'future' | 'neutral';

const past =
  /了(?![解得断])|已(?:经|于)?|(?<![通经超不难])过(?![程渡节期年去来于敏户后错关半百千万滤硬])|(?<!未)完成|刚刚?|曾|顺利|累计|共(?![享建治同产和青识])|\b(?:did|was|were|had|has|have|held|closed|finished|issued|replied|received|inspected|went|sent|met)\b|\b\w{3,}ed\b/i;
const future =
  /(?<![需必主重不摘纪提概简首])要(?![求点事素闻件害情讯])|将(?!军|来|近)|拟(?!稿)|计划(?![书表完])|准备|打算|预计|定于|争取|即将|下步|安排(?=在|于|到|[到]|召开|去|$)|截止日|\b(?:will|shall|going to|plan(?:s|ned)? to|due|must|need to|next|upcoming|expect)\b/i;

/** A limit speaks of its own clause only: 11月17日交办一件,12月10日前完成. */
const limit =
  /前(?:须|需|应|要|必须|务必|尽快|全面|全部)?(?:完成|报送|上报|提交|办结|答复|反馈|报|交|整改)(?![了的过])/;

const boundary = /[。！？!?;；\n]/;

const deadlineAfter = /^(?:底|末)?(?:之|以)?前(?![面期往来任线年天日后台者半言景列进])/;
const deadlineBefore = /\b(?:by|before|due|until|till)\s(?:on\s)?(?:the\s)?$/i;

/** A day named as a limit lies ahead unless the sentence tells of the past. */
export function isDeadline(text: string, index: number, end: number): boolean {
  if (/多少|几[件次场期篇条项批份个]|how many/i.test(text.slice(end, end + 40))) return false;
  return (
    deadlineAfter.test(text.slice(end, end + 4)) || deadlineBefore.test(text.slice(Math.max(0, index - 14), index))
  );
}

/** The sentence around the phrase decides; plans win over the past tense (计划完成, 要完成). */
export function tenseAround(text: string, index: number): Tense {
  let from = index;
  while (from > 0 && index - from < 80 && !boundary.test(text[from - 1]!)) from -= 1;
  let to = index;
  while (to < text.length && to - index < 80 && !boundary.test(text[to]!)) to += 1;
  const clause = text.slice(from, to);
  if (future.test(clause) || isLimited(text.slice(index, to))) return 'future';
  return past.test(clause) ? 'past' : 'neutral';
}

/** Whether a limit stands behind the phrase in its own clause, with no other day between. */
function isLimited(text: string): boolean {
  const said = limit.exec(/^[^,，]*/.exec(text)![0]);
  return said !== null && (text.slice(0, said.index).match(/[日号]/g)?.length ?? 0) < 2;
}
