import type { PageWords } from '../index.ts';

export const nominate: PageWords['nominate'] = {
  title: 'Nominer deltakarar med ei liste',
  lead: (institution: string) =>
    `Kvar nominert får ein e-post frå ${institution} med ein påbyrja søknad: vert og datoar ligg fast, resten svarar dei på sjølve. Først ser du kva som vil skje; ingenting blir sendt før du stadfestar.`,
  how: 'Lista er ei CSV-fil i UTF-8, med semikolon eller komma. Den første linja namngjev kolonnane på engelsk, i valfri rekkjefølgje:',
  cols: 'language, host code og host name kan stå tomme der dei ikkje trengst; activity òg, der det berre er éin. Datoar blir skrivne 2025-08-18.',
  activities: 'Aktivitetar',
  languages: 'Språk',
  file: 'Liste (CSV)',
  check: 'Kontroller lista',
  none: 'Vel ei fil.',
  lists: {
    'not-utf8': 'Denne fila er ikkje i UTF-8. Vel «CSV UTF-8» når du lagrar i Excel, og send ho på nytt.',
    empty: 'Det er ingen linjer under kolonnenamna. Fyll ut lista, og send ho på nytt.',
    'too-many': 'Ei liste kan ha høgst 500 linjer. Del ho, og send delane etter kvarandre.',
    'too-large': 'Ei liste kan ha høgst 256 KB. Del ho, og send delane etter kvarandre.',
  },
  broken: (line: number) =>
    `Linje ${line} kan ikkje lesast: eit hermeteikn manglar eller står feil. Rett det, og send lista på nytt.`,
  missing: (names: string) => `Desse kolonnane manglar i den første linja: ${names}.`,
  unknown: (names: string) =>
    `Desse kolonnane er ukjende eller står der to gonger: ${names}. Ta dei ut, eller skriv dei som ovanfor.`,
  summary: (fresh: number, known: number, wrong: number) =>
    `${fresh} skal nominerast, ${known} blir utelatne fordi dei er kjende alt, ${wrong} med feil.`,
  line: 'Linje',
  column: 'Kolonne',
  todo: 'Kva du gjer',
  who: 'Nominert',
  stay: 'Opphald',
  fate: 'Kva som skjer',
  fates: {
    new: 'får ein e-post',
    known: 'utelaten: nominert eller har søkt for denne perioden før',
    twice: 'utelaten: står to gonger i lista',
    wrong: 'utelaten: sjå ovanfor',
  },
  mistakes: 'Kva som er feil',
  all: 'Heile lista',
  partly: 'Linjer med feil blir utelatne. Rett dei og send heile lista på nytt seinare: ingen blir nominert to gonger.',
  problems: {
    missing: 'Fyll ut dette feltet.',
    'too-long': 'Dette er for langt. Kort det ned; begge namna kan til saman ha 69 teikn.',
    email: 'Dette er ikkje ei e-postadresse. Skriv ho som namn@universitet.no.',
    language: 'Skriv eitt av språka ovanfor, eller lat feltet stå tomt.',
    activity: 'Skriv ein av aktivitetane ovanfor.',
    country: 'Skriv dei to bokstavane til landet, til dømes FR.',
    'host-code': 'Dette er ikkje ein Erasmus-kode. Skriv han som F  PARIS014.',
    date: 'Dette er ikkje ein dato. Skriv han som 2025-08-18.',
    reversed: 'Den siste dagen ligg før den første. Kontroller begge.',
    past: 'Dette opphaldet er over. Kontroller datoane.',
  },
  confirm: (count: number) => `Nominer ${count} og send e-postane`,
  nobody: 'Ingen i denne lista skal nominerast.',
  done: (count: number) => `${count} nominerte. E-postane er på veg.`,
  gone: 'Lista blir teken vare på i eitt døgn og er sletta, eller ho vart aldri kontrollert. Send ho på nytt.',
  expired: {
    title: 'Denne lenkja er gått ut',
    until: (day: string) => `Ho verka til ${day}. Lat ei ny bli send til kontoret.`,
  },
};
