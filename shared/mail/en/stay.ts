import { type Block, facts, type MailContent, text } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { caseFacts, dueDate, firstName, fullName, present, stayFacts } from './parts.ts';

/** The stay and what follows it: confirmation, obligations, illness. Mails to the host name no amount. */
export const stay = {
  'confirmation-request': (view: MailView): MailContent => ({
    ...askHost(view),
    subject: `Please confirm the Erasmus+ stay of ${fullName(view)}`,
    heading: 'Please confirm an Erasmus+ stay',
  }),

  'confirmation-reminder-host': (view: MailView): MailContent => ({
    ...askHost(view),
    subject: `Reminder: please confirm the Erasmus+ stay of ${fullName(view)}`,
    heading: 'An Erasmus+ stay still waits for your confirmation',
  }),

  'confirmation-reminder': (view: MailView): MailContent => {
    const due = dueDate(view, 'due');
    return {
      subject: 'Your confirmation of stay is missing',
      heading: 'Your confirmation of stay is missing',
      greet: firstName(view),
      blocks: present(
        text(
          'Your grant is calculated on the first and last day that your host confirms. We have asked your coordinator there, but have no answer yet.',
        ),
        stayFacts(view),
        facts(['Your coordinator', oneLine(view.mobility.stay.host.contact.name)]),
        text(
          'Without a confirmation the rest cannot be paid, and in the end what you were paid has to be demanded back.',
        ),
      ),
      todo: 'Ask your coordinator to answer our mail, or upload the signed confirmation of stay on your page (PDF, JPEG or PNG).',
      ...(due === undefined ? {} : { by: due }),
      action: 'Upload the confirmation of stay',
    };
  },

  'confirmation-review': (view: MailView): MailContent => ({
    subject: `A confirmation of stay was uploaded: ${fullName(view)}`,
    heading: 'A confirmation of stay waits for you',
    blocks: [text('The participant has uploaded a confirmation of stay.'), caseFacts(view)],
    todo: 'Open the document, compare the signature and the host, and enter the first and last day that it confirms.',
    action: 'Look at the document',
  }),

  'confirmation-overdue': (view: MailView): MailContent => ({
    subject: `No confirmation of stay: decide what happens for ${fullName(view)}`,
    heading: 'No confirmation of stay has come',
    blocks: [
      text(
        'The host and the participant were reminded as the rules say, and no confirmation has come. Nothing happens until you decide.',
      ),
      caseFacts(view),
    ],
    todo: 'Give more time, or demand back what was paid.',
    action: 'Decide',
  }),

  'confirmation-extended': (view: MailView): MailContent => {
    const due = dueDate(view, 'due');
    return {
      subject: 'More time for your confirmation of stay',
      heading: 'You have more time for your confirmation of stay',
      greet: firstName(view),
      blocks: [text('The international office has given you and your host more time.'), stayFacts(view)],
      todo: 'Ask your coordinator to answer our mail, or upload the signed confirmation of stay on your page.',
      ...(due === undefined ? {} : { by: due }),
      action: 'Upload the confirmation of stay',
    };
  },

  'obligations-request': (view: MailView): MailContent => ({
    ...obligations(view),
    subject: 'What is still missing before the rest of your grant',
    heading: 'Your stay is confirmed: what is still missing',
  }),

  'obligations-reminder': (view: MailView): MailContent => ({
    ...obligations(view),
    subject: 'Reminder: something is missing before the rest of your grant',
    heading: 'The rest of your grant still waits for you',
  }),

  'illness-review': (view: MailView): MailContent => ({
    subject: `Illness: decide whether ${fullName(view)} keeps the grant`,
    heading: 'A participant asks to keep the grant because of illness',
    blocks: [
      text(
        'The participant had to stop for illness and has uploaded a medical certificate. Nothing is calculated or collected until you decide.',
      ),
      caseFacts(view),
    ],
    todo: 'Open the certificate and decide. The certificate is for this decision only; please keep no copy of it.',
    action: 'Look and decide',
  }),

  'illness-decided': (view: MailView): MailContent => {
    const kept = view.mobility.illness?.decision === 'kept';
    return {
      subject: kept ? 'You keep your grant' : 'Your request to keep the grant was refused',
      heading: kept ? 'You keep what you were paid' : 'Your request was refused',
      greet: firstName(view),
      blocks: present(
        text(
          kept
            ? 'The international office has accepted your medical certificate. What you were paid is yours, also for the days that you could not stay.'
            : 'The international office has looked at your medical certificate and decided that the grant is calculated on the days of your stay, as for everybody else.',
        ),
        stayFacts(view),
        text('You will get a statement with the final calculation.'),
      ),
      todo: kept ? 'Nothing.' : 'If you think that this is wrong, reply to this mail and say why.',
      action: 'See where my money is',
    };
  },
} as const;

function askHost(view: MailView): Omit<MailContent, 'subject' | 'heading'> {
  const due = dueDate(view, 'due', 'confirmation-decision');
  return {
    greet: oneLine(view.mobility.stay.host.contact.name),
    blocks: present(
      text(
        `${fullName(view)} of ${view.institution.name} was with you on an Erasmus+ grant, which is calculated on the dates that you confirm.`,
      ),
      caseFacts(view),
      view.mobility.withdrawal?.lastDay !== undefined &&
        text(`The participant has told us that ${view.say.date(view.mobility.withdrawal.lastDay)} was the last day.`),
    ),
    todo: 'Open the page and give the first and the last day on which presence at your institution was required. It takes a minute; no login is needed.',
    ...(due === undefined ? {} : { by: due }),
    action: 'Confirm the dates',
  };
}

function obligations(view: MailView): Omit<MailContent, 'subject' | 'heading'> {
  const due = dueDate(view, 'due');
  const { mobility, institution } = view;
  const missing: Block = {
    kind: 'list',
    title: 'Still missing',
    items: mobility.obligationsDue
      .filter((code) => !(code in mobility.obligations))
      .map((code) => institution.obligations.find((obligation) => obligation.code === code)?.label ?? code),
  };
  return {
    greet: firstName(view),
    blocks: present(
      mobility.confirmed?.period &&
        text(`Your host has confirmed your stay: ${view.say.period(mobility.confirmed.period)}.`),
      missing,
      text('As soon as nothing is missing, the rest of your grant is calculated and paid.'),
    ),
    todo: 'Do what is missing, then tell us on your page that it is done.',
    ...(due === undefined ? {} : { by: due }),
    action: 'Tell us that it is done',
  };
}
