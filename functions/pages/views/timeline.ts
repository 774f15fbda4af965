import type { Say } from '../../../shared/language/say.ts';
import type { Actor, CaseEvent } from '../../../shared/mobility/case.ts';
import type { EventType } from '../../../shared/mobility/transitions.ts';
import { type Html, html } from './layout.ts';

/** What happened, for the participant to read. A row for every kind of event, so that none can be forgotten. */
const sentences: Readonly<Record<EventType, string>> = {
  ApplicationSubmitted: 'Application sent',
  ApplicationAssessed: 'Application put before the office',
  ConsentAsked: 'Somebody asked whether you may go',
  ConsentGiven: 'Agreed that you may go',
  ApproverChanged: 'Somebody else to be asked',
  ConsentOverdue: 'No answer; the office looks at it',
  ApplicationApproved: 'Application approved',
  ApplicationRefused: 'Application refused',
  PutUpForRanking: 'To be ranked with the others of its round',
  ApplicationRanked: 'Ranked',
  GrantAwarded: 'Grant awarded, money reserved',
  PlacedOnWaitingList: 'Placed on the waiting list',
  AgreementIssued: 'Grant agreement issued',
  AgreementSigned: 'Grant agreement signed',
  AgreementExpiryPostponed: 'Time to sign extended',
  AgreementLapsed: 'Grant agreement lapsed without a signature',
  ApplicationWithdrawn: 'Application withdrawn',
  PaymentPrepared: 'Payment prepared',
  PaymentHeld: 'Payment put before a second person',
  HoldLifted: 'Payments no longer kept back',
  PaymentReleased: 'Payment released by a second person',
  PaymentCancelled: 'Payment cancelled before it was sent',
  PaymentInstructed: 'Payment handed to the bank',
  PaymentAccepted: 'Payment accepted by the bank',
  PaymentBooked: 'Payment carried out by the bank',
  PaymentRejected: 'Payment refused by the bank',
  PaymentReturned: 'Payment came back',
  AccountProposed: 'New account given',
  AccountApproved: 'New account approved',
  AccountRefused: 'New account refused',
  BankSilent: 'The bank has not reported yet',
  StayOpened: 'Stay is being followed',
  ExtensionAsked: 'Longer stay asked for',
  ExtensionGranted: 'Longer stay granted, agreement amended',
  ExtensionRefused: 'Longer stay refused',
  InterruptionReported: 'Interruption reported',
  InterruptionConfirmed: 'Interruption confirmed',
  InterruptionRefused: 'Interruption not confirmed',
  WithdrawalReported: 'End of the stay reported',
  StayConfirmed: 'Dates of the stay confirmed',
  ConfirmationNeverCame: 'Stay ended without a confirmation',
  ConfirmationExtended: 'More time given for the confirmation',
  DocumentFiled: 'Document filed',
  ObligationReported: 'Duty reported as done',
  IllnessClaimed: 'Asked to keep the grant because of illness',
  IllnessDecided: 'Request because of illness decided',
  SettlementComputed: 'Final amount calculated',
  RepaymentDue: 'Repayment due',
  DemandApproved: 'Repayment demand sent',
  RepaymentReceived: 'Repayment received',
  ClaimReduced: 'Claim reduced',
  ClaimExtended: 'More time given to pay back',
  ClaimReliefProposed: 'Giving up the claim proposed',
  ClaimReliefRefused: 'Giving up the claim refused',
  ClaimWaived: 'Claim waived',
  ClaimWrittenOff: 'Claim written off',
  CaseClosed: 'Case closed',
  CaseReopened: 'Case opened again',
  InstalmentsAsked: 'Asked to pay back in parts',
  InstalmentsRefused: 'Paying back in parts not granted',
  InstalmentsAgreed: 'Repayment in parts agreed',
  InstalmentMissed: 'A part was not paid; the whole rest is due',
  ClaimObjected: 'Objection to the demand',
  ObjectionDismissed: 'Objection dismissed',
  ObjectionUpheld: 'Objection upheld',
  ClaimHandedOver: 'Claim handed over to be collected',
  ClaimSettled: 'Nothing is to be paid back any more',
  WrittenOffRecovered: 'Paid back after it was written off',
  CorrectionProposed: 'New calculation proposed',
  CorrectionRefused: 'New calculation not approved',
  SettlementReopened: 'Grant to be calculated anew',
  ReliefTakenBack: 'What was given up is not needed any more',
  OverpaymentReceived: 'More paid in than owed',
  ReversalApproved: 'Taking back from the unit approved by a second person',
  ReversalInstructed: 'Voucher that takes it back handed to the finance system',
  ReversalPosted: 'Taken back from the unit',
  ReversalRefused: 'The finance system refused the voucher that takes it back',
  ReturnReleased: 'Return of the over-payment released by a second person',
  ReturnInstructed: 'Return of the over-payment handed to the bank',
  ReturnBooked: 'Over-payment returned',
  ReturnFailed: 'The over-payment could not be returned; tried again',
  ReminderSent: 'Reminder sent',
  MailFailed: 'A mail could not be delivered',
  AddressCorrected: 'Mail address corrected',
  DutyMissed: 'A date that the institution promised was missed',
};

const actors: Readonly<Record<Actor, string>> = {
  participant: 'you',
  approver: 'who was asked',
  host: 'your host',
  office: 'the office',
  finance: 'finance',
  controller: 'a second person',
  system: 'Wayfare',
};

/** Data of an event that tell a participant something: amounts and dates. */
const shown: readonly string[] = ['place', 'amount', 'local', 'entitlement', 'start', 'end', 'due', 'lastDay'];

export function timeline(say: Say, events: readonly CaseEvent[]): Html {
  return html`<table class="ds-table stack"><caption class="ds-sr-only">Everything that has happened</caption><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">By</th></tr></thead><tbody>${events.map(
    (event) =>
      html`<tr><td data-label="When" class="number">${say.moment(event.at)}</td><td data-label="What">${sentences[event.type as EventType] ?? event.type}${details(say, event)}</td><td data-label="By">${actors[event.by]}</td></tr>`,
  )}</tbody></table>`;
}

function details(say: Say, { data }: CaseEvent): Html | string {
  const values = shown.flatMap((name) => (data?.[name] === undefined ? [] : [String(data[name])]));
  if (values.length === 0) return '';
  const written = values.map((value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? say.date(value) : value));
  return html`<span class="working">${written.join(' · ')}</span>`;
}
