import type { IsoDate } from '../calendar/clock.ts';
import { addDays } from '../calendar/dates.ts';
import type { DeadlineKind, Mobility } from '../mobility/case.ts';
import { isPaused } from '../mobility/decide/objection.ts';
import { obligationsMissing } from '../mobility/waits.ts';

/** What follows when a person has let their day pass. Nothing else can be moved: least of all what the institution owes. */
export const personalDeadlines = [
  'agreement-expiry',
  'confirmation-decision',
  'obligations-reminder',
  'claim-decision',
] as const satisfies readonly DeadlineKind[];

export type PersonalDeadline = (typeof personalDeadlines)[number];

/** A day that an officer has given instead, or that moved by itself because its notices were not delivered (no `by`). */
export interface MovedDeadline {
  readonly deadline: PersonalDeadline;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly at: string;
  readonly by?: string;
  /** Colleagues read it. */
  readonly reason?: string;
}

/** The longest step at once, in days from the day that stood: further ahead is a typing error in the year. */
const FURTHEST_DAYS = 366;

/** What a person of this case still has to do, and by which day; what waits for somebody else's decision is not among it. */
export function openDeadlines(mobility: Mobility): readonly { deadline: PersonalDeadline; due: IsoDate }[] {
  return personalDeadlines.flatMap((deadline) => {
    const due = mobility.deadlines.find(({ kind }) => kind === deadline)?.ref;
    return due !== undefined && asksFor[deadline](mobility) ? [{ deadline, due }] : [];
  });
}

const asksFor: Readonly<Record<PersonalDeadline, (mobility: Mobility) => boolean>> = {
  'agreement-expiry': ({ state }) => state === 'agreement-issued',
  'confirmation-decision': ({ state, confirmed }) => state === 'signed' && !confirmed,
  'obligations-reminder': (mobility) =>
    mobility.confirmed?.balanceExpected === true && obligationsMissing(mobility).length > 0,
  // Parts, collection by others and relief are decided on the page of the claim.
  'claim-decision': (mobility) => {
    const { claim, state } = mobility;
    const open = state === 'repayment-due' && (claim?.state === 'open' || claim?.state === 'overdue');
    return open && !claim.plan && !claim.collection && !claim.proposedRelief && !isPaused(mobility);
  },
};

/** From when until when a day may be given instead: later than the one that stands, and than today. */
export function mayMoveTo(due: IsoDate, today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  const later = due > today ? due : today;
  return { from: addDays(later, 1), to: addDays(later, FURTHEST_DAYS) };
}

/** How often the day to sign has moved because the notices were not delivered, since an officer last moved it. */
export function movesUnheard({ moved = [] }: Mobility): number {
  const byHand = moved.findLastIndex(({ deadline, by }) => deadline === 'agreement-expiry' && by !== undefined);
  return moved.slice(byHand + 1).filter(({ deadline }) => deadline === 'agreement-expiry').length;
}
