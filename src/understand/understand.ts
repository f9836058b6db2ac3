/** The ear: a message and what is known of the conversation become intents, by rules alone. */
import type { Intent } from '../reply.ts';
import { anotherLikeIt } from './another-like-it.ts';
import { bareKind, whatOf } from './bare-kind.ts';
import { cleftTold } from './cleft-told.ts';
import type { Context } from './context.ts';
import { correctionIn } from './correction.ts';
import { detailIn } from './detail-told.ts';
import { askedFor } from './dialogue.ts';
import { type Doubt, doubtsIn } from './doubts.ts';
import { exportAsked } from './export-asked.ts';
import { filledIn } from './filled-in.ts';
import { helpersTold } from './helpers-told.ts';
import { kindsIn } from './kind-of.ts';
import { limitTold } from './limit-told.ts';
import { messageMarks, plainMessage } from './message-marks.ts';
import { nthTold } from './nth-told.ts';
import { withNumbersNamed } from './numbers-known.ts';
import { pendingAnswer } from './pending-answer.ts';
import { progressTold } from './progress-told.ts';
import { readQuestion } from './question/question.ts';
import { stateAsked, stateUnknown } from './question/state-asked.ts';
import { secretIn } from './secret.ts';
import { smallTalkIn } from './small-talk.ts';
import { actOf, isCommand, isOthersNews, soundsLikeQuestion } from './speech-act.ts';
import { statementsIn } from './statements.ts';
import { toldTogether } from './told-together.ts';

/** Longer messages are no reports; reading on would only find accidents. */
const longest = 5000;

/** Hearsay, a condition or a question puts nothing right. */
function isUnsure(text: string, context: Context): boolean {
  return ['hearsay', 'condition'].includes(actOf(text, [], context.today)) || /[?？]\s*$/.test(text);
}

/** A question nobody could read. */
function isUnread({ do: act, reason, choices }: Intent): boolean {
  return (act === 'refuse' && reason === 'not-understood') || (act === 'clarify' && Array.isArray(choices));
}

/** @returns at least one intent; nothing it hands back has been checked against rights */
export function understand(text: string, context: Context): Intent[] {
  if (secretIn(text)) return [{ do: 'refuse', reason: 'secret' }];
  if (text.length > longest) return [{ do: 'refuse', reason: 'not-understood' }];
  const plain = withNumbersNamed(plainMessage(text, context), context);
  if (plain === '') return [{ do: 'chat', tone: 'silent' }];
  const asked = askedFor(plain, context);
  // After several were shown to choose from, 第二个 chooses.
  if (asked && !(asked.do === 'show' && context.pending && 'choose' in context.pending)) return [asked];
  const exported = exportAsked(plain, context);
  if (exported) return [exported];
  if (isCommand(plain)) return [{ do: 'refuse', reason: 'not-a-fact', because: 'command' }];
  if (isOthersNews(text)) return [{ do: 'refuse', reason: 'not-a-fact', because: 'hearsay' }];
  const marks = messageMarks(plain, context);
  const filled = soundsLikeQuestion(plain) ? null : filledIn(marks, context);
  if (filled) return filled;
  const answer = bareKind(plain) ? null : pendingAnswer(marks, context);
  if (answer) return answer;
  const isQuestion = soundsLikeQuestion(plain);
  const placed = isQuestion ? null : nthTold(marks, context);
  if (placed) return placed;
  const corrected = isUnsure(plain, context) ? null : correctionIn(marks, context);
  if (corrected) return corrected;
  const detail = isUnsure(plain, context) ? null : detailIn(marks, context);
  if (detail) return detail;
  const goingOn = isQuestion
    ? null
    : (cleftTold(marks, context) ??
      toldTogether(marks, context) ??
      helpersTold(marks, context) ??
      limitTold(marks, context) ??
      progressTold(marks, context));
  if (goingOn) return goingOn;
  const another = anotherLikeIt(marks, context);
  if (another) return another;
  const [best] = kindsIn(plain);
  const question = stateAsked(plain, context) ?? readQuestion(plain, context) ?? stateUnknown(plain, context);
  if (question) return [isUnread(question) ? (stateUnknown(plain, context) ?? question) : question];
  const bare = bareKind(plain);
  if (bare) return [{ do: 'clarify', kind: bare.id, question: whatOf(bare, plain) }];
  if (soundsLikeQuestion(plain)) return [{ do: 'refuse', reason: 'not-understood', because: 'question' }];
  const talk = best === undefined || best.strength === 'maybe' ? smallTalkIn(plain) : null;
  if (talk) return [{ do: 'chat', tone: talk }];
  return statementsIn(marks, context);
}

export interface Heard {
  readonly intents: readonly Intent[];
  /** Where the rules are not sure; empty for most messages. */
  readonly doubts: readonly Doubt[];
}

/** What was understood, and how sure that is. */
export function hear(text: string, context: Context): Heard {
  const intents = understand(text, context);
  return { intents, doubts: doubtsIn(plainMessage(text, context), intents, context) };
}
