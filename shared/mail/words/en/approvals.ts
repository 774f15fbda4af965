/** Consents that an application needs before the office decides. A role stands in brackets, as it is called within a sentence. */
export const approvals = {
  request: {
    heading: 'A stay abroad needs your consent',
    reminderHeading: 'Reminder: a stay abroad still needs your consent',
    subject: (heading: string, name: string) => `${heading}: ${name}`,
    asked: (applicant: string, institution: string, label: string) =>
      `${applicant} applies for an Erasmus+ mobility grant of ${institution}. You are asked for your consent as ${label}; the office decides after you.`,
    instead: (before: string) => `You are asked instead of ${before}.`,
    todo: 'Look at the stay, then agree to it, refuse it with a reason that the applicant will read, or hand it over to a deputy.',
    action: 'Look at the stay',
  },
  overdue: {
    heading: 'A consent does not come',
    subject: (heading: string, name: string) => `${heading}: ${name}`,
    silence: (name: string, label: string, day: string) =>
      `${name} (${label}) was asked on ${day}, and has not answered.`,
    unreached: (name: string, label: string) => `Our mail to ${name} (${label}) did not arrive.`,
    waits: 'The application waits; nothing expires meanwhile.',
    todo: 'Name somebody else who is asked instead, or decide in their place, with a reason.',
    action: 'See how it can go on',
  },
  received: (institution: string, name: string, label: string) =>
    `Thank you. ${name} (${label}) is asked for consent first; then the international office of ${institution} looks at your application. You will get a mail with the decision; nothing is paid before both sides have signed a grant agreement.`,
  refused: (name: string, label: string, host: string) =>
    `${name} (${label}) does not agree to your stay in ${host}, so there can be no Erasmus+ grant for it.`,
  agreed: (by: string, day: string) => `agreed: ${by}, ${day}`,
  agreedInPlace: (by: string, day: string, name: string, reason: string) =>
    `agreed by ${by} of the office, ${day}, in place of ${name}: ${reason}`,
};
