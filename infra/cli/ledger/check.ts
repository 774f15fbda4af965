import { type Balance, balances, nameOf, openRests } from '../../../shared/ledger/balances.ts';
import { type TransferItem, transferOf } from '../../../shared/ledger/items.ts';
import { flows } from '../../../shared/ledger/statement.ts';
import type { Transfer } from '../../../shared/ledger/transfer.ts';
import { booksOf } from '../../../shared/mobility/books.ts';
import { type BookedCase, parityOf } from '../../../shared/mobility/parity.ts';
import type { BudgetItem, CaseItem } from '../../../shared/mobility/records.ts';
import { formatDecimal, money } from '../../../shared/money/money.ts';
import type { OpenBooks } from './source.ts';

/** What came of going through all books. `broken`: the first rule that does not hold, with its case, as a sentence. */
export interface Found {
  readonly broken?: string;
  readonly cases: number;
  readonly transfers: number;
  /** Sums per account and currency, of each institution. */
  readonly institutions: Readonly<Record<string, readonly Balance[]>>;
}

interface Reading {
  readonly cases: ReadonlyMap<string, BookedCase>;
  readonly transfers: ReadonlyMap<string, readonly Transfer[]>;
  readonly budgets: readonly BudgetItem[];
}

/** Sort keys of a case's own record, and how those of a tranche's budget begin (shared/store/keys.ts). */
const CASE = 'case';
const TRANCHE = 'tranche#';

/**
 * Reads every record of the books and proves every rule: the invariants of the ledger, that each case says the same as its
 * transfers, and that the budget of each tranche holds what its cases leave of it. What seems broken is read once more,
 * at one moment, since a system that runs may write between two pages.
 */
export async function checkBooks(books: OpenBooks): Promise<Found> {
  const reading = await readAll(books);
  const broken = (await brokenCase(books, reading)) ?? (await brokenBudget(books, reading));
  const all = [...reading.transfers.values()].flat();
  const institutions = Object.groupBy(all, ({ institution }) => institution) as Record<string, Transfer[]>;
  return {
    ...(broken === undefined ? {} : { broken }),
    cases: reading.cases.size,
    transfers: all.length,
    institutions: Object.fromEntries(
      Object.entries(institutions)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, transfers]) => [id, balances(transfers)]),
    ),
  };
}

async function readAll(books: OpenBooks): Promise<Reading> {
  const [own, transfers] = await Promise.all([readCases(books), readTransfers(books)]);
  return { ...own, transfers };
}

async function readCases({ scan }: OpenBooks): Promise<Omit<Reading, 'transfers'>> {
  const cases = new Map<string, BookedCase>();
  const budgets: BudgetItem[] = [];
  for await (const item of scan('cases', [CASE, TRANCHE])) {
    if (item.sk === CASE) cases.set(item.pk, (item as CaseItem).mobility);
    else if (item.sk.startsWith(TRANCHE)) budgets.push(item as BudgetItem);
  }
  return { cases, budgets };
}

async function readTransfers({ scan }: OpenBooks): Promise<Reading['transfers']> {
  const transfers = new Map<string, Transfer[]>();
  for await (const item of scan('ledger')) {
    const own = transfers.get(item.pk);
    const transfer = transferOf(item as TransferItem);
    if (own) own.push(transfer);
    else transfers.set(item.pk, [transfer]);
  }
  return transfers;
}

async function brokenCase({ store }: OpenBooks, { cases, transfers }: Reading): Promise<string | undefined> {
  for (const name of [...new Set([...cases.keys(), ...transfers.keys()])].sort()) {
    const own = transfers.get(name) ?? [];
    const mobility = cases.get(name);
    if (mobility && parityOf(mobility, own) === undefined) continue;
    const [institution = '', , id = ''] = name.split('#');
    const now = await booksOf(store, institution, id);
    const broken = now
      ? parityOf(now.mobility, now.transfers)
      : `Case ${institution} ${id}: the ledger has ${own.length} transfers of it, but there is no such case.`;
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** Compared again on a second reading, when cases were awarded or settled during the first. */
async function brokenBudget(books: OpenBooks, reading: Reading): Promise<string | undefined> {
  if (differenceOfBudgets(reading) === undefined) return undefined;
  return differenceOfBudgets(await readAll(books));
}

function differenceOfBudgets({ cases, transfers, budgets }: Reading): string | undefined {
  const taken = new Map<string, number>();
  for (const [name, { institution, stay, award }] of cases) {
    if (!award) continue;
    const tranche = `${institution}#budget#${stay.call} tranche#${award.tranche}`;
    taken.set(tranche, (taken.get(tranche) ?? 0) + takenBy(transfers.get(name) ?? []));
  }
  const text = (minor: number) => `${formatDecimal(money(minor, 'EUR'))} EUR`;
  for (const { pk, sk, available, reserved, total } of budgets) {
    const inLedger = taken.get(`${pk} ${sk}`) ?? 0;
    const [institution = '', , call = ''] = pk.split('#');
    const what = `The budget of ${institution}, call ${call}, tranche ${sk.replace('tranche#', '')}`;
    if (reserved !== inLedger)
      return `${what} counts ${text(reserved)} as given away, its cases took ${text(inLedger)}.`;
    if (available + reserved !== total) {
      return `${what} is ${text(total)}, but ${text(available)} left and ${text(reserved)} given away are not that much.`;
    }
    taken.delete(`${pk} ${sk}`);
  }
  for (const [name, minor] of taken)
    if (minor !== 0) return `${name} has no record, but its cases took ${text(minor)}.`;
  return undefined;
}

/** What a case holds of its tranche: still reserved, and committed less what was given back. In euro cents. */
function takenBy(transfers: readonly Transfer[]): number {
  const flow = flows(transfers, 'EUR');
  const rests = openRests(transfers);
  const reserved = transfers
    .filter(({ kind, debit }) => kind === 'pending' && debit.startsWith('budget:'))
    .reduce((sum, transfer) => sum + (rests.get(nameOf(transfer, transfer.id)) ?? 0), 0);
  return reserved + flow('budget', 'committed') - flow('committed', 'budget');
}
