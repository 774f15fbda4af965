import type { PageWords } from '../index.ts';

export const frame: PageWords['frame'] = {
  skip: 'Hopp til innholdet',
  programme: 'Erasmus+ mobilitetsstipend',
  motto: 'Wayfare betaler Erasmus+-stipend i tide og forklarer hver krone.',
  error: 'Feil: ',
  correct: 'Noe må rettes',
  questions: (name) => `Spørsmål? Skriv til ${name},`,
  unknownLink: {
    title: 'Denne lenken er ikke kjent',
    copy: 'Kopier hele lenken fra e-posten; noen programmer deler lange lenker på to linjer.',
    newest:
      'Åpner den seg fortsatt ikke, bruk lenken i den nyeste e-posten fra institusjonen, eller skriv til internasjonalt kontor der.',
  },
  expiredLink: {
    title: 'Denne lenken er utløpt',
    until: (day) => `Den virket til ${day}. Ingenting er tapt: saken din er der fortsatt.`,
    newest: (institution, office, email) =>
      `Bruk lenken i den nyeste e-posten fra ${institution}, eller skriv til ${office}, ${email}, og be om en ny.`,
  },
};
