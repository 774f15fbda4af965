import type { MailWords } from '../../language.ts';

export const application: MailWords['application'] = {
  received: {
    subject: 'Søknaden din om Erasmus+-stipend er motteken',
    heading: 'Søknaden din er motteken',
    thanks: (institution) =>
      `Takk. Internasjonalt kontor ved ${institution} ser no på søknaden din. Du får ein e-post med avgjerda; ingenting blir betalt ut før begge partar har signert ein stipendavtale.`,
    final: 'Det endelege beløpet følgjer av første og siste dag som verten stadfestar etter opphaldet.',
    todo: 'Ingenting no. Ta vare på denne e-posten: Lenkja viser når som helst kvar søknaden og pengane dine er.',
  },
  wouldGet: 'Dette kan du få',
  approval: {
    heading: 'Ein søknad ventar på godkjenning frå deg',
    reminderHeading: 'Påminning: Ein søknad ventar framleis på godkjenning frå deg',
    subject: (heading, name) => `${heading}: ${name}`,
    refusals: 'Krav som ikkje er oppfylte',
    needs: 'Opplysningar som søknaden ikkje gir',
    wouldBeAwarded: 'Stipendet som ville bli tildelt',
    todo: 'Sjå på søknaden, og godkjenn han, eller avslå han med ei grunngiving som søkjaren får lese. Ved godkjenning blir pengane reserverte, og avtalen blir send i ditt namn.',
    action: 'Sjå på søknaden',
  },
  refused: {
    subject: 'Søknaden din om Erasmus+-stipend er avslått',
    heading: 'Søknaden din er avslått',
    decided: (host) =>
      `Internasjonalt kontor har bestemt at det ikkje kan gi deg Erasmus+-stipend til opphaldet i ${host}.`,
    askOffice: 'Spør kontoret ved å svare på denne e-posten.',
  },
  withdrawn: {
    subject: 'Søknaden din er trekt',
    heading: 'Søknaden din er trekt',
    asAsked:
      'Som du bad om, er søknaden din om Erasmus+-stipend trekt. Ingenting er betalt ut, og du skuldar ingenting.',
    todo: 'Ingenting. Var dette ikkje deg, eller var det ein feil, svar på denne e-posten med ein gong.',
  },
  waiting: {
    subject: 'Godkjend, men på venteliste for Erasmus+-stipend',
    heading: 'Du står på ventelista',
    noMoney:
      'Søknaden din er godkjend, men akkurat no har andre fått alle pengane i denne utlysinga. Du beheld plassen på lista, og får ein avtale til signering så snart det er pengar att.',
    review: (day) => `Lista blir gått gjennom på nytt seinast ${day}.`,
    todo: 'Ingenting no. Ikkje rekn med stipendet før du har signert ein avtale.',
  },
};
