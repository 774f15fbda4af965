import type { IsoDate } from '../../calendar/clock.ts';
import { mayMoveTo, movesUnheard, openDeadlines, type PersonalDeadline } from '../../deadlines/open.ts';
import type { Mobility } from '../case.ts';
import type { DeadlineCommand } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { withSignatureDeadlines } from './agreement.ts';
import { giveBackReservation } from './application.ts';
import { type Context, draft, today } from './context.ts';
import { withClaimDeadlines } from './repayment.ts';
import { obligationsDeadlines } from './settlement.ts';
import { confirmationDeadlines } from './stay.ts';

type Move = Extract<DeadlineCommand, { type: 'move-deadline' }>;
type End = Extract<DeadlineCommand, { type: 'end-unreached' }>;

/**
 * An officer gives somebody more time. Only what a person has to do can be moved, only to a later day; the reminders are
 * planned anew around it. What the institution has promised stays where it is.
 */
export function moveDeadline(mobility: Mobility, command: Move, context: Context): Outcome {
  const { deadline, to, by } = command;
  const open = openDeadlines(mobility).find((each) => each.deadline === deadline);
  if (!open) return refused('not-open', 'Nobody has to do this by a day (any more). Look at the deadlines again.');
  const reason = command.reason.trim();
  if (reason === '') return refused('reason-missing', 'Say why the day is moved.');
  const bounds = mayMoveTo(open.due, today(context));
  if (to < bounds.from)
    return refused('not-later', `Give a day from ${bounds.from} on: a deadline is only moved later.`);
  if (to > bounds.to) return refused('too-late', `Give a day until ${bounds.to}. Check the year.`);
  const { now } = context;
  const moved = { deadline, from: open.due, to, at: now, by, reason };
  const next = draft(mobility, context, 'office')
    .set({ moved: [...(mobility.moved ?? []), moved] })
    .record('DeadlineMoved', { deadline, due: to });
  plan[deadline](next, to, context);
  if (deadline === 'agreement-expiry') next.mail('signature-moved', { due: to });
  else next.mail('deadline-moved', { deadline, due: to });
  return lookedAt(next, deadline).done();
}

/** Where a deadline moved by itself, somebody was asked to find out why (agreement.ts); now they have. */
function lookedAt(next: Draft, deadline: PersonalDeadline): Draft {
  const { id, moved = [] } = next.mobility;
  const asked = moved.some((each) => each.deadline === deadline && each.by === undefined);
  return asked ? next.write({ record: 'task-done', id: `deadline-moved-${id}-${deadline}` }) : next;
}

/** How each is planned around its new day; what was planned around the old one goes. */
const plan: Readonly<Record<PersonalDeadline, (next: Draft, due: IsoDate, context: Context) => void>> = {
  'agreement-expiry': (next, due, { institution }) => {
    next.dropDeadlines('agreement-reminder', 'agreement-expiry');
    withSignatureDeadlines(next, due, institution);
  },
  'confirmation-decision': (next, due, { institution, now }) => {
    const { deadlines, stay } = next.mobility;
    const request = deadlines
      .filter(({ kind }) => kind === 'confirmation-request')
      .map((each) => ({ ...each, ref: due }));
    const [, ...later] = confirmationDeadlines(institution, stay.planned.end, now, due);
    next
      .dropDeadlines('confirmation-request', 'confirmation-reminder', 'confirmation-decision')
      .addDeadlines(...request, ...later);
  },
  'obligations-reminder': (next, due, context) => {
    next.dropDeadlines('obligations-reminder').addDeadlines(...obligationsDeadlines(due, context));
  },
  'claim-decision': (next, due, context) => {
    const { claim } = next.mobility;
    if (claim) next.set({ claim: { ...claim, state: 'open', due } });
    withClaimDeadlines(next, due, context);
  },
};

/** Why the office cannot end the case of somebody who is not reached; undefined when it can. */
export function endProblem(mobility: Mobility, { institution }: Context): Outcome | undefined {
  if (mobility.state !== 'agreement-issued') {
    return refused('not-open', 'Only an offer that waits for its signature can be ended here.');
  }
  const times = institution.procedure.endUnreachedAfter;
  if (movesUnheard(mobility) >= times) return undefined;
  return refused(
    'too-early',
    `The offer can be ended when its day to sign has moved ${times} times because our mails were not delivered.`,
  );
}

/**
 * Nobody lapses who was not told. But money is not reserved for ever for somebody whom no mail reaches: when the day has
 * moved often enough, an officer may end the offer, with a reason.
 */
export function endUnreached(mobility: Mobility, { reason, by }: End, context: Context): Outcome {
  const problem = endProblem(mobility, context);
  if (problem) return problem;
  if (reason.trim() === '') return refused('reason-missing', 'Say how you tried to reach the participant.');
  const next = draft(mobility, context, 'office')
    .set({ ended: { by, reason: reason.trim(), at: context.now } })
    .record('OfferEnded')
    .mail('offer-ended');
  lookedAt(next, 'agreement-expiry');
  giveBackReservation(next, mobility, context);
  return next.endPhase('agreement').done();
}
