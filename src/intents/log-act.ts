/** What logging does: writes each record, asks at most one thing back, and draws the receipt. */
import { kindOf } from '../kinds/all.ts';
import type { Entry, NewEntry } from '../kinds/entry.ts';
import { valueLabel } from '../kinds/kind.ts';
import type { Block, Button } from '../reply.ts';
import type { IntentKind, Outcome, Talk, Turn, Written } from './intent.ts';
import { LogIntent } from './log.ts';
import { pendingNow, stillPending } from './pending.ts';
import { logReceipt } from './receipt.ts';
import { summaryQuestion } from './summary.ts';

export const log: IntentKind<LogIntent> = {
  do: 'log',
  title: { zh: '记一条', en: 'Record' },
  examples: [
    {
      zh: '昨天督查农村教育 看了4个点 发现问题3个',
      en: 'Yesterday we inspected rural education at 4 sites and found 3 problems',
    },
    { zh: '3月份 督查7次 会议保障52场 接待16批', en: 'Issued 7 documents and received 15 today' },
  ],
  shape: LogIntent,
  act(intent, turn): Outcome {
    const entries = intent.items.map(({ entry }): NewEntry => entry as NewEntry);
    const unknown = entries.find((entry) => !kindOf(entry.kind));
    if (unknown) return { reply: null, refused: 'not-understood' };
    const assumed = intent.items.map((item) => new Set(item.assumed));
    const missing = firstMissing(entries);
    const contested = missing ? undefined : intent.items.findIndex((item) => item.contested);
    const question = missing
      ? questionFor(missing.kind, missing.field, turn)
      : contestedQuestion(intent.items[contested ?? -1], turn);
    return {
      writes: entries.map((entry) => ({ write: 'log', entry })),
      ...(question ? { asks: question } : {}),
      reply: (written) => {
        const receipt = logReceipt(written, turn, assumed);
        const asked = missing && written.logged[missing.index];
        const questions = [
          ...written.logged.flatMap((entry) => summaryQuestion(entry, turn)),
          ...(asked && question ? askBlocks(asked, missing.field, question, turn) : []),
          ...contestedBlocks(intent.items[contested ?? -1], written.logged[contested ?? -1], turn),
        ];
        return { ...receipt, blocks: [...receipt.blocks.slice(0, -1), ...questions, ...receipt.blocks.slice(-1)] };
      },
      remember: (written) => pendingFor(written, missing, turn),
    };
  },
};

/** 级别没有说，是区级还是市级？ */
function contestedQuestion(item: LogIntent['items'][number] | undefined, turn: Turn): string | undefined {
  if (!item?.contested) return undefined;
  const { field, values } = item.contested;
  const declared = kindOf(item.entry.kind)?.fields[field];
  const label = declared?.label[turn.lang] ?? field;
  const names = values.map((value) => valueLabel(declared, value, turn.lang));
  return turn.lang === 'zh'
    ? `${label}没有说清楚，是${names.join('还是')}？`
    : `The ${label} was not clear: ${names.join(' or ')}?`;
}

function contestedBlocks(item: LogIntent['items'][number] | undefined, entry: Entry | undefined, turn: Turn): Block[] {
  const question = contestedQuestion(item, turn);
  if (!item?.contested || !entry || !question) return [];
  const { field, values } = item.contested;
  const declared = kindOf(entry.kind)?.fields[field];
  return [
    { type: 'text', text: `**${question}**` },
    {
      type: 'buttons',
      buttons: values.map((value) => ({
        label: valueLabel(declared, value, turn.lang),
        intent: { do: 'amend', nos: [entry.no], set: { [field]: value } },
      })),
    },
  ];
}

interface Missing {
  readonly index: number;
  readonly kind: string;
  readonly field: string;
}

const mostAskedOf = 3;

function firstMissing(entries: readonly NewEntry[]): Missing | undefined {
  for (const [index, entry] of entries.entries()) {
    const fields = kindOf(entry.kind)?.fields ?? {};
    for (const [field, declared] of Object.entries(fields)) {
      if (!declared.required) continue;
      const filled = entry.fields[field] !== undefined || (declared.isUnit && entry.unit !== undefined);
      // A batch or a monthly total is no single matter: nobody can name its one topic; of a few of one day one can.
      const few = entry.until === undefined && (entry.quantity ?? 1) <= mostAskedOf;
      if (!filled && few) return { index, kind: entry.kind, field };
    }
  }
  return undefined;
}

function questionFor(kindId: string, field: string, turn: Turn): string {
  const kind = kindOf(kindId);
  const label = kind?.fields[field]?.label[turn.lang] ?? field;
  const choices = Object.values(kind?.fields[field]?.choices ?? {}).map((choice) => choice.label[turn.lang]);
  if (turn.lang === 'zh')
    return `还差一项：${label}是什么？${choices.length > 0 && choices.length <= 6 ? `（${choices.join(' / ')}）` : ''}`;
  return `One thing is missing: what is the ${label}?${choices.length > 0 && choices.length <= 6 ? ` (${choices.join(' / ')})` : ''}`;
}

function askBlocks(entry: Entry, field: string, question: string, turn: Turn): Block[] {
  const declared = kindOf(entry.kind)?.fields[field];
  const choices = Object.entries(declared?.choices ?? {}).slice(0, 6);
  const buttons = choices.map(
    ([value, choice]): Button => ({
      label: choice.label[turn.lang],
      intent: { do: 'amend', nos: [entry.no], set: { [field]: value } },
    }),
  );
  const blocks: Block[] = [{ type: 'text', text: `**${question}**` }];
  if (buttons.length > 0) return [...blocks, { type: 'buttons', buttons }];
  const input = { name: field, label: declared?.label[turn.lang] ?? field, type: 'text', required: true } as const;
  const submit: Button = { label: turn.lang === 'zh' ? '补上' : 'Add', intent: { do: 'edit', no: entry.no } };
  return [...blocks, { type: 'form', name: 'missing', inputs: [input], submit }];
}

/** Only one thing is asked at a time; what was asked before stays open where nothing new is missing. */
function pendingFor(written: Written, missing: Missing | undefined, turn: Turn): Partial<Talk> {
  const entry = missing && written.logged[missing.index];
  if (!entry) return stillPending([], turn);
  return { pending: pendingNow({ no: entry.no, field: missing.field }, turn) };
}
