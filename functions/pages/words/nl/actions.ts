import type { PageWords } from '../index.ts';

export const actions: PageWords['actions'] = {
  title: 'Wat u nu kunt doen',
  follows: 'Dit volgt eruit',
  onceMore: 'Verstuur het nog een keer als u dit wilt.',
  unknown: {
    title: 'Dit kan hier niet',
    todo: 'Open uw pagina opnieuw en kies uit wat daar staat.',
  },
  gone: 'Dit kan niet meer: het dossier is verder gegaan sinds u de pagina hebt geopend. Zo staat het er nu voor.',
  notHealth: 'Schrijf niets over uw gezondheid.',
  reason: 'Reden',
  reasonHint: 'Een paar woorden. Schrijf niets over uw gezondheid.',
  lastDay: {
    left: 'Was u bij de gastinstelling?',
    yes: 'Ja; mijn laatste dag daar staat hieronder',
    never: 'Nee, ik ben nooit aan het verblijf begonnen',
    leftMissing: 'Geef aan of u bij de gastinstelling was.',
    day: 'Laatste dag bij de gastinstelling',
    dayHint: 'De laatste dag waarop u aanwezig moest zijn.',
    dayMissing: 'Geef uw laatste dag bij de gastinstelling.',
    beforeStay: 'Dit ligt voor het begin van het verblijf. Bent u nooit begonnen, geef dat dan hierboven aan.',
    future: 'Dit ligt in de toekomst. Meld het wanneer u bent vertrokken.',
  },
  upload: {
    title: 'De bevestiging van uw verblijf uploaden',
    about:
      'Hebt u van uw gastinstelling een ondertekende bevestiging van uw verblijf gekregen, upload die dan hier. Het bureau voert de data in. Antwoordt uw gastinstelling op onze e-mail, dan hoeft u dit niet te doen.',
    file: 'Ondertekende bevestiging van verblijf',
    button: 'Uploaden',
  },
  illness: {
    title: 'Ik moest wegens ziekte stoppen en vraag de beurs te mogen houden',
    about:
      'Een medische verklaring is nodig. Alleen het international office ziet die, voor deze beslissing. Totdat het heeft beslist, wordt niets berekend of ingevorderd.',
    file: 'Medische verklaring',
    sure: 'Mijn verblijf is hierdoor geëindigd, en ik vraag de beurs te mogen houden.',
    sureMissing: 'Vink aan dat u dit vraagt.',
    button: 'Het verzoek versturen',
  },
  duties: {
    title: 'Meld wat u hebt gedaan',
    about: 'Vink aan wat gedaan is. Het bureau kan u vragen het te laten zien.',
    missing: 'Vink ten minste één ding aan dat gedaan is.',
    button: 'Melden dat het gedaan is',
  },
  withdraw: {
    title: 'Mijn aanvraag intrekken',
    about: 'Er is niets betaald, en u bent niets verschuldigd. U kunt het niet ongedaan maken.',
    sure: 'Ik trek mijn aanvraag in.',
    button: 'Intrekken',
  },
  end: {
    title: 'Ik ga niet, of ik ben eerder thuisgekomen',
    about:
      'U ziet wat eruit volgt voordat het geldt. Bent u door ziekte gestopt, gebruik dan het formulier voor ziekte.',
    sure: 'Ik meld dat mijn verblijf is geëindigd of niet doorgaat.',
    button: 'Het einde van mijn verblijf melden',
  },
  reasonMissing: 'Geef de reden in een paar woorden.',
  sureMissing: 'Vink aan dat u het meent.',
  consequences: {
    never: 'Als u nooit aan het verblijf begint',
    lastDay: (day) => `Als ${day} uw laatste dag is`,
    balance: (when) => [`${when}, krijgt u nog `, '.'],
    settled: (when) => `${when}, hoeft niemand meer iets te betalen.`,
    recovery: (when) => [`${when}, moet u `, ' terugbetalen.'],
    entitled: 'Waar u dan recht op zou hebben',
    paidByNow: 'Het is berekend op wat tot nu toe is betaald.',
  },
  ifYouLeft: {
    title: 'Wat zou ik verschuldigd zijn als ik vertrok op …',
    hint: 'Hiermee wordt niets gemeld of gewijzigd.',
    button: 'Berekenen',
    beforeStay:
      'Dit ligt voor het begin van het verblijf. Gaat u helemaal niet, dan moet alles wat is betaald worden terugbetaald.',
  },
  account: {
    title: 'Een andere bankrekening opgeven',
    titleUnit: 'Een andere kostenplaats opgeven',
    label: 'Nieuwe rekening',
    hint: 'Elf cijfers voor een Noorse rekening, anders de IBAN. Het moet uw eigen rekening zijn.',
    button: 'De nieuwe rekening versturen',
  },
  parts: {
    title: 'Ik kan niet alles in één keer betalen en vraag om delen',
    titleAgain: 'Ik kan mij niet aan het plan houden en vraag om een ander',
    about: (most) =>
      `Schrijf wat u kunt betalen en wanneer: ten hoogste ${most} delen binnen drie jaar. Het international office stemt ermee in of geeft u een reden.`,
    until: (due) => `Tot die tijd blijft de uiterste datum ${due}.`,
    free: 'Er komen geen rente of kosten bij.',
    wish: 'Wat u kunt betalen, en wanneer',
    example: 'Bijvoorbeeld: 1000 NOK op de eerste van elke maand.',
    missing: 'Schrijf wat u kunt betalen, en wanneer.',
    button: 'Om delen vragen',
  },
  objection: {
    title: 'De vordering klopt niet: ik maak bezwaar',
    about:
      'Schrijf wat er niet klopt: de data, de berekening of wat is betaald. Totdat het bureau heeft beslist, hoeft u niet te betalen en krijgt u geen herinneringen. U kunt één keer bezwaar maken.',
    what: 'Wat er niet klopt',
    missing: 'Schrijf wat er niet klopt aan de vordering.',
    button: 'Het bezwaar versturen',
  },
  dones: {
    uploaded:
      'Dank u. De bevestiging van uw verblijf is ontvangen, en het international office is gevraagd ernaar te kijken.',
    reported: 'Dank u. Het is genoteerd dat dit gedaan is.',
    withdrawn: 'Het is genoteerd. Hieronder ziet u wat eruit volgt.',
    ill: 'Uw verzoek en de medische verklaring zijn ontvangen. Het international office beslist, en u krijgt een e-mail.',
    account:
      'Uw nieuwe rekening is ontvangen. Een tweede persoon bekijkt die voordat er geld naartoe gaat, en u krijgt een e-mail.',
    objected:
      'Uw bezwaar is ontvangen. Totdat het international office heeft beslist, hoeft u niet te betalen, en u krijgt een e-mail.',
    parts:
      'Uw vraag is ontvangen. Het international office antwoordt per e-mail; tot die tijd blijft de datum van de vordering gelden.',
    code: 'Er is een code onderweg. Typ die hieronder.',
  },
};
