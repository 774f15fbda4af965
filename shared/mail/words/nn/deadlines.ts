import type { MailWords } from '../../language.ts';

export const deadlines: MailWords['deadlines'] = {
  moved: {
    heading: 'Du har fått lengre frist',
    given: (due) =>
      `Internasjonalt kontor har gitt deg lengre frist: til ${due}. Den tidlegare datoen gjeld ikkje lenger.`,
    each: {
      'agreement-expiry': {
        subject: (due) => `Lengre frist: Signer stipendavtalen innan ${due}`,
        todo: 'Les avtalen på sida bak lenkja, be om ein kode (han kjem på e-post), og signer med han. Utan signatur blir det ikkje noko stipend.',
      },
      'confirmation-decision': {
        subject: (due) => `Lengre frist: stadfestinga av opphaldet innan ${due}`,
        todo: 'Be kontaktpersonen hos verten svare på e-posten vår, eller last opp den signerte stadfestinga av opphaldet på sida di.',
      },
      'obligations-reminder': {
        subject: (due) => `Lengre frist: det som manglar, innan ${due}`,
        todo: 'Gjer det som sida di viser at manglar. Resten av stipendet blir betalt ut når alt er på plass.',
      },
      'claim-decision': {
        subject: (due) => `Lengre frist: tilbakebetalinga innan ${due}`,
        todo: 'Betal det som står ope på sida di, med same KID-nummer som før. Kan du ikkje det, kan du be om å betale i delar på sida di.',
      },
    },
    action: 'Sjå sida di',
  },
  ended: {
    subject: 'Tilbodet om Erasmus+-stipend er avslutta',
    heading: 'Stipendtilbodet ditt er avslutta',
    unreached:
      'E-postane våre om stipendavtalen nådde deg ikkje, sjølv om fristen vart flytta fleire gonger, og internasjonalt kontor fekk heller ikkje tak i deg på annan måte. Avtalen vart ikkje signert. Difor er tilbodet avslutta, og pengane går til nokon andre. Ingenting er betalt ut, og du skuldar ingenting.',
    todo: 'Vil du framleis reise, svar på denne e-posten med ein gong: Kontoret kan seie om du kan søkje på nytt.',
  },
};
