/** Find: the records a question is about, ten a page, each with its number, day and state. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { sumPrecision } from '../kinds/kind.ts';
import { type Button, type Lang, plain, type Reply } from '../reply.ts';
import type { Filter } from '../store/measure-filter.ts';
import { findPerson } from '../store/people.ts';
import { addDays } from '../time/day.ts';
import { FindIntent } from './ask-shape.ts';
import { conditionsText, datesText } from './ask-words.ts';
import { foundRecords } from './found-records.ts';
import type { Answer, IntentKind, Outcome, Turn } from './intent.ts';
import { dayText, nameOf, stateText } from './phrasing.ts';
import { show } from './show.ts';

export { FindIntent } from './ask-shape.ts';

/** A later page goes on counting where the one before ended. */
export const perPage = 10;

export const find: IntentKind<FindIntent> = {
  do: 'find',
  title: { zh: '列出记录', en: 'List records' },
  examples: [{ zh: '哪些督办件逾期了', en: 'which supervision items are overdue' }],
  shape: FindIntent,
  act(intent, turn): Outcome {
    const found = foundRecords(intent, turn);
    if (!Array.isArray(found)) return found;
    const [only] = found;
    if (!only && intent.period && intent.period.to > addDays(turn.today, 1)) return nothingPlanned(intent, turn);
    const answer = answerOf(intent, found, turn);
    if (found.length === 1 && only) {
      const { reply, ...shown } = show.act({ do: 'show', no: only.no }, turn) as Outcome;
      const said = { type: 'text' as const, text: headText(intent, found, turn) };
      const together =
        reply && typeof reply === 'object' ? { ...reply, title: undefined, blocks: [said, ...reply.blocks] } : reply;
      return { ...shown, reply: together, ...(answer && { answer }), remember: { list: [only.no], question: intent } };
    }
    return {
      reply: listReply(intent, found, turn),
      ...(answer && { answer }),
      remember: { list: pageOf(found, intent).map((entry) => entry.no), question: intent },
    };
  },
};

/** No zero for days nobody can know: only that nothing was written down for them yet. */
function nothingPlanned(intent: FindIntent, { lang }: Turn): Outcome {
  const days = intent.period ? datesText(intent.period, lang) : '';
  const text = lang === 'zh' ? `${days}还没有记下安排。` : `Nothing is written down for ${days} yet.`;
  return { reply: { lang, tone: 'plain', blocks: [{ type: 'text', text }] }, refused: 'no-data' };
}

function asksPlanned({ filters }: FindIntent): boolean {
  return filters.some(({ field, values, not }) => field === 'status' && values.includes('planned') && !not);
}

/** A list answers how many as well: its records are the figure. */
function answerOf(intent: FindIntent, found: readonly Entry[], turn: Turn): Answer | undefined {
  const kind = intent.kind ? kindOf(intent.kind) : undefined;
  const measure = kind?.measures[intent.measure ?? kind.main];
  // What is planned is no figure yet.
  if (!kind || !measure || intent.nos || asksPlanned(intent)) return undefined;
  return {
    measure: `${kind.id}.${intent.measure ?? kind.main}`,
    value: found.reduce((sum, entry) => sum + entry.quantity, 0),
    precision: sumPrecision(found.map((entry) => entry.precision)),
    unit: kind.counts.zh,
    numerator: null,
    denominator: null,
    period: intent.period,
    rows: null,
    numbers: found.map((entry) => entry.no),
    definition: measure.definition[turn.lang],
  };
}

