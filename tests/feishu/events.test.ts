/** What the bot takes in, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { incomingOf, selfNeed } from '../../src/feishu/events.ts';
import { feishuEvent, instant } from '../../src/feishu/feishu-event.ts';
import type { Incoming } from '../../src/ports.ts';
import { feishuBody } from './feishu-body.ts';

const self = { appId: 'cli_a1b2c3d4e5f60718', openId: 'ou_bot' };

function incoming(name: string, by: { appId: string; openId: string | undefined } = self): Incoming | null {
  return incomingOf(feishuEvent(feishuBody(name))!, by);
}

describe('messages', () => {
  it('of one person to the bot come in', () => {
    expect(incoming('message-p2p')).toEqual({
      type: 'message',
      key: 'feishu:cli_a1b2c3d4e5f60718:om_5ce6d572455d361153b7cb51da133945',
      aliases: ['feishu:cli_a1b2c3d4e5f60718:event:5e3702a84e847582be8db7fb73283c02'],
      messageId: 'om_5ce6d572455d361153b7cb51da133945',
      chat: 'oc_5ce6d572455d361153b7xx51da133945',
      chatType: 'p2p',
      sender: { id: 'ou_84aad35d084aa403a838cf73ee18467', tenant: '2df73991750' },
      text: '今天督查城东小学食堂，发现3个问题',
      at: new Date(1772586600123),
    });
  });

  it('in a group come in when this bot is mentioned, its own mention taken out', () => {
    expect(incoming('message-group-ten-mentions')).toMatchObject({
      chatType: 'group',
      text: '请@王强 和@李梅 报一下信息',
      replyTo: 'om_parent',
    });
  });

  it('that mention another bot, or everybody, are not for this one', () => {
    expect(incoming('message-group-ten-mentions', { ...self, openId: 'ou_other_bot' })).toBeNull();
    expect(incoming('message-group-everybody')).toBeNull();
  });

  it('cannot be judged in a group as long as the bot does not know itself', () => {
    const unknown = { ...self, openId: undefined };
    expect(incoming('message-group-ten-mentions', unknown)).toBeNull();
    expect(selfNeed(feishuEvent(feishuBody('message-group-ten-mentions'))!)).toBe('needed');
    expect(selfNeed(feishuEvent(feishuBody('message-group-everybody'))!)).toBe('none');
    expect(selfNeed(feishuEvent(feishuBody('message-post'))!)).toBe('helpful');
  });

  it('of two bots in one message have two keys', () => {
    const one = incoming('message-group-ten-mentions');
    const other = incoming('message-group-ten-mentions', { ...self, appId: 'cli_other' });
    expect(one?.key).not.toBe(other?.key);
  });

  it('rich in form are read as text', () => {
    expect(incoming('message-post')).toMatchObject({ text: '本周信息\n发文3件\n@李梅负责\n\n政办发〔2026〕12号' });
  });

  it('of bots are left alone', () => {
    expect(incoming('message-from-bot')).toBeNull();
  });

  it.each<{ type: string; kind: string; attachment?: object }>([
    { type: 'image', kind: 'image', attachment: { key: 'img_x' } },
    { type: 'file', kind: 'file', attachment: { key: 'f_x', name: '情况.docx', seconds: 3 } },
    { type: 'audio', kind: 'audio', attachment: { key: 'f_x', name: '情况.docx', seconds: 3 } },
    { type: 'media', kind: 'video', attachment: { key: 'f_x', name: '情况.docx', seconds: 3 } },
    { type: 'folder', kind: 'folder' },
    { type: 'sticker', kind: 'sticker' },
    { type: 'location', kind: 'location' },
    { type: 'share_chat', kind: 'contact' },
    { type: 'share_user', kind: 'contact' },
    { type: 'merge_forward', kind: 'forward' },
    { type: 'interactive', kind: 'other' },
    { type: 'todo', kind: 'other' },
    { type: 'vote', kind: 'other' },
  ])(
    'without words ($type) come in as what they are, with what can be fetched of them',
    ({ type, kind, attachment }) => {
      const content =
        type === 'image'
          ? { image_key: 'img_x' }
          : { file_key: 'f_x', file_name: '情况.docx', title: '标题', duration: 2100 };
      const come = sent(type, content);
      expect(come).toMatchObject({ type: 'message', kind, text: '' });
      expect(come && 'attachment' in come ? come.attachment : undefined).toEqual(attachment);
      expect(JSON.stringify(come)).not.toMatch(/标题/);
    },
  );

  it('of the platform itself are left alone', () => {
    expect(sent('system', { template: '{from_user} invited {to_chatters}' })).toBeNull();
  });

  it('in a group without words count only where the bot is mentioned', () => {
    expect(sent('image', {}, { chat_type: 'group' })).toBeNull();
  });

  it('rich in form with a picture alone are pictures', () => {
    const post = { title: '', content: [[{ tag: 'img', image_key: 'img_x' }]] };
    expect(sent('post', post)).toMatchObject({ kind: 'image', text: '' });
  });

  it('of schema 1.0 come in', () => {
    expect(incoming('message-first-schema')).toMatchObject({
      key: 'feishu:cli_a1b2c3d4e5f60718:om_36686ee62209da697d8775375d0c8e88',
      chatType: 'group',
      text: '今年办结多少',
      at: new Date(1772586600370),
    });
  });

  it.each([
    ['@_user_1 @_user_10', [['@_user_1', 'ou_bot']], '@_user_10'],
    [
      '@_user_10 @_user_1',
      [
        ['@_user_1', 'ou_a'],
        ['@_user_10', 'ou_bot'],
      ],
      '@ou_a',
    ],
    ['@_user_1@_user_1 报', [['@_user_1', 'ou_bot']], '报'],
    [
      '@_user_1 说 @_user_2',
      [
        ['@_user_1', 'ou_bot'],
        ['@_user_2', '@_user_1'],
      ],
      '说 @@_user_1',
    ],
    ['@_all @_user_1 开会', [['@_user_1', 'ou_bot']], '开会'],
  ])('%s', (text, mentions, expected) => {
    expect(said(text, mentions as [string, string][])).toMatchObject({ text: expected });
  });
});

describe('presses', () => {
  it('come in with the intent, the form by the names of its inputs, and days as days', () => {
    expect(incoming('card-action')).toEqual({
      type: 'press',
      key: 'feishu:cli_a1b2c3d4e5f60718:press:5e3702a84e847582be8db7fb73283c02',
      aliases: ['feishu:cli_a1b2c3d4e5f60718:press:c-295ee57216a5dc9de90fefd0aadb4b1d7d'],
      messageId: 'om_574d639e4a44e4dd646eaf628e2',
      chat: 'oc_e4d2605ca917e695f54f11aaf56',
      sender: { id: 'ou_84aad35d084aa403a838cf73ee18467', tenant: '2df73991750' },
      intent: { do: 'edit', no: '督-2026-019' },
      form: { title: '食堂督查', on: '2026-03-04', unit: '城东街道' },
      at: new Date(1772586600000),
    });
  });

  it('of the older kind come in, the value as a text too', () => {
    const event = { ...feishuEvent(feishuBody('card-action-first'))!, createdAt: new Date(0) };
    expect(incomingOf(event, self)).toMatchObject({
      key: 'feishu:cli_a1b2c3d4e5f60718:press:c-295ee57216a5dc9de90fefd0aadb4b1d7d',
      intent: { do: 'undo' },
      sender: { id: 'ou_84aad35d084aa403a838cf73ee18467' },
    });
  });
});

describe('a recall', () => {
  it('comes in under the id of its message, without saying by whom', () => {
    expect(incoming('message-recalled')).toEqual({
      type: 'recall',
      key: 'feishu:cli_a1b2c3d4e5f60718:recall:om_x',
      aliases: ['feishu:cli_a1b2c3d4e5f60718:event:5e3702a84e847582be8db7fb73283c02'],
      messageId: 'om_x',
      chat: 'oc_x',
      at: new Date(1772586660000),
    });
  });
});

describe('an opened chat', () => {
  it.each([
    ['chat-entered', { chat: 'oc_x', chatType: 'p2p', sender: { id: 'ou_li', tenant: '2df73991750' } }],
    ['chat-created', { chat: 'oc_x', chatType: 'p2p', sender: { id: 'ou_li', name: '李梅', tenant: '2df73991750' } }],
    ['bot-added', { chat: 'oc_group', chatType: 'group', sender: { id: 'ou_li', tenant: '2df73991750' } }],
  ])('%s', (name, expected) => {
    expect(incoming(name)).toMatchObject({ type: 'opening', ...expected });
  });
});

describe('the menu', () => {
  it.each(['help', 'digest', 'undo'])('gives the intent %s', (choice) => {
    expect(chosen(choice)).toMatchObject({
      type: 'message',
      key: 'feishu:cli_a1b2c3d4e5f60718:event:5e3702a84e847582be8db7fb73283c02',
      sender: { id: 'ou_li', name: '李梅' },
      intent: { do: choice },
      at: new Date(1772586600000),
    });
  });

  it('gives no other intent, whatever it is called', () => {
    expect(chosen('withdraw')).toBeNull();
  });
});

describe('everything else', () => {
  it('is left alone', () => {
    expect(incomingOf({ ...feishuEvent(feishuBody('bot-menu'))!, type: 'im.chat.updated_v1' }, self)).toBeNull();
  });

  it('with a body that is not as it should be does no harm', () => {
    for (const body of [{}, { message: 7 }, { message: { content: '{' } }, { sender: [], message: {} }]) {
      const event = feishuEvent({ ...feishuBody('message-p2p'), event: body })!;
      expect(incomingOf(event, self)).toBeNull();
      expect(incomingOf({ ...event, type: 'card.action.trigger' }, self)).toBeNull();
      for (const type of ['message', 'im.message.recalled_v1', 'p2p_chat_create', 'application.bot.menu_v6']) {
        expect(incomingOf({ ...event, type }, self)).toBeNull();
      }
    }
  });
});

describe('instant', () => {
  it.each([
    ['1772586600', 1772586600000],
    ['1772586600.370087', 1772586600370],
    ['1772586600123', 1772586600123],
    ['1772586600123456', 1772586600123],
    [1772586600123, 1772586600123],
  ])('%s', (written, ms) => {
    expect(instant(written)?.getTime()).toBe(ms);
  });

  it.each(['', 'now', '12', null])('%s is none', (written) => {
    expect(instant(written)).toBeUndefined();
  });
});

/** A message of this type to the bot alone. */
function sent(type: string, content: object, more: object = {}): Incoming | null {
  const body = feishuBody('message-image') as { event: { message: Record<string, unknown> } };
  Object.assign(body.event.message, { message_type: type, content: JSON.stringify(content), ...more });
  return incomingOf(feishuEvent(body as unknown as Record<string, unknown>)!, self);
}

function chosen(choice: string): Incoming | null {
  const body = feishuBody('bot-menu') as { event: Record<string, unknown> };
  body.event.event_key = choice;
  return incomingOf(feishuEvent(body as unknown as Record<string, unknown>)!, self);
}

/** A message to a group with the bot among the mentions; names are the ids. */
function said(text: string, mentions: readonly [string, string][]): Incoming | null {
  const body = feishuBody('message-group-ten-mentions') as { event: { message: Record<string, unknown> } };
  body.event.message.content = JSON.stringify({ text });
  body.event.message.mentions = mentions.map(([key, openId]) => ({ key, id: { open_id: openId }, name: openId }));
  return incomingOf(feishuEvent(body as unknown as Record<string, unknown>)!, self);
}
