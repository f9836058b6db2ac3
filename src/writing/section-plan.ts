/** What a section of a summary is made of: its id, its figures and its names, as declarations. */
import type { Entry } from '../kinds/entry.ts';
import type { Filter } from '../store/measures.ts';

export const sectionIds = [
  'opening',
  'advice',
  'supervision',
  'documents',
  'logistics',
  'proposals',
  'law',
  'party',
  'shortcomings',
  'plans',
] as const;

export type SectionId = (typeof sectionIds)[number];

/** A figure a section may state. */
export interface FigureAsk {
  readonly key: string;
  readonly kind: string;
  readonly measure: string;
  /** What is counted, as it stands before the number; with `group` each row's label takes its place. */
  readonly noun: string;
  readonly unit?: string;
  readonly filters?: readonly Filter[];
  /** Records left out of it. */
  readonly except?: (entry: Entry) => boolean;
  /** One fact for each value of this field. */
  readonly group?: string;
  /** Turns a row's label into its noun. */
  readonly rowNoun?: (label: string, key: string) => string;
  /** Only few of the records carry the field: said only when most of those behind this other figure do. */
  readonly mostOf?: string;
  /** One of these words must stand in the sentence of the figure. */
  readonly cues?: readonly string[];
}

/** Names a section may mention. */
export interface NameAsk {
  readonly key: string;
  readonly kind: string;
  readonly sort: string;
  readonly where?: (entry: Entry) => boolean;
  readonly pick: (entry: Entry) => readonly string[];
  readonly wrap?: 'book' | 'quote';
  /** Names of the same bearer are said together. */
  readonly gather?: {
    readonly by: (entry: Entry) => string;
    readonly say: (bearer: string, names: readonly string[]) => string;
  };
}

export interface SectionPlan {
  readonly id: SectionId;
  readonly heading: string;
  readonly figures: readonly FigureAsk[];
  readonly names: readonly NameAsk[];
}

export function isSectionId(text: string): text is SectionId {
  return (sectionIds as readonly string[]).includes(text);
}
