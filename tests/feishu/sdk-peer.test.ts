/** Feishu's own SDK talks to the fake and to the bot's encryption as a second opinion on both. */
import { AESCipher, Client, DefaultCache, EventDispatcher } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feishuCard } from '../../src/card/feishu-card.ts';
import { decrypt, encrypt } from '../../src/feishu/crypto.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { webhookRequest } from '../support/feishu/webhook-request.ts';
import { feishuBody } from './feishu-body.ts';

let fake: FakeFeishu;
let client: Client;
beforeEach(async () => {
  fake = await createFakeFeishu();
  // The default cache is shared by all clients of a process, so a token would outlive its fake.
  client = new Client({
    appId: fake.appId,
    appSecret: fake.appSecret,
    domain: fake.url,
    logger,
    cache: new DefaultCache(),
  });
});
afterEach(() => fake.close());

const quiet = () => undefined;
const logger = { error: quiet, warn: quiet, info: quiet, debug: quiet, trace: quiet };

const card = (title: string) =>
  JSON.stringify(feishuCard({ lang: 'zh', title, tone: 'plain', blocks: [{ type: 'text', text: '共**3**件' }] }));

describe('the SDK', () => {
  it('sends, answers and redraws through the fake', async () => {
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: 'oc_1', msg_type: 'text', content: JSON.stringify({ text: '你好' }), uuid: 'u1' },
    });
    const answered = await client.im.v1.message.reply({
      path: { message_id: sent.data?.message_id ?? '' },
      data: { msg_type: 'interactive', content: card('第一版') },
    });
    const messageId = answered.data?.message_id ?? '';
    expect(
      await client.im.v1.message.patch({ path: { message_id: messageId }, data: { content: card('第二版') } }),
    ).toMatchObject({ code: 0 });
    expect(fake.transcript('oc_1')).toBe('台账助手> 你好\n台账助手> 第二版\n共3件');
    const got = await client.im.v1.message.get({ path: { message_id: messageId } });
    expect(got.data?.items?.[0]).toMatchObject({ parent_id: sent.data?.message_id, updated: true });
  });

  it('gets a refused card as the error it knows', async () => {
    const sent = client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: {
        receive_id: 'oc_1',
        msg_type: 'interactive',
        content: '{"schema":"2.0","body":{"elements":[{"tag":"note"}]}}',
      },
    });
    await expect(sent).rejects.toMatchObject({ response: { status: 400, data: { code: 230099 } } });
  });

  it('encrypts and decrypts as the bot does', async () => {
    const text = '督查「城东小学」食堂，发现3个问题😀'.repeat(7);
    expect(new AESCipher('key').decrypt(await encrypt('key', text))).toBe(text);
    const event = webhookRequest(
      { encryptKey: 'key', verificationToken: 't' },
      { payload: { text }, form: 'encrypted', at: new Date(0) },
    );
    expect(JSON.parse(await decrypt('key', JSON.parse(event.body).encrypt))).toEqual({ text });
  });

  it('takes the events the fake sends', async () => {
    const texts: string[] = [];
    const dispatcher = new EventDispatcher({ encryptKey: 'key', logger }).register({
      'im.message.receive_v1': (data) => {
        texts.push(JSON.parse(data.message.content).text);
      },
    });
    const { headers, body } = webhookRequest(
      { encryptKey: 'key', verificationToken: 'verification-token' },
      { payload: feishuBody('message-p2p'), form: 'encrypted', at: new Date(1772586600000) },
    );
    // The SDK looks for the headers on the prototype of what it is given.
    await dispatcher.invoke(Object.assign(Object.create({ headers }), JSON.parse(body)));
    expect(texts).toEqual(['今天督查城东小学食堂，发现3个问题']);
  });
});
