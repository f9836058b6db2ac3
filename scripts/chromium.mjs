// Finds a Chromium for the browser tests and the pictures, or installs Debian's where that is wanted and possible.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** What a test wants of it: nothing shown, nothing asked of the network, no sandbox inside a container. */
export const chromiumArgs = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
];

/** @returns {string | undefined} the path of a Chromium: CHROMIUM names it, else where Debian and Google put it */
export function findChromium() {
  return [process.env.CHROMIUM, ...places].find((path) => path && isRunnable(path));
}

/**
 * Finds one or, as root, installs it.
 * @returns {string | undefined} undefined where there is none and none can be installed
 */
export function ensureChromium() {
  const found = findChromium();
  if (found || process.getuid?.() !== 0) return found;
  const packages = ['chromium', 'fonts-noto-cjk'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'inherit', env });
  } catch (error) {
    console.error(`chromium could not be installed: ${error instanceof Error ? error.message : error}`);
  }
  return findChromium();
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = ensureChromium();
  console.log(path ?? 'no Chromium: set CHROMIUM, or run this as root to install it');
  process.exitCode = path ? 0 : 1;
}
