import type { MailWords } from '../../language.ts';

export const contact: MailWords['contact'] = {
  changed: {
    subject: 'E-postadressen din er endret',
    heading: 'Fra nå av skriver vi til en annen adresse',
    first:
      'Noen, trolig du, har oppgitt en ny e-postadresse for dette stipendet og skrevet inn koden som ble sendt dit. Fra nå av går e-postene våre dit.',
    second:
      'Noen, trolig du, har oppgitt en privat e-postadresse for dette stipendet og skrevet inn koden som ble sendt dit. Vi skriver dit når e-post til denne adressen kommer i retur.',
    todo: 'Var det deg, trenger du ikke gjøre noe. Hvis ikke, skriv til internasjonalt kontor med en gang: den som gjorde det, har en lenke fra e-postene dine.',
  },
  name: {
    subject: (name: string) => `En annen skrivemåte av et navn: ${name}`,
    heading: 'En deltaker ber om en annen skrivemåte av navnet',
    about: 'Navnet står i avtalen og går til banken, derfor endres det ikke av seg selv.',
    before: 'Skrevet hittil',
    asked: 'Ønsket',
    todo: 'Sammenlign det med deltakerens papirer, og svar deltakeren. Forespørselen står på arbeidslisten til da.',
  },
};
