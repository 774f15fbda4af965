/** About an application that is being filled in. */
export const drafts = {
  begun: {
    subject: 'Go on with your application for an Erasmus+ grant',
    heading: 'Your application is begun',
    begun: (institution: string) =>
      `Somebody, most likely you, has begun an application for an Erasmus+ grant from ${institution} with this mail address. Nothing has been sent yet. The answers are kept as they are given, and the link below opens them again, on this machine or another.`,
    keptUntil: 'Kept until',
    todo: (institution: string) =>
      `Go on when it suits you, in the time in which ${institution} takes applications. If you did not begin it, do nothing: what was typed is erased on the day above.`,
    action: 'Go on with your application',
  },
  nominated: {
    subject: (shortName: string) => `${shortName} has nominated you: apply for your Erasmus+ grant`,
    heading: 'Apply for your Erasmus+ grant',
    nominated: (institution: string) =>
      `The international office of ${institution} has nominated you for this stay. Your application is begun: host and dates are filled in by the office, the rest is yours to answer. Nothing has been sent yet.`,
    todo: (shortName: string) =>
      `Answer what is missing and send the application, in the time in which ${shortName} takes applications. If host or dates are wrong, or you do not want to go, reply to this mail.`,
    action: 'Go on with your application',
  },
  nominateLink: {
    subject: 'Nominate participants by a list',
    heading: 'Nominate participants by a list',
    about: (institution: string) =>
      `With this link the international office of ${institution} sends a list of nominated participants. Each of them gets a mail with an application that is begun.`,
    until: 'Works until',
    todo: 'Open the page and choose the list, a CSV file. You see what is wrong in it before anything is sent. Pass the link on only to colleagues who may nominate.',
    action: 'Open the page',
  },
};
