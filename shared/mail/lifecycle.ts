import type { Instant } from '../calendar/clock.ts';

/**
 * What the mail system says of a message that it has taken, worst last. Words come late, twice and in any order (Amazon
 * promises neither), so each has a rank, and only a higher one changes anything.
 *
 * `soft-bounced` stands below `delivered`: many servers answer "out of office" in the form of a soft bounce after they have
 * delivered. `bounced` stands above it: some servers take a mail and return it later.
 */
const words = ['delayed', 'soft-bounced', 'delivered', 'bounced', 'complained'] as const;

export type DeliveryState = (typeof words)[number];

/** The last thing that counted, and when it happened. */
export interface Delivery {
  readonly state: DeliveryState;
  readonly at: Instant;
  /** It has been known to have failed, now or before: another way has been looked for. */
  readonly failed?: true;
}

/** What is known when this word has been heard too. */
export function heardNow(known: Delivery | undefined, state: DeliveryState, at: Instant): Delivery {
  return { state, at, ...(known?.failed || hasFailed(state) ? { failed: true } : {}) };
}

/** Whether a word says more than what is known already. */
export function isNews(known: Delivery | undefined, heard: Delivery): boolean {
  return known === undefined || words.indexOf(heard.state) > words.indexOf(known.state);
}

/** The message did not reach its reader, or the reader does not want it: another way has to be found. */
export function hasFailed(state: DeliveryState): boolean {
  return state === 'soft-bounced' || isForGood(state);
}

/** Nothing more may be sent to this address: it does not exist, or its owner has called our mail unwanted. */
export function isForGood(state: DeliveryState): boolean {
  return state === 'bounced' || state === 'complained';
}
