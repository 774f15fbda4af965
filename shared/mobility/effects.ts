import type { AddressOnFile, Phase } from './case.ts';

/** To whom a mail goes; the address is looked up when it is sent and stands in no effect. */
export type Recipient = 'participant' | 'approver' | 'host' | 'office' | 'finance' | 'controller';

/** What a link in a mail lets its holder do. GET shows, POST acts; `code` ones need a typed one-time code. */
export type LinkPurpose =
  | 'status'
  | 'sign'
  | 'approve'
  | 'approve-step'
  | 'settle-step'
  | 'confirm-stay'
  | 'review-confirmation'
  | 'decide-silence'
  | 'decide-illness'
  | 'decide-extension'
  | 'decide-interruption'
  | 'decide-green-claim'
  | 'decide-claim'
  | 'decide-account'
  | 'release-payment'
  | 'approve-demand'
  | 'decide-relief'
  | 'decide-objection'
  | 'correct'
  | 'decide-correction'
  | 'release-return'
  | 'read-reply'
  | 'correct-address';

/** Each mail the system writes: to whom, and what its one link is for. The templates are in shared/mail. */
export const mails = {
  'application-received': { to: 'participant', link: 'status' },
  'step-request': { to: 'approver', link: 'approve-step' },
  'step-reminder': { to: 'approver', link: 'approve-step' },
  'step-overdue': { to: 'office', link: 'settle-step' },
  'approval-request': { to: 'office', link: 'approve' },
  'approval-reminder': { to: 'office', link: 'approve' },
  'application-refused': { to: 'participant', link: 'status' },
  'application-withdrawn': { to: 'participant', link: 'status' },
  'to-be-ranked': { to: 'participant', link: 'status' },
  'waiting-list': { to: 'participant', link: 'status' },
  'agreement-to-sign': { to: 'participant', link: 'sign' },
  'agreement-reminder': { to: 'participant', link: 'sign' },
  'agreement-lapsed': { to: 'participant', link: 'status' },
  'signature-moved': { to: 'participant', link: 'sign' },
  'deadline-moved': { to: 'participant', link: 'status' },
  'offer-ended': { to: 'participant', link: 'status' },
  'agreement-signed': { to: 'participant', link: 'status' },
  'payment-approval': { to: 'controller', link: 'release-payment' },
  'payment-instructed': { to: 'participant', link: 'status' },
  'payment-booked': { to: 'participant', link: 'status' },
  'bank-silent': { to: 'finance', link: 'none' },
  'finance-task': { to: 'finance', link: 'none' },
  'account-needed': { to: 'participant', link: 'status' },
  'account-approval': { to: 'controller', link: 'decide-account' },
  'account-approved': { to: 'participant', link: 'status' },
  'account-refused': { to: 'participant', link: 'status' },
  'extension-review': { to: 'office', link: 'decide-extension' },
  'extension-granted': { to: 'participant', link: 'status' },
  'extension-refused': { to: 'participant', link: 'status' },
  'interruption-review': { to: 'office', link: 'decide-interruption' },
  'interruption-decided': { to: 'participant', link: 'status' },
  'green-claim-review': { to: 'office', link: 'decide-green-claim' },
  'green-claim-decided': { to: 'participant', link: 'status' },
  'confirmation-request': { to: 'host', link: 'confirm-stay' },
  'confirmation-reminder-host': { to: 'host', link: 'confirm-stay' },
  'confirmation-reminder': { to: 'participant', link: 'status' },
  'confirmation-review': { to: 'office', link: 'review-confirmation' },
  'confirmation-overdue': { to: 'office', link: 'decide-silence' },
  'confirmation-extended': { to: 'participant', link: 'status' },
  'obligations-request': { to: 'participant', link: 'status' },
  'obligations-reminder': { to: 'participant', link: 'status' },
  'illness-review': { to: 'office', link: 'decide-illness' },
  'illness-decided': { to: 'participant', link: 'status' },
  'settlement-statement': { to: 'participant', link: 'status' },
  'settlement-copy': { to: 'office', link: 'correct' },
  'correction-approval': { to: 'controller', link: 'decide-correction' },
  'demand-approval': { to: 'controller', link: 'approve-demand' },
  'repayment-demand': { to: 'participant', link: 'status' },
  'repayment-reminder': { to: 'participant', link: 'status' },
  'repayment-received': { to: 'participant', link: 'status' },
  'claim-overdue': { to: 'office', link: 'decide-claim' },
  'claim-extended': { to: 'participant', link: 'status' },
  'relief-approval': { to: 'controller', link: 'decide-relief' },
  'instalments-asked': { to: 'office', link: 'decide-claim' },
  'instalments-refused': { to: 'participant', link: 'status' },
  'instalments-agreed': { to: 'participant', link: 'status' },
  'instalment-missed': { to: 'participant', link: 'status' },
  'objection-review': { to: 'office', link: 'decide-objection' },
  'objection-decided': { to: 'participant', link: 'status' },
  'claim-handed-over': { to: 'participant', link: 'status' },
  'return-approval': { to: 'controller', link: 'release-return' },
  'overpayment-received': { to: 'participant', link: 'status' },
  'claim-relieved': { to: 'participant', link: 'status' },
  'fresh-link': { to: 'participant', link: 'status' },
  'case-closed': { to: 'participant', link: 'status' },
  'reply-received': { to: 'office', link: 'read-reply' },
  'duty-missed': { to: 'office', link: 'none' },
  'address-changed': { to: 'participant', link: 'none' },
  'name-asked': { to: 'office', link: 'none' },
  'address-needed': { to: 'office', link: 'correct-address' },
} as const satisfies Record<string, { to: Recipient; link: LinkPurpose | 'none' }>;

