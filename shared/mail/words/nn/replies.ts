import type { MailWords } from '../../language.ts';

export const replies: MailWords['replies'] = {
  subject: (name) => `Svar på e-post: ${name}`,
  heading: 'Nokon har svart på ein e-post frå oss',
  participant: 'Det har kome svar på ein e-post til deltakaren.',
  host: 'Det har kome svar på ein e-post til verten.',
  files: (count) => (count === 1 ? 'Svaret har éi fil vedlagd.' : `Svaret har ${count} filer vedlagde.`),
  nothing: 'Ingenting i saka er endra på grunn av svaret, og ingen har fått noko tilbake.',
  todo: 'Les svaret, og gjer det som trengst.',
  action: 'Les svaret',
};
