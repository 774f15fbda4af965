/** Contact data that a participant has put right, or asks the office to. */
export const contact = {
  changed: {
    subject: 'Your mail address has been changed',
    heading: 'We write to you elsewhere from now on',
    first:
      'Somebody, most likely you, has given another mail address for this grant and typed the code that went to it. From now on our mail goes there.',
    second:
      'Somebody, most likely you, has given a private mail address for this grant and typed the code that went to it. We write there when mail to this address comes back.',
    todo: 'If this was you, you need do nothing. If not, write to the international office at once: whoever did it has a link from your mails.',
  },
  name: {
    subject: (name: string) => `Another spelling of a name: ${name}`,
    heading: 'A participant asks for another spelling of the name',
    about: 'The name stands in the agreement and goes to the bank, so it is not changed by itself.',
    before: 'Written so far',
    asked: 'Asked for',
    todo: 'Compare it with the participant’s papers, and answer the participant. The request stands on the work list until then.',
  },
};
