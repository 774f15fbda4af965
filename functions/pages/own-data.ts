import type { MailItem } from '../../shared/mail/record.ts';
import type { ReplyItem } from '../../shared/mail/replies.ts';
import { maskAccount } from '../../shared/payments/accounts.ts';
import { keptFor } from '../../shared/people/kept-for.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import type { Visit } from './context.ts';
import { papersOf } from './papers.ts';

/** What is on file about the participant of this case, as plain data: for the page, and to be taken along. */
export type OwnData = Awaited<ReturnType<typeof ownData>>;

/**
 * Gathers it from the case and the records beside it. Accounts stand masked, files by their ids. The ground of a declaration
 * of fewer opportunities is not here, because nobody asks for it.
 */
export async function ownData({ deps, link, mobility, now }: Visit) {
  const pk = casePartition(link.institution, link.mobility);
  const [mails, replies, papers] = await Promise.all([
    deps.store.query<MailItem>('cases', { pk, prefix: prefixes.mail }),
    deps.store.query<ReplyItem>('cases', { pk, prefix: prefixes.reply }),
    papersOf({ deps, link }),
  ]);
  const { participant, stay, agreement, confirmed, withdrawal, illness, claim } = mobility;
  const { account: _account, ...contact } = participant;
  return {
    reference: mobility.id,
    institution: mobility.institution,
    takenAt: now,
    state: mobility.state,
    you: { ...contact, proposedEmail: mobility.proposedEmail, askedName: mobility.askedName },
    account: {
      inUse: maskAccount(participant.account),
      proposed: mobility.proposedAccount && maskAccount(mobility.proposedAccount.account),
    },
    stay: {
      appliedAt: mobility.appliedAt,
      call: stay.call,
      activity: stay.activity,
      host: stay.host,
      planned: stay.planned,
      travel: stay.travel,
      confirmed,
      withdrawal,
      forceMajeure: mobility.forceMajeure,
      illness: illness && { at: illness.at, document: illness.document, decision: illness.decision },
      extensions: mobility.extensions,
      interruptions: mobility.interruptions,
      greenClaim: mobility.greenClaim,
    },
    answers: { ...stay.facts, fewerOpportunities: stay.fewerOpportunities },
    consents: mobility.approvals?.map(({ role, approver, decision }) => ({ role, approver, decision })),
    obligations: mobility.obligations,
    money: {
      agreement: agreement && { number: agreement.number, issuedAt: agreement.issuedAt, amount: agreement.amount },
      payments: mobility.payments.map(({ id, purpose, amount, local, state, account }) => ({
        id,
        purpose,
        amount,
        local,
        state,
        account: maskAccount(account),
      })),
      claim: claim && {
        reference: claim.kid,
        amount: claim.amount,
        local: claim.local,
        state: claim.state,
        due: claim.due,
        askedForParts: claim.askedForParts,
        plan: claim.plan,
        objection: claim.objection,
      },
    },
    documents: [
      ...mobility.documents.map(({ id, kind, at, bytes, contentType }) => ({
        id,
        kind,
        title: undefined,
        at,
        bytes,
        contentType,
      })),
      ...papers.map(({ id, content, file }) => ({
        id,
        kind: content.kind,
        title: content.title,
        at: content.issuedAt,
        bytes: file?.bytes,
        contentType: 'application/pdf',
      })),
    ],
    mails: mails
      .map(({ template, recipient, mailbox, state, writtenAt, sentAt, delivery }) => ({
        about: template,
        to: mailbox ?? recipient,
        state: delivery?.state ?? state,
        at: sentAt ?? writtenAt,
      }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    answersByMail: replies.map(({ reply }) => ({
      id: reply.id,
      at: reply.at,
      from: reply.from,
      text: reply.text,
      files: reply.files.map(({ id, contentType, bytes }) => ({ id, contentType, bytes })),
    })),
    keptFor,
  };
}
