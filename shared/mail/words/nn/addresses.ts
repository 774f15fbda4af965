import type { MailWords } from '../../language.ts';

export const addresses: MailWords['addresses'] = {
  subject: (who) => `Ein e-post kunne ikkje leverast: ${who}`,
  heading: 'Ein e-post nådde ikkje fram',
  host: 'Ein e-post til kontaktpersonen hos verten kom i retur.',
  participant: 'Ein e-post til deltakaren kom i retur, og vi har inga anna adresse som verkar.',
  complained: 'Mottakaren har merkt e-posten vår som uønskt. Vi sender ikkje meir til den adressa.',
  address: 'Adresse',
  waits: 'Ingen frist går ut for den som ikkje har fått beskjed: Fristen blir flytt til eit varsel har kome fram.',
  todo: 'Finn den rette adressa, til dømes på telefon, og legg henne inn. E-posten blir då send på nytt.',
  action: 'Legg inn rett adresse',
};
