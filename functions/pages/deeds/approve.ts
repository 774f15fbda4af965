import { onDay } from '../../../shared/deadlines/plan.ts';
import { agreedAssessment } from '../../../shared/documents/workings.ts';
import { sentenceCase } from '../../../shared/language/lines.ts';
import { inLanguage } from '../../../shared/language/text.ts';
import { openStep } from '../../../shared/mobility/approvals.ts';
import { pointsAsked } from '../../../shared/mobility/decide/ranking.ts';
import { isLate, roundOf } from '../../../shared/mobility/ranking.ts';
import { formatAccount } from '../../../shared/payments/accounts.ts';
import { pointsOf } from '../../../shared/rulebook/award.ts';
import type { Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { type FormState, input, radios, textarea } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { type FactRow, instalmentTable, workingTable } from '../views/money.ts';
import { factName, factText } from '../views/words.ts';
import { caseFacts, type Deed, fullName, nameField, readName } from './deed.ts';

/** The office approves an application, or refuses it with a reason. */
export const approve: Deed = {
  title: ({ words }) => words.decisions.approve.title,

  settled({ mobility, say, words, language }) {
    const { approve: w } = words.decisions;
    const step = openStep(mobility);
    if (step) return w.notAgreed(step.approver.name, inLanguage(step.label, language));
    if (mobility.state === 'applied') return undefined;
    if (mobility.state === 'refused') return w.wasRefused(mobility.refusalReason ?? w.noReason);
    if (mobility.approval) return w.wasApproved(mobility.approval.by, say.moment(mobility.approval.at));
    return w.withdrawn;
  },

  about(visit) {
    const { mobility, say, institution, words, language } = visit;
    const { approve: w } = words.decisions;
    const { participant, stay } = mobility;
    const assessment = agreedAssessment(visit, mobility.assessment);
    const exchange = institution.calls.find((call) => call.call === stay.call)?.exchange;
    return html`<div class="ds-card"><h2 class="ds-heading" data-size="xs">${w.application}</h2>${caseFacts(visit, [
      [w.email, participant.email],
      [w.account, formatAccount(participant.account)],
      [w.coordinator, `${stay.host.contact.name}, ${stay.host.contact.email}`],
      [
        w.travel,
        words.steps.travel[stay.travel] + (stay.host.distanceKm === undefined ? '' : `, ${stay.host.distanceKm} km`),
      ],
      [w.fewerOpportunities, stay.fewerOpportunities ? w.onHonour : w.notDeclared],
      ...Object.entries(stay.facts).map(
        ([name, value]) => [factName(name, language), factText(value, name, language)] as const,
      ),
      [w.applied, say.moment(mobility.appliedAt)],
      ...consentRows(visit),
    ])}</div>
${
  assessment.refusals.length === 0
    ? raw('')
    : html`<div class="ds-alert" data-color="danger"><h2 class="ds-heading" data-size="xs">${w.notMet}</h2><ul class="ds-list">${assessment.refusals.map((refusal) => html`<li>${refusal.sentence}</li>`)}</ul></div>`
}${
  assessment.needs.length === 0
    ? raw('')
    : html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.notStated}</h2><ul class="ds-list">${assessment.needs.map((need) => html`<li>${factName(need, language)}</li>`)}</ul></div>`
}
<div class="ds-card"><h2 class="ds-heading" data-size="xs">${w.grant}</h2>${workingTable(visit, w.amount, assessment)}${instalmentTable(visit, assessment.instalments, exchange)}
<p class="quiet">${whatFollows(visit)} ${w.waitingList}</p></div>`;
  },

  fields(visit, form) {
    const { approve: w, common } = visit.words.decisions;
    return html`${radios(form, {
      name: 'choice',
      label: common.choice,
      options: [
        { value: 'approve', label: w.approve, hint: rankOn(visit) ? w.approveRanked : w.approveHint },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
      ],
    })}${pointsField(visit, form)}${textarea(form, { name: 'reason', label: w.reason, hint: w.reasonHint })}${nameField(
      visit,
      form,
      w.nameHint,
    )}`;
  },

  button: ({ words }) => words.decisions.approve.button,

  basis: ({ mobility }) => [mobility.assessment.total, mobility.stay],

  read(fields: FieldReader, visit) {
    const { approve: w } = visit.words.decisions;
    const choice = fields.choice('choice', ['approve', 'refuse'], w.choiceMissing);
    const reason = choice === 'refuse' ? fields.lines('reason', w.reasonMissing, 1000) : '';
    const by = readName(fields, visit);
    if (choice === 'refuse') return { type: 'refuse', by, reason };
    const most = pointsAsked(visit.mobility, visit);
    if (most === undefined) return { type: 'approve', by };
    const points = fields.whole('points', w.pointsMissing(most), 0, most);
    return { type: 'approve', by, points };
  },

  outcome({ words }, command) {
    const { approve: w } = words.decisions;
    if (command.type === 'refuse') return w.refused(command.by, command.reason);
    if (command.type !== 'approve') return '';
    const { by, points } = command;
    return points === undefined ? w.approved(by) : w.approvedWith(by, points);
  },
};

/** Who has agreed, and by which address: whether it is the right person only the office knows. */
function consentRows(visit: Visit): FactRow[] {
  const { approvals: w } = visit.words;
  return (visit.mobility.approvals ?? []).flatMap(({ label, unit, approver, decision }): FactRow[] => {
    if (decision === undefined) return [];
    const { by, as, at, reason = '' } = decision;
    const day = visit.say.date(at);
    const said = as === 'approver' ? w.byApprover(by, approver.email, day) : w.byOffice(by, day, approver.name, reason);
    const of = unit ? ` (${inLanguage(unit, visit.language)})` : '';
    return [[`${sentenceCase(inLanguage(label, visit.language))}${of}`, said]];
  });
}

/** The day on which the application will be ranked, while that lies ahead. */
function rankOn({ mobility, institution, now }: Visit): string | undefined {
  const round = roundOf(institution, mobility);
  return round && onDay(institution, round.rankOn) > now ? round.rankOn : undefined;
}

function whatFollows(visit: Visit): string {
  const { mobility, institution, say, words } = visit;
  const { approve: w } = words.decisions;
  const on = rankOn(visit);
  if (on === undefined) return w.reserved(mobility.stay.call, fullName(visit));
  const round = roundOf(institution, mobility);
  const late = round && isLate(round, mobility.appliedAt, institution.timeZone);
  const ranked = w.ranked(say.date(on), mobility.stay.call);
  return late ? `${ranked} ${w.late}` : ranked;
}

function pointsField(visit: Visit, form: FormState): Html {
  const most = pointsAsked(visit.mobility, visit);
  const round = roundOf(visit.institution, visit.mobility);
  const asked = round && pointsOf(round);
  const { approve: w } = visit.words.decisions;
  if (most === undefined || asked === undefined) return raw('');
  return input(form, {
    name: 'points',
    label: w.points(most),
    hint: w.pointsHint(inLanguage(asked.about, visit.language)),
    inputmode: 'numeric',
    look: 'short',
  });
}
