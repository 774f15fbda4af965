import type { PageWords } from '../index.ts';

export const freshLink: PageWords['freshLink'] = {
  offer: 'Stuur mij een nieuwe link',
  title: 'Stuur mij een nieuwe link',
  lead: 'Geef aan waar u een aanvraag hebt gedaan en met welk mailadres. Is er een beurs of een aanvraag met dit adres, dan gaat er een mail met de link naartoe.',
  institution: 'Instelling',
  choose: 'Kies',
  email: 'Mailadres',
  emailHint: 'Het adres dat u ons hebt gegeven.',
  reference: 'Referentie',
  referenceHint:
    'Tien letters en cijfers; zij staat onder elk van onze mails. Laat het veld leeg om de links naar al uw dossiers te krijgen.',
  button: 'Stuur mij de link',
  missing: 'Kies waar u een aanvraag hebt gedaan.',
  noEmail: 'Geef het mailadres waarop wij u schrijven.',
  badEmail: 'Dit is geen mailadres. Schrijf het als naam@universiteit.nl.',
  badReference:
    'Een referentie heeft tien letters en cijfers. Kopieer haar uit een van onze mails, of laat het veld leeg.',
  done: {
    title: 'Kijk in uw mail',
    sent: 'Is er een beurs of een aanvraag met dit mailadres, dan is een mail met de link onderweg. Hij gaat alleen naar het adres dat wij hebben.',
    limit: 'Naar één adres gaan hoogstens drie van zulke mails per uur.',
    none: (office, email) =>
      `Komt er binnen enkele minuten geen mail, kijk dan bij de ongewenste mail en ga na of u met een ander adres hebt aangevraagd. Schrijf anders naar ${office}, ${email}.`,
  },
};
