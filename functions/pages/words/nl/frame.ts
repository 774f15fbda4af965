import type { PageWords } from '../index.ts';

export const frame: PageWords['frame'] = {
  skip: 'Naar de inhoud',
  programme: 'Erasmus+-mobiliteitsbeurzen',
  motto: 'Wayfare betaalt Erasmus+-beurzen op tijd en verklaart elke cent.',
  error: 'Fout: ',
  correct: 'Er moet iets worden verbeterd',
  questions: (name) => `Vragen? Schrijf naar ${name},`,
  unknownLink: {
    title: 'Deze link is niet bekend',
    copy: 'Kopieer de hele link uit de mail; sommige programma’s breken lange links over twee regels af.',
    newest:
      'Opent hij nog niet, gebruik dan de link in de nieuwste mail van uw instelling, of schrijf naar het international office daar.',
  },
  expiredLink: {
    title: 'Deze link is verlopen',
    until: (day) => `Hij werkte tot ${day}. Er is niets verloren: uw dossier is er nog.`,
    newest: (institution, office, email) =>
      `Gebruik de link in de nieuwste mail van ${institution}, of schrijf naar ${office}, ${email}, en vraag om een nieuwe.`,
  },
};
