import type { IsoDate } from '../../calendar/clock.ts';
import { addMonths } from '../../calendar/dates.ts';
import { dateAt } from '../../calendar/zones.ts';
import { inDays } from '../../deadlines/plan.ts';
import { assess } from '../../grant/assess.ts';
import { countStay } from '../../grant/days.ts';
import type { Assessment, Instalment } from '../../grant/types.ts';
import { maximumDays, previousDays } from '../../grant/values.ts';
import * as entries from '../../ledger/entries.ts';
import { add, formatDecimal, type Money, subtract } from '../../money/money.ts';
import type { Institution, Language } from '../../rulebook/types.ts';
import type { Mobility } from '../case.ts';
import type { Command } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import { type ExtensionDecision, openExtension } from '../extension.ts';
import { takeMore } from './budget.ts';
import { amountText, type Context, draft, today } from './context.ts';
import { agreedStay } from './settlement.ts';
import { confirmationDeadlines, confirmationKinds } from './stay.ts';

/** The last day on which a longer stay may be asked for: a fixed time before the planned end (rulebook, `extension`). */
export function extensionAskedBy(mobility: Mobility, { procedure }: Institution): IsoDate {
  return addMonths(mobility.stay.planned.end, -procedure.extension.monthsBefore);
}

/** What a longer stay would change. */
export interface Prolonged {
  readonly end: IsoDate;
  /** Of the agreement as it would be, in euro. */
  readonly amount: Money;
  /** More than is agreed now; never below zero. */
  readonly more: Money;
  readonly assessment: Assessment;
}

/**
 * The agreement on a later end, by its own rules. It is worked out on the dates: they are known now, where the plan of the
 * application was a flat one (NHH). Where the dates give less than was agreed the agreed amount stays until the settlement.
 */
export function prolonged(
  mobility: Mobility,
  end: IsoDate,
  { timeZone }: Pick<Institution, 'timeZone'>,
  language: Language = 'en',
): Prolonged {
  const { agreement, terms, appliedAt } = mobility;
  if (!agreement) throw new Error(`The case ${mobility.id} has no agreement that could be amended.`);
  const stay = agreedStay(mobility);
  const facts = { ...stay.facts, submittedOn: dateAt(appliedAt, timeZone) };
  const onDates = assess(terms, { ...stay, facts, period: { ...stay.period, end }, plan: false }, { language });
  const more = subtract(onDates.total, agreement.amount);
  if (more.minor <= 0)
    return { end, amount: agreement.amount, more: { ...more, minor: 0 }, assessment: agreement.assessment };
  const instalments = withTheRest(agreement.instalments, more);
  return { end, amount: onDates.total, more, assessment: { ...onDates, instalments } };
}

/** What comes on top is paid after the stay: what was paid first, and its share, stay as they are. */
function withTheRest(instalments: readonly Instalment[], more: Money): readonly Instalment[] {
  const last = instalments.at(-1);
  if (!last) return instalments;
  const onTop = `${formatDecimal(more)} ${more.currency}`;
  if (instalments.length === 1 && !last.afterStay)
    return [last, { ...last, share: onTop, amount: more, afterStay: true }];
  return [...instalments.slice(0, -1), { ...last, share: `${last.share} + ${onTop}`, amount: add(last.amount, more) }];
}

/** Why the stay cannot be prolonged to this day; undefined when the office may be asked. */
export function extensionProblem(mobility: Mobility, end: IsoDate, context: Context): Outcome | undefined {
  if (mobility.state !== 'signed' || !mobility.agreement) {
    return refused('not-open', 'A longer stay can be asked for between the signature and the end of the stay only.');
  }
  if (mobility.withdrawal) return refused('given-up', 'You have reported the end of your stay already.');
  if (openExtension(mobility)) {
    return refused('already-asked', 'You have already asked for a later end. The international office decides first.');
  }
  const latest = extensionAskedBy(mobility, context.institution);
  if (today(context) > latest) {
    return refused(
      'extension-late',
      `A longer stay had to be asked for by ${latest}. Write to the international office, and stay only as long as your agreement says: whether days beyond it are paid follows from its conditions.`,
    );
  }
  if (end <= mobility.stay.planned.end) {
    return refused('not-later', `The new last day has to lie after ${mobility.stay.planned.end}.`);
  }
  return capProblem(mobility, end, context);
}

