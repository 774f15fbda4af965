import { nextPart } from '../../claims/instalments.ts';
import type { Claim } from '../../mobility/case.ts';
import { claimOpen } from '../../mobility/decide/repayment.ts';
import type { Money } from '../../money/money.ts';
import { formatAccount, profileAccount } from '../../payments/accounts.ts';
import type { Block } from '../content.ts';
import type { MailView } from '../language.ts';

/** Pieces of the mails about money that has to come back. */

export function claimOf({ mobility }: MailView): Claim {
  const { claim, id } = mobility;
  if (!claim) throw new Error(`A mail about a claim was asked for, but ${id} has none.`);
  return claim;
}

/** What is still to be paid back, in local currency. */
export const openAmount = (view: MailView): Money => claimOpen(claimOf(view));

/** Account, reference number (KID) and amount: all that is needed to pay; the day where nothing else in the mail says it. */
export function howToPay(view: MailView, amount: Money, due?: string): Block {
  const { slip: w } = view.words.claims;
  const { bank } = view.institution;
  return {
    kind: 'facts',
    title: w.title,
    rows: [
      [w.amount, view.say.money(amount)],
      [w.account, formatAccount(profileAccount(bank.account))],
      [w.kid, claimOf(view).kid],
      [w.to, bank.debtorName],
      ...(due === undefined ? [] : [[w.due, due] as const]),
    ],
  };
}

/** The same for the part that is due next, or for all that is open, with its day. */
export function paymentSlip(view: MailView): Block {
  const claim = claimOf(view);
  return howToPay(view, nextPart(claim)?.open ?? openAmount(view), claim.due && view.say.date(claim.due));
}
