import type { PageWords } from '../index.ts';

export const apply: PageWords['apply'] = {
  title: 'Een Erasmus+-beurs aanvragen',
  whatFor: 'Wat gaat u in het buitenland doen?',
  closed: 'Op dit moment worden geen aanvragen aangenomen.',
  open: (semesters) => `Nu worden aanvragen aangenomen voor ${semesters}.`,
  declaration: (shortName) =>
    `Met uw aanvraag verklaart u dat waar is wat u hebt opgegeven. De gegevens worden alleen voor deze beurs gebruikt, door ${shortName} en de controleurs van het programma.`,
  send: 'Aanvraag versturen',
  preview: 'Toon wat ik zou krijgen',
  legends: { you: 'U', host: 'Uw gastorganisatie', stay: 'Uw verblijf' },
  yes: 'Ja',
  no: 'Nee',
  choose: 'Kies',
  you: {
    givenName: 'Voornaam',
    familyName: 'Achternaam',
    email: 'Mailadres',
    emailHint:
      'Al onze mails gaan hierheen, ook als u in het buitenland bent. De links erin zijn uw sleutel tot dit dossier.',
    secondEmail: 'Privémailadres',
    secondEmailHint:
      'Een account van de universiteit eindigt met uw studie, vaak vóór de laatste betaling. Wij schrijven hier alleen als mail aan het eerste adres terugkomt.',
    language: 'Taal van onze mails en uw documenten',
    languageHint: 'Documenten zijn de beursovereenkomst, betaalberichten en berekeningen die u bewaart.',
  },
  account: {
    own: 'Bankrekening',
    unit: 'Bankrekening van uw faculteit of eenheid',
    ownHint: 'Die van uzelf. Elf cijfers voor een Noorse rekening, anders het IBAN.',
    unitHint: 'De beurs wordt daaraan betaald, niet aan u. Elf cijfers voor een Noorse rekening, anders het IBAN.',
  },
  host: {
    country: 'Land',
    chooseCountry: 'Kies een land',
    city: 'Stad',
    code: 'Erasmuscode van de gastinstelling',
    codeHint: 'Bijvoorbeeld F  PARIS014.',
    name: 'Naam van de gastorganisatie',
    nameHint: 'Of de Erasmuscode, als het een universiteit is: bijvoorbeeld F  PARIS014.',
    contactName: 'Naam van uw coördinator daar',
    contactNameHint: 'Wie uw data zal bevestigen.',
    contactEmail: 'Mailadres van de coördinator',
    contactEmailHint: 'Daar vragen wij naar de data.',
  },
  stay: {
    start: 'Eerste dag',
    startHint: 'Eerste dag waarop u er moet zijn.',
    end: 'Laatste dag',
    endHint: 'Laatste dag waarop u er moet zijn.',
    travel: 'Reisbeurs',
    none: 'Geen',
    standard: 'Gewoon',
    standardHint: 'Met vliegtuig, auto of schip.',
    green: 'Groen',
    greenHint: 'Met trein, bus of gedeelde auto voor ten minste de helft van de reis, met bewijzen.',
    distance: 'Afstand enkele reis, in kilometers',
    distanceHint:
      'Alleen bij een reisbeurs: het getal van de afstandscalculator van de Europese Commissie. Laat u het leeg, dan wordt de afstand geschat op grond van de stad.',
  },
  fewer: {
    student: 'Bent u een student met minder kansen?',
    participant: 'Bent u een deelnemer met minder kansen?',
    hint: (shortName) =>
      `Een verklaring op erewoord. Vermeld niet om welke reden: wij vragen daar niet naar, maar ${shortName} kan u bij een steekproef vragen het aan te tonen.`,
    yes: 'Ja, dat verklaar ik op erewoord',
    no: 'Nee',
    studentMissing: 'Geef aan of u een student met minder kansen bent.',
    participantMissing: 'Geef aan of u een deelnemer met minder kansen bent.',
  },
  found: {
    nothingStored: 'Er is niets verstuurd of opgeslagen.',
    refused: 'Met deze antwoorden is er geen beurs',
    get: 'Dit zou u krijgen:',
    depends: (facts) => `Of u het kunt krijgen, hangt ook af van: ${facts}.`,
    final: 'Het eindbedrag volgt uit de data die uw gastorganisatie bevestigt.',
    noRules: (shortName, office, email) =>
      `${shortName} heeft geen regels voor zo’n verblijf, bij deze gastorganisatie en op deze dagen. Controleer beide, of schrijf naar ${office}, ${email}.`,
    betweenAmounts:
      'Volgens onze schatting ligt de afstand tussen twee bedragen. Geef het getal van de afstandscalculator.',
    unknownDistance: 'Wij weten niet hoe ver deze stad is. Geef het getal van de afstandscalculator.',
  },
  received: {
    title: 'Kijk in uw mail',
    arrived:
      'Uw aanvraag is aangekomen. Wij hebben een mail gestuurd naar het adres dat u hebt opgegeven: de link erin opent uw pagina, waar u altijd ziet waar uw geld is.',
    noMail: (office, email) =>
      `Komt er binnen enkele minuten geen mail, kijk dan bij de ongewenste mail, of schrijf naar ${office}, ${email}: misschien zit er een tikfout in het adres.`,
  },
  wrong: {
    givenName: 'Geef uw voornaam.',
    familyName: 'Geef uw achternaam.',
    nameTooLong: (most) =>
      `Voornaam en achternaam mogen samen ${most} tekens hebben: banken geven er niet meer door. Kort een van beide in.`,
    email: 'Geef uw mailadres.',
    secondEmail: 'Geef uw privémailadres, of laat het leeg.',
    sameEmail: 'Dit is het adres van hierboven. Geef een ander, of laat het leeg.',
    language: 'Kies een van de talen van de documenten.',
    country: 'Kies het land van uw gastorganisatie.',
    city: 'Geef de stad van uw gastorganisatie.',
    contactName: 'Geef de naam van uw coördinator bij de gastorganisatie.',
    contactEmail: 'Geef het mailadres van uw coördinator bij de gastorganisatie.',
    start: 'Geef de eerste dag van uw verblijf.',
    end: 'Geef de laatste dag van uw verblijf.',
    order: 'De laatste dag ligt vóór de eerste. Controleer beide.',
    travel: 'Kies of u een reisbeurs aanvraagt.',
    distance: 'Geef de afstand in kilometers.',
    code: 'Geef de Erasmuscode van uw gastinstelling.',
    notCode: 'Dit is geen Erasmuscode. Die bestaat uit het land, de stad en een nummer, bijvoorbeeld F  PARIS014.',
    host: 'Geef de naam van uw gastorganisatie, of haar Erasmuscode.',
    call: (shortName, call, known) =>
      `${shortName} heeft geen oproep ${call}; wel ${known}. Vraag het bureau om een nieuwe link.`,
  },
  distance: 'Afstand tot de gastorganisatie',
  officialDistance: 'Afstand tot de gastorganisatie volgens de officiële calculator',
  answers: { notStated: 'niet opgegeven', yes: 'ja', no: 'nee' },
};
