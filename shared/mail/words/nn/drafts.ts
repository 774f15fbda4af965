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
  nominated: {
    subject: (shortName: string) => `${shortName} har nominert deg: søk om Erasmus+-stipendet ditt`,
    heading: 'Søk om Erasmus+-stipendet ditt',
    nominated: (institution: string) =>
      `Internasjonalt kontor ved ${institution} har nominert deg til dette opphaldet. Søknaden er påbyrja: vert og datoar er fylte ut av kontoret, resten svarar du på. Ingenting er sendt enno.`,
    todo: (shortName: string) =>
      `Svar på det som manglar, og send søknaden i perioden då ${shortName} tek imot søknader. Er verten eller datoane feil, eller vil du ikkje reise, svar på denne e-posten.`,
    action: 'Hald fram med søknaden',
  },
  nominateLink: {
    subject: 'Nominer deltakarar med ei liste',
    heading: 'Nominer deltakarar med ei liste',
    about: (institution: string) =>
      `Med denne lenkja sender internasjonalt kontor ved ${institution} inn ei liste over nominerte deltakarar. Kvar av dei får ein e-post med ein påbyrja søknad.`,
    until: 'Verkar til',
    todo: 'Opne sida og vel lista, ei CSV-fil. Du ser kva som er feil i ho før noko blir sendt. Gje lenkja berre til kollegaer som kan nominere.',
    action: 'Opne sida',
  },
};
