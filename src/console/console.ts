/** The chat page as a whole: its messenger, its routes and its stream. */
import type { Hono } from 'hono';
import type { Files, Messenger } from '../ports.ts';
import { createConsoleFiles } from './files.ts';
import { createGuard } from './guard.ts';
import { createConsoleMessenger } from './messenger.ts';
import type { ConsoleNeeds, ConsoleOffice } from './needs.ts';
import { consoleRoutes } from './routes.ts';
import { createConsoleStream } from './stream.ts';

export interface Console {
  readonly messenger: Messenger;
  /** What was dropped on the page. */
  readonly files: Files;
  routes(office: ConsoleOffice): Hono;
  /** Tells the open pages when the ledger has changed since they were last told. */
  noticeLedger(): void;
  /** Ends every open stream. */
  close(): void;
}

/** The messenger comes first, because the office behind the routes is made with it. */
export function createConsole(needs: ConsoleNeeds): Console {
  const stream = createConsoleStream();
  const guard = createGuard(needs.settings);
  const places = new Map<string, string>();
  const files = createConsoleFiles();
  let behind: ConsoleOffice | undefined;
  let told = 0;
  return {
    messenger: createConsoleMessenger({ stream, places, clock: needs.clock }),
    files,
    routes(office) {
      behind = office;
      told = office.version();
      return consoleRoutes({ ...needs, office, stream, guard, places, files });
    },
    noticeLedger() {
      const version = behind?.version() ?? told;
      if (version === told) return;
      told = version;
      stream.publish({ type: 'ledger', version });
    },
    close: () => stream.close(),
  };
}
