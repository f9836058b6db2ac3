/** One Chromium for all browser tests: started before the first, ended after the last. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumArgs, ensureChromium, findChromium } from '../../scripts/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens; empty where there is none. */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const inCi = process.env.CI === 'true';
  const executablePath = inCi ? ensureChromium() : findChromium();
  if (!executablePath) {
    if (inCi) throw new Error('the browser tests need Chromium, and it could not be installed (scripts/chromium.mjs)');
    console.warn('browser tests skipped: no Chromium here (set CHROMIUM, or: sudo node scripts/chromium.mjs)');
    project.provide('chromium', '');
    return undefined;
  }
  const server = await chromium.launchServer({ executablePath, args: chromiumArgs, headless: true });
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
