/** Call by call, Feishu's own SDK asks the fake for the same as the bot's client does, in the same words, and reads the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, DefaultCache } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feishuCard } from '../../src/card/feishu-card.ts';
import type { FeishuApi } from '../../src/feishu/api.ts';
import { toBase64 } from '../../src/feishu/crypto.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { apiOf } from './bench.ts';

let fake: FakeFeishu;
let api: FeishuApi;
let client: Client;
beforeEach(async () => {
  fake = await createFakeFeishu();
  api = apiOf(fake);
  const [appId, appSecret] = [fake.appId, fake.appSecret];
  client = new Client({ appId, appSecret, domain: fake.url, logger, cache: new DefaultCache() });
  fake.more.people.set('ou_li', { name: '李梅', departments: ['od_1'] });
  fake.more.departments.set('od_top', '办公室').set('od_1', '督查科');
  fake.more.above.set('od_1', 'od_top');
  fake.more.visible.departments.push('od_top');
  fake.more.members.set('oc_group', ['ou_li']);
  fake.app.scopes.add('im:chat.members:read');
});
afterEach(() => fake.close());

const quiet = () => undefined;
const logger = { error: quiet, warn: quiet, info: quiet, debug: quiet, trace: quiet };
const card = JSON.stringify(
  feishuCard({ lang: 'zh', title: '收据', tone: 'good', blocks: [{ type: 'text', text: '已记' }] }),
);
const text = JSON.stringify({ text: '你好' });
/** A second of a tone, so that it is no silence. */
const pcm = new Uint8Array(
  new Int16Array(Array.from({ length: 16_000 }, (_, at) => 8000 * Math.sin((2 * Math.PI * 440 * at) / 16_000))).buffer,
);

/** What was asked, without the token; what follows the `?` in the order of the alphabet, as it does not matter. */
function lastCall(name: string): object {
  const call = fake.calls.filter((one) => one.name === name).at(-1);
  if (!call) throw new Error(`nobody called ${name}`);
  const query = [...new URLSearchParams(call.query)].map(([key, value]) => `${key}=${value}`).sort();
  return { method: call.method, path: call.path, query, body: call.body };
}

/** A message of the bot's own. */
const ours = async () =>
  (await api.send({ type: 'chat_id', id: 'oc_1' }, { msgType: 'interactive', content: card, uuid: 'own' })).messageId;
const theirs = () => fake.say({ chat: 'oc_1', sender: 'ou_li', text: '今天收文3件' }).messageId;

interface Pair {
  /** The fake's name for the call. */
  readonly call: string;
  /** Prepares what both are about. */
  readonly about?: () => string | Promise<string>;
  readonly bot: (id: string) => Promise<unknown>;
  readonly sdk: (id: string) => Promise<unknown>;
}

