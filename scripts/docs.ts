/** Writes what the documents draw from the code: the conversation of tests/dialogues/readme.txt and the tables. */
import { readFileSync, writeFileSync } from 'node:fs';
import { conversation } from './conversation.ts';
import { docTables, filled } from './doc-tables.ts';

function fill(name: string, marker: string, content: string): void {
  writeFileSync(name, filled(readFileSync(name, 'utf8'), marker, content));
}

const talk = await conversation();
for (const name of ['README.md', 'README.zh-CN.md']) fill(name, 'conversation', talk);
for (const { file, marker, table } of docTables) fill(file, marker, table());
