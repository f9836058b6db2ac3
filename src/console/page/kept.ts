/** The user's small choices, kept in the browser: language, look, who speaks, what was seen. */

export type Choice = 'lang' | 'theme' | 'speaker' | 'place' | 'cast' | 'ledger' | 'tour';

export function kept(name: Choice): string | null {
  try {
    return localStorage.getItem(`taizhang.${name}`);
  } catch {
    // A private window keeps nothing, and nothing is lost by starting anew.
    return null;
  }
}

export function keep(name: Choice, value: string): void {
  try {
    localStorage.setItem(`taizhang.${name}`, value);
  } catch {
    // Not kept: the page works the same until it is closed.
  }
}
