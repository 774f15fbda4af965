import type { Money } from '../../../shared/money/money.ts';
import { type Row, type State, text } from './state.ts';
import type { AccountView, Behaviour, FileView, InstructionState, InstructionView, MovementView } from './types.ts';

/** Every account the bank knows, customers' own first, then by number. */
export function accounts(state: State): readonly AccountView[] {
  const balances = balancesByAccount(state);
  const own = state.all('SELECT institution, account AS number FROM customer ORDER BY institution');
  const institutions = new Map(own.map((row) => [text(row, 'number'), text(row, 'institution')]));
  const others = state.all('SELECT number, owner, behaviour FROM account ORDER BY number');
  const known = new Map(others.map((row) => [text(row, 'number'), row]));
  const numbers = new Set([...institutions.keys(), ...known.keys(), ...balances.keys()]);
  return [...numbers].map((account) => {
    const institution = institutions.get(account);
    const row = known.get(account);
    return {
      account,
      owner: institution ?? (row === undefined ? '' : text(row, 'owner')),
      behaviour: row === undefined ? 'pay' : (text(row, 'behaviour') as Behaviour),
      balances: balances.get(account) ?? [],
      ...(institution === undefined ? {} : { institution }),
    };
  });
}

function balancesByAccount(state: State): ReadonlyMap<string, readonly Money[]> {
  const rows = state.all(
    `SELECT account, currency, sum(CASE direction WHEN 'credit' THEN minor ELSE -minor END) AS minor
     FROM movement GROUP BY account, currency ORDER BY account, currency`,
  );
  const balances = new Map<string, Money[]>();
  for (const row of rows) {
    const list = balances.get(text(row, 'account')) ?? [];
    list.push({ minor: Number(row.minor), currency: text(row, 'currency') });
    balances.set(text(row, 'account'), list);
  }
  return balances;
}

/** Movements of one account, oldest first. */
export function movements(state: State, account: string): readonly MovementView[] {
  return state.all('SELECT * FROM movement WHERE account = ? ORDER BY at, reference', account).map((row) => ({
    account,
    reference: text(row, 'reference'),
    at: text(row, 'at'),
    date: text(row, 'date'),
    direction: text(row, 'direction') as MovementView['direction'],
    amount: { minor: Number(row.minor), currency: text(row, 'currency') },
    counterAccount: text(row, 'counter_account'),
    counterName: text(row, 'counter_name'),
    ...present(row, 'end_to_end_id', 'endToEndId'),
    ...present(row, 'kid', 'kid'),
    ...present(row, 'text', 'text'),
    ...present(row, 'return_reason', 'returnReason'),
  }));
}

/** Every instruction the bank took, by institution and id. */
export function instructions(state: State): readonly InstructionView[] {
  return state.all('SELECT * FROM instruction ORDER BY institution, end_to_end_id').map((row) => ({
    institution: text(row, 'institution'),
    endToEndId: text(row, 'end_to_end_id'),
    batchId: text(row, 'message'),
    payee: text(row, 'payee'),
    account: text(row, 'account'),
    amount: { minor: Number(row.minor), currency: text(row, 'currency') },
    message: text(row, 'text'),
    state: text(row, 'state') as InstructionState,
    ...present(row, 'reason', 'reason'),
  }));
}

/** Files that came and files that go out, by time and name. */
export function files(state: State): readonly FileView[] {
  const rows = state.all(
    `SELECT institution, name, at, 'received' AS direction, 1 AS done FROM received
     UNION ALL SELECT institution, name, due, 'sent', done FROM delivery ORDER BY at, direction, institution, name`,
  );
  return rows.map((row) => ({
    institution: text(row, 'institution'),
    name: text(row, 'name'),
    direction: text(row, 'direction') as FileView['direction'],
    at: text(row, 'at'),
    done: Number(row.done) === 1,
  }));
}

function present<Key extends string>(row: Row, column: string, key: Key): { readonly [name in Key]?: string } {
  const value = row[column];
  return value === null || value === undefined || value === ''
    ? {}
    : ({ [key]: String(value) } as { [name in Key]: string });
}
