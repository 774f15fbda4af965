import type { PageWords } from '../../index.ts';

export const address: PageWords['decisions']['address'] = {
  ofHost: 'Adressa til kontaktpersonen hos verten',
  ofParticipant: 'Adressa til deltakaren',
  settled: 'Adressa er alt retta. Det er ikkje meir å gjere.',
  lead: 'Ein e-post til denne adressa kom ikkje fram. Finn ut kva som er rett adresse, til dømes på telefon.',
  whose: 'Kven si adresse',
  participants: 'deltakaren si',
  soFar: 'Adressa til no',
  unwanted: 'Merkt som uønskt',
  unwantedText: 'Mottakaren har merkt e-posten vår som uønskt. Spør før du oppgir ei anna adresse.',
  email: 'Rett e-postadresse',
  emailHint:
    'E-posten som kom i retur, blir send dit med ein gong, med ei eiga lenkje; det same gjeld alt som følgjer.',
  emailMissing: 'Oppgi rett e-postadresse.',
  name: 'Det blir teke vare på saman med rettinga.',
  button: 'Rett adressa',
  done: (by) => `${by} retta adressa.`,
};