export type MailTemplate = keyof typeof mails;

/** Links whose acts move money or sign: the typed one-time code is asked for. Within `status`, changing the account is too. */
export const needsCode: readonly LinkPurpose[] = [
  'sign',
  'decide-silence',
  'decide-illness',
  'decide-extension',
  'decide-claim',
  'decide-account',
  'release-payment',
  'approve-demand',
  'decide-relief',
  'decide-objection',
  'correct',
  'decide-correction',
  'release-return',
  'correct-address',
];

/** Something to be done outside the store, written with the decision and delivered at least once. */
export type Effect =
  /** `code` is the one-time code that a page asks for; it belongs to a link and not to a step of the case. */
  | {
      readonly type: 'mail';
      readonly template: MailTemplate | 'code';
      readonly data: Readonly<Record<string, string | number>>;
      /** Only to this address of the reader, because the message failed at another. */
      readonly mailbox?: AddressOnFile;
    }
  | { readonly type: 'start-phase'; readonly phase: Phase; readonly attempt: number }
  | { readonly type: 'resume'; readonly wait: WaitName; readonly attempt: number }
  /** Money of the call may have become free for somebody else on its waiting list (waiting-list.ts). */
  | { readonly type: 'move-up'; readonly call: string }
  /** The case has ended: its books are compared with it a last time (check-books.ts). */
  | { readonly type: 'check-books' };

/** What becomes of an application that is being filled in. */
export type DraftEffect =
  /** A mail with a link to it, to the address that stands in it. */
  | { readonly type: 'draft-mail'; readonly template: DraftTemplate }
  /** The record itself goes, at the moment for which it stands in the queue: personal data that nobody needs any more. */
  | { readonly type: 'forget' };

/** Somebody who may be on file asks for fresh links (shared/people). `person` is a hash of the address. */
export interface FreshLinks {
  readonly type: 'fresh-links';
  readonly person: string;
  /** Only of this case. */
  readonly reference?: string;
}

export type DraftTemplate = 'application-begun' | 'nominated';

/** What a page of the office is for that belongs to no case. */
export type OfficePurpose = 'nominate';

/** A mail with the link to such a page, to the address of the office in the rulebook (shared/mail/office-mail.ts). */
export interface OfficeLinkEffect {
  readonly type: 'office-link';
  readonly purpose: OfficePurpose;
}

/** The file of a document is made from its words (shared/documents/make.ts); written with the document. */
export interface RenderDocument {
  readonly type: 'render-document';
}

/** Where a workflow waits for an answer; waits.ts says when each is answered and how. */
export type WaitName = 'approval' | 'budget' | 'signature' | 'payment' | 'end-of-stay' | 'repayment';
