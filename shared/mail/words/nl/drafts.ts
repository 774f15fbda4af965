import type { MailWords } from '../../language.ts';

export const drafts: MailWords['drafts'] = {
  begun: {
    subject: 'Ga verder met uw aanvraag voor een Erasmus+-beurs',
    heading: 'Uw aanvraag is begonnen',
    begun: (institution) =>
      `Met dit mailadres is een aanvraag voor een Erasmus+-beurs van ${institution} begonnen. Er is nog niets verstuurd. De antwoorden worden bewaard zoals u ze geeft; met de link hieronder opent u ze weer, op dit apparaat of een ander.`,
    keptUntil: 'Bewaard tot',
    todo: (institution) =>
      `Ga verder wanneer het u schikt, zolang ${institution} aanvragen aanneemt. Bent u er niet zelf mee begonnen, doe dan niets: wat is ingevuld, wordt op de dag hierboven gewist.`,
    action: 'Ga verder met uw aanvraag',
  },
  nominated: {
    subject: (shortName: string) => `${shortName} heeft u voorgedragen: vraag uw Erasmus+-beurs aan`,
    heading: 'Vraag uw Erasmus+-beurs aan',
    nominated: (institution: string) =>
      `Het international office van ${institution} heeft u voor dit verblijf voorgedragen. Uw aanvraag is begonnen: gastinstelling en data zijn door het office ingevuld, de rest beantwoordt u zelf. Er is nog niets verstuurd.`,
    todo: (shortName: string) =>
      `Beantwoord wat nog ontbreekt en verstuur de aanvraag in de periode waarin ${shortName} aanvragen aanneemt. Kloppen gastinstelling of data niet, of wilt u niet gaan, beantwoord dan deze mail.`,
    action: 'Verder met uw aanvraag',
  },
  nominateLink: {
    subject: 'Deelnemers voordragen met een lijst',
    heading: 'Deelnemers voordragen met een lijst',
    about: (institution: string) =>
      `Met deze link stuurt het international office van ${institution} een lijst van voorgedragen deelnemers in. Ieder van hen krijgt een mail met een begonnen aanvraag.`,
    until: 'Werkt tot',
    todo: 'Open de pagina en kies de lijst, een CSV-bestand. U ziet wat er niet klopt voordat er iets wordt verstuurd. Geef de link alleen aan collega’s die mogen voordragen.',
    action: 'De pagina openen',
  },
};
