/** The intents: the one list of what people can ask for. */
import type { Intent } from '../reply.ts';
import { help, people, units, whoami } from './about.ts';
import { accept } from './accept.ts';
import { advance } from './advance.ts';
import { amend } from './amend.ts';
import { ask } from './ask.ts';
import { choose } from './choose.ts';
import { digestIntent } from './digest.ts';
import { draftIntent } from './draft.ts';
import { edit } from './edit.ts';
import { exportRecords } from './export-records.ts';
import { feedback } from './feedback.ts';
import { find } from './find.ts';
import { importFile } from './import-file.ts';
import type { IntentKind } from './intent.ts';
import { log } from './log-act.ts';
import { practice } from './practice.ts';
import { readers } from './readers.ts';
import { sample } from './sample.ts';
import { show } from './show.ts';
import { chat, clarify, refuse } from './talk.ts';
import { redo, undo } from './undo.ts';
import { withdraw } from './withdraw.ts';

// Each leaf knows its own shape; the list only needs that every one has a shape and an act.
export const intents = [
  log,
  ask,
  find,
  exportRecords,
  show,
  advance,
  amend,
  edit,
  undo,
  redo,
  withdraw,
  choose,
  importFile,
  accept,
  draftIntent,
  digestIntent,
  readers,
  help,
  whoami,
  people,
  units,
  sample,
  practice,
  feedback,
  chat,
  clarify,
  refuse,
] as unknown as readonly IntentKind<Intent>[];

export function intentOf(name: string): IntentKind<Intent> | undefined {
  return intents.find((intent) => intent.do === name);
}
