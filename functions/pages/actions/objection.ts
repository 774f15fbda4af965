import { paidToUnit } from '../../../shared/mobility/decide/reversal.ts';
import { FieldReader } from '../form.ts';
import { textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { type Action, refusedBy } from './action.ts';

/** The demand is wrong: the participant says why, and need not pay before the office has decided. */
export const objectToClaim: Action = {
  name: 'object',
  title: ({ words }) => words.actions.objection.title,
  allowed: ({ mobility }) => {
    const { claim, state, proposedCorrection } = mobility;
    const open = claim?.state === 'open' || claim?.state === 'overdue';
    return state === 'repayment-due' && open && !claim.objection && !proposedCorrection && !paidToUnit(mobility);
  },

  fields: ({ words }, form) => {
    const { objection: w, notHealth } = words.actions;
    return html`<p>${w.about}</p>${textarea(form, { name: 'object-reason', label: w.what, hint: notHealth })}`;
  },
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.actions.objection.button}</button></div>`,

  async act(visit, { values }) {
    const fields = new FieldReader(values, visit.language);
    const reason = fields.lines('object-reason', visit.words.actions.objection.missing, 2000);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'object-to-claim', reason });
    return result.outcome === 'refused'
      ? refusedBy(visit, 'object-to-claim', result.refusal)
      : { kind: 'done', done: 'objected' };
  },
};