const pairs: Readonly<Record<string, Pair>> = {
  'a message to a person': {
    call: 'create',
    bot: () => api.send({ type: 'open_id', id: 'ou_li' }, { msgType: 'text', content: text, uuid: 'u1' }),
    sdk: () =>
      client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: 'ou_li', msg_type: 'text', content: text, uuid: 'u1' },
      }),
  },
  'an answer': {
    call: 'reply',
    about: theirs,
    bot: (id) => api.reply(id, { msgType: 'interactive', content: card, uuid: 'u2' }, 'oc_1'),
    sdk: (message_id) =>
      client.im.v1.message.reply({
        path: { message_id },
        data: { msg_type: 'interactive', content: card, uuid: 'u2' },
      }),
  },
  'a card drawn anew': {
    call: 'patch',
    about: ours,
    bot: (id) => api.patch(id, card),
    sdk: (message_id) => client.im.v1.message.patch({ path: { message_id }, data: { content: card } }),
  },
  'a message looked up': {
    call: 'get',
    about: theirs,
    bot: (id) => api.message(id),
    sdk: async (message_id) => (await client.im.v1.message.get({ path: { message_id } })).data?.items,
  },
  'a page of a chat': {
    call: 'list',
    about: theirs,
    bot: async () => (await api.messages('oc_1', new Date(0))).items,
    sdk: async () =>
      (
        await client.im.v1.message.list({
          params: {
            ...{ container_id_type: 'chat', container_id: 'oc_1', start_time: '0' },
            ...{ sort_type: 'ByCreateTimeAsc', page_size: 50 },
          },
        })
      ).data?.items,
  },
  'a file somebody sent': {
    call: 'resource',
    about: () => {
      fake.more.attach('om_1', 'file_1', 'abc');
      return 'om_1';
    },
    bot: async (id) => Buffer.from(await api.resource(id, 'file_1', 100)).toString(),
    sdk: async (message_id) => {
      const given = await client.im.v1.messageResource.get({
        params: { type: 'file' },
        path: { message_id, file_key: 'file_1' },
      });
      const parts: Buffer[] = [];
      for await (const part of given.getReadableStream()) parts.push(part as Buffer);
      return Buffer.concat(parts).toString();
    },
  },
  'a phone rung': {
    call: 'urgent',
    about: ours,
    bot: (id) => api.buzz(id, ['ou_li']),
    sdk: async (message_id) => {
      const params = { user_id_type: 'open_id' as const };
      await client.im.v1.message.urgentApp({ path: { message_id }, params, data: { user_id_list: ['ou_li'] } });
    },
  },
  'who has read it': {
    call: 'readers',
    about: async () => {
      const id = await ours();
      fake.more.readers.set(id, ['ou_li']);
      return id;
    },
    bot: async (id) => (await api.readers(id)).map((one) => one.id),
    sdk: async (message_id) => {
      const params = { user_id_type: 'open_id' as const, page_size: 100 };
      const read = await client.im.v1.message.readUsers({ path: { message_id }, params });
      return read.data?.items?.map((one) => one.user_id);
    },
  },
  'who is in a group': {
    call: 'members',
    bot: async () => (await api.members('oc_group')).map((one) => one.id),
    sdk: async () => {
      const params = { member_id_type: 'open_id' as const, page_size: 100 };
      const read = await client.im.v1.chatMembers.get({ path: { chat_id: 'oc_group' }, params });
      return read.data?.items?.map((one) => one.member_id);
    },
  },
  'what was said': {
    call: 'speech',
    about: () => {
      fake.more.speech.says = '今天收文12件';
      return '';
    },
    bot: () => api.words('0123456789abcdef', pcm),
    sdk: async () => {
      const config = { file_id: '0123456789abcdef', format: 'pcm', engine_type: '16k_auto' };
      const data = { speech: { speech: toBase64(pcm) }, config };
      return (await client.speech_to_text.v1.speech.fileRecognize({ data })).data?.recognition_text;
    },
  },
  'names of people': {
    call: 'names',
    bot: async () => [...(await api.names(['ou_li'])).entries()],
    sdk: async () => {
      const asked = { params: { user_id_type: 'open_id' as const }, data: { user_ids: ['ou_li'] } };
      const read = await client.contact.v3.user.basicBatch(asked);
      return read.data?.users?.map((one) => [one.user_id, one.name]);
    },
  },
  'departments of people': {
    call: 'users',
    bot: async () => [...(await api.departmentsOf(['ou_li'])).entries()],
    sdk: async () => {
      const types = { user_id_type: 'open_id' as const, department_id_type: 'open_department_id' as const };
      const read = await client.contact.v3.user.batch({ params: { user_ids: ['ou_li'], ...types } });
      return read.data?.items?.map((one) => [one.open_id, one.department_ids]);
    },
  },
  'the name of a department': {
    call: 'department',
    bot: () => api.departmentName('od_1'),
    sdk: async () => {
      const params = { department_id_type: 'open_department_id' as const };
      const read = await client.contact.v3.department.get({ path: { department_id: 'od_1' }, params });
      return read.data?.department?.name;
    },
  },
  'whom the app may see': {
    call: 'visible',
    bot: () => api.visible(),
    sdk: async () => {
      const types = { user_id_type: 'open_id' as const, department_id_type: 'open_department_id' as const };
      const read = await client.contact.v3.scope.list({ params: { ...types, page_size: 100 } });
      return { departments: read.data?.department_ids, people: read.data?.user_ids };
    },
  },
  'the departments below one': {
    call: 'children',
    bot: () => api.departmentsUnder('od_top'),
    sdk: async () => {
      const params = { department_id_type: 'open_department_id' as const, fetch_child: true, page_size: 50 };
      const read = await client.contact.v3.department.children({ path: { department_id: 'od_top' }, params });
      return read.data?.items?.map((one) => ({ id: one.open_department_id, name: one.name }));
    },
  },
  'the people of a department': {
    call: 'belonging',
    bot: () => api.peopleIn('od_1'),
    sdk: async () => {
      const types = { user_id_type: 'open_id' as const, department_id_type: 'open_department_id' as const };
      const read = await client.contact.v3.user.findByDepartment({
        params: { ...types, department_id: 'od_1', page_size: 50 },
      });
      return read.data?.items?.map((one) => ({ id: one.open_id, name: one.name }));
    },
  },
  'the scopes granted': {
    call: 'scopes',
    bot: () => api.scopes(),
    sdk: async () => {
      const read = await client.application.v6.scope.list();
      return read.data?.scopes?.filter((one) => one.grant_status === 1).map((one) => one.scope_name);
    },
  },
  'the app as it is published': {
    call: 'app',
    bot: async () => (await api.app(fake.appId)).published,
    sdk: async () => {
      const params = { lang: 'zh_cn' as const };
      const read = await client.application.v6.application.get({ path: { app_id: fake.appId }, params });
      return read.data?.app?.online_version_id !== undefined;
    },
  },
  'the events of its version': {
    call: 'version',
    bot: async () => (await api.app(fake.appId)).events,
    sdk: async () => {
      const path = { app_id: fake.appId, version_id: 'oav_1' };
      const read = await client.application.v6.applicationAppVersion.get({ path, params: { lang: 'zh_cn' } });
      return read.data?.app_version?.event_infos?.map((one) => one.event_type);
    },
  },
  'who the bot is': {
    call: 'bot',
    bot: async () => (await api.botInfo()).openId,
    sdk: async () => {
      const read = await client.request<{ bot: { open_id: string } }>({ method: 'GET', url: '/open-apis/bot/v3/info' });
      return read.bot.open_id;
    },
  },
};

