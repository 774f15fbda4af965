import type { MailWords } from '../../language.ts';

export const claimTurns: MailWords['claimTurns'] = {
  asked: {
    subject: (name) => `${name} vraagt om in termijnen terug te betalen`,
    heading: 'Terugbetalen in termijnen wacht op uw beslissing',
    cannot:
      'De deelnemer kan niet alles in één keer betalen. Zolang u niet beslist, blijft de datum van de terugvordering gelden en herinneren wij eraan.',
    open: 'Nog terug te betalen',
    wish: 'Wat wordt gevraagd',
    answered: 'Er is intussen op geantwoord.',
    todo: 'Spreek termijnen af door de data te geven, of weiger met een antwoord.',
  },
  refused: {
    subject: 'U kunt niet in termijnen terugbetalen',
    heading: 'U kunt niet in termijnen terugbetalen',
    answer: 'Het international office is niet akkoord gegaan met termijnen.',
  },
  agreed: {
    subject: 'U betaalt in termijnen terug: dit is de regeling',
    heading: 'U betaalt in termijnen terug',
    agreed: 'Het international office is akkoord gegaan met deze termijnen. Er komen geen rente of kosten bij.',
    todo: 'Betaal elke termijn uiterlijk op de dag die erbij staat, altijd met hetzelfde betalingskenmerk. Wordt een termijn ondanks onze herinnering niet betaald, dan moet u de hele rest ineens betalen.',
    action: 'De regeling bekijken',
  },
  missed: {
    subject: 'Een termijn van uw terugbetaling ontbreekt: u moet de hele rest betalen',
    heading: 'U moet de hele rest betalen',
    ended: (day) =>
      `De termijn van ${day ?? 'de laatste datum'} is ondanks onze herinnering niet ontvangen. De regeling is beëindigd, en u moet de hele rest ineens betalen. Er komen geen rente of kosten bij.`,
    todo: 'Betaal de rest. Kunt u dat niet, vraag dan vóór de uiterste datum op uw pagina om een nieuwe regeling.',
  },
  objection: {
    subject: (name) => `${name} maakt bezwaar tegen een terugvordering`,
    heading: 'Een bezwaar wacht op uw beslissing',
    rests: 'Er gaan geen herinneringen uit en er verstrijkt geen termijn totdat u hebt beslist.',
    demanded: 'Teruggevorderd',
    objection: 'Bezwaar',
    todo: 'Wijs het bezwaar af met een antwoord, of verklaar het gegrond en zeg waarop de berekening dan moet berusten.',
  },
  upheld: {
    subject: 'U hebt gelijk gekregen met uw bezwaar',
    heading: 'Uw beurs wordt opnieuw berekend',
    next: 'Een tweede persoon bekijkt de nieuwe berekening; daarna krijgt u haar per mail. Betaal tot dan niets.',
  },
  dismissed: {
    subject: 'Uw bezwaar is afgewezen',
    heading: 'De terugvordering blijft staan',
  },
  decided: 'Het international office heeft over uw bezwaar beslist.',
  handedOver: {
    subject: 'Uw terugbetaling wordt vanaf nu door anderen geïnd',
    heading: 'Uw terugbetaling wordt vanaf nu door anderen geïnd',
    to: (institution, agency) =>
      `${institution} heeft de vordering overgedragen aan ${agency ?? 'een incassobureau'}, dat u zal schrijven. Wij sturen geen herinneringen meer.`,
    todo: 'Betaal de rest. Wat u met het betalingskenmerk betaalt, telt meteen; laat het weten aan wie de vordering int.',
  },
  copy: {
    subject: (name) => `Eindafrekening voor ${name}`,
    heading: 'Een beurs is afgerekend',
    yours: 'De deelnemer heeft deze berekening gekregen. Dit is uw kopie; hiermee kunt u haar later ook corrigeren.',
    dates: 'Data',
    noDay: 'geen dag bevestigd',
    saidBy: 'Opgegeven door',
    participantSaid: 'de deelnemer; geen gastinstelling heeft deze data bevestigd',
    todo: 'Nu niets. Bewaar deze mail: blijken de data later anders, stel de correctie dan via de link voor.',
    action: 'Deze berekening corrigeren',
  },
  correction: {
    subject: (name) => `Een gecorrigeerde berekening wacht op goedkeuring door een tweede persoon: ${name}`,
    heading: 'Een gecorrigeerde berekening wacht op goedkeuring door een tweede persoon',
    rests: 'In dit dossier wordt niets betaald of gevraagd totdat erover is beslist.',
    soFar: 'De berekening tot nu toe',
    newDates: 'Nieuwe data',
    shown: { none: 'het verblijf heeft niet plaatsgevonden', unchanged: 'zoals eerst' },
    forceMajeure: 'Overmacht',
    proposedBy: 'Voorgesteld door',
    todo: 'Vergelijk de nieuwe data met het bewijsstuk, en beslis.',
  },
  returning: {
    subject: (amount) => `Te veel ontvangen: ${amount} wacht op terugstorting`,
    heading: 'De terugstorting van een te veel betaald bedrag wacht op goedkeuring door een tweede persoon',
    notOurs: 'Er is meer binnengekomen dan er werd gevorderd. Het is niet van ons en gaat terug zodra u het vrijgeeft.',
    amount: 'Bedrag',
    to: 'Ontvanger',
    account: 'Rekening',
    whose: 'Wiens rekening',
    participants: 'die van de deelnemer; de bank meldt niet wie er heeft betaald',
    todo: 'Bekijk de rekening en geef de betaling vrij als zij klopt.',
    action: 'De betaling bekijken',
  },
  overpaid: {
    subject: (amount) => `Er is ${amount} te veel betaald, en dat wordt teruggestort`,
    heading: 'Er is meer betaald dan u schuldig bent',
    returned: (amount, toPayer) =>
      `Er is ${amount} meer binnengekomen dan u moest terugbetalen. Het wordt teruggestort op ${toPayer ? 'de rekening waar het vandaan kwam' : 'uw rekening'} zodra een tweede persoon ernaar heeft gekeken.`,
    action: 'Zien waar het is',
  },
  cannotReturn: {
    subject: 'We kunnen uw geld niet terugstorten: we hebben een andere rekening nodig',
    heading: 'We hebben een andere rekening nodig',
    why: (amount, reason) =>
      `Er was ${amount} te veel betaald. Dat kon niet op uw rekening worden teruggestort, omdat ${reason}.`,
    todo: 'Geef op uw pagina een andere rekening op. Een tweede persoon bekijkt haar voordat er geld naartoe gaat.',
    action: 'Een andere rekening opgeven',
  },
};
