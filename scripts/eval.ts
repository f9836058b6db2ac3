/**
 * Accuracy in one table.
 *
 *   npm run eval                                       the project's own messages, questions and paraphrases
 *   npm run eval -- --messages FILE                    messages with their expected records
 *   npm run eval -- --questions FILE [--ledger FILE]   questions with their figures, over a ledger (the own one by default)
 *   npm run eval -- --paraphrases FILE [--ledger FILE] the same question in other words
 *   npm run eval -- --statements FILE                  the same statement in other words
 *   npm run eval -- --cases DIR                        a folder of case sets with their scorers
 *   npm run eval -- --moods [NAME …]                   messages with a scripted model in each of its moods
 *   npm run eval -- --model URL[,URL…]                 messages with a model beside the rules alone (OPENAI_MODEL, OPENAI_API_KEY)
 *
 * `--verbose` lists every failure, `--write` puts the tables of the own cases or of the folder into both READMEs.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messagesReport } from './eval-messages.ts';
import { modelReport, moodsReport, type Service } from './eval-model.ts';
import { paraphrasesReport } from './eval-paraphrases.ts';
import { questionsReport } from './eval-questions.ts';
import { aligned, type Report } from './eval-row.ts';
import { ownFile } from './eval-say.ts';
import { sharedReport } from './eval-shared.ts';
import { steadinessReport } from './eval-steadiness.ts';
import { writeTables } from './eval-write.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string' },
    questions: { type: 'string' },
    paraphrases: { type: 'string' },
    statements: { type: 'string' },
    ledger: { type: 'string' },
    cases: { type: 'string' },
    model: { type: 'string' },
    moods: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const ledger = values.ledger ? resolve(values.ledger) : ownFile('ledger.jsonl.gz');
const messages = values.messages ? resolve(values.messages) : ownFile('messages.jsonl');
const one = values.messages ?? values.questions ?? values.paraphrases ?? values.statements;
const reports: Report[] = [];
if (values.moods) reports.push(await moodsReport(messages, positionals));
else if (values.model) reports.push(await modelReport(messages, servicesOf(values.model)));
else if (values.messages) reports.push(await messagesReport(resolve(values.messages)));
if (values.questions) reports.push(await questionsReport(resolve(values.questions), ledger));
if (values.paraphrases) reports.push(await paraphrasesReport(resolve(values.paraphrases), ledger));
if (values.statements) reports.push(await steadinessReport(resolve(values.statements)));
if (values.cases) reports.push(await sharedReport(resolve(values.cases)));
if (!one && !values.cases && !values.moods && !values.model) {
  reports.push(await messagesReport(ownFile('messages.jsonl')));
  reports.push(await questionsReport(ownFile('questions.jsonl'), ledger));
  reports.push(await paraphrasesReport(ownFile('paraphrases.jsonl'), ledger));
  reports.push(await steadinessReport(ownFile('statements.jsonl')));
}

/** One service, or the same one asked as several models: `URL#name,URL#other`. */
function servicesOf(list: string): Service[] {
  return list.split(',').map((one) => {
    const [url = '', model = process.env.OPENAI_MODEL ?? 'default'] = one.split('#');
    return { name: model, url, model, key: process.env.OPENAI_API_KEY };
  });
}

const print = (text: string) => process.stdout.write(`${text}\n\n`);
if (values.verbose) for (const report of reports) for (const failure of report.failures) print(failure);
for (const report of reports) for (const detail of report.details) print(detail);
const rows = reports.flatMap((report) => report.rows);
print(aligned(rows.map((row) => [row.what.en, row.cases, row.figures.en])));
if (values.write && !one) writeTables(values.cases ? 'sets' : 'own', rows);
