import { one, readForm } from '../../../functions/pages/form.ts';
import { HttpError, type Reply, type Request, seeOther } from '../../../functions/pages/http.ts';
import type { Instant } from '../../../shared/calendar/clock.ts';
import { daysLater } from '../driver.ts';
import type { Host } from '../host.ts';
import { type Html, html, localReply, moment, table } from './layout.ts';
import type { Route } from './route.ts';

/** How far a button moves the clock. */
const steps: Readonly<
  Record<string, { readonly label: string; readonly to: (host: Host) => Promise<Instant | undefined> }>
> = {
  next: { label: 'To the next thing that is due', to: (host) => host.nextDue() },
  day: { label: 'A day', to: async (host) => daysLater(host.clock, 1) },
  week: { label: 'A week', to: async (host) => daysLater(host.clock, 7) },
  month: { label: 'A month', to: async (host) => daysLater(host.clock, 30) },
};

/** `/local/clock`: what time it is here, what comes next, and buttons to get there. */
async function show(host: Host, { query }: Request): Promise<Reply> {
  const next = await host.nextStep();
  const since = query.get('since');
  const body = html`<div class="ds-card"><p class="big">${moment(host, host.clock.now())}</p>
<p>${next ? `Next: ${next.worker.toLowerCase()} at ${moment(host, next.at)}.` : 'Nothing is due: somebody has to do something first.'}</p></div>
<p>The clock moves from one due moment to the next; mails, payments and deadlines on the way happen as they would have.</p>
<form method="post" action="/local/clock"><div class="buttons">${Object.entries(steps).map(
    ([name, { label }]) =>
      html`<button class="ds-button" name="step" value="${name}"${name === 'next' && !next ? ' disabled' : ''}>${label}</button>`,
  )}</div></form>
${since ? happened(host, since, Number(query.get('stops') ?? 0)) : ''}`;
  return localReply(host, 'Clock', body);
}

/** What the system did by itself since a moment. */
function happened(host: Host, since: Instant, stops: number): Html {
  const mails = host.mailbox.list({ limit: 500 }).filter(({ at }) => at >= since);
  const files = host.bank.files().filter(({ at, done }) => done && at >= since);
  const rows = [
    ...mails.map(({ at, id, subject, recipients }) => ({
      at,
      cells: [
        moment(host, at),
        html`<a class="ds-link" href="/local/mailbox/${id}">Mail: ${subject}</a> to ${recipients.join(', ')}`,
      ] as const,
    })),
    ...files.map(({ at, name, direction }) => ({
      at,
      cells: [
        moment(host, at),
        html`<a class="ds-link" href="/local/bank">Bank: ${direction === 'sent' ? 'sent us' : 'took'} ${name}</a>`,
      ] as const,
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return html`<h2 class="ds-heading" data-size="xs">Since ${moment(host, since)}</h2>
${table(
  `${rows.length} things happened at ${stops} moments`,
  ['When', 'What'],
  rows.map(({ cells }) => cells),
)}`;
}

async function move(host: Host, request: Request): Promise<Reply> {
  const step = steps[one(readForm(request), 'step')];
  if (!step) throw new HttpError(422, 'Where to?', 'Choose one of the buttons of the clock.');
  const since = host.clock.now();
  const target = await step.to(host);
  const stops = target === undefined ? 0 : await host.advanceTo(target > since ? target : since);
  return seeOther(`/local/clock?since=${encodeURIComponent(since)}&stops=${stops}`);
}

export const clockRoutes: readonly Route[] = [{ path: '/local/clock', get: show, post: move }];
