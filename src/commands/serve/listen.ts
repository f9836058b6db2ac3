/** Opens the server's port, or says in one line why it cannot. */
import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import type { Settings } from '../../settings.ts';
import { CommandError } from '../command.ts';

/** @returns the address to open; @throws CommandError */
export function listen(server: ServerType, settings: Settings): Promise<string> {
  const { HOST: host, PORT: port } = settings;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CommandError(listenFault(error, settings))));
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${taken}`);
    });
  });
}

function listenFault(error: NodeJS.ErrnoException, { HOST, PORT }: Settings): string {
  if (error.code === 'EADDRINUSE')
    return `PORT=${PORT} on ${HOST} is in use: stop the other program or give another PORT`;
  if (error.code === 'EACCES') return `PORT=${PORT} may not be used: give a PORT above 1023`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `HOST=${HOST} is no address of this machine`;
  return `cannot listen on ${HOST}:${PORT}: ${error.message}`;
}

/** Ends what is still open, such as a page that listens over a connection it keeps. */
export function hangUp(server: ServerType): void {
  if ('closeAllConnections' in server) server.closeAllConnections();
}

/** Takes nothing new in and waits for what is being answered. */
export function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
