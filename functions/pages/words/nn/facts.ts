import type { PageWords } from '../index.ts';

export const facts: PageWords['facts'] = {
  studyLevel: {
    name: 'Studienivå',
    question: 'Studienivå',
    missing: 'Vel studienivået ditt.',
    options: {
      bachelor: 'Bachelor',
      master: 'Master',
      phd: 'Ph.d.',
      'one-cycle': 'Integrert grad på fem eller seks år',
    },
  },
  ects: {
    name: 'Fullførte studiepoeng',
    question: 'Fullførte studiepoeng (ECTS) før opphaldet',
    missing: 'Oppgi kor mange studiepoeng du har fullført.',
  },
  degreeSeeking: {
    name: 'Tek ein grad',
    question: 'Tek du ein grad ved {home}?',
    missing: 'Sei om du tek ein grad.',
  },
  doubleDegree: {
    name: 'Dobbeltgrad',
    question: 'Er det ein dobbeltgrad med to semester i utlandet?',
    missing: 'Sei om det er ein dobbeltgrad.',
  },
  nominated: {
    name: 'Nominert til opphaldet',
    question: 'Har {home} nominert deg til dette opphaldet?',
    missing: 'Sei om du er nominert.',
  },
  approvedInDegree: {
    name: 'Godkjent som del av graden',
    question: 'Har {home} godkjent opphaldet som del av graden din?',
    missing: 'Sei om opphaldet er godkjent som del av graden din.',
  },
  agreementWithHost: {
    name: 'Avtale med verten',
    question: 'Har {home} og verten ein avtale mellom institusjonane om slike opphald?',
    hint: 'Er du usikker, spør kontoret før du søkjer.',
    missing: 'Sei om det finst ein avtale med verten.',
  },
  hostHasCharter: {
    name: 'Erasmus-charteret til verten',
    question: 'Har verten eit gyldig Erasmus-charter for høgare utdanning (ECHE)?',
    hint: 'Universiteta i programmet har det; andre organisasjonar treng det ikkje.',
    missing: 'Sei om verten har Erasmus-charteret.',
  },
  hostIsHigherEducation: {
    name: 'Verten driv høgare utdanning',
    question: 'Er verten eit universitet eller ein annan institusjon for høgare utdanning?',
    missing: 'Sei om verten er ein institusjon for høgare utdanning.',
  },
  languageLevel: {
    name: 'Språknivå',
    question: 'Nivået ditt i språket som blir brukt hos verten',
    hint: 'På den europeiske skalaen frå A1 til C2.',
    missing: 'Vel språknivået ditt.',
  },
  previousFundedDays: {
    name: 'Dagar på tidlegare opphald',
    question: 'Dagar på tidlegare Erasmus+-opphald på same studienivå',
    hint: 'La feltet stå tomt om dette er det første ditt.',
    missing: 'Oppgi kor mange dagar tidlegare opphald varte.',
  },
  eventType: {
    name: 'Type opphald',
    question: 'Kva skal du gjere der?',
    missing: 'Vel kva du skal gjere der.',
    options: {
      teaching: 'Undervise',
      'job-shadowing': 'Følgje kollegaer i arbeidet (jobbskugging)',
      'training-course': 'Gå på kurs',
      'language-course': 'Gå på språkkurs',
      seminar: 'Ta del på eit seminar',
      workshop: 'Ta del på eit arbeidsseminar',
      conference: 'Ta del på ein konferanse',
      'partner-week': 'Ta del på ei partnarveke (staff week)',
    },
  },
  academicDays: {
    name: 'Dagar med faglege aktivitetar',
    question: 'På kor mange av dagane er det faglege aktivitetar?',
    missing: 'Oppgi kor mange dagar det er faglege aktivitetar.',
  },
  teachingHours: {
    name: 'Undervisingstimar',
    question: 'Kor mange timar skal du undervise i alt?',
    missing: 'Oppgi kor mange timar du skal undervise.',
  },
  residenceCountry: {
    name: 'Bustadland',
    question: 'Landet du bur i',
    missing: 'Vel landet du bur i.',
  },
  employedByInstitution: {
    name: 'Tilsett ved institusjonen',
    question: 'Er du tilsett ved {home}?',
    missing: 'Sei om du er tilsett der.',
  },
  otherEuFunding: {
    name: 'Annan EU-støtte',
    question: 'Betaler andre EU-midlar for det same opphaldet?',
    hint: 'Frå eit anna EU-program eller EU-prosjekt, for dei same utgiftene.',
    missing: 'Sei om andre EU-midlar betaler for opphaldet.',
  },
  headOfSectionCleared: {
    name: 'Avklart med seksjonsleiaren',
    question: 'Har seksjonsleiaren din sagt ja til opphaldet?',
    missing: 'Sei om seksjonsleiaren din har sagt ja.',
  },
  facultyApproved: {
    name: 'Godkjent av fakultetet',
    question: 'Har fakultetet ditt godkjent opphaldet og tilrådd deg til det?',
    missing: 'Sei om fakultetet ditt har godkjent opphaldet.',
  },
  bipEcts: {
    name: 'Studiepoeng for programmet',
    question: 'Studiepoeng (ECTS) som programmet gir',
    missing: 'Oppgi kor mange studiepoeng programmet gir.',
  },
  noticeDays: {
    name: 'Dagar på førehand',
    question: 'Kor mange dagar før start gav du kontoret beskjed?',
    hint: 'Rekn frå den første meldinga di til den første dagen av opphaldet.',
    missing: 'Oppgi kor mange dagar det er mellom den første meldinga di til kontoret og starten.',
  },
  hostsVisited: {
    name: 'Talet på vertar',
    question: 'Kor mange vertar skal du besøkje?',
    missing: 'Oppgi kor mange vertar du skal besøkje.',
  },
  languageOfCountry: {
    name: 'Språket blir snakka i landet',
    question: 'Blir språket som kurset gjeld, snakka i landet der det blir halde?',
    hint: 'Berre for språkkurs.',
    missing: 'Sei om språket som kurset gjeld, blir snakka der.',
  },
  learnerStatus: {
    name: 'Kva den lærande er',
    question: 'Kva er du akkurat no?',
    missing: 'Vel kva du er akkurat no.',
    options: {
      'vet-pupil': 'Yrkesfagelev',
      apprentice: 'Lærling',
      'newly-qualified': 'Nyutdanna, i løpet av dei siste tolv månadene',
      other: 'Noko anna',
    },
  },
  placementInEnterprise: {
    name: 'Praksis i ei bedrift',
    question: 'Skal du arbeide i ei bedrift under opphaldet?',
    missing: 'Sei om du skal arbeide i ei bedrift.',
  },
  submittedOn: { name: 'Send inn', question: 'Send inn', missing: 'Oppgi dagen søknaden vart send inn.' },
};
