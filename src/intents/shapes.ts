/** The shapes of the intents that change records already in the ledger, or only talk about them. */
import { z } from 'zod';
import { ValueShape } from './log.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const No = z.string().min(3).max(40);
const Changes = z.record(z.string(), ValueShape.nullable());

/** A move of the record's life: 答复, 办结, 取消 … */
export const AdvanceIntent = z.object({
  do: z.literal('advance'),
  nos: z.array(No).min(1).max(50),
  move: z.string(),
  on: Day,
  set: Changes.optional(),
  note: z.string().max(2000).optional(),
});
/** Columns and fields of a record are put right; `set` is flat. */
export const AmendIntent = z.object({ do: z.literal('amend'), nos: z.array(No).min(1).max(50), set: Changes });
/** The record was a mistake (重复了, 作废, recall): it leaves every count as if never told. */
export const WithdrawIntent = z.object({ do: z.literal('withdraw'), nos: z.array(No).min(1).max(50) });
/** Takes back the last change; without numbers the speaker's own last one. */
export const UndoIntent = z.object({ do: z.literal('undo'), source: z.string().optional(), no: No.optional() });
export const RedoIntent = z.object({ do: z.literal('redo'), source: z.string().optional(), no: No.optional() });
/** One record with its history. */
export const ShowIntent = z.object({ do: z.literal('show'), no: No });
/** A form to put one record right, or its result. */
export const EditIntent = z.object({
  do: z.literal('edit'),
  no: No,
  form: z.record(z.string(), z.unknown()).optional(),
});
/** Which of several records is meant; `action` gets the chosen number in `nos`. */
export const ChooseIntent = z.object({
  do: z.literal('choose'),
  nos: z.array(No).min(2).max(20),
  action: z.looseObject({ do: z.enum(['advance', 'amend', 'withdraw', 'show']) }),
});
export const HelpIntent = z.object({ do: z.literal('help'), about: z.string().optional() });
export const WhoamiIntent = z.object({ do: z.literal('whoami') });
/** Small talk, thanks, wishes: a short kind word or silence. */
export const ChatIntent = z.object({
  do: z.literal('chat'),
  tone: z.enum(['thanks', 'greeting', 'silent', 'dropped']),
});
/** Nothing may be written, and why. `hint` is what would help. */
export const RefuseIntent = z.object({
  do: z.literal('refuse'),
  reason: z.enum(['secret', 'forbidden', 'not-understood', 'not-a-fact', 'no-data', 'incommensurable']),
  /** What stands in the way: plan, wish, denial, hearsay, condition, command, unknown. */
  because: z.string().optional(),
});
/** A question back before anything is written: what is missing. */
export const ClarifyIntent = z.object({
  do: z.literal('clarify'),
  kind: z.string().optional(),
  question: z.string(),
  /** The message that did not say which record it was about; read again with the answer. */
  about: z.string().max(200).optional(),
  /** What it could be, each ready to be filed at one press. */
  readings: z
    .array(z.object({ kind: z.string(), log: z.looseObject({ do: z.literal('log') }) }))
    .max(3)
    .optional(),
  /** What may have been meant, to be chosen by a press. */
  choices: z
    .array(
      z.object({
        label: z.object({ zh: z.string().max(200), en: z.string().max(200) }),
        intent: z.looseObject({ do: z.enum(['log', 'advance', 'ask', 'find', 'chat']) }),
      }),
    )
    .max(5)
    .optional(),
});
export const PeopleIntent = z.object({ do: z.literal('people') });
export const UnitsIntent = z.object({ do: z.literal('units') });
/** What is said from now on only counts as practice, or counts again. */
export const PracticeIntent = z.object({ do: z.literal('practice'), what: z.enum(['start', 'stop']) });
/** Whether the answer to a message (its key) was right. */
export const FeedbackIntent = z.object({ do: z.literal('feedback'), source: z.string().max(200), right: z.boolean() });
/** A fictitious year to try things on: put in, or taken out. */
export const SampleIntent = z.object({ do: z.literal('sample'), what: z.enum(['load', 'remove']) });
/** Who has read what the bot sent: the message replied to, the last digests or the last 催办; and reminding who has not. */
export const ReadersIntent = z.object({
  do: z.literal('readers'),
  what: z.enum(['message', 'digest', 'urge']),
  messageId: z.string().max(200).optional(),
  remind: z.boolean().optional(),
});
/** Records as a table: those of a list or a question, or all. */
export const ExportIntent = z.object({
  do: z.literal('export'),
  of: z.union([z.literal('all'), z.looseObject({ do: z.enum(['find', 'ask']) })]).optional(),
});
export const DigestIntent = z.object({ do: z.literal('digest') });
export const DraftIntent = z.object({ do: z.literal('draft'), period: z.string(), section: z.string().optional() });

export type PracticeIntent = z.infer<typeof PracticeIntent>;
export type FeedbackIntent = z.infer<typeof FeedbackIntent>;
export type ExportIntent = z.infer<typeof ExportIntent>;
export type ReadersIntent = z.infer<typeof ReadersIntent>;
export type SampleIntent = z.infer<typeof SampleIntent>;
export type AdvanceIntent = z.infer<typeof AdvanceIntent>;
export type AmendIntent = z.infer<typeof AmendIntent>;
export type WithdrawIntent = z.infer<typeof WithdrawIntent>;
export type UndoIntent = z.infer<typeof UndoIntent>;
export type RedoIntent = z.infer<typeof RedoIntent>;
export type ShowIntent = z.infer<typeof ShowIntent>;
export type EditIntent = z.infer<typeof EditIntent>;
export type ChooseIntent = z.infer<typeof ChooseIntent>;
export type ClarifyIntent = z.infer<typeof ClarifyIntent>;
export type RefuseIntent = z.infer<typeof RefuseIntent>;
