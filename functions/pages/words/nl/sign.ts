import type { PageWords } from '../index.ts';

export const sign: PageWords['sign'] = {
  title: 'Uw beursovereenkomst',
  signed: (moment) => `U hebt deze overeenkomst ondertekend op ${moment}.`,
  lapsed:
    'Deze overeenkomst is niet op tijd ondertekend en is vervallen. Schrijf naar het international office als iets u van ondertekenen heeft afgehouden.',
  nothing: 'Er is hier nu geen overeenkomst om te ondertekenen.',
  by: ['Onderteken uiterlijk op ', '.'],
  read: 'Ik heb de overeenkomst gelezen, mijn rekening klopt, en ik onderteken.',
  readMissing: 'Vink aan dat u de overeenkomst hebt gelezen en ondertekent.',
  button: 'De overeenkomst ondertekenen',
  outcome: 'U hebt de beursovereenkomst ondertekend.',
  beingMade: {
    title: 'Dit document wordt gemaakt',
    wait: 'Het is afgegeven, en de pdf is zeer binnenkort klaar. Probeer het over een minuut opnieuw.',
  },
};
