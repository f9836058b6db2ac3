/** What the page knows: who speaks, in which chat, and what the server told of it. */

import { provisionalPrefix } from './chat/log.ts';
import { type Choice, keep, kept } from './kept.ts';
import { type Example, type ListedPerson, type Message, type Posted, server } from './server.ts';
import { type Player, readCast, saveCast } from './side/cast.ts';
import { type Lang, type Words, words } from './words/words.ts';

/** The chat all players share; its name is what the office knows it by. */
export const groupChat = '办公室群';

export interface Room {
  lang: Lang;
  cast: Player[];
  speaker: string;
  group: boolean;
  /** Set by the server's token: nobody else can be played. */
  fixed: string | null;
  listed: readonly ListedPerson[];
  examples: readonly Example[];
  online: boolean;
  ledgerOpen: boolean;
  /** Chats in which something was said that nobody looked at. */
  readonly unread: Set<string>;
  /** What was typed and not yet sent, by chat and speaker. */
  readonly drafts: Map<string, string>;
  /** What was said last, by chat. */
  readonly last: Map<string, Message>;
}

export function enterRoom(): Room {
  const cast = readCast();
  return {
    lang: kept('lang') === 'en' || (kept('lang') === null && !/^zh\b/i.test(navigator.language)) ? 'en' : 'zh',
    cast,
    speaker: kept('speaker') ?? '',
    group: kept('place') === 'group',
    fixed: null,
    listed: [],
    examples: [],
    online: true,
    ledgerOpen: kept('ledger') !== 'closed',
    unread: new Set(),
    drafts: new Map(),
    last: new Map(),
  };
}

/** What the room says in the user's language. */
export function wordsOf(room: Room): Words {
  return words[room.lang];
}

/** Who speaks now. The office's own word on a role is better than the page's. */
export function speakerIn(room: Room): Player {
  if (room.fixed !== null) return { name: room.fixed, role: listedRole(room, room.fixed) ?? '' };
  const cast = castIn(room);
  return cast.find((player) => player.name === room.speaker) ?? cast[0] ?? { name: '李梅', role: 'clerk' };
}

export function castIn(room: Room): Player[] {
  return room.cast.map((player) => ({ ...player, role: listedRole(room, player.name) ?? player.role }));
}

function listedRole(room: Room, name: string): string | undefined {
  return room.listed.find((person) => person.id === name || person.name === name)?.role;
}

/** A person's own chat is called like the person. */
export function chatIn(room: Room): string {
  return room.group ? groupChat : speakerIn(room).name;
}

/** The role goes along only for somebody the office does not know yet: afterwards the office decides. */
export function asSpeaker(room: Room): Posted {
  const { name, role } = speakerIn(room);
  const known = room.fixed !== null || listedRole(room, name) !== undefined;
  return { from: name, ...(known || !role ? {} : { role }) };
}

/** The same for what is posted into the chat. */
export function asPosted(room: Room): Posted {
  return { ...asSpeaker(room), ...(room.group ? { chat: groupChat } : {}) };
}

export function choose(room: Room, choice: Partial<Pick<Room, 'lang' | 'speaker' | 'group' | 'ledgerOpen'>>): void {
  Object.assign(room, choice);
  const keepAll: [Choice, string | undefined][] = [
    ['lang', choice.lang],
    ['speaker', choice.speaker],
    ['place', choice.group === undefined ? undefined : choice.group ? 'group' : 'p2p'],
    ['ledger', choice.ledgerOpen === undefined ? undefined : choice.ledgerOpen ? 'open' : 'closed'],
  ];
  for (const [name, value] of keepAll) if (value !== undefined) keep(name, value);
}

/** Puts an edited person in the place of the old one, or a new one at the end. */
export function recast(room: Room, old: Player | undefined, edited: Player | 'remove'): void {
  const others = room.cast.filter((one) => one.name !== old?.name && (edited === 'remove' || one.name !== edited.name));
  const at = old ? room.cast.findIndex((one) => one.name === old.name) : others.length;
  if (edited !== 'remove') others.splice(at, 0, edited);
  if (others.length > 0) room.cast = others;
  saveCast(room.cast);
  choose(room, { speaker: edited === 'remove' ? speakerIn(room).name : edited.name });
}

/** What a chat's last line is; what is not yet sent does not count. */
export function noteLast(room: Room, message: Message): void {
  const before = room.last.get(message.chat);
  if (message.messageId.startsWith(provisionalPrefix) || (before && before.at > message.at)) return;
  room.last.set(message.chat, message);
}

/** Asks who is known here; a server that cannot say leaves it as it was. */
export async function learnPeople(room: Room): Promise<void> {
  room.listed = await server.people().catch(() => room.listed);
}
