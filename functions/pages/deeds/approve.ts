import { formatAccount } from '../../../shared/payments/accounts.ts';
import type { FieldReader } from '../form.ts';
import { radios, textarea } from '../views/fields.ts';
import { html, raw } from '../views/layout.ts';
import { instalmentTable, workingTable } from '../views/money.ts';
import { factName, factText } from '../views/words.ts';
import { caseFacts, type Deed, fullName, nameField, readName } from './deed.ts';

/** The office approves an application, or refuses it with a reason. */
export const approve: Deed = {
  title: () => 'Approve an application',

  settled({ mobility, say }) {
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
    return html`<div class="card"><h2>The application</h2>${caseFacts(visit, [
      ['Mail', participant.email],
      ['Account', formatAccount(participant.account)],
      ['Host coordinator', `${stay.host.contact.name}, ${stay.host.contact.email}`],
      ['Travel', factText(stay.travel) + (stay.host.distanceKm === undefined ? '' : `, ${stay.host.distanceKm} km`)],
      ['Fewer opportunities', stay.fewerOpportunities ? 'declared on honour' : 'no'],
      ...Object.entries(stay.facts).map(([name, value]) => [factName(name), factText(value, name)] as const),
      ['Applied', say.moment(mobility.appliedAt)],
    ])}</div>
${
  assessment.refusals.length === 0
    ? raw('')
    : html`<div class="notice bad"><h2>Requirements that are not met</h2><ul>${assessment.refusals.map((refusal) => html`<li>${refusal.sentence}</li>`)}</ul></div>`
}${
  assessment.needs.length === 0
    ? raw('')
    : html`<div class="notice wait"><h2>Not stated in the application</h2><ul>${assessment.needs.map((need) => html`<li>${factName(need)}</li>`)}</ul></div>`
}
<div class="card"><h2>The grant that would be awarded</h2>${workingTable(say, 'Amount', assessment)}${instalmentTable(say, assessment.instalments, exchange)}
<p class="quiet">On approval this amount is reserved from the budget of call ${stay.call}, and the agreement goes to ${fullName(visit)} for signature. When the money of the call is gone, the application goes on the waiting list.</p></div>`;
  },

  fields: (_visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        {
          value: 'approve',
          label: 'Approve',
          hint: 'The money is reserved, and the agreement is issued in your name.',
        },
        { value: 'refuse', label: 'Refuse', hint: 'The applicant gets a mail with your reason.' },
      ],
    })}${textarea(form, { name: 'reason', label: 'Reason for a refusal', hint: 'Only for a refusal; the applicant reads it as you write it.' })}${nameField(
      form,
      'It stands on the agreement as the signature of the institution.',
    )}`,

  button: 'Send the decision',

  basis: ({ mobility }) => [mobility.assessment.total, mobility.stay],

  read(fields: FieldReader) {
    const choice = fields.choice('choice', ['approve', 'refuse'], 'Choose whether you approve or refuse.');
    const reason = choice === 'refuse' ? fields.lines('reason', 'Give the applicant a reason.', 1000) : '';
    const by = readName(fields);
    return choice === 'approve' ? { type: 'approve', by } : { type: 'refuse', by, reason };
  },

  outcome(_visit, command) {
    if (command.type === 'refuse') return `${command.by} refused the application: ${command.reason}`;
    return `${command.type === 'approve' ? command.by : ''} approved the application.`;
  },
};
