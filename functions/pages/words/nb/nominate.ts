import type { PageWords } from '../index.ts';

export const nominate: PageWords['nominate'] = {
  title: 'Nominer deltakere med en liste',
  lead: (institution: string) =>
    `Hver nominert får en e-post fra ${institution} med en påbegynt søknad: vert og datoer ligger fast, resten svarer de på selv. Først ser du hva som vil skje; ingenting sendes før du bekrefter.`,
  how: 'Listen er en CSV-fil i UTF-8, med semikolon eller komma. Den første linjen navngir kolonnene på engelsk, i valgfri rekkefølge:',
  cols: 'language, host code og host name kan stå tomme der de ikke trengs; activity også, der det bare er én. Datoer skrives 2025-08-18.',
  activities: 'Aktiviteter',
  languages: 'Språk',
  file: 'Liste (CSV)',
  check: 'Kontroller listen',
  none: 'Velg en fil.',
  lists: {
    'not-utf8': 'Denne filen er ikke i UTF-8. Velg «CSV UTF-8» når du lagrer i Excel, og send den på nytt.',
    empty: 'Det er ingen linjer under kolonnenavnene. Fyll ut listen, og send den på nytt.',
    'too-many': 'En liste kan ha høyst 500 linjer. Del den, og send delene etter hverandre.',
    'too-large': 'En liste kan ha høyst 256 KB. Del den, og send delene etter hverandre.',
  },
  broken: (line: number) =>
    `Linje ${line} kan ikke leses: et anførselstegn mangler eller står feil. Rett det, og send listen på nytt.`,
  missing: (names: string) => `Disse kolonnene mangler i den første linjen: ${names}.`,
  unknown: (names: string) =>
    `Disse kolonnene er ukjente eller står der to ganger: ${names}. Ta dem ut, eller skriv dem som ovenfor.`,
  summary: (fresh: number, known: number, wrong: number) =>
    `${fresh} skal nomineres, ${known} utelates fordi de allerede er kjent, ${wrong} med feil.`,
  line: 'Linje',
  column: 'Kolonne',
  todo: 'Hva du gjør',
  who: 'Nominert',
  stay: 'Opphold',
  fate: 'Hva som skjer',
  fates: {
    new: 'får en e-post',
    known: 'utelates: nominert eller har søkt for denne perioden før',
    twice: 'utelates: står to ganger i listen',
    wrong: 'utelates: se ovenfor',
  },
  mistakes: 'Hva som er feil',
  all: 'Hele listen',
  partly: 'Linjer med feil utelates. Rett dem og send hele listen på nytt senere: ingen blir nominert to ganger.',
  problems: {
    missing: 'Fyll ut dette feltet.',
    'too-long': 'Dette er for langt. Kort det ned; begge navnene kan til sammen ha 69 tegn.',
    email: 'Dette er ikke en e-postadresse. Skriv den som navn@universitet.no.',
    language: 'Skriv ett av språkene ovenfor, eller la feltet stå tomt.',
    activity: 'Skriv en av aktivitetene ovenfor.',
    country: 'Skriv landets to bokstaver, for eksempel FR.',
    'host-code': 'Dette er ikke en Erasmus-kode. Skriv den som F  PARIS014.',
    date: 'Dette er ikke en dato. Skriv den som 2025-08-18.',
    reversed: 'Den siste dagen ligger før den første. Kontroller begge.',
    past: 'Dette oppholdet er over. Kontroller datoene.',
  },
  confirm: (count: number) => `Nominer ${count} og send e-postene`,
  nobody: 'Ingen i denne listen skal nomineres.',
  done: (count: number) => `${count} nominert. E-postene er på vei.`,
  gone: 'Listen oppbevares i ett døgn og er slettet, eller den ble aldri kontrollert. Send den på nytt.',
  expired: {
    title: 'Denne lenken er utløpt',
    until: (day: string) => `Den virket til ${day}. La en ny bli sendt til kontoret.`,
  },
};
