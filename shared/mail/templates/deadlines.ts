import { personalDeadlines } from '../../deadlines/open.ts';
import { type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { datum, deadline, dueDate, firstName, present, stayFacts } from './parts.ts';

/** The office has given more time, or ended an offer whose reader it could not reach. */
export const deadlines = {
  'signature-moved': (view: MailView): MailContent => moved(view, 'agreement-expiry'),

  'deadline-moved': (view: MailView): MailContent =>
    moved(view, personalDeadlines.find((each) => each === datum(view, 'deadline')) ?? 'obligations-reminder'),

  'offer-ended': (view: MailView): MailContent => {
    const { ended: w } = view.words.deadlines;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.unreached), stayFacts(view)],
      todo: w.todo,
      action: view.words.common.seeApplication,
    };
  },
} as const;

function moved(view: MailView, what: (typeof personalDeadlines)[number]): MailContent {
  const { moved: w } = view.words.deadlines;
  const { subject, todo } = w.each[what];
  const due = dueDate(view, 'due', what) ?? '';
  return {
    subject: subject(due),
    heading: w.heading,
    greet: firstName(view),
    blocks: present(text(w.given(due)), stayFacts(view)),
    todo,
    ...deadline(due),
    action: what === 'agreement-expiry' ? view.words.agreement.toSign.action : w.action,
  };
}
