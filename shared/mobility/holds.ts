import { bankReason } from '../payments/reasons.ts';
import { openPayment } from './balance.ts';
import type { HoldReason, Mobility } from './case.ts';
import { accountUsable } from './waits.ts';

/** Everything that money of a case can wait for before it leaves. */
export interface Hold {
  readonly code: HoldReason | 'account-change' | 'account-needed';
  /** The payment that waits; absent where none has been prepared yet. */
  readonly payment?: string;
  /** Why, as a sentence for people of the institution. */
  readonly sentence: string;
}

/** Why nothing leaves now, one entry for each reason; empty where nothing is held. */
export function holdsOf(mobility: Mobility): readonly Hold[] {
  const { hold, proposedAccount, payments } = mobility;
  const holds: Hold[] = [];
  const payment = openPayment(mobility);
  const failed = payments.findLast(({ state }) => state === 'rejected' || state === 'returned');
  if (payment?.state === 'held' && payment.holdReason !== undefined && payment.holdReason !== 'office') {
    const sentence = sentences[payment.holdReason](bankReason(failed?.reason));
    holds.push({ code: payment.holdReason, payment: payment.id, sentence });
  }
  if (hold) {
    const sentence = `${hold.by} keeps it back: ${hold.reason}`;
    holds.push({ code: 'office', sentence, ...(payment?.state === 'held' ? { payment: payment.id } : {}) });
  }
  if (proposedAccount) {
    holds.push({ code: 'account-change', sentence: 'A new account waits for a second person.' });
  } else if (!accountUsable(mobility)) {
    holds.push({
      code: 'account-needed',
      sentence: `The participant was asked for another account, because ${bankReason(failed?.reason)}.`,
    });
  }
  return holds;
}

const sentences: Readonly<Record<Exclude<HoldReason, 'office'>, (reason: string) => string>> = {
  'four-eyes': () => 'It is above the amount that may leave without a second person.',
  'bank-refused': (reason) =>
    `The payment before did not arrive, because ${reason}. That is not the payee’s account: put it right first.`,
  'name-mismatch': (reason) =>
    `The payment before did not arrive, because ${reason}. Make sure that the account is the payee’s own.`,
  regulatory: (reason) =>
    `The payment before did not arrive, because ${reason}. Ask the bank, and compare the payee with the list of sanctions.`,
};
