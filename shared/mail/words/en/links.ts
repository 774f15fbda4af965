/** The answer to "send me a fresh link". */
export const links = {
  subject: 'Your link to your Erasmus+ grant',
  heading: 'Your fresh link',
  asked:
    'Somebody, most likely you, has asked on our page for a fresh link to this case. Links from earlier mails go on working until they expire.',
  todo: 'Keep this mail. If you did not ask for it, you need do nothing: nobody else has got the link.',
};
