import type { MailWords } from '../../language.ts';

export const application: MailWords['application'] = {
  received: {
    subject: 'Uw aanvraag voor een Erasmus+-beurs is ontvangen',
    heading: 'Uw aanvraag is ontvangen',
    thanks: (institution) =>
      `Dank u. Het international office van ${institution} bekijkt nu uw aanvraag. U krijgt een mail met de beslissing; er wordt niets betaald voordat beide partijen een beursovereenkomst hebben ondertekend.`,
    final: 'Het eindbedrag volgt uit de eerste en laatste dag die uw gastinstelling na het verblijf bevestigt.',
    todo: 'Nu niets. Bewaar deze mail: de link laat op elk moment zien waar uw aanvraag en uw geld zijn.',
  },
  wouldGet: 'Wat u zou krijgen',
  approval: {
    heading: 'Een aanvraag wacht op uw goedkeuring',
    reminderHeading: 'Herinnering: een aanvraag wacht nog op uw goedkeuring',
    subject: (heading, name) => `${heading}: ${name}`,
    refusals: 'Eisen waaraan niet is voldaan',
    needs: 'Gegevens die de aanvraag niet bevat',
    wouldBeAwarded: 'De beurs die zou worden toegekend',
    todo: 'Bekijk de aanvraag en keur haar goed, of wijs haar af met een reden die de aanvrager te lezen krijgt. Bij goedkeuring wordt het geld gereserveerd en gaat de overeenkomst in uw naam uit.',
    action: 'De aanvraag bekijken',
  },
  refused: {
    subject: 'Uw aanvraag voor een Erasmus+-beurs is afgewezen',
    heading: 'Uw aanvraag is afgewezen',
    decided: (host) =>
      `Het international office heeft besloten dat het u geen Erasmus+-beurs kan geven voor uw verblijf in ${host}.`,
    askOffice: 'Vraag het het bureau, door deze mail te beantwoorden.',
  },
  withdrawn: {
    subject: 'Uw aanvraag is ingetrokken',
    heading: 'Uw aanvraag is ingetrokken',
    asAsked:
      'Zoals u vroeg is uw aanvraag voor een Erasmus+-beurs ingetrokken. Er is niets betaald en u bent niets verschuldigd.',
    todo: 'Niets. Was u dit niet, of was het een vergissing, beantwoord deze mail dan meteen.',
  },
  waiting: {
    subject: 'Goedgekeurd, maar op de wachtlijst voor een Erasmus+-beurs',
    heading: 'U staat op de wachtlijst',
    noMoney:
      'Uw aanvraag is goedgekeurd, maar op dit moment is al het geld van deze oproep aan anderen gegeven. U houdt uw plaats op de lijst en krijgt een overeenkomst om te ondertekenen zodra er weer geld is.',
    review: (day) => `De lijst wordt uiterlijk op ${day} opnieuw bekeken.`,
    todo: 'Nu niets. Reken niet op de beurs voordat u een overeenkomst hebt ondertekend.',
  },
};
