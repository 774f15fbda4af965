import type { IsoDate } from '../calendar/clock.ts';
import { addDays, isIsoDate } from '../calendar/dates.ts';
import type { Claim, InstalmentPlan } from '../mobility/case.ts';
import { type Money, subtract } from '../money/money.ts';
import { receivedOn } from './amounts.ts';

/** The most parts of a plan, and the days within which the last one falls due. */
export const MOST_PARTS = 36;
const LAST_DAY = 3 * 366;

/** One part of a plan as it stands: what of it is still to come. */
export interface Part {
  readonly due: IsoDate;
  readonly local: Money;
  readonly open: Money;
}

/** What can be wrong with the days of a plan, as a sentence for the officer; pages say it in other languages too. */
export const planProblems = {
  parts: `Give 2 to ${MOST_PARTS} days, one for each part.`,
  dates: 'Write each day as year, month and day, for example 2026-03-01.',
  order: 'The days have to lie in the future, each later than the one before.',
  late: 'The last part has to fall due within three years.',
  little: 'So little is left that it cannot be divided into so many parts.',
} as const;

/** Why no plan can be made on these days; undefined when one can. */
export function planProblem(
  due: readonly IsoDate[],
  open: Money,
  today: IsoDate,
): keyof typeof planProblems | undefined {
  if (due.length < 2 || due.length > MOST_PARTS) return 'parts';
  if (due.some((day) => !isIsoDate(day))) return 'dates';
  if (due.some((day, at) => day <= (due[at - 1] ?? today))) return 'order';
  if ((due.at(-1) ?? '') > addDays(today, LAST_DAY)) return 'late';
  return open.minor < due.length ? 'little' : undefined;
}

/** Divides what is left into equal parts; what does not divide comes with the last one, so that nothing is lost. */
export function partsOf(open: Money, due: readonly IsoDate[]): InstalmentPlan['parts'] {
  const each = Math.floor(open.minor / due.length);
  const last = due.length - 1;
  return due.map((day, at) => ({
    due: day,
    local: { ...open, minor: at === last ? open.minor - each * last : each },
  }));
}

/** The parts of a claim's plan with what is still open of each: money fills them in their order. */
export function planOf(claim: Claim): readonly Part[] {
  if (!claim.plan) return [];
  let received = subtract(receivedOn(claim), claim.plan.received).minor;
  return claim.plan.parts.map(({ due, local }) => {
    const filled = Math.min(received, local.minor);
    received -= filled;
    return { due, local, open: { ...local, minor: local.minor - filled } };
  });
}

/** The part that comes next; undefined without a plan, or when every part has been paid. */
export function nextPart(claim: Claim): Part | undefined {
  return planOf(claim).find(({ open }) => open.minor > 0);
}
