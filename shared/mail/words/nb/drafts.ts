import type { MailWords } from '../../language.ts';

export const drafts: MailWords['drafts'] = {
  begun: {
    subject: 'Gå videre med søknaden om Erasmus+-stipend',
    heading: 'Søknaden er påbegynt',
    begun: (institution) =>
      `Noen, trolig du, har begynt på en søknad om Erasmus+-stipend fra ${institution} med denne e-postadressen. Ingenting er sendt ennå. Svarene lagres etter hvert, og lenken under åpner dem igjen, på denne maskinen eller en annen.`,
    keptUntil: 'Lagret til',
    todo: (institution) =>
      `Gå videre når det passer, innen søknadsfristen til ${institution}. Var det ikke du som begynte, trenger du ikke gjøre noe: det som er skrevet, slettes på dagen over.`,
    action: 'Gå videre med søknaden',
  },
};
