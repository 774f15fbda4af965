import type { Actor, State } from './case.ts';

/**
 * Every move a case can make, as data: from where, by what event, to where, and who may cause it. `decide` can only move a
 * case along a row; the diagram in workflows/README.md, the tests and the office's pages read the same rows.
 * An event with `to: 'same'` is recorded without moving the case.
 */
export interface Transition {
  readonly from: readonly State[];
  readonly event: EventType;
  readonly to: State | 'same';
  readonly by: readonly Actor[];
}

const underWay: readonly State[] = ['signed', 'stay-ended', 'settled', 'repayment-due'];
/** Nothing is signed by both sides yet. */
export const beforeSignature: readonly State[] = [
  'applied',
  'approved',
  'awaiting-ranking',
  'waiting-list',
  'awarded',
  'agreement-issued',
];

const everywhere: readonly State[] = [...beforeSignature, ...underWay, 'refused', 'lapsed', 'withdrawn', 'closed'];

export const transitions = [
  { from: ['applied'], event: 'ApplicationAssessed', to: 'same', by: ['system'] },
  { from: ['applied'], event: 'ApplicationApproved', to: 'approved', by: ['office'] },
  { from: ['applied'], event: 'ApplicationRefused', to: 'refused', by: ['office', 'approver'] },
  { from: ['applied'], event: 'ConsentAsked', to: 'same', by: ['system', 'approver', 'office'] },
  { from: ['applied'], event: 'ConsentGiven', to: 'same', by: ['approver', 'office'] },
  { from: ['applied'], event: 'ApproverChanged', to: 'same', by: ['approver', 'office', 'system'] },
  { from: ['applied'], event: 'ConsentOverdue', to: 'same', by: ['system'] },
  { from: ['approved'], event: 'PutUpForRanking', to: 'awaiting-ranking', by: ['system'] },
  { from: ['awaiting-ranking'], event: 'ApplicationRanked', to: 'same', by: ['system'] },
  { from: ['approved', 'awaiting-ranking', 'waiting-list'], event: 'GrantAwarded', to: 'awarded', by: ['system'] },
  { from: ['approved', 'awaiting-ranking'], event: 'PlacedOnWaitingList', to: 'waiting-list', by: ['system'] },
  { from: ['awarded'], event: 'AgreementIssued', to: 'agreement-issued', by: ['system'] },
  { from: ['agreement-issued'], event: 'AgreementSigned', to: 'signed', by: ['participant'] },
  { from: ['agreement-issued'], event: 'AgreementExpiryPostponed', to: 'same', by: ['system'] },
  { from: ['agreement-issued'], event: 'AgreementLapsed', to: 'lapsed', by: ['system'] },
  { from: ['agreement-issued'], event: 'OfferEnded', to: 'lapsed', by: ['office'] },
  { from: ['agreement-issued', ...underWay], event: 'DeadlineMoved', to: 'same', by: ['office'] },
  { from: beforeSignature, event: 'ApplicationWithdrawn', to: 'withdrawn', by: ['participant'] },

  { from: ['signed', 'settled'], event: 'PaymentPrepared', to: 'same', by: ['system'] },
  { from: underWay, event: 'PaymentHeld', to: 'same', by: ['system', 'office'] },
  // A case can come to its end with a hold on it, which would keep back what a later correction brings.
  { from: [...underWay, 'closed'], event: 'HoldLifted', to: 'same', by: ['office'] },
  { from: ['signed', 'settled'], event: 'PaymentReleased', to: 'same', by: ['controller'] },
  { from: underWay, event: 'PaymentCancelled', to: 'same', by: ['system'] },
  { from: underWay, event: 'PaymentInstructed', to: 'same', by: ['system'] },
  { from: underWay, event: 'PaymentAccepted', to: 'same', by: ['system'] },
  { from: underWay, event: 'PaymentBooked', to: 'same', by: ['system'] },
  { from: underWay, event: 'PaymentRejected', to: 'same', by: ['system'] },
  { from: [...underWay, 'closed'], event: 'PaymentReturned', to: 'same', by: ['system'] },
  { from: underWay, event: 'AccountProposed', to: 'same', by: ['participant'] },
  { from: underWay, event: 'AccountApproved', to: 'same', by: ['controller'] },
  { from: underWay, event: 'AccountRefused', to: 'same', by: ['controller'] },
  { from: underWay, event: 'BankSilent', to: 'same', by: ['system'] },

  { from: ['signed'], event: 'StayOpened', to: 'same', by: ['system'] },
  { from: ['signed'], event: 'ExtensionAsked', to: 'same', by: ['participant'] },
  { from: ['signed'], event: 'ExtensionGranted', to: 'same', by: ['office'] },
  { from: ['signed'], event: 'ExtensionRefused', to: 'same', by: ['office'] },
  { from: ['signed'], event: 'InterruptionReported', to: 'same', by: ['participant'] },
  { from: ['signed', 'stay-ended'], event: 'InterruptionConfirmed', to: 'same', by: ['office'] },
  { from: ['signed', 'stay-ended'], event: 'InterruptionRefused', to: 'same', by: ['office'] },
  { from: ['signed', 'stay-ended'], event: 'GreenTravelClaimed', to: 'same', by: ['participant'] },
  { from: ['signed', 'stay-ended'], event: 'GreenTravelWaived', to: 'same', by: ['participant'] },
  { from: ['signed', 'stay-ended'], event: 'GreenTravelDecided', to: 'same', by: ['office'] },
  { from: ['signed'], event: 'WithdrawalReported', to: 'same', by: ['participant'] },
  { from: ['signed'], event: 'StayConfirmed', to: 'stay-ended', by: ['host', 'office', 'participant'] },
  { from: ['signed'], event: 'ConfirmationNeverCame', to: 'stay-ended', by: ['office'] },
  { from: ['signed'], event: 'ConfirmationExtended', to: 'same', by: ['office'] },
  { from: underWay, event: 'DocumentFiled', to: 'same', by: ['participant', 'office'] },
  { from: ['signed', 'stay-ended'], event: 'ObligationReported', to: 'same', by: ['participant', 'office'] },
  { from: underWay, event: 'IllnessClaimed', to: 'same', by: ['participant'] },
  { from: ['stay-ended', 'repayment-due', 'settled'], event: 'IllnessDecided', to: 'same', by: ['office'] },

  { from: ['stay-ended'], event: 'SettlementComputed', to: 'settled', by: ['system'] },
  { from: ['settled'], event: 'RepaymentDue', to: 'repayment-due', by: ['system'] },
  { from: ['repayment-due'], event: 'DemandApproved', to: 'same', by: ['controller'] },
  { from: ['repayment-due'], event: 'RepaymentReceived', to: 'same', by: ['system'] },
  { from: ['repayment-due'], event: 'ClaimReduced', to: 'same', by: ['system'] },
  { from: ['repayment-due'], event: 'ClaimExtended', to: 'same', by: ['office'] },
  { from: ['repayment-due'], event: 'ClaimReliefProposed', to: 'same', by: ['office'] },
  { from: ['repayment-due'], event: 'ClaimReliefRefused', to: 'same', by: ['controller'] },
  { from: ['repayment-due'], event: 'ClaimWaived', to: 'same', by: ['office', 'controller'] },
  { from: ['repayment-due'], event: 'ClaimWrittenOff', to: 'same', by: ['controller'] },
  { from: ['settled', 'repayment-due'], event: 'CaseClosed', to: 'closed', by: ['system'] },
  { from: ['closed', 'repayment-due'], event: 'CaseReopened', to: 'settled', by: ['system'] },

  { from: ['repayment-due'], event: 'InstalmentsAsked', to: 'same', by: ['participant'] },
  { from: ['repayment-due'], event: 'InstalmentsRefused', to: 'same', by: ['office'] },
  { from: ['repayment-due'], event: 'InstalmentsAgreed', to: 'same', by: ['office'] },
  { from: ['repayment-due'], event: 'InstalmentMissed', to: 'same', by: ['system'] },
  { from: ['repayment-due'], event: 'ClaimObjected', to: 'same', by: ['participant'] },
  { from: ['repayment-due', 'settled'], event: 'ObjectionDismissed', to: 'same', by: ['office'] },
  { from: ['repayment-due', 'settled'], event: 'ObjectionUpheld', to: 'same', by: ['office'] },
  { from: ['repayment-due'], event: 'ClaimHandedOver', to: 'same', by: ['office'] },
  { from: ['repayment-due'], event: 'ClaimSettled', to: 'settled', by: ['system'] },
  { from: ['closed'], event: 'WrittenOffRecovered', to: 'same', by: ['system'] },
  { from: ['settled', 'repayment-due'], event: 'CorrectionProposed', to: 'same', by: ['office'] },
  { from: ['settled', 'repayment-due'], event: 'CorrectionRefused', to: 'same', by: ['controller'] },
  { from: ['settled', 'repayment-due'], event: 'SettlementReopened', to: 'stay-ended', by: ['office', 'controller'] },
  { from: [...underWay, 'closed'], event: 'ReliefTakenBack', to: 'same', by: ['system'] },
  { from: [...underWay, 'closed'], event: 'OverpaymentReceived', to: 'same', by: ['system'] },
  { from: ['repayment-due'], event: 'ReversalApproved', to: 'same', by: ['controller'] },
  { from: underWay, event: 'ReversalInstructed', to: 'same', by: ['system'] },
  { from: underWay, event: 'ReversalPosted', to: 'same', by: ['system'] },
  { from: underWay, event: 'ReversalRefused', to: 'same', by: ['system'] },
  { from: underWay, event: 'ReturnReleased', to: 'same', by: ['controller'] },
  { from: underWay, event: 'ReturnInstructed', to: 'same', by: ['system'] },
  { from: underWay, event: 'ReturnBooked', to: 'same', by: ['system'] },
  { from: [...underWay, 'closed'], event: 'ReturnFailed', to: 'same', by: ['system'] },

  {
    from: [...beforeSignature, ...underWay],
    event: 'ReminderSent',
    to: 'same',
    by: ['system'],
  },
  { from: [...underWay], event: 'DutyMissed', to: 'same', by: ['system'] },
  { from: everywhere, event: 'MailFailed', to: 'same', by: ['system'] },
  { from: everywhere, event: 'AddressCorrected', to: 'same', by: ['office', 'participant'] },
  { from: everywhere, event: 'AddressProposed', to: 'same', by: ['participant'] },
  { from: everywhere, event: 'NameAsked', to: 'same', by: ['participant'] },
] as const satisfies readonly {
  from: readonly State[];
  event: string;
  to: State | 'same';
  by: readonly Actor[];
}[];

export type EventType = (typeof transitions)[number]['event'] | 'ApplicationSubmitted';

/** States in which nothing more happens unless somebody outside moves: no next step is needed. */
export const finalStates: readonly State[] = ['refused', 'lapsed', 'withdrawn', 'closed'];

/** The row for this move, or undefined when the table does not allow it. */
export function transitionFor(state: State, event: EventType, by: Actor): Transition | undefined {
  return (transitions as readonly Transition[]).find(
    (row) => row.event === event && row.from.includes(state) && row.by.includes(by),
  );
}
