/** Who can be played on the page: six examples at first, then whoever the user makes of them; kept in the browser. */
import { keep, kept } from '../kept.ts';
import type { Lang } from '../words/words.ts';

export interface Player {
  readonly name: string;
  readonly role: string;
}

export const playerRoles = ['clerk', 'head', 'director', 'leader', 'admin', 'none'] as const;

/** A name is who a person is; only its showing depends on the language. */
const first: readonly (Player & { readonly en: string })[] = [
  { name: '李梅', role: 'clerk', en: 'Li Mei' },
  { name: '王科长', role: 'head', en: 'Mr Wang' },
  { name: '陈主任', role: 'director', en: 'Ms Chen' },
  { name: '周区长', role: 'leader', en: 'Mr Zhou' },
  { name: '管理员', role: 'admin', en: 'Admin' },
  { name: '来访者', role: 'none', en: 'Visitor' },
];

export function readCast(): Player[] {
  try {
    const cast: unknown = JSON.parse(kept('cast') ?? 'null');
    if (Array.isArray(cast) && cast.length > 0 && cast.every(isPlayer)) return cast;
  } catch {
    // Kept by another version of the page.
  }
  return first.map(({ name, role }) => ({ name, role }));
}

export function saveCast(cast: readonly Player[]): void {
  keep('cast', JSON.stringify(cast));
}

function isPlayer(value: unknown): value is Player {
  const player = value as Player | null;
  return typeof player?.name === 'string' && player.name !== '' && typeof player.role === 'string';
}

/** How a person is called in the page's language. */
export function calledIn(lang: Lang, name: string): string {
  return (lang === 'en' && first.find((player) => player.name === name)?.en) || name;
}

/** The letters on a person's disc: the family name, or two letters. */
export function initials(name: string): string {
  return /\p{Script=Han}/u.test(name) ? name.slice(0, 1) : name.replace(/^(Mr|Ms) /, '').slice(0, 2);
}

/** The same colour for the same name. */
export function hueOf(name: string): number {
  let sum = 2166136261;
  for (const letter of name) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (sum >>> 13) % 6;
}
