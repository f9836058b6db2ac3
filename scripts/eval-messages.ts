/** Messages through the whole pipeline, each judged against what a careful clerk would have filed. */
import type { Text } from '../src/reply.ts';
import { aligned, alike, percent, type Report, type Row, tally } from './eval-row.ts';
import { type Around, linesOf, outcomesOf, type Said } from './eval-say.ts';
import { type Expected, judge, type Outcome, type Verdict } from './judge-message.ts';

interface Message {
  readonly text: string;
  readonly at: string;
  readonly from?: string;
  readonly role?: string;
  readonly replyTo?: string;
}

export interface MessageCase extends Message {
  readonly id: string;
  readonly group: string;
  readonly chat?: string;
  readonly setup?: readonly Message[];
  readonly expect: Expected;
}

/** All messages of a case; a reply names the earlier message by its place in the set-up (s1). */
function saidIn(one: MessageCase): Said[] {
  const before = (one.setup ?? []).map((message, index) => ({ message, id: `${one.id}#s${index + 1}` }));
  return [...before, { message: one, id: one.id }].map(({ message, id }) => ({
    id,
    text: message.text,
    at: message.at,
    from: message.from ?? one.from,
    role: message.role ?? one.role,
    chat: one.chat ?? one.id,
    ...(message.replyTo ? { replyTo: `${one.id}#${message.replyTo}` } : {}),
  }));
}

const groupNames: Readonly<Record<string, Text>> = {
  single: { zh: '消息：单条，各种类型', en: 'messages: single entries of all kinds' },
  multi: { zh: '消息：一条里好几件', en: 'messages: several in one' },
  lifecycle: { zh: '消息：办理进展', en: 'messages: progress of earlier records' },
  correction: { zh: '消息：更正', en: 'messages: corrections' },
  nofact: { zh: '消息：打算、愿望、否定', en: 'messages: plans, wishes, denials' },
  question: { zh: '消息：提问', en: 'messages: questions' },
  chat: { zh: '消息：寒暄', en: 'messages: small talk' },
  secret: { zh: '消息：涉密', en: 'messages: secrets' },
  asks: { zh: '消息：缺要素，要反问', en: 'messages: something missing to be asked for' },
  injection: { zh: '消息：注入指令', en: 'messages: injected commands' },
  all: { zh: '消息：全部', en: 'messages: all' },
};

/** @param file lines `{id, group, text, at, from, chat?, setup?, expect}` */
export async function messagesReport(
  file: string,
  around: Around = {},
): Promise<Report & { readonly verdicts: readonly Verdict[] }> {
  const cases = linesOf<MessageCase>(file);
  const got = await outcomesOf<Outcome>(cases.flatMap(saidIn), around);
  const judged = cases.map((one) => ({ one, outcome: got.get(one.id), verdict: judge(one.expect, got.get(one.id)) }));
  const groups = [...new Set(cases.map((one) => one.group)), 'all'];
  return {
    verdicts: judged.map(({ verdict }) => verdict),
    rows: groups.map((name) =>
      rowOf(
        name,
        judged.flatMap(({ one, verdict }) => (name === 'all' || one.group === name ? verdict : [])),
      ),
    ),
    details: [kindTable(judged.map(({ verdict }) => verdict)), fieldTable(judged.map(({ verdict }) => verdict))],
    failures: judged
      .filter(({ verdict }) => !verdict.right)
      .map(({ one, outcome, verdict }) =>
        [
          `✗ ${one.id} [${one.group}] ${one.at.slice(0, 10)}: ${verdict.why.join('; ')}`,
          ...(one.setup ?? []).map((before) => `    before ${before.text}`),
          `    text   ${one.text.replace(/\n/g, ' ⏎ ')}`,
          `    want   ${JSON.stringify(one.expect)}`,
          `    got    ${outcome ? JSON.stringify({ records: outcome.records, changes: outcome.changes, asks: outcome.asks, refused: outcome.refused }) : 'nothing'}`,
        ].join('\n'),
      ),
  };
}

function rowOf(name: string, verdicts: readonly Verdict[]): Row {
  const share = (fits: (verdict: Verdict) => boolean) => percent(verdicts.filter(fits).length / verdicts.length);
  const [right, wrote, missed] = [share((one) => one.right), share((one) => one.wrote), share((one) => one.missed > 0)];
  return {
    what: groupNames[name] ?? alike(`messages: ${name}`),
    cases: verdicts.length,
    figures: {
      zh: `全对 ${right}，错记 ${wrote}，漏记 ${missed}`,
      en: `right ${right}, wrong writes ${wrote}, missed ${missed}`,
    },
  };
}

/** Kind expected × kind got, where they differ, the most frequent first. */
function kindTable(verdicts: readonly Verdict[]): string {
  const pairs = new Map<string, number>();
  for (const { kinds } of verdicts) for (const [want, got] of kinds) if (want !== got) tally(pairs, `${want}\t${got}`);
  const rows = [...pairs].sort((a, b) => b[1] - a[1]).map(([pair, times]) => [...pair.split('\t'), times]);
  return rows.length === 0 ? 'every kind as expected' : aligned([['kind expected', 'kind got', 'times'], ...rows]);
}

/** The fields most often wrong, with how often they were asked for. */
function fieldTable(verdicts: readonly Verdict[]): string {
  const asked = new Map<string, number>();
  const wrong = new Map<string, number>();
  for (const { fields } of verdicts) {
    for (const [name, fits] of fields) {
      tally(asked, name);
      if (!fits) tally(wrong, name);
    }
  }
  const rows = [...wrong].sort((a, b) => b[1] - a[1]).map(([name, times]) => [name, times, asked.get(name)!]);
  return rows.length === 0 ? 'every field as expected' : aligned([['field', 'wrong', 'of'], ...rows]);
}