/** What is due first comes first among what is open; otherwise the latest. */
function inOrder(found: readonly Entry[], intent: FindIntent): Entry[] {
  const waiting =
    /open|overdue/.test(intent.measure ?? '') ||
    intent.filters.some((filter) => ['state', 'due'].includes(filter.field));
  const key = (entry: Entry) => (waiting ? (entry.due ?? '9999') : entry.on);
  return [...found].sort((a, b) => (waiting ? 1 : -1) * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function pageOf(found: readonly Entry[], intent: FindIntent): Entry[] {
  const start = (intent.page ?? 0) * perPage;
  return inOrder(found, intent).slice(start, start + perPage);
}

/** What the list is of, and how many stand in it. */
function headText(intent: FindIntent, found: readonly Entry[], turn: Turn): string {
  const { lang } = turn;
  const zh = lang === 'zh';
  const page = intent.page ?? 0;
  const pages = pagesOf(found);
  const kind = intent.kind ? kindOf(intent.kind) : undefined;
  const title =
    (intent.measure && kind?.measures[intent.measure]?.title[lang]) || (kind?.title[lang] ?? (zh ? '记录' : 'records'));
  const conditions = conditionsText(intent.kind, intent.filters as Filter[], lang);
  const when = intent.period ? datesText(intent.period, lang) : '';
  const about = [conditions, when, toldText(intent, turn)].filter(Boolean).join(zh ? '，' : ', ');
  return zh
    ? `${title}${about ? `（${about}）` : ''}：**${found.length} 条**${pages > 1 ? `，第 ${page + 1}/${pages} 页` : ''}`
    : `${title}${about ? ` (${about})` : ''}: **${found.length} records**${pages > 1 ? `, page ${page + 1} of ${pages}` : ''}`;
}

function pagesOf(found: readonly Entry[]): number {
  return Math.max(1, Math.ceil(found.length / perPage));
}

function listReply(intent: FindIntent, found: readonly Entry[], turn: Turn): Reply {
  const { lang, today } = turn;
  const page = intent.page ?? 0;
  const pages = pagesOf(found);
  const rows = pageOf(found, intent).map((entry, index) => ({
    index: String(page * perPage + index + 1),
    no: entry.no,
    title: nameOf(entry, lang),
    unit: plain(entry.unit ?? ''),
    on: dayText(entry.on, today, lang),
    state: stateOf(entry, { lang, today }),
  }));
  return {
    lang,
    tone: 'plain',
    blocks: [
      { type: 'text', text: headText(intent, found, turn) },
      ...(rows.length > 0
        ? [
            {
              type: 'table' as const,
              columns: columnsFor(
                lang,
                rows.some((row) => row.unit !== ''),
              ),
              rows,
            },
          ]
        : []),
      ...buttonBlock(intent, page, { pages, lang, exports: found.length > 1 }),
    ],
  };
}

/** When it was written down, and by whom. */
function toldText({ told, by }: FindIntent, { lang, db, speaker }: Turn): string {
  const who =
    by === undefined ? '' : by === speaker.id ? { zh: '您', en: 'you' }[lang] : (findPerson(db, by)?.name ?? by);
  const when = told ? datesText(told, lang) : '';
  if (!who && !when) return '';
  return lang === 'zh' ? `${who}${when}记下` : `written down${who && ` by ${plain(who)}`}${when && ` on ${when}`}`;
}

function columnsFor(lang: Lang, units: boolean) {
  const zh = lang === 'zh';
  return [
    { key: 'index', label: '#', numeric: true },
    { key: 'no', label: zh ? '编号' : 'no.' },
    { key: 'title', label: zh ? '标题' : 'title' },
    ...(units ? [{ key: 'unit', label: zh ? '单位' : 'unit' }] : []),
    { key: 'on', label: zh ? '日期' : 'day' },
    { key: 'state', label: zh ? '状态' : 'state' },
  ];
}

function stateOf(entry: Entry, how: { lang: Lang; today: string }): string {
  const { lang, today } = how;
  const kind = kindOf(entry.kind);
  if (!kind) return entry.status;
  const state = stateText(kind, entry, lang);
  const waiting = kind.life.states[entry.status]?.open;
  if (!waiting || !entry.due) return state;
  const late = entry.due < today ? (lang === 'zh' ? '，已逾期' : ', overdue') : '';
  return lang === 'zh'
    ? `${state}，${dayText(entry.due, today, lang)}到期${late}`
    : `${state}, due ${dayText(entry.due, today, lang)}${late}`;
}

function buttonBlock(
  intent: FindIntent,
  page: number,
  how: { pages: number; lang: Lang; exports: boolean },
): { type: 'buttons'; buttons: Button[] }[] {
  const zh = how.lang === 'zh';
  const buttons: Button[] = [];
  if (page > 0) buttons.push({ label: zh ? '上一页' : 'Previous', intent: { ...intent, page: page - 1 } });
  if (page + 1 < how.pages) buttons.push({ label: zh ? '下一页' : 'Next', intent: { ...intent, page: page + 1 } });
  const { page: _page, ...whole } = intent;
  if (how.exports) buttons.push({ label: zh ? '导出' : 'Export', intent: { do: 'export', of: whole }, style: 'quiet' });
  return buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
}
