import type { PageWords } from '../index.ts';

export const nominate: PageWords['nominate'] = {
  title: 'Deelnemers voordragen met een lijst',
  lead: (institution: string) =>
    `Iedere voorgedragen deelnemer krijgt van ${institution} een mail met een begonnen aanvraag: gastinstelling en data staan vast, de rest vult de deelnemer in. Eerst ziet u wat er zou gebeuren; er wordt niets verstuurd voordat u bevestigt.`,
  how: 'De lijst is een CSV-bestand in UTF-8, met puntkomma’s of komma’s. De eerste regel noemt de kolommen in het Engels, in willekeurige volgorde:',
  cols: 'language, host code en host name mogen leeg blijven waar ze niet nodig zijn; activity ook, als er maar één is. Data schrijft u als 2025-08-18.',
  activities: 'Activiteiten',
  languages: 'Talen',
  file: 'Lijst (CSV)',
  check: 'De lijst controleren',
  none: 'Kies een bestand.',
  lists: {
    'not-utf8': 'Dit bestand is niet in UTF-8. Kies in Excel bij het opslaan ‘CSV UTF-8’ en stuur het opnieuw.',
    empty: 'Onder de kolomnamen staat geen regel. Vul de lijst in en stuur hem opnieuw.',
    'too-many': 'Een lijst mag hoogstens 500 regels hebben. Verdeel hem en stuur de delen na elkaar.',
    'too-large': 'Een lijst mag hoogstens 256 KB groot zijn. Verdeel hem en stuur de delen na elkaar.',
  },
  broken: (line: number) =>
    `Regel ${line} is niet te lezen: een aanhalingsteken ontbreekt of staat verkeerd. Verbeter het en stuur de lijst opnieuw.`,
  missing: (names: string) => `Deze kolommen ontbreken in de eerste regel: ${names}.`,
  unknown: (names: string) =>
    `Deze kolommen zijn onbekend of staan er twee keer: ${names}. Haal ze weg of schrijf ze zoals hierboven.`,
  summary: (fresh: number, known: number, wrong: number) =>
    `${fresh} voor te dragen, ${known} weggelaten omdat ze al bekend zijn, ${wrong} met fouten.`,
  line: 'Regel',
  column: 'Kolom',
  todo: 'Wat te doen',
  who: 'Voorgedragen',
  stay: 'Verblijf',
  fate: 'Wat er gebeurt',
  fates: {
    new: 'krijgt een mail',
    known: 'weggelaten: al voorgedragen of aangevraagd voor deze periode',
    twice: 'weggelaten: staat twee keer in de lijst',
    wrong: 'weggelaten: zie hierboven',
  },
  mistakes: 'Wat er niet klopt',
  all: 'De hele lijst',
  partly:
    'Regels met fouten worden weggelaten. Verbeter ze en stuur later de hele lijst opnieuw: niemand wordt twee keer voorgedragen.',
  problems: {
    missing: 'Vul dit veld in.',
    'too-long': 'Dit is te lang. Kort het in; beide namen samen mogen 69 tekens hebben.',
    email: 'Dit is geen mailadres. Schrijf het als naam@universiteit.nl.',
    language: 'Schrijf een van de talen hierboven of laat het leeg.',
    activity: 'Schrijf een van de activiteiten hierboven.',
    country: 'Schrijf de twee letters van het land, bijvoorbeeld FR.',
    'host-code': 'Dit is geen Erasmuscode. Schrijf hem als F  PARIS014.',
    date: 'Dit is geen datum. Schrijf hem als 2025-08-18.',
    reversed: 'De laatste dag ligt voor de eerste. Controleer beide.',
    past: 'Dit verblijf is voorbij. Controleer de data.',
  },
  confirm: (count: number) => `${count} voordragen en de mails versturen`,
  nobody: 'Niemand in deze lijst hoeft te worden voorgedragen.',
  done: (count: number) => `${count} voorgedragen. De mails zijn onderweg.`,
  gone: 'Deze lijst wordt een dag bewaard en is gewist, of is nooit gecontroleerd. Stuur hem opnieuw.',
  expired: {
    title: 'Deze link is verlopen',
    until: (day: string) => `Hij werkte tot ${day}. Laat een nieuwe naar het office sturen.`,
  },
};
