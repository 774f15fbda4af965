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
};
