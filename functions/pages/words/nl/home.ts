import type { PageWords } from '../index.ts';

export const home: PageWords['home'] = {
  title: 'Erasmus+-beurzen',
  lead: 'Vraag een beurs aan voor een verblijf in het buitenland, en zie op elk moment waar uw geld is.',
  apply: (shortName) => `Aanvragen bij ${shortName}`,
  already: 'Hebt u al een aanvraag gedaan?',
  link: 'De link in elk van onze mails opent uw pagina. Bent u hem kwijt, vraag dan om een nieuwe.',
  languages: 'Taal',
};
