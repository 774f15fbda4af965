import type { MailWords } from '../../language.ts';

export const stay: MailWords['stay'] = {
  askHost: {
    subject: (name) => `Vi ber deg bekrefte Erasmus+-oppholdet til ${name}`,
    heading: 'Bekreft et Erasmus+-opphold',
    reminderSubject: (name) => `Påminnelse: Vi ber deg bekrefte Erasmus+-oppholdet til ${name}`,
    reminderHeading: 'Et Erasmus+-opphold venter fortsatt på bekreftelse fra deg',
    who: (name, institution) =>
      `${name} fra ${institution} var hos dere med Erasmus+-stipend. Stipendet beregnes etter datoene du bekrefter.`,
    leftOn: (day) => `Deltakeren har oppgitt at ${day} var siste dag.`,
    todo: 'Åpne siden og oppgi første og siste dag deltakeren måtte være til stede hos dere. Det tar et minutt, og du trenger ikke logge inn.',
    action: 'Bekreft datoene',
  },
  missing: {
    subject: 'Oppholdsbekreftelsen din mangler',
    heading: 'Oppholdsbekreftelsen din mangler',
    asked:
      'Stipendet ditt beregnes etter første og siste dag som verten bekrefter. Vi har spurt kontaktpersonen din der, men ikke fått svar ennå.',
    coordinator: 'Kontaktpersonen din',
    without: 'Uten bekreftelse kan ikke resten utbetales, og til slutt må det du har fått, kreves tilbake.',
    todo: 'Be kontaktpersonen svare på e-posten vår, eller last opp den signerte oppholdsbekreftelsen på siden din (PDF, JPEG eller PNG).',
    action: 'Last opp oppholdsbekreftelsen',
  },
  review: {
    subject: (name) => `En oppholdsbekreftelse er lastet opp: ${name}`,
    heading: 'En oppholdsbekreftelse venter på deg',
    uploaded: 'Deltakeren har lastet opp en oppholdsbekreftelse.',
    todo: 'Åpne dokumentet, kontroller signaturen og verten, og før inn første og siste dag som det bekrefter.',
    action: 'Se dokumentet',
  },
  overdue: {
    subject: (name) => `Ingen oppholdsbekreftelse: Avgjør hva som skal skje for ${name}`,
    heading: 'Oppholdsbekreftelsen har ikke kommet',
    reminded:
      'Verten og deltakeren har fått påminnelser slik reglene sier, og ingen bekreftelse har kommet. Ingenting skjer før du har avgjort saken.',
    todo: 'Gi mer tid, eller krev tilbake det som er utbetalt.',
    action: 'Avgjør',
  },
  extended: {
    subject: 'Mer tid til oppholdsbekreftelsen',
    heading: 'Du har fått mer tid til oppholdsbekreftelsen',
    given: 'Internasjonalt kontor har gitt deg og verten mer tid.',
    todo: 'Be kontaktpersonen svare på e-posten vår, eller last opp den signerte oppholdsbekreftelsen på siden din.',
  },
  obligations: {
    subject: 'Dette mangler før resten av stipendet',
    heading: 'Oppholdet er bekreftet: dette mangler',
    reminderSubject: 'Påminnelse: Noe mangler før resten av stipendet',
    reminderHeading: 'Resten av stipendet venter fortsatt på deg',
    confirmed: (period) => `Verten har bekreftet oppholdet ditt: ${period}.`,
    missing: 'Mangler fortsatt',
    afterwards: 'Så snart ingenting mangler, blir resten av stipendet beregnet og utbetalt.',
    todo: 'Gjør det som mangler, og meld fra på siden din når det er gjort.',
    action: 'Meld fra at det er gjort',
  },
  illness: {
    subject: (name) => `Sykdom: Avgjør om ${name} beholder stipendet`,
    heading: 'En deltaker ber om å beholde stipendet på grunn av sykdom',
    asks: 'Deltakeren måtte avbryte på grunn av sykdom og har lastet opp legeerklæring. Ingenting beregnes eller kreves inn før du har avgjort saken.',
    todo: 'Åpne legeerklæringen og avgjør saken. Erklæringen er bare til denne avgjørelsen; behold ingen kopi.',
    action: 'Se og avgjør',
  },
  illnessDecided: {
    kept: {
      subject: 'Du beholder stipendet',
      heading: 'Du beholder det du har fått',
      decision:
        'Internasjonalt kontor har godtatt legeerklæringen din. Det du har fått utbetalt, er ditt, også for dagene du ikke kunne være der.',
    },
    refused: {
      subject: 'Du kan ikke beholde hele stipendet',
      heading: 'Søknaden din er avslått',
      decision:
        'Internasjonalt kontor har vurdert legeerklæringen din og bestemt at stipendet beregnes etter dagene du var der, som for alle andre.',
    },
    statement: 'Du får en oversikt med den endelige beregningen.',
  },
};
