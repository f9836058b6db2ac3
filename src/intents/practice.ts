/** Practice: what is said meanwhile goes to a ledger of its own and never counts. The flow turns it on and off. */
import { readTalk } from '../store/talks.ts';
import type { IntentKind, Outcome } from './intent.ts';
import { PracticeIntent } from './shapes.ts';

const texts = {
  start: {
    zh: '演练开始：接下来说的只是试一试，都不计入台账，卡片上标着【演练】。想看有数据的样子，可以说「装入示例数据」。说「结束演练」回到正式台账。',
    en: 'Practice begins: whatever you say now is only a try, counts nowhere, and its cards say [Practice]. To see it with data, say “load a sample year”. Say “end practice” to return to the real ledger.',
  },
  elsewhere: {
    zh: '演练只在您和台账助手的单聊里进行：在那里说「试一下」，说的都不计入台账。',
    en: 'Practice is held in your private chat with me: say “practice” there, and nothing you say will count.',
  },
  stop: {
    zh: '演练结束，刚才试的都没有计入台账。从现在起说的就记进正式台账了。',
    en: 'Practice is over; nothing of it was counted. From now on what you say goes into the real ledger.',
  },
} as const;

export const practice: IntentKind<PracticeIntent> = {
  do: 'practice',
  title: { zh: '演练', en: 'Practice' },
  examples: [
    { zh: '试一下', en: 'practice' },
    { zh: '结束演练', en: 'end practice' },
  ],
  shape: PracticeIntent,
  act(intent, turn): Outcome {
    const practising = readTalk(turn.db, turn.chat, turn.speaker.id).practising;
    const which = intent.what === 'start' && !practising ? 'elsewhere' : intent.what;
    return {
      reply: { lang: turn.lang, tone: 'plain', blocks: [{ type: 'text', text: texts[which][turn.lang] }] },
    };
  },
};
