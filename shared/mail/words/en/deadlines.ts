/** The office has given more time, or ended an offer whose reader it could not reach. */
export const deadlines = {
  moved: {
    heading: 'You have more time',
    given: (due: string) =>
      `The international office has given you more time: until ${due}. The earlier date no longer counts.`,
    /** By what follows when the day passes. */
    each: {
      'agreement-expiry': {
        subject: (due: string) => `More time: sign your grant agreement by ${due}`,
        todo: 'Read the agreement on the page behind the link, ask for a code (it comes by mail), and sign with it. Without a signature there is no grant.',
      },
      'confirmation-decision': {
        subject: (due: string) => `More time: your confirmation of stay by ${due}`,
        todo: 'Ask your coordinator at the host to answer our mail, or upload the signed confirmation of stay on your page.',
      },
      'obligations-reminder': {
        subject: (due: string) => `More time: what is still missing, by ${due}`,
        todo: 'Do what your page lists as missing. The rest of your grant is paid when all of it is there.',
      },
      'claim-decision': {
        subject: (due: string) => `More time: your repayment by ${due}`,
        todo: 'Pay what your page shows as open, with the same reference number as before. If you cannot, ask on your page to pay in parts.',
      },
    },
    action: 'See your page',
  },
  ended: {
    subject: 'Your Erasmus+ grant offer has ended',
    heading: 'Your grant offer has ended',
    unreached:
      'Our mails about your grant agreement did not reach you, although the date was moved more than once, and the international office could not reach you in another way. The agreement was not signed, so the offer has ended and the money goes to somebody else. Nothing was paid, and you owe nothing.',
    todo: 'If you still want to go, reply to this mail at once: the office can tell you whether a new application is possible.',
  },
};
