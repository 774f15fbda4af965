import type { CaseLife, Mail } from '../life.ts';

/** The words in which the stories are told. */

export const office = 'international@nhh.example';
export const controller = 'controller@nhh.example';

/** A case in which nothing came back, was given up, or is open. */
export const nothing = { repaid: '0.00', waived: '0.00', writtenOff: '0.00', outstanding: '0.00', repaidLocal: '0.00' };

/** A first instalment that came back whole. */
export const allBack = {
  state: 'closed',
  entitlement: '0.00',
  paid: '1484.00',
  repaid: '1484.00',
  waived: '0.00',
  writtenOff: '0.00',
  outstanding: '0.00',
  paidLocal: '17425.87',
  repaidLocal: '17425.87',
};

/** Mails up to a signed agreement, of a payment, of a confirmation that is late, and of a balance. */
export const mailed = {
  toSign: ['application-received', 'approval-request', 'agreement-to-sign'],
  signed: ['application-received', 'approval-request', 'agreement-to-sign', 'agreement-signed'],
  paid: ['payment-instructed', 'payment-booked'],
  reminders: Array.from({ length: 3 }, () => ['confirmation-reminder-host', 'confirmation-reminder']).flat(),
  balance: [
    'obligations-request',
    'settlement-statement',
    'settlement-copy',
    'payment-instructed',
    'payment-booked',
    'case-closed',
  ],
};

/** Events of the same. */
export const done = {
  issued: [
    'participant ApplicationSubmitted',
    'system ApplicationAssessed',
    'office ApplicationApproved',
    'system GrantAwarded',
    'system AgreementIssued',
  ],
  signed: ['participant AgreementSigned'],
  instructed: ['system PaymentPrepared', 'system PaymentInstructed'],
  booked: ['system PaymentAccepted', 'system PaymentBooked'],
  surveys: Array.from({ length: 3 }, () => 'participant ObligationReported'),
};

export const settledAndPaid = [...done.surveys, 'system SettlementComputed', ...done.instructed, ...done.booked];

/** The first mail of this notice that a case got. */
export const mailOf = ({ mails }: CaseLife, notice: string): Mail | undefined =>
  mails.find((mail) => mail.notice === notice);

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
}
