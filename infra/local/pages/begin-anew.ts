import { notFound, type Reply, type Request } from '../../../functions/pages/http.ts';
import type { Host } from '../host.ts';
import { html, localReply } from './layout.ts';
import type { Route } from './route.ts';

/** Until the last bytes of the answer are with the browser. */
const ANSWER_FIRST_MS = 200;

/** `/local/begin-anew`: asks first, because everything on this machine is lost by it. */
async function ask(host: Host): Promise<Reply> {
  if (!host.beginAnew) throw notFound();
  return localReply(
    host,
    'Begin anew?',
    html`<p>Every case, mail, payment and file on this machine is removed, and the clock goes back to where it began. It cannot be undone.</p>
<form method="post" action="/local/begin-anew"><div class="buttons"><button class="ds-button" data-color="danger">Remove everything and begin anew</button> <a class="ds-button" data-variant="secondary" href="/">Keep it</a></div></form>`,
  );
}

async function begin(host: Host, _request: Request): Promise<Reply> {
  const { beginAnew } = host;
  if (!beginAnew) throw notFound();
  const reply = await localReply(
    host,
    'Beginning anew',
    html`<p>This takes some seconds; then <a class="ds-link" href="/">the tour</a> opens by itself.</p>`,
  );
  setTimeout(beginAnew, ANSWER_FIRST_MS);
  return { ...reply, headers: { ...reply.headers, refresh: '5; url=/' } };
}

export const beginAnewRoutes: readonly Route[] = [{ path: '/local/begin-anew', get: ask, post: begin }];
