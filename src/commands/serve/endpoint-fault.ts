/** What Feishu's refusals of a long connection mean, and what mends them (long connection endpoint, error codes). */

export interface EndpointFault {
  readonly code?: number;
  readonly reason: string;
  readonly mend?: string;
}

const known: Readonly<Record<number, { reason: string; mend: string }>> = {
  1: { reason: 'Feishu is busy', mend: 'nothing to do: it is tried again' },
  403: {
    reason: 'the app may not use the long connection',
    mend: 'choose the long connection under events and callbacks, or set LARK_MODE=webhook',
  },
  514: { reason: 'LARK_APP_ID and LARK_APP_SECRET do not fit', mend: 'copy both from the app’s credentials page' },
  1000040343: { reason: 'Feishu has an internal fault', mend: 'nothing to do: it is tried again' },
  1000040350: {
    reason: 'the app has too many long connections (50 at most)',
    mend: 'another process runs with this app: stop it, each gets only a share of the events',
  },
};

/** @param message of the client's error, in which the code stands */
export function endpointFault(message: string): EndpointFault {
  const code = Number(/code=(\d+)/.exec(message)?.[1] ?? Number.NaN);
  return Number.isNaN(code) ? { reason: message } : { code, ...(known[code] ?? { reason: message }) };
}
