/** The first page, for whoever comes without a link. */
export const home = {
  title: 'Erasmus+ mobility grants',
  lead: 'Apply for a grant for a stay abroad, and see at any time where your money is.',
  apply: (shortName: string) => `Apply at ${shortName}`,
  already: 'You have applied already?',
  link: 'The link in each of our mails opens your page. If you have lost it, ask for another one.',
  /** The choice of a language at the top of pages. */
  languages: 'Language',
};
