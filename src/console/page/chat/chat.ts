/** One chat as one person has it: the log, the line below it, and what passes between them and the server. */
import type { Press } from '../card/card-element.ts';
import { askBack } from '../dialogs/ask-back.ts';
import { chooseExample } from '../dialogs/choose-example.ts';
import { h } from '../dom.ts';
import { asPosted, chatIn, noteLast, type Room, speakerIn, wordsOf } from '../room.ts';
import { type Heard, RefusedError, server } from '../server.ts';
import { type Aim, createComposer } from './composer.ts';
import { takeDrops } from './drop.ts';
import { createLog, provisionalPrefix } from './log.ts';
import { refusalText } from './refusal.ts';
import { welcomeOf } from './welcome.ts';

export interface ChatNeeds {
  readonly room: Room;
  tell(kind: string, text: string): void;
  /** The server wants its token again. */
  closed(): void;
  /** Something was said: the other columns may show it. */
  changed(): void;
}

export interface Chat {
  readonly element: HTMLElement;
  hear(heard: Exclude<Heard, { type: 'ledger' }>): void;
  online(is: boolean): void;
  /** Reads the chat (again) and shows what is new in it. */
  read(): void;
  /** Puts a record's number into the line. */
  mention(no: string): void;
  focus(): void;
}

/** The bot answers within that, or its answer comes when it comes. */
const longestThought = 10_000;

export function createChat({ room, tell, closed, changed }: ChatNeeds): Chat {
  const words = wordsOf(room);
  const [me, here] = [speakerIn(room), chatIn(room)];
  const posted = asPosted(room);
  const { lang } = room;
  const draftKey = `${here} ${me.name}`;

  const refused = (error: unknown) => {
    const status = error instanceof RefusedError ? error.status : 0;
    if (status === 401) closed();
    else tell('error', refusalText(words, status));
  };
  const log = createLog({
    words,
    lang,
    me: me.name,
    group: room.group,
    press: (messageId, pressed) => void press(messageId, pressed),
    ask: (title, text) => askBack(words, title, text),
    replyTo: (message) => composer.aim({ reply: message }),
    edit: (message) => composer.aim({ edit: message }),
    recall: ({ messageId }) => void server.recall({ ...posted, chat: here, messageId }).catch(refused),
    resend(message) {
      log.drop(message.messageId);
      void say(message.text, message.replyTo);
    },
    welcome: () =>
      welcomeOf({
        words,
        lang,
        role: me.role,
        examples: room.examples,
        say: (text) => void say(text, undefined),
      }),
    again: () => read(),
  });
  const composer = createComposer({
    words,
    lang,
    text: room.drafts.get(draftKey) ?? '',
    examples: () => room.examples,
    typed: (text) => room.drafts.set(draftKey, text),
    send: (text, aim) => void send(text, aim),
    suggest: () =>
      void chooseExample({ words, lang, examples: room.examples }).then((chosen) => chosen && composer.set(chosen)),
    files: (files) => void sendFiles(files),
    editLast() {
      const last = log.lastOwn();
      if (last) composer.aim({ edit: last });
    },
  });
  const offline = h('p', { class: 'offline', role: 'alert', hidden: room.online }, words.offlineText);

  /** An edited message is taken back and said anew, as a messenger does it: the ledger follows both. */
  const send = async (text: string, aim: Aim | undefined) => {
    composer.aim(undefined);
    composer.set('');
    if (!aim) return say(text, undefined);
    if ('reply' in aim) return say(text, aim.reply.messageId);
    if (text.trim() === aim.edit.text.trim()) return;
    try {
      await server.recall({ ...posted, chat: here, messageId: aim.edit.messageId });
    } catch (error) {
      composer.aim(aim);
      composer.set(text);
      return refused(error);
    }
    return say(text, aim.edit.replyTo);
  };

  const say = async (text: string, replyTo: string | undefined) => {
    const provisional = `${provisionalPrefix}${crypto.randomUUID()}`;
    const replied = replyTo ? { replyTo } : {};
    const at = new Date().toISOString();
    log.add({ type: 'message', chat: here, messageId: provisional, from: me.name, text, at, ...replied }, 'pending');
    log.thinking(true);
    try {
      const { messageId } = await server.say({ ...posted, text, ...replied });
      log.settle(provisional, messageId);
    } catch (error) {
      log.thinking(false);
      log.settle(provisional, undefined);
      refused(error);
      return;
    }
    setTimeout(() => log.thinking(false), longestThought);
    changed();
  };

  /** One after the other, so that each is answered in its turn; the server shows them as it takes them. */
  const sendFiles = async (files: readonly File[]) => {
    for (const file of files) {
      log.thinking(true);
      try {
        await server.drop(file, posted);
      } catch (error) {
        log.thinking(false);
        refused(error);
        return;
      }
      setTimeout(() => log.thinking(false), longestThought);
    }
    changed();
  };

  const press = async (messageId: string, { button, intent, form }: Press) => {
    button.ariaDisabled = 'true';
    log.expect();
    try {
      const pressed = { ...posted, chat: here, messageId, intent, id: crypto.randomUUID() };
      const answer = await server.press({ ...pressed, ...(form ? { form } : {}) });
      tell(answer.toast?.kind ?? 'success', answer.toast?.text ?? words.done);
    } catch (error) {
      refused(error);
    }
    button.ariaDisabled = 'false';
  };

  const read = () => {
    void server.history(here).then(
      (history) => {
        log.fill(history);
        const last = history.at(-1);
        if (last) noteLast(room, last);
      },
      (error: unknown) => {
        if (error instanceof RefusedError && error.status === 401) closed();
        else log.unread();
      },
    );
  };

  const element = h('div', { class: 'chat-pane' }, log.element, offline, composer.element);
  takeDrops(element, words.dropHere, (files) => void sendFiles(files));
  return {
    element,
    hear(heard) {
      if (heard.type === 'recall') log.recalled(heard.messageId);
      else if (heard.type === 'update') log.update(heard);
      else if (heard.chat === here) log.add(heard);
    },
    online(is) {
      offline.hidden = is;
    },
    read,
    mention(no) {
      composer.set(`${no} `);
    },
    focus: () => composer.focus(),
  };
}
