import { addDays } from '../../../shared/calendar/dates.ts';
import { dateAt } from '../../../shared/calendar/zones.ts';
import { finalSettlement } from '../../../shared/documents/workings.ts';
import type { Settlement } from '../../../shared/grant/types.ts';
import { paid } from '../../../shared/mobility/balance.ts';
import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { here, type Visit } from '../context.ts';
import { radios } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { workingTable, workingText } from '../views/money.ts';
import { caseFacts, type Deed, documentLinks, nameField, readName } from './deed.ts';

/** No confirmation came: more time, or everything that was paid is demanded back. */
export const decideSilence: Deed = {
  title: ({ words }) => words.decisions.office.silence.title,

  settled({ mobility, say, words }) {
    const { silence: w } = words.decisions.office;
    if (mobility.confirmed) return w.ended(say.moment(mobility.confirmed.at));
    return mobility.state === 'signed' ? undefined : w.nothing;
  },

  about(visit) {
    const { silence: w } = visit.words.decisions.office;
    const { mobility, language } = visit;
    const { contact } = mobility.stay.host;
    const nothing = settlementFor(mobility, undefined, undefined, language);
    return html`<div class="ds-card">${caseFacts(visit, [
      [w.coordinator, `${contact.name}, ${contact.email}`],
      [w.participant, mobility.participant.email],
      [w.paid, visit.say.money(paid(mobility))],
    ])}</div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">${w.ifDemanded}</h2>${follows(visit, nothing)}</div>`;
  },

  fields(visit, form) {
    const { silence: w } = visit.words.decisions.office;
    const until = visit.say.date(moreTime(visit, visit.institution.procedure.confirmation.dueDays));
    return html`${radios(form, {
      name: 'choice',
      label: visit.words.decisions.common.choice,
      options: [
        { value: 'extend', label: w.extend, hint: w.extendHint(until) },
        { value: 'demand', label: w.demand, hint: w.demandHint },
      ],
    })}${nameField(visit, form)}`;
  },

  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [mobility.confirmed, paid(mobility)],

  read: (fields, visit) => ({
    type: 'decide-silence',
    choice: fields.choice('choice', ['extend', 'demand'], visit.words.decisions.office.silence.choiceMissing),
    by: readName(fields, visit),
  }),

  outcome({ words }, command) {
    if (command.type !== 'decide-silence') return '';
    const { silence: w } = words.decisions.office;
    return command.choice === 'extend' ? w.extended(command.by) : w.demanded(command.by);
  },
};

/** The participant had to stop for illness: keep what was paid, or calculate as for everybody. */
export const decideIllness: Deed = {
  title: ({ words }) => words.decisions.office.illness.title,

  settled({ mobility, words }) {
    const { illness } = mobility;
    const { illness: w } = words.decisions.office;
    if (!illness) return w.notAsked;
    if (!illness.decision) return undefined;
    const by = illness.decidedBy ?? w.theOffice;
    return illness.decision === 'kept' ? w.wasKept(by) : w.wasCalculated(by);
  },

  about(visit) {
    const { mobility, say, words, language } = visit;
    const { illness: w } = words.decisions.office;
    const usual = mobility.settlement
      ? finalSettlement(visit, mobility.settlement)
      : settlementFor(mobility, mobility.confirmed?.period, undefined, language);
    return html`<div class="ds-card">${caseFacts(visit, [
      [w.asked, mobility.illness ? say.moment(mobility.illness.at) : ''],
      [w.dates, mobility.confirmed?.period ? say.period(mobility.confirmed.period) : w.noDates],
    ])}<h2 class="ds-heading" data-size="xs">${w.certificate}</h2>${documentLinks(visit, 'medical-certificate', here(visit), mobility.illness?.decision !== undefined)}
<p class="quiet">${w.certificateCare}</p></div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">${w.ifRefused}</h2>${follows(visit, usual)}</div>`;
  },

  fields(visit, form) {
    const { illness: w } = visit.words.decisions.office;
    return html`${radios(form, {
      name: 'choice',
      label: visit.words.decisions.common.choice,
      options: [
        { value: 'keep', label: w.keep, hint: w.keepHint(visit.say.money(paid(visit.mobility))) },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
      ],
    })}${nameField(visit, form)}`;
  },

  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [mobility.illness, mobility.confirmed?.period, paid(mobility)],

  read: (fields, visit) => ({
    type: 'decide-illness',
    choice: fields.choice('choice', ['keep', 'refuse'], visit.words.decisions.office.illness.choiceMissing),
    by: readName(fields, visit),
  }),

  outcome({ words }, command) {
    if (command.type !== 'decide-illness') return '';
    const { illness: w } = words.decisions.office;
    return command.choice === 'keep' ? w.kept(command.by) : w.calculated(command.by);
  },
};

const moreTime = ({ institution, now }: Visit, days: number): string =>
  addDays(dateAt(now, institution.timeZone), days);

/** What a calculation would lead to. */
function follows(visit: Visit, settlement: Settlement): Html {
  const { common, office } = visit.words.decisions;
  const end = office.ends[settlement.outcome](visit.say.money(settlement.amount));
  return html`${workingTable(visit, common.entitlement, settlement.assessment)}${workingText(settlement.working)}<p><strong>${end}</strong></p>`;
}
