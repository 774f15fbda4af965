import { dateAt } from '../../../shared/calendar/zones.ts';
import { confirmationDue } from '../../../shared/deadlines/plan.ts';
import { greenClaimProblem } from '../../../shared/mobility/decide/green-claim.ts';
import { type GreenTest, greenDuty, greenTest, type Leg } from '../../../shared/mobility/green-claim.ts';
import type { Visit } from '../context.ts';
import { FieldReader } from '../form.ts';
import { legFields, legList, readLegs } from '../legs.ts';
import { mark } from '../mark.ts';
import { checkbox } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { type Action, refusedBy } from './action.ts';
import { fileDocument, fileField } from './documents.ts';

const mayClaim = (visit: Visit): boolean => greenClaimProblem(visit.mobility, visit) === undefined;

const receiptsOf = ({ mobility }: Visit) => mobility.documents.filter(({ kind }) => kind === 'travel-receipt');

/** One receipt after the other, for the claim. */
export const uploadReceipt: Action = {
  name: 'receipt',
  title: ({ words }) => words.changes.green.receiptAction,
  allowed: mayClaim,
  multipart: true,

  fields(visit, form) {
    const { green: w } = visit.words.changes;
    return html`<p>${w.receiptAbout(receiptsOf(visit).length)}</p>${fileField(visit, form, 'receipt-file', w.receiptFile)}`;
  },
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.changes.green.upload}</button></div>`,

  async act(visit, { file }) {
    const filed = await fileDocument(visit, 'travel-receipt', file, 'receipt-file');
    return filed.kind === 'filed' ? { kind: 'done', done: 'receipt' } : filed.outcome;
  },
};

/** The journey leg by leg; the test is shown before anything is sent. */
export const claimGreenTravel: Action = {
  name: 'green',
  title: ({ words }) => words.changes.green.action,
  allowed: mayClaim,

  fields(visit, form) {
    const { words, say, institution, mobility, now } = visit;
    const { green: w } = words.changes;
    const due = confirmationDue(institution, mobility.stay.planned.end);
    const late = dateAt(now, institution.timeZone) > due;
    const least = greenDuty(mobility, institution)?.greenClaim.leastPercent ?? 0;
    return html`<p>${w.about(say.date(due), least)}</p>${late ? html`<p>${w.late(say.date(due))}</p>` : raw('')}${legFields(visit, form)}`;
  },
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.changes.green.button}</button></div>`,

  async act(visit, { values }) {
    const { deps, link, mobility, institution, words } = visit;
    const { green: w } = words.changes;
    const fields = new FieldReader(values, visit.language);
    const legs = readLegs(fields, visit);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const duty = greenDuty(mobility, institution);
    const receipts = receiptsOf(visit).map(({ id }) => id);
    if (!duty || receipts.length === 0) return { kind: 'refused', sentence: w.noReceipts };
    const test = greenTest(legs, duty.greenClaim);
    if (!test.holds) return { kind: 'refused', sentence: w.fails(test.greenKm, test.totalKm, test.leastPercent) };
    const looked = mark([legs, receipts]);
    if (values.looked?.[0] !== looked) return { kind: 'look', html: theTest(visit, legs, test), mark: looked };
    const command = { type: 'claim-green-travel', legs, receipts } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    return result.outcome === 'refused'
      ? refusedBy(visit, command.type, result.refusal)
      : { kind: 'done', done: 'green' };
  },
};

/** There is nothing to claim: the settlement need not wait for it. */
export const waiveGreenTravel: Action = {
  name: 'not-green',
  title: ({ words }) => words.changes.green.noAction,
  allowed: mayClaim,
  fields: ({ words }, form) =>
    html`<p>${words.changes.green.noAbout}</p>${checkbox(form, { name: 'not-green-sure', label: words.changes.green.noSure })}`,
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button" data-color="danger">${words.changes.green.noButton}</button></div>`,

  async act(visit, { values }) {
    const { deps, link, words, language } = visit;
    const fields = new FieldReader(values, language);
    if (!fields.ticked('not-green-sure')) fields.fail('not-green-sure', words.changes.green.noSureMissing);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'waive-green-travel' });
    return result.outcome === 'refused'
      ? refusedBy(visit, 'waive-green-travel', result.refusal)
      : { kind: 'done', done: 'not-green' };
  },
};

/** The journey with what counts as green, and the test with its working. */
export function theTest(visit: Visit, legs: readonly Leg[], { greenKm, totalKm, leastPercent }: GreenTest): Html {
  const { green: w, decideGreen: d } = visit.words.changes;
  return html`${legList(visit, d.there, legs, 'out')}${legList(visit, d.back, legs, 'back')}<p><strong>${w.holds(greenKm, totalKm, leastPercent)}</strong></p>`;
}
