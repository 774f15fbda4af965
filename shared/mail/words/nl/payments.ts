import type { MailWords } from '../../language.ts';

export const payments: MailWords['payments'] = {
  labels: {
    payment: 'Betaling',
    amount: 'Bedrag',
    exchangeRate: 'Wisselkoers',
    toAccount: 'Op rekening',
  },
  approval: {
    subject: (amount) => `Een betaling van ${amount} wacht op goedkeuring door een tweede persoon`,
    heading: 'Een betaling wacht op goedkeuring door een tweede persoon',
    above: (amount) =>
      `Betalingen boven ${amount} worden door een tweede persoon vrijgegeven voordat de bank ze krijgt.`,
    todo: 'Vergelijk de betaling met de berekening en geef haar vrij als zij klopt. Zij gaat mee met de volgende betaalronde.',
    action: 'De betaling bekijken',
  },
  instructed: {
    subject: (amount) => `Onderweg: ${amount} van uw Erasmus+-beurs`,
    heading: 'Uw geld is onderweg',
    told: (what, day) =>
      `De bank heeft opdracht gekregen om ${what} te betalen. ${day === undefined ? 'Het staat meestal binnen twee bankwerkdagen op uw rekening.' : `Het zou op ${day} op uw rekening moeten staan.`}`,
    todo: 'Niets. Klopt de rekening niet, beantwoord deze mail dan meteen.',
  },
  booked: {
    subject: (amount) => `Betaald: ${amount} van uw Erasmus+-beurs`,
    heading: 'Uw geld is betaald',
    paid: (what, day) => `De bank heeft ${what} betaald${day === undefined ? '' : ` op ${day}`}.`,
    todo: 'Kijk op uw rekening. Staat het geld er na drie bankwerkdagen niet op, beantwoord dan deze mail.',
  },
  silent: {
    subject: (payment) => `Geen bericht van de bank over betaling ${payment}`,
    heading: 'De bank heeft niets over een betaling gemeld',
    silence:
      'Deze betaling is aan de bank doorgegeven, en de bank heeft niet gemeld dat zij is uitgevoerd en ook niet dat zij is geweigerd. Uit het zwijgen leiden we geen van beide af: de betaling blijft open en wordt niet opnieuw verstuurd.',
    handedOver: 'Aan de bank doorgegeven',
    file: 'Bestand',
    todo: 'Vraag de bank wat ervan geworden is. Het bericht van de bank (pain.002 of camt.054) wordt gelezen zodra het komt; verder hoeft er niets te worden ingevoerd.',
  },
  task: {
    subject: (what) => `Bekijk een betaling: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    kinds: {
      'amount-differs': 'De bank heeft een ander bedrag geboekt dan wij hebben opgedragen',
      'books-differ': 'Een dossier en de boekhouding ervan komen niet overeen',
      'budget-overdrawn': 'Een eindafrekening vraagt meer dan er van het budget over is',
      'booked-again': 'De bank heeft een betaling een tweede keer geboekt, op een andere dag',
      'payment-refused': 'Een betaling is mislukt, en dat ligt niet aan de rekening van de ontvanger',
      'rejected-after-booking': 'De bank weigert een betaling die zij al heeft geboekt',
      'rejected-after-settlement': 'De bank weigert een betaling die zij als verrekend heeft gemeld',
      'repaid-in-other-currency': 'Een terugbetaling kwam in een andere valuta binnen',
      'return-silent':
        'De bank heeft niet gemeld wat er van de terugstorting van een te veel ontvangen bedrag is geworden',
      'returned-again': 'De bank heeft een betaling een tweede keer teruggegeven, op een andere dag',
      'returned-amount-differs': 'Er kwam een ander bedrag terug dan er was betaald',
      'reversal-refused': 'Het financiële systeem heeft een boeking geweigerd die geld bij een eenheid terughaalt',
      'reversal-silent':
        'Geen ontvangstbericht zegt wat er van een boeking is geworden die geld bij een eenheid terughaalt',
      'settled-although-rejected': 'De bank meldt een betaling als verrekend die zij had geweigerd',
    },
    unknown: (kind) => `Er is iets gebeurd waarover geen regel beslist: ${kind}`,
    noRule: 'Geen regel beslist hierover; er is daarom niets geboekt. Iemand moet ernaar kijken.',
    refused: (reason) => `Zij is mislukt omdat ${reason}.`,
    facts: {
      payment: 'Betaling',
      detail: 'De bank meldt',
      kid: 'Betalingskenmerk (KID)',
      reference: 'Kenmerk van de bank',
      credit: 'Bijgeschreven',
      excess: 'Te veel',
      call: 'Oproep',
      tranche: 'Tranche',
      short: 'Tekort in het budget',
      sentence: 'Wat niet klopt',
    },
    todo: 'Vergelijk het dossier met het afschrift van de bank, en los het verschil op met de bank of de deelnemer.',
  },
  needed: {
    subject: 'Uw bankrekening werkte niet: we hebben een andere nodig',
    refused: 'De bank kon u niet betalen',
    returned: 'Uw geld is bij ons teruggekomen',
    why: (returned, reason, institution) =>
      `${returned ? 'De ontvangende bank heeft uw geld teruggestuurd' : 'De bank heeft de betaling geweigerd'} omdat ${reason}. Het geld is veilig bij ${institution} en wordt opnieuw betaald zodra er een rekening is die werkt.`,
    account: 'Rekening die niet werkte',
    todo: 'Geef op uw pagina een andere rekening op. U krijgt daarvoor per mail een code, en een tweede persoon bij de instelling bekijkt de wijziging voordat er geld naartoe gaat.',
    action: 'Een andere rekening opgeven',
  },
  accountApproval: {
    subject: (name) => `Een nieuwe bankrekening wacht op goedkeuring door een tweede persoon: ${name}`,
    heading: 'Een nieuwe bankrekening wacht op goedkeuring door een tweede persoon',
    given: 'De deelnemer heeft een andere rekening opgegeven, met een code die naar het bekende mailadres is gestuurd.',
    old: 'Oude rekening',
    new: 'Nieuwe rekening',
    decided: 'Er is intussen over beslist.',
    at: 'Opgegeven',
    todo: 'Ga na of het echt de deelnemer was, bijvoorbeeld per telefoon, en keur de rekening dan goed of af. Een gewijzigde rekening is de gebruikelijke manier om een betaling te stelen.',
    action: 'De nieuwe rekening bekijken',
  },
  accountApproved: {
    subject: 'Uw nieuwe bankrekening is goedgekeurd',
    heading: 'Uw nieuwe rekening is goedgekeurd',
    account: 'Rekening',
    next: 'Wat u nog krijgt, wordt nu daarop betaald, met een nieuwe betaling.',
    todo: 'Niets. Hebt u deze rekening niet opgegeven, beantwoord deze mail dan meteen.',
  },
  accountRefused: {
    subject: 'Uw nieuwe bankrekening is niet goedgekeurd',
    heading: 'Uw nieuwe rekening is niet goedgekeurd',
    refused:
      'De tweede persoon die gewijzigde rekeningen bekijkt, heeft de rekening die u hebt opgegeven niet goedgekeurd. Er is geen geld naartoe gegaan.',
    todo: 'Geef op uw pagina een andere rekening op, of beantwoord deze mail om te horen waarom zij niet is goedgekeurd.',
  },
  late: {
    first: {
      subject: 'Te laat: een eerste deelbetaling is niet op tijd gedaan',
      heading: 'Een eerste deelbetaling is te laat',
      promised: (days) =>
        `De beursovereenkomst belooft het eerste deel binnen ${days} dagen na beide handtekeningen, of bij het begin van het verblijf als dat eerder is.`,
    },
    balance: {
      subject: 'Te laat: een slotbetaling is niet op tijd gedaan',
      heading: 'Een slotbetaling is te laat',
      promised: (days) =>
        `De beursovereenkomst belooft de slotbetaling, of een terugvordering, binnen ${days} dagen nadat de deelnemer erom heeft gevraagd.`,
    },
    due: 'Uiterste datum was',
    todo: 'Zoek uit wat de betaling ophoudt: een goedkeuring, een rekening die niet werkt, of een bericht dat de bank nog moet sturen.',
  },
};
