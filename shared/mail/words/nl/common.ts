import type { MailWords } from '../../language.ts';

export const common: MailWords['common'] = {
  grants: 'Erasmus+-mobiliteitsbeurzen',
  greeting: (name) => `Beste ${name},`,
  whatToDo: 'Wat u moet doen',
  by: 'Uiterlijk op',
  total: 'Totaal',
  source: 'Bron',
  openLink: 'Open uw pagina',
  linkIsYours:
    'Deze link is alleen voor u bestemd. Hem openen verandert niets; alleen waar u daarna op klikt, doet dat.',
  ask: (name, email) => `Vragen? Beantwoord deze mail, of schrijf naar ${name}, ${email}.`,
  reference: (id) => `Kenmerk: ${id}`,
  keep: {
    agreement: 'De ondertekende overeenkomst staat als pdf op uw pagina, voor uw administratie.',
    'payment-advice': 'Een betaalbericht staat als pdf op uw pagina, voor uw administratie.',
    'settlement-statement': 'De eindafrekening staat als pdf op uw pagina, voor uw administratie.',
    'repayment-demand': 'Deze terugvordering staat als brief (pdf) op uw pagina, met de hele berekening.',
    'repayment-plan': 'Deze regeling staat als brief (pdf) op uw pagina, met de dag en het bedrag van elke termijn.',
  },
  labels: {
    host: 'Gastinstelling',
    stay: 'Verblijf',
    participant: 'Deelnemer',
    plannedStay: 'Gepland verblijf',
    reason: 'Reden',
    why: 'Waarom',
    calculation: 'Berekening',
  },
  nothing: 'Niets.',
  nothingNow: 'Nu niets.',
  howItIsPaid: 'Zo wordt betaald',
  rules: (version) => `Berekend volgens versie ${version} van de regels.`,
  rate: (rate, currency, date) =>
    `1 EUR = ${rate} ${currency}, de koers van ${date}, toen de EU-middelen zijn ontvangen. Die blijft gelijk voor alle betalingen van deze overeenkomst.`,
  exchangeRate: (sentence) => `Wisselkoers: ${sentence}`,
  costCentre: (number, unit) => `kostenplaats ${number}, ${unit}`,
  first: 'het eerste deel van uw beurs',
  rest: 'de rest van uw beurs',
  seeMoney: 'Zien waar mijn geld is',
  seeApplication: 'Uw aanvraag bekijken',
  ifWrong: 'Denkt u dat dit niet klopt, beantwoord deze mail dan en zeg waarom.',
};
