import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../shared/rulebook/types.ts';
import { type PageWords, pageWords } from './words/index.ts';

/** One request, with everything decoded exactly once: the router hands path parameters over as they came. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Header by its lower-case name. */
  header(name: string): string | undefined;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Names of the pages that say why a request was not answered. */
export type ErrorPage = keyof PageWords['errors'];

/** A request that is answered with an error page: its status, and a sentence with what to do. */
export class HttpError extends Error {
  override readonly name: string = 'HttpError';
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.title = title;
  }
}

/** The same on pages that people in all languages read: in English here, and in others by its name. */
export class PageError extends HttpError {
  override readonly name = 'PageError';
  readonly page: ErrorPage;
  /** What to do, where whoever threw it knew the reader; else the page says it. */
  readonly sentence: string | undefined;

  constructor(status: number, page: ErrorPage, sentence?: string) {
    const words = errorWords('en', page);
    super(status, words.title, sentence ?? words.text);
    this.page = page;
    this.sentence = sentence;
  }
}

/** What an error page says; nothing to do where that stands among the words of forms. */
export function errorWords(language: Language, page: ErrorPage): { readonly title: string; readonly text: string } {
  const words: { readonly title: string; readonly text?: string } = pageWords(language).errors[page];
  return { title: words.title, text: words.text ?? '' };
}

export const notFound = (): HttpError => new PageError(404, 'notFound');

/**
 * On every answer. Nothing from elsewhere is loaded and no script runs; the address, which holds the key of a link, is
 * given to nobody as a referrer and kept in no cache.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'strict-transport-security': 'max-age=31536000',
};

/** An HTTP API event (payload 2.0) as a request. Throws HttpError when the address cannot be decoded. */
export function toRequest(event: APIGatewayProxyEventV2): Request {
  const headers = event.headers ?? {};
  return {
    method: event.requestContext.http.method,
    path: event.requestContext.http.path,
    params: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, decoded(value ?? '')]),
    ),
    query: new URLSearchParams(event.rawQueryString ?? ''),
    header: (name) => headers[name] ?? headers[name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())],
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** The answer as Lambda wants it; HEAD gets the same without a body. */
export function toResult(reply: Reply, method: string): APIGatewayProxyStructuredResultV2 {
  const headers = { ...securityHeaders, 'content-type': 'text/html; charset=utf-8', ...reply.headers };
  if (method === 'HEAD') return { statusCode: reply.status, headers, body: '' };
  return typeof reply.body === 'string'
    ? { statusCode: reply.status, headers, body: reply.body }
    : {
        statusCode: reply.status,
        headers,
        body: Buffer.from(reply.body).toString('base64'),
        isBase64Encoded: true,
      };
}

/** After a POST that did something: the browser asks for the page anew, so that a reload repeats nothing. */
export function seeOther(location: string): Reply {
  return { status: 303, headers: { location }, body: '' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notFound();
  }
}
