/** The keys that work wherever one is on the page. */

export interface Keys {
  /** @param index which of the cast, from 0 */
  speaker(index: number): void;
  place(): void;
  ledger(): void;
  help(): void;
  escape(): void;
}

export function watchKeys(keys: Keys): void {
  addEventListener('keydown', (event) => {
    // A dialog has its own keys; an input method composing has them all.
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') keys.escape();
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    if (digit === '0') keys.place();
    else if (digit !== undefined) keys.speaker(Number(digit) - 1);
    else if (event.code === 'KeyL') keys.ledger();
    else if (event.code === 'KeyH') keys.help();
    else return;
    event.preventDefault();
  });
}
