import { countDays } from '../../../shared/calendar/counts.ts';
import { dateAt } from '../../../shared/calendar/zones.ts';
import type { Period } from '../../../shared/grant/types.ts';
import type { Command } from '../../../shared/mobility/commands.ts';
import { here, type Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { type FormState, input } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { factList } from '../views/money.ts';
import { caseFacts, type Deed, documentLinks, fullName, nameField, readName } from './deed.ts';
import { interruptionField, readInterruption } from './interruption.ts';

/** The host coordinator gives the first and last day, on which the grant is calculated. No amount is shown to the host. */
export const confirmStay: Deed = {
  title: () => 'Confirm an Erasmus+ stay',
  settled: confirmedAlready,

  about: (
    visit,
  ) => html`<p class="ds-paragraph" data-size="lg">Please confirm the dates on which ${fullName(visit)} was required to be present at your institution.</p>
<div class="ds-card">${caseFacts(visit)}${
    visit.mobility.withdrawal?.lastDay === undefined
      ? ''
      : html`<p>The participant has told us that ${visit.say.date(visit.mobility.withdrawal.lastDay)} was the last day.</p>`
  }</div>`,

  fields: (visit, form) =>
    html`${dates(visit, form)}${interruptionField(visit, form)}${input(form, {
      name: 'by',
      label: 'Your name',
      autocomplete: 'name',
    })}${input(form, { name: 'role', label: 'Your role', hint: 'For example: Erasmus coordinator.', autocomplete: 'organization-title' })}`,

  button: 'Confirm these dates',
  basis: ({ mobility }) => [mobility.stay.planned, mobility.interruptions, mobility.confirmed],

  read(fields, visit) {
    const period = readDates(fields, visit);
    return {
      type: 'confirm-stay',
      by: 'host',
      period,
      ...readInterruption(fields, visit, daysOf(visit, period, fields)),
      name: readName(fields),
      role: fields.text('role', 'Give your role at the host institution.', 70),
    };
  },

  secondLook: differences,
  outcome: (visit, command) => confirmedSentence(visit, command),
};

/** The office enters the dates of an uploaded confirmation of stay. */
export const reviewConfirmation: Deed = {
  title: () => 'Look at a confirmation of stay',
  settled: confirmedAlready,

  about: (
    visit,
  ) => html`<div class="ds-card">${caseFacts(visit)}<h2 class="ds-heading" data-size="xs">Uploaded confirmation</h2>${documentLinks(visit, 'confirmation-of-stay', here(visit), confirmedAlready(visit) !== undefined)}
<p class="quiet">The file was checked for its kind and size only. Open it with care.</p></div>
<p>Enter the first and last day that the document confirms. If it is not good enough, leave this page: the host and the participant are reminded as before.</p>`,

  fields: (visit, form) =>
    html`${dates(visit, form)}${interruptionField(visit, form)}${nameField(form, 'It is kept with the dates.')}`,
  button: 'Enter these dates',
  basis: ({ mobility }) => [mobility.documents.map((document) => document.id), mobility.confirmed],

  read(fields, visit) {
    const period = readDates(fields, visit);
    const away = readInterruption(fields, visit, daysOf(visit, period, fields));
    return {
      type: 'confirm-stay',
      by: 'office',
      period,
      ...away,
      name: readName(fields),
      role: 'international office',
    };
  },

  secondLook: differences,
  outcome: (visit, command) => confirmedSentence(visit, command),
};

function confirmedAlready({ mobility, say }: Visit): string | undefined {
  const { confirmed } = mobility;
  if (confirmed?.period) {
    return `The dates of this stay were confirmed on ${say.moment(confirmed.at)}: ${say.period(confirmed.period)}. If they are wrong, write to the international office.`;
  }
  if (confirmed) return `This stay was ended on ${say.moment(confirmed.at)} without confirmed dates.`;
  return mobility.state === 'signed' ? undefined : 'There is no stay to confirm here now.';
}

function dates({ mobility }: Visit, form: FormState): Html {
  const { start, end } = mobility.stay.planned;
  return html`<div class="pair">${input(form, {
    name: 'start',
    label: 'First day',
    hint: 'First day on which presence was required.',
    type: 'date',
    look: 'short',
    initial: start,
  })}${input(form, {
    name: 'end',
    label: 'Last day',
    hint: 'Last day on which presence was required.',
    type: 'date',
    look: 'short',
    initial: mobility.withdrawal?.lastDay ?? end,
  })}</div>`;
}

/** Days of the stay by the terms of its agreement; any number while the dates are not good. */
const daysOf = ({ mobility }: Visit, { start, end }: Period, fields: FieldReader): number =>
  fields.errors.size > 0 ? Number.POSITIVE_INFINITY : countDays(start, end, mobility.terms.limits.counting);

function readDates(fields: FieldReader, { institution, now }: Visit): { start: string; end: string } {
  const start = fields.date('start', 'Give the first day.');
  const end = fields.date('end', 'Give the last day.');
  if (fields.errors.size === 0 && end < start) {
    fields.fail('end', 'The last day lies before the first day. Check both.');
  }
  if (fields.errors.size === 0 && end > dateAt(now, institution.timeZone)) {
    fields.fail('end', 'The last day lies in the future. Confirm the stay when it has ended.');
  }
  return { start, end };
}

/** Shown before dates count that are not the planned ones: a slip in a date is money. */
function differences({ mobility, say, words }: Visit, command: Command): Html | undefined {
  if (command.type !== 'confirm-stay') return undefined;
  const { planned } = mobility.stay;
  const { period, interruptionDays: away } = command;
  if (period.start === planned.start && period.end === planned.end && !away) return undefined;
  const days = (of: typeof planned) => countDays(of.start, of.end, 'calendar');
  const more = days(period) - days(planned);
  const change =
    more === 0
      ? 'as many days'
      : `${Math.abs(more)} ${Math.abs(more) === 1 ? 'day' : 'days'} ${more > 0 ? 'more' : 'less'}`;
  return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">These dates differ from the plan</h2>${factList(
    [
      ['Planned', say.period(planned)],
      ['You give', `${say.period(period)} (${change})`],
      away === undefined ? undefined : [words.changes.hostInterruption.differs, String(away)],
    ],
  )}<p>If they are right, send them once more.</p></div>`;
}

function confirmedSentence({ say }: Visit, command: Command): string {
  if (command.type !== 'confirm-stay') return '';
  return `${command.name} confirmed the dates ${say.period(command.period)}.`;
}
