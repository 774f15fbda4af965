/** The one-time code. */
export const code = {
  title: 'Your code',
  type: 'Type this code on the page on which you asked for it:',
  once: (minutes: number) =>
    `It works once, for ${minutes} minutes. Nobody from the institution will ever ask you for it.`,
  notYou: 'If you did not ask for a code, do nothing, and reply to this mail to tell us.',
};
