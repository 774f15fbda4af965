import type { Refusal } from '../grant/types.ts';
import { type ApprovalRule, domainOf } from '../rulebook/approvals.ts';
import type { Institution } from '../rulebook/types.ts';
import type { ApprovalStep, Approver, Mobility, Participant } from './case.ts';
import type { Application, NamedApprover } from './commands.ts';

/** The approvals that an activity needs before the office's; none where the office decides alone. */
export function approvalRules(
  { approvals }: Pick<Institution, 'approvals'>,
  activity: Application['stay']['activity'],
): readonly ApprovalRule[] {
  return approvals?.[activity] ?? [];
}

/** Facts that somebody else's consent answers: the applicant is not asked for them, and not believed. */
export function answeredFacts(rules: readonly ApprovalRule[]): readonly string[] {
  return rules.flatMap(({ answers }) => answers ?? []);
}

/** The application without what it vouches for itself though somebody else is asked. */
export function withoutAnswered(application: Application, institution: Institution): Application {
  const { stay } = application;
  const answered = answeredFacts(approvalRules(institution, stay.activity));
  if (answered.length === 0) return application;
  const facts = Object.fromEntries(Object.entries(stay.facts).filter(([name]) => !answered.includes(name)));
  return { ...application, stay: { ...stay, facts } };
}

/** Why somebody cannot be asked: the address is the applicant's own, or not one of the institution's people. */
export type ApproverProblem = 'own-address' | 'other-domain';

/** Whether this person may be asked. Nobody approves their own stay, nor through an address of their own making. */
export function approverProblem(
  domains: readonly string[],
  { email: first, secondEmail }: Pick<Participant, 'email' | 'secondEmail'>,
  email: string,
): ApproverProblem | undefined {
  const own = [first, secondEmail ?? first].map(mailboxName);
  if (own.includes(mailboxName(email))) return 'own-address';
  return domains.includes(domainOf(email)) ? undefined : 'other-domain';
}

/** Without capitals and without what stands behind a plus sign: mail to both lies in one box. */
function mailboxName(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  return `${local.split('+')[0]}@${domain}`;
}

type Chain =
  | { readonly ok: true; readonly steps: readonly ApprovalStep[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Whom an application has to be put before, with what holds for each of them, as it stays with the case. */
export function chainOf(institution: Institution, { participant, stay, approvers = {} }: Application): Chain {
  const steps: ApprovalStep[] = [];
  for (const rule of approvalRules(institution, stay.activity)) {
    const found = approverOf(rule, approvers[rule.role]);
    const { role, label, domains, answers, remindEveryDays, escalate } = rule;
    if (found === undefined) {
      const sentence = `Say who is asked for you (${label.en}): the application goes there first.`;
      return { ok: false, refusal: { code: 'approver-missing', sentence } };
    }
    const problem = approverProblem(domains, participant, found.approver.email);
    if (problem)
      return { ok: false, refusal: { code: `approver-${problem}`, sentence: problemSentences[problem](domains) } };
    const fact = answers === undefined ? {} : { fact: answers };
    steps.push({ role, label, domains, ...fact, remindEveryDays, escalateAfterDays: escalate.afterDays, ...found });
  }
  return { ok: true, steps };
}

/** The same for every way in; pages say it in the reader's language (functions/pages/words). */
export const problemSentences: Readonly<Record<ApproverProblem, (domains: readonly string[]) => string>> = {
  'own-address': () => 'This is the applicant’s own address. Nobody can approve their own stay: name somebody else.',
  'other-domain': (domains) => `Only somebody with an address at ${domains.join(' or ')} can be asked.`,
};

function approverOf(
  { who }: ApprovalRule,
  named: NamedApprover | undefined,
): Pick<ApprovalStep, 'approver' | 'deputy' | 'unit'> | undefined {
  if (named === undefined) return undefined;
  if (who.by === 'applicant') return 'unit' in named ? undefined : { approver: named };
  const unit = 'unit' in named ? who.units.find(({ unit: code }) => code === named.unit) : undefined;
  if (unit === undefined) return undefined;
  return { approver: unit.contact, unit: unit.name, ...(unit.deputy ? { deputy: unit.deputy } : {}) };
}

/** Whose consent is asked for now; undefined once all have agreed, or where the office decides alone. */
export function openStep({ state, approvals = [] }: Pick<Mobility, 'state' | 'approvals'>): ApprovalStep | undefined {
  return state === 'applied' ? approvals.find(({ decision }) => decision === undefined) : undefined;
}

export function stepOf({ approvals = [] }: Pick<Mobility, 'approvals'>, role: unknown): ApprovalStep | undefined {
  return approvals.find((step) => step.role === role);
}

/** How many people were asked before the one who is asked now; a link is good for the turn that it was made for. */
export const turnOf = ({ earlier = [] }: ApprovalStep): number => earlier.length;

/** Who is or was asked in a turn. */
export function approverAt({ approver, earlier = [] }: ApprovalStep, turn: number): Approver {
  return earlier[turn]?.approver ?? approver;
}
