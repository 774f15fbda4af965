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
  interruption: {
    subject: (name) => `Onderbreking van een verblijf: ${name}`,
    heading: 'Een deelnemer was niet bij de gastinstelling',
    reported:
      'De deelnemer meldt een onderbreking. Voor die dagen is er geen beurs: de eindberekening laat ze weg zodra u ze bevestigt.',
    away: 'Afwezig',
    days: 'Dagen',
    without: 'Beurs op de data, zonder onderbreking',
    with: 'Beurs op de data, met onderbreking',
    todo: 'Open de pagina en bevestig de onderbreking, of zeg waarom het er geen is.',
    action: 'Bekijken en beslissen',
  },
  interruptionDecided: {
    confirmedSubject: 'Uw onderbreking is bevestigd',
    confirmedHeading: 'Uw onderbreking is bevestigd',
    confirmed: (days) =>
      `De eindberekening van uw beurs laat ${days === 1 ? 'deze dag' : `deze ${days} dagen`} weg. Voor die tijd hoeft u niets terug te betalen.`,
    refusedSubject: 'Uw onderbreking telt niet',
    refusedHeading: 'Uw onderbreking telt niet',
    refused:
      'Het internationale kantoor telt wat u hebt gemeld niet als onderbreking. Uw beurs wordt berekend op alle dagen die uw gastinstelling bevestigt.',
  },
  greenReview: {
    subject: (name) => `Groen reizen: aanvraag van ${name}`,
    heading: 'Een aanvraag voor groen reizen wacht op u',
    claims: 'De deelnemer heeft de heen- en terugreis opgegeven en bewijzen geüpload.',
    test: 'Groen deel van de reis',
    working: (green, total, least) => `${green} van ${total} km; minstens ${least} % is nodig`,
    receipts: 'Bewijzen',
    todo: 'Open de pagina, vergelijk de bewijzen met de reis, en keur de aanvraag goed of wijs haar af.',
    action: 'Bekijken en beslissen',
  },
  greenDecided: {
    acceptedSubject: 'Uw groene reis is goedgekeurd',
    accepted: 'Het internationale kantoor heeft uw aanvraag goedgekeurd. Uw beurs wordt met groen reizen berekend.',
    refusedSubject: 'Uw aanvraag voor groen reizen is afgewezen',
    refused:
      'Het internationale kantoor kon uw aanvraag niet goedkeuren. Uw beurs wordt met gewone reis berekend, voor zover de regels daarvoor iets geven.',
  },
};
