import { dateAt } from '../../calendar/zones.ts';
import { inDays } from '../../deadlines/plan.ts';
import { assess } from '../../grant/assess.ts';
import { isForGood } from '../../mail/lifecycle.ts';
import { approverProblem, openStep, problemSentences, stepOf, turnOf } from '../approvals.ts';
import type { ApprovalStep, Approver, Deadline, Mobility } from '../case.ts';
import type { Command, FailedMail } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { stayInput } from '../host.ts';
import { type Context, draft } from './context.ts';

/** When somebody who is asked now is reminded, and when the office hears of their silence. */
export function stepDeadlines(step: ApprovalStep, { institution, now }: Context): readonly Deadline[] {
  return [
    inDays(institution, 'step-reminder', now, step.remindEveryDays, step.role),
    inDays(institution, 'step-escalation', now, step.escalateAfterDays, step.role),
  ];
}

/** Puts the application before whoever is next: the first who has not agreed yet, or the office when all have. */
export function putBefore(next: Draft, context: Context): Draft {
  const step = openStep(next.mobility);
  if (step === undefined) return askOffice(next, context);
  const { role } = step;
  const turn = turnOf(step);
  return forgetDeadlines(change(next, role, { askedAt: context.now }))
    .addDeadlines(...stepDeadlines(step, context))
    .record('ConsentAsked', { role, turn }, turn === 0 ? 'system' : next.by)
    .mail('step-request', { role, turn });
}

function askOffice(next: Draft, { institution, now }: Context): Draft {
  next.set({ reviewAskedAt: now }).mail('approval-request');
  // Where the office decides alone, it has been reminded from the application on.
  if (next.mobility.approvals === undefined) return next;
  const { remindEveryDays } = institution.procedure.office;
  return forgetDeadlines(next).addDeadlines(inDays(institution, 'approval-reminder', now, remindEveryDays));
}

const forgetDeadlines = (next: Draft): Draft => next.dropDeadlines('step-reminder', 'step-escalation');

type DecideStep = Extract<Command, { type: 'decide-step' }>;
type NameApprover = Extract<Command, { type: 'name-approver' }>;

/**
 * Somebody who was asked agrees or refuses, or the office in their place. A consent answers the fact that it stands for; a
 * refusal refuses the application, with the reason that the applicant reads.
 */
export function decideStep(mobility: Mobility, command: DecideStep, context: Context): Outcome {
  const problem = stepProblem(mobility, command);
  if (problem) return problem;
  const { role, as, by, choice } = command;
  const reason = command.reason?.trim() ?? '';
  if (reason === '' && choice === 'refuse') {
    return refused('reason-missing', 'Give the applicant a reason for the refusal.');
  }
  if (reason === '' && as === 'office') return refused('reason-missing', 'Say why you decide in their place.');
  const decision = {
    choice: choice === 'agree' ? 'agreed' : 'refused',
    by,
    as,
    at: context.now,
    ...(reason === '' ? {} : { reason }),
  } as const;
  const next = change(draft(mobility, context, as), role, { decision });
  if (choice === 'refuse') {
    return next
      .set({ refusalReason: reason })
      .record('ApplicationRefused', { role })
      .mail('application-refused')
      .endPhase('application')
      .done();
  }
  answerFact(next, stepOf(mobility, role), context);
  return putBefore(next.record('ConsentGiven', { role }), context).done();
}

/** Somebody else is asked instead: a deputy whom the approver names, or whoever the office names. The time begins anew. */
export function nameApprover(mobility: Mobility, command: NameApprover, context: Context): Outcome {
  const problem = stepProblem(mobility, command);
  if (problem) return problem;
  const step = stepOf(mobility, command.role);
  if (step === undefined) return notAsked;
  const { as, to } = command;
  const wrong = approverProblem(step.domains, mobility.participant, to.email);
  if (wrong) return refused(`approver-${wrong}`, problemSentences[wrong](step.domains));
  if (to.email.toLowerCase() === step.approver.email.toLowerCase()) {
    return refused('same-approver', 'This person is asked already. Name somebody else.');
  }
  return putBefore(replace(draft(mobility, context, as), step, to, context), context).done();
}

