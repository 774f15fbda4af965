import { accountText } from '../payments/accounts.ts';
import { accountFailed } from '../payments/reasons.ts';
import { amountDue, openPayment } from './balance.ts';
import type { Mobility, Phase } from './case.ts';
import type { WaitName } from './effects.ts';
import { openGreenClaim } from './green-claim.ts';
import { openInterruption } from './interruption.ts';

/**
 * Where a workflow waits, and how the case answers. The recorded decision wins: a workflow is resumed with what stands on
 * the case, never with what somebody sent. `undefined` means not answered yet.
 */
export const waits: Readonly<
  Record<WaitName, { readonly phase: Phase; readonly answer: (mobility: Mobility) => string | undefined }>
> = {
  approval: {
    phase: 'application',
    answer: (mobility) => {
      if (mobility.state === 'applied') return undefined;
      return mobility.state === 'refused' || mobility.state === 'withdrawn' ? 'ended' : 'approved';
    },
  },
  budget: {
    phase: 'application',
    answer: (mobility) => {
      if (mobility.state === 'waiting-list' || mobility.state === 'awaiting-ranking') return undefined;
      return mobility.state === 'withdrawn' ? 'ended' : 'awarded';
    },
  },
  signature: {
    phase: 'agreement',
    answer: (mobility) => {
      if (mobility.state === 'agreement-issued') return undefined;
      return mobility.state === 'lapsed' || mobility.state === 'withdrawn' ? 'ended' : 'signed';
    },
  },
  payment: {
    phase: 'payout',
    answer: (mobility) => {
      if (openPayment(mobility)) return undefined;
      if (amountDue(mobility).minor <= 0) return 'paid';
      return mayPay(mobility) ? 'pay-again' : undefined;
    },
  },
  'end-of-stay': {
    phase: 'stay',
    answer: (mobility) => (mobility.settlement || readyToSettle(mobility) ? 'settle' : undefined),
  },
  repayment: {
    phase: 'repayment',
    answer: (mobility) =>
      mobility.state !== 'repayment-due' || mobility.claim?.state === 'settled' ? 'settled' : undefined,
  },
};

export const waitNames = Object.keys(waits) as readonly WaitName[];

/**
 * What a workflow that waits here is resumed with; undefined while it has to wait. Where the phase has ended meanwhile, or
 * goes on in a later attempt, nobody will ever answer, so that `ended` is the answer: nothing waits for what cannot come.
 *
 * @param attempt the attempt at the phase that waits
 */
export function answerTo(wait: WaitName, mobility: Mobility, attempt: number): string | undefined {
  const { phase, answer } = waits[wait];
  if (attempt < attemptAt(phase, mobility)) return 'ended';
  return answer(mobility) ?? (mobility.openPhases.includes(phase) ? undefined : 'ended');
}

/** The last attempt at a phase; 0 before the first. */
export function attemptAt(phase: Phase, { attempts }: Mobility): number {
  return attempts[phase] ?? 0;
}

/** Money may be instructed: a first instalment before the stay has ended, a balance once it is settled, to a usable account, while nobody proposes to
 * calculate it anew. */
export function mayPay(mobility: Mobility): boolean {
  const time = mobility.state === 'signed' || mobility.state === 'settled';
  return time && !mobility.proposedAccount && !mobility.proposedCorrection && accountUsable(mobility);
}

/** The account on file is not the one that kept the last payment from arriving. */
export function accountUsable(mobility: Mobility): boolean {
  const last = mobility.payments.at(-1);
  if (!last || !accountFailed(last)) return true;
  return accountText(last.account) !== accountText(mobility.participant.account);
}

/**
 * Nothing is missing for the final calculation: the dates are confirmed (or decided), no decision on illness, an interruption or green travel is open, no
 * payment is between us and the bank, and — where a balance will be paid — every obligation is done.
 */
export function readyToSettle(mobility: Mobility): boolean {
  if (mobility.state !== 'stay-ended' || !mobility.confirmed) return false;
  if (mobility.illness && !mobility.illness.decision) return false;
  if (openPayment(mobility) || openInterruption(mobility) || openGreenClaim(mobility)) return false;
  return !mobility.confirmed.balanceExpected || obligationsMissing(mobility).length === 0;
}

/** Codes of the obligations that still stand between the participant and the balance. */
export function obligationsMissing(mobility: Mobility): readonly string[] {
  return mobility.obligationsDue.filter((code) => !mobility.obligations[code]);
}
