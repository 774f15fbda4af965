import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Clock } from '../../../shared/calendar/clock.ts';

/** Bodies that the HTTP API hands over as text; all others come as base64, forms included. */
const TEXT = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))(;|$))/;

/** Makes the event that an HTTP API (payload 2.0, `$default` route and stage) would call the function with. */
export function toEvent(
  incoming: IncomingMessage,
  body: Buffer,
  clock: Clock,
  requestId: string,
): APIGatewayProxyEventV2 {
  const [rawPath = '/', ...search] = (incoming.url ?? '/').split('?');
  const rawQueryString = search.join('?');
  const headers = headersOf(incoming);
  const cookies = incoming.headers.cookie?.split(/; */).filter(Boolean);
  const query = queryOf(rawQueryString);
  const text = TEXT.test(headers['content-type'] ?? 'text/plain');
  const now = clock.now();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    isBase64Encoded: body.length > 0 && !text,
    ...(cookies?.length ? { cookies } : {}),
    ...(query ? { queryStringParameters: query } : {}),
    ...(body.length > 0 ? { body: body.toString(text ? 'utf8' : 'base64') } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: incoming.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${incoming.httpVersion}`,
        sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: now,
      timeEpoch: Date.parse(now),
    },
  };
}

/** Lower case, several of one name joined by commas; cookies travel in their own field. */
function headersOf(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (name !== 'cookie' && values) headers[name] = values.join(',');
  }
  return headers;
}

function queryOf(raw: string): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return Object.keys(query).length > 0 ? query : undefined;
}
