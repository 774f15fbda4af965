import { facts, type MailContent, text } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { caseFacts, deadline, dueDate, dutiesLeft, firstName, fullName, present, stayFacts } from './parts.ts';

/** The stay and what follows it: confirmation, obligations, illness. Mails to the host name no amount. */
export const stay = {
  'confirmation-request': (view: MailView): MailContent => {
    const { askHost: w } = view.words.stay;
    return { ...askHost(view), subject: w.subject(fullName(view)), heading: w.heading };
  },

  'confirmation-reminder-host': (view: MailView): MailContent => {
    const { askHost: w } = view.words.stay;
    return { ...askHost(view), subject: w.reminderSubject(fullName(view)), heading: w.reminderHeading };
  },

  'confirmation-reminder': (view: MailView): MailContent => {
    const { missing: w } = view.words.stay;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [
        text(w.asked),
        stayFacts(view),
        facts([w.coordinator, oneLine(view.mobility.stay.host.contact.name)]),
        text(w.without),
      ],
      todo: w.todo,
      ...deadline(dueDate(view, 'due')),
      action: w.action,
    };
  },

  'confirmation-review': (view: MailView): MailContent => {
    const { review: w } = view.words.stay;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [text(w.uploaded), caseFacts(view)],
      todo: w.todo,
      action: w.action,
    };
  },

  'confirmation-overdue': (view: MailView): MailContent => {
    const { overdue: w } = view.words.stay;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [text(w.reminded), caseFacts(view)],
      todo: w.todo,
      action: w.action,
    };
  },

  'confirmation-extended': (view: MailView): MailContent => {
    const { extended: w, missing } = view.words.stay;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.given), stayFacts(view)],
      todo: w.todo,
      ...deadline(dueDate(view, 'due')),
      action: missing.action,
    };
  },

  'obligations-request': (view: MailView): MailContent => {
    const { obligations: w } = view.words.stay;
    return { ...obligations(view), subject: w.subject, heading: w.heading };
  },

  'obligations-reminder': (view: MailView): MailContent => {
    const { obligations: w } = view.words.stay;
    return { ...obligations(view), subject: w.reminderSubject, heading: w.reminderHeading };
  },

  'illness-review': (view: MailView): MailContent => {
    const { illness: w } = view.words.stay;
    return {
      subject: w.subject(fullName(view)),
      heading: w.heading,
      blocks: [text(w.asks), caseFacts(view)],
      todo: w.todo,
      action: w.action,
    };
  },

  'illness-decided': (view: MailView): MailContent => {
    const { stay: all, common } = view.words;
    const kept = view.mobility.illness?.decision === 'kept';
    const w = kept ? all.illnessDecided.kept : all.illnessDecided.refused;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.decision), stayFacts(view), text(all.illnessDecided.statement)],
      todo: kept ? common.nothing : common.ifWrong,
      action: common.seeMoney,
    };
  },
} as const;

function askHost(view: MailView): Omit<MailContent, 'subject' | 'heading'> {
  const { askHost: w } = view.words.stay;
  const { stay: planned, withdrawal } = view.mobility;
  return {
    greet: oneLine(planned.host.contact.name),
    blocks: present(
      text(w.who(fullName(view), view.institution.name)),
      caseFacts(view),
      withdrawal?.lastDay !== undefined && text(w.leftOn(view.say.date(withdrawal.lastDay))),
    ),
    todo: w.todo,
    ...deadline(dueDate(view, 'due', 'confirmation-decision')),
    action: w.action,
  };
}

function obligations(view: MailView): Omit<MailContent, 'subject' | 'heading'> {
  const { obligations: w } = view.words.stay;
  const { mobility, say } = view;
  return {
    greet: firstName(view),
    blocks: present(
      mobility.confirmed?.period && text(w.confirmed(say.period(mobility.confirmed.period))),
      { kind: 'list', title: w.missing, items: dutiesLeft(view) },
      text(w.afterwards),
    ),
    todo: w.todo,
    ...deadline(dueDate(view, 'due')),
    action: w.action,
  };
}
