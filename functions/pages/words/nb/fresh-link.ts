import type { PageWords } from '../index.ts';

export const freshLink: PageWords['freshLink'] = {
  offer: 'Send meg en ny lenke',
  title: 'Send meg en ny lenke',
  lead: 'Si hvor du har søkt, og med hvilken e-postadresse. Finnes det et stipend eller en søknad med denne adressen, går det en e-post med lenken dit.',
  institution: 'Institusjon',
  choose: 'Velg',
  email: 'E-postadresse',
  emailHint: 'Den du har gitt oss.',
  reference: 'Referanse',
  referenceHint:
    'Ti bokstaver og tall; den står nederst i hver e-post fra oss. La feltet stå tomt for å få lenker til alle sakene dine.',
  button: 'Send meg lenken',
  missing: 'Velg hvor du har søkt.',
  noEmail: 'Oppgi e-postadressen vi skriver til.',
  badEmail: 'Dette er ikke en e-postadresse. Skriv den som navn@universitet.no.',
  badReference: 'En referanse har ti bokstaver og tall. Kopier den fra en e-post fra oss, eller la feltet stå tomt.',
  done: {
    title: 'Se i e-posten din',
    sent: 'Finnes det et stipend eller en søknad med denne e-postadressen, er en e-post med lenken på vei. Den går bare til adressen vi har registrert.',
    limit: 'Det sendes høyst tre slike e-poster i timen til én adresse.',
    none: (office, email) =>
      `Kommer det ingen e-post på noen minutter, se i søppelposten og sjekk om du har søkt med en annen adresse. Skriv ellers til ${office}, ${email}.`,
  },
};
