import type { MailWords } from '../../language.ts';

export const deadlines: MailWords['deadlines'] = {
  moved: {
    heading: 'U hebt meer tijd gekregen',
    given: (due) =>
      `Het international office heeft u meer tijd gegeven: tot en met ${due}. De eerdere datum geldt niet meer.`,
    each: {
      'agreement-expiry': {
        subject: (due) => `Meer tijd: onderteken uw beursovereenkomst uiterlijk op ${due}`,
        todo: 'Lees de overeenkomst op de pagina achter de link, vraag een code aan (die komt per e-mail) en onderteken daarmee. Zonder handtekening is er geen beurs.',
      },
      'confirmation-decision': {
        subject: (due) => `Meer tijd: uw bevestiging van verblijf uiterlijk op ${due}`,
        todo: 'Vraag uw contactpersoon bij de gastinstelling onze e-mail te beantwoorden, of upload de ondertekende bevestiging van verblijf op uw pagina.',
      },
      'obligations-reminder': {
        subject: (due) => `Meer tijd: wat nog ontbreekt, uiterlijk op ${due}`,
        todo: 'Doe wat volgens uw pagina nog ontbreekt. De rest van uw beurs wordt betaald zodra alles er is.',
      },
      'claim-decision': {
        subject: (due) => `Meer tijd: uw terugbetaling uiterlijk op ${due}`,
        todo: 'Betaal wat op uw pagina openstaat, met hetzelfde betalingskenmerk als eerder. Lukt dat niet, vraag dan op uw pagina of u in delen kunt betalen.',
      },
    },
    action: 'Bekijk uw pagina',
  },
  ended: {
    subject: 'Het aanbod van uw Erasmus+-beurs is beëindigd',
    heading: 'Uw beursaanbod is beëindigd',
    unreached:
      'Onze e-mails over uw beursovereenkomst hebben u niet bereikt, ook al is de datum meer dan eens verschoven, en het international office kon u ook niet op een andere manier bereiken. De overeenkomst is niet ondertekend. Daarom is het aanbod beëindigd en gaat het geld naar iemand anders. Er is niets betaald en u bent niets verschuldigd.',
    todo: 'Wilt u nog steeds gaan? Beantwoord deze e-mail dan meteen: het international office kan u zeggen of een nieuwe aanvraag mogelijk is.',
  },
};
