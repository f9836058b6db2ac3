/** The HTTP side of the process: the messengers' routes, and what a watchman asks for. Knows no vendor. */
import { Hono } from 'hono';
import type { Clock, Log, MetricFamily } from './ports.ts';

export interface AppNeeds {
  /** Each messenger brings its own. */
  readonly routes: readonly Hono[];
  readonly clock: Clock;
  readonly log: Log;
  /** Looked at when asked for, never kept. */
  state(): AppState;
  /** Running totals, by their names for the watchman. */
  counts(): Readonly<Record<string, number>>;
  /** Further figures for the watchman, such as those of a model. */
  families?(): readonly MetricFamily[];
}

export interface AppState {
  readonly writable: boolean;
  readonly inboxQueued: number;
  readonly inboxFailed: number;
  readonly oldestQueued: number | null;
  readonly outboxQueued: number;
  readonly outboxFailed: number;
  readonly records: number;
}

/** A message that is still the oldest after so long is stuck. */
const stuckMs = 120_000;

export function createApp(needs: AppNeeds): Hono {
  const app = new Hono();
  const requests = new Map<number, number>();
  app.use(async (c, next) => {
    await next();
    requests.set(c.res.status, (requests.get(c.res.status) ?? 0) + 1);
  });
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  const isStuck = stuckWatch(needs.clock);
  app.get('/readyz', (c) => {
    const state = stateOrNull(needs);
    const faults = state
      ? [
          ...(state.writable ? [] : ['the database cannot be written']),
          ...(isStuck(state) ? ['the queue is stuck'] : []),
        ]
      : ['the database cannot be read'];
    return c.json({ status: faults.length === 0 ? 'ready' : 'not ready', faults }, faults.length === 0 ? 200 : 503);
  });
  app.get('/metrics', (c) => c.text(metrics(needs, requests), 200, { 'content-type': 'text/plain; version=0.0.4' }));
  for (const routes of needs.routes) app.route('/', routes);
  app.notFound((c) => {
    const allowed = [
      ...new Set(app.routes.filter((r) => r.path === c.req.path && r.method !== 'ALL').map((r) => r.method)),
    ];
    if (allowed.length === 0) return c.json({ error: 'not-found' }, 404);
    return c.json({ error: 'method' }, 405, { allow: allowed.join(', ') });
  });
  app.onError((error, c) => {
    needs.log.error('a request failed', { path: c.req.path, error: error.stack ?? String(error) });
    return c.json({ error: 'failed' }, 500);
  });
  return app;
}

function stateOrNull(needs: AppNeeds): AppState | null {
  try {
    return needs.state();
  } catch (error) {
    needs.log.error('the state cannot be read', { error: String(error) });
    return null;
  }
}

/** The queue is stuck when the same message is found waiting at its head for too long. */
function stuckWatch(clock: Clock): (state: AppState) => boolean {
  let head: { seq: number; since: number } | undefined;
  return ({ oldestQueued }) => {
    const now = clock.now().getTime();
    if (oldestQueued === null) head = undefined;
    else if (head?.seq !== oldestQueued) head = { seq: oldestQueued, since: now };
    return head !== undefined && now - head.since > stuckMs;
  };
}

/** Prometheus text exposition format 0.0.4. */
function metrics(needs: AppNeeds, requests: ReadonlyMap<number, number>): string {
  const state = stateOrNull(needs);
  const lines: string[] = [];
  const family = (name: string, type: MetricFamily['type'], samples: MetricFamily['samples']) => {
    lines.push(
      `# TYPE taizhang_${name} ${type}`,
      ...samples.map(([labels, value]) => `taizhang_${name}${labels} ${value}`),
    );
  };
  family(
    'http_responses_total',
    'counter',
    [...requests].sort().map(([status, n]) => [`{status="${status}"}`, n]),
  );
  for (const [name, value] of Object.entries(needs.counts())) family(`${name}_total`, 'counter', [['', value]]);
  for (const { name, type, samples } of needs.families?.() ?? []) family(name, type, samples);
  family('database_writable', 'gauge', [['', state?.writable ? 1 : 0]]);
  if (state) {
    family('inbox_messages', 'gauge', [
      ['{state="queued"}', state.inboxQueued],
      ['{state="failed"}', state.inboxFailed],
    ]);
    family('outbox_replies', 'gauge', [
      ['{state="queued"}', state.outboxQueued],
      ['{state="failed"}', state.outboxFailed],
    ]);
    family('records', 'gauge', [['', state.records]]);
  }
  return `${lines.join('\n')}\n`;
}
