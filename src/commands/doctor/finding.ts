/** One line of the doctor: what was looked at, how it is, and what mends it where. */
import type { Text } from '../../reply.ts';

export interface Finding {
  /** settings, credentials, scopes, … */
  readonly check: string;
  /** `unseen`: it cannot be seen from here; the mend says how to look. */
  readonly state: 'ok' | 'warn' | 'fault' | 'unseen';
  readonly text: Text;
  readonly mend?: Text;
  readonly link?: string;
}

const marks = { ok: '✓', warn: '!', fault: '✗', unseen: '?' } as const;

/** `✗ scopes  缺 … / … missing → … (link)` */
export function findingLine({ check, state, text, mend, link }: Finding): string {
  const words = text.zh === text.en ? text.zh : `${text.zh} / ${text.en}`;
  const mended = mend ? ` → ${mend.zh} / ${mend.en}` : '';
  return `${marks[state]} ${check.padEnd(12)} ${words}${mended}${link ? ` ${link}` : ''}`;
}
