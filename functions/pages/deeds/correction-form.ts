import { finalSettlement } from '../../../shared/documents/workings.ts';
import type { Period } from '../../../shared/grant/types.ts';
import type { Correction } from '../../../shared/mobility/case.ts';
import { withCorrection } from '../../../shared/mobility/decide/correction.ts';
import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import type { Visit } from '../context.ts';
import { type FieldReader, one } from '../form.ts';
import { type FormState, input, radios, textarea } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { factList, workingTable, workingText } from '../views/money.ts';
import { interruptionField, readInterruption } from './interruption.ts';

/** What a calculation is made anew on: asked for, read, and worked out before it counts. */

export type Asked = Omit<Correction, 'at' | 'by'>;

export const datesOf = ({ say, words }: Visit, period: Period | undefined): string =>
  period ? say.period(period) : words.decisions.common.none;

/** The calculation that counts until then. */
export function soFar(visit: Visit): Html {
  const { settlement } = visit.mobility;
  if (!settlement) return raw('');
  const { assessment, working } = finalSettlement(visit, settlement);
  return html`${workingTable(visit, visit.words.decisions.corrections.soFar, assessment)}${workingText(working)}`;
}

export function correctionFields(visit: Visit, form: FormState): Html {
  const { mobility, words } = visit;
  const { common, corrections } = words.decisions;
  const { form: w } = corrections;
  const { period } = mobility.confirmed ?? {};
  return html`${radios(form, {
    name: 'dates',
    label: w.dates,
    options: [
      { value: 'other', label: w.other },
      { value: 'unchanged', label: w.unchanged },
      { value: 'none', label: w.none },
    ],
  })}<div class="pair">${input(form, { name: 'start', label: common.start, type: 'date', look: 'short', ...(period ? { initial: period.start } : {}) })}${input(
    form,
    {
      name: 'end',
      label: common.end,
      type: 'date',
      look: 'short',
      ...(period ? { initial: period.end } : {}),
    },
  )}</div>${interruptionField(visit, form, words.changes.hostInterruption.correct)}${textarea(form, {
    name: 'forceMajeure',
    label: w.forceMajeure,
    hint: w.forceMajeureHint,
  })}${textarea(form, { name: 'reason', label: w.reason, hint: w.reasonHint })}${input(form, {
    name: 'evidence',
    label: common.evidence,
    hint: common.evidenceHint,
  })}`;
}

export function readCorrection(fields: FieldReader, visit: Visit): Asked {
  const { common, corrections } = visit.words.decisions;
  const { form: w } = corrections;
  const chosen = fields.choice('dates', ['other', 'unchanged', 'none'], w.datesMissing);
  const dates =
    chosen === 'other'
      ? { start: fields.date('start', common.startMissing), end: fields.date('end', common.endMissing) }
      : chosen;
  const explained = one(fields.values, 'forceMajeure').trim() !== '';
  return {
    dates,
    ...readInterruption(fields, visit, Number.POSITIVE_INFINITY),
    ...(explained ? { forceMajeure: fields.lines('forceMajeure', w.forceMajeureMissing, 1000) } : {}),
    reason: fields.lines('reason', w.reasonMissing, 1000),
    evidence: fields.text('evidence', common.evidenceMissing, 200),
  };
}

/** Shown before a proposal counts: dates are money. */
export function lookOnceMore(visit: Visit, asked: Asked): Html {
  const { follows: w } = visit.words.decisions.corrections;
  return html`<div class="ds-alert" data-color="warning" role="alert"><h2 class="ds-heading" data-size="xs">${w.title}</h2>${consequences(visit, asked)}<p>${w.onceMore}</p></div>`;
}

/** What the new calculation would come to. */
export function consequences(visit: Visit, asked: Asked): Html {
  const { mobility, say, words, language } = visit;
  const { follows: w } = words.decisions.corrections;
  const corrected = withCorrection(mobility, asked);
  const next = settlementFor(corrected, corrected.confirmed?.period, undefined, language);
  const end = w[next.outcome](say.money(next.amount));
  return html`${factList([
    [w.grantSoFar, mobility.settlement ? say.money(mobility.settlement.entitlement) : ''],
    [w.grantThen, say.money(next.entitlement)],
  ])}${workingTable(visit, w.calculation, next.assessment)}${workingText(next.working)}<p><strong>${end}</strong></p>`;
}
