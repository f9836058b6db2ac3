// Builds the command and the chat page into dist/; migrations/ and prompts/ are read beside it as they are.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildPage } from './page.mjs';

await rm('dist', { recursive: true, force: true });
await mkdir('dist/page', { recursive: true });

async function writePage() {
  for (const [name, body] of await buildPage()) {
    await writeFile(`dist/page/${name}`, body);
    await writeFile(`dist/page/${name}.gz`, gzipSync(body, { level: 9 }));
  }
}

await Promise.all([
  build({
    entryPoints: { cli: 'src/cli.ts' },
    outdir: 'dist',
    bundle: true,
    // Each command is a file of its own, so that a short one does not read what only the server needs.
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // What is small comes along, because one file is read faster than hundreds; native and late-loaded packages stay.
    external: ['better-sqlite3', 'exceljs', '@larksuiteoapi/node-sdk', 'openai', 'opus-decoder', 'pino', 'esbuild'],
    sourcemap: true,
    logLevel: 'warning',
  }),
  writePage(),
]);
