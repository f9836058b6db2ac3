/** Import: a file of records that was sent is taken in, or left, as whoever sees its card says. */
import { z } from 'zod';
import { kindOf } from '../kinds/all.ts';
import type { Lang, Reply } from '../reply.ts';
import { plain } from '../reply.ts';
import { findInbox } from '../store/inbox.ts';
import { findSentFile, type SentFault, type SentFile } from '../store/sent-files.ts';
import type { IntentKind, Outcome, Turn, Written } from './intent.ts';
import { mayChange } from './rights.ts';

export const ImportIntent = z.object({
  do: z.literal('import'),
  /** The key of the message that brought the file. */
  file: z.string().min(1).max(300),
  /** `good`: the rows without fault, the others are left out. */
  take: z.enum(['all', 'good', 'none']),
});
export type ImportIntent = z.infer<typeof ImportIntent>;

export const importFile: IntentKind<ImportIntent> = {
  do: 'import',
  title: { zh: '导入文件', en: 'Import a file' },
  examples: [],
  shape: ImportIntent,
  act(intent, turn): Outcome {
    const found = findSentFile(turn.db, intent.file);
    // Whoever takes the message back takes the file back with it.
    const file = isRecalled(turn, intent.file) ? undefined : found;
    if (file?.state !== 'waiting') return { reply: settled(file, turn.lang), refused: 'no-data' };
    if (!mayChange(file, turn)) return { reply: notYourFile(turn.lang), refused: 'forbidden' };
    if (intent.take === 'none')
      return { writes: [{ write: 'leave-file', file: file.key }], reply: left(file, turn.lang) };
    return {
      writes: [{ write: 'import-file', file: file.key, partial: intent.take === 'good' }],
      reply: (written) => taken(file, written, turn),
    };
  },
};

/** Of each kind how many: 「建议提案 72 条、督查 7 条」. */
export function kindsText(kinds: Readonly<Record<string, number>>, lang: Lang): string {
  const zh = lang === 'zh';
  return Object.entries(kinds)
    .map(([id, n]) => `${kindOf(id)?.title[lang] ?? id} ${n}${zh ? ' 条' : ''}`)
    .join(zh ? '、' : ', ');
}

/** Where a fault stands and why. */
export function faultLine(fault: SentFault, lang: Lang): string {
  const sheet = fault.sheet ? (lang === 'zh' ? `「${fault.sheet}」` : `${fault.sheet}, `) : '';
  return plain(`${sheet}${lang === 'zh' ? `第 ${fault.line} 行：` : `line ${fault.line}: `}${fault.reason[lang]}`);
}

function isRecalled(turn: Turn, key: string): boolean {
  const payload = findInbox(turn.db, key)?.payload as { recalled?: boolean } | null | undefined;
  return payload?.recalled === true;
}

function taken(file: SentFile, written: Written, turn: Turn): Reply {
  const { lang } = turn;
  const zh = lang === 'zh';
  const imported = written.imported ?? { records: 0, known: 0, kinds: {}, faults: [] };
  const left = imported.faults.length;
  const lines = [
    kindsText(imported.kinds, lang),
    ...(imported.known > 0
      ? [zh ? `${imported.known} 条原已在册，没有重复记` : `${imported.known} were in the ledger already`]
      : []),
    ...(left > 0 ? [zh ? `${left} 行有问题，没有导入` : `${left} faulty rows were left out`] : []),
  ].filter(Boolean);
  return {
    lang,
    tone: 'good',
    title: zh ? `已导入 ${imported.records} 条` : `${imported.records} imported`,
    blocks: [
      { type: 'text', text: `${plain(file.name)}\n${lines.join('\n')}` },
      ...(left > 0
        ? [
            {
              type: 'fold' as const,
              title: zh ? '没有导入的行' : 'Rows left out',
              blocks: [
                {
                  type: 'text' as const,
                  text: imported.faults
                    .slice(0, 30)
                    .map((one) => faultLine(one, lang))
                    .join('\n'),
                },
              ],
            },
          ]
        : []),
      ...(imported.records > 0
        ? [
            {
              type: 'buttons' as const,
              buttons: [{ label: zh ? '撤销' : 'Undo', intent: { do: 'undo', source: turn.source } }],
            },
          ]
        : []),
    ],
  };
}

function left(file: SentFile, lang: Lang): Reply {
  const zh = lang === 'zh';
  return {
    lang,
    tone: 'plain',
    title: zh ? '没有导入' : 'Not imported',
    blocks: [
      {
        type: 'text',
        text: zh ? `${plain(file.name)}：什么都没有写入。` : `${plain(file.name)}: nothing was written.`,
      },
    ],
  };
}

function settled(file: SentFile | undefined, lang: Lang): Reply {
  const zh = lang === 'zh';
  const text =
    file?.state === 'taken'
      ? zh
        ? '这个文件已经导入过了。'
        : 'This file was imported already.'
      : zh
        ? '这个文件已经不在了，请重新发一次。'
        : 'This file is gone; please send it again.';
  return { lang, tone: 'warn', blocks: [{ type: 'text', text }] };
}

function notYourFile(lang: Lang): Reply {
  const text =
    lang === 'zh'
      ? '这是别的同事发的文件，请他本人或科长来定。'
      : 'A colleague sent this file; he or a section head decides.';
  return { lang, tone: 'warn', blocks: [{ type: 'text', text }] };
}
