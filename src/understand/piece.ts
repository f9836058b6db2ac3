/** What a message is cut into: pieces of one record each, and the drafts they grow from while the text is walked through. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import type { Scored, Strength } from './kind-of.ts';
import type { Marks, Range } from './marks.ts';
import type { SpeechAct } from './speech-act.ts';

export interface Piece {
  readonly marks: Marks;
  readonly kind?: RecordKind;
  readonly strength?: Strength;
  readonly act: SpeechAct;
  /** Where its day is told: in itself, else in what was said before. */
  readonly timesFrom: Marks;
  /** A later member of a list of its kind: the member before lends what is not said again. */
  readonly follows: boolean;
  /** A part of a total told before (其中). */
  readonly isPart: boolean;
}

export interface Draft {
  ranges: Range[];
  head?: Scored;
  readonly follows: boolean;
  readonly isPart: boolean;
  sentence: number;
}

export interface Walk {
  readonly marks: Marks;
  readonly today: Day;
  readonly drafts: Draft[];
  readonly pieces: Piece[];
  /** The last words that named a day. */
  timesFrom: Marks;
  /** The day of all that was announced (昨天两件事). */
  announced?: Marks;
}
