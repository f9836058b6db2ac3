/** How records are put into words: one head line, one line of details; the same on receipts, lists and pages. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { countedLabel, type Field, numberIn, oneOf, type RecordKind, type Value, valueLabel } from '../kinds/kind.ts';
import { type Lang, plain } from '../reply.ts';
import { type Day, weekdayName } from '../time/day.ts';

/** What a record is called: its title, else the first text that tells what it was about, else its kind. */
/** A record called by a usual value (联网单位) is called so in the reader's language. */
function usualName(kind: RecordKind | undefined, title: string, lang: Lang): string {
  const known = Object.values(kind?.fields ?? {}).flatMap((field) => field.known ?? []);
  return known.find(({ label }) => label.zh === title)?.label[lang] ?? title;
}

export function nameOf(entry: Entry, lang: Lang): string {
  const kind = kindOf(entry.kind);
  if (entry.title) return plain(usualName(kind, entry.title, lang));
  for (const name of ['topic', 'subject', 'matter', 'name', 'journal', 'visitor', 'docNo']) {
    const value = entry.fields[name];
    if (typeof value === 'string' && value) return plain(valueLabel(kind?.fields[name], value, lang));
  }
  return kind ? oneOf(kind, lang) : entry.kind;
}

/** `**督-2026-019** 督查 · 农村教育` */
export function headOf(entry: Entry, lang: Lang): string {
  const kind = kindOf(entry.kind);
  const called = kind ? oneOf(kind, lang) : entry.kind;
  const name = nameOf(entry, lang);
  return `**${entry.no}** ${called}${name === called ? '' : ` · ${name}`}`;
}

/** 11月19日(周四) / Thu 19 Nov; with the year when it is another one. */
export function dayText(day: Day, today: Day, lang: Lang): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const otherYear = year !== today.slice(0, 4);
  if (lang === 'zh')
    return `${otherYear ? `${year}年` : ''}${Number(month)}月${Number(date)}日（${weekdayName(day, 'zh')}）`;
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${weekdayName(day, 'en')} ${Number(date)} ${names[Number(month) - 1]}${otherYear ? ` ${year}` : ''}`;
}

export interface Detail {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Everything worth saying of a record besides its head, in reading order. */
export function detailsOf(entry: Entry, lang: Lang, today: Day): Detail[] {
  const kind = kindOf(entry.kind);
  if (!kind) return [];
  const zh = lang === 'zh';
  const details: Detail[] = [
    {
      name: 'on',
      label: zh ? '日期' : 'day',
      value:
        entry.until && entry.until !== entry.on
          ? `${dayText(entry.on, today, lang)}${zh ? '至' : ' to '}${dayText(entry.until, today, lang)}`
          : dayText(entry.on, today, lang),
    },
  ];
  if (kind.counts.zh !== '—') {
    details.push({
      name: 'quantity',
      label: zh ? '数量' : 'quantity',
      value: countedLabel(entry.quantity, entry.precision, { unit: kind.counts, lang }),
    });
  }
  const unitField = Object.values(kind.fields).find((field) => field.isUnit);
  if (entry.unit)
    details.push({ name: 'unit', label: unitField?.label[lang] ?? (zh ? '单位' : 'unit'), value: plain(entry.unit) });
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = entry.fields[name];
    if (value === undefined || field.isUnit) continue;
    details.push({ name, label: field.label[lang], value: fieldText(field, value, lang) });
  }
  details.push({ name: 'status', label: zh ? '状态' : 'state', value: stateText(kind, entry, lang) });
  if (entry.due) details.push({ name: 'due', label: zh ? '期限' : 'due', value: dayText(entry.due, today, lang) });
  if (entry.note) details.push({ name: 'note', label: zh ? '备注' : 'note', value: plain(entry.note) });
  return details;
}

function fieldText(field: Field, value: Value, lang: Lang): string {
  const number = numberIn(value);
  if (number && field.counts) return countedLabel(number.value, number.precision, { unit: field.counts, lang });
  return plain(valueLabel(field, value, lang));
}

/** The state in words; what is shown over it comes first. */
export function stateText(kind: RecordKind, entry: Entry, lang: Lang): string {
  const state = kind.life.states[entry.status]?.label[lang] ?? entry.status;
  if (!entry.overlay) return state;
  const overlays: Record<string, { zh: string; en: string }> = {
    extended: { zh: '已延期', en: 'extended' },
    paused: { zh: '暂停', en: 'paused' },
    suspended: { zh: '中止', en: 'suspended' },
  };
  return `${overlays[entry.overlay]?.[lang] ?? entry.overlay} · ${state}`;
}

/** 4个点位 style short line: only what was filled, without labels that repeat themselves. */
export function shortDetails(entry: Entry, context: { lang: Lang; today: Day; assumed?: ReadonlySet<string> }): string {
  const { lang, today, assumed } = context;
  const mark = lang === 'zh' ? '（默认）' : ' (assumed)';
  return detailsOf(entry, lang, today)
    .filter(
      (detail) =>
        detail.name !== 'status' || kindOf(entry.kind)?.life.moves.log === undefined || entry.status !== 'logged',
    )
    .map((detail) => {
      const bare = detail.name === 'on' || detail.name === 'quantity' || detail.name === 'status';
      const text = bare
        ? detail.value
        : `${detail.label}${lang === 'zh' ? '' : ': '}${lang === 'zh' ? ' ' : ''}${detail.value}`;
      return assumed?.has(detail.name) ? `${text}${mark}` : text;
    })
    .join(' · ');
}
