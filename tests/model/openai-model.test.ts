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

const shape = { name: 'reading', schema: { type: 'object', properties: {}, additionalProperties: false } };
const formats = (bodies: readonly Record<string, unknown>[]) =>
  bodies.map((body) => (body.response_format as { type?: string } | undefined)?.type ?? 'text');
const notKnown = (parameter: string) => () =>
  Response.json({ error: { message: `${parameter} is not supported` } }, { status: 400 });

it('asks for JSON by schema, then by object, then in words, and remembers what was taken', async () => {
  const { model, bodies } = modelAnswering(
    notKnown('json_schema'),
    notKnown('response_format'),
    said('{"a":1}'),
    said('{"a":2}'),
  );
  expect(await model.complete({ ...asked, shape })).toBe('{"a":1}');
  expect(await model.complete({ ...asked, shape })).toBe('{"a":2}');
  expect(formats(bodies)).toEqual(['json_schema', 'json_object', 'text', 'text']);
});

it('learns nothing about JSON from a request that wants none', async () => {
  const { model, bodies } = modelAnswering(said('好'), said('{}'));
  await model.complete(asked);
  await model.complete({ ...asked, shape });
  expect(formats(bodies)).toEqual(['text', 'json_schema']);
});

it('takes a refusal of the wrong model for what it is', async () => {
  const { model, bodies } = modelAnswering(() =>
    Response.json({ error: { message: 'no such model' } }, { status: 403 }),
  );
  await expect(model.complete({ ...asked, shape })).rejects.toMatchObject({ retryable: false, code: 403 });
  expect(bodies).toHaveLength(1);
});

it('uses the newer name of the limit and leaves the temperature out where they are wanted so', async () => {
  const { model, bodies } = modelAnswering(notKnown('max_tokens'), notKnown('temperature'), said('好'), said('好'));
  await model.complete(asked);
  await model.complete(asked);
  expect(
    bodies.map(({ max_tokens, max_completion_tokens, temperature }) => [
      max_tokens,
      max_completion_tokens,
      temperature,
    ]),
  ).toEqual([
    [100, undefined, 0],
    [undefined, 100, 0],
    [undefined, 100, undefined],
    [undefined, 100, undefined],
  ]);
});

it('leaves out what was thought aloud, and reads text given in parts', async () => {
  const { model } = modelAnswering(
    said('<think>先看{一}下</think>\n{"a":1}'),
    said([
      { type: 'text', text: '{"a"' },
      { type: 'text', text: ':2}' },
    ]),
  );
  expect(await model.complete(asked)).toBe('{"a":1}');
  expect(await model.complete(asked)).toBe('{"a":2}');
});

it('waits no longer than it is told, whatever the service asks for', async () => {
  const { model } = modelAnswering(() =>
    Response.json({ error: { message: 'later' } }, { status: 429, headers: { 'retry-after': '30' } }),
  );
  await expect(model.complete({ ...asked, patienceMs: 30 })).rejects.toMatchObject({ retryable: true, code: 'late' });
});

it('refuses an answer beyond all measure', async () => {
  const { model } = modelAnswering(said('长'.repeat(100_001)));
  await expect(model.complete(asked)).rejects.toMatchObject({ retryable: false });
});

it('tells the tokens used', async () => {
  const { model } = modelAnswering(() =>
    Response.json({ choices: [{ message: { content: '好' } }], usage: { prompt_tokens: 7, completion_tokens: 2 } }),
  );
  const spent: number[] = [];
  await model.complete({ ...asked, spent: (tokens) => spent.push(tokens) });
  expect(spent).toEqual([9]);
});
