import type { PageWords } from '../index.ts';

export const home: PageWords['home'] = {
  title: 'Erasmus+-stipend',
  lead: 'Søk om stipend til et opphold i utlandet, og se når som helst hvor pengene dine er.',
  apply: (shortName) => `Søk ved ${shortName}`,
  already: 'Har du søkt allerede?',
  link: 'Lenken i hver e-post fra oss åpner siden din. Har du mistet den, be om en ny.',
  languages: 'Språk',
};
