import { sayIn } from '../../../shared/language/say.ts';
import { inLanguage } from '../../../shared/language/text.ts';
import { approverAt, openStep, stepOf, turnOf } from '../../../shared/mobility/approvals.ts';
import type { ApprovalStep } from '../../../shared/mobility/case.ts';
import { domainText, readPerson } from '../approvers.ts';
import type { Visit } from '../context.ts';
import { type FormState, input, radios, textarea } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { factText } from '../views/words.ts';
import { caseFacts, type Deed } from './deed.ts';

/** The consent that the link is about. A link without one is a bug. */
export function stepOfLink({ link, mobility }: Visit): ApprovalStep {
  const step = stepOf(mobility, link.subject.role);
  if (!step) throw new Error(`The link is about a consent that ${mobility.id} does not need.`);
  return step;
}

/** Whoever is asked agrees to the stay, refuses it with a reason, or hands it over. */
export const consent: Deed = {
  title: ({ words }) => words.approvals.consent.title,

  settled(visit) {
    const step = stepOfLink(visit);
    // Whoever is asked no more reads only that: what the other one says is not for them.
    if (turnOfLink(visit) !== turnOf(step))
      return visit.words.approvals.handedOver(approverAt(step, turnOfLink(visit) + 1).name);
    return decidedText(visit, step);
  },

  about(visit) {
    const { words, institution } = visit;
    const { consent: w, stay, purpose } = words.approvals;
    const { eventType } = visit.mobility.stay.facts;
    // No amount, no account, no other answer: whoever is asked says whether the stay suits them.
    return html`<p class="ds-paragraph">${w.asked(labelOf(visit), institution.name)}</p><div class="ds-card"><h2 class="ds-heading" data-size="xs">${stay}</h2>${caseFacts(
      visit,
      [...(eventType === undefined ? [] : [[purpose, factText(eventType, 'eventType', visit.language)] as const])],
    )}</div>`;
  },

  fields(visit, form) {
    const { words } = visit;
    const { consent: w } = words.approvals;
    const { domains } = stepOfLink(visit);
    return html`${radios(form, {
      name: 'choice',
      label: w.answer,
      options: [
        { value: 'agree', label: w.agree, hint: w.agreeHint },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
        { value: 'hand-over', label: w.handOver, hint: w.handOverHint },
      ],
    })}${textarea(form, { name: 'reason', label: w.reason, hint: w.reasonHint })}${personFields(visit, form, {
      name: w.deputyName,
      email: w.deputyEmail,
      hint: w.deputyHint(domainText(domains, words.approvals)),
      ...deputyOf(visit),
    })}`;
  },

  button: ({ words }) => words.approvals.consent.button,
  basis,

  read(fields, visit) {
    const { words, mobility } = visit;
    const { consent: w } = words.approvals;
    const { role, domains } = stepOfLink(visit);
    const turn = turnOfLink(visit);
    const by = approverAt(stepOfLink(visit), turn).name;
    const asked = { role, turn, as: 'approver', by } as const;
    const choice = fields.choice('choice', ['agree', 'refuse', 'hand-over'], w.choose);
    if (choice === 'hand-over') {
      const missing = { name: words.approvals.nameMissing, email: words.approvals.emailMissing };
      const about = { domains, participant: mobility.participant, missing, words: words.approvals };
      const to = readPerson(fields, personNames, about);
      if (isSame(stepOfLink(visit), to.email)) fields.fail(personNames.email, words.approvals.same);
      return { type: 'name-approver', ...asked, to };
    }
    if (choice === 'agree') return { type: 'decide-step', ...asked, choice };
    return { type: 'decide-step', ...asked, choice, reason: fields.lines('reason', w.reasonMissing, 1000) };
  },

  outcome(visit, command) {
    const { approvals: w } = visit.words;
    if (command.type === 'name-approver') return w.handedOver(command.to.name);
    if (command.type !== 'decide-step') return '';
    if (command.choice === 'refuse') return w.refused(command.by, command.reason ?? '');
    return w.agreed(command.by, sayOf(visit).date(visit.now));
  },
};

export const personNames = { name: 'newName', email: 'newEmail' } as const;

/** Whoever is to be asked instead. */
export function personFields(
  { words }: Visit,
  form: FormState,
  about: {
    readonly name: string;
    readonly email: string;
    readonly hint: string;
    readonly known?: ApprovalStep['approver'];
  },
): Html {
  const { name, email, hint, known } = about;
  return html`<div class="pair">${input(form, {
    name: personNames.name,
    label: name,
    autocomplete: 'off',
    optional: words.form.optional,
    ...(known ? { initial: known.name } : {}),
  })}${input(form, {
    name: personNames.email,
    label: email,
    type: 'email',
    autocomplete: 'off',
    hint,
    optional: words.form.optional,
    ...(known ? { initial: known.email } : {}),
  })}</div>`;
}

/** The deputy of the institution's list, unless they are asked already. */
export function deputyOf(visit: Visit): { readonly known?: ApprovalStep['approver'] } {
  const step = stepOfLink(visit);
  return step.deputy && !isSame(step, step.deputy.email) ? { known: step.deputy } : {};
}

export const isSame = ({ approver }: ApprovalStep, email: string): boolean =>
  approver.email.toLowerCase() === email.toLowerCase();

export const labelOf = (visit: Visit): string => inLanguage(stepOfLink(visit).label, visit.language);

/** Dates and moments in the language of the page. */
export const sayOf = ({ language, institution }: Visit) => sayIn(language, institution.timeZone);

/** What has become of it, whoever decided; undefined while it is asked for. */
export function decidedText(visit: Visit, step: ApprovalStep): string | undefined {
  const { mobility, words } = visit;
  const { approvals: w } = words;
  const { decision } = step;
  if (decision?.choice === 'agreed') return w.agreed(decision.by, sayOf(visit).date(decision.at));
  if (decision?.choice === 'refused') return w.refused(decision.by, decision.reason ?? '');
  if (mobility.state !== 'applied') return w.decided;
  return openStep(mobility) === step ? undefined : w.notAsked;
}

/** Who is asked now, and about which stay. */
export function basis(visit: Visit): unknown {
  const { approver, decision } = stepOfLink(visit);
  return [approver, decision, visit.mobility.stay.planned, visit.mobility.stay.host];
}

const turnOfLink = ({ link }: Visit): number => Number(link.subject.turn ?? 0);
