/** The few answers the flow gives by itself: secrets, strangers, and its own failures. */
import type { MessageKind } from '../ports.ts';
import type { Lang, Reply, Text } from '../reply.ts';

export function secretReply(lang: Lang): Reply {
  return {
    lang,
    tone: 'bad',
    title: lang === 'zh' ? '涉密内容不能记在这里' : 'Secrets cannot be kept here',
    blocks: [
      {
        type: 'text',
        text:
          lang === 'zh'
            ? '这条消息像是涉密内容，没有保存，也没有发给任何模型。涉密事项请走机要渠道；请一并撤回刚才那条消息。'
            : 'This looks classified. Nothing was stored and nothing was sent on. Please use the confidential channel and recall the message.',
      },
    ],
  };
}

export function strangerReply(lang: Lang): Reply {
  return {
    lang,
    tone: 'warn',
    blocks: [
      {
        type: 'text',
        text:
          lang === 'zh'
            ? '您还不在本单位的名单里，我不能为您记录或查询。请联系单位管理员把您加进来。'
            : 'You are not on this office’s list, so I can neither record nor answer. Please ask its administrator to add you.',
      },
    ],
  };
}

/** @param reference what to tell the administrator, so that he finds the log line */
export function failedReply(lang: Lang, reference: string): Reply {
  return {
    lang,
    tone: 'bad',
    blocks: [
      {
        type: 'text',
        text:
          lang === 'zh'
            ? `抱歉，这条消息处理时出了错，什么都没有写入。请稍后再发一次；若仍不行，把编号 ${reference} 告诉管理员。`
            : `Sorry, something went wrong and nothing was written. Please send it again later; if it fails again, tell the administrator ${reference}.`,
      },
    ],
  };
}

const otherKinds: Readonly<Record<Exclude<MessageKind, 'text'>, Text>> = {
  image: {
    zh: '图片我还看不懂，没有记录。请把要记的事用文字发给我。',
    en: 'I cannot read pictures, so nothing was recorded. Please tell me in words what to record.',
  },
  folder: {
    zh: '文件夹我打不开，没有记录。请把里面的文件一个一个发给我，或者用文字告诉我。',
    en: 'I cannot open folders, so nothing was recorded. Please send the files one by one, or tell me in words.',
  },
  video: {
    zh: '视频我看不了，没有记录。请把要记的事用文字发给我。',
    en: 'I cannot watch videos, so nothing was recorded. Please tell me in words what to record.',
  },
  location: {
    zh: '位置收到了，但光有位置记不了。在那里做了什么，请用一句话告诉我。',
    en: 'A place alone cannot be recorded. Please tell me in a sentence what was done there.',
  },
  contact: {
    zh: '名片收到了，没有记录。要把同事加进名单，请管理员设定角色；要记事，用文字告诉我就行。',
    en: 'A contact card records nothing. The administrator adds colleagues; to record something just tell me in words.',
  },
  forward: {
    zh: '转发的内容我没有读出来，没有记录。请把要记的那句直接发给我。',
    en: 'I could not read what was forwarded, so nothing was recorded. Please send me the sentence itself.',
  },
  file: {
    zh: '这种文件我读不了，没有记录。成批的台账请发 .xlsx、.csv 或 .jsonl；单条事项用文字告诉我就行。',
    en: 'I cannot read this kind of file, so nothing was recorded. Send tables as .xlsx, .csv or .jsonl; single matters just tell me in words.',
  },
  audio: {
    zh: '语音我在这里听不了，没有记录。请发文字，或用输入法的语音转文字。',
    en: 'I cannot listen to voice messages here, so nothing was recorded. Please send it as text.',
  },
  sticker: { zh: '收到，有事随时说。', en: 'Got it. I am here when you need me.' },
  other: {
    zh: '这类消息我读不了，没有记录。做了什么、想问什么，用文字告诉我就行。',
    en: 'I cannot read this kind of message, so nothing was recorded. Please tell me in words.',
  },
};

/** For what has no words: what would help instead. */
export function otherKindReply(kind: Exclude<MessageKind, 'text'>, lang: Lang): Reply {
  return { lang, tone: 'plain', blocks: [{ type: 'text', text: otherKinds[kind][lang] }] };
}

/** To whoever marked a message that reports nothing. */
export function unmarkedReply(lang: Lang): Reply {
  const text =
    lang === 'zh'
      ? '您标记的那条消息里没有读出可以记录的事，没有记录。'
      : 'The message you marked reports nothing I can record, so nothing was recorded.';
  return { lang, tone: 'warn', blocks: [{ type: 'text', text }] };
}

/** To a group the bot has just joined. */
export function introductionReply(lang: Lang): Reply {
  const zh = lang === 'zh';
  return {
    lang,
    tone: 'plain',
    title: zh ? '大家好，我是台账助手' : 'Hello, I keep the office’s ledger',
    blocks: [
      {
        type: 'text',
        text: zh
          ? '做了什么，@我说一句就记一笔；想要数字，@我问就行。例如：「昨天督查农村教育 看了4个点」「今年督查了几次」。'
          : 'Mention me and say in one sentence what was done, and it is recorded; ask me for any figure. For example: “How many inspections this year?”',
      },
      {
        type: 'note',
        text: zh
          ? '没有@我的消息我不看，也不记；给同事的消息贴上图钉，我才替他记一笔。涉密内容请走机要渠道。'
          : 'I read only what mentions me, and what somebody marks with a pushpin. Never send classified matters here.',
      },
      { type: 'buttons', buttons: [{ label: zh ? '帮助' : 'Help', intent: { do: 'help' } }] },
    ],
  };
}

/** What was read from somebody's words only he may have recorded. */
export function notYourOfferReply(lang: Lang): Reply {
  const text = lang === 'zh' ? '请由发消息的同事本人点。' : 'Only whoever sent the message can press this.';
  return { lang, tone: 'warn', blocks: [{ type: 'text', text }] };
}

export function oldButtonReply(lang: Lang): Reply {
  return {
    lang,
    tone: 'warn',
    blocks: [{ type: 'text', text: lang === 'zh' ? '这个按钮已经失效。' : 'This button no longer works.' }],
  };
}
