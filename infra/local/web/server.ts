import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Clock } from '../../../shared/calendar/clock.ts';
import type { Ids } from '../../../shared/mobility/ids.ts';
import { toEvent } from './event.ts';
import { LARGEST_PAYLOAD, respond } from './respond.ts';

/** The port is taken by another program. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy';
  constructor(port: number) {
    super(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`,
    );
  }
}

/** Answers a request itself, or says no (false) and leaves it to the function behind the pages. */
export type LocalPages = (event: APIGatewayProxyEventV2, response: ServerResponse) => Promise<boolean>;

export interface WebOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The function behind the HTTP API. */
  readonly pages: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  readonly local: LocalPages;
  readonly report: (line: string) => void;
}

/** The HTTP API of the template, and the pages that only exist on this machine. */
export class WebServer {
  private readonly server: Server;
  private options: WebOptions | undefined;
  private requests = 0;

  constructor() {
    this.server = createServer((incoming, response) => {
      this.answer(incoming, response).catch((error: unknown) => this.failed(error, response));
    });
    // By the default of five seconds a connection could close under the feet of whoever uses it again just then.
    this.server.keepAliveTimeout = 120_000;
  }

  /** @param port 0 for any free one @returns the address without a slash at the end @throws PortBusy */
  async listen(port: number): Promise<string> {
    await new Promise<void>((listening, refuse) => {
      this.server.once('error', (error: NodeJS.ErrnoException) =>
        refuse(error.code === 'EADDRINUSE' ? new PortBusy(port) : error),
      );
      this.server.listen(port, '127.0.0.1', listening);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Until this is called every request is answered with "starting". */
  serve(options: WebOptions): void {
    this.options = options;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const options = this.options;
    if (!options) return plain(response, 503, 'Wayfare is starting. Load this page again in a moment.');
    const body = await bodyOf(incoming);
    if (!body) {
      return plain(response, 413, 'This is more than 6 MB and was not taken. Make the file smaller and send it again.');
    }
    this.requests += 1;
    const event = toEvent(incoming, body, options.clock, options.ids.id(`request:${this.requests}`));
    if (JSON.stringify(event).length > LARGEST_PAYLOAD) {
      return plain(
        response,
        413,
        'This is more than 4.5 MB and was not taken. Make the file smaller and send it again.',
      );
    }
    if (await options.local(event, response)) return;
    respond(await options.pages(event), response);
  }

  private failed(error: unknown, response: ServerResponse): void {
    this.options?.report(
      `A page failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    );
    if (!response.headersSent) plain(response, 500, 'Something went wrong here. Nothing was lost; try again.');
    else response.destroy();
  }
}

/** The whole body, or nothing when it is larger than Lambda would take. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    // The rest is read and thrown away, so that the browser gets to see the answer.
    if (size <= LARGEST_PAYLOAD) parts.push(part);
    else parts.length = 0;
    if (size > 16 * LARGEST_PAYLOAD) incoming.destroy();
  }
  return size <= LARGEST_PAYLOAD ? Buffer.concat(parts) : undefined;
}

function plain(response: ServerResponse, status: number, sentence: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Wayfare</title><p>${sentence}</p></html>`);
}
