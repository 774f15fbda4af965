import type { PageWords } from '../index.ts';

export const home: PageWords['home'] = {
  title: 'Erasmus+-stipend',
  lead: 'Søk om stipend til eit opphald i utlandet, og sjå når som helst kvar pengane dine er.',
  apply: (shortName) => `Søk ved ${shortName}`,
  already: 'Har du søkt alt?',
  link: 'Lenkja i kvar e-post frå oss opnar sida di. Har du mista henne, be om ei ny.',
  languages: 'Språk',
};
