/** The ear: a message and what is known of the conversation become intents, by rules alone. */
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { correctionIn } from './correction.ts';
import { hasFigures } from './counts-in.ts';
import { askedFor, pendingAnswer } from './dialogue.ts';
import { kindsIn, type Scored } from './kind-of.ts';
import { type Marks, marksIn } from './marks.ts';
import { normalise } from './normalise.ts';
import { readQuestion } from './question/question.ts';
import { secretIn } from './secret.ts';
import { smallTalkIn } from './small-talk.ts';
import { actOf, isAhead, isCommand, soundsLikeQuestion } from './speech-act.ts';
import { statementsIn } from './statements.ts';

/** Longer messages are no reports; reading on would only find accidents. */
const longest = 5000;

/** @returns at least one intent; nothing it hands back has been checked against rights */
export function understand(text: string, context: Context): Intent[] {
  if (secretIn(text)) return [{ do: 'refuse', reason: 'secret' }];
  if (text.length > longest) return [{ do: 'refuse', reason: 'not-understood' }];
  const plain = normalise(text);
  if (plain === '') return [{ do: 'chat', tone: 'silent' }];
  const asked = askedFor(plain, context);
  if (asked) return [asked];
  if (isCommand(plain)) return [{ do: 'refuse', reason: 'not-a-fact', because: 'command' }];
  const marks = marksIn(plain, context, isAhead(plain) ? 'future' : undefined);
  const answer = pendingAnswer(marks, context);
  if (answer) return [answer];
  const corrected = correctionIn(marks, context);
  if (corrected) return corrected;
  const [best] = kindsIn(plain);
  const asks = soundsLikeQuestion(plain);
  const question = asks || !tellsFigures(best, marks) ? readQuestion(plain, context) : null;
  if (question) return [question];
  if (asks) return [{ do: 'refuse', reason: 'not-understood' }];
  const talk = best === undefined || best.strength === 'maybe' ? smallTalkIn(plain) : null;
  if (talk) return [{ do: 'chat', tone: talk }];
  return statementsIn(marks, context);
}

const doubtful: ReadonlySet<string> = new Set(['wish', 'hearsay', 'condition']);

/** Without a question word, what counts something or finds it wanting is told and not asked (10月信息得分62, 信息数量少). */
function tellsFigures(best: Scored | undefined, marks: Marks): boolean {
  if (doubtful.has(actOf(marks.text, marks.times, ''))) return true;
  if (best?.strength !== 'sure') return false;
  return best.kind.id === 'shortcoming' || hasFigures(best.kind, marks);
}
