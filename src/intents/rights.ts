/** Who may change whose records: his own everybody, others' by role (contract, section 4). */
import type { Entry } from '../kinds/entry.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from './intent.ts';

const mayChangeOthers: ReadonlySet<string> = new Set(['head', 'director', 'admin']);

export function mayChange(entry: Pick<Entry, 'by'>, turn: Turn): boolean {
  return entry.by === turn.speaker.id || mayChangeOthers.has(turn.speaker.role);
}

export function notYours(entry: Pick<Entry, 'no'>, turn: Turn): Reply {
  return {
    lang: turn.lang,
    tone: 'warn',
    blocks: [
      {
        type: 'text',
        text:
          turn.lang === 'zh'
            ? `${entry.no} 是别的同事记的，您不能改。请本人或科长来改。`
            : `${entry.no} was recorded by a colleague; only they or a section head may change it.`,
      },
    ],
  };
}

export function notFound(no: string, turn: Turn): Reply {
  return {
    lang: turn.lang,
    tone: 'warn',
    blocks: [
      {
        type: 'text',
        text: turn.lang === 'zh' ? `台账里没有 ${no} 这条记录。` : `There is no record ${no} in the ledger.`,
      },
    ],
  };
}
