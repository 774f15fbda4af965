import type { Instant } from '../calendar/clock.ts';
import { countDays } from '../calendar/counts.ts';
import type { Period } from '../grant/types.ts';
import type { Mobility } from './case.ts';

/** A break in the stay that the participant has reported: both days count to it. */
export interface Interruption {
  readonly at: Instant;
  readonly period: Period;
  readonly reason: string;
  readonly decision?: { readonly by: string; readonly at: Instant } & (
    | { readonly confirmed: true }
    | { readonly confirmed: false; readonly answer: string }
  );
}

/** The break that the office has to look at. Where the host has stated the days, its word counts, and nothing waits. */
export function openInterruption({ state, interruptions, confirmed }: Mobility): Interruption | undefined {
  const last = interruptions?.at(-1);
  const waits = (state === 'signed' || state === 'stay-ended') && confirmed?.interruptionDays === undefined;
  return waits && last && !last.decision ? last : undefined;
}

/**
 * Days of interruption within these dates, which are never funded: those that were confirmed together with the dates, else
 * those that the office has accepted. Counted as the stay itself (domain.md §2).
 */
export function interruptionDays(mobility: Mobility, within: Period): number {
  const { confirmed, interruptions = [] } = mobility;
  if (confirmed?.interruptionDays !== undefined) return confirmed.interruptionDays;
  return interruptions
    .filter(({ decision }) => decision?.confirmed)
    .reduce((days, { period }) => days + daysOfBreak(mobility, period, within), 0);
}

/** Days of one break, as far as it lies within these dates. */
export function daysOfBreak({ terms }: Mobility, { start, end }: Period, within: Period): number {
  const from = start > within.start ? start : within.start;
  const to = end < within.end ? end : within.end;
  return from > to ? 0 : countDays(from, to, terms.limits.counting);
}
