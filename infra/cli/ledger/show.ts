import { dateAt } from '../../../shared/calendar/zones.ts';
import { balances, creditBalance } from '../../../shared/ledger/balances.ts';
import { type Statement, statement } from '../../../shared/ledger/statement.ts';
import type { Transfer } from '../../../shared/ledger/transfer.ts';
import { booksOf } from '../../../shared/mobility/books.ts';
import { parityOf } from '../../../shared/mobility/parity.ts';
import type { CaseItem } from '../../../shared/mobility/records.ts';
import { type Money, money } from '../../../shared/money/money.ts';
import { loadRulebook } from '../../../shared/rulebook/loader.ts';
import { caseKey, isKeyPart } from '../../../shared/store/keys.ts';
import { BadInput } from '../command.ts';
import type { OpenBooks } from './source.ts';

/** One transfer as a line of the statement. */
export interface ShownLine {
  /** In the institution's time zone. */
  readonly date: string;
  readonly id: string;
  readonly what: string;
  readonly kind: Transfer['kind'];
  readonly debit: string;
  readonly credit: string;
  readonly amount: Money;
  /** After this transfer; positive: still to pay, negative: still to be repaid. */
  readonly outstanding: Money;
  readonly rate?: Omit<NonNullable<Transfer['link']>, 'transfer'>;
}

/** The statement of one case. */
export interface Shown {
  readonly institution: string;
  readonly case: string;
  readonly state: string;
  readonly lines: readonly ShownLine[];
  readonly figures: Statement;
  /** What of its books does not fit together, if anything. */
  readonly broken?: string;
}

/** Everything that the ledger knows of a case. Without an institution it is looked for at all those of the rulebook. */
export async function show(books: OpenBooks, id: string, institution: string | undefined): Promise<Shown> {
  const rules = loadRulebook(process.env.RULEBOOK);
  const known = rules.institutions().map((each) => each.id);
  const at = await whereIs(books, id, institution === undefined ? known : [institution]);
  const found = await booksOf(books.store, at, id);
  if (!found) throw new BadInput(`The case ${id} of ${at} is being written all the time. Try again in a moment.`);
  const { mobility } = found;
  const transfers = inOrder(found.transfers);
  const broken = parityOf(mobility, transfers);
  const zone = rules.institution(at)?.timeZone ?? 'UTC';
  return {
    institution: at,
    case: id,
    state: mobility.state,
    lines: transfers.map((transfer, n) => lineOf(transfer, transfers.slice(0, n + 1), zone)),
    figures: statement(transfers),
    ...(broken === undefined ? {} : { broken }),
  };
}

async function whereIs({ store }: OpenBooks, id: string, institutions: readonly string[]): Promise<string> {
  for (const part of [id, ...institutions]) {
    if (!isKeyPart(part)) throw new BadInput(`"${part}" can be no id. Give one like 8F3K2M9QRT.`);
  }
  const items = await Promise.all(institutions.map((each) => store.get<CaseItem>('cases', caseKey(each, id))));
  const found = items.filter((item) => item !== undefined).map((item) => item.mobility.institution);
  const [one, other] = found;
  if (one === undefined) throw new BadInput(`There is no case ${id} at ${institutions.join(', ')}.`);
  if (other === undefined) return one;
  throw new BadInput(`There is a case ${id} at ${found.join(' and at ')}: say which with --institution.`);
}

/** In the order of their time; those of one decision as money flows: what is awarded first, what leaves last. */
function inOrder(transfers: readonly Transfer[]): Transfer[] {
  const steps = ['budget', 'committed', 'receivable', 'payable', 'exchange', 'bank'];
  const step = ({ debit, of }: Transfer) =>
    (of === undefined ? 10 : 0) + steps.findIndex((name) => debit.startsWith(name));
  return transfers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : step(a) - step(b)));
}

function lineOf(transfer: Transfer, sofar: readonly Transfer[], zone: string): ShownLine {
  const list = balances(sofar);
  const rest = (['committed', 'payable', 'receivable'] as const)
    .map((account) => creditBalance(list, account, 'EUR'))
    .reduce((sum, minor) => sum + minor, 0);
  const { id, reason, kind, debit, credit, amount, link, at } = transfer;
  return {
    date: dateAt(at, zone),
    id,
    what: reason,
    kind,
    debit,
    credit,
    amount,
    outstanding: money(rest, 'EUR'),
    ...(link === undefined
      ? {}
      : { rate: { rate: link.rate, tranche: link.tranche, date: link.date, evidence: link.evidence } }),
  };
}
