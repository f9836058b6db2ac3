/** What a passage may rely on: figures and names out of the ledger, each with the records behind it and a token that stands for it. */
import { type Precision, preciseLabel } from '../kinds/kind.ts';

/** A figure as the draft hands it out. `text` is how it stands in the prose: its noun, the number, the measure word. */
export interface Fact {
  readonly id: string;
  readonly measure: string;
  readonly value: number;
  readonly precision: Precision;
  readonly text: string;
  readonly numbers: readonly string[];
}

/** A figure on the sheet: `key` is how the template asks for it, `noun` what it counts. */
export interface FigureFact extends Fact {
  readonly key: string;
  readonly noun: string;
  readonly figure: string;
  /** One of these words must stand in the sentence that uses it. */
  readonly cues: readonly string[];
}

/** A name on the sheet (a title, a topic, an honor), as it may be printed. */
export interface Name {
  readonly id: string;
  readonly key: string;
  /** What sort of name it is; all that a model is told of it. */
  readonly sort: string;
  readonly text: string;
  readonly numbers: readonly string[];
}

/** The token of a fact or a name; only the program fills it. */
export function tokenOf(item: { readonly id: string }): string {
  return `⟦${item.id}⟧`;
}

export const tokenPattern = /⟦([a-z]\d+)⟧/g;

/** 督查 + 19次; the number never travels without its noun, so that a token in the wrong place tells no lie. */
export function figureText(value: number, precision: Precision, unit: string): string {
  if (unit === '%') return percentText(value);
  if (unit === '元' && value >= 10_000 && value % 100 === 0)
    return `${preciseLabel(value / 10_000, precision, 'zh')}万元`;
  return `${preciseLabel(value, precision, 'zh')}${unit}`;
}

/** One decimal; 100% only when it is all of them, never 0% when it is some. */
function percentText(value: number): string {
  if (value >= 100) return `${value === 100 ? 100 : tenth(value)}%`;
  if (value > 0 && value < 0.1) return '不足0.1%';
  return `${Math.min(99.9, tenth(value))}%`;
}

/** Half away from zero, without the dust of binary fractions (78.25 -> 78.3). */
export function tenth(value: number): number {
  return Math.round(Number((value * 10).toFixed(6))) / 10;
}

/**
 * The skeleton with its tokens filled. Where a figure follows another of the same noun (档案4962卷、档案1392件) the noun is said once.
 */
export function fill(skeleton: string, items: { facts: readonly FigureFact[]; names: readonly Name[] }): string {
  const facts = new Map(items.facts.map((fact) => [fact.id, fact]));
  const names = new Map(items.names.map((name) => [name.id, name]));
  let text = '';
  let end = 0;
  let last: FigureFact | undefined;
  for (const match of skeleton.matchAll(tokenPattern)) {
    const between = skeleton.slice(end, match.index);
    text += between;
    end = match.index + match[0].length;
    const fact = facts.get(match[1] ?? '');
    const again = fact !== undefined && last?.noun === fact.noun && /^[、和]$/.test(between);
    text += fact ? (again ? fact.figure : fact.text) : (names.get(match[1] ?? '')?.text ?? '');
    last = fact;
  }
  // Quoted names in a row are set without a comma between them.
  return (text + skeleton.slice(end)).replace(/([”》])、(?=[“《])/g, '$1');
}

/** The ids of the tokens in a text, in reading order. */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(tokenPattern)].map((match) => match[1] ?? '');
}
