/** A file of records sent in a chat: fetched, looked through, and shown with the question whether it shall be taken in. */
import { importLines } from '../files/import-lines.ts';
import { fileLimits, fileType, readLedgerFile } from '../files/ledger-file.ts';
import { previewReply } from '../intents/import-preview.ts';
import type { Outcome, Turn } from '../intents/intent.ts';
import { type Attachment, type Files, OutsideError } from '../ports.ts';
import type { Lang, Reply, Text } from '../reply.ts';
import { secretIn } from '../understand/secret.ts';
import type { OfficePorts } from './needs.ts';
import { secretReply } from './replies.ts';

/** One press writes them all, and the person waits for it. */
const mostRecords = 2000;
const mostChars = 2_000_000;

/** How often a file is asked for before its sender is told. */
export const mostFetches = 3;

/** Whether this attachment may be a file of records. */
export function isLedgerFile(attachment: Attachment | undefined): attachment is Attachment & { readonly name: string } {
  return attachment?.name !== undefined && fileType(attachment.name) !== undefined;
}

/**
 * Nothing is written but the file's lines, to wait for the press.
 * @throws OutsideError where it may be had later
 */
export async function takeFile(
  ports: Pick<OfficePorts, 'workbook'> & { readonly files: Files },
  sent: {
    readonly messageId: string;
    readonly attachment: Attachment & { readonly name: string };
    readonly last: boolean;
  },
  turn: Turn,
): Promise<Outcome> {
  const { attachment, messageId } = sent;
  const { name } = attachment;
  let bytes: Uint8Array;
  try {
    bytes = await ports.files.fetch(messageId, attachment, fileLimits.bytes);
  } catch (error) {
    if (!(error instanceof OutsideError) || (error.retryable && !sent.last)) throw error;
    return told(error.code === 'too-large' ? tooLarge : gone, turn.lang);
  }
  const read = await readLedgerFile(bytes, {
    name,
    today: turn.today,
    chars: mostChars,
    ...(ports.workbook ? { workbook: ports.workbook } : {}),
  });
  if ('refused' in read) return told(read.refused, turn.lang);
  if ([...new Set([name, ...read.words.split('\n')])].some(secretIn))
    return { reply: secretReply(turn.lang), refused: 'secret' };
  if (read.lines.length > mostRecords) return told(tooMany, turn.lang);
  const hand = { by: turn.speaker.id, section: turn.speaker.section, at: turn.now, source: turn.source };
  const tried = importLines(turn.db, read.lines, {
    hand,
    partial: true,
    own: true,
    unnumbered: 'known',
    tryOnly: true,
  });
  const file = { key: turn.source, name, by: turn.speaker.id, lines: read.lines, faults: read.faults };
  const preview = { ...tried, file, faults: [...read.faults, ...tried.faults], notes: read.notes };
  return {
    reply: previewReply(preview, turn.lang),
    ...(tried.records > 0 ? { writes: [{ write: 'keep-file', file }] } : {}),
  };
}

function told(text: Text, lang: Lang): Outcome {
  const reply: Reply = { lang, tone: 'warn', blocks: [{ type: 'text', text: `${text[lang]}${ends[lang]}` }] };
  return { reply, refused: 'no-data' };
}

const ends: Text = { zh: '，没有导入。', en: '; nothing was imported.' };
const gone: Text = { zh: '这个文件取不到了，请重新发一次', en: 'the file cannot be fetched; please send it again' };
const tooLarge: Text = { zh: '文件太大（最多 10 MB）', en: 'the file is too large (at most 10 MB)' };
const tooMany: Text = {
  zh: `记录太多（聊天里一次最多 ${mostRecords} 条），请拆成几个文件，或由管理员用命令导入`,
  en: `too many records (at most ${mostRecords} at once in a chat); split the file, or use the command`,
};
