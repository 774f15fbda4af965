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
  title: ({ words }) => words.decisions.stay.title,
  settled: confirmedAlready,

  about(visit) {
    const { stay: w } = visit.words.decisions;
    const told = visit.mobility.withdrawal?.lastDay;
    return html`<p class="ds-paragraph" data-size="lg">${w.lead(fullName(visit))}</p>
<div class="ds-card">${caseFacts(visit)}${told === undefined ? '' : html`<p>${w.toldLastDay(visit.say.date(told))}</p>`}</div>`;
  },

  fields(visit, form) {
    const { stay: w, common } = visit.words.decisions;
    return html`${dates(visit, form)}${interruptionField(visit, form)}${input(form, {
      name: 'by',
      label: common.name,
      autocomplete: 'name',
    })}${input(form, { name: 'role', label: w.role, hint: w.roleHint, autocomplete: 'organization-title' })}`;
  },

  button: ({ words }) => words.decisions.stay.button,
  basis: ({ mobility }) => [mobility.stay.planned, mobility.interruptions, mobility.confirmed],

  read(fields, visit) {
    const period = readDates(fields, visit);
    return {
      type: 'confirm-stay',
      by: 'host',
      period,
      ...readInterruption(fields, visit, daysOf(visit, period, fields)),
      name: readName(fields, visit),
      role: fields.text('role', visit.words.decisions.stay.roleMissing, 70),
    };
  },

  secondLook: differences,
  outcome: (visit, command) => confirmedSentence(visit, command),
};

/** The office enters the dates of an uploaded confirmation of stay. */
export const reviewConfirmation: Deed = {
  title: ({ words }) => words.decisions.stay.review.title,
  settled: confirmedAlready,

  about(visit) {
    const { review: w } = visit.words.decisions.stay;
    return html`<div class="ds-card">${caseFacts(visit)}<h2 class="ds-heading" data-size="xs">${w.uploaded}</h2>${documentLinks(visit, 'confirmation-of-stay', here(visit), confirmedAlready(visit) !== undefined)}
<p class="quiet">${w.care}</p></div>
<p>${w.lead}</p>`;
  },

  fields: (visit, form) =>
    html`${dates(visit, form)}${interruptionField(visit, form)}${nameField(visit, form, visit.words.decisions.stay.review.name)}`,
  button: ({ words }) => words.decisions.stay.review.button,
  basis: ({ mobility }) => [mobility.documents.map((document) => document.id), mobility.confirmed],

  read(fields, visit) {
    const period = readDates(fields, visit);
    const away = readInterruption(fields, visit, daysOf(visit, period, fields));
    return {
      type: 'confirm-stay',
      by: 'office',
      period,
      ...away,
      name: readName(fields, visit),
      role: 'international office',
    };
  },

  secondLook: differences,
  outcome: (visit, command) => confirmedSentence(visit, command),
};

function confirmedAlready({ mobility, say, words }: Visit): string | undefined {
  const { stay: w } = words.decisions;
  const { confirmed } = mobility;
  if (confirmed?.period) return w.confirmedAlready(say.moment(confirmed.at), say.period(confirmed.period));
  if (confirmed) return w.endedAlready(say.moment(confirmed.at));
  return mobility.state === 'signed' ? undefined : w.nothing;
}

function dates({ mobility, words }: Visit, form: FormState): Html {
  const { stay: w, common } = words.decisions;
  const { start, end } = mobility.stay.planned;
  return html`<div class="pair">${input(form, {
    name: 'start',
    label: common.start,
    hint: w.startHint,
    type: 'date',
    look: 'short',
    initial: start,
  })}${input(form, {
    name: 'end',
    label: common.end,
    hint: w.endHint,
    type: 'date',
    look: 'short',
    initial: mobility.withdrawal?.lastDay ?? end,
  })}</div>`;
}

/** Days of the stay by the terms of its agreement; any number while the dates are not good. */
const daysOf = ({ mobility }: Visit, { start, end }: Period, fields: FieldReader): number =>
  fields.errors.size > 0 ? Number.POSITIVE_INFINITY : countDays(start, end, mobility.terms.limits.counting);

function readDates(fields: FieldReader, { institution, now, words }: Visit): { start: string; end: string } {
  const { stay: w, common } = words.decisions;
  const start = fields.date('start', common.startMissing);
  const end = fields.date('end', common.endMissing);
  if (fields.errors.size === 0 && end < start) {
    fields.fail('end', w.reversed);
  }
  if (fields.errors.size === 0 && end > dateAt(now, institution.timeZone)) {
    fields.fail('end', w.future);
  }
  return { start, end };
}

/** Shown before dates count that are not the planned ones: a slip in a date is money. */
function differences({ mobility, say, words }: Visit, command: Command): Html | undefined {
  if (command.type !== 'confirm-stay') return undefined;
  const { stay: w } = words.decisions;
  const { planned } = mobility.stay;
  const { period, interruptionDays: away } = command;
  if (period.start === planned.start && period.end === planned.end && !away) return undefined;
  const days = (of: typeof planned) => countDays(of.start, of.end, 'calendar');
  const more = days(period) - days(planned);
  const change = more === 0 ? w.asMany : w.more(more);
  return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.differs}</h2>${factList(
    [
      [w.planned, say.period(planned)],
      [w.given, `${say.period(period)} (${change})`],
      away === undefined ? undefined : [words.changes.hostInterruption.differs, String(away)],
    ],
  )}<p>${w.onceMore}</p></div>`;
}

function confirmedSentence({ say, words }: Visit, command: Command): string {
  if (command.type !== 'confirm-stay') return '';
  return words.decisions.stay.confirmed(command.name, say.period(command.period));
}