/**
 * A mail to somebody who is asked did not arrive. The deputy of the list is asked at once; where there is none the office
 * has to find out whom to ask.
 */
export function approverUnreached(next: Draft, { data, delivery }: FailedMail, context: Context): Draft {
  const step = openStep(next.mobility);
  if (step === undefined || step.role !== data.role || turnOf(step) !== data.turn) return next;
  const { deputy, approver, earlier = [], role } = step;
  const fresh =
    deputy && ![approver, ...earlier.map((each) => each.approver)].some(({ email }) => email === deputy.email);
  if (fresh) return putBefore(replace(next, step, deputy, context), context);
  if (isForGood(delivery.state)) next.dropDeadlines('step-reminder');
  return escalate(next, step, delivery.state)
    .dropDeadlinesOf('step-escalation', role)
    .addDeadlines(lookAgain(step, context));
}

/** Still no answer: the approver is reminded. */
export function remindApprover(next: Draft, { institution, now }: Context): void {
  const step = openStep(next.mobility);
  if (step === undefined) return;
  const { role, remindEveryDays } = step;
  const data = { role, turn: turnOf(step) };
  next
    .record('ReminderSent', { notice: 'step-reminder', ...data })
    .mail('step-reminder', data)
    .addDeadlines(inDays(institution, 'step-reminder', now, remindEveryDays, role));
}

/** Too long no answer: the office names somebody else or decides itself, and is asked again until it has. */
export function tellOffice(next: Draft, context: Context): void {
  const step = openStep(next.mobility);
  if (step) escalate(next, step, 'silence').addDeadlines(lookAgain(step, context));
}

function escalate(next: Draft, step: ApprovalStep, why: string): Draft {
  const data = { role: step.role, turn: turnOf(step), why };
  return next.record('ConsentOverdue', data).mail('step-overdue', data);
}

const lookAgain = ({ role }: ApprovalStep, { institution, now }: Context): Deadline =>
  inDays(institution, 'step-escalation', now, institution.procedure.office.remindEveryDays, role);

const notAsked = refused('not-asked', 'There is nothing to decide here now.');

/** Why this cannot be done, or undefined: only what is asked now can be answered, by whoever is asked now. */
function stepProblem(mobility: Mobility, { role, as, turn }: DecideStep | NameApprover): Outcome | undefined {
  const step = stepOf(mobility, role);
  if (step?.decision) {
    const how = step.decision.choice === 'agreed' ? 'agreed' : 'refused';
    return refused('already-decided', `${step.decision.by} has ${how} already.`);
  }
  if (mobility.state !== 'applied') return refused('already-decided', 'This application has already been decided.');
  if (step === undefined || openStep(mobility) !== step) return notAsked;
  if (as === 'approver' && turn !== turnOf(step)) {
    return refused('handed-over', `${step.approver.name} has been asked instead.`);
  }
  return undefined;
}

function replace(next: Draft, step: ApprovalStep, to: Approver, { now }: Context): Draft {
  const earlier = [...(step.earlier ?? []), { approver: step.approver, until: now, by: next.by }];
  const { name, email } = to;
  return change(next, step.role, { approver: { name, email }, earlier }).record('ApproverChanged', {
    role: step.role,
    turn: earlier.length,
  });
}

/** The consent stands in the place of the applicant's word, so the requirement that looks at it is met. */
function answerFact(next: Draft, step: ApprovalStep | undefined, { institution }: Context): void {
  if (step?.fact === undefined) return;
  const { terms, appliedAt, ...mobility } = next.mobility;
  const stay = { ...mobility.stay, facts: { ...mobility.stay.facts, [step.fact]: true } };
  const facts = { ...stay.facts, submittedOn: dateAt(appliedAt, institution.timeZone) };
  next.set({ stay, assessment: assess(terms, { ...stayInput(stay), plan: true, facts }) });
}

function change(next: Draft, role: string, set: Partial<ApprovalStep>): Draft {
  const approvals = next.mobility.approvals?.map((step) => (step.role === role ? { ...step, ...set } : step)) ?? [];
  return next.set({ approvals });
}
