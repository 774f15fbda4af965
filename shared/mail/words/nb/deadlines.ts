import type { MailWords } from '../../language.ts';

export const deadlines: MailWords['deadlines'] = {
  moved: {
    heading: 'Du har fått lengre frist',
    given: (due) =>
      `Internasjonalt kontor har gitt deg lengre frist: til ${due}. Den tidligere datoen gjelder ikke lenger.`,
    each: {
      'agreement-expiry': {
        subject: (due) => `Lengre frist: Signer stipendavtalen innen ${due}`,
        todo: 'Les avtalen på siden bak lenken, be om en kode (den kommer på e-post), og signer med den. Uten signatur blir det ikke noe stipend.',
      },
      'confirmation-decision': {
        subject: (due) => `Lengre frist: oppholdsbekreftelsen innen ${due}`,
        todo: 'Be kontaktpersonen hos verten svare på e-posten vår, eller last opp den signerte oppholdsbekreftelsen på siden din.',
      },
      'obligations-reminder': {
        subject: (due) => `Lengre frist: det som mangler, innen ${due}`,
        todo: 'Gjør det som siden din viser at mangler. Resten av stipendet betales ut når alt er på plass.',
      },
      'claim-decision': {
        subject: (due) => `Lengre frist: tilbakebetalingen innen ${due}`,
        todo: 'Betal det som står åpent på siden din, med samme KID-nummer som før. Kan du ikke det, kan du be om å betale i deler på siden din.',
      },
    },
    action: 'Se siden din',
  },
  ended: {
    subject: 'Tilbudet om Erasmus+-stipend er avsluttet',
    heading: 'Stipendtilbudet ditt er avsluttet',
    unreached:
      'E-postene våre om stipendavtalen nådde deg ikke, selv om fristen ble flyttet flere ganger, og internasjonalt kontor fikk heller ikke tak i deg på annen måte. Avtalen ble ikke signert. Derfor er tilbudet avsluttet, og pengene går til noen andre. Ingenting er utbetalt, og du skylder ingenting.',
    todo: 'Vil du fortsatt reise, svar på denne e-posten med en gang: Kontoret kan si om du kan søke på nytt.',
  },
};
