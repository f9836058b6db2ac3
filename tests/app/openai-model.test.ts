/** The model over a scripted service: what is asked, what comes back, and which failures may pass. */
import { expect, it } from 'vitest';
import { createOpenAiModel } from '../../src/model/openai-model.ts';
import { OutsideError } from '../../src/ports.ts';

const asked = { system: '只写一句', user: '督查3次', maxTokens: 100 };

function modelAnswering(...answers: (() => Response | Promise<Response>)[]) {
  const bodies: Record<string, unknown>[] = [];
  const model = createOpenAiModel({
    apiKey: 'k',
    baseUrl: 'http://127.0.0.1:9/v1',
    model: 'local-1',
    fetch: async (_input, init) => {
      bodies.push(JSON.parse(String(init?.body)) as Record<string, unknown>);
      return (answers.length > 1 ? answers.shift()! : answers[0]!)();
    },
  });
  return { model, bodies };
}

const said = (content: unknown) => () => Response.json({ choices: [{ message: { role: 'assistant', content } }] });
const refused =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ error: { message: 'no' } }, { status, headers: { 'retry-after-ms': '1', ...headers } });

it('asks once and hands the text back', async () => {
  const { model, bodies } = modelAnswering(said('全年督查3次。'));
  expect(await model.complete(asked)).toBe('全年督查3次。');
  expect(bodies).toEqual([
    {
      model: 'local-1',
      temperature: 0,
      max_tokens: 100,
      messages: [
        { role: 'system', content: '只写一句' },
        { role: 'user', content: '督查3次' },
      ],
    },
  ]);
});

it('asks a second time after a failure that passes', async () => {
  const { model, bodies } = modelAnswering(refused(503), said('好'));
  expect(await model.complete(asked)).toBe('好');
  expect(bodies).toHaveLength(2);
});

it.each([
  ['a wrong key', refused(401), false],
  ['too many requests', refused(429), true],
  ['a broken service', refused(500), true],
  ['silence', said(null), false],
  ['no service', () => Promise.reject(new TypeError('fetch failed')), true],
])('tells of %s', async (_name, answer, retryable) => {
  const failed = await modelAnswering(answer)
    .model.complete(asked)
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(OutsideError);
  expect((failed as OutsideError).retryable).toBe(retryable);
});
