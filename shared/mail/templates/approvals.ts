import { sentenceCase } from '../../language/lines.ts';
import { inLanguage } from '../../language/text.ts';
import { approverAt, stepOf, turnOf } from '../../mobility/approvals.ts';
import type { ApprovalStep } from '../../mobility/case.ts';
import { type Block, facts, type MailContent, text } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { caseFacts, fullName, present } from './parts.ts';

/** Consents before the office decides. Whoever is asked reads who, where and when: no amount and no account. */
export const approvals = {
  'step-request': (view: MailView): MailContent => request(view, view.words.approvals.request.heading),
  'step-reminder': (view: MailView): MailContent => request(view, view.words.approvals.request.reminderHeading),

  'step-overdue': (view: MailView): MailContent => {
    const { overdue: w } = view.words.approvals;
    const step = stepIn(view);
    const name = oneLine(approverAt(step, turnIn(view, step)).name);
    const label = labelOf(step, view);
    const asked = step.askedAt === undefined ? '' : view.say.date(step.askedAt);
    return {
      subject: w.subject(w.heading, fullName(view)),
      heading: w.heading,
      blocks: [
        text(view.data.why === 'silence' ? w.silence(name, label, asked) : w.unreached(name, label)),
        caseFacts(view),
        text(w.waits),
      ],
      todo: w.todo,
      action: w.action,
    };
  },
} as const;

function request(view: MailView, heading: string): MailContent {
  const { request: w } = view.words.approvals;
  const step = stepIn(view);
  const turn = turnIn(view, step);
  const before = turn > 0 && step.earlier?.[turn - 1]?.approver.name;
  return {
    subject: w.subject(heading, fullName(view)),
    heading,
    greet: oneLine(approverAt(step, turn).name),
    blocks: present(
      text(w.asked(fullName(view), view.institution.name, labelOf(step, view))),
      before ? text(w.instead(oneLine(before))) : undefined,
      caseFacts(view),
    ),
    todo: w.todo,
    action: w.action,
  };
}

/** What the applicant reads first where somebody has to agree before the office looks at the application. */
export function askedFirst(view: MailView): string | undefined {
  const [step] = view.mobility.approvals ?? [];
  if (step === undefined) return undefined;
  const { name } = approverAt(step, 0);
  return view.words.approvals.received(view.institution.name, oneLine(name), labelOf(step, view));
}

/** Who did not agree, where it was not the office that refused. */
export function refusedBy(view: MailView, host: string): string | undefined {
  const step = view.mobility.approvals?.find(({ decision }) => decision?.choice === 'refused');
  if (step?.decision?.as !== 'approver') return undefined;
  return view.words.approvals.refused(oneLine(step.decision.by), labelOf(step, view), host);
}

/** What has been agreed to before the office decides. */
export function consents(view: MailView): Block | undefined {
  const { approvals: w } = view.words;
  const rows = (view.mobility.approvals ?? []).flatMap((step) => {
    if (step.decision === undefined) return [];
    const { by, as, at, reason = '' } = step.decision;
    const day = view.say.date(at);
    const name = oneLine(step.approver.name);
    const said =
      as === 'approver' ? w.agreed(oneLine(by), day) : w.agreedInPlace(oneLine(by), day, name, oneLine(reason));
    return [[sentenceCase(labelOf(step, view)), said] as const];
  });
  return rows.length === 0 ? undefined : facts(...rows);
}

const labelOf = ({ label }: ApprovalStep, { language }: MailView): string => inLanguage(label, language);

function stepIn({ mobility, data }: MailView): ApprovalStep {
  const step = stepOf(mobility, data.role) ?? mobility.approvals?.at(-1);
  if (!step) throw new Error(`A mail about a consent to ${mobility.id} was asked for, but nobody has to agree to it.`);
  return step;
}

const turnIn = ({ data }: MailView, step: ApprovalStep): number => Number(data.turn ?? turnOf(step));
