/** All English phrases. */
import { englishCountLinks } from './english-counts.ts';
import { englishDateLinks } from './english-dates.ts';
import { englishHolidayLinks } from './english-holidays.ts';
import { englishNearLinks } from './english-near.ts';
import type { Link } from './link.ts';

export const englishLinks: readonly Link[] = [
  ...englishDateLinks,
  ...englishNearLinks,
  ...englishCountLinks,
  ...englishHolidayLinks,
];
