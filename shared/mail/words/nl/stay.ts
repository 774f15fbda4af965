import type { MailWords } from '../../language.ts';

export const stay: MailWords['stay'] = {
  askHost: {
    subject: (name) => `Verzoek om het Erasmus+-verblijf van ${name} te bevestigen`,
    heading: 'Verzoek om een Erasmus+-verblijf te bevestigen',
    reminderSubject: (name) => `Herinnering: bevestig het Erasmus+-verblijf van ${name}`,
    reminderHeading: 'Een Erasmus+-verblijf wacht nog op uw bevestiging',
    who: (name, institution) =>
      `${name} van ${institution} was bij u met een Erasmus+-beurs, die wordt berekend over de data die u bevestigt.`,
    leftOn: (day) => `De deelnemer heeft ons laten weten dat ${day} de laatste dag was.`,
    todo: 'Open de pagina en geef de eerste en de laatste dag waarop aanwezigheid bij uw instelling vereist was. Het kost een minuut; inloggen is niet nodig.',
    action: 'De data bevestigen',
  },
  missing: {
    subject: 'De bevestiging van uw verblijf ontbreekt',
    heading: 'De bevestiging van uw verblijf ontbreekt',
    asked:
      'Uw beurs wordt berekend over de eerste en laatste dag die uw gastinstelling bevestigt. Wij hebben uw coördinator daar gevraagd, maar nog geen antwoord gekregen.',
    coordinator: 'Uw coördinator',
    without:
      'Zonder bevestiging kan de rest niet worden betaald, en uiteindelijk moet worden teruggevorderd wat u hebt ontvangen.',
    todo: 'Vraag uw coördinator onze mail te beantwoorden, of upload de ondertekende bevestiging op uw pagina (pdf, JPEG of PNG).',
    action: 'De bevestiging uploaden',
  },
  review: {
    subject: (name) => `Er is een bevestiging van verblijf geüpload: ${name}`,
    heading: 'Een bevestiging van verblijf wacht op u',
    uploaded: 'De deelnemer heeft een bevestiging van verblijf geüpload.',
    todo: 'Open het document, vergelijk de handtekening en de gastinstelling, en vul de eerste en laatste dag in die het bevestigt.',
    action: 'Het document bekijken',
  },
  overdue: {
    subject: (name) => `Geen bevestiging van verblijf: beslis wat er gebeurt voor ${name}`,
    heading: 'Er is geen bevestiging van verblijf gekomen',
    reminded:
      'De gastinstelling en de deelnemer zijn herinnerd zoals de regels zeggen, en er is geen bevestiging gekomen. Er gebeurt niets totdat u beslist.',
    todo: 'Geef meer tijd, of vorder terug wat is betaald.',
    action: 'Beslissen',
  },
  extended: {
    subject: 'Meer tijd voor de bevestiging van uw verblijf',
    heading: 'U hebt meer tijd voor de bevestiging van uw verblijf',
    given: 'Het international office heeft u en uw gastinstelling meer tijd gegeven.',
    todo: 'Vraag uw coördinator onze mail te beantwoorden, of upload de ondertekende bevestiging op uw pagina.',
  },
  obligations: {
    subject: 'Wat er nog ontbreekt vóór de rest van uw beurs',
    heading: 'Uw verblijf is bevestigd: wat er nog ontbreekt',
    reminderSubject: 'Herinnering: er ontbreekt iets vóór de rest van uw beurs',
    reminderHeading: 'De rest van uw beurs wacht nog op u',
    confirmed: (period) => `Uw gastinstelling heeft uw verblijf bevestigd: ${period}.`,
    missing: 'Nog te doen',
    afterwards: 'Zodra er niets meer ontbreekt, wordt de rest van uw beurs berekend en betaald.',
    todo: 'Doe wat nog ontbreekt en meld daarna op uw pagina dat het gedaan is.',
    action: 'Melden dat het gedaan is',
  },
  illness: {
    subject: (name) => `Ziekte: beslis of ${name} de beurs houdt`,
    heading: 'Een deelnemer vraagt de beurs te houden wegens ziekte',
    asks: 'De deelnemer moest wegens ziekte stoppen en heeft een medische verklaring geüpload. Er wordt niets berekend of teruggevorderd totdat u beslist.',
    todo: 'Open de verklaring en beslis. De verklaring dient alleen voor deze beslissing; bewaar er geen kopie van.',
    action: 'Bekijken en beslissen',
  },
  illnessDecided: {
    kept: {
      subject: 'U houdt uw beurs',
      heading: 'U houdt wat u hebt ontvangen',
      decision:
        'Het international office heeft uw medische verklaring geaccepteerd. Wat u hebt ontvangen is van u, ook voor de dagen waarop u er niet kon zijn.',
    },
    refused: {
      subject: 'Uw verzoek om de beurs te houden is afgewezen',
      heading: 'Uw verzoek is afgewezen',
      decision:
        'Het international office heeft uw medische verklaring bekeken en besloten dat de beurs wordt berekend over de dagen van uw verblijf, zoals bij iedereen.',
    },
    statement: 'U krijgt een overzicht met de eindafrekening.',
  },
};
