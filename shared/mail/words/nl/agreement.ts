import type { MailWords } from '../../language.ts';

export const agreement: MailWords['agreement'] = {
  toSign: {
    subject: 'Uw Erasmus+-beursovereenkomst kan worden ondertekend',
    heading: 'Uw beursovereenkomst kan worden ondertekend',
    reminderSubject: (due) =>
      `Herinnering: onderteken uw Erasmus+-beursovereenkomst${due === undefined ? '' : ` uiterlijk op ${due}`}`,
    reminderHeading: 'Uw beursovereenkomst wacht nog op uw handtekening',
    approved: (institution) =>
      `Uw aanvraag is goedgekeurd. ${institution} heeft de beursovereenkomst ondertekend; zij geldt zodra u ook tekent.`,
    todo: 'Lees de overeenkomst op de pagina achter de link, vraag een code aan (die komt per mail) en onderteken ermee. Zonder handtekening is er geen beurs.',
    action: 'De overeenkomst lezen en ondertekenen',
  },
  lapsed: {
    subject: 'Uw Erasmus+-beursovereenkomst is vervallen',
    heading: 'Uw beursovereenkomst is vervallen',
    ended:
      'U bent meer dan eens herinnerd, maar de overeenkomst is niet op tijd ondertekend. Het aanbod is vervallen en het geld gaat naar iemand op de wachtlijst. Er is niets betaald en u bent niets verschuldigd.',
    todo: 'Kon u door iets niet tekenen, beantwoord dan deze mail: het bureau kan zeggen of een nieuwe aanvraag mogelijk is.',
  },
  signed: {
    subject: 'Ondertekend: uw Erasmus+-beursovereenkomst',
    heading: 'Uw beursovereenkomst is door beide partijen ondertekend',
    paidAfter: (account) =>
      `De beurs wordt na het verblijf betaald, aan ${account}. U krijgt een mail als het geld onderweg is, en nog een als het er is.`,
    firstGoes: (payBy) =>
      `Het eerste deel gaat naar de rekening die u hebt opgegeven${payBy === undefined ? '' : `, uiterlijk op ${payBy}`}. U krijgt een mail als de bank de opdracht heeft, en nog een als zij heeft betaald.`,
    beforeIt: 'Voordat er kan worden betaald',
    beforeRest: 'Voordat de rest kan worden betaald',
    todo: 'Nu niets. Gaat u eerder naar huis of kunt u helemaal niet gaan, meld dat dan op uw pagina zodra u het weet.',
  },
  yourGrant: 'Uw beurs',
  number: 'Overeenkomst',
  signedFor: 'Getekend voor de instelling',
  signedByYou: 'Getekend door u',
};
