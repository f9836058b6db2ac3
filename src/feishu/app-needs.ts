/** What the Feishu app must have been given: scopes, events and callbacks, each with its reason; drawn from by doctor and documents. */

interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface ScopeNeed {
  /** Any one of these will do; the first is the narrowest. */
  readonly anyOf: readonly [string, ...string[]];
  /** Without it the bot cannot do its work at all. */
  readonly required: boolean;
  readonly why: Words;
}

export const scopeNeeds: readonly ScopeNeed[] = [
  {
    anyOf: ['im:message.p2p_msg:readonly', 'im:message.p2p_msg'],
    required: true,
    why: { zh: '收到同事单聊发来的消息', en: 'private messages to the bot' },
  },
  {
    anyOf: ['im:message.group_at_msg:readonly', 'im:message.group_at_msg', 'im:message.group_msg'],
    required: true,
    why: { zh: '收到群里 @机器人 的消息，别的不看', en: 'group messages that @ the bot, and no others' },
  },
  {
    anyOf: ['im:message:send_as_bot', 'im:message', 'im:message:send'],
    required: true,
    why: { zh: '发回执、答复和简报', en: 'receipts, answers and digests' },
  },
  {
    anyOf: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
    required: false,
    why: {
      zh: '取同事发来的表格和语音；停机后补读漏掉的单聊消息，发现撤回和改动，读合并转发；「谁看了」',
      en: 'fetches tables and voices people send; reads back private messages missed in a gap, finds recalls and edits, reads forwarded bundles; tells who has read a notice',
    },
  },
  {
    anyOf: ['im:message.group_msg', 'im:message.group_msg:readonly'],
    required: false,
    why: {
      zh: '敏感权限：补读群里漏掉的 @消息，读贴了图钉的消息；不开通，群里只认实时 @',
      en: 'sensitive: reads back @ messages missed in groups and messages marked with the pushpin; without it only live @ messages count',
    },
  },
  {
    anyOf: ['im:message.reactions:read', 'im:message:readonly', 'im:message'],
    required: false,
    why: { zh: '知道谁给消息贴了图钉', en: 'who put the pushpin on a message' },
  },
  {
    anyOf: ['im:chat.members:read', 'im:chat:readonly', 'im:chat'],
    required: false,
    why: {
      zh: '群里问「谁看了」时，连谁没看也能说出来',
      en: 'in a group, tells who has not read a notice beside who has',
    },
  },
  {
    anyOf: ['speech_to_text:speech'],
    required: false,
    why: {
      zh: '听懂同事发来的语音（60 秒以内；飞书免费版没有语音识别）',
      en: 'understands voice messages of up to 60 s (Feishu’s free edition has no speech recognition)',
    },
  },
  {
    anyOf: ['im:resource', 'im:resource:upload'],
    required: false,
    why: { zh: '说「导出」时发回表格', en: 'sends the table when somebody says “export”' },
  },
  {
    anyOf: ['im:message.urgent'],
    required: false,
    why: { zh: '应用内加急催办', en: 'rings phones for what is urged' },
  },
  {
    anyOf: ['contact:user.basic_profile:readonly', 'contact:user.base:readonly'],
    required: false,
    why: { zh: '知道同事的姓名', en: 'the names of colleagues' },
  },
  {
    anyOf: ['contact:user.department:readonly', 'contact:contact:readonly_as_app'],
    required: false,
    why: { zh: '知道同事在哪个科室', en: 'the section of a colleague' },
  },
  {
    anyOf: ['contact:department.base:readonly', 'contact:contact:readonly_as_app'],
    required: false,
    why: { zh: '知道科室叫什么', en: 'the names of sections' },
  },
  {
    anyOf: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
    required: false,
    why: {
      zh: '每天（或用 taizhang people sync）把应用可见的同事认全：姓名、科室、谁已离开',
      en: 'once a day, or by taizhang people sync: names, sections and who has left, of everybody the app may see',
    },
  },
  {
    anyOf: ['application:application:self_manage', 'admin:app.info:readonly'],
    required: false,
    why: {
      zh: '只给 doctor 用：看事件订阅和回调地址',
      en: 'for doctor alone: sees the subscribed events and callbacks',
    },
  },
];

export interface EventNeed {
  readonly type: string;
  readonly as: 'event' | 'callback';
  readonly required: boolean;
  readonly why: Words;
}

export const eventNeeds: readonly EventNeed[] = [
  {
    type: 'im.message.receive_v1',
    as: 'event',
    required: true,
    why: { zh: '单聊消息和群里的 @消息', en: 'messages to the bot, and in groups those that @ it' },
  },
  {
    type: 'card.action.trigger',
    as: 'callback',
    required: true,
    why: { zh: '卡片上的按钮和表单', en: 'the buttons and forms on cards' },
  },
  {
    type: 'im.message.recalled_v1',
    as: 'event',
    required: false,
    why: { zh: '撤回消息，记录也撤', en: 'recalling a message withdraws what it recorded' },
  },
  {
    type: 'im.message.reaction.created_v1',
    as: 'event',
    required: false,
    why: { zh: '给消息贴图钉，替发言人记一笔', en: 'the pushpin on a message records it for whoever said it' },
  },
  {
    type: 'im.message.reaction.deleted_v1',
    as: 'event',
    required: false,
    why: { zh: '取下图钉，记录撤销', en: 'taking the pushpin off undoes it' },
  },
  {
    type: 'im.chat.access_event.bot_p2p_chat_entered_v1',
    as: 'event',
    required: false,
    why: { zh: '第一次打开会话时打招呼', en: 'a greeting when somebody first opens the chat' },
  },
  {
    type: 'im.chat.member.bot.added_v1',
    as: 'event',
    required: false,
    why: { zh: '进群时自我介绍', en: 'an introduction to a group' },
  },
  {
    type: 'application.bot.menu_v6',
    as: 'event',
    required: false,
    why: { zh: '机器人菜单：help、digest、undo', en: 'menu entries with the keys help, digest, undo' },
  },
];
