/** What only the office knows about its own calendar: the days of its sessions and terms. */
import type { Day } from './day.ts';
import type { Period } from './period.ts';

export interface TimeSettings {
  /** The two sessions (两会) of the district, by year: first to last day, `to` excluded. */
  readonly sessions?: readonly Period[];
  /** Terms of the people's congress (本届), `to` excluded; the current one may lie open far ahead. */
  readonly terms?: readonly Period[];
  /** The day a school year begins, `MM-DD`; 09-01 if not given. */
  readonly schoolYear?: string;
  /** The day its second term begins, `MM-DD`; 02-01 if not given. */
  readonly springTerm?: string;
  /** The day an assessment year (考核年度) begins, `MM-DD`; 01-01 if not given. A later start than June belongs to the next year's. */
  readonly assessmentYear?: string;
  /** Other events people count from: 机构改革以来, 党的二十大以来. */
  readonly events?: Readonly<Record<string, Day>>;
}
