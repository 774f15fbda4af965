/** What a participant can do on the status page. */
export const actions = {
  title: 'What you can do now',
  follows: 'This is what follows',
  onceMore: 'Send it once more if this is what you want.',
  unknown: {
    title: 'This cannot be done here',
    todo: 'Open your page again, and choose from what it offers.',
  },
  gone: 'This cannot be done any more: the case has gone on since you opened the page. This is how it stands now.',
  /** Under every field for free words. */
  notHealth: 'Leave out anything about your health.',
  reason: 'Reason',
  reasonHint: 'A few words. Leave out anything about your health.',
  /** The last day at the host. */
  lastDay: {
    left: 'Were you at the host?',
    yes: 'Yes; my last day there is below',
    never: 'No, I never began the stay',
    leftMissing: 'Say whether you were at the host.',
    day: 'Last day at the host',
    dayHint: 'The last day on which you had to be present.',
    dayMissing: 'Give your last day at the host.',
    beforeStay: 'This lies before the stay began. If you never began it, say so above.',
    future: 'This lies in the future. Report it when you have left.',
  },
  upload: {
    title: 'Upload your confirmation of stay',
    about:
      'If your host gave you a signed confirmation of stay, upload it here. The office enters its dates. If your host answers our mail, you need not do this.',
    file: 'Signed confirmation of stay',
    button: 'Upload',
  },
  illness: {
    title: 'I had to stop for illness, and ask to keep the grant',
    about:
      'A medical certificate is needed. Only the international office sees it, for this decision. Until it has decided, nothing is calculated or collected.',
    file: 'Medical certificate',
    sure: 'My stay has ended because of this, and I ask to keep the grant.',
    sureMissing: 'Tick the box to say that you ask for this.',
    button: 'Send the request',
  },
  duties: {
    title: 'Tell us what you have done',
    about: 'Tick what is done. The office may ask you to show it.',
    missing: 'Tick at least one thing that is done.',
    button: 'Report as done',
  },
  /** Before the signature: the application. */
  withdraw: {
    title: 'Withdraw my application',
    about: 'Nothing has been paid, and you will owe nothing. You cannot undo it.',
    sure: 'I withdraw my application.',
    button: 'Withdraw',
  },
  /** After it: the stay. */
  end: {
    title: 'I do not go, or I have come home early',
    about: 'You see what follows from it before it counts. If illness stopped you, use the form for illness instead.',
    sure: 'I report that my stay has ended or will not take place.',
    button: 'Report the end of my stay',
  },
  reasonMissing: 'Give the reason in a few words.',
  sureMissing: 'Tick the box to say that you mean it.',
  /** What the calculation would be. Each outcome is what stands before the amount, and what stands after it. */
  consequences: {
    never: 'If you never begin the stay',
    lastDay: (day: string) => `If ${day} is your last day`,
    balance: (when: string): readonly [string, string] => [`${when}, you still get `, '.'],
    settled: (when: string) => `${when}, nothing more is paid on either side.`,
    recovery: (when: string): readonly [string, string] => [`${when}, you have to pay back `, '.'],
    entitled: 'What you would be entitled to',
    paidByNow: 'It is calculated on what has been paid by now.',
  },
  /** The same before anybody decides anything. */
  ifYouLeft: {
    title: 'What would I owe if I left on …',
    hint: 'Nothing is reported or changed by this.',
    button: 'Calculate',
    beforeStay: 'This lies before the stay begins. If you do not go at all, everything paid has to be paid back.',
  },
  account: {
    title: 'Give another bank account',
    titleUnit: 'Give another cost centre',
    label: 'New account',
    hint: 'Eleven digits for a Norwegian account, otherwise the IBAN. It must be your own.',
    button: 'Send the new account',
  },
  parts: {
    title: 'I cannot pay at once, and ask for parts',
    titleAgain: 'I cannot keep to the plan, and ask for another one',
    about: (most: number) =>
      `Say what you can pay and when: at most ${most} parts within three years. The international office agrees or gives you a reason.`,
    until: (due: string) => `Until then the date stays ${due}.`,
    free: 'No interest or fee is added.',
    wish: 'What you can pay, and when',
    example: 'For example: 1000 NOK on the first of each month.',
    missing: 'Say what you can pay, and when.',
    button: 'Ask for parts',
  },
  objection: {
    title: 'The demand is wrong: I object',
    about:
      'Say what is wrong: the dates, the calculation, or what has been paid. Until the office has decided you need not pay, and nobody reminds you. You can object once.',
    what: 'What is wrong',
    missing: 'Say what is wrong with the demand.',
    button: 'Send the objection',
  },
  /** At the top of the page after something was done. */
  dones: {
    uploaded:
      'Thank you. Your confirmation of stay has been filed, and the international office has been asked to look at it.',
    reported: 'Thank you. It is noted that this is done.',
    withdrawn: 'It is noted. What follows is shown below.',
    ill: 'Your request and the certificate have arrived. The international office decides, and you will get a mail.',
    account:
      'Your new account has arrived. A second person looks at it before money goes there, and you will get a mail.',
    objected:
      'Your objection has arrived. Until the international office has decided you need not pay, and you will get a mail.',
    parts:
      'Your question has arrived. The international office answers by mail; until then the date of the demand stays.',
    code: 'A code is on its way. Type it below.',
  },
};
