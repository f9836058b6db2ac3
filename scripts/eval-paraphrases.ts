/** The same question in other words must get the same answer: how steady the answers are. */
import { percent, type Report } from './eval-row.ts';
import { linesOf, outcomesOf } from './eval-say.ts';
import type { Told } from './judge-answer.ts';

interface ParaphraseCase {
  readonly id: string;
  readonly text: string;
  readonly at?: string;
  readonly from?: string;
  readonly paraphrases: readonly string[];
}

/** Of ten ways to ask, so many must be answered alike. */
const steadyShare = 0.9;

/** @param file lines `{id, text, paraphrases: [...]}` */
export async function paraphrasesReport(file: string, ledger: string): Promise<Report> {
  const cases = linesOf<ParaphraseCase>(file);
  const wording = (one: ParaphraseCase, text: string, index: number) => ({
    id: `${one.id}#${index}`,
    text,
    at: one.at ?? '2026-11-20T17:00:00+08:00',
    from: one.from ?? 'Grace',
    chat: `${one.id}#${index}`,
  });
  // What is compared with comes first: a wording taken for a statement must not change it.
  const said = [
    ...cases.map((one) => wording(one, one.text, 0)),
    ...cases.flatMap((one) => one.paraphrases.map((text, index) => wording(one, text, index + 1))),
  ];
  const got = await outcomesOf<Told>(said, { ledger });
  const judged = cases.map((one) => {
    const base = got.get(`${one.id}#0`);
    const other = one.paraphrases.filter(
      (_, index) => figureKey(got.get(`${one.id}#${index + 1}`)) !== figureKey(base),
    );
    const wrong = one.paraphrases.filter((_, index) => {
      const told = got.get(`${one.id}#${index + 1}`);
      return (told?.answer || told?.records.length) && figureKey(told) !== figureKey(base);
    });
    return {
      one,
      base,
      other,
      wrong,
      steady: one.paraphrases.length - other.length >= steadyShare * one.paraphrases.length,
    };
  });
  const all = cases.reduce((sum, one) => sum + one.paraphrases.length, 0);
  const alike = percent((all - judged.reduce((sum, one) => sum + one.other.length, 0)) / all);
  const wrong = percent(judged.reduce((sum, one) => sum + one.wrong.length, 0) / all);
  const steady = percent(judged.filter((one) => one.steady).length / cases.length);
  return {
    rows: [
      {
        what: { zh: '同一问题换种说法', en: 'the same question in other words' },
        cases: cases.length,
        figures: {
          zh: `十问九同 ${steady}；单句相同 ${alike}，另答他数 ${wrong}`,
          en: `nine of ten alike ${steady}; of all wordings ${alike} alike, ${wrong} another figure`,
        },
      },
    ],
    details: [],
    failures: judged
      .filter((one) => one.other.length > 0)
      .map(({ one, base, other }) =>
        [
          `✗ ${one.id} ${one.text} → ${figureKey(base)}`,
          ...other.map((text) => {
            const told = got.get(`${one.id}#${one.paraphrases.indexOf(text) + 1}`);
            return `    ${text}\n        → ${figureKey(told)} ${JSON.stringify((told?.text ?? '').slice(0, 100))}`;
          }),
        ].join('\n'),
      ),
  };
}

/** What makes two answers the same: value and parts, or the reason why there is none. */
function figureKey(told: Told | undefined): string {
  if (!told) return 'no answer';
  const { answer, records, changes } = told;
  if (records.length + changes.length > 0) return 'wrote a record';
  if (!answer) return told.asks ? 'asks' : (told.refused ?? told.text.slice(0, 80));
  const rows = answer.rows?.map(({ key, value }) => `${key}=${value}`).sort();
  return JSON.stringify([answer.value, rows ?? []]);
}
