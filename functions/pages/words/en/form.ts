/** What every form says of its fields: what is wrong with them, where the money goes, files, and the code by mail. */
export const form = {
  /** In brackets after a label. */
  optional: 'optional',
  tooLong: (most: number, has: number) => `Use at most ${most} characters; these are ${has}.`,
  notMail: 'This is not a mail address. Write it like name@university.no.',
  notDate: (example: string) => `This is not a date. Write year, month and day, for example ${example}.`,
  notWhole: 'Write a whole number, digits only.',
  outside: (least: number, most: number) => `Give a number from ${least} to ${most}.`,
  payee: {
    unit: 'Your unit or faculty',
    unitHint: 'The grant is paid to it, not to you.',
    unitMissing: 'Give the name of your unit or faculty.',
    costCentre: 'Its cost centre',
    costCentreHint: (digits: number, example: string) => `${digits} digits, for example ${example}.`,
    costCentreMissing: 'Give the cost centre of your unit or faculty.',
    givesTheGrant: (institution: string) =>
      `This is the cost centre of ${institution} that gives the grant. Give your unit’s own.`,
    notCostCentre: (digits: number, example: string) =>
      `A cost centre has ${digits} digits, for example ${example}. Ask your unit for its own.`,
    paysTheGrant: (institution: string) =>
      `This is the account of ${institution}, from which the grant is paid. Give your own.`,
  },
  file: {
    limits: (megabytes: number) => `PDF, JPEG or PNG, at most ${megabytes} MB.`,
    missing: 'Choose a file.',
    incomplete: 'Go back and send the file once more.',
    otherKind: 'Upload a PDF, or a photograph as JPEG or PNG. Other documents can be saved or printed as PDF.',
    tooLarge: (megabytes: number) =>
      `A file may have at most ${megabytes} MB. Save it smaller, for example as a PDF of one or two pages.`,
  },
  code: {
    why: (address: string) => `To make sure that it is you, we send a code to ${address}. You type it on this page.`,
    send: 'Send me a code',
    sendAnother: 'Send me a new code',
    label: 'Code from the mail',
    hint: (address: string, minutes: number) =>
      `Six digits, sent to ${address}. It works for ${minutes} minutes, once.`,
    onItsWay: (address: string) =>
      `A code is on its way to ${address}. Type it below. If it does not come within a few minutes, look among the unwanted mail.`,
    tooMany: (from: string) =>
      `Five codes were sent within an hour, which is the most. You can ask for another one from ${from}.`,
    missing: 'Type the code from the mail.',
    wrong: (left: number) =>
      `This is not the code. ${left === 1 ? 'One try is left' : `${left} tries are left`}; then a new code is needed.`,
    locked: 'The code was typed wrongly too often, and no longer works. Ask for a new one.',
    expired: (minutes: number) => `The code is older than ${minutes} minutes and no longer works. Ask for a new one.`,
    none: 'No code is open for this page. Ask for a new one; each works once.',
  },
};
