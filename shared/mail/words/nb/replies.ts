import type { MailWords } from '../../language.ts';

export const replies: MailWords['replies'] = {
  subject: (name) => `Svar på e-post: ${name}`,
  heading: 'Noen har svart på en e-post fra oss',
  participant: 'Det har kommet svar på en e-post til deltakeren.',
  host: 'Det har kommet svar på en e-post til verten.',
  files: (count) => (count === 1 ? 'Svaret har én fil vedlagt.' : `Svaret har ${count} filer vedlagt.`),
  nothing: 'Ingenting i saken er endret på grunn av svaret, og ingen har fått noe tilbake.',
  todo: 'Les svaret, og gjør det som trengs.',
  action: 'Les svaret',
};
