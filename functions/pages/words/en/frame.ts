/** Around every page, and the pages of a few sentences. */
export const frame = {
  skip: 'Skip to the content',
  programme: 'Erasmus+ mobility grants',
  motto: 'Wayfare pays Erasmus+ mobility grants on time and explains every cent.',
  /** Before the title in the browser's tab. */
  error: 'Error: ',
  correct: 'Something needs to be corrected',
  /** Around the mail address of the office. */
  questions: (name: string) => `Questions? Write to ${name},`,
  unknownLink: {
    title: 'This link is not known',
    copy: 'Copy the whole link from the mail; some programs break long links into two lines.',
    newest:
      'If it still does not open, use the link in the newest mail from your institution, or write to its international office.',
  },
  expiredLink: {
    title: 'This link has expired',
    until: (day: string) => `It worked until ${day}. Nothing is lost: your case is still there.`,
    newest: (institution: string, office: string, email: string) =>
      `Use the link in the newest mail from ${institution}, or write to ${office}, ${email}, and ask for a new one.`,
  },
};
