import type { MailWords } from '../../language.ts';

export const code: MailWords['code'] = {
  title: 'Koden din',
  type: 'Skriv denne koden på sida der du bad om han:',
  once: (minutes) =>
    `Han verkar éin gong, i ${minutes} minutt. Ingen frå institusjonen vil nokon gong spørje deg om han.`,
  notYou: 'Har du ikkje bede om ein kode, gjer ingenting, og svar på denne e-posten så vi får vite det.',
};
