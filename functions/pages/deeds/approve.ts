import { onDay } from '../../../shared/deadlines/plan.ts';
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
  title: () => 'Approve an application',

  settled({ mobility, say }) {
    const step = openStep(mobility);
    if (step)
      return `${step.approver.name} (${step.label.en}) has not agreed yet. You get a mail when it is your turn.`;
    if (mobility.state === 'applied') return undefined;
    if (mobility.state === 'refused')
      return `This application was refused: ${mobility.refusalReason ?? 'no reason is on file'}`;
    if (mobility.approval)
      return `This application was approved by ${mobility.approval.by} on ${say.moment(mobility.approval.at)}.`;
    return 'This application was withdrawn.';
  },

  about(visit) {
    const { mobility, say, institution } = visit;
    const { assessment, participant, stay } = mobility;
    const exchange = institution.calls.find((call) => call.call === stay.call)?.exchange;
    return html`<div class="ds-card"><h2 class="ds-heading" data-size="xs">The application</h2>${caseFacts(visit, [
      ['Mail', participant.email],
      ['Account', formatAccount(participant.account)],
      ['Host coordinator', `${stay.host.contact.name}, ${stay.host.contact.email}`],
      ['Travel', factText(stay.travel) + (stay.host.distanceKm === undefined ? '' : `, ${stay.host.distanceKm} km`)],
      ['Fewer opportunities', stay.fewerOpportunities ? 'declared on honour' : 'no'],
      ...Object.entries(stay.facts).map(([name, value]) => [factName(name), factText(value, name)] as const),
      ['Applied', say.moment(mobility.appliedAt)],
      ...consentRows(visit),
    ])}</div>
${
  assessment.refusals.length === 0
    ? raw('')
    : html`<div class="ds-alert" data-color="danger"><h2 class="ds-heading" data-size="xs">Requirements that are not met</h2><ul class="ds-list">${assessment.refusals.map((refusal) => html`<li>${refusal.sentence}</li>`)}</ul></div>`
}${
  assessment.needs.length === 0
    ? raw('')
    : html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">Not stated in the application</h2><ul class="ds-list">${assessment.needs.map((need) => html`<li>${factName(need)}</li>`)}</ul></div>`
}
<div class="ds-card"><h2 class="ds-heading" data-size="xs">The grant that would be awarded</h2>${workingTable(visit, 'Amount', assessment)}${instalmentTable(visit, assessment.instalments, exchange)}
<p class="quiet">${whatFollows(visit)} When the money of the call is gone, the application goes on the waiting list.</p></div>`;
  },

  fields: (visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        {
          value: 'approve',
          label: 'Approve',
          hint: rankOn(visit)
            ? 'The application is ranked with the others of its round.'
            : 'The money is reserved, and the agreement is issued in your name.',
        },
        { value: 'refuse', label: 'Refuse', hint: 'The applicant gets a mail with your reason.' },
      ],
    })}${pointsField(visit, form)}${textarea(form, { name: 'reason', label: 'Reason for a refusal', hint: 'Only for a refusal; the applicant reads it as you write it.' })}${nameField(
      form,
      'It stands on the agreement as the signature of the institution.',
    )}`,

  button: 'Send the decision',

  basis: ({ mobility }) => [mobility.assessment.total, mobility.stay],

  read(fields: FieldReader, visit) {
    const choice = fields.choice('choice', ['approve', 'refuse'], 'Choose whether you approve or refuse.');
    const reason = choice === 'refuse' ? fields.lines('reason', 'Give the applicant a reason.', 1000) : '';
    const by = readName(fields);
    if (choice === 'refuse') return { type: 'refuse', by, reason };
    const most = pointsAsked(visit.mobility, visit);
    if (most === undefined) return { type: 'approve', by };
    const points = fields.whole('points', `Give points from 0 to ${most}.`, 0, most);
    return { type: 'approve', by, points };
  },

  outcome(_visit, command) {
    if (command.type === 'refuse') return `${command.by} refused the application: ${command.reason}`;
    if (command.type !== 'approve') return '';
    const points = command.points === undefined ? '' : ` with ${command.points} points`;
    return `${command.by} approved the application${points}.`;
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
  const { mobility, institution, say } = visit;
  const on = rankOn(visit);
  if (on === undefined) {
    return `On approval this amount is reserved from the budget of call ${mobility.stay.call}, and the agreement goes to ${fullName(visit)} for signature.`;
  }
  const round = roundOf(institution, mobility);
  const late = round && isLate(round, mobility.appliedAt, institution.timeZone);
  return `On ${say.date(on)} all approved applications of the round are ranked, and the money of call ${mobility.stay.call} is given away along the ranking.${
    late ? ' This one came after the last day, and is ranked behind those in time.' : ''
  }`;
}

function pointsField(visit: Visit, form: FormState): Html {
  const most = pointsAsked(visit.mobility, visit);
  const round = roundOf(visit.institution, visit.mobility);
  const asked = round && pointsOf(round);
  if (most === undefined || asked === undefined) return raw('');
  return input(form, {
    name: 'points',
    label: `Points, 0 to ${most}`,
    hint: `For ${asked.about.en}. Only for an approval; the applicant is told them. More points go first.`,
    inputmode: 'numeric',
    look: 'short',
  });
}
