import { MOST_PARTS } from '../../../shared/claims/instalments.ts';
import { askProblem } from '../../../shared/mobility/decide/plan.ts';
import { FieldReader } from '../form.ts';
import { textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import type { Action } from './action.ts';

/** Not all at once: the participant asks for parts, from the day on which the demand has come. */
export const askForInstalments: Action = {
  name: 'parts',
  title: ({ mobility }) =>
    mobility.claim?.plan
      ? 'I cannot keep to the plan, and ask for another one'
      : 'I cannot pay at once, and ask for parts',
  allowed: ({ mobility }) => askProblem(mobility) === undefined,

  fields: (visit, form) => {
    const due = visit.mobility.claim?.due;
    return html`<p>Say what you can pay and when: at most ${MOST_PARTS} parts within three years. The international office agrees or gives you a reason. ${
      due === undefined ? '' : html`Until then the date stays ${visit.say.date(due)}. `
    }No interest or fee is added.</p>${textarea(form, {
      name: 'parts-wish',
      label: 'What you can pay, and when',
      hint: 'For example: 1000 NOK on the first of each month. Leave out anything about your health.',
    })}`;
  },
  buttons: () => html`<div class="buttons"><button class="ds-button">Ask for parts</button></div>`,

  async act(visit, { values }) {
    const fields = new FieldReader(values);
    const wish = fields.lines('parts-wish', 'Say what you can pay, and when.', 1000);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'ask-for-instalments', wish });
    return result.outcome === 'refused'
      ? { kind: 'refused', sentence: result.refusal.sentence }
      : { kind: 'done', done: 'parts' };
  },
};
