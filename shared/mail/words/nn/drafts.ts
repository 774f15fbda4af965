import type { MailWords } from '../../language.ts';

export const drafts: MailWords['drafts'] = {
  begun: {
    subject: 'Gå vidare med søknaden om Erasmus+-stipend',
    heading: 'Søknaden er påbyrja',
    begun: (institution) =>
      `Nokon, truleg du, har byrja på ein søknad om Erasmus+-stipend frå ${institution} med denne e-postadressa. Ingenting er sendt enno. Svara blir lagra etter kvart, og lenkja under opnar dei att, på denne maskina eller ei anna.`,
    keptUntil: 'Lagra til',
    todo: (institution) =>
      `Gå vidare når det passar, innan søknadsfristen til ${institution}. Var det ikkje du som byrja, treng du ikkje gjere noko: det som er skrive, blir sletta på dagen over.`,
    action: 'Gå vidare med søknaden',
  },
};
