/** The grant agreement: to be signed, reminded of, lapsed, signed. */
export const agreement = {
  toSign: {
    subject: 'Your Erasmus+ grant agreement is ready to sign',
    heading: 'Your grant agreement is ready to sign',
    reminderSubject: (due: string | undefined) =>
      `Reminder: sign your Erasmus+ grant agreement${due === undefined ? '' : ` by ${due}`}`,
    reminderHeading: 'Your grant agreement still waits for your signature',
    approved: (institution: string) =>
      `Your application has been approved. ${institution} has signed the grant agreement; it takes effect when you sign it too.`,
    todo: 'Read the agreement on the page behind the link, ask for a code (it comes by mail), and sign with it. Without a signature there is no grant.',
    action: 'Read and sign the agreement',
  },
  lapsed: {
    subject: 'Your Erasmus+ grant agreement has lapsed',
    heading: 'Your grant agreement has lapsed',
    ended:
      'You were reminded more than once, but the agreement was not signed in time. The offer has ended, and the money goes to somebody on the waiting list. Nothing was paid, and you owe nothing.',
    todo: 'If something kept you from signing, reply to this mail: the office can tell you whether a new application is possible.',
  },
  signed: {
    subject: 'Signed: your Erasmus+ grant agreement',
    heading: 'Your grant agreement is signed by both sides',
    paidAfter: (account: string) =>
      `The grant is paid after the stay, to ${account}. You will get a mail when it is on its way, and another one when it is there.`,
    firstGoes: (payBy: string | undefined) =>
      `The first instalment goes to the account you gave${payBy === undefined ? '' : ` by ${payBy} at the latest`}. You will get a mail when the bank has been told to pay, and another one when it has paid.`,
    beforeIt: 'Before it can be paid',
    beforeRest: 'Before the rest can be paid',
    todo: 'Nothing now. If you go home early or cannot go at all, tell us through your page as soon as you know.',
  },
  yourGrant: 'Your grant',
  number: 'Agreement',
  signedFor: 'Signed for the institution',
  signedByYou: 'Signed by you',
};
