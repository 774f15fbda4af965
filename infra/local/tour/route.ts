import { one, readForm } from '../../../functions/pages/form.ts';
import { HttpError, type Reply, type Request, seeOther } from '../../../functions/pages/http.ts';
import type { Mobility } from '../../../shared/mobility/case.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import { loadCase } from '../../../shared/mobility/perform.ts';
import type { Host } from '../host.ts';
import { localReply } from '../pages/layout.ts';
import type { Route } from '../pages/route.ts';
import { newestCase, tourMails } from './look.ts';
import { tourPlace } from './place.ts';
import { type Move, moves, type TourState } from './state.ts';
import { tourSteps } from './steps.ts';
import { renderTour } from './view.ts';

/** Due moments that one press of a button passes at most: more than a year of any case has. */
const MOST_STOPS = 2000;

/** GET `/`: the tour as it stands, after everything has been done that is due now. */
async function show(host: Host): Promise<Reply> {
  await host.settle();
  const state = await lookAt(host);
  const steps = tourSteps(state);
  const reply = await localReply(host, 'Wayfare, step by step', renderTour(state, steps));
  // The visitor acts in other tabs: the tour looks by itself whether a step has been done.
  return steps.every((step) => step.state === 'done') ? reply : { ...reply, headers: { refresh: '5' } };
}

async function lookAt(host: Host): Promise<TourState> {
  const mobility = await newestCase(host);
  const institution = (mobility && host.rules.institution(mobility.institution)) ?? tourPlace(host.rules);
  if (!institution) throw new Error('The rulebook has no institution, so there is nothing to tour.');
  return {
    mobility,
    mails: mobility ? await tourMails(host, mobility.id) : [],
    now: host.clock.now(),
    institution,
    visitor: host.mailbox.count(),
  };
}

/** POST: moves the clock from due moment to due moment until what the button says has happened. */
async function move(host: Host, request: Request): Promise<Reply> {
  const asked = one(readForm(request), 'move');
  const wanted = moves.find((candidate) => candidate === asked);
  const mobility = await newestCase(host);
  if (!wanted || !mobility) throw new HttpError(422, 'Nothing to do', 'Go back to the tour and use its buttons.');
  if (wanted === 'pay-back') payBack(host, mobility);
  await until(host, mobility, reached[wanted]);
  return seeOther('/');
}

/** What each button waits for. */
const reached: Readonly<Record<Move, (mobility: Mobility) => boolean>> = {
  'until-paid': ({ payments }) =>
    payments.some(({ state }) => ['booked', 'rejected', 'returned', 'held'].includes(state)),
  'until-host-asked': ({ deadlines, confirmed, state }) =>
    confirmed !== undefined || state !== 'signed' || !deadlines.some(({ kind }) => kind === 'confirmation-request'),
  'until-settled': ({ settlement }) => settlement !== undefined,
  'until-closed': ({ state, payments }) =>
    state === 'closed' || ['rejected', 'returned', 'held'].includes(payments.at(-1)?.state ?? ''),
  'pay-back': ({ state }) => state === 'closed',
};

async function until(host: Host, { institution, id }: Mobility, done: (mobility: Mobility) => boolean): Promise<void> {
  await host.settle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (done(await loadCase(host.store, institution, id))) return;
    const next = await host.nextDue();
    if (next === undefined) return;
    await host.advanceTo(next);
  }
}

function payBack(host: Host, { claim, institution, participant }: Mobility): void {
  if (!claim || claim.state === 'settled') return;
  const payerName = `${participant.givenName} ${participant.familyName}`;
  host.bank.payIn({ institution, kid: claim.kid, amount: claimOpen(claim), payerName });
}

export const tourRoutes: readonly Route[] = [
  { path: '/', get: show },
  { path: '/local/tour', get: show, post: move },
];
