/** Changes during the stay: a longer stay, an interruption. */
export const changes = {
  extension: {
    subject: (name: string, day: string) => `A longer stay: ${name} asks to stay until ${day}`,
    heading: 'A participant asks for a longer stay',
    asks: 'The participant has signed the request with a one-time code. If you grant it, the agreement is amended and the money for the difference is set aside at once.',
    newEnd: 'Asked until',
    amountNow: 'Agreed now',
    amountThen: 'Agreed then',
    more: 'Difference',
    working: 'The agreement on the later end',
    todo: 'Open the page and grant the request, or refuse it with a reason.',
    action: 'Look and decide',
  },
  extensionGranted: {
    subject: (day: string) => `Your stay is prolonged until ${day}`,
    heading: (day: string) => `You may stay until ${day}`,
    granted:
      'Your agreement has been amended. What was paid to you first stays as it is; the difference comes with the rest, after the stay.',
    unchanged:
      'Your agreement has been amended. The agreed amount stays the same until your host has confirmed your days; then it is calculated on them.',
    amount: 'Your grant as amended',
    before: 'Agreed before',
  },
  extensionRefused: {
    subject: 'Your request for a longer stay was refused',
    heading: 'Your agreement stays as it is',
    refused: (day: string) => `You asked to stay until ${day}. The international office could not agree to it.`,
    paid: (day: string) =>
      `Your agreement ends on ${day} as before. If your host confirms more days, they are paid by the rules of your agreement.`,
    unpaid: (day: string) =>
      `Your agreement ends on ${day} as before. You may stay longer, but there is no grant for the days after it.`,
  },
  interruption: {
    subject: (name: string) => `Interruption of a stay: ${name}`,
    heading: 'A participant was away from the host',
    reported:
      'The participant reports an interruption. Its days are not funded: the final calculation leaves them out once you confirm them.',
    away: 'Away',
    days: 'Days',
    without: 'Grant on the dates, without interruption',
    with: 'Grant on the dates, with it',
    todo: 'Open the page and confirm the interruption, or say why it is none.',
    action: 'Look and decide',
  },
  interruptionDecided: {
    confirmedSubject: 'Your interruption is confirmed',
    confirmedHeading: 'Your interruption is confirmed',
    confirmed: (days: number) =>
      `The final calculation of your grant leaves out ${days === 1 ? 'this day' : `these ${days} days`}. Nothing is paid back before that.`,
    refusedSubject: 'Your interruption is not counted',
    refusedHeading: 'Your interruption is not counted',
    refused:
      'The international office does not count what you reported as an interruption. Your grant is calculated on all days that your host confirms.',
  },
  greenReview: {
    subject: (name: string) => `Green travel: ${name} claims it`,
    heading: 'A claim to green travel waits for you',
    claims: 'The participant has told the journey there and back, and uploaded receipts.',
    test: 'Green part of the way',
    working: (green: number, total: number, least: number) => `${green} of ${total} km; at least ${least} % are needed`,
    receipts: 'Receipts',
    todo: 'Open the page, compare the receipts with the journey, and accept or refuse the claim.',
    action: 'Look and decide',
  },
  greenDecided: {
    acceptedSubject: 'Your green travel is accepted',
    accepted: 'The international office has accepted your claim. Your grant is calculated with green travel.',
    refusedSubject: 'Your claim to green travel was refused',
    refused:
      'The international office could not accept your claim. Your grant is calculated with standard travel, as far as the rules give any.',
  },
};
