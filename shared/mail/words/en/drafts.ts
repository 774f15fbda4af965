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
};
