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
  nominated: {
    subject: (shortName: string) => `${shortName} har nominert deg: søk om Erasmus+-stipendet ditt`,
    heading: 'Søk om Erasmus+-stipendet ditt',
    nominated: (institution: string) =>
      `Internasjonalt kontor ved ${institution} har nominert deg til dette oppholdet. Søknaden er påbegynt: vert og datoer er fylt ut av kontoret, resten svarer du på. Ingenting er sendt ennå.`,
    todo: (shortName: string) =>
      `Svar på det som mangler, og send søknaden i perioden da ${shortName} tar imot søknader. Er verten eller datoene feil, eller vil du ikke reise, svar på denne e-posten.`,
    action: 'Fortsett med søknaden',
  },
  nominateLink: {
    subject: 'Nominer deltakere med en liste',
    heading: 'Nominer deltakere med en liste',
    about: (institution: string) =>
      `Med denne lenken sender internasjonalt kontor ved ${institution} inn en liste over nominerte deltakere. Hver av dem får en e-post med en påbegynt søknad.`,
    until: 'Virker til',
    todo: 'Åpne siden og velg listen, en CSV-fil. Du ser hva som er feil i den før noe sendes. Gi lenken bare til kolleger som kan nominere.',
    action: 'Åpne siden',
  },
};
