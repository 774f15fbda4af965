import { paidToUnit } from '../../../shared/mobility/decide/reversal.ts';
import { FieldReader } from '../form.ts';
import { textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import type { Action } from './action.ts';

/** The demand is wrong: the participant says why, and need not pay before the office has decided. */
export const objectToClaim: Action = {
  name: 'object',
  title: () => 'The demand is wrong: I object',
  allowed: ({ mobility }) => {
    const { claim, state, proposedCorrection } = mobility;
    const open = claim?.state === 'open' || claim?.state === 'overdue';
    return state === 'repayment-due' && open && !claim.objection && !proposedCorrection && !paidToUnit(mobility);
  },

  fields: (_visit, form) =>
    html`<p>Say what is wrong: the dates, the calculation, or what has been paid. Until the office has decided you need not pay, and nobody reminds you. You can object once.</p>${textarea(
      form,
      { name: 'object-reason', label: 'What is wrong', hint: 'Leave out anything about your health.' },
    )}`,
  buttons: () => html`<div class="buttons"><button class="ds-button">Send the objection</button></div>`,

  async act(visit, { values }) {
    const fields = new FieldReader(values);
    const reason = fields.lines('object-reason', 'Say what is wrong with the demand.', 2000);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'object-to-claim', reason });
    return result.outcome === 'refused'
      ? { kind: 'refused', sentence: result.refusal.sentence }
      : { kind: 'done', done: 'objected' };
  },
};
