import { HttpError, notFound, type Reply, type Request, toRequest, toResult } from '../../../functions/pages/http.ts';
import { messagePage, pageReply } from '../../../functions/pages/views/layout.ts';
import type { Host } from '../host.ts';
import { tourRoutes } from '../tour/route.ts';
import { respond } from '../web/respond.ts';
import type { LocalPages } from '../web/server.ts';
import { bankRoutes } from './bank.ts';
import { bankStatementRoutes } from './bank-statements.ts';
import { beginAnewRoutes } from './begin-anew.ts';
import { clockRoutes } from './clock.ts';
import { executionRoutes } from './executions.ts';
import { mailboxRoutes } from './mailbox.ts';
import { matchRoutes } from './match.ts';
import { replyRoutes } from './reply.ts';
import { findRoute, type Route } from './route.ts';
import { taskRoutes } from './tasks.ts';

const routes: readonly Route[] = [
  ...tourRoutes,
  ...mailboxRoutes,
  ...replyRoutes,
  ...clockRoutes,
  ...bankRoutes,
  ...bankStatementRoutes,
  ...executionRoutes,
  ...taskRoutes,
  ...matchRoutes,
  ...beginAnewRoutes,
];

/** The pages of this machine itself, in front of those of the system: tour, mailbox, clock, bank, workflows. */
export function localPages(host: Host): LocalPages {
  return async (event, response) => {
    const request = toRequest(event);
    if (!findRoute(routes, request.path) && !request.path.startsWith('/local/')) return false;
    const reply = await answer(host, request).catch((error: unknown) => {
      if (error instanceof HttpError) return pageReply(messagePage(error.title, [error.message]), error.status);
      throw error;
    });
    respond(toResult(reply, request.method), response);
    return true;
  };
}

async function answer(host: Host, request: Request): Promise<Reply> {
  const found = findRoute(routes, request.path);
  if (!found) throw notFound();
  const { get, post } = found.route;
  const asked = { ...request, params: found.params };
  if (request.method === 'GET' || request.method === 'HEAD') return get(host, asked);
  if (request.method !== 'POST' || !post)
    throw new HttpError(405, 'This cannot be done here', 'Use the buttons of the page.');
  // These pages have no login: whoever can open them may use them. Another site must not use them through the browser.
  const from = request.header('sec-fetch-site');
  if (from !== undefined && from !== 'same-origin' && from !== 'none') {
    throw new HttpError(403, 'Not from another site', 'Open the page here and use its buttons.');
  }
  return post(host, asked);
}
