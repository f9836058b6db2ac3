/** One line of the year to date: the figures leaders ask for first. */
import { preciseLabel } from '../kinds/kind.ts';
import type { Lang, Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { type Filter, figure, isRefused } from '../store/measures.ts';
import { addDays, type Day, startOfYear } from '../time/day.ts';

interface Told {
  readonly kind: string;
  readonly measure: string;
  readonly label: Text;
  readonly filters?: readonly Filter[];
}

const told: readonly Told[] = [
  { kind: 'inspection', measure: 'total', label: { zh: '督查', en: 'inspections' } },
  {
    kind: 'proposal',
    measure: 'total',
    label: { zh: '建议', en: 'suggestions' },
    filters: [{ field: 'source', values: ['npc'] }],
  },
  {
    kind: 'proposal',
    measure: 'total',
    label: { zh: '提案', en: 'proposals' },
    filters: [{ field: 'source', values: ['cppcc'] }],
  },
  { kind: 'information', measure: 'adopted', label: { zh: '信息采用', en: 'reports adopted' } },
  { kind: 'information', measure: 'score', label: { zh: '信息得分', en: 'score' } },
  { kind: 'instruction', measure: 'total', label: { zh: '批示', en: 'instructions' } },
  { kind: 'outgoing', measure: 'issued', label: { zh: '发文', en: 'documents issued' } },
  { kind: 'meeting', measure: 'total', label: { zh: '会务', en: 'meetings' } },
  { kind: 'reception', measure: 'total', label: { zh: '接待', en: 'receptions' } },
];

/** Undefined when the year has no figures yet. */
export function yearLine(db: Db, { today, lang }: { today: Day; lang: Lang }): string | undefined {
  const period = { from: startOfYear(today), to: addDays(today, 1) };
  const parts = told.flatMap(({ kind, measure, label, filters }) => {
    const found = figure(db, { kind, measure, period, asOf: today, ...(filters ? { filters } : {}) });
    if (isRefused(found) || !found.value) return [];
    const value = preciseLabel(found.value, found.precision, lang);
    return [lang === 'zh' ? `${label.zh}${value}${found.unit.zh}` : `${label.en} ${value}`];
  });
  if (parts.length === 0) return undefined;
  return lang === 'zh' ? `今年：${parts.join(' | ')}` : `Year to date: ${parts.join(' | ')}`;
}
