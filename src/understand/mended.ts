/** What a correction says: the wrong value and the right one, as they were said. */

export interface Mended {
  /** Empty where only the right value is told. */
  readonly old: string;
  readonly right: string;
}
