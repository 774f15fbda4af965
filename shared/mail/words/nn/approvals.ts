import type { MailWords } from '../../language.ts';

export const approvals: MailWords['approvals'] = {
  request: {
    heading: 'Eit utanlandsopphald treng samtykke frå deg',
    reminderHeading: 'Påminning: Eit utanlandsopphald treng framleis samtykke frå deg',
    subject: (heading, name) => `${heading}: ${name}`,
    asked: (applicant, institution, label) =>
      `${applicant} søkjer om Erasmus+-stipend frå ${institution}. Du blir beden om samtykke som ${label}; kontoret avgjer søknaden etterpå.`,
    instead: (before) => `Du blir spurd i staden for ${before}.`,
    todo: 'Sjå på opphaldet, og sei ja, sei nei med ei grunngiving som søkjaren får lese, eller gi saka vidare til ein vikar.',
    action: 'Sjå på opphaldet',
  },
  overdue: {
    heading: 'Eit samtykke kjem ikkje',
    subject: (heading, name) => `${heading}: ${name}`,
    silence: (name, label, day) => `${name} (${label}) blei spurd ${day} og har ikkje svart.`,
    unreached: (name, label) => `E-posten vår til ${name} (${label}) kom ikkje fram.`,
    waits: 'Søknaden ventar; ingenting går ut i mellomtida.',
    todo: 'Oppgi ein annan som kan spørjast, eller avgjer i staden for vedkomande, med ei grunngiving.',
    action: 'Sjå korleis saka kan gå vidare',
  },
  received: (institution, name, label) =>
    `Takk. ${name} (${label}) blir først beden om samtykke; deretter ser internasjonalt kontor ved ${institution} på søknaden din. Du får ein e-post med avgjerda; ingenting blir betalt ut før begge partar har signert ein stipendavtale.`,
  refused: (name, label, host) =>
    `${name} (${label}) samtykkjer ikkje til opphaldet ditt i ${host}, og då kan du ikkje få Erasmus+-stipend til det.`,
  agreed: (by, day) => `samtykke frå ${by}, ${day}`,
  agreedInPlace: (by, day, name, reason) => `samtykke frå ${by} ved kontoret, ${day}, i staden for ${name}: ${reason}`,
};
