import middy, { type MiddyfiedHandler } from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import type { PagesDeps } from './deps.ts';
import { HttpError, notFound, type Reply, type Request, toRequest, toResult } from './http.ts';
import { actOnStep, resumeApplication, showStep } from './routes/application.ts';
import { sendApply, showApply, showOnePage, showReceived, startApply } from './routes/apply.ts';
import { actOnDeadlines, showDeadlines } from './routes/deadlines.ts';
import { askFreshLink, showFreshLink } from './routes/fresh-link.ts';
import { actOnHold, showHold } from './routes/hold.ts';
import { sendAsset, showHome } from './routes/home.ts';
import { actOnLink, sendDocument, showLink } from './routes/link.ts';
import { correctOwnData, sendOwnData, showOwnData } from './routes/own-data.ts';
import { sendPaper } from './routes/paper.ts';
import { sendReplyFile } from './routes/reply.ts';
import { assets } from './style.ts';
import { messagePage, pageReply } from './views/layout.ts';

type Page = (deps: PagesDeps, request: Request) => Promise<Reply>;
export type PagesHandler = MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** Every address there is. GET and HEAD show; only POST acts. */
const pages: readonly { readonly path: string; readonly get: Page; readonly post?: Page }[] = [
  { path: '/', get: showHome },
  ...Object.values(assets).map((asset) => ({ path: asset.path, get: sendAsset(asset) })),
  { path: '/apply/{institution}', get: showApply, post: sendApply },
  { path: '/apply/{institution}/start', get: showApply, post: startApply },
  { path: '/apply/{institution}/one-page', get: showOnePage, post: sendApply },
  { path: '/apply/{institution}/received', get: showReceived },
  { path: '/application/{token}', get: resumeApplication },
  { path: '/application/{token}/{step}', get: showStep, post: actOnStep },
  { path: '/link', get: showFreshLink, post: askFreshLink },
  { path: '/l/{token}', get: showLink, post: actOnLink },
  { path: '/l/{token}/data', get: showOwnData, post: correctOwnData },
  { path: '/l/{token}/data.json', get: sendOwnData },
  { path: '/l/{token}/hold', get: showHold, post: actOnHold },
  { path: '/l/{token}/deadlines', get: showDeadlines, post: actOnDeadlines },
  { path: '/l/{token}/documents/{id}', get: sendDocument },
  { path: '/l/{token}/papers/{id}', get: sendPaper },
  { path: '/l/{token}/files/{id}', get: sendReplyFile },
];

/** The HTTP entry: one function for all pages, with everything it needs handed in. */
export function createPages(deps: PagesDeps): PagesHandler {
  const answer = (page: Page) => async (event: APIGatewayProxyEventV2) => {
    const { method } = event.requestContext.http;
    try {
      return toResult(await page(deps, toRequest(event)), method);
    } catch (error) {
      return toResult(await errorReply(deps, error), method);
    }
  };
  const route = (method: Method, path: string, page: Page) => ({ method, path, handler: answer(page) });
  const others: Page = async () => {
    throw new HttpError(
      405,
      'This cannot be done here',
      'Open the page from the link in your mail, and use its buttons.',
    );
  };
  // For paths without parameters the router keeps the last route of a method, for others it takes the first that fits.
  const routes = pages.flatMap(({ path, get, post }) => {
    const own = [
      route('GET', path, get),
      route('HEAD', path, get),
      ...(post === undefined ? [] : [route('POST', path, post)]),
    ];
    return path.includes('{') ? [...own, route('ANY', path, others)] : [route('ANY', path, others), ...own];
  });
  const notFoundResponse = async ({ method }: { method: string }) =>
    toResult(await errorReply(deps, notFound()), method);
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({ routes, notFoundResponse }),
  );
}

async function errorReply(deps: PagesDeps, error: unknown): Promise<Reply> {
  if (error instanceof HttpError) return pageReply(messagePage(error.title, [error.message]), error.status);
  if (error instanceof Conflict) {
    const page = messagePage('Somebody else was faster', [
      'Nothing was changed by what you sent. Open the page again: it shows how things stand now.',
    ]);
    return pageReply(page, 409);
  }
  deps.report(error);
  if (error instanceof Transient) {
    const page = messagePage('Too much is going on at the moment', [
      'Nothing was changed. Wait a minute, and try again.',
    ]);
    return { ...(await pageReply(page, 503)), headers: { 'retry-after': '60' } };
  }
  return pageReply(
    messagePage('Something went wrong on our side', [
      'We have been told. Try again in a few minutes: nothing is done twice.',
      'If it happens again, reply to the mail from which you came.',
    ]),
    500,
  );
}
