import type { PageWords } from '../index.ts';

export const steps: PageWords['steps'] = {
  progress: 'Stappen van de aanvraag',
  step: (n, of) => `Aanvraag voor een Erasmus+-beurs, stap ${n} van ${of}`,
  title: (n, of, name) => `${name} (stap ${n} van ${of})`,
  names: {
    you: 'U',
    stay: 'Uw gastorganisatie en uw verblijf',
    rules: 'Wat de regels vragen',
    payment: 'Waar de beurs heen gaat',
    check: 'Alles nalezen en versturen',
  },
  done: 'klaar',
  next: 'Opslaan en verder',
  back: 'Terug',
  preview: 'Toon wat ik zou krijgen',
  onePage: 'Liever alle vragen op één pagina',
  keeping:
    'Vanaf hier worden uw antwoorden bij elke stap opgeslagen. Wij sturen een link naar dit mailadres, waarmee u later of op een ander apparaat verder kunt gaan.',
  begun: (email) =>
    `Uw aanvraag is begonnen. Een mail met een link ernaartoe is onderweg naar ${email}; bewaar hem, voor als u later verder wilt gaan. Klopt het adres niet, ga dan terug en verbeter het.`,
  saved: (until) =>
    `Uw antwoorden worden bij elke stap opgeslagen en op ${until} gewist als u ze dan nog niet hebt verstuurd.`,
  fixed:
    'Wat hier zonder veld staat, heeft het international office ingevuld. Klopt het niet, beantwoord dan de mail waarmee u hier kwam.',
  rulesLead: 'Er wordt alleen gevraagd waar de regels voor zo’n verblijf naar kijken.',
  change: (name) => `‘${name}’ wijzigen`,
  missing: 'Er ontbreekt nog iets',
  notSent: 'Er is nog niets verstuurd.',
  declare: 'Wat ik heb opgegeven, is waar.',
  declareMissing: 'Vink aan dat waar is wat u hebt opgegeven.',
  use: (shortName) =>
    `De gegevens worden alleen voor deze beurs gebruikt, door ${shortName} en de controleurs van het programma.`,
  send: 'Aanvraag versturen',
  changed:
    'Er is iets veranderd sinds deze pagina werd geopend. Lees uw antwoorden en het bedrag nog eens na en verstuur ze dan.',
  notGiven: 'nog niet beantwoord',
  yes: 'ja',
  no: 'nee',
  travel: { none: 'geen', standard: 'gewoon', green: 'groen' },
  sent: {
    title: 'Deze aanvraag is verstuurd',
    on: (day) => `Zij werd op ${day} verstuurd, met uw antwoorden.`,
    link: 'De link ernaartoe kwam per mail: daar ziet u altijd hoe het met uw aanvraag en uw geld staat.',
  },
  expired: {
    title: 'Deze aanvraag wordt niet meer bewaard',
    until: (day) => `Zij werd bewaard tot ${day} en was toen nog niet verstuurd. Wat u had ingevuld, is gewist.`,
    anew: 'Een nieuwe aanvraag beginnen',
  },
  labels: {
    name: 'Naam',
    email: 'Mailadres',
    secondEmail: 'Privémailadres',
    language: 'Taal van mails en documenten',
    host: 'Gastorganisatie',
    place: 'Stad en land',
    contact: 'Coördinator daar',
    days: 'Eerste en laatste dag',
    travel: 'Reisbeurs',
    distance: 'Afstand, enkele reis',
    fewerOpportunities: 'Deelnemer met minder kansen',
    account: 'Bankrekening',
    unit: 'Eenheid of faculteit',
    costCentre: 'Kostenplaats',
  },
};
