/** The stay and what follows it: confirmation, obligations, illness. */
export const stay = {
  askHost: {
    subject: (name: string) => `Please confirm the Erasmus+ stay of ${name}`,
    heading: 'Please confirm an Erasmus+ stay',
    reminderSubject: (name: string) => `Reminder: please confirm the Erasmus+ stay of ${name}`,
    reminderHeading: 'An Erasmus+ stay still waits for your confirmation',
    who: (name: string, institution: string) =>
      `${name} of ${institution} was with you on an Erasmus+ grant, which is calculated on the dates that you confirm.`,
    leftOn: (day: string) => `The participant has told us that ${day} was the last day.`,
    todo: 'Open the page and give the first and the last day on which presence at your institution was required. It takes a minute; no login is needed.',
    action: 'Confirm the dates',
  },
  missing: {
    subject: 'Your confirmation of stay is missing',
    heading: 'Your confirmation of stay is missing',
    asked:
      'Your grant is calculated on the first and last day that your host confirms. We have asked your coordinator there, but have no answer yet.',
    coordinator: 'Your coordinator',
    without:
      'Without a confirmation the rest cannot be paid, and in the end what you were paid has to be demanded back.',
    todo: 'Ask your coordinator to answer our mail, or upload the signed confirmation of stay on your page (PDF, JPEG or PNG).',
    action: 'Upload the confirmation of stay',
  },
  review: {
    subject: (name: string) => `A confirmation of stay was uploaded: ${name}`,
    heading: 'A confirmation of stay waits for you',
    uploaded: 'The participant has uploaded a confirmation of stay.',
    todo: 'Open the document, compare the signature and the host, and enter the first and last day that it confirms.',
    action: 'Look at the document',
  },
  overdue: {
    subject: (name: string) => `No confirmation of stay: decide what happens for ${name}`,
    heading: 'No confirmation of stay has come',
    reminded:
      'The host and the participant were reminded as the rules say, and no confirmation has come. Nothing happens until you decide.',
    todo: 'Give more time, or demand back what was paid.',
    action: 'Decide',
  },
  extended: {
    subject: 'More time for your confirmation of stay',
    heading: 'You have more time for your confirmation of stay',
    given: 'The international office has given you and your host more time.',
    todo: 'Ask your coordinator to answer our mail, or upload the signed confirmation of stay on your page.',
  },
  obligations: {
    subject: 'What is still missing before the rest of your grant',
    heading: 'Your stay is confirmed: what is still missing',
    reminderSubject: 'Reminder: something is missing before the rest of your grant',
    reminderHeading: 'The rest of your grant still waits for you',
    confirmed: (period: string) => `Your host has confirmed your stay: ${period}.`,
    missing: 'Still missing',
    afterwards: 'As soon as nothing is missing, the rest of your grant is calculated and paid.',
    todo: 'Do what is missing, then tell us on your page that it is done.',
    action: 'Tell us that it is done',
  },
  illness: {
    subject: (name: string) => `Illness: decide whether ${name} keeps the grant`,
    heading: 'A participant asks to keep the grant because of illness',
    asks: 'The participant had to stop for illness and has uploaded a medical certificate. Nothing is calculated or collected until you decide.',
    todo: 'Open the certificate and decide. The certificate is for this decision only; please keep no copy of it.',
    action: 'Look and decide',
  },
  illnessDecided: {
    kept: {
      subject: 'You keep your grant',
      heading: 'You keep what you were paid',
      decision:
        'The international office has accepted your medical certificate. What you were paid is yours, also for the days that you could not stay.',
    },
    refused: {
      subject: 'Your request to keep the grant was refused',
      heading: 'Your request was refused',
      decision:
        'The international office has looked at your medical certificate and decided that the grant is calculated on the days of your stay, as for everybody else.',
    },
    statement: 'You will get a statement with the final calculation.',
  },
};
