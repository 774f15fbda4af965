import type { PageWords } from '../../index.ts';

export const address: PageWords['decisions']['address'] = {
  ofHost: 'Adressen til kontaktpersonen hos verten',
  ofParticipant: 'Adressen til deltakeren',
  settled: 'Adressen er allerede rettet. Det er ingenting mer å gjøre.',
  lead: 'En e-post til denne adressen kom ikke fram. Finn ut hva som er riktig adresse, for eksempel på telefon.',
  whose: 'Hvem sin adresse',
  participants: 'deltakerens',
  soFar: 'Adressen til nå',
  unwanted: 'Merket som uønsket',
  unwantedText: 'Mottakeren har merket e-posten vår som uønsket. Spør før du oppgir en annen adresse.',
  email: 'Riktig e-postadresse',
  emailHint: 'E-posten som kom i retur, sendes dit med en gang, med en egen lenke; det samme gjelder alt som følger.',
  emailMissing: 'Oppgi riktig e-postadresse.',
  name: 'Det tas vare på sammen med rettelsen.',
  button: 'Rett adressen',
  done: (by) => `${by} rettet adressen.`,
};
