import type { MailWords } from '../../language.ts';

export const links: MailWords['links'] = {
  subject: 'De link naar uw Erasmus+-beurs',
  heading: 'Uw nieuwe link',
  asked:
    'Iemand, waarschijnlijk u zelf, heeft op onze pagina om een nieuwe link naar dit dossier gevraagd. Links uit eerdere mails blijven werken tot ze verlopen.',
  todo: 'Bewaar deze mail. Hebt u er niet om gevraagd, dan hoeft u niets te doen: niemand anders heeft de link gekregen.',
};
