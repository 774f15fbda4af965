import { MOST_PARTS } from '../../../shared/claims/instalments.ts';
import { askProblem } from '../../../shared/mobility/decide/plan.ts';
import { FieldReader } from '../form.ts';
import { textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { type Action, refusedBy } from './action.ts';

/** Not all at once: the participant asks for parts, from the day on which the demand has come. */
export const askForInstalments: Action = {
  name: 'parts',
  title: ({ mobility, words: { actions } }) => (mobility.claim?.plan ? actions.parts.titleAgain : actions.parts.title),
  allowed: ({ mobility }) => askProblem(mobility) === undefined,

  fields: ({ mobility, say, words }, form) => {
    const { parts: w, notHealth } = words.actions;
    const due = mobility.claim?.due;
    const about = [w.about(MOST_PARTS), ...(due === undefined ? [] : [w.until(say.date(due))]), w.free];
    return html`<p>${about.join(' ')}</p>${textarea(form, {
      name: 'parts-wish',
      label: w.wish,
      hint: `${w.example} ${notHealth}`,
    })}`;
  },
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.actions.parts.button}</button></div>`,

  async act(visit, { values }) {
    const fields = new FieldReader(values, visit.language);
    const wish = fields.lines('parts-wish', visit.words.actions.parts.missing, 1000);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'ask-for-instalments', wish });
    return result.outcome === 'refused'
      ? refusedBy(visit, 'ask-for-instalments', result.refusal)
      : { kind: 'done', done: 'parts' };
  },
};
