/** The tables of the Feishu set-up guide: scopes and events with their reasons, calls, and where each is tested. */
import { eventNeeds, scopeNeeds } from '../src/feishu/app-needs.ts';
import type { Lang, Text } from '../src/reply.ts';

/** Which test plays each event through the real door; the older forms come beside the newer ones. */
export const eventTests: Readonly<Record<string, string>> = {
  'im.message.receive_v1': 'tests/dialogues.test.ts',
  message: 'tests/feishu/routes.test.ts',
  'card.action.trigger': 'tests/dialogues.test.ts',
  'card.action.trigger_v1': 'tests/feishu/door.test.ts',
  'im.message.recalled_v1': 'tests/feishu/whole.test.ts',
  'im.message.reaction.created_v1': 'tests/dialogues.test.ts',
  'im.message.reaction.deleted_v1': 'tests/dialogues.test.ts',
  'im.chat.access_event.bot_p2p_chat_entered_v1': 'tests/dialogues.test.ts',
  p2p_chat_create: 'tests/feishu/whole.test.ts',
  'im.chat.member.bot.added_v1': 'tests/dialogues.test.ts',
  'application.bot.menu_v6': 'tests/dialogues.test.ts',
};

const older: Readonly<Record<string, Text>> = {
  message: { zh: '旧版消息事件，不用另订', en: 'messages of schema 1.0; not to be subscribed to' },
  'card.action.trigger_v1': { zh: '旧版卡片回调，不用另订', en: 'the older card callback; not to be subscribed to' },
  p2p_chat_create: { zh: '旧版的打开会话，不用另订', en: 'an opened chat of schema 1.0; not to be subscribed to' },
};

export interface CallRow {
  readonly call: string;
  readonly why: Text;
  readonly tested: string;
}

