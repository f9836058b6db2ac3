/** What the ear may know besides the text: who speaks, what was said before, and how to look records up. */
import type { Entry, Sought } from '../kinds/entry.ts';
import type { Intent, Pending } from '../reply.ts';
import type { Day } from '../time/day.ts';
import type { TimeSettings } from '../time/settings.ts';

/** A unit's name with the other names people use for it. */
export interface UnitName {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Context {
  readonly now: Date;
  readonly today: Day;
  readonly zone: string;
  readonly speaker: { readonly id: string; readonly name: string; readonly section: string };
  readonly units: readonly UnitName[];
  /** Days only this office knows: its terms, sessions, school years. */
  readonly times?: TimeSettings;
  /** The message it replies to. */
  readonly replyTo?: string;
  /** Records this message replies to (the message or card it quotes). */
  readonly repliedTo: readonly Entry[];
  /** What the message replied to wrote or told of, where it did: 撤销 takes that back. */
  readonly answered?: string;
  /** Records of this chat written or changed lately, latest first; the speaker's own before others'. */
  readonly recent: readonly Entry[];
  /** Numbers of the last list shown. */
  readonly list: readonly string[];
  readonly pending: Pending | null;
  readonly question: Intent | null;
  /** Looks records up, best match first; at most 20. */
  find(sought: Sought): readonly Entry[];
}
