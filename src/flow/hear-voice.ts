/** Hear voice: what was spoken becomes words to be understood as if typed, or a kind answer why it could not. */
import { type Attachment, type Listener, OutsideError } from '../ports.ts';
import { type Lang, plain, type Reply, type Text } from '../reply.ts';
import { practiceTurn } from '../understand/practice-words.ts';
import type { Kept } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { mostFetches } from './take-file.ts';

export type Heard = { readonly words: string } | { readonly reply: Reply };

export interface Spoken {
  readonly messageId: string;
  readonly attachment: Attachment;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly lang: Lang;
}

/** The voice of a message, where there is one and somebody to listen to it. */
export function voiceIn(
  ports: Pick<OfficePorts, 'listener'>,
  kept: Pick<Kept, 'kind' | 'attachment'>,
): Attachment | undefined {
  return ports.listener && kept.kind === 'audio' ? kept.attachment : undefined;
}

/** @throws OutsideError where it may be heard later */
export async function hearVoice(
  ports: Pick<OfficePorts, 'log'> & { readonly listener: Listener },
  spoken: Spoken,
): Promise<Heard> {
  const { messageId, attachment, attempts, lang } = spoken;
  try {
    const words = (await ports.listener.listen(messageId, attachment)).trim();
    if (words === '') return told(unclear, lang);
    // The ledger for practice is chosen when a message comes in, before anybody has listened to it.
    return practiceTurn(words.replace(/[。.!！]+$/, '')) ? told(practice, lang) : { words };
  } catch (error) {
    if (!(error instanceof OutsideError) || (error.retryable && attempts + 1 < mostFetches)) throw error;
    ports.log.warn('a voice could not be heard', { messageId, code: error.code, error: error.message });
    return told(trouble(error), lang);
  }
}

/** What was heard stands above what came of it, so that a mishearing is seen at once. */
export function quoting(reply: Reply, words: string, wrote: boolean): Reply {
  const zh = reply.lang === 'zh';
  const mend = zh
    ? '听错了就回复这张卡片更正；撤回语音，记录一并撤销。'
    : 'Misheard? Reply to this card with what is right; recalling the voice takes the record back.';
  const said = plain(words);
  const quote = zh ? `听到：「${said}」` : `Heard: “${said}”`;
  return {
    ...reply,
    blocks: [{ type: 'note', text: wrote ? `${quote}\n${mend}` : quote }, ...reply.blocks],
  };
}

function told(text: Text, lang: Lang): Heard {
  return { reply: { lang, tone: 'warn', blocks: [{ type: 'text', text: text[lang] }] } };
}

function trouble({ code, retryable }: OutsideError): Text {
  if (code === 'too-long') return tooLong;
  if (code === 'unreadable' || code === 'too-large') return unreadable;
  if (code === 'gone') return gone;
  if (typeof code === 'string' && code.startsWith('scope:')) return scopeMissing(code.slice('scope:'.length));
  return retryable ? later : refused(code);
}

const unclear: Text = {
  zh: '这段语音没听清，没有记录。请靠近话筒再说一遍，或者发文字。',
  en: 'I could not make out any words, so nothing was recorded. Please say it again closer to the microphone, or type it.',
};
const practice: Text = {
  zh: '开始或结束练习，请打字告诉我。',
  en: 'Please type that to start or stop practising.',
};
const tooLong: Text = {
  zh: '这段语音超过 60 秒，没有听，也没有记录。请分成几段说，每段一分钟以内，或者发文字。',
  en: 'This voice message is longer than 60 seconds, so I did not listen and nothing was recorded. Please split it, or type it.',
};
const unreadable: Text = {
  zh: '这段语音的格式读不了，没有记录。请按住话筒重新说一遍，或者发文字。',
  en: 'I cannot read this kind of sound, so nothing was recorded. Please hold the microphone and say it again, or type it.',
};
const gone: Text = {
  zh: '这段语音取不到了，没有记录。请重新说一遍，或者发文字。',
  en: 'This voice message cannot be fetched any more, so nothing was recorded. Please say it again, or type it.',
};
const later: Text = {
  zh: '飞书的语音识别现在用不了，没有记录。请过几分钟再说一遍，或者发文字。',
  en: 'Feishu’s speech recognition does not answer now, so nothing was recorded. Please try again in a few minutes, or type it.',
};

function scopeMissing(scope: string): Text {
  return {
    zh: `语音还没有开通，没有记录。请管理员给应用开通权限 ${scope} 并发布版本（taizhang doctor 会给出链接）；这次先发文字，或用输入法的语音转文字。`,
    en: `Voice is not switched on yet, so nothing was recorded. The administrator grants the app the scope ${scope} and publishes a version (taizhang doctor shows the link); please type it this time.`,
  };
}

function refused(code: number | string | undefined): Text {
  return {
    zh: `飞书没有转写这段语音（错误码 ${code}），没有记录。免费版飞书不含语音识别；请发文字，或用输入法的语音转文字。`,
    en: `Feishu did not transcribe this (code ${code}), so nothing was recorded. Its free edition has no speech recognition; please type it.`,
  };
}
