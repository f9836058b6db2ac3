/** The files of the chat page: from the build, or built at the first request while developing. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleAsset } from '../../console/needs.ts';
import { packageRoot } from '../../node-office.ts';

const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
};

export function pageAssets(): (name: string) => Promise<ConsoleAsset | undefined> {
  const kept = new Map<string, Promise<ConsoleAsset | undefined>>();
  return (name) => {
    const type = types[name];
    if (!type) return Promise.resolve(undefined);
    const asset = kept.get(name) ?? bodyOf(name).then((body) => (body === undefined ? undefined : { body, type }));
    kept.set(name, asset);
    return asset;
  };
}

async function bodyOf(name: string): Promise<string | undefined> {
  const built = join(packageRoot(), 'dist', 'page', name);
  if (existsSync(built)) return readFile(built, 'utf8');
  const source = join(packageRoot(), 'src', 'console', 'page', name);
  if (existsSync(source)) return readFile(source, 'utf8');
  const script = source.replace(/\.js$/, '.ts');
  return existsSync(script) ? bundle(script) : undefined;
}

/** Only a checkout gets here, and a checkout has esbuild. */
async function bundle(script: string): Promise<string | undefined> {
  const { build } = await import('esbuild');
  const built = await build({ entryPoints: [script], bundle: true, write: false, format: 'esm', target: 'es2022' });
  return built.outputFiles[0]?.text;
}
