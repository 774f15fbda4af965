import { claimTable } from '../views/claim.ts';
import { radios } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** A second person gives up what is left of a claim, or keeps it: design.md §5, four eyes. */
export const decideRelief: Deed = {
  title: ({ words }) => words.decisions.claims.relief.title,

  settled: ({ mobility, words }) =>
    mobility.claim?.proposedRelief ? undefined : words.decisions.claims.relief.settled,

  about(visit) {
    const { claims: w, common } = visit.words.decisions;
    const proposal = visit.mobility.claim?.proposedRelief;
    if (!proposal) return html``;
    return html`<p class="ds-paragraph" data-size="lg">${w.relief.proposes[proposal.kind](proposal.by)}</p>
<div class="ds-card">${caseFacts(visit, [
      [common.why, proposal.reason],
      [common.evidence, proposal.evidence],
    ])}${claimTable(visit)}</div>`;
  },

  fields(visit, form) {
    const { common, claims } = visit.words.decisions;
    const { relief: w } = claims;
    return html`${radios(form, {
      name: 'choice',
      label: common.choice,
      options: [
        { value: 'approve', label: w.approve, hint: w.approveHint },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
      ],
    })}${nameField(visit, form, common.proposed)}`;
  },

  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [mobility.claim?.proposedRelief, mobility.claim?.credits],

  read: (fields, visit) => ({
    type: 'decide-relief',
    approve:
      fields.choice('choice', ['approve', 'refuse'], visit.words.decisions.claims.relief.choiceMissing) === 'approve',
    by: readName(fields, visit),
  }),

  outcome({ words }, command) {
    if (command.type !== 'decide-relief') return '';
    const { relief: w } = words.decisions.claims;
    return command.approve ? w.approved(command.by) : w.refused(command.by);
  },
};
