import { facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import {
  caseFacts,
  datum,
  dueDate,
  firstName,
  fullName,
  hostPlace,
  instalmentsOf,
  present,
  stayFacts,
  workingOf,
} from '../templates/parts.ts';

/** From the application to the place on the list. */
export const application = {
  'application-received': (view: MailView): MailContent => ({
    subject: 'Your application for an Erasmus+ grant has arrived',
    heading: 'Your application has arrived',
    greet: firstName(view),
    blocks: present(
      text(
        `Thank you. The international office of ${view.institution.name} now looks at your application. You will get a mail with the decision; nothing is paid before both sides have signed a grant agreement.`,
      ),
      stayFacts(view),
      workingOf(view, 'What you would get', view.mobility.assessment),
      instalmentsOf(view),
      text('The final amount follows from the first and last day that your host confirms after the stay.'),
    ),
    todo: 'Nothing now. Keep this mail: its link shows at any time where your application and your money are.',
    action: 'See where my money is',
  }),

  'approval-request': (view: MailView): MailContent => approval(view, 'An application waits for your approval'),
  'approval-reminder': (view: MailView): MailContent =>
    approval(view, 'Reminder: an application still waits for your approval'),

  'application-refused': (view: MailView): MailContent => ({
    subject: 'Your application for an Erasmus+ grant was refused',
    heading: 'Your application was refused',
    greet: firstName(view),
    blocks: present(
      text(
        `The international office has decided that it cannot give you an Erasmus+ grant for your stay in ${hostPlace(view)}.`,
      ),
      facts([
        'Reason',
        view.mobility.refusalReason ?? datum(view, 'reason') ?? 'Ask the office, by a reply to this mail.',
      ]),
    ),
    todo: 'If you think that this is wrong, reply to this mail and say why.',
    action: 'See your application',
  }),

  'application-withdrawn': (view: MailView): MailContent => ({
    subject: 'Your application has been withdrawn',
    heading: 'Your application has been withdrawn',
    greet: firstName(view),
    blocks: present(
      text(
        'As you asked, your application for an Erasmus+ grant has been withdrawn. Nothing was paid, and you owe nothing.',
      ),
      stayFacts(view),
    ),
    todo: 'Nothing. If this was not you, or a mistake, reply to this mail at once.',
    action: 'See your application',
  }),

  'waiting-list': (view: MailView): MailContent => {
    const review = dueDate(view, 'review', 'waiting-list-review');
    return {
      subject: 'Approved, but on the waiting list for an Erasmus+ grant',
      heading: 'You are on the waiting list',
      greet: firstName(view),
      blocks: present(
        text(
          'Your application has been approved, but at the moment all money of this call is given to others. You keep your place on the list, and get an agreement to sign as soon as there is money again.',
        ),
        stayFacts(view),
        workingOf(view, 'What you would get', view.mobility.assessment),
        review === undefined ? undefined : text(`The list is looked at again on ${review} at the latest.`),
      ),
      todo: 'Nothing now. Please do not count on the grant until you have signed an agreement.',
      action: 'See where my money is',
    };
  },
} as const;

function approval(view: MailView, heading: string): MailContent {
  const { assessment } = view.mobility;
  return {
    subject: `${heading}: ${fullName(view)}`,
    heading,
    blocks: present(
      caseFacts(view),
      assessment.refusals.length > 0 && {
        kind: 'list',
        title: 'Requirements that are not met',
        items: assessment.refusals.map((refusal) => refusal.sentence),
      },
      assessment.needs.length > 0 && {
        kind: 'list',
        title: 'Facts that the application does not give',
        items: assessment.needs,
      },
      workingOf(view, 'The grant that would be awarded', assessment),
      instalmentsOf(view),
    ),
    todo: 'Look at the application, then approve it, or refuse it with a reason that the applicant will read. On approval the money is reserved, and the agreement goes out in your name.',
    action: 'Look at the application',
  };
}