/** What comes back in another wrapping is compared by what it names. */
function named(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const { messageId, data } = given as { messageId?: string; data?: { message_id?: string } };
  if (messageId !== undefined) return messageId;
  return data === undefined || Array.isArray(given) ? given : data.message_id;
}

describe('the SDK and the bot ask in the same words', () => {
  it.each(Object.keys(pairs))('%s', async (name) => {
    const { call, about, bot, sdk } = pairs[name]!;
    const id = about ? await about() : '';
    const heard = named(await bot(id));
    const asked = lastCall(call);
    const before = fake.calls.length;
    const theirs = named(await sdk(id));
    expect(fake.calls.length).toBeGreaterThan(before);
    expect(lastCall(call)).toEqual(asked);
    expect(theirs).toEqual(heard);
  });

  it('a file goes up under the same name and kind, with the same bytes', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'feishu', 'voice.ogg'));
    await api.upload({ name: '督查次数.xlsx', bytes });
    await client.im.v1.file.create({ data: { file_type: 'xls', file_name: '督查次数.xlsx', file: bytes } });
    const [ours, theirs] = fake.more.uploaded;
    expect({ ...theirs, key: '' }).toEqual({ ...ours, key: '' });
    const [first, second] = [...fake.more.files.values()];
    expect(Buffer.from(first!).equals(bytes)).toBe(true);
    expect(Buffer.from(second!).equals(bytes)).toBe(true);
  });

  it('both are refused alike where the scope is missing', async () => {
    fake.app.scopes.delete('speech_to_text:speech');
    const { bot, sdk } = pairs['what was said']!;
    await expect(bot('')).rejects.toMatchObject({ code: 99991672 });
    await expect(sdk('')).rejects.toMatchObject({ response: { data: { code: 99991672 } } });
  });
});
