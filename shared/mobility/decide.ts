import { withDocuments } from '../documents/issue.ts';
import type { Mobility, Phase, ReturnPayment, Reversal } from './case.ts';
import type { Command } from './commands.ts';
import * as account from './decide/account.ts';
import * as agreement from './decide/agreement.ts';
import * as application from './decide/application.ts';
import * as approvals from './decide/approvals.ts';
import * as bank from './decide/bank.ts';
import * as contact from './decide/contact.ts';
import { type Context, draft } from './decide/context.ts';
import * as correction from './decide/correction.ts';
import * as deadlines from './decide/deadlines.ts';
import * as extension from './decide/extension.ts';
import { fallDue } from './decide/fall-due.ts';
import { fourEyesProblem } from './decide/four-eyes.ts';
import * as green from './decide/green-claim.ts';
import * as illness from './decide/illness.ts';
import * as interruption from './decide/interruption.ts';
import * as mail from './decide/mail.ts';
import * as objection from './decide/objection.ts';
import * as overpayment from './decide/overpayment.ts';
import * as payout from './decide/payout.ts';
import * as plan from './decide/plan.ts';
import * as relief from './decide/relief.ts';
import * as repayment from './decide/repayment.ts';
import { findReversal } from './decide/reversal.ts';
import * as reversal from './decide/reversal-receipt.ts';
import * as settlement from './decide/settlement.ts';
import * as stay from './decide/stay.ts';
import { nothing, type Outcome, refused } from './decision.ts';

export type { Context } from './decide/context.ts';

/**
 * The whole of what a case can do: case, command, institution and `now` in; a decision, nothing, or a refusal with a
 * sentence out. Pure: no I/O, no clock, no randomness. Every change of state goes along the transition table.
 */
export function decide(mobility: Mobility, command: Command, context: Context): Outcome {
  return withDocuments(decideAlone(mobility, command, context), context.institution);
}

