/** The legal and customary deadlines, one table, and the reckoning that explains itself line by line. */
import { isWorkday, nextWorkday } from './calendar.ts';
import { addDays, addMonths, type Day, dayLabel, maxDay, weekdayName } from './day.ts';

export type Unit = 'days' | 'months' | 'workdays';

export type RuleId =
  | 'proposal.reply'
  | 'proposal.redo'
  | 'proposal.opinion'
  | 'instruction.urgent'
  | 'instruction.normal'
  | 'instruction.difficult'
  | 'reconsideration.accept'
  | 'reconsideration.decide'
  | 'reconsideration.simple'
  | 'application.reply'
  | 'disclosure.publish'
  | 'letter.petition'
  | 'letter.consult'
  | 'letter.complaint';

interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface Rule {
  readonly id: RuleId;
  readonly name: Text;
  readonly unit: Unit;
  readonly length: number;
  /** The whole length once extended; null where the law knows no extension. */
  readonly extended: number | null;
  /** A due day that is no workday moves to the next one. */
  readonly roll: boolean;
  readonly source: Text;
}

const local: Text = { zh: '本地办理规定', en: 'local rules' };
const reconsiderationLaw = (article: string): Text => ({
  zh: `《行政复议法》（2023年修订）第${article}条`,
  en: `Administrative Reconsideration Law (2023), article ${article}`,
});
const disclosureLaw = (article: string): Text => ({
  zh: `《政府信息公开条例》第${article}条`,
  en: `Regulations on Open Government Information, article ${article}`,
});

type Row = readonly [
  id: RuleId,
  unit: Unit,
  length: number,
  extended: number | null,
  roll: boolean,
  name: Text,
  source: Text,
];

const table: readonly Row[] = [
  [
    'proposal.reply',
    'months',
    3,
    6,
    false,
    { zh: '建议提案答复', en: 'reply to a proposal' },
    { zh: '《代表法》（2025年修正）第51条', en: 'Deputies Law (2025), article 51' },
  ],
  [
    'proposal.redo',
    'months',
    1,
    null,
    false,
    { zh: '建议提案重新办理', en: 'proposal handled anew' },
    { zh: '地方实施办法（如浙江第43条）', en: 'local rules, e.g. Zhejiang, article 43' },
  ],
  ['proposal.opinion', 'months', 1, null, false, { zh: '会办意见', en: 'opinion of a co-unit' }, local],
  ['instruction.urgent', 'days', 5, null, false, { zh: '紧急批示', en: 'urgent instruction' }, local],
  ['instruction.normal', 'days', 15, null, false, { zh: '一般批示', en: 'normal instruction' }, local],
  ['instruction.difficult', 'days', 30, null, false, { zh: '疑难批示', en: 'difficult instruction' }, local],
  [
    'reconsideration.accept',
    'workdays',
    5,
    null,
    false,
    { zh: '行政复议受理审查', en: 'acceptance of a reconsideration' },
    reconsiderationLaw('30、88'),
  ],
  [
    'reconsideration.decide',
    'days',
    60,
    90,
    true,
    { zh: '行政复议决定', en: 'decision of a reconsideration' },
    reconsiderationLaw('62'),
  ],
  [
    'reconsideration.simple',
    'days',
    30,
    null,
    true,
    { zh: '行政复议决定（简易程序）', en: 'decision of a reconsideration, simple procedure' },
    reconsiderationLaw('62'),
  ],
  [
    'application.reply',
    'workdays',
    20,
    40,
    false,
    { zh: '依申请公开答复', en: 'reply to an application' },
    disclosureLaw('33'),
  ],
  ['disclosure.publish', 'workdays', 20, null, false, { zh: '主动公开', en: 'publication' }, disclosureLaw('26')],
  [
    'letter.petition',
    'days',
    60,
    90,
    false,
    { zh: '信访事项办结', en: 'petition closed' },
    { zh: '《信访工作条例》第34条', en: 'Regulations on Petition Work, article 34' },
  ],
  ['letter.consult', 'workdays', 3, null, false, { zh: '咨询建议类来信', en: 'letter: question or suggestion' }, local],
  ['letter.complaint', 'workdays', 7, null, false, { zh: '投诉求助类来信', en: 'letter: complaint or plea' }, local],
];

export const rules = Object.fromEntries(
  table.map(([id, unit, length, extended, roll, name, source]) => [
    id,
    { id, unit, length, extended, roll, name, source },
  ]),
) as unknown as Readonly<Record<RuleId, Rule>>;

export function isRuleId(x: unknown): x is RuleId {
  return typeof x === 'string' && Object.hasOwn(rules, x);
}

/** Closed-open; without `to` the clock is still stopped. */
export interface Pause {
  readonly from: Day;
  readonly to?: Day | null;
}