/** Every call of the Open Platform the program makes. */
export const calls: readonly CallRow[] = [
  {
    call: 'POST /open-apis/auth/v3/tenant_access_token/internal',
    why: { zh: '取访问凭证', en: 'the tenant token' },
    tested: 'tests/feishu/api.test.ts',
  },
  {
    call: 'GET /open-apis/bot/v3/info',
    why: { zh: '自己是谁（认 @）；对时', en: 'who the bot is (for @); the time there' },
    tested: 'tests/feishu/routes.test.ts',
  },
  {
    call: 'POST /open-apis/im/v1/messages',
    why: { zh: '发简报和通知', en: 'digests and notices' },
    tested: 'tests/feishu/messenger.test.ts',
  },
  {
    call: 'POST /open-apis/im/v1/messages/:id/reply',
    why: { zh: '回执和答复', en: 'receipts and answers' },
    tested: 'tests/dialogues.test.ts',
  },
  {
    call: 'PATCH /open-apis/im/v1/messages/:id',
    why: { zh: '原地改卡片', en: 'redraws a card in place' },
    tested: 'tests/feishu/messenger.test.ts',
  },
  {
    call: 'GET /open-apis/im/v1/messages/:id',
    why: { zh: '读贴了图钉的消息和合并转发', en: 'a marked message, a forwarded bundle' },
    tested: 'tests/dialogues.test.ts',
  },
  {
    call: 'GET /open-apis/im/v1/messages',
    why: { zh: '补读停机时的消息', en: 'reads back what was missed' },
    tested: 'tests/feishu/redelivery.test.ts',
  },
  {
    call: 'GET /open-apis/im/v1/messages/:id/resources/:id',
    why: { zh: '取同事发来的文件和语音', en: 'files and voices people sent' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'POST /open-apis/speech_to_text/v1/speech/file_recognize',
    why: { zh: '语音转成文字', en: 'the words of a voice' },
    tested: 'tests/feishu/voice.test.ts',
  },
  {
    call: 'POST /open-apis/im/v1/files',
    why: { zh: '导出的表格', en: 'exported tables' },
    tested: 'tests/feishu/export.test.ts',
  },
  {
    call: 'GET /open-apis/im/v1/messages/:id/read_users',
    why: { zh: '催办和简报谁看了', en: 'who has read a 催办 or a digest' },
    tested: 'tests/feishu/readers.test.ts',
  },
  {
    call: 'GET /open-apis/im/v1/chats/:id/members',
    why: { zh: '群里谁还没看', en: 'who in a group has not' },
    tested: 'tests/feishu/readers.test.ts',
  },
  {
    call: 'PATCH /open-apis/im/v1/messages/:id/urgent_app',
    why: { zh: '应用内加急', en: 'rings phones' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'GET /open-apis/contact/v3/scopes',
    why: { zh: 'people sync：应用能看到谁', en: 'people sync: whom the app may see' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'GET /open-apis/contact/v3/departments/:id/children',
    why: { zh: 'people sync：下级部门', en: 'people sync: departments under one' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'GET /open-apis/contact/v3/users/find_by_department',
    why: { zh: 'people sync：部门里的同事', en: 'people sync: who belongs to a department' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'POST /open-apis/contact/v3/users/basic_batch',
    why: { zh: '同事姓名', en: 'names of colleagues' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'GET /open-apis/contact/v3/users/batch',
    why: { zh: '同事所在科室', en: 'sections of colleagues' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'GET /open-apis/contact/v3/departments/:id',
    why: { zh: '科室名称', en: 'names of sections' },
    tested: 'tests/feishu/more.test.ts',
  },
  {
    call: 'GET /open-apis/application/v6/scopes',
    why: { zh: 'doctor：已开通的权限', en: 'doctor: granted scopes' },
    tested: 'tests/commands/doctor.test.ts',
  },
  {
    call: 'GET /open-apis/application/v6/applications/:id',
    why: { zh: 'doctor：订阅方式和回调', en: 'doctor: mode and callbacks' },
    tested: 'tests/commands/doctor.test.ts',
  },
  {
    call: 'GET /open-apis/application/v6/applications/:id/app_versions/:id',
    why: { zh: 'doctor：已发布版本订阅的事件', en: 'doctor: events of the published version' },
    tested: 'tests/commands/doctor.test.ts',
  },
  {
    call: 'POST /callback/ws/endpoint',
    why: { zh: '长连接；doctor 只问不占', en: 'the long connection; doctor asks and takes none' },
    tested: 'tests/feishu/long-connection.test.ts',
  },
];

export function scopesTable(lang: Lang): string {
  const zh = lang === 'zh';
  const rows = scopeNeeds.map(({ anyOf: [scope], required, why }) => {
    const need = required ? (zh ? '必需' : 'needed') : zh ? '可选' : 'optional';
    return `| \`${scope}\` | ${need} | ${why[lang]} |`;
  });
  return [zh ? '| 权限 | | 为什么 |' : '| scope | | why |', '| --- | --- | --- |', ...rows].join('\n');
}

export function eventsTable(lang: Lang): string {
  const zh = lang === 'zh';
  const rows = Object.entries(eventTests).map(([type, test]) => {
    const need = eventNeeds.find((one) => one.type === type);
    const where = need
      ? need.as === 'event'
        ? zh
          ? '事件'
          : 'event'
        : zh
          ? '回调'
          : 'callback'
      : zh
        ? '旧版'
        : 'older';
    return `| \`${type}\` | ${where} | ${(need?.why ?? older[type] ?? { zh: '', en: '' })[lang]} | \`${test}\` |`;
  });
  const head = zh ? '| 事件或回调 | | 为什么 | 测试 |' : '| event or callback | | why | tested in |';
  return [head, '| --- | --- | --- | --- |', ...rows].join('\n');
}

export function callsTable(lang: Lang): string {
  const zh = lang === 'zh';
  const rows = calls.map(({ call, why, tested }) => `| \`${call}\` | ${why[lang]} | \`${tested}\` |`);
  return [zh ? '| 接口 | 为什么 | 测试 |' : '| call | why | tested in |', '| --- | --- | --- |', ...rows].join('\n');
}
