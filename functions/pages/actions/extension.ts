import { dateAt } from '../../../shared/calendar/zones.ts';
import { extensionAskedBy, extensionProblem, prolonged } from '../../../shared/mobility/decide/extension.ts';
import { openExtension } from '../../../shared/mobility/extension.ts';
import { codeButtons, codeProblem, sendCode, wantsCode } from '../codes.ts';
import type { Visit } from '../context.ts';
import { FieldReader, one } from '../form.ts';
import { mark } from '../mark.ts';
import { refusalSentence } from '../refusals.ts';
import { hiddenField, input, textarea } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { factList, workingTable } from '../views/money.ts';
import { type Action, failed, refusedBy } from './action.ts';

/** A later last day: previewed first, then signed with a code, because it amends the agreement if the office grants it. */
export const askForExtension: Action = {
  name: 'extend',
  title: ({ words }) => words.changes.extension.action,

  // Also offered when it is too late, so that whoever looks for it learns by when it had to be asked for.
  allowed: ({ mobility, institution, now }) =>
    mobility.state === 'signed' &&
    !mobility.withdrawal &&
    !openExtension(mobility) &&
    dateAt(now, institution.timeZone) <= mobility.stay.planned.end,

  fields(visit, form) {
    const { words, say, mobility, institution } = visit;
    const { extension: w } = words.changes;
    const by = say.date(extensionAskedBy(mobility, institution));
    if (isLate(visit)) {
      const after = mobility.terms.settlement.extraDays === 'paid' ? w.afterPaid : w.afterUnpaid;
      return html`<p>${w.late(by, institution.contacts.office.email)}</p><p>${after}</p>`;
    }
    const looked = one(form.values, 'looked');
    const end = one(form.values, 'extend-end');
    // What has been looked at stays on the page while the code is typed.
    const seen =
      looked !== '' && looked === markOf(visit, end)
        ? html`${whatItBrings(visit, end)}${hiddenField('looked', looked)}`
        : raw('');
    return html`<p>${w.about(say.date(mobility.stay.planned.end), by)}</p>${seen}${input(form, {
      name: 'extend-end',
      label: w.end,
      hint: w.endHint,
      type: 'date',
      look: 'short',
    })}${textarea(form, { name: 'extend-reason', label: w.reason, hint: w.reasonHint })}`;
  },

  buttons: (visit, form) =>
    isLate(visit) ? raw('') : codeButtons(visit, form, visit.words.changes.extension.button, 'extend-code'),

  async act(visit, { values }) {
    const { deps, link, mobility, institution, now, words, say } = visit;
    const { extension: w } = words.changes;
    const fields = new FieldReader(values, visit.language);
    const end = fields.date('extend-end', w.endMissing);
    const reason = fields.lines('extend-reason', w.reasonMissing, 500);
    if (!fields.errors.has('extend-end')) {
      const problem = extensionProblem(mobility, end, { institution, now });
      if (problem?.kind === 'refused') {
        const { code } = problem.refusal;
        if (code === 'extension-late') return refusedBy(visit, 'ask-for-extension', problem.refusal);
        fields.fail(
          'extend-end',
          code === 'not-later'
            ? w.notLater(say.date(mobility.stay.planned.end))
            : refusalSentence(visit, 'ask-for-extension', problem.refusal),
        );
      }
    }
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const looked = markOf(visit, end);
    if (one(values, 'looked') !== looked) return { kind: 'look', html: whatItBrings(visit, end), mark: looked };
    if (wantsCode(values)) {
      const sent = await sendCode(visit);
      return sent.ok ? { kind: 'done', done: 'code' } : { kind: 'refused', sentence: sent.sentence, status: 429 };
    }
    const problem = await codeProblem(visit, values, 'extend-code');
    if (problem !== undefined) return failed(['extend-code', problem]);
    const result = await deps.perform(deps, link.institution, link.mobility, {
      type: 'ask-for-extension',
      end,
      reason,
    });
    return result.outcome === 'refused'
      ? refusedBy(visit, 'ask-for-extension', result.refusal)
      : { kind: 'done', done: 'extended' };
  },
};

const isLate = ({ mobility, institution, now }: Visit): boolean =>
  dateAt(now, institution.timeZone) > extensionAskedBy(mobility, institution);

const markOf = ({ mobility }: Visit, end: string): string =>
  mark([end, mobility.stay.planned, mobility.agreement?.amount]);

/** The agreement until this day, and what it brings on top. */
function whatItBrings(visit: Visit, end: string): Html {
  const { mobility, institution, words, say, language } = visit;
  const { extension: w } = words.changes;
  const { more, amount, assessment } = prolonged(mobility, end, institution, language);
  const title = html`<p>${w.ifGranted(say.date(end))}</p>`;
  if (more.minor === 0) return html`${title}<p>${w.same}</p>`;
  return html`${title}${factList([
    mobility.agreement && [w.now, say.money(mobility.agreement.amount)],
    [w.later, say.money(amount)],
    [w.more, html`<strong>${say.money(more)}</strong>`],
  ])}${workingTable(visit, w.working, assessment)}<p class="quiet">${w.budget}</p>`;
}
