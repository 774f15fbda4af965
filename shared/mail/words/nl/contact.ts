import type { MailWords } from '../../language.ts';

export const contact: MailWords['contact'] = {
  changed: {
    subject: 'Uw mailadres is gewijzigd',
    heading: 'Vanaf nu schrijven wij naar een ander adres',
    first:
      'Iemand, waarschijnlijk u zelf, heeft voor deze beurs een ander mailadres opgegeven en de code ingevuld die daarheen is gestuurd. Vanaf nu gaan onze mails daarheen.',
    second:
      'Iemand, waarschijnlijk u zelf, heeft voor deze beurs een privémailadres opgegeven en de code ingevuld die daarheen is gestuurd. Wij schrijven daarheen als mail naar dit adres terugkomt.',
    todo: 'Was u dit zelf, dan hoeft u niets te doen. Zo niet, schrijf dan meteen naar het international office: wie dit deed, heeft een link uit uw mails.',
  },
  name: {
    subject: (name: string) => `Een andere schrijfwijze van een naam: ${name}`,
    heading: 'Een deelnemer vraagt om een andere schrijfwijze van de naam',
    about: 'De naam staat in de overeenkomst en gaat naar de bank; daarom wordt hij niet vanzelf gewijzigd.',
    before: 'Tot nu toe',
    asked: 'Gevraagd',
    todo: 'Vergelijk de naam met de papieren van de deelnemer en antwoord de deelnemer. Het verzoek blijft tot dan op de werklijst staan.',
  },
};
