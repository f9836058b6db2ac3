/** Makes a folder with all above it, and fails where it cannot be made. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Node's own recursive making never ends where the system says ENOENT although the parent exists (/proc). */
export function makeFolder(place: string): void {
  if (existsSync(place)) return;
  makeFolder(dirname(place));
  mkdirSync(place);
}
