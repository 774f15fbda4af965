import type { MailTemplate } from '../mobility/effects.ts';
import type { DocumentKind } from './content.ts';

/** Each document goes with the mail that tells of it: a decision that sends the mail issues the document. */
export const documentWith: Readonly<Partial<Record<MailTemplate | 'code', DocumentKind>>> = {
  'agreement-signed': 'agreement',
  'extension-granted': 'agreement',
  'payment-booked': 'payment-advice',
  'settlement-statement': 'settlement-statement',
  'repayment-demand': 'repayment-demand',
  'instalments-agreed': 'repayment-plan',
};
