/** Writes the conversation of tests/dialogues/readme.txt into both READMEs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { conversation } from './conversation.ts';

const talk = await conversation();
for (const name of ['README.md', 'README.zh-CN.md']) {
  const text = readFileSync(name, 'utf8');
  const filled = text.replace(
    /<!-- conversation -->[\s\S]*?<!-- \/conversation -->/,
    () => `<!-- conversation -->\n${talk}\n<!-- /conversation -->`,
  );
  writeFileSync(name, filled);
}
