/** The same statement in other words must be filed alike: how steady the ear is. */
import { kindOf } from '../src/kinds/all.ts';
import { percent, type Report } from './eval-row.ts';
import { linesOf, outcomesOf } from './eval-say.ts';
import type { Outcome } from './judge-message.ts';

interface StatementCase {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly from?: string;
  readonly paraphrases: readonly string[];
}

/** Of ten ways to tell it, so many must be filed alike. */
const steadyShare = 0.9;

/** @param file lines `{id, text, at, paraphrases: [...]}` */
export async function steadinessReport(file: string): Promise<Report> {
  const cases = linesOf<StatementCase>(file);
  const got = new Map<string, Outcome>();
  const most = Math.max(0, ...cases.map((one) => one.paraphrases.length));
  // A ledger for every round: told again, the same case number would be an update.
  for (let index = 0; index <= most; index += 1) {
    const said = cases.flatMap((one) => {
      const text = [one.text, ...one.paraphrases][index];
      const id = `${one.id}#${index}`;
      return text === undefined ? [] : [{ id, text, at: one.at, from: one.from ?? '李梅', chat: id }];
    });
    for (const [id, outcome] of await outcomesOf<Outcome>(said)) got.set(id, outcome);
  }
  const judged = cases.map((one) => {
    const base = filedAs(got.get(`${one.id}#0`));
    const other = one.paraphrases
      .map((text, index) => ({ text, filed: filedAs(got.get(`${one.id}#${index + 1}`)) }))
      .filter(({ filed }) => filed !== base);
    return { one, base, other, steady: one.paraphrases.length - other.length >= steadyShare * one.paraphrases.length };
  });
  const all = cases.reduce((sum, one) => sum + one.paraphrases.length, 0);
  const alike = percent((all - judged.reduce((sum, { other }) => sum + other.length, 0)) / all);
  const steady = percent(judged.filter((one) => one.steady).length / cases.length);
  return {
    rows: [
      {
        what: { zh: '同一件事换种说法', en: 'the same statement in other words' },
        cases: cases.length,
        figures: {
          zh: `十说九同 ${steady}；单句相同 ${alike}`,
          en: `nine of ten alike ${steady}; of all wordings ${alike} alike`,
        },
      },
    ],
    details: [],
    failures: judged
      .filter(({ other }) => other.length > 0)
      .map(({ one, base, other }) =>
        [
          `✗ ${one.id} ${one.text} → ${base}`,
          ...other.map(({ text, filed }) => `    ${text}\n        → ${filed}`),
        ].join('\n'),
      ),
  };
}

/** What makes two filings the same: kind, day, count, unit, state and every field that is no free text. */
function filedAs(outcome: Outcome | undefined): string {
  if (!outcome) return 'no answer';
  if (outcome.records.length === 0) return outcome.asks ? 'asks' : (outcome.refused ?? 'nothing');
  return outcome.records
    .map((record) => {
      const fields = Object.entries(record.fields ?? {})
        .filter(([name]) => kindOf(record.kind)?.fields[name]?.type !== 'text')
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify([record.kind, record.on, record.quantity, record.unit, record.status, record.due, fields]);
    })
    .sort()
    .join(' ');
}
