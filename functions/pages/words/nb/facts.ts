import type { PageWords } from '../index.ts';

export const facts: PageWords['facts'] = {
  studyLevel: {
    name: 'Studienivå',
    question: 'Studienivå',
    missing: 'Velg studienivået ditt.',
    options: {
      bachelor: 'Bachelor',
      master: 'Master',
      phd: 'Ph.d.',
      'one-cycle': 'Integrert grad på fem eller seks år',
    },
  },
  ects: {
    name: 'Fullførte studiepoeng',
    question: 'Fullførte studiepoeng (ECTS) før oppholdet',
    missing: 'Oppgi hvor mange studiepoeng du har fullført.',
  },
  degreeSeeking: {
    name: 'Tar en grad',
    question: 'Tar du en grad ved {home}?',
    missing: 'Si om du tar en grad.',
  },
  doubleDegree: {
    name: 'Dobbeltgrad',
    question: 'Er det en dobbeltgrad med to semestre i utlandet?',
    missing: 'Si om det er en dobbeltgrad.',
  },
  nominated: {
    name: 'Nominert til oppholdet',
    question: 'Har {home} nominert deg til dette oppholdet?',
    missing: 'Si om du er nominert.',
  },
  approvedInDegree: {
    name: 'Godkjent som del av graden',
    question: 'Har {home} godkjent oppholdet som del av graden din?',
    missing: 'Si om oppholdet er godkjent som del av graden din.',
  },
  agreementWithHost: {
    name: 'Avtale med verten',
    question: 'Har {home} og verten en avtale mellom institusjonene om slike opphold?',
    hint: 'Er du usikker, spør kontoret før du søker.',
    missing: 'Si om det finnes en avtale med verten.',
  },
  hostHasCharter: {
    name: 'Vertens Erasmus-charter',
    question: 'Har verten et gyldig Erasmus-charter for høyere utdanning (ECHE)?',
    hint: 'Universitetene i programmet har det; andre organisasjoner trenger det ikke.',
    missing: 'Si om verten har Erasmus-charteret.',
  },
  hostIsHigherEducation: {
    name: 'Verten driver høyere utdanning',
    question: 'Er verten et universitet eller en annen institusjon for høyere utdanning?',
    missing: 'Si om verten er en institusjon for høyere utdanning.',
  },
  languageLevel: {
    name: 'Språknivå',
    question: 'Nivået ditt i språket som brukes hos verten',
    hint: 'På den europeiske skalaen fra A1 til C2.',
    missing: 'Velg språknivået ditt.',
  },
  previousFundedDays: {
    name: 'Dager på tidligere opphold',
    question: 'Dager på tidligere Erasmus+-opphold på samme studienivå',
    hint: 'La feltet stå tomt hvis dette er ditt første.',
    missing: 'Oppgi hvor mange dager tidligere opphold varte.',
  },
  eventType: {
    name: 'Type opphold',
    question: 'Hva skal du gjøre der?',
    missing: 'Velg hva du skal gjøre der.',
    options: {
      teaching: 'Undervise',
      'job-shadowing': 'Følge kolleger i arbeidet (jobbskygging)',
      'training-course': 'Gå på kurs',
      'language-course': 'Gå på språkkurs',
      seminar: 'Delta på et seminar',
      workshop: 'Delta på et arbeidsseminar',
      conference: 'Delta på en konferanse',
      'partner-week': 'Delta på en partneruke (staff week)',
    },
  },
  academicDays: {
    name: 'Dager med faglige aktiviteter',
    question: 'På hvor mange av dagene er det faglige aktiviteter?',
    missing: 'Oppgi hvor mange dager det er faglige aktiviteter.',
  },
  teachingHours: {
    name: 'Undervisningstimer',
    question: 'Hvor mange timer skal du undervise i alt?',
    missing: 'Oppgi hvor mange timer du skal undervise.',
  },
  residenceCountry: {
    name: 'Bostedsland',
    question: 'Landet du bor i',
    missing: 'Velg landet du bor i.',
  },
  employedByInstitution: {
    name: 'Ansatt ved institusjonen',
    question: 'Er du ansatt ved {home}?',
    missing: 'Si om du er ansatt der.',
  },
  otherEuFunding: {
    name: 'Annen EU-støtte',
    question: 'Betaler andre EU-midler for det samme oppholdet?',
    hint: 'Fra et annet EU-program eller EU-prosjekt, for de samme utgiftene.',
    missing: 'Si om andre EU-midler betaler for oppholdet.',
  },
  headOfSectionCleared: {
    name: 'Avklart med seksjonslederen',
    question: 'Har seksjonslederen din sagt ja til oppholdet?',
    missing: 'Si om seksjonslederen din har sagt ja.',
  },
  facultyApproved: {
    name: 'Godkjent av fakultetet',
    question: 'Har fakultetet ditt godkjent oppholdet og anbefalt deg til det?',
    missing: 'Si om fakultetet ditt har godkjent oppholdet.',
  },
  bipEcts: {
    name: 'Studiepoeng for programmet',
    question: 'Studiepoeng (ECTS) som programmet gir',
    missing: 'Oppgi hvor mange studiepoeng programmet gir.',
  },
  noticeDays: {
    name: 'Dager på forhånd',
    question: 'Hvor mange dager før start ga du kontoret beskjed?',
    hint: 'Regn fra den første meldingen din til den første dagen av oppholdet.',
    missing: 'Oppgi hvor mange dager det er mellom den første meldingen din til kontoret og starten.',
  },
  hostsVisited: {
    name: 'Antall verter',
    question: 'Hvor mange verter skal du besøke?',
    missing: 'Oppgi hvor mange verter du skal besøke.',
  },
  languageOfCountry: {
    name: 'Språket snakkes i landet',
    question: 'Snakkes språket som kurset gjelder, i landet der det holdes?',
    hint: 'Bare for språkkurs.',
    missing: 'Si om språket som kurset gjelder, snakkes der.',
  },
  learnerStatus: {
    name: 'Hva den lærende er',
    question: 'Hva er du akkurat nå?',
    missing: 'Velg hva du er akkurat nå.',
    options: {
      'vet-pupil': 'Yrkesfagelev',
      apprentice: 'Lærling',
      'newly-qualified': 'Nyutdannet, i løpet av de siste tolv månedene',
      other: 'Noe annet',
    },
  },
  placementInEnterprise: {
    name: 'Praksis i en bedrift',
    question: 'Skal du arbeide i en bedrift under oppholdet?',
    missing: 'Si om du skal arbeide i en bedrift.',
  },
  submittedOn: { name: 'Sendt inn', question: 'Sendt inn', missing: 'Oppgi dagen søknaden ble sendt inn.' },
};
