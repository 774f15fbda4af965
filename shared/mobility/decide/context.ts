import type { Instant } from '../../calendar/clock.ts';
import { dateAt } from '../../calendar/zones.ts';
import type { Money } from '../../money/money.ts';
import { formatDecimal } from '../../money/money.ts';
import type { Institution } from '../../rulebook/types.ts';
import type { Actor, Mobility } from '../case.ts';
import { Draft } from '../draft.ts';

/** What a decision may look at besides the case and the command. */
export interface Context {
  readonly institution: Institution;
  readonly now: Instant;
}

/** A draft of the next version of this case, by this actor. */
export function draft(mobility: Mobility, context: Context, by: Actor): Draft {
  return new Draft(mobility, context.now, by);
}

/** Today in the institution's time zone. */
export function today(context: Context): string {
  return dateAt(context.now, context.institution.timeZone);
}

/** An amount for an event's data: `1484.00 EUR`. */
export function amountText(money: Money): string {
  return `${formatDecimal(money)} ${money.currency}`;
}
