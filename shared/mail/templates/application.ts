import { facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { askedFirst, consents, refusedBy } from './approvals.ts';
import {
  agreed,
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
} from './parts.ts';
import { rankingFacts } from './ranking.ts';

/** From the application to the place on the list. */
export const application = {
  'application-received': (view: MailView): MailContent => {
    const { application: words, common } = view.words;
    const w = words.received;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [
        text(askedFirst(view) ?? w.thanks(view.institution.name)),
        stayFacts(view),
        workingOf(view, words.wouldGet, agreed(view)),
        instalmentsOf(view),
        text(w.final),
      ],
      todo: w.todo,
      action: common.seeMoney,
    };
  },

  'approval-request': (view: MailView): MailContent => approval(view, view.words.application.approval.heading),
  'approval-reminder': (view: MailView): MailContent => approval(view, view.words.application.approval.reminderHeading),

  'application-refused': (view: MailView): MailContent => {
    const { application: words, common } = view.words;
    const w = words.refused;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [
        text(refusedBy(view, hostPlace(view)) ?? w.decided(hostPlace(view))),
        facts([common.labels.reason, view.mobility.refusalReason ?? datum(view, 'reason') ?? w.askOffice]),
      ],
      todo: common.ifWrong,
      action: common.seeApplication,
    };
  },

  'application-withdrawn': (view: MailView): MailContent => {
    const { application: words, common } = view.words;
    const w = words.withdrawn;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.asAsked), stayFacts(view)],
      todo: w.todo,
      action: common.seeApplication,
    };
  },

  'waiting-list': (view: MailView): MailContent => {
    const { application: words, common } = view.words;
    const w = words.waiting;
    const review = dueDate(view, 'review', 'waiting-list-review');
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: present(
        text(w.noMoney),
        rankingFacts(view),
        stayFacts(view),
        workingOf(view, words.wouldGet, agreed(view)),
        review !== undefined && text(w.review(review)),
      ),
      todo: w.todo,
      action: common.seeMoney,
    };
  },
} as const;

function approval(view: MailView, heading: string): MailContent {
  const { approval: w } = view.words.application;
  const { refusals, needs } = view.mobility.assessment;
  return {
    subject: w.subject(heading, fullName(view)),
    heading,
    blocks: present(
      caseFacts(view),
      consents(view),
      refusals.length > 0 && { kind: 'list', title: w.refusals, items: refusals.map(({ sentence }) => sentence) },
      needs.length > 0 && { kind: 'list', title: w.needs, items: needs },
      workingOf(view, w.wouldBeAwarded, agreed(view)),
      instalmentsOf(view),
    ),
    todo: w.todo,
    action: w.action,
  };
}
