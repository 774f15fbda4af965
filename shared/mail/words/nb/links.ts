import type { MailWords } from '../../language.ts';

export const links: MailWords['links'] = {
  subject: 'Lenken til Erasmus+-stipendet ditt',
  heading: 'Ny lenke',
  asked:
    'Noen, trolig du, har bedt om en ny lenke til denne saken på siden vår. Lenker fra tidligere e-poster virker til de utløper.',
  todo: 'Ta vare på denne e-posten. Har du ikke bedt om den, trenger du ikke gjøre noe: ingen andre har fått lenken.',
};
