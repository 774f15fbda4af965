/** The final calculation, and the end. */
export const settlement = {
  balance: {
    subject: (amount: string) => `Final calculation: you get another ${amount}`,
    heading: (amount: string) => `You get another ${amount}`,
    next: (payBy: string | undefined) =>
      `The rest is paid to your account${payBy === undefined ? '' : ` by ${payBy} at the latest`}.`,
    todo: 'Nothing. Check the calculation; if something is wrong, reply to this mail.',
  },
  settled: {
    subject: (_amount: string) => 'Final calculation: nothing more to pay on either side',
    heading: (_amount: string) => 'Nothing more to pay on either side',
    next: (_payBy: string | undefined) => 'You have got exactly what you are entitled to.',
    todo: 'Nothing. Check the calculation; if something is wrong, reply to this mail.',
  },
  recovery: {
    subject: (amount: string) => `Final calculation: ${amount} has to be paid back`,
    heading: (amount: string) => `${amount} has to be paid back`,
    next: (_payBy: string | undefined) =>
      'You will get a separate demand with the account, the reference number and the date.',
    todo: 'Pay nothing yet. Check the calculation; if something is wrong, reply to this mail before the demand comes.',
  },
  calculated: 'Your grant has been calculated on the confirmed dates.',
  calculatedAnew:
    'Your grant has been calculated anew. This calculation replaces the one before; what was paid and paid back stays.',
  noDay: 'No day of the stay has been confirmed.',
  planned: (period: string) => `Planned was ${period}.`,
  entitled: 'What you are entitled to',
  whatFollows: 'What follows',
  seeCalculation: 'See the calculation',
  changed: 'What has changed',
  grantSoFar: 'Grant so far',
  grantNow: 'Grant now',
  difference: 'Difference',
  closed: {
    subject: 'Your Erasmus+ grant is settled',
    heading: 'Your grant is settled',
    paid: 'Everything that was to be paid has been paid, on both sides.',
    todo: 'Nothing. Keep this mail for your papers.',
    action: 'See the whole history',
  },
  account: {
    title: 'The whole grant',
    paid: 'Paid to you',
    repaid: 'Paid back by you',
    waived: 'Waived',
    writtenOff: 'Written off',
    grant: 'Your grant',
  },
};
