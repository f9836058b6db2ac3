/** Lets a model smooth a passage; it sees tokens and what they stand for, never a figure, a title or a name. */
import type { Log, Model } from '../ports.ts';
import { type FigureFact, type Name, tokenOf, tokensIn } from './fact.ts';
import { faultOf } from './passage-check.ts';

export interface Rewriting {
  readonly model: Model;
  readonly prompts: Readonly<Record<string, string>>;
  readonly log: Log;
  /** How long the model may take for one passage. */
  readonly patienceMs?: number;
}

export interface Draftable {
  readonly heading: string;
  readonly skeleton: string;
  readonly facts: readonly FigureFact[];
  readonly names: readonly Name[];
}

/** @returns the smoothed skeleton, or why the template stays */
export async function rewrite(passage: Draftable, by: Rewriting): Promise<{ skeleton: string } | { kept: string }> {
  const system = by.prompts.passage;
  if (!system) return { kept: '没有提示词' };
  let answer: string;
  try {
    answer = await patiently(
      by.model.complete({ task: 'draft', system, user: material(passage), maxTokens: 2000 }),
      by.patienceMs ?? 20_000,
    );
  } catch (error) {
    by.log.warn('the model gave no passage', { reason: error instanceof Error ? error.message : String(error) });
    return { kept: '模型没有应答' };
  }
  const skeleton = proper(answer);
  const fault = faultOf({ answer: skeleton, skeleton: passage.skeleton, facts: passage.facts, names: passage.names });
  if (fault === undefined) return { skeleton };
  by.log.warn('a passage of the model was refused', { reason: fault });
  return { kept: `模型的稿子没有采用：${fault}` };
}

/** What the model is told: the draft with its tokens, and what sort of thing each token is. */
function material({ heading, skeleton, facts, names }: Draftable): string {
  const used = new Set(tokensIn(skeleton));
  const lines = [...facts, ...names]
    .filter((item) => used.has(item.id))
    .map((item) => `${tokenOf(item)} ${'noun' in item ? measureName(item) : item.sort}`);
  return [`小标题：${heading}`, '底稿：', skeleton, '标记说明：', ...lines].join('\n');
}

/** A journal's or a unit's name is left out; the general noun is enough to write by. */
function measureName(fact: FigureFact): string {
  return /[《“\d]/.test(fact.noun) ? '数量' : `${fact.noun || '数量'}的数字`;
}

/** One paragraph with Chinese punctuation. */
function proper(answer: string): string {
  const marks: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };
  return answer
    .trim()
    .split(/\s*\n\s*/)
    .join('')
    .replace(/(?<=[一-龥⟧])[,;:(]|[)](?=[一-龥⟦。，])/g, (mark) => marks[mark] ?? mark);
}

async function patiently<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
