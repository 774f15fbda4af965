/** An application, filled in step by step. */
export const steps = {
  progress: 'Steps of the application',
  step: (n: number, of: number) => `Application for an Erasmus+ grant, step ${n} of ${of}`,
  title: (n: number, of: number, name: string) => `${name} (step ${n} of ${of})`,
  names: {
    you: 'You',
    stay: 'Your host and your stay',
    rules: 'What the rules ask',
    payment: 'Where the grant goes',
    check: 'Look at everything and send',
  },
  done: 'done',
  next: 'Save and go on',
  back: 'Back',
  preview: 'Show what I would get',
  onePage: 'Rather all questions on one page',
  keeping:
    'From here on your answers are saved at each step. We send a link to this mail address, with which you can go on later or on another machine.',
  begun: (email: string) =>
    `Your application is begun. A mail with a link to it is on its way to ${email}; keep it, in case you want to go on later. If the address is wrong, go back and correct it.`,
  saved: (until: string) =>
    `Your answers are saved at each step, and erased on ${until} if you have not sent them by then.`,
  fixed:
    'The international office has filled in what stands here without a field. If it is wrong, reply to the mail with which you came.',
  rulesLead: 'Only what the rules for such a stay look at is asked.',
  change: (name: string) => `Change “${name}”`,
  missing: 'Something is still missing',
  notSent: 'Nothing has been sent yet.',
  declare: 'What I have stated is true.',
  declareMissing: 'Tick that what you have stated is true.',
  use: (shortName: string) => `It is used for this grant only, by ${shortName} and the programme’s auditors.`,
  send: 'Send the application',
  changed:
    'Something has changed since this page was opened. Look once more at your answers and the amount, and then send them.',
  notGiven: 'not answered yet',
  yes: 'yes',
  no: 'no',
  travel: { none: 'none', standard: 'standard', green: 'green' },
  sent: {
    title: 'This application has been sent',
    on: (day: string) => `It was sent on ${day}, and your answers stand in it.`,
    link: 'The link to it came by mail: it shows at any time where your application and your money are.',
  },
  expired: {
    title: 'This application is kept no longer',
    until: (day: string) =>
      `It was kept until ${day} and had not been sent by then. What you had typed has been erased.`,
    anew: 'Begin a new application',
  },
  labels: {
    name: 'Name',
    email: 'Mail address',
    secondEmail: 'Private mail address',
    language: 'Language of mails and documents',
    host: 'Host',
    place: 'City and country',
    contact: 'Coordinator there',
    days: 'First and last day',
    travel: 'Travel grant',
    distance: 'Distance, one way',
    fewerOpportunities: 'Participant with fewer opportunities',
    account: 'Bank account',
    unit: 'Unit or faculty',
    costCentre: 'Cost centre',
  },
};
