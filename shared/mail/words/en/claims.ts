/** Money that has to come back. */
export const claims = {
  slip: {
    title: 'How to pay',
    amount: 'Amount',
    account: 'To the account',
    kid: 'Reference number (KID)',
    to: 'To',
    due: 'Due',
  },
  account: {
    title: 'The claim',
    demanded: 'Demanded',
    inLocal: (amount: string) => `${amount} in local currency`,
    received: (day: string) => `Received ${day}`,
    waived: 'Waived',
    writtenOff: 'Written off',
    cancelled: 'Cancelled',
    open: 'Still to be paid back',
  },
  setOff: 'Set-off',
  evidence: 'Evidence',
  seeClaim: 'See where the claim stands',
  decide: 'Decide',
  lookAndDecide: 'Look and decide',
  payAsAbove: 'Pay the amount to the account above, with the reference number.',
  demandApproval: {
    subject: (amount: string) => `A repayment demand of ${amount} waits for a second person`,
    heading: 'A repayment demand waits for a second person',
    why: 'Every demand is looked at by a second person before it is sent.',
    entitled: 'What the participant is entitled to',
    demanded: 'To be demanded',
    todo: 'Check the calculation, and let the demand go out if it is right.',
    action: 'Look at the demand',
  },
  demand: {
    subject: (amount: string) => `Please pay back ${amount} of your Erasmus+ grant`,
    heading: (amount: string) => `Please pay back ${amount}`,
    why: 'Your grant has been calculated on the confirmed dates. You were paid more than you are entitled to.',
    entitled: 'What you are entitled to',
    inParts: 'You can pay in parts: each part counts when it carries the same reference number.',
    object:
      'If you think that the demand is wrong, object on your page: until the office has decided you need not pay.',
    illness:
      'If illness kept you from staying, you can ask to keep the grant on your page; a medical certificate is needed.',
    todo: 'Pay the amount to the account above, with the reference number. If you cannot pay it at once, ask for parts on your page before the date.',
  },
  reminder: {
    subject: (amount: string) => `Reminder: ${amount} of your Erasmus+ grant to be paid back`,
    heading: (amount: string) => `${amount} is still to be paid back`,
  },
  received: {
    part: {
      subject: (amount: string | undefined) => `Thank you: ${amount ?? 'your payment'} has arrived`,
      heading: 'Your payment has arrived',
      todo: 'Pay the rest, with the same reference number.',
    },
    all: {
      subject: 'Thank you: everything has been paid back',
      heading: 'Everything has been paid back',
    },
  },
  overdue: {
    subject: (name: string) => `A repayment is overdue: decide what happens for ${name}`,
    heading: 'A repayment is overdue',
    reminded:
      'The participant was reminded as the rules say, and the claim is not paid. Nothing happens until you decide.',
    todo: 'Give more time, agree on parts, hand it over to be collected, or propose to waive the rest or to write it off. A second person decides on the last two.',
  },
  extended: {
    subject: 'You have more time to pay back',
    heading: 'You have more time to pay back',
    given: 'The international office has given you more time.',
  },
  reliefApproval: {
    heading: 'Giving up a claim waits for a second person',
    waive: {
      subject: 'Waiving a claim waits for a second person',
      proposed: (name: string) => `${name} proposes to waive what is left of the claim.`,
    },
    'write-off': {
      subject: 'Writing off a claim waits for a second person',
      proposed: (name: string) => `${name} proposes to write off what is left of the claim.`,
    },
    todo: 'Decide whether the rest is given up.',
  },
  relieved: {
    subject: 'You do not have to pay the rest back',
    heading: 'You do not have to pay the rest back',
    given: (institution: string) => `${institution} has given up what was left of its claim on you.`,
    todo: 'Nothing. Please do not pay anything more with the old reference number.',
  },
};
