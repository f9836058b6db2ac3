/** `serve`: the server, with the settings of the environment and of `.env`, until it is told to stop. */
import { type Command, CommandError, option, printJson, printLine } from './command.ts';
import { officeName, settingsFromEnvironment } from './office.ts';

export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'the server: chat page, Feishu events, digests',
  options: {},
  async run(args) {
    const settings = settingsFromEnvironment();
    if (option(args, 'db') !== undefined)
      throw new CommandError('serve keeps its files in DATA_DIR; --db is for the other commands');
    const [{ startServer }, { jsonLog }] = await Promise.all([import('../node.ts'), import('./serve/json-log.ts')]);
    const log = jsonLog(settings.LOG_LEVEL);
    const server = await startServer({ ...settings, TAIZHANG_OFFICE: officeName(args, settings) }, log);
    const stopped = untilStopped(async (signal) => {
      log.info('stopping', { signal });
      await server.close();
    });
    greet(
      { address: server.address, page: settings.CONSOLE === 'on', adminCode: server.adminCode },
      args.values.json === true,
    );
    log.info('listening', { address: server.address });
    return stopped;
  },
};

interface Greeting {
  readonly address: string;
  readonly page: boolean;
  readonly adminCode: string | undefined;
}

function greet(greeting: Greeting, json: boolean): void {
  if (json) {
    printJson(greeting);
    return;
  }
  const { address, page, adminCode } = greeting;
  printLine(
    page
      ? `台账助手已就绪，请打开 Taizhang is ready, open: ${address}/`
      : `台账助手已就绪 Taizhang is ready: ${address}`,
  );
  if (adminCode) {
    printLine(
      `还没有管理员：把这个口令发给机器人即可成为管理员 No administrator yet; send the bot this code to become one: ${adminCode}`,
    );
  }
}

/** Exits hard after ten seconds, whatever hangs. */
function untilStopped(stop: (signal: string) => Promise<void>): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false;
    const onSignal = (signal: string) => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), 9_500).unref();
      // Open sockets of slow clients would keep the process, so it is ended here.
      stop(signal).then(
        () => {
          resolve(0);
          process.exit(0);
        },
        () => process.exit(1),
      );
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}
