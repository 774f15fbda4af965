import { addDays } from '../../../shared/calendar/dates.ts';
import { dateAt } from '../../../shared/calendar/zones.ts';
import type { Settlement } from '../../../shared/grant/types.ts';
import { paid } from '../../../shared/mobility/balance.ts';
import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { here, type Visit } from '../context.ts';
import { radios } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { workingTable, workingText } from '../views/money.ts';
import { caseFacts, type Deed, documentLinks, nameField, readName } from './deed.ts';

const keptName = 'It is kept with the decision.';

/** No confirmation came: more time, or everything that was paid is demanded back. */
export const decideSilence: Deed = {
  title: () => 'No confirmation of stay has come',

  settled({ mobility, say }) {
    if (mobility.confirmed)
      return `The stay was ended on ${say.moment(mobility.confirmed.at)}. There is nothing to decide.`;
    return mobility.state === 'signed' ? undefined : 'There is nothing to decide here now.';
  },

  about(visit) {
    const { mobility } = visit;
    const nothing = settlementFor(mobility, undefined);
    return html`<div class="ds-card">${caseFacts(visit, [
      ['Host coordinator', `${mobility.stay.host.contact.name}, ${mobility.stay.host.contact.email}`],
      ['Participant', mobility.participant.email],
      ['Paid so far', visit.say.money(paid(mobility))],
    ])}</div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">If you demand the money back</h2>${follows(visit, nothing)}</div>`;
  },

  fields: (visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        {
          value: 'extend',
          label: 'Give more time',
          hint: `Host and participant are asked again; due ${visit.say.date(moreTime(visit, visit.institution.procedure.confirmation.dueDays))}.`,
        },
        {
          value: 'demand',
          label: 'Demand the money back',
          hint: 'The stay counts as not shown. A second person looks at the demand before it is sent.',
        },
      ],
    })}${nameField(form, keptName)}`,

  button: 'Decide',
  basis: ({ mobility }) => [mobility.confirmed, paid(mobility)],

  read: (fields) => ({
    type: 'decide-silence',
    choice: fields.choice('choice', ['extend', 'demand'], 'Choose what happens.'),
    by: readName(fields),
  }),

  outcome: (_visit, command) =>
    command.type !== 'decide-silence'
      ? ''
      : `${command.by} decided to ${command.choice === 'extend' ? 'give more time' : 'demand the money back'}.`,
};

/** The participant had to stop for illness: keep what was paid, or calculate as for everybody. */
export const decideIllness: Deed = {
  title: () => 'Illness: does the participant keep the grant?',

  settled({ mobility }) {
    const { illness } = mobility;
    if (!illness) return 'Nobody has asked for this.';
    if (!illness.decision) return undefined;
    return `${illness.decidedBy ?? 'The office'} decided: the grant is ${illness.decision === 'kept' ? 'kept' : 'calculated on the days of the stay'}.`;
  },

  about(visit) {
    const { mobility, say } = visit;
    const usual = mobility.settlement ?? settlementFor(mobility, mobility.confirmed?.period);
    return html`<div class="ds-card">${caseFacts(visit, [
      ['Asked', mobility.illness ? say.moment(mobility.illness.at) : ''],
      ['Dates', mobility.confirmed?.period ? say.period(mobility.confirmed.period) : 'never left, or not confirmed'],
    ])}<h2 class="ds-heading" data-size="xs">Medical certificate</h2>${documentLinks(visit, 'medical-certificate', here(visit), mobility.illness?.decision !== undefined)}
<p class="quiet">It is for this decision only. The link stops opening it once you have decided; please keep no copy.</p></div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">If the request is refused</h2>${follows(visit, usual)}</div>`;
  },

  fields: (visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        {
          value: 'keep',
          label: 'The participant keeps what was paid',
          hint: `${visit.say.money(paid(visit.mobility))} was paid. An open demand goes, and what was repaid of it is paid again.`,
        },
        { value: 'refuse', label: 'Refuse', hint: 'The grant is calculated on the days of the stay, as shown above.' },
      ],
    })}${nameField(form, keptName)}`,

  button: 'Decide',
  basis: ({ mobility }) => [mobility.illness, mobility.confirmed?.period, paid(mobility)],

  read: (fields) => ({
    type: 'decide-illness',
    choice: fields.choice('choice', ['keep', 'refuse'], 'Choose whether the grant is kept.'),
    by: readName(fields),
  }),

  outcome: (_visit, command) =>
    command.type !== 'decide-illness'
      ? ''
      : `${command.by} decided that the grant is ${command.choice === 'keep' ? 'kept because of illness' : 'calculated on the days of the stay'}.`,
};

const moreTime = ({ institution, now }: Visit, days: number): string =>
  addDays(dateAt(now, institution.timeZone), days);

/** What a calculation on these dates would lead to. */
function follows(visit: Visit, settlement: Settlement): Html {
  const { say } = visit;
  const end = {
    balance: `Another ${say.money(settlement.amount)} would be paid.`,
    settled: 'Nothing more would be paid on either side.',
    recovery: `${say.money(settlement.amount)} would be demanded back.`,
  }[settlement.outcome];
  return html`${workingTable(visit, 'Entitlement', settlement.assessment)}${workingText(settlement.working)}<p><strong>${end}</strong></p>`;
}
