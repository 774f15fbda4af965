import type { PageWords } from '../index.ts';

export const sign: PageWords['sign'] = {
  title: 'Stipendavtalen din',
  signed: (moment) => `Du signerte denne avtalen ${moment}.`,
  lapsed:
    'Denne avtalen ble ikke signert i tide og gjelder ikke lenger. Skriv til internasjonalt kontor hvis noe hindret deg i å signere.',
  nothing: 'Det er ingen avtale å signere her nå.',
  by: ['Vi ber deg signere innen ', '.'],
  read: 'Jeg har lest avtalen, kontoen min er riktig, og jeg signerer.',
  readMissing: 'Kryss av for at du har lest avtalen og signerer den.',
  button: 'Signer avtalen',
  outcome: 'Du signerte stipendavtalen.',
  beingMade: {
    title: 'Dette dokumentet lages nå',
    wait: 'Det er utstedt, og PDF-en er snart klar. Prøv igjen om et minutt.',
  },
};
