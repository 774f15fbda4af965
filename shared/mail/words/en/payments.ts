/** What finance has to look at; the kinds are those that shared/mobility/decide gives to it. */
const kinds: Readonly<Record<string, string>> = {
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

const facts: Readonly<Record<string, string>> = {
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
  labels: {
    payment: 'Payment',
    amount: 'Amount',
    exchangeRate: 'Exchange rate',
    toAccount: 'To the account',
  },
  approval: {
    subject: (amount: string) => `A payment of ${amount} waits for a second person`,
    heading: 'A payment waits for a second person',
    above: (amount: string) => `Payments above ${amount} are released by a second person before the bank gets them.`,
    todo: 'Compare the payment with its working, and release it if it is right. It goes with the next payment run.',
    action: 'Look at the payment',
  },
  instructed: {
    subject: (amount: string) => `On its way: ${amount} of your Erasmus+ grant`,
    heading: 'Your money is on its way',
    told: (what: string, day: string | undefined) =>
      `The bank has been told to pay ${what}. ${day === undefined ? 'It usually arrives within two bank days.' : `It should be there on ${day}.`}`,
    todo: 'Nothing. If the account is wrong, reply to this mail at once.',
  },
  booked: {
    subject: (amount: string) => `Paid: ${amount} of your Erasmus+ grant`,
    heading: 'Your money has been paid',
    paid: (what: string, day: string | undefined) =>
      `The bank has paid ${what}${day === undefined ? '' : ` on ${day}`}.`,
    todo: 'Look at your account. If the money is not there in three bank days, reply to this mail.',
  },
  silent: {
    subject: (payment: string) => `No word from the bank on payment ${payment}`,
    heading: 'The bank has said nothing about a payment',
    silence:
      'This payment was handed to the bank, and the bank has reported neither that it paid nor that it refused. Silence is taken as neither: the payment stays open and is not sent again.',
    handedOver: 'Handed to the bank',
    file: 'File',
    todo: 'Ask the bank what became of it. Its report (pain.002 or camt.054) is read as soon as it arrives; nothing else has to be typed in.',
  },
  task: {
    subject: (what: string) => `Please look at a payment: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    kinds,
    unknown: (kind: string) => `Something that no rule decides has happened: ${kind}`,
    noRule: 'No rule decides this, so nothing was booked because of it. A person has to look at it.',
    refused: (reason: string) => `It failed because ${reason}.`,
    facts,
    todo: 'Compare the case with the statement of the bank, and settle the difference with the bank or the participant.',
  },
  needed: {
    subject: 'Your bank account did not work: we need another one',
    refused: 'The bank could not pay you',
    returned: 'Your money came back to us',
    why: (returned: boolean, reason: string, institution: string) =>
      `${returned ? 'The receiving bank has sent your money back' : 'The bank has refused the payment'} because ${reason}. The money is safe with ${institution}, and is paid anew as soon as there is an account that works.`,
    account: 'Account that did not work',
    todo: 'Give another account on your page. You will be asked for a code that comes by mail, and a second person at the institution looks at the change before money goes there.',
    action: 'Give another account',
  },
  accountApproval: {
    subject: (name: string) => `A new bank account waits for a second person: ${name}`,
    heading: 'A new bank account waits for a second person',
    given: 'The participant has given another account, with a code sent to the mail address on file.',
    old: 'Old account',
    new: 'New account',
    decided: 'It has been decided on in the meantime.',
    at: 'Given',
    todo: 'Make sure that it was really the participant, for example by telephone, then approve or refuse the account. A changed account is the usual way to steal a payment.',
    action: 'Look at the new account',
  },
  accountApproved: {
    subject: 'Your new bank account has been approved',
    heading: 'Your new account has been approved',
    account: 'Account',
    next: 'What is due to you is now paid there, by a new payment.',
    todo: 'Nothing. If you did not give this account, reply to this mail at once.',
  },
  accountRefused: {
    subject: 'Your new bank account was not approved',
    heading: 'Your new account was not approved',
    refused:
      'The second person who looks at changed accounts has not approved the one you gave. No money has gone there.',
    todo: 'Give another account on your page, or reply to this mail to hear why it was refused.',
  },
  late: {
    first: {
      subject: 'Late: a first instalment has not been paid in time',
      heading: 'A first instalment is late',
      promised: (days: number) =>
        `The grant agreement promises the first instalment within ${days} days of both signatures, or by the start of the stay if that is earlier.`,
    },
    balance: {
      subject: 'Late: a balance has not been paid in time',
      heading: 'A balance is late',
      promised: (days: number) =>
        `The grant agreement promises the balance, or a recovery order, within ${days} days of the participant's request for it.`,
    },
    due: 'Was due',
    todo: 'Find out what holds the payment up: an approval, an account that does not work, or a report that the bank owes.',
  },
};
