import { balances, creditBalance, nameOf, openRests } from '../ledger/balances.ts';
import { firstBroken } from '../ledger/check.ts';
import { statement } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { add, formatDecimal, type Money, money, subtract, sum } from '../money/money.ts';
import { awarded, kept, openPayment, outstanding, paid, repaid } from './balance.ts';
import type { Mobility, State } from './case.ts';

/** The case as it is stored; its rules say nothing about its books. */
export type BookedCase = Omit<Mobility, 'terms'>;

/** Nothing of the call's money is set aside yet, and none ever was in `refused`. */
const untouched: readonly State[] = ['applied', 'refused', 'approved', 'awaiting-ranking', 'waiting-list'];
/** Set aside and not yet agreed by both. */
const reserved: readonly State[] = ['awarded', 'agreement-issued'];
const givenBack: readonly State[] = ['lapsed', 'withdrawn'];

/**
 * Whether a case and its transfers tell one story: the ledger's own invariants first, then the figures, then what the
 * state promises. Gives the first difference as a sentence of ids, states and amounts, or undefined. Pure; the transfers
 * are all of this case, in any order.
 */
export function parityOf(mobility: BookedCase, transfers: readonly Transfer[]): string | undefined {
  return (
    foreign(mobility, transfers) ??
    firstBroken(transfers) ??
    differs(mobility, figures(mobility, transfers)) ??
    differs(mobility, expectations(mobility, transfers))
  );
}

function foreign({ institution, id }: BookedCase, transfers: readonly Transfer[]): string | undefined {
  const other = transfers.find((transfer) => transfer.institution !== institution || transfer.mobility !== id);
  return other && `Case ${institution} ${id}: ${other.id} belongs to the case ${other.institution} ${other.mobility}.`;
}

/** What the case says, what the ledger says, and of what. */
type Comparison = readonly [what: string, onTheCase: string, inTheLedger: string];

function differs({ institution, id, state }: BookedCase, compared: readonly Comparison[]): string | undefined {
  const found = compared.find(([, onTheCase, inTheLedger]) => onTheCase !== inTheLedger);
  if (found === undefined) return undefined;
  const [what, onTheCase, inTheLedger] = found;
  return `Case ${institution} ${id} is ${state}: ${what} is ${onTheCase} on the case and ${inTheLedger} in the ledger.`;
}

function figures(mobility: BookedCase, transfers: readonly Transfer[]): readonly Comparison[] {
  const ledger = statement(transfers);
  const whole = mobility as Mobility;
  const givenUp = subtract(subtract(paid(whole), repaid(whole)), kept(whole));
  const compared: Comparison[] = [
    ['what is awarded', text(awarded(whole)), text(ledger.awarded)],
    ['what is paid', text(paid(whole)), text(ledger.paid)],
    ['what is repaid', text(repaid(whole)), text(ledger.repaid)],
    ['what is waived or written off', text(givenUp), text(add(ledger.waived, ledger.writtenOff))],
    ['what is outstanding', text(outstanding(whole)), text(ledger.outstanding)],
  ];
  const currency = mobility.agreement?.exchange.currency;
  if (currency !== undefined) {
    const booked = mobility.payments.filter(({ state }) => state === 'booked').map(({ local }) => local);
    const local = ledger.local.find((entry) => entry.currency === currency)?.paid ?? money(0, currency);
    compared.push([`what is paid in ${currency}`, text(sum(booked, currency)), text(local)]);
  }
  return compared;
}

function expectations(mobility: BookedCase, transfers: readonly Transfer[]): readonly Comparison[] {
  const { state, award, claim } = mobility;
  const list = balances(transfers);
  const nothing = money(0, 'EUR');
  const aside = pendingOf(transfers, (transfer) => transfer.debit.startsWith('budget:'));
  const promised = reserved.includes(state) ? (award?.amount ?? nothing) : nothing;
  const committed = money(creditBalance(list, 'committed', 'EUR'), 'EUR');
  const compared: Comparison[] = [['what is reserved', text(promised), text(aside)]];
  if (untouched.includes(state)) compared.push(['the number of transfers', '0', String(transfers.length)]);
  if ([...reserved, ...givenBack].includes(state)) compared.push(['what is committed', text(nothing), text(committed)]);
  const onItsWay = openPayment(mobility as Mobility);
  const leg = transfers.find((transfer) => transfer.id === `${onItsWay?.id}:pay`);
  const pending = pendingOf(transfers, (transfer) => transfer.debit === 'payable');
  compared.push(
    ['the payment on its way', text(onItsWay?.amount ?? nothing), text(pending)],
    ['the identity of the payment on its way', onItsWay?.id ?? 'none', onItsWay && leg ? onItsWay.id : 'none'],
  );
  const receivable = -creditBalance(list, 'receivable', 'EUR');
  const open = claim !== undefined && claim.state !== 'settled';
  compared.push(['the demand', open ? 'open' : 'not open', receivable > 0 ? 'open' : 'not open']);
  if (state === 'closed') {
    const rest = statement(transfers).outstanding;
    compared.push(['what is outstanding at the end', text(nothing), text(rest)]);
  }
  return compared;
}

/** In euro: what of these pending transfers is neither posted nor voided. */
function pendingOf(transfers: readonly Transfer[], wanted: (transfer: Transfer) => boolean): Money {
  const rests = openRests(transfers);
  const open = transfers.filter(
    (transfer) => transfer.kind === 'pending' && transfer.amount.currency === 'EUR' && wanted(transfer),
  );
  return money(
    open.reduce((total, transfer) => total + (rests.get(nameOf(transfer, transfer.id)) ?? 0), 0),
    'EUR',
  );
}

function text(amount: Money): string {
  return `${formatDecimal(amount)} ${amount.currency}`;
}
