import { nextCutOff } from '../../calendar/business-days.ts';
import { claimOpen, restOf } from '../../claims/amounts.ts';
import { inDays } from '../../deadlines/plan.ts';
import { formatDecimal } from '../../money/money.ts';
import { accountText } from '../../payments/accounts.ts';
import { endToEndId, instructionHash } from '../../payments/identity.ts';
import { accountFailed } from '../../payments/reasons.ts';
import type { CostCentre } from '../../payments/types.ts';
import type { Claim, Mobility, Reversal } from '../case.ts';
import type { Draft } from '../draft.ts';
import type { Context } from './context.ts';

/**
 * What a unit of the institution was paid too much is not demanded from anybody: the grant was re-posted to its cost centre,
 * so that a voucher with the signs turned takes it back. The staff member owes nothing and gets no letter. A second person
 * approves it as every recovery; the finance system's receipt is what counts as repaid (reversal-receipt.ts).
 */

/** Business days without a receipt before finance is told. */
const SILENCE_DAYS = 7;

/** The grant goes to a unit, by vouchers. */
export const paidToUnit = ({ participant }: Pick<Mobility, 'participant'>): boolean =>
  'costCentre' in participant.account;

/** The reversal of this id; undefined for the id of another payment. */
export function findReversal({ reversals }: Mobility, id: string): Reversal | undefined {
  return reversals?.find((reversal) => reversal.id === id);
}

/** One that is on its way: no receipt has said yet what became of it. */
export function openReversal({ reversals = [] }: Mobility): Reversal | undefined {
  return reversals.find(({ state }) => state === 'ready' || state === 'instructed');
}

/**
 * The cost centre that bears it: the one that was paid last, or, where that was refused, the one that has been approved
 * since. Undefined where the finance system has refused both.
 */
export function unitToDebit(mobility: Mobility): CostCentre | undefined {
  const { payments, participant, reversals = [] } = mobility;
  const failed = reversals.filter(accountFailed).map(({ account }) => accountText(account));
  const paid = payments.findLast(({ state }) => state === 'booked')?.account;
  return [paid, participant.account].find(
    (account): account is CostCentre =>
      account !== undefined && 'costCentre' in account && !failed.includes(accountText(account)),
  );
}

/** Puts a voucher over what is open of the claim into the next run. */
export function reverse(next: Draft, claim: Claim, account: CostCentre, context: Context): void {
  const { mobility } = next;
  const { institution, id, reversals = [] } = mobility;
  const { timeZone, country, bank } = context.institution;
  const sequence = reversals.length + 1;
  const amount = restOf(claim);
  const reversal: Reversal = {
    id: endToEndId(institution, id, 'unit-reversal', sequence),
    sequence,
    state: 'ready',
    amount,
    local: claimOpen(claim),
    account,
    createdAt: context.now,
  };
  const transfer = {
    endToEndId: reversal.id,
    amount: reversal.local,
    payeeName: account.unit,
    payeeCountry: country,
    account,
    message: `Erasmus+ reversal ${id} EUR ${formatDecimal(amount)}`,
    reversal: true,
  } as const;
  const cutOff = nextCutOff(context.now, bank.cutOff, timeZone, country);
  next
    .set({ reversals: [...reversals, reversal] })
    .write({
      record: 'payment-new',
      payment: { institution, mobility: id, transfer, hash: instructionHash(transfer), cutOff },
    })
    .addDeadlines(silenceOf(reversal.id, context));
}

/** From its making on: also a voucher that no batch takes is missed. */
export const silenceOf = (id: string, { institution, now }: Context) =>
  inDays(institution, 'bank-silence', now, SILENCE_DAYS, id);

/** The claim has lost its ground: what has not left yet is taken back. What has left comes back as an over-payment. */
export function cancelReversal(next: Draft): void {
  const open = openReversal(next.mobility);
  if (open?.state !== 'ready') return;
  changeReversal(next, open.id, { state: 'cancelled' })
    .write({ record: 'payment-cancelled', id: open.id, from: 'ready' })
    .dropDeadlinesOf('bank-silence', open.id);
}

export function changeReversal(next: Draft, id: string, fields: Partial<Reversal>): Draft {
  return next.set({
    reversals: (next.mobility.reversals ?? []).map((one) => (one.id === id ? { ...one, ...fields } : one)),
  });
}
