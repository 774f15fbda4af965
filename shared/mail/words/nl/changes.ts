import type { MailWords } from '../../language.ts';

export const changes: MailWords['changes'] = {
  extension: {
    subject: (name, day) => `Langer verblijf: ${name} wil tot ${day} blijven`,
    heading: 'Een deelnemer vraagt om een langer verblijf',
    asks: 'De deelnemer heeft het verzoek met een eenmalige code ondertekend. Als u het toestaat, wordt de overeenkomst gewijzigd en wordt het geld voor het verschil meteen gereserveerd.',
    newEnd: 'Gevraagd tot',
    amountNow: 'Nu overeengekomen',
    amountThen: 'Dan overeengekomen',
    more: 'Verschil',
    working: 'De overeenkomst met de latere einddatum',
    todo: 'Open de pagina en sta het verzoek toe, of wijs het af met een reden.',
    action: 'Bekijken en beslissen',
  },
  extensionGranted: {
    subject: (day) => `Uw verblijf is verlengd tot en met ${day}`,
    heading: (day) => `U mag tot en met ${day} blijven`,
    granted:
      'Uw overeenkomst is gewijzigd. Wat eerst is betaald, blijft zoals het is; het verschil komt samen met de rest, na het verblijf.',
    unchanged:
      'Uw overeenkomst is gewijzigd. Het overeengekomen bedrag blijft gelijk tot uw gastinstelling uw dagen heeft bevestigd; dan wordt het daarop berekend.',
    amount: 'Uw beurs na de wijziging',
    before: 'Eerder overeengekomen',
  },
  extensionRefused: {
    subject: 'Uw verzoek om een langer verblijf is afgewezen',
    heading: 'Uw overeenkomst blijft zoals zij is',
    refused: (day) => `U vroeg om tot ${day} te blijven. Het internationale kantoor kon daar niet mee instemmen.`,
    paid: (day) =>
      `Uw overeenkomst eindigt zoals gepland op ${day}. Bevestigt uw gastinstelling meer dagen, dan worden die volgens de regels van uw overeenkomst betaald.`,
    unpaid: (day) =>
      `Uw overeenkomst eindigt zoals gepland op ${day}. U mag langer blijven, maar voor de dagen daarna is er geen beurs.`,
  },
};
