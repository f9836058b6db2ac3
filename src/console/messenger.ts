/** Messenger over the chat page: what is sent is shown to everybody who has the page open. */
import type { Address, Clock, Messenger, Sent } from '../ports.ts';
import type { Reply } from '../reply.ts';
import { partsOf, shownMessages, shownUpdate } from './shown.ts';
import type { ConsoleStream } from './stream.ts';

/** Ids of messages on the page begin so; nobody else's do. */
export const consolePrefix = 'console-';

/** Whether the message was said or shown on the page. */
export function isOnConsole(messageId: string): boolean {
  return messageId.startsWith(consolePrefix);
}

export interface MessengerNeeds {
  readonly stream: ConsoleStream;
  readonly clock: Clock;
  /** The chat of each card shown or pressed, so that an update reaches those who may see it. */
  readonly places: Map<string, string>;
}

export function createConsoleMessenger({ stream, clock, places }: MessengerNeeds): Messenger {
  async function send(address: Address, reply: Reply, key: string): Promise<Sent> {
    const messageId = messageIdOf(key);
    const chat = chatOf(address);
    const kept = {
      chat,
      messageId,
      reply,
      at: clock.now().toISOString(),
      ...(address.to === 'message' ? { replyTo: address.messageId } : {}),
    };
    const messages = shownMessages(kept);
    for (const message of messages) places.set(message.messageId, chat);
    for (const message of messages) stream.publish(message);
    const parts = partsOf(messageId, reply);
    return { messageId, ...(parts.length > 1 ? { parts } : {}) };
  }

  return {
    send,
    async sendFile(address, { name }, key) {
      // What is fetched is drawn anew: the link needs no bytes.
      return send(
        address,
        { lang: 'zh', tone: 'plain', blocks: [], file: { name: name.replace(/\.\w+$/, ''), nos: [] } },
        key,
      );
    },
    async update(messageId, reply) {
      stream.publish(shownUpdate({ messageId, reply, chat: places.get(messageId) }));
    },
  };
}

/** The same key gives the same id: a message sent twice is shown once. */
export function messageIdOf(key: string): string {
  return `${consolePrefix}${key}`;
}

/** A person's own chat is called like the person. */
function chatOf(address: Address): string {
  return address.to === 'person' ? address.id : address.chat;
}
