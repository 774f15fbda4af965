import type { MailWords } from '../../language.ts';

export const replies: MailWords['replies'] = {
  subject: (name) => `Antwoord per e-mail: ${name}`,
  heading: 'Een van onze e-mails is beantwoord',
  participant: 'Er is een antwoord op een e-mail aan de deelnemer.',
  host: 'Er is een antwoord op een e-mail aan de gastinstelling.',
  files: (count) => (count === 1 ? 'Er is één bestand bijgevoegd.' : `Er zijn ${count} bestanden bijgevoegd.`),
  nothing: 'In het dossier is hierdoor niets veranderd, en niemand heeft een antwoord gekregen.',
  todo: 'Lees het en doe wat nodig is.',
  action: 'Het antwoord lezen',
};
