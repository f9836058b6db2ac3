/** What an office needs of the outside, and the points between which its process may die. */
import type { Clock, Log, Messenger, Model } from '../ports.ts';
import type { Db } from '../store/db.ts';

/** What an office needs of the outside. */
export interface OfficePorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Messenger;
  readonly model?: Model;
  readonly prompts: Readonly<Record<string, string>>;
  /** Time zone given to a new office. */
  readonly zone: string;
  /** Tests stop the flow here, as a killed process would. */
  readonly step?: (name: Step) => void;
}

/** The points between which a process may die; after each the flow must come to the same end. */
export type Step = 'received' | 'claimed' | 'acted' | 'performed' | 'sending' | 'sent' | 'delivered';
