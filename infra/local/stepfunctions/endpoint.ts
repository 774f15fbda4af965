import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { perform } from './api/actions.ts';
import { Request } from './api/request.ts';
import type { Engine } from './engine.ts';
import { ApiRefusal, EndpointClosed } from './errors.ts';

const TARGET = /^AWSStepFunctions\.([A-Za-z]+)$/;

/** The longest request: an input or output of 256 KiB with every character escaped, and the rest. */
const LONGEST_BODY_BYTES = 2 * 1024 * 1024;

/**
 * The Step Functions API over HTTP (AWS JSON 1.0), for `http.createServer`. Refusals answer 400 with the error code that
 * the AWS SDK makes an exception of; a bug answers 500. Signatures are not checked: listen on 127.0.0.1 only.
 */
export function createStepFunctionsEndpoint(engine: Engine): RequestListener {
  return (incoming, response) => {
    answer(engine, incoming).then(
      (body) => send(response, 200, body),
      (error: unknown) => sendError(response, error),
    );
  };
}

async function answer(engine: Engine, incoming: IncomingMessage): Promise<object> {
  const target = incoming.headers['x-amz-target'];
  const action = typeof target === 'string' ? TARGET.exec(target)?.[1] : undefined;
  const body = await read(incoming);
  if (incoming.method !== 'POST' || action === undefined) {
    throw new ApiRefusal(
      'UnknownOperationException',
      'The X-Amz-Target header must name an action of AWSStepFunctions.',
    );
  }
  return perform(engine, action, Request.parse(body));
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_BODY_BYTES) throw new ApiRefusal('ValidationException', 'The request is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
}

function sendError(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ApiRefusal) send(response, 400, { __type: error.code, message });
  else if (error instanceof EndpointClosed) send(response, 503, { __type: 'ServiceUnavailableException', message });
  else
    send(response, 500, {
      __type: 'InternalFailure',
      message: error instanceof Error ? (error.stack ?? message) : message,
    });
}
