import type { MailWords } from '../../language.ts';

export const approvals: MailWords['approvals'] = {
  request: {
    heading: 'Et utenlandsopphold trenger samtykke fra deg',
    reminderHeading: 'Påminnelse: Et utenlandsopphold trenger fortsatt samtykke fra deg',
    subject: (heading, name) => `${heading}: ${name}`,
    asked: (applicant, institution, label) =>
      `${applicant} søker om Erasmus+-stipend fra ${institution}. Du blir bedt om samtykke som ${label}; kontoret avgjør søknaden etterpå.`,
    instead: (before) => `Du blir spurt i stedet for ${before}.`,
    todo: 'Se på oppholdet, og si ja, si nei med en begrunnelse som søkeren får lese, eller gi saken videre til en stedfortreder.',
    action: 'Se på oppholdet',
  },
  overdue: {
    heading: 'Et samtykke kommer ikke',
    subject: (heading, name) => `${heading}: ${name}`,
    silence: (name, label, day) => `${name} (${label}) ble spurt ${day} og har ikke svart.`,
    unreached: (name, label) => `E-posten vår til ${name} (${label}) kom ikke fram.`,
    waits: 'Søknaden venter; ingenting utløper i mellomtiden.',
    todo: 'Oppgi en annen som kan spørres, eller avgjør i vedkommendes sted, med en begrunnelse.',
    action: 'Se hvordan saken kan gå videre',
  },
  received: (institution, name, label) =>
    `Takk. ${name} (${label}) blir først bedt om samtykke; deretter ser internasjonalt kontor ved ${institution} på søknaden din. Du får en e-post med avgjørelsen; ingenting utbetales før begge parter har signert en stipendavtale.`,
  refused: (name, label, host) =>
    `${name} (${label}) samtykker ikke til oppholdet ditt i ${host}, og da kan du ikke få Erasmus+-stipend til det.`,
  agreed: (by, day) => `samtykke fra ${by}, ${day}`,
  agreedInPlace: (by, day, name, reason) => `samtykke fra ${by} ved kontoret, ${day}, i stedet for ${name}: ${reason}`,
};
