/** The types of chromium.mjs, which runs before anything is built. */
export const chromiumArgs: string[];
export function findChromium(): string | undefined;
export function ensureChromium(): string | undefined;
