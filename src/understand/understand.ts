/** The ear: a message and what is known of the conversation become intents, by rules alone. */
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { correctionIn } from './correction.ts';
import { askedFor, pendingAnswer } from './dialogue.ts';
import { kindsIn } from './kind-of.ts';
import { marksIn } from './marks.ts';
import { normalise } from './normalise.ts';
import { readQuestion } from './question/question.ts';
import { secretIn } from './secret.ts';
import { smallTalkIn } from './small-talk.ts';
import { isAhead, isCommand, soundsLikeQuestion } from './speech-act.ts';
import { statementsIn } from './statements.ts';

/** Longer messages are no reports; reading on would only find accidents. */
const longest = 5000;

/** Without a question word only a figure by name is asked for (今年两案总数, 上半年办结率). */
const namesFigure =
  /(?:总?数|率|情况|统计|合计|总计|明细|清单|名单|列表|排名|排行|前[一二三四五六七八九十\d]+名?|占比|对比|分布|平均[^,。]{0,8})(?=$|[\s,。呢:]|今年|去年|本[月周季]|上)|\b(?:count|totals?|rates?|number|list|average|share|top \d+|ytd|per (?:month|unit|quarter))\b/i;
/** A deed told as done is no question, whatever period it names. */
const tellsDone = /了(?!吧|没|吗|多少|几)|已经?|完成|印好|收到|\b(?:we|i)\s+\w+ed\b/i;

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
  const asks = soundsLikeQuestion(plain);
  const question =
    asks || context.question !== null || (namesFigure.test(plain) && !tellsDone.test(plain))
      ? readQuestion(plain, context)
      : null;
  if (question) return [question];
  if (asks) return [{ do: 'refuse', reason: 'not-understood' }];
  const [best] = kindsIn(plain);
  const talk = best === undefined || best.strength === 'maybe' ? smallTalkIn(plain) : null;
  if (talk) return [{ do: 'chat', tone: talk }];
  return statementsIn(marks, context);
}
