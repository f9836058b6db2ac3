/** The few answers the flow gives by itself: secrets, strangers, and its own failures. */
import type { Lang, Reply } from '../reply.ts';

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
            ? '这条消息像是涉密内容,没有保存,也没有发给任何模型。涉密事项请走机要渠道;请一并撤回刚才那条消息。'
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
            ? '您还不在本单位的名单里,我不能为您记录或查询。请联系单位管理员把您加进来。'
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
            ? `抱歉,这条消息处理时出了错,什么都没有写入。请稍后再发一次;若仍不行,把编号 ${reference} 告诉管理员。`
            : `Sorry, something went wrong and nothing was written. Please send it again later; if it fails again, tell the administrator ${reference}.`,
      },
    ],
  };
}

export function oldButtonReply(lang: Lang): Reply {
  return {
    lang,
    tone: 'warn',
    blocks: [{ type: 'text', text: lang === 'zh' ? '这个按钮已经失效。' : 'This button no longer works.' }],
  };
}
