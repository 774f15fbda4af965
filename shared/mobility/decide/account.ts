import { inDays } from '../../deadlines/plan.ts';
import { accountText } from '../../payments/accounts.ts';
import type { PayeeAccount } from '../../payments/types.ts';
import { amountDue, openPayment } from '../balance.ts';
import type { Mobility, Payment } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { accountUsable } from '../waits.ts';
import { type Context, draft } from './context.ts';
import { cancelUnsentPayment } from './payout.ts';

/** The participant names another account; it counts only when a second person has approved it. */
export function proposeAccount(mobility: Mobility, account: PayeeAccount, context: Context): Outcome {
  if (!['signed', 'stay-ended', 'settled', 'repayment-due'].includes(mobility.state)) {
    return refused('not-open', 'Your account cannot be changed now.');
  }
  if (accountText(account) === accountText(mobility.participant.account)) {
    return refused('same-account', 'This is the account that we have already. Give another one.');
  }
  const { proposedAccount: before } = mobility;
  if (before && accountText(before.account) === accountText(account)) return nothing;
  const { institution, now } = context;
  return draft(mobility, context, 'participant')
    .set({ proposedAccount: { account, at: now } })
    .record('AccountProposed')
    .mail('account-approval')
    .dropDeadlines('account-reminder')
    .dropDeadlinesOf('four-eyes-reminder', 'account')
    .addDeadlines(
      inDays(institution, 'four-eyes-reminder', now, institution.procedure.office.remindEveryDays, 'account'),
    )
    .done();
}

/** A second person approves or refuses the new account. */
export function decideAccount(
  mobility: Mobility,
  approve: boolean,
  seen: PayeeAccount | undefined,
  context: Context,
): Outcome {
  const { proposedAccount } = mobility;
  if (!proposedAccount) return refused('already-decided', 'This account has already been decided on.');
  if (seen && accountText(seen) !== accountText(proposedAccount.account)) {
    return refused('another-account', 'Another account has been given in the meantime. Look at that one.');
  }
  const next = draft(mobility, context, 'controller')
    .unset('proposedAccount')
    .dropDeadlinesOf('four-eyes-reminder', 'account');
  if (!approve) {
    next.record('AccountRefused').mail('account-refused');
    if (accountUsable(mobility)) return next.done();
    const { institution, now } = context;
    const failed = mobility.payments.at(-1)?.id;
    return next
      .addDeadlines(inDays(institution, 'account-reminder', now, institution.procedure.office.remindEveryDays, failed))
      .done();
  }
  next.set({ participant: { ...mobility.participant, account: proposedAccount.account } });
  // What has not left yet would go to the old account: it is taken back, and prepared anew for the new one.
  const unsent = openPayment(mobility);
  if (unsent && accountText(unsent.account) !== accountText(proposedAccount.account))
    cancelUnsentPayment(next, context);
  return next.record('AccountApproved').mail('account-approved').done();
}

/** Only where money will be due to the participant, and the account is what stands in its way. */
export function askForAccount(next: Draft, payment: Payment, reason: string, context: Context): Draft {
  const { mobility } = next;
  const { institution, now } = context;
  const owed = mobility.state === 'stay-ended' ? mobility.confirmed?.balanceExpected : amountDue(mobility).minor > 0;
  if (!owed || accountUsable(mobility) || mobility.proposedAccount) return next;
  return next
    .mail('account-needed', { payment: payment.id, reason })
    .addDeadlines(
      inDays(institution, 'account-reminder', now, institution.procedure.office.remindEveryDays, payment.id),
    );
}
