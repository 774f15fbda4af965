/** A mail came back: the office gives the right address. */
export const address = {
  ofHost: 'The address of the host’s coordinator',
  ofParticipant: 'The address of the participant',
  settled: 'The address has been corrected already. Nothing is left to do.',
  lead: 'A mail to this address did not arrive. Find out the right one, for instance by telephone.',
  whose: 'Whose address',
  participants: 'the participant’s',
  soFar: 'Address so far',
  unwanted: 'Marked as unwanted',
  unwantedText: 'The reader has marked our mail as unwanted. Ask before you enter another address.',
  email: 'The right mail address',
  emailHint: 'The mail that came back is sent there at once, with a link of its own; so is everything that follows.',
  emailMissing: 'Give the right mail address.',
  name: 'It is kept with the correction.',
  button: 'Correct the address',
  done: (by: string) => `${by} corrected the address.`,
};