function decideAlone(mobility: Mobility, command: Command, context: Context): Outcome {
  const problem = fourEyesProblem(mobility, command);
  if (problem) return problem;
  const back = 'payment' in command ? overpayment.findReturn(mobility, command.payment) : undefined;
  if (back) return onReturn(mobility, command, back, context);
  const taking =
    'payment' in command && command.payment !== undefined ? findReversal(mobility, command.payment) : undefined;
  if (taking) return onReversal(mobility, command, taking, context);
  switch (command.type) {
    case 'assess':
      return application.assess(mobility, context);
    case 'approve':
      return application.approve(mobility, command, context);
    case 'refuse':
      return application.refuse(mobility, command.reason, context);
    case 'decide-step':
      return approvals.decideStep(mobility, command, context);
    case 'name-approver':
      return approvals.nameApprover(mobility, command, context);
    case 'reserve':
      return application.reserve(mobility, command, context);
    case 'issue-agreement':
      return agreement.issue(mobility, context);
    case 'sign':
      return agreement.sign(mobility, context);
    case 'withdraw':
      return mobility.agreement?.signatures.participant
        ? stay.reportWithdrawal(mobility, command.lastDay, command.reason, context)
        : application.withdrawApplication(mobility, context);
    case 'prepare-payment':
      return payout.preparePayment(mobility, context);
    case 'release-payment':
      return payout.releasePayment(mobility, command.payment, context);
    case 'hold-payment':
      return payout.holdPayment(mobility, command.by, command.reason, context);
    case 'lift-hold':
      return payout.liftHold(mobility, context);
    case 'payment-instructed':
      return payout.instructed(mobility, command.payment, command.batch, context);
    case 'payment-status':
      return bank.status(mobility, command, context);
    case 'payment-booked':
      return bank.booked(mobility, command, context);
    case 'payment-returned':
      return bank.returned(mobility, command, context);
    case 'propose-account':
      return account.proposeAccount(mobility, command.account, context);
    case 'decide-account':
      return account.decideAccount(mobility, command.approve, command.account, context);
    case 'open-stay':
      return stay.openStay(mobility, context);
    case 'confirm-stay':
      return stay.confirmStay(mobility, command.by, command, context);
    case 'report-obligations':
      return stay.reportObligations(mobility, command.codes, context);
    case 'file-document':
      return stay.fileDocument(mobility, command.document, context, command.by);
    case 'ask-for-extension':
      return extension.askForExtension(mobility, command, context);
    case 'decide-extension':
      return extension.decideExtension(mobility, command, context);
    case 'report-interruption':
      return interruption.reportInterruption(mobility, command, context);
    case 'decide-interruption':
      return interruption.decideInterruption(mobility, command, context);
    case 'claim-green-travel':
      return green.claimGreenTravel(mobility, command, context);
    case 'waive-green-travel':
      return green.waiveGreenTravel(mobility, context);
    case 'decide-green-claim':
      return green.decideGreenClaim(mobility, command, context);
    case 'move-deadline':
      return deadlines.moveDeadline(mobility, command, context);
    case 'end-unreached':
      return deadlines.endUnreached(mobility, command, context);
    case 'claim-illness':
      return illness.claimIllness(mobility, command.lastDay, command.document, context);
    case 'decide-silence':
      return stay.decideSilence(mobility, command.choice, command.by, context);
    case 'decide-illness':
      return illness.decideIllness(mobility, command.choice, command.by, context);
    case 'settle':
      return settlement.settle(mobility, context);
    case 'raise-claim':
      return repayment.raiseClaim(mobility, context);
    case 'approve-demand':
      return repayment.approveDemand(mobility, context);
    case 'repayment-received':
      return repayment.repaymentReceived(mobility, command, context);
    case 'decide-claim':
      return relief.decideClaim(mobility, command, context);
    case 'decide-relief':
      return relief.decideRelief(mobility, command.by, command.approve, context);
    case 'ask-for-instalments':
      return plan.askForInstalments(mobility, command.wish, context);
    case 'object-to-claim':
      return objection.object(mobility, command.reason, context);
    case 'decide-objection':
      return objection.decideObjection(mobility, command, context);
    case 'propose-correction':
      return correction.proposeCorrection(mobility, command.by, command, context);
    case 'decide-correction':
      return correction.decideCorrection(mobility, command.by, command.approve, context);
    case 'release-return':
      return refused('not-held', 'There is no such payment.');
    case 'fall-due':
      return fallDue(mobility, command.delivered, context);
    case 'mail-failed':
      return mail.mailFailed(mobility, command.mail, context);
    case 'correct-address':
      return mail.correctAddress(mobility, command, context);
    case 'propose-email':
      return contact.proposeEmail(mobility, command, context);
    case 'confirm-email':
      return contact.confirmEmail(mobility, command.email, context);
    case 'ask-for-name':
      return contact.askForName(mobility, command, context);
    case 'restart-phase':
      return restartPhase(mobility, command.phase, command.attempt, context);
  }
}

/** What the bank says of the return of an over-payment, whose money is no part of the grant. */
function onReturn(mobility: Mobility, command: Command, back: ReturnPayment, context: Context): Outcome {
  switch (command.type) {
    case 'payment-instructed':
      return overpayment.returnInstructed(mobility, back, command.batch, context);
    case 'payment-status':
      return overpayment.returnStatus(mobility, back, command, context);
    case 'payment-booked':
      return overpayment.returnBooked(mobility, back, command, context);
    case 'payment-returned':
      return overpayment.returnReturned(mobility, back, command, context);
    case 'release-return':
      return overpayment.releaseReturn(mobility, back.id, context);
    default:
      return refused('not-held', 'The return of an over-payment is released on its own page.');
  }
}

/** What the finance system says of a voucher that takes back from a unit. */
function onReversal(mobility: Mobility, command: Command, taking: Reversal, context: Context): Outcome {
  switch (command.type) {
    case 'payment-instructed':
      return reversal.reversalInstructed(mobility, taking, command.batch, context);
    case 'payment-status':
      return reversal.reversalStatus(mobility, taking, command, context);
    case 'payment-booked':
      return reversal.reversalPosted(mobility, taking, command, context);
    default:
      return refused('not-held', 'A voucher that takes money back from a unit is approved as a demand.');
  }
}

/** A workflow that waited up to its limit hands over to a fresh one, which looks at the case and goes on. Once each. */
function restartPhase(mobility: Mobility, phase: Phase, attempt: number | undefined, context: Context): Outcome {
  if (!mobility.openPhases.includes(phase)) return nothing;
  if (attempt !== undefined && attempt !== mobility.attempts[phase]) return nothing;
  return draft(mobility, context, 'system').restartPhase(phase).done();
}
