import { domainText, readPerson } from '../approvers.ts';
import type { Visit } from '../context.ts';
import { input, radios, textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { factList } from '../views/money.ts';
import {
  basis,
  decidedText,
  deputyOf,
  isSame,
  labelOf,
  personFields,
  personNames,
  sayOf,
  stepOfLink,
} from './consent.ts';
import { caseFacts, type Deed } from './deed.ts';

/** Nobody answers, or our mail does not arrive: the office names somebody else, or decides in their place with a reason. */
export const consentOverdue: Deed = {
  title: ({ words }) => words.approvals.overdue.title,

  settled: (visit) => decidedText(visit, stepOfLink(visit)),

  about(visit) {
    const { overdue: w, stay } = visit.words.approvals;
    return html`<div class="ds-card"><h2 class="ds-heading" data-size="xs">${stay}</h2>${caseFacts(visit)}</div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">${w.who}: ${labelOf(visit)}</h2>${factList(peopleAsked(visit))}</div>`;
  },

  fields(visit, form) {
    const { words } = visit;
    const { overdue: w } = words.approvals;
    return html`${radios(form, {
      name: 'choice',
      label: w.answer,
      options: [
        { value: 'name', label: w.name, hint: w.nameHint },
        { value: 'agree', label: w.agree, hint: w.agreeHint },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
      ],
    })}${personFields(visit, form, {
      name: w.newName,
      email: w.newEmail,
      hint: w.newHint(domainText(stepOfLink(visit).domains, words.approvals)),
      ...deputyOf(visit),
    })}${textarea(form, { name: 'reason', label: w.reason, hint: w.reasonHint })}${input(form, {
      name: 'by',
      label: w.yourName,
      hint: w.yourNameHint,
      autocomplete: 'name',
    })}`;
  },

  button: ({ words }) => words.approvals.overdue.button,
  basis,

  read(fields, visit) {
    const { approvals: words } = visit.words;
    const { overdue: w } = words;
    const step = stepOfLink(visit);
    const choice = fields.choice('choice', ['name', 'agree', 'refuse'], w.choose);
    const asked = { role: step.role, as: 'office', by: fields.text('by', w.yourNameMissing, 70) } as const;
    if (choice !== 'name') {
      return { type: 'decide-step', ...asked, choice, reason: fields.lines('reason', w.reasonMissing, 1000) };
    }
    const { domains } = step;
    const missing = { name: words.nameMissing, email: words.emailMissing };
    const { participant } = visit.mobility;
    const to = readPerson(fields, personNames, { domains, participant, missing, words });
    if (isSame(step, to.email)) fields.fail(personNames.email, words.same);
    return { type: 'name-approver', ...asked, to };
  },

  outcome(visit, command) {
    const { overdue: w } = visit.words.approvals;
    if (command.type === 'name-approver') return w.named(command.by, command.to.name);
    if (command.type !== 'decide-step') return '';
    const { by, reason = '' } = command;
    return command.choice === 'agree' ? w.agreed(by, stepOfLink(visit).approver.name, reason) : w.refused(by, reason);
  },
};

/** Everybody who was asked, one after the other. */
function peopleAsked(visit: Visit): readonly (readonly [string, string])[] {
  const { overdue: w } = visit.words.approvals;
  const say = sayOf(visit);
  const { earlier = [], approver, askedAt } = stepOfLink(visit);
  return [
    ...earlier.map(
      ({ approver: { name, email }, until }) => [`${name}, ${email}`, w.until(say.moment(until))] as const,
    ),
    [`${approver.name}, ${approver.email}`, askedAt === undefined ? '' : w.since(say.moment(askedAt))],
  ];
}
