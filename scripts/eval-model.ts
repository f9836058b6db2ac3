/** Messages with a model as second reader beside the rules alone: what it gains, what it costs, how long it takes. */
import { type Mood, modelService, moods } from '../tests/support/model-service.ts';
import { type MessageCase, messagesReport } from './eval-messages.ts';
import { aligned, percent, type Report } from './eval-row.ts';
import { linesOf, type Told } from './eval-say.ts';

interface Measured {
  readonly name: string;
  readonly right: number;
  readonly wrong: number;
  readonly cases: number;
  readonly told: readonly Told[];
  readonly seconds: number;
}

/** Where a model is; `key` and `model` as the service wants them. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
}

/** The service itself, with the rules alone above it. */
export async function modelReport(file: string, services: readonly Service[]): Promise<Report> {
  const measured = [await measure(file)];
  for (const service of services) measured.push(await measure(file, service));
  return reportOf(measured);
}

/** The scripted service in each of its moods. */
export async function moodsReport(file: string, wanted: readonly string[]): Promise<Report> {
  const measured = [await measure(file)];
  for (const mood of moods.filter((one) => wanted.length === 0 || wanted.includes(String(one)))) {
    const service = await modelService(mood as Mood);
    measured.push(await measure(file, { name: String(mood), url: service.url, model: 'scripted' }));
    await service.close();
  }
  return reportOf(measured);
}

async function measure(file: string, service?: Service): Promise<Measured> {
  const told: Told[] = [];
  const environment: Record<string, string> = service
    ? {
        OPENAI_BASE_URL: service.url,
        OPENAI_MODEL: service.model,
        OPENAI_API_KEY: service.key ?? '',
        LOG_LEVEL: 'debug',
      }
    : { OPENAI_BASE_URL: '', OPENAI_MODEL: '', OPENAI_API_KEY: '' };
  const begun = Date.now();
  const { verdicts } = await messagesReport(file, { environment, told: (line) => told.push(line) });
  return {
    name: service?.name ?? 'rules alone',
    right: verdicts.filter(({ right }) => right).length,
    wrong: verdicts.filter(({ wrote }) => wrote).length,
    cases: linesOf<MessageCase>(file).length,
    told,
    seconds: (Date.now() - begun) / 1000,
  };
}

function reportOf(measured: readonly Measured[]): Report {
  const rows = measured.map(({ name, right, wrong, cases, told, seconds }) => {
    const calls = told.filter(({ event }) => event === 'the model was asked');
    const times = calls.map(({ facts }) => Number(facts.ms)).sort((a, b) => a - b);
    const tokens = calls.reduce((sum, { facts }) => sum + Number(facts.tokens), 0);
    const failed = calls.filter(({ facts }) => facts.failure !== undefined).length;
    const changed = told.filter(({ facts }) => facts.verdict === 'changed').length;
    return [
      name,
      percent(right / cases),
      wrong,
      calls.length,
      failed,
      changed,
      times[Math.ceil(times.length * 0.95) - 1] ?? '-',
      tokens,
      seconds.toFixed(0),
    ];
  });
  const head = ['', 'right', 'wrong writes', 'calls', 'failed', 'changed', 'p95 ms', 'tokens', 's in all'];
  return { rows: [], details: [aligned([head, ...rows]), doubtsTable(measured)], failures: [] };
}

/** Which doubts were put to the model, of how many messages. */
function doubtsTable(measured: readonly Measured[]): string {
  const [, first] = measured;
  if (!first) return '';
  const asked = first.told.filter(({ facts }) => Array.isArray(facts.doubts));
  const names = asked.map(({ facts }) => (facts.doubts as string[]).join('+'));
  const rows = [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]);
  return aligned([['doubt', 'messages'], ...rows, ['sent, of cases', `${asked.length}/${first.cases}`]]);
}
