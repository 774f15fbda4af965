import type { MailWords } from '../../language.ts';

export const application: MailWords['application'] = {
  received: {
    subject: 'Søknaden din om Erasmus+-stipend er mottatt',
    heading: 'Søknaden din er mottatt',
    thanks: (institution) =>
      `Takk. Internasjonalt kontor ved ${institution} ser nå på søknaden din. Du får en e-post med avgjørelsen; ingenting utbetales før begge parter har signert en stipendavtale.`,
    final: 'Det endelige beløpet følger av første og siste dag som verten bekrefter etter oppholdet.',
    todo: 'Ingenting nå. Ta vare på denne e-posten: Lenken viser når som helst hvor søknaden og pengene dine er.',
  },
  wouldGet: 'Dette kan du få',
  approval: {
    heading: 'En søknad venter på godkjenning fra deg',
    reminderHeading: 'Påminnelse: En søknad venter fortsatt på godkjenning fra deg',
    subject: (heading, name) => `${heading}: ${name}`,
    refusals: 'Krav som ikke er oppfylt',
    needs: 'Opplysninger som søknaden ikke gir',
    wouldBeAwarded: 'Stipendet som ville bli tildelt',
    todo: 'Se på søknaden, og godkjenn den, eller avslå den med en begrunnelse som søkeren får lese. Ved godkjenning reserveres pengene, og avtalen sendes i ditt navn.',
    action: 'Se på søknaden',
  },
  refused: {
    subject: 'Søknaden din om Erasmus+-stipend er avslått',
    heading: 'Søknaden din er avslått',
    decided: (host) =>
      `Internasjonalt kontor har bestemt at det ikke kan gi deg Erasmus+-stipend til oppholdet i ${host}.`,
    askOffice: 'Spør kontoret ved å svare på denne e-posten.',
  },
  withdrawn: {
    subject: 'Søknaden din er trukket',
    heading: 'Søknaden din er trukket',
    asAsked:
      'Som du ba om, er søknaden din om Erasmus+-stipend trukket. Ingenting er utbetalt, og du skylder ingenting.',
    todo: 'Ingenting. Var dette ikke deg, eller var det en feil, svar på denne e-posten med en gang.',
  },
  waiting: {
    subject: 'Godkjent, men på venteliste for Erasmus+-stipend',
    heading: 'Du står på ventelisten',
    noMoney:
      'Søknaden din er godkjent, men akkurat nå har andre fått alle pengene i denne utlysningen. Du beholder plassen på listen, og får en avtale til signering så snart det er penger igjen.',
    review: (day) => `Listen gås gjennom på nytt senest ${day}.`,
    todo: 'Ingenting nå. Ikke regn med stipendet før du har signert en avtale.',
  },
};
