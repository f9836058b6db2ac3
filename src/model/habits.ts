/** What a service is known to take: a JSON schema, JSON of any shape, or text alone; and which parameters it refuses. */
import type { ModelRequest } from '../ports.ts';

const forms = ['schema', 'object', 'text'] as const;
type Form = (typeof forms)[number];

interface Known {
  readonly form: Form;
  /** The newer name of `max_tokens`. */
  readonly newLimit: boolean;
  /** Reasoning models take no temperature. */
  readonly bare: boolean;
}

export interface Way {
  readonly request: ModelRequest;
  readonly known: Known;
  readonly parameters: Parameters;
}

interface Parameters {
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  response_format?:
    | { type: 'json_schema'; json_schema: { name: string; schema: Record<string, unknown>; strict: boolean } }
    | { type: 'json_object' };
}

/** A refusal as the service gave it. */
interface Refusal {
  readonly status?: number | undefined;
  readonly message: string;
}

export interface Habits {
  /** The best way known to work, or not yet known not to. */
  best(request: ModelRequest): Way;
  /** Another way after this one was refused; undefined where the refusal was of something else. */
  next(way: Way, refusal: Refusal): Way | undefined;
  worked(way: Way): void;
}

/** Statuses by which services say that they do not know a parameter. */
const refusals: ReadonlySet<number> = new Set([400, 404, 415, 422, 501]);

export function createHabits(): Habits {
  let known: Known = { form: 'schema', newLimit: false, bare: false };
  return {
    best: (request) => wayOf(request, known),
    next({ request, known: tried }, { status, message }) {
      if (status === undefined || !refusals.has(status)) return undefined;
      if (!tried.newLimit && request.maxTokens && /max_tokens|max_completion_tokens/.test(message))
        return wayOf(request, { ...tried, newLimit: true });
      if (!tried.bare && /temperature/.test(message)) return wayOf(request, { ...tried, bare: true });
      const form = request.shape && forms[forms.indexOf(tried.form) + 1];
      return form && wayOf(request, { ...tried, form });
    },
    worked(way) {
      // Of a request without a shape nothing is learnt about shapes.
      known = way.request.shape ? way.known : { ...way.known, form: known.form };
    },
  };
}

function wayOf(request: ModelRequest, known: Known): Way {
  const parameters: Parameters = {
    ...(known.bare ? {} : { temperature: 0 }),
    ...limitOf(request, known),
    ...formatOf(request, known.form),
  };
  return { request, known, parameters };
}

function limitOf({ maxTokens }: ModelRequest, { newLimit }: Known): Parameters {
  if (!maxTokens) return {};
  return newLimit ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens };
}

function formatOf({ shape }: ModelRequest, form: Form): Parameters {
  if (!shape || form === 'text') return {};
  if (form === 'object') return { response_format: { type: 'json_object' } };
  return {
    response_format: {
      type: 'json_schema',
      json_schema: { name: shape.name, schema: { ...shape.schema }, strict: true },
    },
  };
}
