import { effectOfInterruption, interruptionProblem } from '../../../shared/mobility/decide/interruption.ts';
import { openInterruption } from '../../../shared/mobility/interruption.ts';
import type { Visit } from '../context.ts';
import { FieldReader, one } from '../form.ts';
import { mark } from '../mark.ts';
import { refusalSentence } from '../refusals.ts';
import { input, textarea } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { factList, workingTable } from '../views/money.ts';
import { type Action, refusedBy } from './action.ts';

/** Days away from the host, which are not funded: previewed, then put before the office. */
export const reportInterruption: Action = {
  name: 'interrupt',
  title: ({ words }) => words.changes.interruption.action,
  allowed: ({ mobility }) => mobility.state === 'signed' && !openInterruption(mobility),

  fields({ words }, form) {
    const { interruption: w } = words.changes;
    return html`<p>${w.about}</p><div class="pair">${input(form, {
      name: 'interrupt-start',
      label: w.start,
      type: 'date',
      look: 'short',
    })}${input(form, { name: 'interrupt-end', label: w.end, type: 'date', look: 'short' })}</div>${textarea(form, {
      name: 'interrupt-reason',
      label: w.reason,
      hint: w.reasonHint,
    })}`;
  },

  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.changes.interruption.button}</button></div>`,

  async act(visit, { values }) {
    const { deps, link, mobility, words } = visit;
    const { interruption: w } = words.changes;
    const fields = new FieldReader(values, visit.language);
    const period = {
      start: fields.date('interrupt-start', w.startMissing),
      end: fields.date('interrupt-end', w.endMissing),
    };
    if (fields.errors.size === 0) {
      const problem = interruptionProblem(mobility, period);
      if (problem?.kind === 'refused') {
        const { code } = problem.refusal;
        const known: Readonly<Record<string, string>> = w.problems;
        fields.fail('interrupt-end', known[code] ?? refusalSentence(visit, 'report-interruption', problem.refusal));
      }
    }
    const reason = fields.lines('interrupt-reason', w.reasonMissing, 500);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const looked = mark([period, mobility.stay.planned]);
    if (one(values, 'looked') !== looked) return { kind: 'look', html: whatItTakes(visit, period), mark: looked };
    const command = { type: 'report-interruption', period, reason } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    return result.outcome === 'refused'
      ? refusedBy(visit, command.type, result.refusal)
      : { kind: 'done', done: 'interrupted' };
  },
};

/** The grant on the planned dates with and without the break. */
export function whatItTakes(visit: Visit, period: { start: string; end: string }): Html {
  const { mobility, words, say, language } = visit;
  const { interruption: w } = words.changes;
  const effect = effectOfInterruption(mobility, period, language);
  return html`<p>${w.effect(say.period(period), effect.days)}</p>${factList([
    [w.without, say.money(effect.without.entitlement)],
    [w.with, html`<strong>${say.money(effect.with.entitlement)}</strong>`],
  ])}${workingTable(visit, w.working, effect.with.assessment)}<p class="quiet">${w.planned}</p>`;
}
