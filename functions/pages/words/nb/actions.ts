import type { PageWords } from '../index.ts';

export const actions: PageWords['actions'] = {
  title: 'Dette kan du gjøre nå',
  follows: 'Dette følger av det',
  onceMore: 'Send en gang til hvis det er dette du vil.',
  unknown: {
    title: 'Dette kan ikke gjøres her',
    todo: 'Åpne siden din på nytt, og velg blant det som står der.',
  },
  gone: 'Dette kan ikke gjøres lenger: Saken har gått videre siden du åpnet siden. Slik står den nå.',
  notHealth: 'Ikke skriv noe om helsen din.',
  reason: 'Grunn',
  reasonHint: 'Noen få ord. Ikke skriv noe om helsen din.',
  lastDay: {
    left: 'Var du hos verten?',
    yes: 'Ja, siste dag der står nedenfor',
    never: 'Nei, jeg begynte aldri på oppholdet',
    leftMissing: 'Svar på om du var hos verten.',
    day: 'Siste dag hos verten',
    dayHint: 'Den siste dagen du måtte være til stede.',
    dayMissing: 'Oppgi siste dag hos verten.',
    beforeStay: 'Dette er før oppholdet begynte. Begynte du aldri, svarer du det ovenfor.',
    future: 'Dette er i fremtiden. Meld fra når du har reist.',
  },
  upload: {
    title: 'Last opp oppholdsbekreftelsen',
    about:
      'Har verten gitt deg en signert oppholdsbekreftelse, laster du den opp her. Kontoret fører inn datoene. Svarer verten på e-posten vår, trenger du ikke gjøre dette.',
    file: 'Signert oppholdsbekreftelse',
    button: 'Last opp',
  },
  illness: {
    title: 'Jeg måtte avbryte på grunn av sykdom og ber om å beholde stipendet',
    about:
      'Du må ha legeerklæring. Bare internasjonalt kontor ser den, for å avgjøre saken. Til saken er avgjort, blir ingenting beregnet eller krevd inn.',
    file: 'Legeerklæring',
    sure: 'Oppholdet mitt er slutt på grunn av dette, og jeg ber om å beholde stipendet.',
    sureMissing: 'Kryss av for at du ber om dette.',
    button: 'Send søknaden',
  },
  duties: {
    title: 'Meld fra om det du har gjort',
    about: 'Kryss av for det som er gjort. Kontoret kan be deg om å vise det.',
    missing: 'Kryss av for minst én ting som er gjort.',
    button: 'Meld fra at det er gjort',
  },
  withdraw: {
    title: 'Trekk søknaden min',
    about: 'Ingenting er utbetalt, og du kommer ikke til å skylde noe. Du kan ikke angre.',
    sure: 'Jeg trekker søknaden min.',
    button: 'Trekk søknaden',
  },
  end: {
    title: 'Jeg reiser ikke, eller jeg har kommet hjem tidligere',
    about:
      'Du ser hva som følger av det før det gjelder. Var det sykdom som stoppet deg, bruker du skjemaet for sykdom i stedet.',
    sure: 'Jeg melder at oppholdet mitt er slutt eller ikke blir noe av.',
    button: 'Meld at oppholdet er slutt',
  },
  reasonMissing: 'Oppgi grunnen med noen få ord.',
  sureMissing: 'Kryss av for at du mener det.',
  consequences: {
    never: 'Hvis du aldri begynner på oppholdet',
    lastDay: (day) => `Hvis ${day} er siste dag`,
    balance: (when) => [`${when}, får du fortsatt utbetalt `, '.'],
    settled: (when) => `${when}, skal ingen av partene betale mer.`,
    recovery: (when) => [`${when}, må du betale tilbake `, '.'],
    entitled: 'Det du ville hatt krav på',
    paidByNow: 'Det er beregnet ut fra det som er utbetalt til nå.',
  },
  ifYouLeft: {
    title: 'Hva ville jeg skylde hvis jeg reiste hjem …',
    hint: 'Ingenting blir meldt eller endret av dette.',
    button: 'Regn ut',
    beforeStay:
      'Dette er før oppholdet begynner. Reiser du ikke i det hele tatt, må alt som er utbetalt, betales tilbake.',
  },
  account: {
    title: 'Oppgi en annen bankkonto',
    titleUnit: 'Oppgi et annet koststed',
    label: 'Ny konto',
    hint: 'Elleve sifre for en norsk konto, ellers IBAN. Kontoen må være din egen.',
    button: 'Send den nye kontoen',
  },
  parts: {
    title: 'Jeg kan ikke betale alt på én gang og ber om å få betale i deler',
    titleAgain: 'Jeg kan ikke holde planen og ber om en annen',
    about: (most) =>
      `Skriv hva du kan betale, og når: høyst ${most} deler innen tre år. Internasjonalt kontor går med på det eller gir deg en begrunnelse.`,
    until: (due) => `Til da er forfallet fortsatt ${due}.`,
    free: 'Det kommer ingen renter eller gebyrer i tillegg.',
    wish: 'Hva du kan betale, og når',
    example: 'For eksempel: 1000 NOK den første i hver måned.',
    missing: 'Skriv hva du kan betale, og når.',
    button: 'Be om å betale i deler',
  },
  objection: {
    title: 'Kravet er feil: Jeg klager',
    about:
      'Skriv hva som er feil: datoene, beregningen eller det som er betalt. Du trenger ikke betale før kontoret har avgjort klagen, og du får ingen påminnelser. Du kan klage én gang.',
    what: 'Hva er feil?',
    missing: 'Skriv hva som er feil med kravet.',
    button: 'Send klagen',
  },
  dones: {
    uploaded: 'Takk. Oppholdsbekreftelsen din er mottatt, og internasjonalt kontor er bedt om å se på den.',
    reported: 'Takk. Det er notert at dette er gjort.',
    withdrawn: 'Det er notert. Nedenfor ser du hva som følger av det.',
    ill: 'Søknaden og legeerklæringen din er mottatt. Internasjonalt kontor avgjør saken, og du får en e-post.',
    account:
      'Den nye kontoen din er mottatt. En annen saksbehandler ser på den før det går penger dit, og du får en e-post.',
    objected:
      'Klagen din er mottatt. Du trenger ikke betale før internasjonalt kontor har avgjort den, og du får en e-post.',
    parts: 'Spørsmålet ditt er mottatt. Internasjonalt kontor svarer på e-post; til da gjelder forfallet i kravet.',
    code: 'En kode er på vei. Skriv den inn nedenfor.',
  },
};
