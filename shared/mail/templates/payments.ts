import { bankReason } from '../../language/bank-reasons.ts';
import { holdInWords } from '../../language/holds.ts';
import type { Payment } from '../../mobility/case.ts';
import { paidToUnit } from '../../mobility/decide/reversal.ts';
import { holdsOf } from '../../mobility/holds.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import {
  accountName,
  bothCurrencies,
  caseFacts,
  datum,
  dueDate,
  firstName,
  fullName,
  maskedAccount,
  paymentOf,
  present,
  purposeName,
  rateSentence,
  said,
} from './parts.ts';

/** Payments on their way, accounts that do not work, and duties of the institution itself. */
export const payments = {
  'payment-approval': (view: MailView): MailContent => {
    const { approval: w, labels } = said(view, 'payments');
    const payment = paymentOf(view);
    return {
      subject: w.subject(view.say.money(payment.amount)),
      heading: w.heading,
      blocks: present(
        ...whyHeld(view, payment),
        caseFacts(view),
        facts(
          [labels.payment, payment.id],
          [labels.amount, bothCurrencies(view, payment.amount, payment.local)],
          [labels.toAccount, maskedAccount(view, payment.account)],
        ),
      ),
      todo: w.todo,
      action: w.action,
    };
  },

  'payment-instructed': (view: MailView): MailContent => {
    const { instructed: w } = said(view, 'payments');
    const payment = paymentOf(view);
    return {
      subject: w.subject(view.say.money(payment.local)),
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.told(purposeName(view, payment), dueDate(view, 'expected'))), paymentFacts(view)],
      todo: w.todo,
      action: view.words.common.seeMoney,
    };
  },

  'payment-booked': (view: MailView): MailContent => {
    const { booked: w } = said(view, 'payments');
    const payment = paymentOf(view);
    const day = payment.bookedOn === undefined ? undefined : view.say.date(payment.bookedOn);
    return {
      subject: w.subject(view.say.money(payment.local)),
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.paid(purposeName(view, payment), day)), paymentFacts(view)],
      todo: w.todo,
      action: view.words.common.seeMoney,
    };
  },

  'bank-silent': (view: MailView): MailContent => {
    const { silent: w, labels } = said(view, 'payments');
    const payment = paymentOf(view);
    const { instructedAt, batch } = payment;
    return {
      subject: w.subject(payment.id),
      heading: w.heading,
      blocks: [
        text(w.silence),
        facts(
          [labels.payment, payment.id],
          [labels.amount, bothCurrencies(view, payment.amount, payment.local)],
          instructedAt === undefined ? undefined : [w.handedOver, view.say.moment(instructedAt)],
          batch === undefined ? undefined : [w.file, batch],
        ),
      ],
      todo: w.todo,
    };
  },

  'finance-task': (view: MailView): MailContent => {
    const { task: w } = said(view, 'payments');
    const { task, mobility: _reference, ...known } = view.data;
    const kind = String(task);
    const what = w.kinds[kind] ?? w.unknown(kind);
    // What these carry in detail is the code of a reason.
    const refused = kind === 'payment-refused' || kind === 'reversal-refused';
    return {
      subject: w.subject(what),
      heading: what,
      blocks: present(
        text(w.noRule),
        refused && text(w.refused(bankReason(datum(view, 'detail'), view.language, paidToUnit(view.mobility)))),
        facts(
          ...Object.entries(known)
            .filter(([name]) => !(refused && name === 'detail'))
            .map(([name, value]) => [w.facts[name] ?? name, String(value)] as const),
        ),
      ),
      todo: w.todo,
    };
  },

  'account-needed': (view: MailView): MailContent => {
    const { needed: w, labels } = said(view, 'payments');
    const payment = paymentOf(view);
    const returned = payment.state === 'returned';
    const code = payment.reason ?? datum(view, 'reason');
    return {
      subject: w.subject,
      heading: returned ? w.returned : w.refused,
      greet: firstName(view),
      blocks: [
        text(w.why(returned, bankReason(code, view.language, paidToUnit(view.mobility)), view.institution.name)),
        facts(
          [labels.amount, bothCurrencies(view, payment.amount, payment.local)],
          [w.account, accountName(view, payment.account)],
        ),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'account-approval': (view: MailView): MailContent => {
    const { accountApproval: w } = said(view, 'payments');
    const { participant, proposedAccount } = view.mobility;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [
        text(w.given),
        caseFacts(view),
        facts(
          [w.old, maskedAccount(view, participant.account)],
          [w.new, proposedAccount ? maskedAccount(view, proposedAccount.account) : w.decided],
          proposedAccount && [w.at, view.say.moment(proposedAccount.at)],
        ),
      ],
      todo: w.todo,
      action: w.action,
    };
  },

  'account-approved': (view: MailView): MailContent => {
    const { accountApproved: w } = said(view, 'payments');
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [facts([w.account, accountName(view, view.mobility.participant.account)]), text(w.next)],
      todo: w.todo,
      action: view.words.common.seeMoney,
    };
  },

  'account-refused': (view: MailView): MailContent => {
    const { accountRefused: w, needed } = said(view, 'payments');
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.refused)],
      todo: w.todo,
      action: needed.action,
    };
  },

  'duty-missed': (view: MailView): MailContent => {
    const { late: w } = said(view, 'payments');
    const { balanceDays, prefinancingDays } = view.institution.procedure;
    const balance = datum(view, 'duty') === 'balance';
    const late = balance ? w.balance : w.first;
    const due = dueDate(view, 'since');
    return {
      subject: late.subject,
      heading: late.heading,
      blocks: present(
        text(late.promised(balance ? balanceDays : prefinancingDays)),
        caseFacts(view),
        due !== undefined && facts([w.due, due]),
      ),
      todo: w.todo,
    };
  },
} as const;

/** Why a second person is asked, one paragraph for each reason; the amount above which one always is, where there is none. */
function whyHeld(view: MailView, payment: Payment): readonly Block[] {
  const { approval: w } = said(view, 'payments');
  const above = w.above(view.say.money(view.institution.procedure.fourEyesAbove));
  const holds = holdsOf(view.mobility).filter((hold) => hold.payment === payment.id);
  if (holds.length === 0) return [text(above)];
  return holds.map((hold) => text(hold.code === 'four-eyes' ? above : holdInWords(hold, view.language)));
}

function paymentFacts(view: MailView): Block {
  const { labels } = said(view, 'payments');
  const payment = paymentOf(view);
  const rate = rateSentence(view);
  return facts(
    [labels.amount, bothCurrencies(view, payment.amount, payment.local)],
    rate === undefined ? undefined : [labels.exchangeRate, rate],
    [labels.toAccount, accountName(view, payment.account)],
    [labels.payment, payment.id],
  );
}
