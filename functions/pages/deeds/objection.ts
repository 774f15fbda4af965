import { openObjection } from '../../../shared/mobility/decide/objection.ts';
import type { Visit } from '../context.ts';
import { claimTable } from '../views/claim.ts';
import { radios, textarea } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { correctionFields, datesOf, lookOnceMore, readCorrection, soFar } from './correction-form.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** The office dismisses an objection to a demand, or upholds it with what the grant is to be calculated on. */
export const decideObjection: Deed = {
  title: ({ words }) => words.decisions.corrections.objection.title,
  settled: ({ mobility, words }) =>
    openObjection(mobility.claim) ? undefined : words.decisions.corrections.objection.settled,

  about(visit) {
    const { corrections: w } = visit.words.decisions;
    return html`<div class="ds-card">${caseFacts(visit, [
      [w.confirmed, datesOf(visit, visit.mobility.confirmed?.period)],
      [w.objection.writes, visit.mobility.claim?.objection?.reason ?? ''],
    ])}${soFar(visit)}${claimTable(visit)}</div>${refusedBefore(visit)}`;
  },

  fields(visit, form) {
    const { common, corrections } = visit.words.decisions;
    const { objection: w } = corrections;
    return html`${radios(form, {
      name: 'choice',
      label: common.choice,
      options: [
        { value: 'dismiss', label: w.dismiss, hint: w.dismissHint },
        { value: 'uphold', label: w.uphold, hint: w.upholdHint },
      ],
    })}${textarea(form, { name: 'answer', label: w.answer, hint: w.answerHint })}<h2 class="ds-heading" data-size="xs">${w.ifUpheld}</h2>${correctionFields(visit, form)}${nameField(visit, form, common.proposes)}`;
  },
  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [mobility.claim?.objection, mobility.claim?.credits, mobility.settlement?.at],

  read(fields, visit) {
    const { common, corrections } = visit.words.decisions;
    const choice = fields.choice('choice', ['dismiss', 'uphold'], corrections.objection.choiceMissing);
    const answer = fields.lines('answer', common.answerMissing, 1000);
    const by = readName(fields, visit);
    if (choice === 'dismiss') return { type: 'decide-objection', by, answer, choice };
    return { type: 'decide-objection', by, answer, choice, correction: readCorrection(fields, visit) };
  },
  secondLook: (visit, command) =>
    command.type === 'decide-objection' && command.choice === 'uphold'
      ? lookOnceMore(visit, command.correction)
      : undefined,
  outcome({ words }, command) {
    if (command.type !== 'decide-objection') return '';
    const { objection: w } = words.decisions.corrections;
    return command.choice === 'uphold' ? w.upheld(command.by) : w.dismissed(command.by);
  },
};

/** Why the same objection is here again. */
function refusedBefore({ mobility, say, words }: Visit): Html {
  const { objection: w } = words.decisions.corrections;
  const before = mobility.claim?.objection?.correctionRefused;
  if (!before) return raw('');
  return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.before}</h2><p>${w.beforeText(before.proposedBy, before.by, say.moment(before.at))}</p></div>`;
}
