import type { MailWords } from '../../language.ts';

export const claimTurns: MailWords['claimTurns'] = {
  asked: {
    subject: (name) => `${name} ber om å få betale tilbake i deler`,
    heading: 'Betaling i deler venter på avgjørelsen din',
    cannot:
      'Deltakeren kan ikke betale alt på én gang. Til du har avgjort saken, gjelder fristen i kravet, og vi minner om den.',
    open: 'Gjenstår å betale tilbake',
    wish: 'Deltakeren ønsker',
    answered: 'Det er besvart i mellomtiden.',
    todo: 'Avtal deler ved å oppgi datoene, eller avslå med et svar.',
  },
  refused: {
    subject: 'Du kan ikke betale tilbake i deler',
    heading: 'Du kan ikke betale tilbake i deler',
    answer: 'Internasjonalt kontor har ikke gått med på betaling i deler.',
  },
  agreed: {
    subject: 'Du betaler tilbake i deler: Dette er planen',
    heading: 'Du betaler tilbake i deler',
    agreed: 'Internasjonalt kontor har gått med på disse delene. Det kommer ingen renter eller gebyrer i tillegg.',
    todo: 'Betal hver del innen datoen i planen, alltid med det samme KID-nummeret. Blir en del ikke betalt selv om vi har sendt påminnelse, forfaller hele resten.',
    action: 'Se planen',
  },
  missed: {
    subject: 'En del av tilbakebetalingen mangler: Hele resten forfaller',
    heading: 'Hele resten forfaller',
    ended: (day) =>
      `Delen som skulle vært betalt ${day ?? 'til siste dato'}, har ikke kommet selv om vi har sendt påminnelse. Planen er slutt, og hele resten forfaller samlet. Det kommer ingen renter eller gebyrer i tillegg.`,
    todo: 'Betal resten. Kan du ikke det, be om en ny plan på siden din før fristen.',
  },
  objection: {
    subject: (name) => `${name} klager på et krav om tilbakebetaling`,
    heading: 'En klage venter på avgjørelsen din',
    rests: 'Ingen får påminnelser, og ingenting forfaller, før du har avgjort klagen.',
    demanded: 'Krevd',
    objection: 'Klage',
    todo: 'Avvis klagen med et svar, eller ta den til følge og oppgi hva beregningen skal bygge på i stedet.',
  },
  upheld: {
    subject: 'Du har fått medhold i klagen',
    heading: 'Stipendet ditt beregnes på nytt',
    next: 'En annen person kontrollerer den nye beregningen; så får du den på e-post. Ikke betal noe før det.',
  },
  dismissed: {
    subject: 'Du har ikke fått medhold i klagen',
    heading: 'Kravet står ved lag',
  },
  decided: 'Internasjonalt kontor har avgjort klagen din.',
  handedOver: {
    subject: 'Andre krever inn tilbakebetalingen din fra nå av',
    heading: 'Andre krever inn tilbakebetalingen din fra nå av',
    to: (institution, agency) =>
      `${institution} har overlatt kravet til ${agency ?? 'et inkassoforetak'}, som vil skrive til deg. Vi sender ingen flere påminnelser.`,
    todo: 'Betal resten. Det du betaler med KID-nummeret, teller med en gang; si fra til den som krever inn.',
  },
  copy: {
    subject: (name) => `Endelig beregning for ${name}`,
    heading: 'Et stipend er beregnet',
    yours: 'Deltakeren har fått denne beregningen. Dette er kopien din, og herfra kan du rette den senere.',
    dates: 'Datoer',
    noDay: 'ingen dager bekreftet',
    saidBy: 'Oppgitt av',
    participantSaid: 'deltakeren; ingen vert har bekreftet disse datoene',
    todo: 'Ingenting nå. Ta vare på denne e-posten: Viser det seg senere at datoene var andre, foreslå rettelsen gjennom lenken.',
    action: 'Rett denne beregningen',
  },
  correction: {
    subject: (name) => `En rettet beregning venter på godkjenning fra en annen person: ${name}`,
    heading: 'En rettet beregning venter på godkjenning fra en annen person',
    rests: 'Ingenting utbetales eller kreves i denne saken før det er avgjort.',
    soFar: 'Beregningen til nå',
    newDates: 'Nye datoer',
    shown: { none: 'oppholdet fant aldri sted', unchanged: 'som før' },
    forceMajeure: 'Force majeure',
    proposedBy: 'Foreslått av',
    todo: 'Sammenlign de nye datoene med dokumentasjonen, og avgjør saken.',
  },
  returning: {
    subject: (amount) => `For mye innbetalt: ${amount} venter på å bli betalt tilbake`,
    heading: 'Tilbakeføring av et overskytende beløp venter på godkjenning fra en annen person',
    notOurs: 'Det er betalt inn mer enn kravet. Pengene er ikke våre, og går tilbake når du frigir dem.',
    amount: 'Beløp',
    to: 'Mottaker',
    account: 'Konto',
    whose: 'Hvem sin konto',
    participants: 'deltakerens; banken oppgir ikke hvem som betalte',
    todo: 'Se på kontoen, og frigi betalingen hvis den er riktig.',
    action: 'Se på betalingen',
  },
  overpaid: {
    subject: (amount) => `${amount} for mye er betalt inn, og betales tilbake`,
    heading: 'Det er betalt inn mer enn du skylder',
    returned: (amount, toPayer) =>
      `${amount} kom inn ut over det du skulle betale tilbake. Pengene går tilbake til ${toPayer ? 'kontoen de kom fra' : 'kontoen din'} så snart en annen person har kontrollert det.`,
    action: 'Se hvor pengene er',
  },
  cannotReturn: {
    subject: 'Vi får ikke betalt tilbake pengene dine: Vi trenger en annen konto',
    heading: 'Vi trenger en annen konto',
    why: (amount, reason) =>
      `${amount} som var betalt inn for mye, kunne ikke betales tilbake til kontoen din, fordi ${reason}.`,
    todo: 'Oppgi en annen konto på siden din. En annen person ser på den før penger går dit.',
    action: 'Oppgi en annen konto',
  },
};
