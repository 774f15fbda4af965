/** What an answer by mail asks of the office, in words: what it is, and what to do. */
export const replyTasks = {
  reply: {
    what: 'Somebody has answered one of our mails',
    todo: 'Open the page from the mail that the office got, read the answer, and note what was done with it.',
  },
  'reply-unknown': {
    what: 'Mails came to answer addresses that we never gave',
    todo: 'Nothing to do while they are few: somebody guesses, or has mistyped. The mails were not filed.',
  },
  'reply-expired': {
    what: 'Somebody has answered a mail that is years old',
    todo: 'The answer was not filed. Write to the person of this case and ask what it is about.',
  },
  'reply-flood': {
    what: 'One of our mails was answered again and again',
    todo: 'A machine seems to answer. What came after the thirtieth was not filed; write to the person of this case.',
  },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly todo: string }>>;
