/** The files of the chat page: from the build, or built at the first request while developing. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConsoleAsset } from '../../console/needs.ts';
import { packageRoot } from '../../node-office.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Read once and kept: the files do not change while the server runs. */
export function pageAssets(): (name: string) => Promise<ConsoleAsset | undefined> {
  const folder = join(packageRoot(), 'dist', 'page');
  // A name is looked up among those there are, so none can lead out of the folder.
  const built = existsSync(folder) ? new Set(readdirSync(folder)) : undefined;
  const kept = new Map<string, Promise<ConsoleAsset | undefined>>();
  const read = (name: string) => (built ? fromBuild(folder, built, name) : fromSource(name));
  return (name) => {
    const asset = kept.get(name) ?? read(name);
    if (!built || built.has(name)) kept.set(name, asset);
    return asset;
  };
}

async function fromBuild(folder: string, built: ReadonlySet<string>, name: string): Promise<ConsoleAsset | undefined> {
  const type = types[extname(name)];
  if (!type || !built.has(name)) return undefined;
  const zipped = `${name}.gz`;
  return {
    body: new Uint8Array(await readFile(join(folder, name))),
    type,
    lasting: name !== 'index.html',
    ...(built.has(zipped) ? { gzipped: new Uint8Array(await readFile(join(folder, zipped))) } : {}),
  };
}

let source: Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> | undefined;

/** Only a checkout gets here, and a checkout has the script and esbuild. */
async function fromSource(name: string): Promise<ConsoleAsset | undefined> {
  const script = join(packageRoot(), 'scripts', 'page.mjs');
  if (!existsSync(script)) return undefined;
  source ??= import(pathToFileURL(script).href).then((builder) => builder.buildPage({ minify: false }));
  const body = (await source).get(name);
  const type = types[extname(name)];
  return body && type ? { body, type, lasting: false } : undefined;
}
