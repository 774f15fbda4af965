import type { PageWords } from '../index.ts';

export const sign: PageWords['sign'] = {
  title: 'Stipendavtalen din',
  signed: (moment) => `Du signerte denne avtalen ${moment}.`,
  lapsed:
    'Denne avtalen vart ikkje signert i tide og gjeld ikkje lenger. Skriv til internasjonalt kontor dersom noko hindra deg i å signere.',
  nothing: 'Det er ingen avtale å signere her no.',
  by: ['Vi bed deg signere innan ', '.'],
  read: 'Eg har lese avtalen, kontoen min er rett, og eg signerer.',
  readMissing: 'Kryss av for at du har lese avtalen og signerer han.',
  button: 'Signer avtalen',
  outcome: 'Du signerte stipendavtalen.',
  beingMade: {
    title: 'Dette dokumentet blir laga no',
    wait: 'Det er skrive ut, og PDF-en er snart klar. Prøv igjen om eit minutt.',
  },
};
