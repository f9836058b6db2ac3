/** Questions over a ledger, each judged against the figure an independent computation gave. */
import type { Text } from '../src/reply.ts';
import { aligned, percent, type Report, type Row } from './eval-row.ts';
import { linesOf, outcomesOf, type Said } from './eval-say.ts';
import { type AnswerVerdict, judgeAnswer, type Told, type Wanted } from './judge-answer.ts';

interface QuestionCase {
  readonly id: string;
  readonly group: string;
  readonly lang: string;
  readonly text: string;
  readonly at: string;
  readonly from: string;
  readonly setup?: readonly string[];
  readonly expect: Wanted;
}

interface Judged {
  readonly one: QuestionCase;
  readonly told: Told | undefined;
  readonly verdict: AnswerVerdict;
}

/** Each case talks in a chat of its own; the questions before it stand in `setup`. */
function saidIn(one: QuestionCase): Said[] {
  const texts = [...(one.setup ?? []), one.text];
  return texts.map((text, index) => ({
    id: index === texts.length - 1 ? one.id : `${one.id}#s${index + 1}`,
    text,
    at: one.at,
    from: one.from,
    chat: `ask-${one.id}`,
  }));
}

/** @param file lines `{id, group, lang, text, at, from, setup?, expect}` */
export async function questionsReport(file: string, ledger: string): Promise<Report> {
  const cases = linesOf<QuestionCase>(file);
  const got = await outcomesOf<Told>(cases.flatMap(saidIn), { ledger });
  const judged = cases.map((one): Judged => {
    const told = got.get(one.id);
    return { one, told, verdict: judgeAnswer(one.expect, told) };
  });
  return {
    rows: [rowOf({ zh: '提问：全部', en: 'questions: all' }, judged)],
    details: [tableBy('group', judged, (one) => one.group), tableBy('language', judged, (one) => one.lang)],
    failures: judged.filter(({ verdict }) => verdict !== 'right').map(failureText),
  };
}

function shares(judged: readonly Judged[]): Record<'right' | 'wrong' | 'declined', string> {
  const share = (...verdicts: AnswerVerdict[]) =>
    percent(judged.filter(({ verdict }) => verdicts.includes(verdict)).length / judged.length);
  return { right: share('right'), wrong: share('wrong', 'wrote'), declined: share('declined') };
}

function rowOf(what: Text, judged: readonly Judged[]): Row {
  const { right, wrong, declined } = shares(judged);
  return {
    what,
    cases: judged.length,
    figures: {
      zh: `答对 ${right}，答错 ${wrong}，未答 ${declined}`,
      en: `right ${right}, wrong ${wrong}, declined ${declined}`,
    },
  };
}

function tableBy(head: string, judged: readonly Judged[], key: (one: QuestionCase) => string): string {
  const rows = [...new Set(judged.map(({ one }) => key(one)))].map((name) => {
    const own = judged.filter(({ one }) => key(one) === name);
    const { right, wrong, declined } = shares(own);
    return [name, own.length, right, wrong, declined];
  });
  return aligned([[head, 'cases', 'right', 'wrong', 'declined'], ...rows]);
}

function failureText({ one, told, verdict }: Judged): string {
  const { measure, value, rows, period } = told?.answer ?? { value: null, rows: null };
  return [
    `✗ ${one.id} [${one.group}] ${verdict}: ${[...(one.setup ?? []), one.text].join(' / ')}`,
    `    want ${JSON.stringify(one.expect)}`,
    `    got  ${told?.answer ? JSON.stringify({ measure, value, period, rows: rows?.slice(0, 12) }) : JSON.stringify(told?.refused ?? told?.asks ?? 'nothing')}`,
    `    said ${JSON.stringify((told?.text ?? '').slice(0, 160))}`,
  ].join('\n');
}
