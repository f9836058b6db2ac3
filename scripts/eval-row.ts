/** One line of the accuracy table. */
export interface Row {
  readonly what: string;
  readonly cases: number;
  readonly figures: string;
}

/** A share from 0 to 1 as 97.3 %. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '-';
}
