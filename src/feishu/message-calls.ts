/** Calls about messages: sent, answered, redrawn, read, and the files and voices in them. */
import { OutsideError } from '../ports.ts';
import { type ApiLine, records } from './api-line.ts';
import { feishuBytes, feishuCall } from './call.ts';
import { toBase64 } from './crypto.ts';
import { instant, type Json, record, text } from './feishu-event.ts';

/** What is sent: `content` is a JSON text, `uuid` the name of the attempt. */
export interface Outgoing {
  readonly msgType: 'text' | 'interactive' | 'file';
  readonly content: string;
  readonly uuid: string;
}

export interface MessageCalls {
  /** Goes out when Feishu's rate limits allow it: per chat or person, and for the app as a whole. */
  send(to: { type: 'chat_id' | 'open_id'; id: string }, message: Outgoing): Promise<{ messageId: string }>;
  /** @param chat the chat of the message, whose rate it counts against */
  reply(messageId: string, message: Outgoing, chat: string): Promise<{ messageId: string }>;
  /** Redraws a card of this bot. */
  patch(messageId: string, content: string): Promise<void>;
  /** Rings the phones of these people for a message of this bot's own. */
  buzz(messageId: string, openIds: readonly string[]): Promise<void>;
  /** A file somebody attached to a message; more than `most` bytes are refused with the code `too-large`. */
  resource(messageId: string, key: string, most: number): Promise<Uint8Array>;
  /** @returns the key under which the file can be sent; at most 30 MB */
  upload(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<string>;
  /**
   * What is said in at most 60 s of speech: 16,000 samples a second, signed 16 bit, one channel.
   * @param name 16 letters and digits that name the voice
   */
  words(name: string, pcm: Uint8Array): Promise<string>;
  /** Who has read a message of this bot's own. */
  readers(messageId: string): Promise<readonly { readonly id: string; readonly at?: Date }[]>;
  /** The people in a group; bots are none. */
  members(chat: string): Promise<readonly { readonly id: string; readonly name?: string }[]>;
  /** The message as it reads now; a forwarded bundle is followed by the messages in it. */
  message(messageId: string): Promise<readonly Json[]>;
  /** A page of a chat's messages from then on, oldest first. */
  messages(chat: string, from: Date, page?: string): Promise<{ items: readonly Json[]; next?: string }>;
}

export function messageCalls(line: ApiLine): MessageCalls {
  const { reach, call, paced, withToken, allPages } = line;
  return {
    send(to, message) {
      const path = `/open-apis/im/v1/messages?receive_id_type=${to.type}`;
      return paced('create', to.id, async () =>
        shown(await call('POST', path, { receive_id: to.id, ...posted(message) })),
      );
    },
    reply(messageId, message, chat) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/reply`;
      return paced('reply', chat, async () => shown(await call('POST', path, posted(message))));
    },
    async patch(messageId, content) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`;
      await paced('patch', messageId, () => call('PATCH', path, { content }));
    },
    async buzz(messageId, openIds) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/urgent_app?user_id_type=open_id`;
      await call('PATCH', path, { user_id_list: openIds });
    },
    resource(messageId, key, most) {
      const ids = [messageId, key].map(encodeURIComponent);
      const path = `/open-apis/im/v1/messages/${ids[0]}/resources/${ids[1]}?type=file`;
      return withToken((token) => feishuBytes(reach, { method: 'GET', path, token }, most));
    },
    async upload({ name, bytes }) {
      const form = new FormData();
      form.set('file_type', uploadType(name));
      form.set('file_name', name);
      form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
      const sent = (token: string) =>
        feishuCall(reach, { method: 'POST', path: '/open-apis/im/v1/files', form, token });
      const key = text(record((await withToken(sent)).data)?.file_key);
      if (!key) throw new OutsideError('Feishu gave no key for the file', { retryable: true });
      return key;
    },
    async words(name, pcm) {
      const path = '/open-apis/speech_to_text/v1/speech/file_recognize';
      const config = { file_id: name, format: 'pcm', engine_type: '16k_auto' };
      const body = { speech: { speech: toBase64(pcm) }, config };
      const read = await paced('speech', '', () => call('POST', path, body));
      return text(record(read.data)?.recognition_text)?.trim() ?? '';
    },
    async readers(messageId) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/read_users`;
      const items = await allPages(path, { user_id_type: 'open_id', page_size: '100' });
      return items.flatMap((item) => {
        const [id, at] = [text(item.user_id), instant(item.timestamp)];
        return id ? [{ id, ...(at ? { at } : {}) }] : [];
      });
    },
    async members(chat) {
      const path = `/open-apis/im/v1/chats/${encodeURIComponent(chat)}/members`;
      const items = await allPages(path, { member_id_type: 'open_id', page_size: '100' });
      return items.flatMap((item) => {
        const [id, name] = [text(item.member_id), text(item.name)];
        return id ? [{ id, ...(name ? { name } : {}) }] : [];
      });
    },
    async message(messageId) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`;
      return records(record((await call('GET', path)).data)?.items);
    },
    async messages(chat, from, page) {
      const asked = new URLSearchParams({
        container_id_type: 'chat',
        container_id: chat,
        start_time: String(Math.floor(from.getTime() / 1000)),
        sort_type: 'ByCreateTimeAsc',
        page_size: '50',
        ...(page ? { page_token: page } : {}),
      });
      const read = record((await call('GET', `/open-apis/im/v1/messages?${asked}`)).data);
      const next = read?.has_more === true ? text(read.page_token) : undefined;
      return { items: records(read?.items), ...(next ? { next } : {}) };
    },
  };
}

/** What Feishu shows of a file by its kind; everything it does not know is a stream of bytes. */
function uploadType(name: string): string {
  const end = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = { pdf: 'pdf', doc: 'doc', docx: 'doc', xls: 'xls', xlsx: 'xls' };
  return types[end] ?? 'stream';
}

function posted(message: Outgoing): Json {
  return { msg_type: message.msgType, content: message.content, uuid: message.uuid };
}

function shown(answer: Json): { messageId: string } {
  const messageId = text(record(answer.data)?.message_id);
  if (!messageId) throw new OutsideError('Feishu answered without a message id', { retryable: true });
  return { messageId };
}
