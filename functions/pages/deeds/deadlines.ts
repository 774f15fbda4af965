import { dateAt } from '../../../shared/calendar/zones.ts';
import { mayMoveTo, movesUnheard, openDeadlines } from '../../../shared/deadlines/open.ts';
import type { DeadlineCommand } from '../../../shared/mobility/commands.ts';
import { endProblem } from '../../../shared/mobility/decide/deadlines.ts';
import type { Visit } from '../context.ts';
import type { FieldReader } from '../form.ts';
import { input, radios, textarea } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { type FactRow, factList } from '../views/money.ts';
import { caseFacts, type Deed } from './deed.ts';

const END = 'end';

/**
 * Every deadline of a case and what happens on it. The office gives somebody more time, or ends an offer whose reader cannot
 * be reached; reached from every link of the office to the case, as often as it is needed.
 */
export const changeDeadlines: Deed = {
  path: '/deadlines',
  needsCode: true,
  title: ({ words }) => words.deadlines.title,

  settled: (visit) => (openDeadlines(visit.mobility).length > 0 ? undefined : visit.words.deadlines.nothing),

  about: (visit) =>
    html`<div class="ds-card">${caseFacts(visit)}</div><div class="ds-card">${planned(visit)}${earlier(visit)}</div>`,

  fields(visit, form) {
    const { deadlines: w } = visit.words;
    const options = openDeadlines(visit.mobility).map(({ deadline, due }) => ({
      value: deadline as string,
      label: w.duties[deadline],
      hint: w.dueBy(visit.say.date(due)),
    }));
    const end = mayEnd(visit) ? [{ value: END, label: w.end, hint: w.endHint(movesUnheard(visit.mobility)) }] : [];
    return html`${radios(form, { name: 'choice', label: w.choice, options: [...options, ...end] })}${input(form, {
      name: 'to',
      label: w.to,
      hint: w.toHint,
      type: 'date',
      look: 'short',
      autocomplete: 'off',
    })}${textarea(form, { name: 'reason', label: w.reason, hint: w.reasonHint })}${input(form, {
      name: 'by',
      label: w.name,
      hint: w.nameHint,
      autocomplete: 'name',
    })}`;
  },

  button: ({ words }) => words.deadlines.button,
  basis: (visit) => [openDeadlines(visit.mobility), mayEnd(visit)],

  read(fields, visit): DeadlineCommand {
    const { deadlines: w } = visit.words;
    const open = openDeadlines(visit.mobility);
    const options = [...open.map(({ deadline }) => deadline), ...(mayEnd(visit) ? ([END] as const) : [])];
    const choice = fields.choice(
      'choice',
      options.length > 0 ? options : (['agreement-expiry'] as const),
      w.choiceMissing,
    );
    const to = choice === END || fields.errors.size > 0 ? '' : readDay(fields, visit, choice);
    const reason = fields.lines('reason', w.reasonMissing, 500);
    const by = fields.text('by', w.nameMissing, 70);
    return choice === END
      ? { type: 'end-unreached', reason, by }
      : { type: 'move-deadline', deadline: choice, to, reason, by };
  },

  // The link is not used up; the page itself says how things stand.
  outcome: () => '',
};

function readDay(fields: FieldReader, { mobility, institution, now, say, words }: Visit, deadline: string): string {
  const { deadlines: w } = words;
  const to = fields.date('to', w.toMissing);
  const due = openDeadlines(mobility).find((each) => each.deadline === deadline)?.due ?? '';
  const bounds = mayMoveTo(due, dateAt(now, institution.timeZone));
  if (!fields.errors.has('to') && to < bounds.from) fields.fail('to', w.notLater(say.date(bounds.from)));
  if (!fields.errors.has('to') && to > bounds.to) fields.fail('to', w.tooLate(say.date(bounds.to)));
  return to;
}

const mayEnd = ({ mobility, institution, now }: Visit): boolean =>
  endProblem(mobility, { institution, now }) === undefined;

function planned({ mobility, say, words }: Visit): Html {
  const { deadlines: w } = words;
  if (mobility.deadlines.length === 0) return html`<p>${w.none}</p>`;
  const rows = mobility.deadlines.map(
    ({ kind, at, ref }): FactRow => [
      say.moment(at),
      html`${w.kinds[kind]}${isDate(ref) ? html` <span class="quiet">(${w.due(say.date(ref))})</span>` : ''}`,
    ],
  );
  return html`<h2 class="ds-heading" data-size="xs">${w.planned}</h2>${factList(rows)}`;
}

const isDate = (ref: string | undefined): ref is string => ref !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(ref);

function earlier({ mobility, say, words }: Visit): Html {
  const { deadlines: w } = words;
  const { moved = [] } = mobility;
  if (moved.length === 0) return raw('');
  return html`<h2 class="ds-heading" data-size="xs">${w.earlier}</h2><ul class="ds-list">${moved.map(
    ({ deadline, from, to, at, by, reason }) =>
      html`<li>${w.duties[deadline]}: ${w.movedFrom(say.date(from), say.date(to))} <span class="quiet">(${say.date(at)}, ${by ?? w.byItself}${reason ? html`: ${reason}` : ''})</span></li>`,
  )}</ul>`;
}
