import type { MailWords } from '../../language.ts';

export const claimTurns: MailWords['claimTurns'] = {
  asked: {
    subject: (name) => `${name} ber om å få betale tilbake i delar`,
    heading: 'Betaling i delar ventar på avgjerda di',
    cannot:
      'Deltakaren kan ikkje betale alt på éin gong. Til du har avgjort saka, gjeld fristen i kravet, og vi minner om han.',
    open: 'Står att å betale tilbake',
    wish: 'Deltakaren ønskjer',
    answered: 'Det er svart på i mellomtida.',
    todo: 'Avtal delar ved å oppgi datoane, eller avslå med eit svar.',
  },
  refused: {
    subject: 'Du kan ikkje betale tilbake i delar',
    heading: 'Du kan ikkje betale tilbake i delar',
    answer: 'Internasjonalt kontor har ikkje gått med på betaling i delar.',
  },
  agreed: {
    subject: 'Du betaler tilbake i delar: Dette er planen',
    heading: 'Du betaler tilbake i delar',
    agreed: 'Internasjonalt kontor har gått med på desse delane. Det kjem ingen renter eller gebyr i tillegg.',
    todo: 'Betal kvar del innan datoen i planen, alltid med det same KID-nummeret. Blir ein del ikkje betalt sjølv om vi har sendt påminning, forfell heile resten.',
    action: 'Sjå planen',
  },
  missed: {
    subject: 'Ein del av tilbakebetalinga manglar: Heile resten forfell',
    heading: 'Heile resten forfell',
    ended: (day) =>
      `Delen som skulle ha vore betalt ${day ?? 'til siste dato'}, har ikkje kome sjølv om vi har sendt påminning. Planen er slutt, og heile resten forfell samla. Det kjem ingen renter eller gebyr i tillegg.`,
    todo: 'Betal resten. Kan du ikkje det, be om ein ny plan på sida di før fristen.',
  },
  objection: {
    subject: (name) => `${name} klagar på eit krav om tilbakebetaling`,
    heading: 'Ei klage ventar på avgjerda di',
    rests: 'Ingen får påminningar, og ingenting forfell, før du har avgjort klaga.',
    demanded: 'Kravd',
    objection: 'Klage',
    todo: 'Avvis klaga med eit svar, eller ta ho til følgje og oppgi kva utrekninga skal byggje på i staden.',
  },
  upheld: {
    subject: 'Du har fått medhald i klaga',
    heading: 'Stipendet ditt blir rekna ut på nytt',
    next: 'Ein annan person kontrollerer den nye utrekninga; så får du ho på e-post. Ikkje betal noko før det.',
  },
  dismissed: {
    subject: 'Du har ikkje fått medhald i klaga',
    heading: 'Kravet står ved lag',
  },
  decided: 'Internasjonalt kontor har avgjort klaga di.',
  handedOver: {
    subject: 'Andre krev inn tilbakebetalinga di frå no av',
    heading: 'Andre krev inn tilbakebetalinga di frå no av',
    to: (institution, agency) =>
      `${institution} har overlate kravet til ${agency ?? 'eit inkassoføretak'}, som vil skrive til deg. Vi sender ingen fleire påminningar.`,
    todo: 'Betal resten. Det du betaler med KID-nummeret, tel med ein gong; sei frå til den som krev inn.',
  },
  copy: {
    subject: (name) => `Endeleg utrekning for ${name}`,
    heading: 'Eit stipend er rekna ut',
    yours: 'Deltakaren har fått denne utrekninga. Dette er kopien din, og herifrå kan du rette ho seinare.',
    dates: 'Datoar',
    noDay: 'ingen dagar stadfesta',
    saidBy: 'Oppgitt av',
    participantSaid: 'deltakaren; ingen vert har stadfesta desse datoane',
    todo: 'Ingenting no. Ta vare på denne e-posten: Viser det seg seinare at datoane var andre, føreslå rettinga gjennom lenkja.',
    action: 'Rett denne utrekninga',
  },
  correction: {
    subject: (name) => `Ei retta utrekning ventar på godkjenning frå ein annan person: ${name}`,
    heading: 'Ei retta utrekning ventar på godkjenning frå ein annan person',
    rests: 'Ingenting blir utbetalt eller kravd i denne saka før det er avgjort.',
    soFar: 'Utrekninga til no',
    newDates: 'Nye datoar',
    shown: { none: 'opphaldet fann aldri stad', unchanged: 'som før' },
    forceMajeure: 'Force majeure',
    proposedBy: 'Føreslått av',
    todo: 'Samanlikn dei nye datoane med dokumentasjonen, og avgjer saka.',
  },
  returning: {
    subject: (amount) => `For mykje innbetalt: ${amount} ventar på å bli betalt tilbake`,
    heading: 'Tilbakeføring av eit overskytande beløp ventar på godkjenning frå ein annan person',
    notOurs: 'Det er betalt inn meir enn kravet. Pengane er ikkje våre, og går tilbake når du frigjev dei.',
    amount: 'Beløp',
    to: 'Mottakar',
    account: 'Konto',
    whose: 'Kven sin konto',
    participants: 'deltakaren sin; banken oppgir ikkje kven som betalte',
    todo: 'Sjå på kontoen, og frigje betalinga om ho er rett.',
    action: 'Sjå på betalinga',
  },
  overpaid: {
    subject: (amount) => `${amount} for mykje er betalt inn, og blir betalt tilbake`,
    heading: 'Det er betalt inn meir enn du skuldar',
    returned: (amount, toPayer) =>
      `${amount} kom inn ut over det du skulle betale tilbake. Pengane går tilbake til ${toPayer ? 'kontoen dei kom frå' : 'kontoen din'} så snart ein annan person har kontrollert det.`,
    action: 'Sjå kvar pengane er',
  },
  cannotReturn: {
    subject: 'Vi får ikkje betalt tilbake pengane dine: Vi treng ein annan konto',
    heading: 'Vi treng ein annan konto',
    why: (amount, reason) =>
      `${amount} som var betalt inn for mykje, kunne ikkje betalast tilbake til kontoen din, fordi ${reason}.`,
    todo: 'Oppgi ein annan konto på sida di. Ein annan person ser på han før pengar går dit.',
    action: 'Oppgi ein annan konto',
  },
};
