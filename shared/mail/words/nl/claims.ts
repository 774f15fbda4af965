import type { MailWords } from '../../language.ts';

export const claims: MailWords['claims'] = {
  slip: {
    title: 'Zo betaalt u',
    amount: 'Bedrag',
    account: 'Op rekening',
    kid: 'Betalingskenmerk (KID)',
    to: 'Ten name van',
    due: 'Uiterlijk',
  },
  account: {
    title: 'De terugvordering',
    demanded: 'Teruggevorderd',
    inLocal: (amount) => `${amount} in lokale valuta`,
    received: (day) => `Ontvangen op ${day}`,
    waived: 'Kwijtgescholden',
    writtenOff: 'Afgeschreven',
    cancelled: 'Vervallen',
    open: 'Nog terug te betalen',
  },
  setOff: 'Verrekening',
  evidence: 'Bewijsstuk',
  seeClaim: 'Zien hoe het met de terugvordering staat',
  decide: 'Beslissen',
  lookAndDecide: 'Bekijken en beslissen',
  payAsAbove: 'Betaal het bedrag op de rekening hierboven, met het betalingskenmerk.',
  demandApproval: {
    subject: (amount) => `Een terugvordering van ${amount} wacht op goedkeuring door een tweede persoon`,
    heading: 'Een terugvordering wacht op goedkeuring door een tweede persoon',
    why: 'Elke terugvordering wordt door een tweede persoon bekeken voordat zij wordt verstuurd.',
    entitled: 'Waar de deelnemer recht op heeft',
    demanded: 'Terug te vorderen',
    todo: 'Controleer de berekening en laat de terugvordering versturen als die klopt.',
    action: 'De terugvordering bekijken',
  },
  demand: {
    subject: (amount) => `Betaal ${amount} van uw Erasmus+-beurs terug`,
    heading: (amount) => `U moet ${amount} terugbetalen`,
    why: 'Uw beurs is berekend over de bevestigde data. U hebt meer ontvangen dan waar u recht op hebt.',
    entitled: 'Waar u recht op hebt',
    inParts: 'U kunt in delen betalen: elk deel telt als het hetzelfde betalingskenmerk heeft.',
    object:
      'Denkt u dat de terugvordering niet klopt, maak dan bezwaar op uw pagina: zolang het bureau niet heeft beslist, hoeft u niet te betalen.',
    illness:
      'Kon het verblijf door ziekte niet doorgaan, dan kunt u op uw pagina vragen de beurs te behouden; daarvoor is een medische verklaring nodig.',
    todo: 'Betaal het bedrag op de rekening hierboven, met het betalingskenmerk. Kunt u het niet in één keer betalen, vraag dan vóór de uiterste datum op uw pagina om in termijnen te betalen.',
  },
  reminder: {
    subject: (amount) => `Herinnering: ${amount} van uw Erasmus+-beurs moet worden terugbetaald`,
    heading: (amount) => `${amount} moet nog worden terugbetaald`,
  },
  received: {
    part: {
      subject: (amount) => `Dank u wel: ${amount ?? 'uw betaling'} is ontvangen`,
      heading: 'Uw betaling is ontvangen',
      todo: 'Betaal de rest, met hetzelfde betalingskenmerk.',
    },
    all: {
      subject: 'Dank u wel: alles is terugbetaald',
      heading: 'Alles is terugbetaald',
    },
  },
  overdue: {
    subject: (name) => `Een terugbetaling is te laat: beslis wat er voor ${name} gebeurt`,
    heading: 'Een terugbetaling is te laat',
    reminded:
      'De deelnemer is volgens de regels herinnerd, en de terugvordering is niet betaald. Er gebeurt niets totdat u beslist.',
    todo: 'Geef meer tijd, spreek termijnen af, draag de invordering over, of stel voor de rest kwijt te schelden of af te schrijven. Over die laatste twee beslist een tweede persoon.',
  },
  extended: {
    subject: 'U hebt meer tijd om terug te betalen',
    heading: 'U hebt meer tijd om terug te betalen',
    given: 'Het international office heeft u meer tijd gegeven.',
  },
  reliefApproval: {
    heading: 'Afzien van een terugvordering wacht op goedkeuring door een tweede persoon',
    waive: {
      subject: 'Kwijtschelding van een terugvordering wacht op goedkeuring door een tweede persoon',
      proposed: (name) => `${name} stelt voor kwijt te schelden wat er van de terugvordering over is.`,
    },
    'write-off': {
      subject: 'Afschrijving van een terugvordering wacht op goedkeuring door een tweede persoon',
      proposed: (name) => `${name} stelt voor af te schrijven wat er van de terugvordering over is.`,
    },
    todo: 'Beslis of van de rest wordt afgezien.',
  },
  relieved: {
    subject: 'U hoeft de rest niet terug te betalen',
    heading: 'U hoeft de rest niet terug te betalen',
    given: (institution) => `${institution} ziet af van wat er van de terugvordering over was.`,
    todo: 'Niets. Betaal niets meer met het oude betalingskenmerk.',
  },
};
