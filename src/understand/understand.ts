/** The ear: a message and what is known of the conversation become intents, by rules alone. */
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { correctionIn } from './correction.ts';
import { askedFor } from './dialogue.ts';
import { kindsIn } from './kind-of.ts';
import { marksIn } from './marks.ts';
import { normalise } from './normalise.ts';
import { pendingAnswer } from './pending-answer.ts';
import { readQuestion } from './question/question.ts';
import { respelledUnits } from './respelled.ts';
import { secretIn } from './secret.ts';
import { mendSlips } from './slips.ts';
import { smallTalkIn } from './small-talk.ts';
import { isAhead, isComing, isCommand, isOthersNews, soundsLikeQuestion } from './speech-act.ts';
import { statementsIn } from './statements.ts';

/** Longer messages are no reports; reading on would only find accidents. */
const longest = 5000;

const slips =
  /^(?<cut>.{1,24}?)(?<pause>[\s,.-]*)(?:不对|哦不|啊不|不不|说错了|no,? wait|wait,? no|sorry,? i mean)[\s,.:]*(?<rest>.{6,})$/i;

/** 今天来的…不对昨天来的那两件文办掉了: who puts himself right while he speaks means what he says last. */
function repaired(text: string): string {
  const { cut = '', pause = '', rest = '' } = slips.exec(text)?.groups ?? {};
  const begins = /^(?:今天|昨天|前天|上周|周.|\d+[号月]|第.|上午|下午|today|yesterday)/i;
  const isSlip = /\.{2}/.test(pause) || (begins.test(cut) && begins.test(rest));
  return isSlip && !/^(?:是|应|为|改)/.test(rest) ? rest : text;
}

/** @returns at least one intent; nothing it hands back has been checked against rights */
export function understand(text: string, context: Context): Intent[] {
  if (secretIn(text)) return [{ do: 'refuse', reason: 'secret' }];
  if (text.length > longest) return [{ do: 'refuse', reason: 'not-understood' }];
  const plain = mendSlips(respelledUnits(repaired(normalise(text)), context.units));
  if (plain === '') return [{ do: 'chat', tone: 'silent' }];
  const asked = askedFor(plain, context);
  // After several were shown to choose from, 第二个 chooses.
  if (asked && !(asked.do === 'show' && context.pending && 'choose' in context.pending)) return [asked];
  if (isCommand(plain)) return [{ do: 'refuse', reason: 'not-a-fact', because: 'command' }];
  if (isOthersNews(text)) return [{ do: 'refuse', reason: 'not-a-fact', because: 'hearsay' }];
  const marks = marksIn(plain, context, isAhead(plain) || isComing(plain, context.today) ? 'future' : undefined);
  const answer = pendingAnswer(marks, context);
  if (answer) return answer;
  const corrected = correctionIn(marks, context);
  if (corrected) return corrected;
  const [best] = kindsIn(plain);
  const question = readQuestion(plain, context);
  if (question) return [question];
  if (soundsLikeQuestion(plain)) return [{ do: 'refuse', reason: 'not-understood' }];
  const talk = best === undefined || best.strength === 'maybe' ? smallTalkIn(plain) : null;
  if (talk) return [{ do: 'chat', tone: talk }];
  return statementsIn(marks, context);
}
