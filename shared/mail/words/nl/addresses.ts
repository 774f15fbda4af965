import type { MailWords } from '../../language.ts';

export const addresses: MailWords['addresses'] = {
  subject: (who) => `Een e-mail kon niet worden bezorgd: ${who}`,
  heading: 'Een e-mail heeft de lezer niet bereikt',
  host: 'Een e-mail aan de contactpersoon bij de gastinstelling is teruggekomen.',
  participant: 'Een e-mail aan de deelnemer is teruggekomen, en wij kennen geen ander adres dat werkt.',
  complained: 'De ontvanger heeft onze e-mail als ongewenst gemarkeerd. Naar dat adres sturen wij niets meer.',
  address: 'Adres',
  waits:
    'Geen termijn verstrijkt ten nadele van iemand die niet op de hoogte is gebracht: de termijn schuift op tot een bericht is aangekomen.',
  todo: 'Zoek het juiste adres op, bijvoorbeeld per telefoon, en vul het in. De e-mail wordt dan opnieuw verstuurd.',
  action: 'Vul het juiste adres in',
};
