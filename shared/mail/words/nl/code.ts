import type { MailWords } from '../../language.ts';

export const code: MailWords['code'] = {
  title: 'Uw code',
  type: 'Typ deze code op de pagina waar u erom hebt gevraagd:',
  once: (minutes) =>
    `Hij werkt één keer, gedurende ${minutes} minuten. Niemand van de instelling zal u er ooit om vragen.`,
  notYou: 'Hebt u geen code aangevraagd, doe dan niets en beantwoord deze mail om het ons te melden.',
};
