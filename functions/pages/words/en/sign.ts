/** The page on which the participant reads and signs the agreement, and papers that are not there yet. */
export const sign = {
  title: 'Your grant agreement',
  signed: (moment: string) => `You signed this agreement on ${moment}.`,
  lapsed:
    'This agreement was not signed in time, and has lapsed. Write to the international office if something kept you from signing.',
  nothing: 'There is no agreement to sign here now.',
  /** What stands before the day, and after it. */
  by: ['Please sign by ', '.'] as readonly [string, string],
  read: 'I have read the agreement, my account is right, and I sign it.',
  readMissing: 'Tick the box to say that you have read the agreement and sign it.',
  button: 'Sign the agreement',
  outcome: 'You signed the grant agreement.',
  beingMade: {
    title: 'This document is being made',
    wait: 'It has been issued, and its PDF will be ready very soon. Try again in a minute.',
  },
};
