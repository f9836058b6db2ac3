/** What a number in a text is. */

export type Precision = 'exact' | 'over' | 'about' | 'under';

export interface NumberSpan {
  /** For a range its lower end; for 十几 the ten it starts from. Percents in percent: 80 for 八成. */
  readonly value: number;
  readonly precision: Precision;
  /** With the rough words that touch it; a rough word behind a measure word (900人次左右) only sets `precision`. */
  readonly text: string;
  readonly index: number;
  readonly end: number;
  readonly percent?: boolean;
  readonly ordinal?: boolean;
  /** Both ends included. */
  readonly range?: readonly [number, number];
}

/** A number read at a place, before the words around it are looked at. */
export interface Found {
  readonly value: number;
  readonly end: number;
  readonly range?: readonly [number, number];
  readonly precision?: Precision;
  readonly percent?: boolean;
}
