/** For whoever has lost the link. */
export const freshLink = {
  offer: 'Send me a fresh link',
  title: 'Send me a fresh link',
  lead: 'Say where you have applied and with which mail address. If there is a grant or an application with this address, a mail with its link goes there.',
  institution: 'Institution',
  choose: 'Choose',
  email: 'Mail address',
  emailHint: 'The one that you have given us.',
  reference: 'Reference',
  referenceHint:
    'Ten letters and digits; it stands at the end of each of our mails. Leave it empty to get the links to all your cases.',
  button: 'Send me the link',
  missing: 'Choose where you have applied.',
  noEmail: 'Give the mail address that we write to.',
  badEmail: 'This is not a mail address. Write it like name@university.no.',
  badReference: 'A reference has ten letters and digits. Copy it from one of our mails, or leave the field empty.',
  done: {
    title: 'Look at your mail',
    sent: 'If there is a grant or an application with this mail address, a mail with the link to it is on its way. It goes only to the address that we have on file.',
    limit: 'No more than three such mails an hour are sent to one address.',
    none: (office: string, email: string) =>
      `If no mail comes within a few minutes, look among the unwanted mail, and check whether you have applied with another address. Otherwise write to ${office}, ${email}.`,
  },
};
