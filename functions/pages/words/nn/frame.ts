import type { PageWords } from '../index.ts';

export const frame: PageWords['frame'] = {
  skip: 'Hopp til innhaldet',
  programme: 'Erasmus+ mobilitetsstipend',
  motto: 'Wayfare betaler Erasmus+-stipend i tide og forklarer kvar krone.',
  error: 'Feil: ',
  correct: 'Noko må rettast',
  questions: (name) => `Spørsmål? Skriv til ${name},`,
  unknownLink: {
    title: 'Denne lenkja er ikkje kjend',
    copy: 'Kopier heile lenkja frå e-posten; nokre program deler lange lenkjer på to linjer.',
    newest:
      'Opnar ho seg framleis ikkje, bruk lenkja i den nyaste e-posten frå institusjonen, eller skriv til internasjonalt kontor der.',
  },
  expiredLink: {
    title: 'Denne lenkja er gått ut',
    until: (day) => `Ho verka til ${day}. Ingenting er tapt: saka di er der framleis.`,
    newest: (institution, office, email) =>
      `Bruk lenkja i den nyaste e-posten frå ${institution}, eller skriv til ${office}, ${email}, og be om ei ny.`,
  },
};
