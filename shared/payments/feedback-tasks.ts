/** What the bank says that no rule decides, in words for the finance office: what it is, and what to do. */
export const feedbackTasks = {
  'unreadable-bank-file': {
    what: 'A file of the bank cannot be read',
    todo: 'Nothing of it was booked; it is kept as it came. Do what the problem says, and have the bank deliver it anew.',
  },
  'wrong-account': {
    what: 'The bank reports on an account that is not ours',
    todo: 'Nothing of that account was booked; what the same file says of our own was. Tell the bank that it delivers to the wrong place. If the account is ours, have it entered among the further accounts of the bank profile and the file delivered anew.',
  },
  'message-id-reused': {
    what: 'The bank has used the id of an older message for another one',
    todo: 'It was read all the same, and nothing is booked twice. Compare both files, and ask the bank which one holds.',
  },
  'statement-gap': {
    what: 'A statement does not begin where the one before ended',
    todo: 'A statement in between is missing. Ask the bank for it; what it brings is booked when it comes.',
  },
  'unknown-batch': {
    what: 'The bank answers a payment file that we never sent',
    todo: 'Find out who sent it. Nothing was changed by the answer.',
  },
  'other-batch': {
    what: 'The bank refuses one of our payments in a file that is not its own',
    todo: 'Somebody has given the payment to the bank twice, or the bank mixed files up. The payment stands as it was: ask the bank what became of it.',
  },
  'part-without-names': {
    what: 'The bank refuses a part of a payment file and does not say which payments',
    todo: 'Ask the bank for the status of each payment of the file. Until then all of them stand as they were.',
  },
  'unknown-payment': {
    what: 'The bank speaks of a payment that we do not know',
    todo: 'Look for the reference in other systems that pay from this account. Nothing was changed.',
  },
  'unsent-payment': {
    what: 'The bank speaks of a payment that has not left yet',
    todo: 'Ask the bank where it has it from before the next payment run. The payment stands as it was.',
  },
  'unmatched-debit': {
    what: 'Money left the account for none of our payments',
    todo: 'Find out what was paid. Where it is not a cost of another system, ask the bank for it back.',
  },
  'unmatched-sum': {
    what: 'The bank has booked a payment file as one sum, which is not the sum of the payments that stand',
    todo: 'Nothing of it was booked. When the bank reports which payments it has refused, the sum is compared again and this task goes by itself. Where it stays, ask the bank for the status of each payment of the file.',
  },
  'unmatched-credit': {
    what: 'Money came in that belongs to no case by its references',
    todo: 'Find out whose it is by amount, date and text, and give it to the case, or send it back.',
  },
  'booked-twice': {
    what: 'The bank has booked one of our payments a second time',
    todo: 'The first booking counts. Ask the bank to give the second one back.',
  },
  'returned-twice': {
    what: 'The bank has given one of our payments back a second time',
    todo: 'The first return counts. Ask the bank what the second one is.',
  },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly todo: string }>>;

export type FeedbackTask = keyof typeof feedbackTasks;
