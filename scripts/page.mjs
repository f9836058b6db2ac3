// Builds the files of the chat page: scripts and styles named by their content, and the one document that names them.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const folder = join(import.meta.dirname, '..', 'src', 'console', 'page');
const entries = ['page.ts', 'styles/page.css', 'styles/dark.css'];

/** @returns {Promise<Map<string, Uint8Array>>} the files by name, without a path */
export async function buildPage({ minify = true } = {}) {
  const built = await build({
    entryPoints: entries.map((entry) => join(folder, entry)),
    outdir: 'page',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    // What is shown late (charts) is a file of its own, loaded when it is shown.
    splitting: true,
    minify,
    platform: 'browser',
    target: ['es2022', 'chrome100', 'firefox100', 'safari15'],
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
  const files = new Map(built.outputFiles.map((file) => [basename(file.path), file.contents]));
  let page = await readFile(join(folder, 'index.html'), 'utf8');
  for (const [path, { entryPoint }] of Object.entries(built.metafile.outputs)) {
    const entry = entries.find((one) => entryPoint?.endsWith(`page/${one}`));
    if (entry) page = page.replace(`"${entry}"`, `"/assets/${basename(path)}"`);
  }
  files.set('index.html', new TextEncoder().encode(page));
  return files;
}
