import middy, { type MiddyfiedHandler } from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../shared/rulebook/types.ts';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import { enter } from './context.ts';
import type { PagesDeps } from './deps.ts';
import { errorWords, notFound, PageError, type Reply, type Request, toRequest, toResult } from './http.ts';
import { languageFor } from './language.ts';
import { actOnStep, resumeApplication, showStep } from './routes/application.ts';
import { sendApply, showApply, showOnePage, showReceived, startApply } from './routes/apply.ts';
import { actOnDeadlines, showDeadlines } from './routes/deadlines.ts';
import { askFreshLink, showFreshLink } from './routes/fresh-link.ts';
import { actOnHold, showHold } from './routes/hold.ts';
import { sendAsset, showHome } from './routes/home.ts';
import { actOnLink, sendDocument, showLink } from './routes/link.ts';
import { actOnNominate, showNominate } from './routes/nominate.ts';
import { correctOwnData, sendOwnData, showOwnData } from './routes/own-data.ts';
import { sendPaper } from './routes/paper.ts';
import { sendReplyFile } from './routes/reply.ts';
import { assets } from './style.ts';
import { messagePage, pageReply } from './views/layout.ts';
import { pageWords } from './words/index.ts';

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
  { path: '/office/{token}', get: showNominate, post: actOnNominate },
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
      return toResult(await errorReply(deps, error, await languageOfReader(deps, event)), method);
    }
  };
  const route = (method: Method, path: string, page: Page) => ({ method, path, handler: answer(page) });
  const others: Page = async () => {
    throw new PageError(405, 'notHere');
  };
  const nowhere: Page = async () => {
    throw notFound();
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
    toResult(await errorReply(deps, notFound(), 'en'), method);
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
      routes: [...routes, route('ANY', '/{proxy+}', nowhere)],
      notFoundResponse,
    }),
  );
}

async function errorReply(deps: PagesDeps, error: unknown, language: Language): Promise<Reply> {
  const { errors: w } = pageWords(language);
  const said = (title: string, sentences: readonly string[], status: number): Promise<Reply> =>
    pageReply(messagePage(title, sentences, undefined, language), status);
  if (error instanceof PageError) {
    const { title, text } = errorWords(language, error.page);
    return said(title, [error.sentence ?? text], error.status);
  }
  if (error instanceof Conflict) return said(w.faster.title, [w.faster.text], 409);
  deps.report(error);
  if (error instanceof Transient) {
    return { ...(await said(w.busy.title, [w.busy.text], 503)), headers: { 'retry-after': '60' } };
  }
  return said(w.ours.title, [w.ours.text, w.ours.again], 500);
}

/** Of whoever the link is for; of the browser where there is no link, or nobody can be asked; else English. */
async function languageOfReader(deps: PagesDeps, event: APIGatewayProxyEventV2): Promise<Language> {
  let language: Language = 'en';
  try {
    const request = toRequest(event);
    language = languageFor(request);
    if (!request.path.startsWith('/l/')) return language;
    const entrance = await enter(deps, request.params.token ?? '', languageFor(request));
    return 'visit' in entrance ? entrance.visit.language : language;
  } catch {
    return language;
  }
}
