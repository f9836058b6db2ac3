/** The log of a server: one JSON object a line on stderr, events and counts only, never what people said. */
import { destination, pino } from 'pino';
import type { Log } from '../../ports.ts';

export function jsonLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ fd: 2, sync: true }),
  );
  return {
    info: (event, facts) => logger.info(facts ?? {}, event),
    warn: (event, facts) => logger.warn(facts ?? {}, event),
    error: (event, facts) => logger.error(facts ?? {}, event),
  };
}
