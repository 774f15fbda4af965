import { addDays } from '../../shared/calendar/dates.ts';
import { openPayment } from '../../shared/mobility/balance.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { openObjection } from '../../shared/mobility/decide/objection.ts';
import { failedBefore } from '../../shared/mobility/decide/overpayment.ts';
import { claimOpen } from '../../shared/mobility/decide/repayment.ts';
import { openGreenClaim } from '../../shared/mobility/green-claim.ts';
import { openInterruption } from '../../shared/mobility/interruption.ts';
import { accountUsable } from '../../shared/mobility/waits.ts';
import { accounts } from './moves.ts';

/**
 * What everybody would do on a case as it stands if they all did their duty: workflows run, officers decide, the bank
 * pays. From wherever a case has come, this has to bring it to its end; otherwise it sleeps for ever.
 */
export function duties(mobility: Mobility): Command[] {
  return [...steps(mobility), ...goodDeeds(mobility), ...bank(mobility)];
}

function steps({ openPhases }: Mobility): Command[] {
  const asked: Record<string, Command[]> = {
    application: [{ type: 'assess' }, { type: 'reserve' }],
    agreement: [{ type: 'issue-agreement' }],
    payout: [{ type: 'prepare-payment' }],
    stay: [],
    settlement: [{ type: 'settle' }],
    repayment: [{ type: 'raise-claim' }],
  };
  return openPhases.flatMap((phase) => asked[phase] ?? []);
}

/** What people would do. */
export function goodDeeds(mobility: Mobility): Command[] {
  const { state, confirmed, illness, proposedAccount, claim, payments, participant } = mobility;
  const all: Command[] = [];
  if (state === 'applied') all.push({ type: 'approve', by: 'Ola' });
  if (state === 'agreement-issued') all.push({ type: 'sign' });
  if (illness && !illness.decision) all.push({ type: 'decide-illness', by: 'Ola', choice: 'refuse' });
  if (openGreenClaim(mobility)) all.push({ type: 'decide-green-claim', by: 'Ola', choice: 'accept' });
  if (openInterruption(mobility)) all.push({ type: 'decide-interruption', by: 'Ola', choice: 'confirm' });
  if (proposedAccount) all.push({ type: 'decide-account', by: 'A second person', approve: true });
  for (const payment of payments) {
    if (payment.state === 'held') all.push({ type: 'release-payment', by: 'A second person', payment: payment.id });
  }
  if (state === 'signed' && !confirmed) {
    all.push(
      confirmation(mobility, mobility.stay.planned.end),
      confirmation(mobility, addDays(mobility.stay.planned.start, 65)),
    );
  }
  if (state === 'stay-ended') {
    all.push({ type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
    if (mobility.stay.travel === 'green' && !mobility.greenClaim) all.push({ type: 'waive-green-travel' });
  }
  const stuck = mobility.returns?.some((back) => back.state === 'held' && failedBefore(mobility, back)) ?? false;
  if ((!accountUsable(mobility) || stuck) && !proposedAccount) {
    const other = accounts.find((account) => JSON.stringify(account) !== JSON.stringify(participant.account));
    if (other) all.push({ type: 'propose-account', account: other });
  }
  if (mobility.proposedCorrection) all.push({ type: 'decide-correction', by: 'A second person', approve: true });
  if (openObjection(claim)) all.push({ type: 'decide-objection', by: 'Ola', choice: 'dismiss', answer: 'No' });
  for (const { id, state: stands } of mobility.returns ?? []) {
    if (stands === 'held') all.push({ type: 'release-return', by: 'A second person', payment: id });
  }
  if (claim?.state === 'awaiting-approval') all.push({ type: 'approve-demand', by: 'A second person' });
  return all;
}

function bank(mobility: Mobility): Command[] {
  const payment = openPayment(mobility);
  const all: Command[] = [];
  if (payment?.state === 'ready') all.push({ type: 'payment-instructed', payment: payment.id, batch: 'NHH-9' });
  if (payment?.state === 'instructed' || payment?.state === 'accepted') {
    const { id, local } = payment;
    all.push({ type: 'payment-booked', payment: id, local, date: '2026-03-01', reference: `booked-${id}` });
  }
  for (const { id, state, local } of mobility.returns ?? []) {
    if (state === 'ready') all.push({ type: 'payment-instructed', payment: id, batch: 'NHH-9' });
    if (state === 'instructed' || state === 'accepted') {
      all.push({ type: 'payment-booked', payment: id, local, date: '2026-03-01', reference: `booked-${id}` });
    }
  }
  const { claim } = mobility;
  if (mobility.state === 'repayment-due' && claim && claim.state !== 'settled' && claim.state !== 'awaiting-approval') {
    const reference = `last-${claim.kid}-${claim.credits.length}`;
    all.push({ type: 'repayment-received', local: claimOpen(claim), date: '2026-03-01', reference });
  }
  return all;
}

function confirmation({ stay }: Mobility, end: string): Command {
  return { type: 'confirm-stay', by: 'office', period: { start: stay.planned.start, end }, name: 'Marie', role: 'C' };
}

/** How far a case has come before anything unusual happens to it, each with what is true of it then. */
export const chapters = {
  applied: () => true,
  paid: ({ payments }) => payments.some(({ state }) => state === 'booked'),
  home: ({ state }) => state === 'stay-ended',
  demanded: ({ claim }) => claim?.state === 'open',
  closed: ({ state, openPhases }) => state === 'closed' && openPhases.length === 0,
} as const satisfies Record<string, (mobility: Mobility) => boolean>;

export type Chapter = keyof typeof chapters;

/** What leads to a chapter: a short stay where money will be demanded, else the planned one. */
export function towards(chapter: Chapter, mobility: Mobility): Command[] {
  const wanted = (end: string) => end < mobility.stay.planned.end === (chapter === 'demanded');
  return duties(mobility).filter((command) => command.type !== 'confirm-stay' || wanted(command.period.end));
}
