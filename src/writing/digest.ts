/** The day's digest by exception: what is new, late, due soon or went wrong, told in at most twelve lines. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Block, Button, Lang, Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { selectEntries } from '../store/entries.ts';
import { addWorkdays, MissingCalendarError } from '../time/calendar.ts';
import { addDays, type Day, dayLabel, startOfWeek, weekday, weekdayName } from '../time/day.ts';
import { byKind, byUnit, closedBetween, isWaiting, numbersOf } from './standing.ts';
import { yearLine } from './year-line.ts';

/** Fewer than an act takes at once. */
const mostUrged = 50;

interface Asked {
  readonly today: Day;
  readonly lang: Lang;
}

/** Lines that say something only; when nothing happened that is said too, so that silence never looks like failure. */
export function digestReply(db: Db, asked: Asked): Reply {
  const { today, lang } = asked;
  const since = lastWorkday(today);
  const entries = selectEntries(db, { asOf: today });
  const waiting = entries.filter((entry) => isWaiting(entry));
  const overdue = waiting.filter((entry) => entry.due !== undefined && entry.due < today);
  const fresh = entries.filter((entry) => isNew(entry, since, today));
  const news = [
    ...freshLines(fresh, lang),
    ...closedLines(closedBetween(entries, since, today), lang),
    ...dissatisfiedLines(entries, { since, today, lang }),
    ...overdueLines(overdue, lang),
    ...dueLines(waiting, asked),
    ...todayLines(entries, asked),
  ];
  const quiet = [
    ...(overdue.length === 0 ? [lang === 'zh' ? '0 件逾期' : '0 overdue'] : []),
    ...(fresh.length === 0 ? [lang === 'zh' ? '0 件新增' : '0 new'] : []),
  ];
  const year = yearLine(db, asked);
  const blocks: Block[] = [
    ...news.map((text): Block => ({ type: 'text', text })),
    ...(quiet.length > 0 ? [{ type: 'text', text: quiet.join(lang === 'zh' ? '，' : ', ') } as Block] : []),
    ...(year ? [{ type: 'note', text: year } as Block] : []),
    { type: 'note', text: sinceNote(since, asked) },
    ...overdueButtons(overdue, asked),
  ];
  const title = `${lang === 'zh' ? '每日简报' : 'Daily digest'} · ${lang === 'zh' ? `${dayLabel(today, lang)} ${weekdayName(today, lang)}` : `${weekdayName(today, lang)} ${dayLabel(today, lang)}`}`;
  return { lang, title, tone: overdue.length > 0 ? 'warn' : 'plain', blocks };
}

function sinceNote(since: Day, { today, lang }: Asked): string {
  const from = dayLabel(since, lang, today);
  return lang === 'zh' ? `新增与办结自${from}起（含）` : `new and closed since ${from}`;
}

/** The digest of a Monday tells the Friday and the weekend too. */
function lastWorkday(today: Day): Day {
  try {
    return addWorkdays(today, -1);
  } catch (error) {
    if (!(error instanceof MissingCalendarError)) throw error;
    return addDays(today, weekday(today) === 1 ? -3 : weekday(today) === 7 ? -2 : -1);
  }
}

function isNew(entry: Entry, since: Day, today: Day): boolean {
  if (entry.on < since || entry.on > today || entry.kind === 'indicator') return false;
  // A summary tells a span that ended earlier; it is no news of the day.
  if (entry.until !== undefined && entry.until > entry.on) return false;
  return kindOf(entry.kind)?.life.states[entry.status]?.counted ?? false;
}

function freshLines(fresh: readonly Entry[], lang: Lang): string[] {
  if (fresh.length === 0) return [];
  const orders = fresh.filter((entry) => entry.kind === 'instruction' && entry.fields.nature !== 'circulate');
  const others = fresh.filter((entry) => entry.kind !== 'instruction');
  const lines = others.length > 0 ? [`${label('新增', 'New', lang)}${byKind(others, lang)}`] : [];
  if (orders.length === 0) return lines;
  return [...lines, `${label('新批示', 'New instructions', lang)}${byUnit(orders, lang)}`];
}

function closedLines(closed: readonly Entry[], lang: Lang): string[] {
  return closed.length === 0 ? [] : [`${label('办结', 'Closed', lang)}${byKind(closed, lang)}`];
}

function dissatisfiedLines(entries: readonly Entry[], asked: Asked & { since: Day }): string[] {
  const { since, today, lang } = asked;
  const unhappy = entries.filter((entry) => {
    if (entry.fields.satisfaction !== 'dissatisfied') return false;
    const days = [entry.days.judge, entry.days.redo, entry.days.close].flatMap((list) => list ?? []);
    return entry.status === 'redo' || days.some((day) => day >= since && day <= today);
  });
  if (unhappy.length === 0) return [];
  return [`**${label('不满意', 'Dissatisfied', lang)}**${byUnit(unhappy, lang)}`];
}

function overdueLines(overdue: readonly Entry[], lang: Lang): string[] {
  if (overdue.length === 0) return [];
  const total = overdue.reduce((sum, entry) => sum + entry.quantity, 0);
  return [`**${lang === 'zh' ? `逾期${total}件：` : `${total} overdue: `}**${byUnit(overdue, lang)}`];
}

/** One tap to ask back, one to see what is meant. */
function overdueButtons(overdue: readonly Entry[], { today, lang }: Asked): Block[] {
  const nos = overdue.slice(0, mostUrged).map((entry) => entry.no);
  if (nos.length === 0) return [];
  const zh = lang === 'zh';
  const urge: Button = {
    label: zh ? '催一下' : 'Ask after them',
    intent: { do: 'advance', nos, move: 'urge', on: today },
    confirm: zh ? `催办逾期的 ${nos.length} 件？` : `Ask after the ${nos.length} overdue ones?`,
  };
  const list = { do: 'find', nos, filters: [], period: null };
  return [{ type: 'buttons', buttons: [urge, { label: zh ? '逾期明细' : 'Overdue ones', intent: list }] }];
}

/** Each waiting record stands in one line only: today, tomorrow, or the rest of the week. */
function dueLines(waiting: readonly Entry[], { today, lang }: Asked): string[] {
  const tomorrow = addDays(today, 1);
  const weekEnd = addDays(startOfWeek(today), 6);
  const spans: readonly [string, string, Day, Day][] = [
    ['今日到期', 'Due today', today, today],
    ['明日到期', 'Due tomorrow', tomorrow, tomorrow],
    ['本周内到期', 'Due this week', addDays(today, 2), weekEnd],
  ];
  return spans.flatMap(([zh, en, from, to]) => {
    const due = waiting.filter((entry) => entry.due !== undefined && entry.due >= from && entry.due <= to);
    return due.length > 0 ? [`${label(zh, en, lang)}${byUnit(due, lang)}`] : [];
  });
}

/** Meetings and visits that stand for today. */
function todayLines(entries: readonly Entry[], { today, lang }: Asked): string[] {
  const planned = entries.filter(
    (entry) => entry.on === today && entry.status === 'planned' && ['meeting', 'reception'].includes(entry.kind),
  );
  if (planned.length === 0) return [];
  return [
    `${label('今日安排', 'Today', lang)}${byKind(planned, lang)}${lang === 'zh' ? '' : ' '}${numbersOf(planned, lang)}`,
  ];
}

function label(zh: string, en: string, lang: Lang): string {
  return lang === 'zh' ? `${zh}：` : `${en}: `;
}
