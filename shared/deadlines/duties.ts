import type { IsoDate } from '../calendar/clock.ts';
import { addDays, daysBetween } from '../calendar/dates.ts';
import { dateAt } from '../calendar/zones.ts';
import { firstInstalment } from '../mobility/balance.ts';
import type { Mobility, Payment } from '../mobility/case.ts';
import { prefinancingDue } from '../mobility/decide/agreement.ts';
import type { Institution } from '../rulebook/types.ts';

/** What the institution has promised in the grant agreement: the first instalment and the rest, each by a day. */
export interface Duty {
  readonly duty: 'pre-financing' | 'balance';
  readonly due: IsoDate;
  /** The day on which the bank booked the payment. */
  readonly done?: IsoDate;
  /** Calendar days after the day that was promised, until it was done or until today; 0: not late. */
  readonly daysLate: number;
}

type Owing = Omit<Mobility, 'terms'>;

/**
 * What the institution owed or owes in this case, as it stands on a day. No first instalment is owed any more where the stay
 * ended before it was paid: what is due then is the rest.
 */
export function dutiesOf(mobility: Owing, institution: Institution, today: IsoDate): readonly Duty[] {
  const { agreement, settlement, confirmed } = mobility;
  const found: Duty[] = [];
  const signed = agreement?.signatures.participant?.at;
  if (signed !== undefined && firstInstalment(mobility)) {
    const done = bookedOn(mobility, 'pre-financing');
    const due = prefinancingDue(mobility, { institution, now: signed });
    if (done !== undefined || !confirmed) found.push(dutyOn('pre-financing', due, done, today));
  }
  if (settlement && settlement.outcome === 'balance') {
    const planned = mobility.deadlines.find(({ kind }) => kind === 'balance-duty')?.ref;
    const usual = addDays(dateAt(settlement.at, institution.timeZone), institution.procedure.balanceDays);
    found.push(dutyOn('balance', planned ?? usual, bookedOn(mobility, 'balance'), today));
  }
  return found;
}

function dutyOn(duty: Duty['duty'], due: IsoDate, done: IsoDate | undefined, today: IsoDate): Duty {
  const daysLate = Math.max(0, daysBetween(due, done ?? today));
  return { duty, due, ...(done === undefined ? {} : { done }), daysLate };
}

const bookedOn = ({ payments }: Owing, purpose: Payment['purpose']): IsoDate | undefined =>
  payments.find((payment) => payment.purpose === purpose && payment.state === 'booked')?.bookedOn;
