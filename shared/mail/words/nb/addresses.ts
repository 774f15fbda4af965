import type { MailWords } from '../../language.ts';

export const addresses: MailWords['addresses'] = {
  subject: (who) => `En e-post kunne ikke leveres: ${who}`,
  heading: 'En e-post nådde ikke fram',
  host: 'En e-post til kontaktpersonen hos verten kom i retur.',
  participant: 'En e-post til deltakeren kom i retur, og vi har ingen annen adresse som virker.',
  complained: 'Mottakeren har merket e-posten vår som uønsket. Vi sender ikke mer til den adressen.',
  address: 'Adresse',
  waits: 'Ingen frist går ut for den som ikke har fått beskjed: Fristen flyttes til et varsel har kommet fram.',
  todo: 'Finn den riktige adressen, for eksempel på telefon, og legg den inn. E-posten sendes da på nytt.',
  action: 'Legg inn riktig adresse',
};
