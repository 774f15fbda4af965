import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What answers for one AWS service; it gets the request with its own prefix taken off the path. */
export type Service = (incoming: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type Services = Readonly<Record<'sfn' | 'ses' | 's3', Service | RequestListener>>;

interface Present {
  readonly services: Services;
  readonly report: (line: string) => void;
}

let listener: Promise<{ readonly server: Server; readonly url: string }> | undefined;
let present: Present | undefined;

/**
 * Opens the AWS endpoints of this machine, on the loopback interface: `/sfn`, `/ses`, `/s3`. One listener for the whole
 * life of the process: the clients inside the handlers keep the address that they saw first, also when a test stops one
 * host and starts the next. Gives the address, without a slash at the end.
 */
export async function listenForAws(): Promise<string> {
  listener ??= open();
  return (await listener).url;
}

export function serveAws(services: Services, report: (line: string) => void): void {
  present = { services, report };
}

/** From now on every request is told that nothing is there; open connections end. */
export async function restAws(): Promise<void> {
  present = undefined;
  (await listener)?.server.closeAllConnections();
}

async function open(): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      present?.report(
        `An AWS endpoint failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Idle connections of the SDK's pool would be closed under its feet by the default of five seconds.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((listening, refuse) => {
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', listening);
  });
  // Only hosts keep the process alive.
  server.unref();
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, prefix = ''] = (incoming.url ?? '/').split('/', 2);
  const service = present?.services[prefix as keyof Services];
  if (!service) {
    incoming.resume();
    response.writeHead(503).end();
    return;
  }
  incoming.url = (incoming.url ?? '').slice(prefix.length + 1) || '/';
  await service(incoming, response);
}