/** The most days that the programme gives one person, and whatever else the rules of the agreement ask of the dates. */
function capProblem(mobility: Mobility, end: IsoDate, { institution }: Context): Outcome | undefined {
  const { terms } = mobility;
  const stay = agreedStay(mobility);
  const longer = { ...stay, period: { ...stay.period, end } };
  const days = countStay(terms, longer).chain.mobility + previousDays(terms, longer);
  const most = maximumDays(terms, longer);
  if (days > most) {
    return refused(
      'above-maximum',
      `With this last day you would have ${days} days; ${most} are the most. Choose an earlier day.`,
    );
  }
  const before = new Set(mobility.assessment.refusals.map(({ code }) => code));
  const facts = { ...stay.facts, submittedOn: dateAt(mobility.appliedAt, institution.timeZone) };
  const fresh = assess(terms, { ...longer, facts }).refusals.filter(({ code }) => !before.has(code));
  return fresh.length === 0 ? undefined : refused('above-maximum', fresh.map(({ sentence }) => sentence).join(' '));
}

/** The participant asks for a later end, with a code: this is their side of the amendment. */
export function askForExtension(
  mobility: Mobility,
  { end, reason }: { readonly end: IsoDate; readonly reason: string },
  context: Context,
): Outcome {
  const problem = extensionProblem(mobility, end, context);
  if (problem) return problem;
  if (reason.trim() === '') return refused('reason-missing', 'Say why you want to stay longer.');
  const { institution, now } = context;
  return draft(mobility, context, 'participant')
    .set({ extensions: [...(mobility.extensions ?? []), { at: now, end, reason: reason.trim() }] })
    .record('ExtensionAsked', { end })
    .mail('extension-review')
    .addDeadlines(inDays(institution, 'extension-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/** What the office says to a longer stay. `left`: what the tranche of the case still holds, in cents. */
export type ExtensionAnswer = Extract<Command, { type: 'decide-extension' }>;

/**
 * Granted: the money for the difference is set aside, and the agreement is amended. Where the call has no money left it
 * cannot be granted. Refused: the agreement stays as it is.
 */
export function decideExtension(mobility: Mobility, answer: ExtensionAnswer, context: Context): Outcome {
  const asked = openExtension(mobility);
  if (!asked) return refused('already-decided', 'No longer stay waits for a decision on this case.');
  const { by } = answer;
  const { now, institution } = context;
  const decided = (decision: ExtensionDecision) => [
    ...(mobility.extensions ?? []).slice(0, -1),
    { ...asked, decision },
  ];
  const next = draft(mobility, context, 'office').dropDeadlines('extension-reminder');
  if (answer.choice === 'refuse') {
    if (answer.answer.trim() === '') return refused('answer-missing', 'Give the participant a reason for the refusal.');
    return next
      .set({ extensions: decided({ granted: false, answer: answer.answer.trim(), by, at: now }) })
      .record('ExtensionRefused', { end: asked.end })
      .mail('extension-refused')
      .done();
  }
  const { agreement, stay } = mobility;
  if (!agreement) throw new Error(`The case ${mobility.id} has no agreement that could be amended.`);
  const { amount, more, assessment } = prolonged(mobility, asked.end, institution);
  if (answer.left !== undefined && answer.left < more.minor) {
    return refused(
      'no-money',
      `The call has no money left for another ${amountText(more)}. Refuse the request, or decide when there is money again.`,
    );
  }
  const amendment = {
    askedAt: asked.at,
    grantedAt: now,
    by,
    before: { end: stay.planned.end, amount: agreement.amount },
    end: asked.end,
    amount,
  };
  next
    .set({
      extensions: decided({ granted: true, by, at: now }),
      stay: { ...stay, planned: { ...stay.planned, end: asked.end } },
      agreement: {
        ...agreement,
        assessment,
        amount,
        instalments: assessment.instalments,
        amendments: [...(agreement.amendments ?? []), amendment],
      },
    })
    .record('ExtensionGranted', { end: asked.end, amount: amountText(amount) })
    .mail('extension-granted')
    .dropDeadlines(...confirmationKinds)
    .addDeadlines(...confirmationDeadlines(institution, asked.end, now));
  if (more.minor > 0) {
    next.transfer(entries.amendCommitment(mobility, more, now));
    takeMore(next, more, { mustFit: true });
  }
  return next.done();
}
