import { obligationsOf } from '../../../shared/grant/obligations.ts';
import { agreedStay } from '../../../shared/mobility/decide/settlement.ts';
import { formatAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { checkbox } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { factList, instalmentTable, rateSentence, workingTable } from '../views/money.ts';
import { type Deed, fullName, hostPlace } from './deed.ts';

/** The participant reads and signs the grant agreement. */
export const sign: Deed = {
  title: () => 'Your grant agreement',

  settled({ mobility, say }) {
    const signed = mobility.agreement?.signatures.participant;
    if (signed) return `You signed this agreement on ${say.moment(signed.at)}.`;
    if (mobility.state === 'agreement-issued') return undefined;
    if (mobility.state === 'lapsed')
      return 'This agreement was not signed in time, and has lapsed. Write to the international office if something kept you from signing.';
    return 'There is no agreement to sign here now.';
  },

  about: (visit) => agreementText(visit),

  fields: (_visit, form) =>
    checkbox(form, {
      name: 'read',
      label: 'I have read the agreement, my account is right, and I sign it.',
    }),

  button: 'Sign the agreement',

  basis: ({ mobility }) => [mobility.agreement?.number, mobility.agreement?.amount, mobility.participant.account],

  read(fields: FieldReader) {
    if (!fields.ticked('read'))
      fields.fail('read', 'Tick the box to say that you have read the agreement and sign it.');
    return { type: 'sign' };
  },

  outcome: () => 'You signed the grant agreement.',
};

/** The whole agreement: parties, stay, amount line by line, instalments, account, rate, conditions. */
export function agreementText(visit: Visit): Html {
  const { mobility, institution, say } = visit;
  const { agreement } = mobility;
  if (!agreement) return html``;
  const rate = rateSentence(say, agreement.exchange);
  const deadline = mobility.deadlines.find((candidate) => candidate.kind === 'agreement-expiry');
  const signBy = deadline?.ref ?? deadline?.at;
  return html`${signBy === undefined ? '' : html`<p class="lead">Please sign by <strong>${say.date(signBy)}</strong>.</p>`}
<div class="card"><h2>1. Parties</h2>${factList([
    ['Agreement', agreement.number],
    ['Institution', `${institution.name}, ${institution.city}`],
    ['Signed for it', `${agreement.signatures.institution.by}, ${say.date(agreement.signatures.institution.at)}`],
    ['Participant', fullName(visit)],
    ['Project', institution.calls.find((call) => call.call === mobility.stay.call)?.project ?? mobility.stay.call],
  ])}</div>
<div class="card"><h2>2. Stay</h2>${factList([
    ['Host', hostPlace(visit)],
    ['Period', say.period(mobility.stay.planned)],
    ['Days', `${agreement.assessment.days.funded} funded (${agreement.assessment.days.months})`],
  ])}</div>
<div class="card"><h2>3. Amount</h2>${workingTable(say, 'How it is worked out', agreement.assessment)}
<p class="quiet">These are the rules of ${say.date(mobility.appliedAt)}. They stay the same for this agreement, whatever changes later.</p></div>
<div class="card"><h2>4. Payment</h2>${instalmentTable(say, agreement.instalments, agreement.exchange)}${factList([
    ['To the account', formatAccount(mobility.participant.account)],
    rate === '' ? undefined : ['Exchange rate', `${rate} It stays the same for all payments of this agreement.`],
    [
      'First part',
      `Within ${institution.procedure.prefinancingDays} days of both signatures, or by the first day of the stay if that is earlier.`,
    ],
    ['The rest', `Within ${institution.procedure.balanceDays} days of the last duty done.`],
  ])}</div>
<div class="card"><h2>5. Conditions</h2>${conditions(visit)}</div>`;
}

function conditions({ mobility, institution }: Visit): Html {
  const { agreement } = mobility;
  if (!agreement) return html``;
  const { settlement, limits } = mobility.terms;
  const below =
    settlement.belowMinimum === 'nothing'
      ? `A stay of less than ${limits.minimumDays} days gives no grant: everything that was paid has to be paid back.`
      : `A stay of less than ${limits.minimumDays} days is calculated on its days.`;
  const shorter =
    settlement.toleranceDays === 0
      ? 'If you stay shorter, the part for the days not stayed has to be paid back, or is not paid.'
      : `If you stay more than ${settlement.toleranceDays} days shorter, the part for the days not stayed has to be paid back, or is not paid.`;
  const longer =
    settlement.extraDays === 'paid'
      ? 'Days beyond the planned period are paid when your host confirms them.'
      : 'Days beyond the planned period are not paid, unless the agreement was changed before its end.';
  return html`<ul>
<li>The final amount is calculated anew on the first and last day that your host confirms.</li>
<li>${shorter} ${longer}</li>
<li>${below} <span class="quiet">(${settlement.belowMinimumSource})</span></li>
<li>If illness stops you, you can ask to keep the grant with a medical certificate.</li>
<li>A repayment is demanded in writing, with its calculation, and is due ${institution.procedure.repayment.dueDays} days after the demand.</li>
<li>Before the rest is paid, these duties must be done:<ul>${obligationsOf(
    institution.obligations,
    mobility.terms,
    agreedStay(mobility),
  ).map((duty) => html`<li>${duty.label} <span class="quiet">(${duty.source})</span></li>`)}</ul></li>
</ul>`;
}
