/** Who can be played on the page: five examples at first, then whoever the user makes of them; kept in the browser. */

export interface Player {
  readonly name: string;
  readonly role: string;
}

export const playerRoles = ['clerk', 'head', 'director', 'leader', 'admin'] as const;

const first: readonly Player[] = [
  { name: '李梅', role: 'clerk' },
  { name: '王科长', role: 'head' },
  { name: '陈主任', role: 'director' },
  { name: '周区长', role: 'leader' },
  { name: '管理员', role: 'admin' },
];

const key = 'taizhang.cast';

export function readCast(): Player[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (Array.isArray(kept) && kept.length > 0 && kept.every(isPlayer)) return kept;
  } catch {
    // A private window keeps nothing, and nothing is lost by starting anew.
  }
  return [...first];
}

export function saveCast(cast: readonly Player[]): void {
  keep(key, JSON.stringify(cast));
}

/** A small choice of the user's: the language, who spoke last. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`taizhang.${name}`);
  } catch {
    return null;
  }
}

export function keepChoice(name: string, value: string): void {
  keep(`taizhang.${name}`, value);
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Not kept: the page works the same until it is closed.
  }
}

function isPlayer(value: unknown): value is Player {
  const player = value as Player | null;
  return typeof player?.name === 'string' && player.name !== '' && typeof player.role === 'string';
}

/** The letters on a person's disc: the given name's last, as Chinese messengers do. */
export function initials(name: string): string {
  return /\p{Script=Han}/u.test(name) ? name.slice(0, 1) : name.slice(0, 2).toUpperCase();
}

/** The same colour for the same name. */
export function hueOf(name: string): number {
  let sum = 2166136261;
  for (const letter of name) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (sum >>> 13) % 6;
}
