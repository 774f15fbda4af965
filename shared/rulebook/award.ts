import * as z from 'zod';
import type { IsoDate } from '../calendar/clock.ts';
import type { ActivityType } from '../grant/activities.ts';
import { call, citation, date, text, validity } from './values.ts';

/** One thing that applications are compared by, the first of the list first. Equal in all of them: whoever applied first. */
const criterion = z.discriminatedUnion('by', [
  /** Given by the office when it approves, from 0 to `most`; more is better. `about` says what for. */
  z.strictObject({ by: z.literal('points'), most: z.int().min(1).max(1000), about: text, ...citation }),
  /** Days of earlier stays that were paid for; fewer is better. */
  z.strictObject({ by: z.literal('earlier-days'), ...citation }),
]);
export type Criterion = z.output<typeof criterion>;

/** Applications for one call that are held beside each other: those of its activities, for stays that start within its days. */
const round = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9-]{1,30}$/, 'write the name of the round in lower-case letters, digits and hyphens'),
    call,
    activities: validity.activities,
    starts: validity.starts,
    /** The last day on which an application is in time, in the institution's time zone. */
    applyBy: date,
    /** On this day, at the institution's time of day, the approved ones are ranked and the money is given away. */
    rankOn: date,
    /** What comes after `applyBy` is ranked behind all others in the order of its time, or not taken. */
    late: z.enum(['behind', 'refused']),
    criteria: z.array(criterion).min(1),
    ...citation,
  })
  .refine(({ applyBy, rankOn }) => applyBy < rankOn, 'applications are ranked on a day after the last one to apply')
  .refine(
    ({ criteria }) => new Set(criteria.map(({ by }) => by)).size === criteria.length,
    'two criteria of a round are the same',
  );
export type Round = z.output<typeof round>;

/** How the money of a call is given away when it does not suffice: first come, first served, but for what a round ranks. */
export const award = z
  .strictObject({
    value: z.enum(['first-come', 'ranked-at-deadline']),
    /** Money that does not suffice for the first in line may go to a later one for whom it does. */
    smallerMayOvertake: z.boolean().optional(),
    /** The first that fits an application is its own; one that none fits is served in the order of applying. */
    rounds: z.array(round).min(1).optional(),
    ...citation,
  })
  .refine(
    ({ value, rounds }) => (value === 'ranked-at-deadline') === (rounds !== undefined),
    'give "rounds" with "ranked-at-deadline", and only there',
  )
  .refine(
    ({ rounds = [] }) => new Set(rounds.map(({ name }) => name)).size === rounds.length,
    'two rounds have one name',
  );

/** The same without its citation, as the program sees it. */
export type Award = Pick<z.output<typeof award>, 'value' | 'smallerMayOvertake' | 'rounds'>;

/** The round that ranks such applications; undefined: they are served in the order of applying. */
export function roundFor(
  { rounds = [] }: Pick<Award, 'rounds'>,
  stay: { readonly call: string; readonly activity: ActivityType; readonly start: IsoDate },
): Round | undefined {
  return rounds.find(
    ({ call: of, activities, starts: { from, before } = {} }) =>
      of === stay.call &&
      (activities === undefined || activities.includes(stay.activity)) &&
      (from === undefined || from <= stay.start) &&
      (before === undefined || stay.start < before),
  );
}

/** The points that a round asks the office for, if it does. */
export function pointsOf({ criteria }: Round): Extract<Criterion, { by: 'points' }> | undefined {
  return criteria.find((each) => each.by === 'points');
}
