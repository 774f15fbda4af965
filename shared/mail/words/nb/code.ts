import type { MailWords } from '../../language.ts';

export const code: MailWords['code'] = {
  title: 'Koden din',
  type: 'Skriv denne koden på siden der du ba om den:',
  once: (minutes) =>
    `Den virker én gang, i ${minutes} minutter. Ingen fra institusjonen vil noen gang spørre deg om den.`,
  notYou: 'Har du ikke bedt om en kode, gjør ingenting, og svar på denne e-posten så vi får vite det.',
};
