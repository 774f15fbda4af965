import type { Instant, IsoDate } from '../../../shared/calendar/clock.ts';
import { instantOf } from '../../../shared/calendar/zones.ts';
import { writeAccountStatement } from './account-statement.ts';
import { addEvent } from './events.ts';
import { enqueue } from './outgoing.ts';
import { referenceOf } from './references.ts';
import { type Row, type State, text } from './state.ts';
import type { StatementEntry } from './statements.ts';
import type { Habits } from './types.ts';

/** Plans the statement of a day on which the institution's account moved, where the bank gives statements. */
export function planStatement(state: State, habits: Habits, institution: string, day: IsoDate): void {
  if (!givesStatements(state, habits)) return;
  addEvent(state, { institution, due: instantOf(day, '23:59', habits.zone), kind: 'statement', subject: day });
}

/** Whether statements follow: as was chosen, else as is the bank's habit. */
export function givesStatements(state: State, habits: Habits): boolean {
  const chosen = state.one("SELECT value FROM choice WHERE name = 'statements'");
  return chosen === undefined ? habits.statements : text(chosen, 'value') === 'yes';
}

/** From the next movement on. */
export function chooseStatements(state: State, wanted: boolean): void {
  state.run(
    `INSERT INTO choice (name, value) VALUES ('statements', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    wanted ? 'yes' : 'no',
  );
}

/** Puts the statement of one day into the outbox: every movement of the day, and what the account held before and after. */
export function stateDay(state: State, institution: string, due: Instant, day: IsoDate): void {
  const customer = state.one('SELECT * FROM customer WHERE institution = ?', institution);
  if (customer === undefined)
    throw new Error(`${institution} has no account at the bank: the bank's state is damaged.`);
  const [account, currency] = [text(customer, 'account'), text(customer, 'currency')];
  const rows = state.all(
    `SELECT m.*, i.message, i.block FROM movement m
       LEFT JOIN instruction i ON i.institution = ? AND i.end_to_end_id = m.end_to_end_id
     WHERE m.account = ? AND m.date = ? AND m.currency = ? ORDER BY m.reference`,
    ...[institution, account, day, currency],
  );
  const id = referenceOf('statement', institution, day);
  const content = writeAccountStatement({
    id: `PB-AS-${id}`,
    created: due,
    version: text(customer, 'format') === 'pain.001.001.03' ? 'camt.053.001.02' : 'camt.053.001.08',
    account,
    date: day,
    opening: { minor: held(state, account, currency, '<', day), currency },
    closing: { minor: held(state, account, currency, '<=', day), currency },
    entries: rows.map(entryOf),
  });
  enqueue(state, { institution, kind: 'camt.053', id, due, content });
}

function held(state: State, account: string, currency: string, until: '<' | '<=', day: IsoDate): number {
  const row = state.one(
    `SELECT coalesce(sum(CASE direction WHEN 'credit' THEN minor ELSE -minor END), 0) AS minor
     FROM movement WHERE account = ? AND currency = ? AND date ${until} ?`,
    ...[account, currency, day],
  );
  return Number(row?.minor ?? 0);
}

function entryOf(row: Row): StatementEntry {
  const [direction, returnReason] = [text(row, 'direction'), text(row, 'return_reason')];
  return {
    reference: text(row, 'reference'),
    direction: direction === 'debit' ? 'debit' : 'credit',
    amount: { minor: Number(row.minor), currency: text(row, 'currency') },
    date: text(row, 'date'),
    kind: direction === 'debit' ? 'paid' : returnReason === '' ? 'paid-in' : 'returned',
    counterName: text(row, 'counter_name'),
    ...present('batchId', text(row, 'message')),
    ...present('block', text(row, 'block')),
    ...present('endToEndId', text(row, 'end_to_end_id')),
    ...present('kid', text(row, 'kid')),
    ...present('text', text(row, 'text')),
    ...present('returnReason', returnReason),
  };
}

function present<Key extends keyof StatementEntry>(key: Key, value: string): Partial<Record<Key, string>> {
  return value === '' ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}
