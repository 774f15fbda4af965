import type { MailWords } from '../../language.ts';

export const stay: MailWords['stay'] = {
  askHost: {
    subject: (name) => `Vi ber deg stadfeste Erasmus+-opphaldet til ${name}`,
    heading: 'Stadfest eit Erasmus+-opphald',
    reminderSubject: (name) => `Påminning: Vi ber deg stadfeste Erasmus+-opphaldet til ${name}`,
    reminderHeading: 'Eit Erasmus+-opphald ventar framleis på stadfesting frå deg',
    who: (name, institution) =>
      `${name} frå ${institution} var hos dykk med Erasmus+-stipend. Stipendet blir rekna ut etter datoane du stadfestar.`,
    leftOn: (day) => `Deltakaren har oppgitt at ${day} var siste dag.`,
    todo: 'Opne sida og oppgi første og siste dag deltakaren måtte vere til stades hos dykk. Det tek eit minutt, og du treng ikkje logge inn.',
    action: 'Stadfest datoane',
  },
  missing: {
    subject: 'Stadfestinga av opphaldet ditt manglar',
    heading: 'Stadfestinga av opphaldet ditt manglar',
    asked:
      'Stipendet ditt blir rekna ut etter første og siste dag som verten stadfestar. Vi har spurt kontaktpersonen din der, men ikkje fått svar enno.',
    coordinator: 'Kontaktpersonen din',
    without: 'Utan stadfesting kan ikkje resten betalast ut, og til slutt må det du har fått, krevjast tilbake.',
    todo: 'Be kontaktpersonen svare på e-posten vår, eller last opp den signerte stadfestinga på sida di (PDF, JPEG eller PNG).',
    action: 'Last opp stadfestinga',
  },
  review: {
    subject: (name) => `Ei stadfesting av opphald er lasta opp: ${name}`,
    heading: 'Ei stadfesting av opphald ventar på deg',
    uploaded: 'Deltakaren har lasta opp ei stadfesting av opphaldet.',
    todo: 'Opne dokumentet, kontroller signaturen og verten, og før inn første og siste dag som det stadfestar.',
    action: 'Sjå dokumentet',
  },
  overdue: {
    subject: (name) => `Inga stadfesting av opphald: Avgjer kva som skal skje for ${name}`,
    heading: 'Stadfestinga av opphaldet har ikkje kome',
    reminded:
      'Verten og deltakaren har fått påminningar slik reglane seier, og inga stadfesting har kome. Ingenting skjer før du har avgjort saka.',
    todo: 'Gi meir tid, eller krev tilbake det som er utbetalt.',
    action: 'Avgjer',
  },
  extended: {
    subject: 'Meir tid til stadfestinga av opphaldet',
    heading: 'Du har fått meir tid til stadfestinga av opphaldet',
    given: 'Internasjonalt kontor har gitt deg og verten meir tid.',
    todo: 'Be kontaktpersonen svare på e-posten vår, eller last opp den signerte stadfestinga på sida di.',
  },
  obligations: {
    subject: 'Dette manglar før resten av stipendet',
    heading: 'Opphaldet er stadfesta: dette manglar',
    reminderSubject: 'Påminning: Noko manglar før resten av stipendet',
    reminderHeading: 'Resten av stipendet ventar framleis på deg',
    confirmed: (period) => `Verten har stadfesta opphaldet ditt: ${period}.`,
    missing: 'Manglar framleis',
    afterwards: 'Så snart ingenting manglar, blir resten av stipendet rekna ut og betalt ut.',
    todo: 'Gjer det som manglar, og meld frå på sida di når det er gjort.',
    action: 'Meld frå at det er gjort',
  },
  illness: {
    subject: (name) => `Sjukdom: Avgjer om ${name} får behalde stipendet`,
    heading: 'Ein deltakar ber om å få behalde stipendet på grunn av sjukdom',
    asks: 'Deltakaren måtte avbryte på grunn av sjukdom og har lasta opp legeerklæring. Ingenting blir rekna ut eller kravd inn før du har avgjort saka.',
    todo: 'Opne legeerklæringa og avgjer saka. Erklæringa er berre til denne avgjerda; ta ikkje vare på nokon kopi.',
    action: 'Sjå og avgjer',
  },
  illnessDecided: {
    kept: {
      subject: 'Du får behalde stipendet',
      heading: 'Du får behalde det du har fått',
      decision:
        'Internasjonalt kontor har godteke legeerklæringa di. Det du har fått utbetalt, er ditt, òg for dagane du ikkje kunne vere der.',
    },
    refused: {
      subject: 'Du kan ikkje behalde heile stipendet',
      heading: 'Søknaden din er avslått',
      decision:
        'Internasjonalt kontor har vurdert legeerklæringa di og bestemt at stipendet blir rekna ut etter dagane du var der, som for alle andre.',
    },
    statement: 'Du får ei oversikt med den endelege utrekninga.',
  },
};
