/** Pages that say why a request was not answered: what is so, and what to do. */
export const errors = {
  notFound: {
    title: 'This page does not exist',
    text: 'Check the address. If you followed a link from a mail, copy all of it.',
  },
  notHere: {
    title: 'This cannot be done here',
    text: 'Open the page from the link in your mail, and use its buttons.',
  },
  unreadable: {
    title: 'This form was sent in a form that is not read here',
    text: 'Open the page again and send it from there.',
  },
  tooLong: { title: 'This is too long', text: 'Shorten what you wrote, and send the form again.' },
  /** What to do about a file stands among the words of forms. */
  uploadIncomplete: { title: 'The upload arrived incomplete' },
  fileKind: { title: 'This kind of file is not taken' },
  fileTooLarge: { title: 'This file is too large' },
  faster: {
    title: 'Somebody else was faster',
    text: 'Nothing was changed by what you sent. Open the page again: it shows how things stand now.',
  },
  busy: {
    title: 'Too much is going on at the moment',
    text: 'Nothing was changed. Wait a minute, and try again.',
  },
  ours: {
    title: 'Something went wrong on our side',
    text: 'We have been told. Try again in a few minutes: nothing is done twice.',
    again: 'If it happens again, reply to the mail from which you came.',
  },
};
