import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { openGreenClaim } from '../../../shared/mobility/green-claim.ts';
import { theTest } from '../actions/green-claim.ts';
import { here } from '../context.ts';
import { input, radios, textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { workingTable } from '../views/money.ts';
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

  fields({ words }, form) {
    const { decideGreen: w, decideExtension: d } = words.changes;
    return html`${radios(form, {
      name: 'choice',
      label: w.choice,
      options: [
        { value: 'accept', label: w.accept, hint: w.acceptHint },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
      ],
    })}${textarea(form, { name: 'answer', label: w.answer, hint: w.answerHint })}${input(form, {
      name: 'by',
      label: d.name,
      autocomplete: 'name',
    })}`;
  },

  button: ({ words }) => words.changes.decideExtension.button,
  basis: ({ mobility }) => [mobility.greenClaim, mobility.confirmed],

  read(fields, { words }) {
    const { decideGreen: w, decideExtension: d } = words.changes;
    const type = 'decide-green-claim';
    const choice = fields.choice('choice', ['accept', 'refuse'], w.choiceMissing);
    const answer = choice === 'refuse' ? fields.lines('answer', w.answerMissing, 1000) : '';
    const by = fields.text('by', d.nameMissing, 70);
    return choice === 'accept' ? { type, choice, by } : { type, choice, answer, by };
  },

  outcome: ({ words }, command) =>
    command.type === 'decide-green-claim' ? words.changes.decideGreen.was(command.by, command.choice === 'accept') : '',
};
