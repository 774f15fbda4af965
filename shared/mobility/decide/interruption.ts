import { inDays } from '../../deadlines/plan.ts';
import type { Period } from '../../grant/types.ts';
import type { Language } from '../../rulebook/types.ts';
import type { Mobility } from '../case.ts';
import type { Command } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import { daysOfBreak, type Interruption, openInterruption } from '../interruption.ts';
import { type Context, draft } from './context.ts';
import { expectsBalance, settlementFor, settleWhenReady } from './settlement.ts';

/** Why this break cannot be reported; undefined when it can. */
export function interruptionProblem(mobility: Mobility, period: Period): Outcome | undefined {
  if (mobility.state !== 'signed') {
    return refused('not-open', 'An interruption is reported during the stay, before the host has confirmed the dates.');
  }
  if (openInterruption(mobility)) {
    return refused(
      'already-reported',
      'You have reported an interruption already. The international office looks at it first.',
    );
  }
  if (period.end < period.start)
    return refused('dates-reversed', 'The last day lies before the first day. Check both.');
  const { planned } = mobility.stay;
  if (period.start < planned.start || period.end > planned.end) {
    return refused('outside-stay', `The interruption has to lie within your stay, ${planned.start} to ${planned.end}.`);
  }
  if (period.start === planned.start || period.end === planned.end) {
    return refused(
      'at-the-edge',
      'Days before your first or after your last day at the host are no interruption: the host confirms other dates. If you came home for good, report the end of your stay.',
    );
  }
  const overlaps = (mobility.interruptions ?? []).some(
    ({ period: other, decision }) =>
      decision?.confirmed !== false && other.start <= period.end && period.start <= other.end,
  );
  return overlaps
    ? refused('overlaps', 'Some of these days are in an interruption that you have reported before.')
    : undefined;
}

/** The participant says from when to when they were away. The planned amount stays; the settlement leaves the days out. */
export function reportInterruption(
  mobility: Mobility,
  { period, reason }: { readonly period: Period; readonly reason: string },
  context: Context,
): Outcome {
  const problem = interruptionProblem(mobility, period);
  if (problem) return problem;
  if (reason.trim() === '') return refused('reason-missing', 'Say in a few words why you were away.');
  const { institution, now } = context;
  return draft(mobility, context, 'participant')
    .set({ interruptions: [...(mobility.interruptions ?? []), { at: now, period, reason: reason.trim() }] })
    .record('InterruptionReported', { start: period.start, end: period.end })
    .mail('interruption-review')
    .addDeadlines(inDays(institution, 'interruption-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/** The office confirms the break, or says why it is none. The stay may have ended meanwhile: then it is settled now. */
export function decideInterruption(
  mobility: Mobility,
  command: Extract<Command, { type: 'decide-interruption' }>,
  context: Context,
): Outcome {
  const reported = openInterruption(mobility);
  if (!reported) return refused('already-decided', 'No interruption waits for a decision on this case.');
  const { by } = command;
  const at = context.now;
  if (command.choice === 'refuse' && command.answer.trim() === '') {
    return refused('answer-missing', 'Tell the participant why.');
  }
  const decision: NonNullable<Interruption['decision']> =
    command.choice === 'confirm'
      ? { confirmed: true, by, at }
      : { confirmed: false, answer: command.answer.trim(), by, at };
  const next = draft(mobility, context, 'office')
    .set({ interruptions: [...(mobility.interruptions ?? []).slice(0, -1), { ...reported, decision }] })
    .record(decision.confirmed ? 'InterruptionConfirmed' : 'InterruptionRefused', {
      start: reported.period.start,
      end: reported.period.end,
    })
    .mail('interruption-decided')
    .dropDeadlines('interruption-reminder');
  const { confirmed } = mobility;
  if (confirmed) {
    next.set({ confirmed: { ...confirmed, balanceExpected: expectsBalance(next.mobility, confirmed.period) } });
    settleWhenReady(next, context);
  }
  return next.done();
}

/** What a break does to the grant, on the dates as planned or confirmed. */
export function effectOfInterruption(mobility: Mobility, period: Period, language: Language = 'en') {
  const dates = mobility.confirmed?.period ?? mobility.stay.planned;
  const others = (mobility.interruptions ?? []).filter(({ decision }) => decision?.confirmed);
  const at = mobility.appliedAt;
  const accepted: Interruption = { at, period, reason: '-', decision: { confirmed: true, by: '-', at } };
  return {
    days: daysOfBreak(mobility, period, dates),
    without: settlementFor({ ...mobility, interruptions: others }, dates, undefined, language),
    with: settlementFor({ ...mobility, interruptions: [...others, accepted] }, dates, undefined, language),
  };
}
