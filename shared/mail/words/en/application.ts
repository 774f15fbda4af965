/** From the application to the place on the list. */
export const application = {
  received: {
    subject: 'Your application for an Erasmus+ grant has arrived',
    heading: 'Your application has arrived',
    thanks: (institution: string) =>
      `Thank you. The international office of ${institution} now looks at your application. You will get a mail with the decision; nothing is paid before both sides have signed a grant agreement.`,
    final: 'The final amount follows from the first and last day that your host confirms after the stay.',
    todo: 'Nothing now. Keep this mail: its link shows at any time where your application and your money are.',
  },
  wouldGet: 'What you would get',
  approval: {
    heading: 'An application waits for your approval',
    reminderHeading: 'Reminder: an application still waits for your approval',
    subject: (heading: string, name: string) => `${heading}: ${name}`,
    refusals: 'Requirements that are not met',
    needs: 'Facts that the application does not give',
    wouldBeAwarded: 'The grant that would be awarded',
    todo: 'Look at the application, then approve it, or refuse it with a reason that the applicant will read. On approval the money is reserved, and the agreement goes out in your name.',
    action: 'Look at the application',
  },
  refused: {
    subject: 'Your application for an Erasmus+ grant was refused',
    heading: 'Your application was refused',
    decided: (host: string) =>
      `The international office has decided that it cannot give you an Erasmus+ grant for your stay in ${host}.`,
    askOffice: 'Ask the office, by a reply to this mail.',
  },
  withdrawn: {
    subject: 'Your application has been withdrawn',
    heading: 'Your application has been withdrawn',
    asAsked:
      'As you asked, your application for an Erasmus+ grant has been withdrawn. Nothing was paid, and you owe nothing.',
    todo: 'Nothing. If this was not you, or a mistake, reply to this mail at once.',
  },
  waiting: {
    subject: 'Approved, but on the waiting list for an Erasmus+ grant',
    heading: 'You are on the waiting list',
    noMoney:
      'Your application has been approved, but at the moment all money of this call is given to others. You keep your place on the list, and get an agreement to sign as soon as there is money again.',
    review: (day: string) => `The list is looked at again on ${day} at the latest.`,
    todo: 'Nothing now. Please do not count on the grant until you have signed an agreement.',
  },
};
