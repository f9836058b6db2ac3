/** Holds a model's passage against the template it was made from: anything that is not plainly the same facts is refused. */
import { figuresIn } from './check.ts';
import { type FigureFact, fill, type Name, tokenPattern, tokensIn } from './fact.ts';

export interface Candidate {
  readonly answer: string;
  readonly skeleton: string;
  readonly facts: readonly FigureFact[];
  readonly names: readonly Name[];
}

/** Words that claim more than any record says. */
const claims =
  /首次|首创|首个|首家|率先|独创|第一|名列|前茅|前列|领先|前所未有|史无前例|历史最|创新高|全国|全省|全市|同比|环比|比上年|较上年|上年同期|比去年|较去年|增长|下降|翻番|提升了|圆满|显著|卓越|一致好评|高度评价|广泛赞誉|群众满意|无差错|零差错|零投诉|全部|全面完成|超额/;

const offices =
  /[一-龥]{0,6}(?:省长|市长|区长|县长|书记|主任|局长|处长|科长|部长|主席|厅长|同志|先生|女士|代表团|公司|街道|镇政府|乡政府|[^公邮]局|厅|法院|检察院|大学|医院)/g;

const strange = /[A-Za-z{}[\]<>`#*|\\_^~=@$]|\p{Cc}|\ufffd|\p{Extended_Pictographic}/u;

/** The reason why the passage cannot be taken; undefined when it can. */
export function faultOf(candidate: Candidate): string | undefined {
  const { answer, skeleton } = candidate;
  if (answer.length === 0) return '没有正文';
  if (answer.length > skeleton.length * 1.6 + 40 || answer.length < skeleton.length * 0.6) return '长度不合';
  const bare = answer.replace(tokenPattern, '');
  if (tokensIn(answer).join() !== tokensIn(skeleton).join()) return '标记有增减或次序改变';
  if (strange.test(bare) || /[⟦⟧]/.test(bare)) return '含有正文之外的内容';
  return figureFault(candidate) ?? claimFault(bare, skeleton) ?? sentenceFault(candidate);
}

function figureFault({ answer, skeleton }: Candidate): string | undefined {
  const own = figuresIn(withoutTokens(skeleton), { strict: true }).map((one) => one.text);
  const told = figuresIn(withoutTokens(answer), { strict: true }).map((one) => one.text);
  const extra = told.filter((text) => !take(own, text));
  if (extra.length > 0) return `自带数字（${extra[0]}）`;
  const digits = (text: string): string => (text.replace(tokenPattern, '').match(/\d+/g) ?? []).sort().join();
  return digits(answer) === digits(skeleton) ? undefined : '自带数字';
}

/** A token's place is kept, so that what stands before and after it is not read as one number. */
function withoutTokens(text: string): string {
  return text.replace(tokenPattern, '〓');
}

function take(list: string[], text: string): boolean {
  const index = list.indexOf(text);
  if (index < 0) return false;
  list.splice(index, 1);
  return true;
}

function claimFault(bare: string, skeleton: string): string | undefined {
  const claim = claims.exec(bare)?.[0];
  if (claim && !skeleton.includes(claim)) return `拔高或无据的说法（${claim}）`;
  if (/[《》“”"「」『』]/.test(bare)) return '自带名称';
  const named = [...bare.matchAll(offices)].map((match) => match[0]).find((name) => !skeleton.includes(name.slice(-3)));
  return named ? `底稿里没有的单位或人员（${named}）` : undefined;
}

/** Each sentence must rest on a record, and each figure must keep the words that say what was done. */
function sentenceFault({ answer, skeleton, facts, names }: Candidate): string | undefined {
  const known = new Set(sentencesOf(skeleton));
  for (const one of sentencesOf(answer)) {
    if (known.has(one)) continue;
    const ids = tokensIn(one);
    if (ids.length === 0) return '有的句子没有依据';
    if (one.replace(tokenPattern, '').length > 60 + ids.length * 25) return '句子里没有依据的话太多';
    const text = fill(one, { facts, names });
    const lost = facts.find(
      (fact) => ids.includes(fact.id) && fact.cues.length > 0 && !fact.cues.some((cue) => text.includes(cue)),
    );
    if (lost) return `数字与说法不符（${lost.text}）`;
  }
  return undefined;
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？!?])/)
    .map((one) => one.trim())
    .filter(Boolean);
}
