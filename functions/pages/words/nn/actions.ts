import type { PageWords } from '../index.ts';

export const actions: PageWords['actions'] = {
  title: 'Dette kan du gjere no',
  follows: 'Dette følgjer av det',
  onceMore: 'Send ein gong til dersom det er dette du vil.',
  unknown: {
    title: 'Dette kan ikkje gjerast her',
    todo: 'Opne sida di på nytt, og vel mellom det som står der.',
  },
  gone: 'Dette kan ikkje gjerast lenger: Saka har gått vidare sidan du opna sida. Slik står ho no.',
  notHealth: 'Ikkje skriv noko om helsa di.',
  reason: 'Grunn',
  reasonHint: 'Nokre få ord. Ikkje skriv noko om helsa di.',
  lastDay: {
    left: 'Var du hos verten?',
    yes: 'Ja, siste dag der står nedanfor',
    never: 'Nei, eg byrja aldri på opphaldet',
    leftMissing: 'Svar på om du var hos verten.',
    day: 'Siste dag hos verten',
    dayHint: 'Den siste dagen du måtte vere til stades.',
    dayMissing: 'Oppgi siste dag hos verten.',
    beforeStay: 'Dette er før opphaldet byrja. Byrja du aldri, svarer du det ovanfor.',
    future: 'Dette er i framtida. Meld frå når du har reist.',
  },
  upload: {
    title: 'Last opp stadfestinga av opphaldet',
    about:
      'Har verten gitt deg ei signert stadfesting av opphaldet, lastar du ho opp her. Kontoret fører inn datoane. Svarer verten på e-posten vår, treng du ikkje gjere dette.',
    file: 'Signert stadfesting av opphaldet',
    button: 'Last opp',
  },
  illness: {
    title: 'Eg måtte avbryte på grunn av sjukdom og bed om å få behalde stipendet',
    about:
      'Du må ha legeerklæring. Berre internasjonalt kontor ser ho, for å avgjere saka. Til saka er avgjord, blir ingenting rekna ut eller kravd inn.',
    file: 'Legeerklæring',
    sure: 'Opphaldet mitt er slutt på grunn av dette, og eg bed om å få behalde stipendet.',
    sureMissing: 'Kryss av for at du bed om dette.',
    button: 'Send søknaden',
  },
  duties: {
    title: 'Meld frå om det du har gjort',
    about: 'Kryss av for det som er gjort. Kontoret kan be deg om å vise det.',
    missing: 'Kryss av for minst éin ting som er gjord.',
    button: 'Meld frå at det er gjort',
  },
  withdraw: {
    title: 'Trekk søknaden min',
    about: 'Ingenting er betalt ut, og du kjem ikkje til å skulde noko. Du kan ikkje gjere det om.',
    sure: 'Eg trekkjer søknaden min.',
    button: 'Trekk søknaden',
  },
  end: {
    title: 'Eg reiser ikkje, eller eg har kome heim tidlegare',
    about:
      'Du ser kva som følgjer av det før det gjeld. Var det sjukdom som stoppa deg, bruker du skjemaet for sjukdom i staden.',
    sure: 'Eg melder at opphaldet mitt er slutt eller ikkje blir noko av.',
    button: 'Meld at opphaldet er slutt',
  },
  reasonMissing: 'Oppgi grunnen med nokre få ord.',
  sureMissing: 'Kryss av for at du meiner det.',
  consequences: {
    never: 'Dersom du aldri byrjar på opphaldet',
    lastDay: (day) => `Dersom ${day} er siste dag`,
    balance: (when) => [`${when}, får du framleis utbetalt `, '.'],
    settled: (when) => `${when}, skal ingen av partane betale meir.`,
    recovery: (when) => [`${when}, må du betale tilbake `, '.'],
    entitled: 'Det du ville hatt krav på',
    paidByNow: 'Det er rekna ut frå det som er betalt ut til no.',
  },
  ifYouLeft: {
    title: 'Kva ville eg skulde dersom eg reiste heim …',
    hint: 'Ingenting blir meldt eller endra av dette.',
    button: 'Rekn ut',
    beforeStay:
      'Dette er før opphaldet byrjar. Reiser du ikkje i det heile, må alt som er betalt ut, betalast tilbake.',
  },
  account: {
    title: 'Oppgi ein annan bankkonto',
    titleUnit: 'Oppgi ein annan kostnadsstad',
    label: 'Ny konto',
    hint: 'Elleve siffer for ein norsk konto, elles IBAN. Kontoen må vere din eigen.',
    button: 'Send den nye kontoen',
  },
  parts: {
    title: 'Eg kan ikkje betale alt på ein gong og bed om å få betale i delar',
    titleAgain: 'Eg kan ikkje halde planen og bed om ein annan',
    about: (most) =>
      `Skriv kva du kan betale, og når: høgst ${most} delar innan tre år. Internasjonalt kontor går med på det eller gir deg ei grunngiving.`,
    until: (due) => `Til då er forfallet framleis ${due}.`,
    free: 'Det kjem ingen renter eller gebyr i tillegg.',
    wish: 'Kva du kan betale, og når',
    example: 'Til dømes: 1000 NOK den første i kvar månad.',
    missing: 'Skriv kva du kan betale, og når.',
    button: 'Be om å betale i delar',
  },
  objection: {
    title: 'Kravet er feil: Eg klagar',
    about:
      'Skriv kva som er feil: datoane, utrekninga eller det som er betalt. Du treng ikkje betale før kontoret har avgjort klaga, og du får ingen påminningar. Du kan klage éin gong.',
    what: 'Kva er feil?',
    missing: 'Skriv kva som er feil med kravet.',
    button: 'Send klaga',
  },
  dones: {
    uploaded: 'Takk. Stadfestinga av opphaldet er motteken, og internasjonalt kontor er bede om å sjå på ho.',
    reported: 'Takk. Det er notert at dette er gjort.',
    withdrawn: 'Det er notert. Nedanfor ser du kva som følgjer av det.',
    ill: 'Søknaden og legeerklæringa di er mottekne. Internasjonalt kontor avgjer saka, og du får ein e-post.',
    account:
      'Den nye kontoen din er motteken. Ein annan saksbehandlar ser på han før det går pengar dit, og du får ein e-post.',
    objected:
      'Klaga di er motteken. Du treng ikkje betale før internasjonalt kontor har avgjort ho, og du får ein e-post.',
    parts: 'Spørsmålet ditt er motteke. Internasjonalt kontor svarer på e-post; til då gjeld forfallet i kravet.',
    code: 'Ein kode er på veg. Skriv han inn nedanfor.',
  },
};
