import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { openGreenClaim } from '../../../shared/mobility/green-claim.ts';
import { theTest } from '../actions/green-claim.ts';
import { here } from '../context.ts';
import { html } from '../views/layout.ts';
import { workingTable } from '../views/money.ts';
import { answerFields, readAnswer } from './answer.ts';
import { caseFacts, type Deed, documentLinks } from './deed.ts';

/** The office compares the receipts with the journey: green travel is accepted, or refused with a reason. */
export const decideGreenClaim: Deed = {
  title: ({ words }) => words.changes.decideGreen.title,

  settled({ mobility, words }) {
    if (openGreenClaim(mobility)) return undefined;
    const { decision } = mobility.greenClaim ?? {};
    return decision ? words.changes.decideGreen.was(decision.by, decision.accepted) : words.changes.decideGreen.nothing;
  },

  about(visit) {
    const { mobility, words, language } = visit;
    const { decideGreen: w } = words.changes;
    const claim = openGreenClaim(mobility);
    if (!claim?.test) return html`<div class="ds-card">${caseFacts(visit)}</div>`;
    const dates = mobility.confirmed?.period ?? mobility.stay.planned;
    const decision = { by: '-', at: claim.at, accepted: false };
    const refused = settlementFor({ ...mobility, greenClaim: { ...claim, decision } }, dates, undefined, language);
    return html`<div class="ds-card">${caseFacts(visit)}${theTest(visit, claim.legs, claim.test)}<h2 class="ds-heading" data-size="xs">${w.receipts}</h2>${documentLinks(visit, 'travel-receipt', here(visit), false)}</div>
<div class="ds-card">${workingTable(visit, w.without, refused.assessment)}</div>`;
  },

  fields(visit, form) {
    const { decideGreen: w } = visit.words.changes;
    return answerFields(visit, form, w, { value: 'accept', label: w.accept, hint: w.acceptHint });
  },

  button: ({ words }) => words.changes.decideExtension.button,
  basis: ({ mobility }) => [mobility.greenClaim, mobility.confirmed],

  read: (fields, visit) => ({
    type: 'decide-green-claim',
    ...readAnswer(fields, visit, visit.words.changes.decideGreen, 'accept'),
  }),

  outcome: ({ words }, command) =>
    command.type === 'decide-green-claim' ? words.changes.decideGreen.was(command.by, command.choice === 'accept') : '',
};
