import type { MailWords } from '../../language.ts';

export const contact: MailWords['contact'] = {
  changed: {
    subject: 'E-postadressa di er endra',
    heading: 'Frå no av skriv vi til ei anna adresse',
    first:
      'Nokon, truleg du, har gjeve opp ei ny e-postadresse for dette stipendet og skrive inn koden som vart send dit. Frå no av går e-postane våre dit.',
    second:
      'Nokon, truleg du, har gjeve opp ei privat e-postadresse for dette stipendet og skrive inn koden som vart send dit. Vi skriv dit når e-post til denne adressa kjem i retur.',
    todo: 'Var det deg, treng du ikkje gjere noko. Om ikkje, skriv til internasjonalt kontor med ein gong: den som gjorde det, har ei lenkje frå e-postane dine.',
  },
  name: {
    subject: (name: string) => `Ein annan skrivemåte av eit namn: ${name}`,
    heading: 'Ein deltakar bed om ein annan skrivemåte av namnet',
    about: 'Namnet står i avtalen og går til banken, difor blir det ikkje endra av seg sjølv.',
    before: 'Skrive hittil',
    asked: 'Ønskt',
    todo: 'Samanlikn det med papira til deltakaren, og svar deltakaren. Førespurnaden står på arbeidslista til då.',
  },
};
