import type { PageWords } from '../index.ts';

export const freshLink: PageWords['freshLink'] = {
  offer: 'Send meg ei ny lenkje',
  title: 'Send meg ei ny lenkje',
  lead: 'Sei kvar du har søkt, og med kva e-postadresse. Finst det eit stipend eller ein søknad med denne adressa, går det ein e-post med lenkja dit.',
  institution: 'Institusjon',
  choose: 'Vel',
  email: 'E-postadresse',
  emailHint: 'Den du har gjeve oss.',
  reference: 'Referanse',
  referenceHint:
    'Ti bokstavar og tal; han står nedst i kvar e-post frå oss. La feltet stå tomt for å få lenkjer til alle sakene dine.',
  button: 'Send meg lenkja',
  missing: 'Vel kvar du har søkt.',
  noEmail: 'Oppgi e-postadressa vi skriv til.',
  badEmail: 'Dette er ikkje ei e-postadresse. Skriv henne som namn@universitet.no.',
  badReference: 'Ein referanse har ti bokstavar og tal. Kopier han frå ein e-post frå oss, eller la feltet stå tomt.',
  done: {
    title: 'Sjå i e-posten din',
    sent: 'Finst det eit stipend eller ein søknad med denne e-postadressa, er ein e-post med lenkja på veg. Han går berre til adressa vi har registrert.',
    limit: 'Det blir sendt høgst tre slike e-postar i timen til éi adresse.',
    none: (office, email) =>
      `Kjem det ingen e-post på nokre minutt, sjå i søppelposten og sjekk om du har søkt med ei anna adresse. Skriv elles til ${office}, ${email}.`,
  },
};
