import { withCorrection } from '../../../shared/mobility/decide/correction.ts';
import { openObjection } from '../../../shared/mobility/decide/objection.ts';
import { radios } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { consequences, correctionFields, datesOf, lookOnceMore, readCorrection, soFar } from './correction-form.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** The office proposes a calculation made anew. */
export const correct: Deed = {
  title: ({ words }) => words.decisions.corrections.correct.title,

  settled({ mobility, words }) {
    const { correct: w } = words.decisions.corrections;
    if (mobility.proposedCorrection) return w.proposedAlready;
    if (openObjection(mobility.claim)) return w.objected;
    const open = mobility.settlement && ['settled', 'repayment-due', 'closed'].includes(mobility.state);
    return open ? undefined : w.calculating;
  },

  about(visit) {
    const { corrections: w } = visit.words.decisions;
    return html`<p class="ds-paragraph" data-size="lg">${w.correct.lead}</p>
<div class="ds-card">${caseFacts(visit, [[w.confirmed, datesOf(visit, visit.mobility.confirmed?.period)]])}${soFar(visit)}</div>`;
  },

  fields: (visit, form) =>
    html`${correctionFields(visit, form)}${nameField(visit, form, visit.words.decisions.common.proposes)}`,
  button: ({ words }) => words.decisions.corrections.correct.button,
  basis: ({ mobility }) => [mobility.settlement?.at, mobility.claim?.state, mobility.proposedCorrection],
  read: (fields, visit) => ({
    type: 'propose-correction',
    ...readCorrection(fields, visit),
    by: readName(fields, visit),
  }),
  secondLook: (visit, command) => (command.type === 'propose-correction' ? lookOnceMore(visit, command) : undefined),
  outcome: ({ words }, command) =>
    command.type === 'propose-correction' ? words.decisions.corrections.correct.proposed(command.by) : '',
};

/** A second person lets the new calculation count, or leaves the old one. */
export const decideCorrection: Deed = {
  title: ({ words }) => words.decisions.corrections.decide.title,
  settled: ({ mobility, words }) =>
    mobility.proposedCorrection ? undefined : words.decisions.corrections.decide.settled,

  about(visit) {
    const { common, corrections } = visit.words.decisions;
    const { decide: w } = corrections;
    const proposal = visit.mobility.proposedCorrection;
    if (!proposal) return html``;
    return html`<div class="ds-card">${caseFacts(visit, [
      [w.soFar, datesOf(visit, visit.mobility.confirmed?.period)],
      [w.proposed, datesOf(visit, withCorrection(visit.mobility, proposal).confirmed?.period)],
      proposal.forceMajeure === undefined ? undefined : [w.forceMajeure, proposal.forceMajeure],
      [common.why, proposal.reason],
      [common.evidence, proposal.evidence],
      [w.proposedBy, proposal.by],
    ])}${soFar(visit)}</div><div class="ds-card"><h2 class="ds-heading" data-size="xs">${w.follows}</h2>${consequences(visit, proposal)}</div>`;
  },

  fields(visit, form) {
    const { common, corrections } = visit.words.decisions;
    const { decide: w } = corrections;
    return html`${radios(form, {
      name: 'choice',
      label: common.choice,
      options: [
        { value: 'approve', label: w.approve, hint: w.approveHint },
        { value: 'refuse', label: w.refuse },
      ],
    })}${nameField(visit, form, common.proposed)}`;
  },
  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [mobility.proposedCorrection, mobility.settlement?.at],
  read: (fields, visit) => ({
    type: 'decide-correction',
    approve:
      fields.choice('choice', ['approve', 'refuse'], visit.words.decisions.corrections.decide.choiceMissing) ===
      'approve',
    by: readName(fields, visit),
  }),
  outcome({ words }, command) {
    if (command.type !== 'decide-correction') return '';
    const { decide: w } = words.decisions.corrections;
    return command.approve ? w.approved(command.by) : w.refused(command.by);
  },
};
