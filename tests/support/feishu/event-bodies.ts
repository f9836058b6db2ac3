/** The JSON of Feishu's events and callbacks, as its documentation shows them. */

export interface MentionOf {
  readonly openId: string;
  readonly name: string;
}

export interface MessageFacts {
  readonly appId: string;
  readonly tenant: string;
  readonly token: string;
  readonly botOpenId: string;
  readonly eventId: string;
  readonly messageId: string;
  readonly chat: string;
  readonly chatType: 'p2p' | 'group';
  readonly sender: string;
  readonly senderType: 'user' | 'bot';
  /** With `@_user_1` for the first of `mentions`. */
  readonly text: string;
  readonly mentions: readonly MentionOf[];
  readonly at: Date;
  readonly replyTo?: string;
  readonly post?: object;
  /** Another kind of message: its type and content. */
  readonly other?: { readonly type: string; readonly content: object };
  readonly root?: string;
  readonly changedAt?: Date;
}

/** `im.message.receive_v1`, schema 2.0. */
export function messageEvent(facts: MessageFacts): object {
  const at = String(facts.at.getTime());
  return {
    schema: '2.0',
    header: header(facts, 'im.message.receive_v1', at),
    event: {
      sender: {
        sender_id: { union_id: `on_${facts.sender}`, open_id: facts.sender },
        sender_type: facts.senderType,
        tenant_key: facts.tenant,
      },
      message: {
        message_id: facts.messageId,
        ...(facts.replyTo ? { root_id: facts.root ?? facts.replyTo, parent_id: facts.replyTo } : {}),
        create_time: at,
        update_time: String((facts.changedAt ?? facts.at).getTime()),
        chat_id: facts.chat,
        chat_type: facts.chatType,
        message_type: facts.other?.type ?? (facts.post ? 'post' : 'text'),
        content: JSON.stringify(facts.other?.content ?? facts.post ?? { text: facts.text }),
        ...(facts.mentions.length > 0 ? { mentions: facts.mentions.map((one, at) => mention(one, at, facts)) } : {}),
        user_agent: 'Mozilla/5.0',
      },
    },
  };
}

/** The message event of schema 1.0. */
export function firstMessageEvent(facts: MessageFacts): object {
  const named = (one: MentionOf) => `<at open_id="${one.openId}">@${one.name}</at>`;
  const fill = (write: (one: MentionOf) => string) =>
    facts.mentions.reduceRight((text, one, at) => text.replaceAll(`@_user_${at + 1}`, write(one)), facts.text);
  return {
    ts: `${Math.floor(facts.at.getTime() / 1000)}.${String(facts.at.getTime() % 1000).padStart(3, '0')}`,
    uuid: facts.eventId,
    token: facts.token,
    type: 'event_callback',
    event: {
      type: 'message',
      app_id: facts.appId,
      tenant_key: facts.tenant,
      root_id: facts.replyTo ?? '',
      parent_id: facts.replyTo ?? '',
      open_chat_id: facts.chat,
      chat_type: facts.chatType === 'p2p' ? 'private' : 'group',
      msg_type: 'text',
      open_id: facts.sender,
      open_message_id: facts.messageId,
      is_mention: facts.mentions.some((one) => one.openId === facts.botOpenId),
      text: fill(named),
      text_without_at_bot: fill((one) => (one.openId === facts.botOpenId ? '' : named(one))),
    },
  };
}

export interface RecallFacts {
  readonly appId: string;
  readonly tenant: string;
  readonly token: string;
  readonly eventId: string;
  readonly messageId: string;
  readonly chat: string;
  readonly at: Date;
}

/** `im.message.recalled_v1`, which does not say who. */
export function recallEvent(facts: RecallFacts): object {
  const at = String(facts.at.getTime());
  return {
    schema: '2.0',
    header: header(facts, 'im.message.recalled_v1', at),
    event: { message_id: facts.messageId, chat_id: facts.chat, recall_time: at, recall_type: 'message_owner' },
  };
}

export interface ReactionFacts extends RecallFacts {
  readonly person: string;
  readonly emoji: string;
  readonly given: boolean;
  /** Put on by an app instead of a person. */
  readonly byApp?: boolean;
}

