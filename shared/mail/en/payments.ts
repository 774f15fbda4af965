import type { Payment } from '../../mobility/case.ts';
import { formatAccount, maskAccount } from '../../payments/accounts.ts';
import { bankReason } from '../../payments/reasons.ts';
import { facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import {
  bothCurrencies,
  caseFacts,
  datum,
  dueDate,
  firstName,
  fullName,
  paymentOf,
  present,
  purposeName,
  rateSentence,
} from '../templates/parts.ts';

/** What a task is called; the kinds are those that shared/mobility/decide gives to finance. */
const taskWords: Readonly<Record<string, string>> = {
  'amount-differs': 'The bank booked another amount than we instructed',
  'books-differ': 'A case and its books do not say the same',
  'budget-overdrawn': 'A settlement takes more than is left of the budget',
  'booked-again': 'The bank booked a payment a second time, on another day',
  'payment-refused': 'A payment failed, and the payee’s account is not to blame',
  'rejected-after-booking': 'The bank rejects a payment that it has booked',
  'rejected-after-settlement': 'The bank rejects a payment that it has called settled',
  'repaid-in-other-currency': 'A repayment came in another currency',
  'return-silent': 'The bank has not said what became of the return of an over-payment',
  'returned-again': 'The bank gave a payment back a second time, on another day',
  'returned-amount-differs': 'Another amount came back than was paid',
  'reversal-refused': 'The finance system refused a voucher that takes money back from a unit',
  'reversal-silent': 'No receipt says what became of a voucher that takes money back from a unit',
  'settled-although-rejected': 'The bank calls a payment settled that it had rejected',
};

const taskFacts: Readonly<Record<string, string>> = {
  payment: 'Payment',
  detail: 'The bank says',
  kid: 'KID',
  reference: 'Reference of the bank',
  credit: 'Credited',
  excess: 'Too much',
  call: 'Call',
  tranche: 'Tranche',
  short: 'Missing in the budget',
  sentence: 'What differs',
};

/** Payments on their way, accounts that do not work, and duties of the institution itself. */
export const payments = {
  'payment-approval': (view: MailView): MailContent => {
    const payment = paymentOf(view);
    return {
      subject: `A payment of ${view.say.money(payment.amount)} waits for a second person`,
      heading: 'A payment waits for a second person',
      blocks: present(
        text(
          payment.holdReason === 'bank-refused'
            ? `The bank refused the payment before this one, because ${bankReason(refusedBefore(view, payment))}. That is a matter between us and the bank, not of the participant: put it right first.`
            : `Payments above ${view.say.money(view.institution.procedure.fourEyesAbove)} are released by a second person before the bank gets them.`,
        ),
        caseFacts(view),
        facts(
          ['Payment', payment.id],
          ['Amount', bothCurrencies(view, payment.amount, payment.local)],
          ['To the account', maskAccount(payment.account)],
        ),
      ),
      todo: 'Compare the payment with its working, and release it if it is right. It goes with the next payment run.',
      action: 'Look at the payment',
    };
  },

  'payment-instructed': (view: MailView): MailContent => {
    const payment = paymentOf(view);
    const expected = dueDate(view, 'expected');
    return {
      subject: `On its way: ${view.say.money(payment.local)} of your Erasmus+ grant`,
      heading: 'Your money is on its way',
      greet: firstName(view),
      blocks: present(
        text(
          `The bank has been told to pay ${purposeName(view, payment)}. ${expected === undefined ? 'It usually arrives within two bank days.' : `It should be there on ${expected}.`}`,
        ),
        paymentFacts(view),
      ),
      todo: 'Nothing. If the account is wrong, reply to this mail at once.',
      action: 'See where my money is',
    };
  },

  'payment-booked': (view: MailView): MailContent => {
    const payment = paymentOf(view);
    return {
      subject: `Paid: ${view.say.money(payment.local)} of your Erasmus+ grant`,
      heading: 'Your money has been paid',
      greet: firstName(view),
      blocks: present(
        text(
          `The bank has paid ${purposeName(view, payment)}${payment.bookedOn === undefined ? '' : ` on ${view.say.date(payment.bookedOn)}`}.`,
        ),
        paymentFacts(view),
      ),
      todo: 'Look at your account. If the money is not there in three bank days, reply to this mail.',
      action: 'See where my money is',
    };
  },

  'bank-silent': (view: MailView): MailContent => {
    const payment = paymentOf(view);
    return {
      subject: `No word from the bank on payment ${payment.id}`,
      heading: 'The bank has said nothing about a payment',
      blocks: present(
        text(
          'This payment was handed to the bank, and the bank has reported neither that it paid nor that it refused. Silence is taken as neither: the payment stays open and is not sent again.',
        ),
        facts(
          ['Payment', payment.id],
          ['Amount', bothCurrencies(view, payment.amount, payment.local)],
          payment.instructedAt === undefined
            ? undefined
            : ['Handed to the bank', view.say.moment(payment.instructedAt)],
          payment.batch === undefined ? undefined : ['File', payment.batch],
        ),
      ),
      todo: 'Ask the bank what became of it. Its report (pain.002 or camt.054) is read as soon as it arrives; nothing else has to be typed in.',
    };
  },

  'finance-task': (view: MailView): MailContent => {
    const { task, mobility: _reference, ...known } = view.data;
    const what = taskWords[String(task)] ?? `Something that no rule decides has happened: ${String(task)}`;
    return {
      subject: `Please look at a payment: ${what.toLowerCase()}`,
      heading: what,
      blocks: present(
        text('No rule decides this, so nothing was booked because of it. A person has to look at it.'),
        facts(...Object.entries(known).map(([name, value]) => [taskFacts[name] ?? name, String(value)] as const)),
      ),
      todo: 'Compare the case with the statement of the bank, and settle the difference with the bank or the participant.',
    };
  },

  'account-needed': (view: MailView): MailContent => {
    const payment = paymentOf(view);
    const returned = payment.state === 'returned';
    return {
      subject: 'Your bank account did not work: we need another one',
      heading: returned ? 'Your money came back to us' : 'The bank could not pay you',
      greet: firstName(view),
      blocks: present(
        text(
          `${returned ? 'The receiving bank has sent your money back' : 'The bank has refused the payment'} because ${bankReason(payment.reason ?? datum(view, 'reason'))}. The money is safe with ${view.institution.name}, and is paid anew as soon as there is an account that works.`,
        ),
        facts(
          ['Amount', bothCurrencies(view, payment.amount, payment.local)],
          ['Account that did not work', formatAccount(payment.account)],
        ),
      ),
      todo: 'Give another account on your page. You will be asked for a code that comes by mail, and a second person at the institution looks at the change before money goes there.',
      action: 'Give another account',
    };
  },

  'account-approval': (view: MailView): MailContent => ({
    subject: `A new bank account waits for a second person: ${fullName(view)}`,
    heading: 'A new bank account waits for a second person',
    blocks: present(
      text('The participant has given another account, with a code sent to the mail address on file.'),
      caseFacts(view),
      facts(
        ['Old account', maskAccount(view.mobility.participant.account)],
        view.mobility.proposedAccount
          ? ['New account', maskAccount(view.mobility.proposedAccount.account)]
          : ['New account', 'It has been decided on in the meantime.'],
        view.mobility.proposedAccount ? ['Given', view.say.moment(view.mobility.proposedAccount.at)] : undefined,
      ),
    ),
    todo: 'Make sure that it was really the participant, for example by telephone, then approve or refuse the account. A changed account is the usual way to steal a payment.',
    action: 'Look at the new account',
  }),

  'account-approved': (view: MailView): MailContent => ({
    subject: 'Your new bank account has been approved',
    heading: 'Your new account has been approved',
    greet: firstName(view),
    blocks: [
      facts(['Account', formatAccount(view.mobility.participant.account)]),
      text('What is due to you is now paid there, by a new payment.'),
    ],
    todo: 'Nothing. If you did not give this account, reply to this mail at once.',
    action: 'See where my money is',
  }),

  'account-refused': (view: MailView): MailContent => ({
    subject: 'Your new bank account was not approved',
    heading: 'Your new account was not approved',
    greet: firstName(view),
    blocks: [
      text(
        'The second person who looks at changed accounts has not approved the one you gave. No money has gone there.',
      ),
    ],
    todo: 'Give another account on your page, or reply to this mail to hear why it was refused.',
    action: 'Give another account',
  }),

  'duty-missed': (view: MailView): MailContent => {
    const balance = datum(view, 'duty') === 'balance';
    const due = dueDate(view, 'since');
    return {
      subject: `Late: ${balance ? 'a balance' : 'a first instalment'} has not been paid in time`,
      heading: balance ? 'A balance is late' : 'A first instalment is late',
      blocks: present(
        text(
          balance
            ? `The grant agreement promises the balance, or a recovery order, within ${view.institution.procedure.balanceDays} days of the participant's request for it.`
            : `The grant agreement promises the first instalment within ${view.institution.procedure.prefinancingDays} days of both signatures, or by the start of the stay if that is earlier.`,
        ),
        caseFacts(view),
        due === undefined ? undefined : facts(['Was due', due]),
      ),
      todo: 'Find out what holds the payment up: an approval, an account that does not work, or a report that the bank owes.',
    };
  },
} as const;

/** Why the bank refused the payment that this one replaces. */
function refusedBefore({ mobility }: MailView, payment: Payment): string | undefined {
  return mobility.payments.findLast((other) => other.id !== payment.id && other.state === 'rejected')?.reason;
}

function paymentFacts(view: MailView) {
  const payment = paymentOf(view);
  const rate = rateSentence(view);
  return facts(
    ['Amount', bothCurrencies(view, payment.amount, payment.local)],
    rate === undefined ? undefined : ['Exchange rate', rate],
    ['To the account', formatAccount(payment.account)],
    ['Payment', payment.id],
  );
}
