import { convert } from '../money/exchange.ts';
import { dividedBy, of as fraction, ofDecimal, plus, times } from '../money/fraction.ts';
import { formatDecimal, type Money, money } from '../money/money.ts';
import { balances, nameOf, openRests } from './balances.ts';
import { adds, flows, statement } from './statement.ts';
import type { FrozenRate, Transfer } from './transfer.ts';

/** Every movement there is, as debit → credit. Anything else is a mistake. */
const MOVEMENTS = new Set([
  'budget → committed',
  'committed → budget',
  'committed → payable',
  'payable → committed',
  'payable → exchange',
  'exchange → payable',
  'exchange → bank',
  'bank → exchange',
  'receivable → committed',
  'committed → receivable',
  'exchange → receivable',
  'waived → receivable',
  'written-off → receivable',
  'receivable → waived',
  'receivable → written-off',
  'bank → overpaid',
  'overpaid → bank',
]);

/**
 * Checks every invariant of the ledger over the transfers of any number of cases, in any order. Returns the first one
 * that is broken as a sentence that names the case and the transfer, or undefined when the books are in order.
 */
export function firstBroken(transfers: readonly Transfer[]): string | undefined {
  const cases = new Map<string, Transfer[]>();
  for (const transfer of transfers) {
    const name = `${transfer.institution} ${transfer.mobility}`;
    const list = cases.get(name) ?? [];
    list.push(transfer);
    cases.set(name, list);
  }
  for (const [name, list] of cases) {
    const broken = brokenInCase(list);
    if (broken !== undefined) return `Case ${name}: ${broken}`;
  }
  return undefined;
}

function brokenInCase(transfers: readonly Transfer[]): string | undefined {
  const byId = new Map<string, Transfer>();
  for (const transfer of transfers) {
    if (byId.has(transfer.id)) return `${transfer.id} is there twice.`;
    byId.set(transfer.id, transfer);
  }
  return (
    first(transfers, brokenAlone) ??
    first(transfers, (transfer) => brokenReference(transfer, byId)) ??
    brokenRests(transfers) ??
    first(transfers, (transfer) => brokenLink(transfer, byId, transfers)) ??
    brokenRates(transfers) ??
    brokenBalances(transfers) ??
    brokenEntitlement(transfers) ??
    brokenStatement(transfers)
  );
}

function brokenAlone({ id, amount, debit, credit, kind, of }: Transfer): string | undefined {
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0)
    return `${id} moves ${text(amount)}, not more than zero.`;
  const movement = `${debit} → ${credit}`.replaceAll(/budget:[^ ]+/g, 'budget');
  if (!MOVEMENTS.has(movement)) return `${id} moves ${movement}, which is no movement of the chart of accounts.`;
  const refers = kind === 'post' || kind === 'void';
  if (refers !== (of !== undefined)) return `${id} is ${kind} and ${refers ? 'names no' : 'names a'} pending transfer.`;
  return undefined;
}

function brokenReference({ id, of, kind, debit, credit, amount }: Transfer, byId: Map<string, Transfer>) {
  if (of === undefined) return undefined;
  const pending = byId.get(of);
  if (pending?.kind !== 'pending') return `${id} would ${kind} ${of}, which is not pending.`;
  if (pending.debit !== debit || pending.credit !== credit || pending.amount.currency !== amount.currency) {
    return `${id} would ${kind} ${of} between other accounts or in another currency.`;
  }
  return undefined;
}

/** Posts never exceed what was pending, and a void gives back exactly the rest, once. */
function brokenRests(transfers: readonly Transfer[]): string | undefined {
  const rests = openRests(transfers);
  return first(transfers, (pending) => {
    if (pending.kind !== 'pending') return undefined;
    const rest = rests.get(nameOf(pending, pending.id)) ?? 0;
    const voids = transfers.filter((transfer) => transfer.of === pending.id && transfer.kind === 'void').length;
    if (rest < 0)
      return `more of ${pending.id} was posted or voided than the ${text(pending.amount)} that were pending.`;
    if (voids > 1) return `${pending.id} was voided ${voids} times.`;
    if (voids === 1 && rest !== 0)
      return `the void of ${pending.id} leaves ${text({ ...pending.amount, minor: rest })}.`;
    return undefined;
  });
}

/** What crosses the exchange account has two legs at one rate, which end alike. */
function brokenLink(leg: Transfer, byId: Map<string, Transfer>, transfers: readonly Transfer[]): string | undefined {
  if (leg.of !== undefined || (leg.debit !== 'exchange' && leg.credit !== 'exchange')) return undefined;
  if (leg.link === undefined) return `${leg.id} crosses currencies without naming its other leg and the rate.`;
  const unproven = (['rate', 'tranche', 'date', 'evidence'] as const).find((part) => !leg.link?.[part]);
  if (unproven !== undefined) return `${leg.id} crosses currencies without the ${unproven} of its rate.`;
  const other = byId.get(leg.link.transfer);
  const isLocal = leg.debit === 'bank' || leg.credit === 'bank';
  if (other === undefined) {
    const worthless = isLocal && leg.debit === 'bank' && fitsRepayment(0, leg, leg.link.rate);
    return worthless ? undefined : `${leg.id} has lost its other leg ${leg.link.transfer}.`;
  }
  const { link } = other;
  if (link?.transfer !== leg.id || !isOneRate(link, leg.link)) {
    return `${leg.id} and ${other.id} do not name each other at one rate.`;
  }
  if (other.kind !== leg.kind || (leg.debit === 'exchange') === (other.debit === 'exchange')) {
    return `${leg.id} and ${other.id} are not two legs of one movement.`;
  }
  if (endOf(leg, transfers) !== endOf(other, transfers)) return `${leg.id} and ${other.id} did not end alike.`;
  return isLocal ? brokenRate(other, leg, leg.link.rate) : undefined;
}

