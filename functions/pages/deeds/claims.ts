import { addDays } from '../../../shared/calendar/dates.ts';
import { dateAt } from '../../../shared/calendar/zones.ts';
import { claimOpen } from '../../../shared/claims/amounts.ts';
import { planProblem } from '../../../shared/claims/instalments.ts';
import { openObjection } from '../../../shared/mobility/decide/objection.ts';
import type { Visit } from '../context.ts';
import { type FieldReader, one } from '../form.ts';
import { claimTable } from '../views/claim.ts';
import { type ChoiceField, input, radios, textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

const choices = ['extend', 'instalments', 'refuse-instalments', 'collect', 'waive', 'write-off'] as const;

/** A claim that is overdue, or of which parts are asked for: time, parts, collection by others, or giving the rest up. */
export const decideClaim: Deed = {
  title({ mobility: { claim }, words }) {
    const { titles } = words.decisions.claims;
    if (claim?.askedForParts) return titles.parts;
    if (claim?.collection) return titles.collection;
    return claim?.state === 'open' ? titles.open : titles.overdue;
  },

  settled({ mobility, words }) {
    const { claims: w } = words.decisions;
    const { claim } = mobility;
    if (!claim || claim.state === 'settled') return w.settled;
    if (claim.state === 'awaiting-approval') return w.notSent;
    if (openObjection(claim)) return w.objected;
    if (mobility.proposedCorrection) return w.correctionWaits;
    const proposal = claim.proposedRelief;
    return proposal && w.reliefWaits[proposal.kind](proposal.by);
  },

  about(visit) {
    const { claims: w } = visit.words.decisions;
    const { due, askedForParts, collection } = visit.mobility.claim ?? {};
    return html`<div class="ds-card">${caseFacts(visit, [
      due === undefined ? undefined : [w.due, visit.say.date(due)],
      askedForParts ? [w.wish, askedForParts.wish] : undefined,
      collection ? [w.collectedBy, collection.agency] : undefined,
    ])}${claimTable(visit)}</div>`;
  },

  fields(visit, form) {
    const { claims: w, common } = visit.words.decisions;
    const answer = textarea(form, { name: 'answer', label: w.answer, hint: w.answerHint });
    return html`${radios(form, {
      name: 'choice',
      label: common.choice,
      options: options(visit),
    })}<h2 class="ds-heading" data-size="xs">${w.forParts}</h2>${textarea(form, { name: 'due', label: w.days, hint: w.daysHint })}${
      visit.mobility.claim?.askedForParts ? answer : ''
    }<h2 class="ds-heading" data-size="xs">${w.forCollection}</h2>${input(form, { name: 'agency', label: w.agency })}<h2 class="ds-heading" data-size="xs">${w.forRelief}</h2>${textarea(
      form,
      { name: 'reason', label: w.reason, hint: w.reasonHint },
    )}${input(form, {
      name: 'evidence',
      label: common.evidence,
      hint: common.evidenceHint,
    })}<h2 class="ds-heading" data-size="xs">${w.always}</h2>${nameField(visit, form, common.proposes)}`;
  },

  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [
    mobility.claim?.credits,
    mobility.claim?.proposedRelief,
    mobility.claim?.objection,
    mobility.claim?.askedForParts,
  ],

  read(fields, visit) {
    const { claims: w, common } = visit.words.decisions;
    const type = 'decide-claim';
    const choice = fields.choice('choice', choices, w.choiceMissing);
    const by = readName(fields, visit);
    switch (choice) {
      case 'extend':
        return { type, by, choice };
      case 'instalments':
        return { type, by, choice, due: readDays(fields, visit) };
      case 'refuse-instalments':
        return { type, by, choice, answer: fields.lines('answer', common.answerMissing, 1000) };
      case 'collect':
        return { type, by, choice, agency: fields.text('agency', w.agencyMissing, 100) };
      default: {
        const reason = fields.lines('reason', w.reasonMissing, 1000);
        return { type, by, choice, reason, evidence: fields.text('evidence', common.evidenceMissing, 200) };
      }
    }
  },

  outcome: ({ words }, command) =>
    command.type === 'decide-claim' ? words.decisions.claims.outcomes[command.choice](command.by) : '',
};

/** What can be done with the claim; parts are refused only where they were asked for. */
function options(visit: Visit): ChoiceField['options'] {
  const { mobility, institution, say } = visit;
  const { claims: w } = visit.words.decisions;
  const { claim } = mobility;
  const rest = claim ? say.money(claimOpen(claim)) : '';
  const later = say.date(addDays(today(visit), institution.procedure.repayment.dueDays));
  const refusal = { value: 'refuse-instalments', label: w.refuseParts, hint: w.refusePartsHint };
  return [
    { value: 'instalments', label: w.parts, hint: w.partsHint(rest) },
    ...(claim?.askedForParts === undefined ? [] : [refusal]),
    { value: 'extend', label: w.extend, hint: w.extendHint(later) },
    { value: 'collect', label: w.collect, hint: w.collectHint },
    { value: 'waive', label: w.waive(rest), hint: w.waiveHint },
    { value: 'write-off', label: w.writeOff(rest), hint: w.writeOffHint },
  ];
}

const today = ({ institution, now }: Visit): string => dateAt(now, institution.timeZone);

/** `1.3.2026` and `1/3/2026` are days too. */
function asIsoDate(typed: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? [];
  return year === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The days of a plan, one in each line. */
function readDays(fields: FieldReader, visit: Visit): string[] {
  const days = one(fields.values, 'due')
    .split(/[\s,;]+/)
    .filter((day) => day !== '')
    .map(asIsoDate);
  const { claim } = visit.mobility;
  const problem = claim && planProblem(days, claimOpen(claim), today(visit));
  if (problem) fields.fail('due', visit.words.decisions.claims.planProblems[problem]);
  return days;
}
