import type { ServerResponse } from 'node:http';
import * as z from 'zod';

/** Largest event or result that Lambda takes, in bytes of JSON. */
export const LARGEST_PAYLOAD = 6 * 1024 * 1024;

const structured = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** A page function answered with something that the HTTP API could not send on. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
}

/** Sends a function's result as the HTTP API would. @throws BadAnswer */
export function respond(result: unknown, response: ServerResponse): void {
  if (JSON.stringify(result).length > LARGEST_PAYLOAD) throw new BadAnswer('The answer is larger than 6 MB.');
  const read = structured.safeParse(result);
  if (!read.success) throw new BadAnswer(`The answer is not one of an HTTP API: ${z.prettifyError(read.error)}`);
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = read.data;
  response.statusCode = statusCode;
  response.setHeader('content-type', 'text/plain');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}
