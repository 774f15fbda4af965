/** What becomes of mails that no rule decides, in words: what it is, and what to do. */
export const mailTasks = {
  'address-needed': {
    what: 'A mail came back, and no other address is known',
    todo: 'Find out the right address and enter it through the link in the mail to the office; what came back is then sent again.',
  },
  'staff-address': {
    what: 'A mail to the institution itself came back',
    todo: 'Correct the contact in the rulebook of the institution. Mails to it go on; whatever waits for an answer is asked again by the reminders.',
  },
  'deadline-moved': {
    what: 'A deadline was moved, because its notices were not delivered or the system was away',
    todo: 'Make sure that the participant is reached: telephone, or another address. Nothing is lost for anybody until a notice has arrived with the promised time; behind any of our links to the case, “Deadlines of this case” gives more time, or ends an offer whose reader cannot be reached.',
  },
} as const;