export interface DueOptions {
  readonly pauses?: readonly Pause[];
  /** True for the extension the rule knows. */
  readonly extended?: boolean;
}

/** A rule's id, or the rule itself where an office set its own length. */
export type RuleLike = RuleId | Rule;

interface Reckoning {
  readonly due: Day;
  readonly unrolled: Day;
  readonly pausedDays: number;
  readonly length: number;
}

/** Pauses in order and without overlap, so that a day is counted once; null when one is open. */
function closedPauses(pauses: readonly Pause[]): { from: Day; to: Day }[] | null {
  const merged: { from: Day; to: Day }[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!pause.to) return null;
    if (pause.to <= pause.from) continue;
    const last = merged.at(-1);
    if (last && pause.from <= last.to) last.to = maxDay(last.to, pause.to);
    else merged.push({ from: pause.from, to: pause.to });
  }
  return merged;
}

function countDays(from: Day, length: number, counts: (day: Day) => boolean): Day {
  let day = from;
  for (let left = length; left > 0; ) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}

function reckon(rule: Rule, from: Day, opts: DueOptions): Reckoning | null {
  const pauses = closedPauses(opts.pauses ?? []);
  if (!pauses) return null;
  const length = opts.extended && rule.extended !== null ? rule.extended : rule.length;
  const paused = (day: Day) => pauses.some((pause) => pause.from <= day && day < pause.to);
  let pausedDays = 0;
  let due: Day;
  if (rule.unit === 'months') {
    due = addMonths(from, length);
    // Every paused day up to the due day moves it on; the day it moves to may be paused again.
    for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) {
      if (!paused(day)) continue;
      pausedDays += 1;
      due = addDays(due, 1);
    }
  } else {
    due = countDays(from, length, (day) => {
      if (paused(day)) {
        pausedDays += 1;
        return false;
      }
      return rule.unit === 'days' || isWorkday(day);
    });
  }
  return { due: rule.roll ? nextWorkday(due) : due, unrolled: due, pausedDays, length };
}

const ruleOf = (rule: RuleLike): Rule => (typeof rule === 'string' ? rules[rule] : rule);

/** The last day on which it is still on time; null while a pause is open. @throws MissingCalendarError */
export function dueDay(rule: RuleLike, from: Day, opts: DueOptions = {}): Day | null {
  return reckon(ruleOf(rule), from, opts)?.due ?? null;
}

const unitWords: Record<Unit, Text> = {
  days: { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
  workdays: { zh: '个工作日', en: 'workdays' },
};

const full = (day: Day, lang: 'zh' | 'en') =>
  lang === 'zh'
    ? `${dayLabel(day, lang)}(${weekdayName(day, lang)})`
    : `${weekdayName(day, lang)}, ${dayLabel(day, lang)}`;

/** The due day with the reckoning in words, one line a step. @throws MissingCalendarError */
export function derive(rule: RuleLike, from: Day, opts: DueOptions = {}): { due: Day | null; steps: Text[] } {
  const used = ruleOf(rule);
  const done = reckon(used, from, opts);
  const length = done?.length ?? used.length;
  const unit = unitWords[used.unit];
  const first = addDays(from, 1);
  const steps: Text[] = [
    {
      zh: `依据${used.source.zh}：${used.name.zh} ${length} ${unit.zh}${length === used.length ? '' : '（已延长）'}`,
      en: `${used.source.en}: ${used.name.en}, ${length} ${unit.en}${length === used.length ? '' : ' (extended)'}`,
    },
    {
      zh: `${full(from, 'zh')}起算，当日不计，${full(first, 'zh')}为第 1 日`,
      en: `from ${full(from, 'en')}; that day is not counted, ${full(first, 'en')} is day 1`,
    },
  ];
  if (!done) {
    steps.push({ zh: '停表未结束，暂无到期日', en: 'the clock is stopped: no due day yet' });
    return { due: null, steps };
  }
  if (done.pausedDays > 0)
    steps.push({ zh: `扣除停表 ${done.pausedDays} 日`, en: `${done.pausedDays} paused days are not counted` });
  if (used.unit === 'workdays')
    steps.push({
      zh: '周末和法定节假日不计，调休上班日计入',
      en: 'weekends and holidays do not count, make-up workdays do',
    });
  steps.push({ zh: `届满 ${full(done.unrolled, 'zh')}`, en: `it ends on ${full(done.unrolled, 'en')}` });
  if (done.due !== done.unrolled)
    steps.push({
      zh: `届满日非工作日，顺延至 ${full(done.due, 'zh')}`,
      en: `no workday: moves to ${full(done.due, 'en')}`,
    });
  return { due: done.due, steps };
}
