import { agreement } from './agreement.ts';
import { claims } from './claims.ts';
import { payments } from './payments.ts';
import { settlement } from './settlement.ts';

/**
 * What mails say otherwise where the grant goes to a unit of the institution by a voucher: cost centre instead of account,
 * finance system instead of bank. What stands here takes the place of the same words of its group (templates/parts.ts, `said`).
 */
export const units = {
  agreement: {
    signed: {
      ...agreement.signed,
      firstGoes: (payBy: string | undefined) =>
        `The first instalment is posted to your unit${payBy === undefined ? '' : ` by ${payBy} at the latest`}. You will get a mail when the finance system has got the voucher, and another one when it has posted it.`,
    },
  },
  payments: {
    labels: { ...payments.labels, toAccount: 'To the unit' },
    approval: {
      ...payments.approval,
      above: (amount: string) =>
        `Payments above ${amount} are released by a second person before the finance system gets them.`,
    },
    instructed: {
      ...payments.instructed,
      heading: 'The grant is on its way to your unit',
      told: (_what: string, _day: string | undefined) =>
        'The finance system has been given the voucher that posts the grant to your unit.',
      todo: 'Nothing. The money goes to your unit, not to you.',
    },
    booked: {
      subject: (amount: string) => `Paid to your unit: ${amount} of the Erasmus+ grant`,
      heading: 'The grant has been paid to your unit',
      paid: (_what: string, day: string | undefined) =>
        `The finance system has posted it to your unit${day === undefined ? '' : ` on ${day}`}.`,
      todo: 'Nothing.',
    },
    silent: {
      subject: (payment: string) => `No word from the finance system on voucher ${payment}`,
      heading: 'The finance system has said nothing about a voucher',
      silence:
        'This voucher was handed to the finance system, and no receipt says whether it was posted or refused. Silence is taken as neither: the payment stays open and is not sent again.',
      handedOver: 'Handed to the finance system',
      file: 'File',
      todo: 'Ask what became of it. The receipt is read as soon as it arrives; nothing else has to be typed in.',
    },
    task: {
      ...payments.task,
      kinds: {
        ...payments.task.kinds,
        'amount-differs': 'The finance system posted another amount than we instructed',
        'booked-again': 'The finance system posted a voucher a second time, on another day',
        'payment-refused': 'The finance system refused a voucher, and the cost centre is not to blame',
        'rejected-after-booking': 'The finance system refuses a voucher that it has posted',
        'rejected-after-settlement': 'The finance system refuses a voucher that it has called posted',
        'returned-again': 'The finance system took a voucher back a second time, on another day',
        'returned-amount-differs': 'Another amount was taken back than was posted',
        'settled-although-rejected': 'The finance system calls a voucher posted that it had refused',
      },
      facts: {
        ...payments.task.facts,
        detail: 'The finance system says',
        reference: 'Reference of the finance system',
      },
      todo: 'Compare the case with the accounts, and settle the difference with those who keep them.',
    },
    needed: {
      ...payments.needed,
      subject: 'The cost centre of your unit did not work: we need another one',
      refused: 'The voucher was refused',
      returned: 'The voucher was taken back',
      why: (returned: boolean, reason: string, _institution: string) =>
        `The finance system has ${returned ? 'taken back' : 'refused'} the voucher because ${reason}. The money is safe, and is paid anew as soon as there is a cost centre that works.`,
      account: 'Cost centre that did not work',
      todo: 'Ask your unit for another cost centre, and give it on your page. A second person looks at it before money goes there.',
      action: 'Give another cost centre',
    },
    accountApproval: {
      ...payments.accountApproval,
      subject: (name: string) => `A new cost centre waits for a second person: ${name}`,
      heading: 'A new cost centre waits for a second person',
      given: 'The participant has given another cost centre, with a code sent to the mail address on file.',
      old: 'Old cost centre',
      new: 'New cost centre',
      todo: 'Make sure that it is the cost centre of the unit, for example by the list of the finance department, then approve or refuse it.',
      action: 'Look at the new cost centre',
    },
    accountApproved: {
      subject: 'The new cost centre has been approved',
      heading: 'The new cost centre has been approved',
      account: 'Cost centre',
      next: 'What is due is now posted there, by a new voucher.',
      todo: 'Nothing.',
    },
    accountRefused: {
      subject: 'The new cost centre was not approved',
      heading: 'The new cost centre was not approved',
      refused:
        'The second person who looks at changed cost centres has not approved the one you gave. No money has gone there.',
      todo: 'Give another cost centre on your page, or reply to this mail to hear why it was refused.',
    },
    late: {
      ...payments.late,
      todo: 'Find out what holds the payment up: an approval, a cost centre that does not work, or a receipt of the finance system.',
    },
  },
  settlement: {
    balance: {
      ...settlement.balance,
      subject: (amount: string) => `Final calculation: your unit gets another ${amount}`,
      heading: (amount: string) => `Your unit gets another ${amount}`,
      next: (payBy: string | undefined) =>
        `The rest is posted to your unit${payBy === undefined ? '' : ` by ${payBy} at the latest`}.`,
    },
    settled: {
      ...settlement.settled,
      next: (_payBy: string | undefined) => 'Your unit has got exactly what the grant comes to.',
    },
    recovery: {
      subject: (amount: string) => `Final calculation: ${amount} is taken back from your unit`,
      heading: (amount: string) => `${amount} is taken back from your unit`,
      next: (_payBy: string | undefined) =>
        'A voucher in the accounts takes it back from your unit. You owe nothing, and need do nothing.',
      todo: 'Nothing. Check the calculation; if something is wrong, reply to this mail.',
    },
    account: { ...settlement.account, paid: 'Paid to your unit', repaid: 'Taken back from your unit' },
  },
  claims: {
    demandApproval: {
      ...claims.demandApproval,
      subject: (amount: string) => `Taking back ${amount} from a unit waits for a second person`,
      heading: 'Taking back from a unit waits for a second person',
      why: 'The unit was paid too much. A voucher takes it back; the staff member gets no demand.',
      entitled: 'What the grant comes to',
      demanded: 'To be taken back',
      todo: 'Check the calculation, and let the voucher be made if it is right.',
      action: 'Look at the voucher',
    },
  },
};
