import type { Instant } from '../../../shared/calendar/clock.ts';
import type { Money } from '../../../shared/money/money.ts';
import { addEvent } from './events.ts';
import { referenceOf } from './references.ts';
import { behaviourOf, type Row, type State, text } from './state.ts';
import type { StatementEntry } from './statements.ts';
import { bookingDate, returnTime } from './times.ts';
import type { Habits, PayIn } from './types.ts';

/** An entry of the customer's statement, and whether its account wants every file several times. */
export interface Booked {
  readonly entry: StatementEntry;
  readonly twice: boolean;
}

/** A payment in that is due, with the bank's reference given when it was ordered. */
export type CreditSubject = PayIn & { readonly reference: string };

/** Where money comes from and goes to outside this bank. */
export const otherBanks = 'other-banks';

/** Pays an accepted instruction: the customer's account is debited, the payee's credited. */
export function bookPayment(
  state: State,
  habits: Habits,
  institution: string,
  due: Instant,
  endToEndId: string,
): Booked[] {
  const row = instruction(state, institution, endToEndId);
  if (row === undefined || text(row, 'state') !== 'accepted') return [];
  const behaviour = behaviourOf(state, text(row, 'account'));
  if (behaviour === 'silent') {
    setState(state, institution, endToEndId, 'silent');
    return [];
  }
  const entry: StatementEntry = { ...common(row, habits, due, 'book'), direction: 'debit', kind: 'paid' };
  move(state, institution, due, entry, text(row, 'account'));
  setState(state, institution, endToEndId, 'booked');
  if (behaviour === 'return')
    addEvent(state, { institution, due: returnTime(due, habits), kind: 'return', subject: endToEndId });
  return [{ entry, twice: behaviour === 'twice' }];
}

/** Gives a booked payment back, because the payee's account is closed (AC04). */
export function returnPayment(
  state: State,
  habits: Habits,
  institution: string,
  due: Instant,
  endToEndId: string,
): Booked[] {
  const row = instruction(state, institution, endToEndId);
  if (row === undefined || text(row, 'state') !== 'booked') return [];
  const entry: StatementEntry = {
    ...common(row, habits, due, 'return'),
    direction: 'credit',
    kind: 'returned',
    returnReason: 'AC04',
  };
  move(state, institution, due, entry, text(row, 'account'));
  setState(state, institution, endToEndId, 'returned', 'AC04');
  return [{ entry, twice: behaviourOf(state, text(row, 'account')) === 'twice' }];
}

/** Credits a payment in to the customer's account. */
export function creditPayIn(state: State, habits: Habits, due: Instant, credit: CreditSubject): Booked[] {
  const entry: StatementEntry = {
    reference: credit.reference,
    direction: 'credit',
    kind: 'paid-in',
    amount: credit.amount,
    date: bookingDate(due, habits),
    counterName: credit.payerName,
    ...(credit.kid === undefined ? {} : { kid: credit.kid }),
    ...(credit.text === undefined ? {} : { text: credit.text }),
  };
  move(state, credit.institution, due, entry, otherBanks);
  return [{ entry, twice: false }];
}

function common(row: Row, habits: Habits, due: Instant, what: string): Omit<StatementEntry, 'direction' | 'kind'> {
  const endToEndId = text(row, 'end_to_end_id');
  return {
    reference: referenceOf(what, text(row, 'institution'), endToEndId),
    amount: amountOf(row),
    date: bookingDate(due, habits),
    batchId: text(row, 'message'),
    block: text(row, 'block'),
    endToEndId,
    counterName: text(row, 'payee'),
    text: text(row, 'text'),
  };
}

/** Double entry: what one account loses the other gains, under one reference. */
function move(state: State, institution: string, at: Instant, entry: StatementEntry, counter: string): void {
  const customer = state.one('SELECT account FROM customer WHERE institution = ?', institution);
  if (customer === undefined)
    throw new Error(
      `${institution} has no account at the bank, although it has bookings: the bank's state is damaged.`,
    );
  const own = text(customer, 'account');
  const opposite = entry.direction === 'debit' ? 'credit' : 'debit';
  for (const [account, direction, counterAccount, counterName] of [
    [own, entry.direction, counter, entry.counterName],
    [counter, opposite, own, institution],
  ] as const) {
    state.run(
      `INSERT INTO movement (account, reference, at, date, direction, minor, currency, counter_account, counter_name,
         end_to_end_id, kid, text, return_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[account, entry.reference, at, entry.date, direction, entry.amount.minor, entry.amount.currency],
      ...[
        counterAccount,
        counterName,
        entry.endToEndId ?? null,
        entry.kid ?? null,
        entry.text ?? null,
        entry.returnReason ?? null,
      ],
    );
  }
}

function instruction(state: State, institution: string, endToEndId: string): Row | undefined {
  return state.one('SELECT * FROM instruction WHERE institution = ? AND end_to_end_id = ?', institution, endToEndId);
}

function setState(
  state: State,
  institution: string,
  endToEndId: string,
  to: string,
  reason: string | null = null,
): void {
  state.run(
    'UPDATE instruction SET state = ?, reason = ? WHERE institution = ? AND end_to_end_id = ?',
    to,
    reason,
    institution,
    endToEndId,
  );
}

function amountOf(row: Row): Money {
  return { minor: Number(row.minor), currency: text(row, 'currency') };
}
