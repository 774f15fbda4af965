import type { MailWords } from '../../language.ts';

export const agreement: MailWords['agreement'] = {
  toSign: {
    subject: 'Erasmus+-stipendavtalen din er klar til signering',
    heading: 'Stipendavtalen din er klar til signering',
    reminderSubject: (due) => `Påminning: Signer Erasmus+-stipendavtalen${due === undefined ? '' : ` innan ${due}`}`,
    reminderHeading: 'Stipendavtalen ventar framleis på signaturen din',
    approved: (institution) =>
      `Søknaden din er godkjend. ${institution} har signert stipendavtalen; han gjeld når du òg har signert.`,
    todo: 'Les avtalen på sida bak lenkja, be om ein kode (han kjem på e-post), og signer med han. Utan signatur blir det ikkje noko stipend.',
    action: 'Les og signer avtalen',
  },
  lapsed: {
    subject: 'Erasmus+-stipendavtalen din er falla bort',
    heading: 'Stipendavtalen din er falla bort',
    ended:
      'Du fekk fleire påminningar, men avtalen vart ikkje signert i tide. Tilbodet gjeld ikkje lenger, og pengane går til ein annan på ventelista. Ingenting er betalt ut, og du skuldar ingenting.',
    todo: 'Var det noko som hindra deg i å signere, svar på denne e-posten: Kontoret kan seie om du kan søkje på nytt.',
  },
  signed: {
    subject: 'Signert: Erasmus+-stipendavtalen din',
    heading: 'Stipendavtalen er signert av begge partar',
    paidAfter: (account) =>
      `Stipendet blir betalt ut etter opphaldet, til ${account}. Du får ein e-post når det er på veg, og ein til når det er framme.`,
    firstGoes: (payBy) =>
      `Den første delen går til kontoen du oppgav${payBy === undefined ? '' : `, seinast ${payBy}`}. Du får ein e-post når banken har fått betalingsoppdraget, og ein til når han har betalt.`,
    beforeIt: 'Før det kan betalast ut',
    beforeRest: 'Før resten kan betalast ut',
    todo: 'Ingenting no. Reiser du heim tidlegare eller kan du ikkje reise, meld frå på sida di så snart du veit det.',
  },
  yourGrant: 'Stipendet ditt',
  number: 'Avtale',
  signedFor: 'Signert for institusjonen',
  signedByYou: 'Signert av deg',
};
