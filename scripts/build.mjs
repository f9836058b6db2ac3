// Builds the command and the chat page into dist/; migrations/ and prompts/ are read beside it as they are.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await mkdir('dist/page', { recursive: true });
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
    external: ['better-sqlite3', 'exceljs', '@larksuiteoapi/node-sdk', 'openai', 'pino', 'esbuild'],
    sourcemap: true,
    logLevel: 'warning',
  }),
  build({
    entryPoints: { page: 'src/console/page/page.ts' },
    outdir: 'dist/page',
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
  }),
  copyFile('src/console/page/index.html', 'dist/page/index.html'),
  copyFile('src/console/page/page.css', 'dist/page/page.css'),
]);