function brokenRate(euro: Transfer, local: Transfer, rate: string): string | undefined {
  const fits =
    euro.credit === 'receivable'
      ? fitsRepayment(euro.amount.minor, local, rate)
      : convert(euro.amount, rate, local.amount.currency).minor === local.amount.minor;
  return fits
    ? undefined
    : `${local.id} is ${text(local.amount)}, but ${text(euro.amount)} at ${rate} is another amount.`;
}

/**
 * A partial repayment is worth its share of the claim, rounded so that all of them add up to the claim: each may be off
 * by less than a cent, and the claim's own local amount by half a minor unit.
 */
function fitsRepayment(euroMinor: number, local: Transfer, rate: string): boolean {
  const factor = ofDecimal(rate);
  const exact = times(fraction(euroMinor), factor);
  const off = plus(fraction(local.amount.minor), times(fraction(-1), exact));
  const size = off.numerator < 0n ? times(off, fraction(-1)) : off;
  const ratio = dividedBy(size, plus(factor, fraction(1)));
  return ratio.numerator <= ratio.denominator;
}

/** How a leg ended: open, or the kinds and number of what followed. Legs are never posted in part. */
function endOf(leg: Transfer, transfers: readonly Transfer[]): string {
  if (leg.kind !== 'pending') return leg.kind;
  const ends = transfers.filter((transfer) => transfer.of === leg.id);
  const whole = ends.every((end) => end.amount.minor === leg.amount.minor);
  return `${ends.map((end) => end.kind).join()}${whole ? '' : ' in part'}`;
}

/** Tranche, rate, date and evidence are frozen on the agreement: one case never has two of them. */
function brokenRates(transfers: readonly Transfer[]): string | undefined {
  const frozen = transfers.find(({ link }) => link !== undefined)?.link;
  return first(transfers, ({ id, link }) => {
    if (link === undefined || frozen === undefined || isOneRate(link, frozen)) return undefined;
    return `${id} uses the rate ${rateText(link)}, but the case pays at ${rateText(frozen)}.`;
  });
}

function isOneRate(a: FrozenRate, b: FrozenRate): boolean {
  return a.rate === b.rate && a.tranche === b.tranche && a.date === b.date && a.evidence === b.evidence;
}

function rateText({ rate, tranche, date }: FrozenRate): string {
  return `${rate} of tranche ${tranche}, ${date}`;
}

/** No more is instructed than is payable, none returned than paid, none repaid or given up than demanded. */
function brokenBalances(transfers: readonly Transfer[]): string | undefined {
  return first(balances(transfers), ({ account, currency, credits, debits, pendingDebits }) => {
    if (account === 'payable' && credits - debits - pendingDebits < 0) {
      return `${text(money(pendingDebits + debits - credits, currency))} more is instructed than is payable.`;
    }
    if (account === 'overpaid' && credits - debits - pendingDebits < 0) {
      return `${text(money(pendingDebits + debits - credits, currency))} more is returned than was paid in beyond the claim.`;
    }
    if ((account === 'waived' || account === 'written-off') && credits > debits) {
      return `${text(money(credits - debits, currency))} more relief (${account}) is taken back than was given.`;
    }
    if (account === 'receivable' && credits > debits) {
      return `${text(money(credits - debits, currency))} more is repaid or given up than was demanded.`;
    }
    return undefined;
  });
}

/**
 * No money twice: what was made payable, less what was undone, never exceeds all that was ever awarded and repaid. The
 * settlement may take back later what had been payable before, so only its additions count.
 */
function brokenEntitlement(transfers: readonly Transfer[]): string | undefined {
  const flow = flows(transfers, 'EUR');
  const payable = flow('committed', 'payable') - flow('payable', 'committed');
  const over = payable - flow('budget', 'committed') - flow('exchange', 'receivable');
  return over > 0 ? `${text(money(over, 'EUR'))} more was made payable than was ever awarded.` : undefined;
}

function brokenStatement(transfers: readonly Transfer[]): string | undefined {
  const figures = statement(transfers);
  if (figures.paid.minor < 0) return `${text(figures.paid)} is paid: more came back than went out.`;
  if (adds(figures)) return undefined;
  const { awarded, paid, repaid, waived, writtenOff, outstanding } = figures;
  return (
    `awarded ${text(awarded)} is not paid ${text(paid)} − repaid ${text(repaid)} − waived ${text(waived)} − ` +
    `written off ${text(writtenOff)} + outstanding ${text(outstanding)}.`
  );
}

function text(amount: Money): string {
  return Number.isSafeInteger(amount.minor) ? `${formatDecimal(amount)} ${amount.currency}` : String(amount.minor);
}

function first<T>(list: readonly T[], broken: (entry: T) => string | undefined): string | undefined {
  for (const entry of list) {
    const sentence = broken(entry);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}
