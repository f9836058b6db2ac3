/** The fake app as its developer console shows it: scopes, subscriptions, the bot's state; each can be put wrong. */
export interface FakeApp {
  /** 2 is enabled; 1 not yet activated. */
  activateStatus: number;
  /** Granted scopes. */
  scopes: Set<string>;
  events: Set<string>;
  callbacks: Set<string>;
  subscription: 'webhook' | 'websocket';
  requestUrl: string;
  /** How far its clock is ahead of the true one. */
  clockAheadMs: number;
}

export function fakeApp(): FakeApp {
  return {
    activateStatus: 2,
    scopes: new Set([
      'im:message.p2p_msg:readonly',
      'im:message.group_at_msg:readonly',
      'im:message:send_as_bot',
      'im:message:readonly',
      'im:message.group_msg',
      'im:message.reactions:read',
      'im:resource',
      'speech_to_text:speech',
      'contact:contact.base:readonly',
      'contact:user.basic_profile:readonly',
      'application:application:self_manage',
    ]),
    events: new Set([
      'im.message.receive_v1',
      'im.message.recalled_v1',
      'im.message.reaction.created_v1',
      'im.message.reaction.deleted_v1',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      'im.chat.member.bot.added_v1',
      'application.bot.menu_v6',
    ]),
    callbacks: new Set(['card.action.trigger']),
    subscription: 'webhook',
    requestUrl: '',
    clockAheadMs: 0,
  };
}
