/** Export: the records of a list or behind a figure as a table to keep, with everything they say of themselves. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Reply, Text } from '../reply.ts';
import { readEntries, selectEntries } from '../store/entries.ts';
import type { Filter } from '../store/measure-filter.ts';
import { workOut } from './ask-figures.ts';
import { AskIntent, FindIntent } from './ask-shape.ts';
import { askTrouble, refusedReply, unknownReply } from './ask-trouble.ts';
import { conditionsText, datesText } from './ask-words.ts';
import { foundRecords } from './found-records.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { ExportIntent } from './shapes.ts';

/** A workbook is made in memory; whoever wants more has the command. */
const most = 20_000;
/** Who may carry the whole ledger away at once. */
const keepers: ReadonlySet<string> = new Set(['head', 'director', 'admin']);

export const exportRecords: IntentKind<ExportIntent> = {
  do: 'export',
  title: { zh: '导出表格', en: 'Export' },
  examples: [
    { zh: '导出今年督查', en: 'export the inspections of this year' },
    { zh: '导出整个台账', en: 'export the whole ledger' },
  ],
  shape: ExportIntent,
  act(intent, turn): Outcome {
    if (intent.of === undefined) return told(asking, 'not-understood', turn);
    if (intent.of === 'all')
      return keepers.has(turn.speaker.role) ? sent(everything(turn), wholeName, turn) : forbidden(turn);
    const find = FindIntent.safeParse(intent.of);
    if (find.success) return exportFound(find.data, turn);
    const ask = AskIntent.safeParse(intent.of);
    return ask.success ? exportAsked(ask.data, turn) : told(asking, 'not-understood', turn);
  },
};

const wholeName: Text = { zh: '全部记录', en: 'all records' };

function everything(turn: Turn): Entry[] {
  return selectEntries(turn.db, { asOf: turn.today });
}

function exportFound(intent: FindIntent, turn: Turn): Outcome {
  const found = foundRecords(intent, turn);
  return Array.isArray(found) ? sent(found, nameOf(intent), turn) : found;
}

/** The records a figure stands on. */
function exportAsked(intent: AskIntent, turn: Turn): Outcome {
  if (intent.trouble) return askTrouble(intent, turn);
  const asked = workOut(turn.db, intent, turn.today);
  if ('unknown' in asked) return unknownReply(asked, turn);
  if ('refused' in asked) return refusedReply(asked, intent, turn);
  const nos = [...new Set(asked.figures.flatMap((one) => one.numbers))];
  const [part] = intent.figures;
  return sent(readEntries(turn.db, nos), part ? nameOf({ ...part, period: intent.period }) : wholeName, turn);
}

function nameOf(of: Pick<FindIntent, 'kind' | 'measure' | 'period'> & { filters: readonly object[] }): Text {
  const kind = of.kind ? kindOf(of.kind) : undefined;
  const title = (of.measure && kind?.measures[of.measure]?.title) || (kind?.title ?? { zh: '记录', en: 'records' });
  const about = (lang: 'zh' | 'en') =>
    [
      kind ? conditionsText(kind.id, of.filters as readonly Filter[], lang) : '',
      of.period ? datesText(of.period, lang) : '',
    ].filter(Boolean);
  const [zh, en] = [about('zh').join('，'), about('en').join(', ')];
  return { zh: zh ? `${title.zh}（${zh}）` : title.zh, en: en ? `${title.en} (${en})` : title.en };
}

function sent(found: readonly Entry[], name: Text, turn: Turn): Outcome {
  const { lang, today } = turn;
  const zh = lang === 'zh';
  const entries = found.filter((entry) => !entry.void);
  if (entries.length === 0) return told(none, 'no-data', turn);
  if (entries.length > most) return told(tooMany, 'no-data', turn);
  const head = zh ? `导出 **${entries.length} 条**：${name.zh}` : `Exported **${entries.length} records**: ${name.en}`;
  const note = zh ? '台账有变动，再导出一次就是新的。' : 'When the ledger has changed, export again.';
  const title = `${name[lang].replace(/[（(].*$/, '').trim()} ${today}`;
  return {
    reply: {
      lang,
      tone: 'plain',
      blocks: [
        { type: 'text', text: head },
        { type: 'note', text: note },
      ],
      file: { name: fileName(title), nos: entries.map((entry) => entry.no) },
    },
  };
}

/** Without what some system cannot have in the name of a file. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60);
}

function forbidden(turn: Turn): Outcome {
  return told(wholeForbidden, 'forbidden', turn);
}

function told(text: Text, refused: NonNullable<Outcome['refused']>, turn: Turn): Outcome {
  const reply: Reply = { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text: text[turn.lang] }] };
  return { reply, refused };
}

const asking: Text = {
  zh: '要导出哪些？先列出来再说「导出」，或者直接说「导出今年督查」「导出逾期的督办件」。',
  en: 'Export what? List it first and say “export”, or say “export the inspections of this year”.',
};
const none: Text = {
  zh: '没有符合的记录，没有可导出的。',
  en: 'No record fits, so there is nothing to export.',
};
const tooMany: Text = {
  zh: `超过 ${most} 条，一个表格放不下。请说得窄一些，或请管理员用 taizhang export 导出。`,
  en: `More than ${most} records do not fit one table. Ask for less, or use taizhang export.`,
};
const wholeForbidden: Text = {
  zh: '整个台账只有科长、主任和管理员能导出。要哪一类可以单独说，例如「导出今年督查」。',
  en: 'Only section heads, the director and the administrator may export the whole ledger. Ask for a part, such as “export the inspections of this year”.',
};
