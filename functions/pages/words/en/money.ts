/** Tables of amounts, and where a payment is. */
export const money = {
  what: 'What',
  amount: 'Amount',
  part: 'Part',
  total: 'Total',
  source: 'Source',
  rules: (version: string) => `Worked out by version ${version} of the rules.`,
  howWorkedOut: 'How it is worked out',
  howPaid: 'How it is paid',
  rate: (rate: string, currency: string, date: string, evidence: string) =>
    `1 EUR = ${rate} ${currency}, the rate of ${date} (${evidence}).`,
  rateStays: 'It stays the same for all your payments.',
  claim: {
    title: 'The claim',
    demanded: 'Demanded',
    received: (date: string) => `Received ${date}`,
    waived: 'Waived',
    writtenOff: 'Written off',
    cancelled: 'Cancelled',
    left: 'Left',
    plan: 'The plan',
    by: 'By',
    toCome: 'Still to come',
    paid: 'paid',
  },
  /** States of a payment, in a word or two. */
  states: {
    held: 'with a second person',
    ready: 'ready for the bank',
    instructed: 'handed to the bank',
    accepted: 'accepted by the bank',
    booked: 'paid',
    rejected: 'refused by the bank',
    returned: 'came back',
    cancelled: 'cancelled before it was sent',
  },
  /** The same for a payment to a unit, which a finance system takes and no bank. */
  voucherStates: {
    ready: 'ready for the finance system',
    instructed: 'handed to the finance system',
    accepted: 'accepted by the finance system',
    booked: 'booked to the unit',
    rejected: 'refused by the finance system',
  },
};
