import type { MailWords } from '../../language.ts';

export const agreement: MailWords['agreement'] = {
  toSign: {
    subject: 'Erasmus+-stipendavtalen din er klar til signering',
    heading: 'Stipendavtalen din er klar til signering',
    reminderSubject: (due) => `Påminnelse: Signer Erasmus+-stipendavtalen${due === undefined ? '' : ` innen ${due}`}`,
    reminderHeading: 'Stipendavtalen venter fortsatt på signaturen din',
    approved: (institution) =>
      `Søknaden din er godkjent. ${institution} har signert stipendavtalen; den gjelder når du også har signert.`,
    todo: 'Les avtalen på siden bak lenken, be om en kode (den kommer på e-post), og signer med den. Uten signatur blir det ikke noe stipend.',
    action: 'Les og signer avtalen',
  },
  lapsed: {
    subject: 'Erasmus+-stipendavtalen din er bortfalt',
    heading: 'Stipendavtalen din er bortfalt',
    ended:
      'Du fikk flere påminnelser, men avtalen ble ikke signert i tide. Tilbudet gjelder ikke lenger, og pengene går til en annen på ventelisten. Ingenting er utbetalt, og du skylder ingenting.',
    todo: 'Var det noe som hindret deg i å signere, svar på denne e-posten: Kontoret kan si om du kan søke på nytt.',
  },
  signed: {
    subject: 'Signert: Erasmus+-stipendavtalen din',
    heading: 'Stipendavtalen er signert av begge parter',
    paidAfter: (account) =>
      `Stipendet utbetales etter oppholdet, til ${account}. Du får en e-post når det er på vei, og en til når det er fremme.`,
    firstGoes: (payBy) =>
      `Den første delen går til kontoen du oppga${payBy === undefined ? '' : `, senest ${payBy}`}. Du får en e-post når banken har fått betalingsoppdraget, og en til når den har betalt.`,
    beforeIt: 'Før det kan utbetales',
    beforeRest: 'Før resten kan utbetales',
    todo: 'Ingenting nå. Reiser du hjem tidligere eller kan du ikke reise, meld fra på siden din så snart du vet det.',
  },
  yourGrant: 'Stipendet ditt',
  number: 'Avtale',
  signedFor: 'Signert for institusjonen',
  signedByYou: 'Signert av deg',
};