/** `im.message.reaction.created_v1` and `deleted_v1`, which do not say in which chat. */
export function reactionEvent(facts: ReactionFacts): object {
  const at = String(facts.at.getTime());
  const type = `im.message.reaction.${facts.given ? 'created' : 'deleted'}_v1`;
  return {
    schema: '2.0',
    header: header(facts, type, at),
    event: {
      message_id: facts.messageId,
      reaction_type: { emoji_type: facts.emoji },
      ...(facts.byApp
        ? { operator_type: 'app', app_id: 'cli_other' }
        : { operator_type: 'user', user_id: { union_id: `on_${facts.person}`, open_id: facts.person } }),
      action_time: at,
    },
  };
}

/** `im.chat.access_event.bot_p2p_chat_entered_v1`, each time a person opens his chat with the bot. */
export function enteredEvent(facts: RecallFacts & { readonly person: string }): object {
  const at = String(facts.at.getTime());
  return {
    schema: '2.0',
    header: header(facts, 'im.chat.access_event.bot_p2p_chat_entered_v1', at),
    event: { chat_id: facts.chat, operator_id: { open_id: facts.person }, last_message_id: facts.messageId },
  };
}

/** `im.chat.member.bot.added_v1`. */
export function botAddedEvent(facts: RecallFacts & { readonly person: string }): object {
  const at = String(facts.at.getTime());
  return {
    schema: '2.0',
    header: header(facts, 'im.chat.member.bot.added_v1', at),
    event: {
      chat_id: facts.chat,
      operator_id: { open_id: facts.person },
      external: false,
      operator_tenant_key: facts.tenant,
      name: '办公室',
    },
  };
}

/** `application.bot.menu_v6`, which names a person and no chat. */
export function menuEvent(facts: RecallFacts & { readonly person: string; readonly choice: string }): object {
  const at = String(facts.at.getTime());
  return {
    schema: '2.0',
    header: header(facts, 'application.bot.menu_v6', at),
    event: {
      operator: { operator_name: facts.person.replace(/^ou_/, ''), operator_id: { open_id: facts.person } },
      event_key: facts.choice,
      timestamp: Math.floor(facts.at.getTime() / 1000),
    },
  };
}

export interface PressFacts {
  readonly appId: string;
  readonly tenant: string;
  readonly token: string;
  readonly eventId: string;
  readonly cardToken: string;
  readonly messageId: string;
  readonly chat: string;
  readonly operator: string;
  readonly value: unknown;
  readonly name?: string;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** `card.action.trigger`. */
export function pressEvent(facts: PressFacts): object {
  return {
    schema: '2.0',
    header: header(facts, 'card.action.trigger', `${facts.at.getTime()}000`),
    event: {
      operator: { tenant_key: facts.tenant, open_id: facts.operator, union_id: `on_${facts.operator}` },
      token: facts.cardToken,
      action: action(facts),
      host: 'im_message',
      context: { open_message_id: facts.messageId, open_chat_id: facts.chat },
    },
  };
}

/** `card.action.trigger_v1`, which has no envelope. */
export function firstPressEvent(facts: PressFacts): object {
  return {
    open_id: facts.operator,
    user_id: '',
    open_message_id: facts.messageId,
    open_chat_id: facts.chat,
    tenant_key: facts.tenant,
    token: facts.cardToken,
    action: action(facts),
  };
}

function action(facts: PressFacts): object {
  return {
    tag: 'button',
    value: facts.value,
    timezone: 'Asia/Shanghai',
    ...(facts.name ? { name: facts.name } : {}),
    ...(facts.form ? { form_value: facts.form } : {}),
  };
}

function header(
  facts: { eventId: string; token: string; tenant: string; appId: string },
  type: string,
  at: string,
): object {
  return {
    event_id: facts.eventId,
    token: facts.token,
    create_time: at,
    event_type: type,
    tenant_key: facts.tenant,
    app_id: facts.appId,
  };
}

function mention(one: MentionOf, at: number, facts: MessageFacts): object {
  return {
    key: `@_user_${at + 1}`,
    id: { union_id: `on_${one.openId}`, user_id: '', open_id: one.openId },
    mentioned_type: one.openId === facts.botOpenId ? 'bot' : 'user',
    name: one.name,
    tenant_key: facts.tenant,
  };
}
