export const replies = {
  subject: (name: string) => `An answer by mail: ${name}`,
  heading: 'One of our mails was answered',
  participant: 'An answer to a mail that went to the participant has come.',
  host: 'An answer to a mail that went to the host has come.',
  files: (count: number) => (count === 1 ? 'It brings a file.' : `It brings ${count} files.`),
  nothing: 'Nothing in the case has changed because of it, and nobody has got an answer.',
  todo: 'Read it, and do what it asks for.',
  action: 'Read the answer',
};
