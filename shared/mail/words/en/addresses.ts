/** A mail that came back, for the office that has to find the right address. */
export const addresses = {
  subject: (who: string) => `A mail could not be delivered: ${who}`,
  heading: 'A mail did not reach its reader',
  host: 'A mail to the coordinator at the host came back.',
  participant: 'A mail to the participant came back, and there is no other address at which mail arrives.',
  complained: 'The reader has marked our mail as unwanted. Nothing more is sent to that address.',
  address: 'Address',
  waits: 'No date passes to the disadvantage of somebody who was not told: it is moved until a notice has arrived.',
  todo: 'Find out the right address, for instance by telephone, and enter it. The mail is then sent again.',
  action: 'Enter the right address',
};
