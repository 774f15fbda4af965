import { effectOfInterruption } from '../../../shared/mobility/decide/interruption.ts';
import { openInterruption } from '../../../shared/mobility/interruption.ts';
import { whatItTakes } from '../actions/interruption.ts';
import type { Visit } from '../context.ts';
import { type FieldReader, one } from '../form.ts';
import { type FormState, input } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { answerFields, readAnswer } from './answer.ts';
import { caseFacts, type Deed } from './deed.ts';

/** The office confirms a break that the participant has reported, or says why it is none. */
export const decideInterruption: Deed = {
  title: ({ words }) => words.changes.decideInterruption.title,

  settled({ mobility, words, say }) {
    if (openInterruption(mobility)) return undefined;
    const { decideInterruption: w, interruption } = words.changes;
    const stated = mobility.confirmed?.interruptionDays;
    const { period, decision } = mobility.interruptions?.at(-1) ?? {};
    if (decision && period) {
      return decision.confirmed
        ? w.wasConfirmed(decision.by, say.period(period))
        : w.wasRefused(decision.by, say.period(period));
    }
    return stated === undefined ? w.nothing : interruption.byHost(stated);
  },

  about(visit) {
    const { mobility, words, say } = visit;
    const { decideInterruption: w } = words.changes;
    const reported = openInterruption(mobility);
    if (!reported) return html`<div class="ds-card">${caseFacts(visit)}</div>`;
    return html`<div class="ds-card">${caseFacts(visit, [
      [w.away, html`<strong>${say.period(reported.period)}</strong>`],
      [w.days, String(effectOfInterruption(mobility, reported.period).days)],
      [w.reason, reported.reason],
    ])}</div><div class="ds-card">${whatItTakes(visit, reported.period)}</div>`;
  },

  fields(visit, form) {
    const { decideInterruption: w } = visit.words.changes;
    return answerFields(visit, form, w, { value: 'confirm', label: w.confirm, hint: w.confirmHint });
  },

  button: ({ words }) => words.changes.decideExtension.button,
  basis: ({ mobility }) => [openInterruption(mobility), mobility.confirmed, mobility.stay.planned],

  read: (fields, visit) => ({
    type: 'decide-interruption',
    ...readAnswer(fields, visit, visit.words.changes.decideInterruption, 'confirm'),
  }),

  outcome({ mobility, words, say }, command) {
    const period = mobility.interruptions?.at(-1)?.period;
    if (command.type !== 'decide-interruption' || !period) return '';
    const { decideInterruption: w } = words.changes;
    return command.choice === 'confirm'
      ? w.wasConfirmed(command.by, say.period(period))
      : w.wasRefused(command.by, say.period(period));
  },
};

/** The days of interruption beside the dates that are confirmed: empty says nothing. */
export function interruptionField({ mobility, words, say }: Visit, form: FormState, hint?: string): Html {
  const { hostInterruption: w } = words.changes;
  const told = (mobility.interruptions ?? []).filter(({ decision }) => decision?.confirmed !== false);
  const known = told.length === 0 ? '' : ` ${w.known(told.map(({ period }) => say.period(period)).join('; '))}`;
  return input(form, {
    name: 'interruption',
    label: w.label,
    hint: hint ?? `${w.hint}${known}`,
    inputmode: 'numeric',
    look: 'short',
    optional: words.form.optional,
  });
}

/** What was typed there, for a command; nothing where it was left empty. @param most days of the stay, when they are known */
export function readInterruption(
  fields: FieldReader,
  { words }: Visit,
  most: number,
): { readonly interruptionDays?: number } {
  const { hostInterruption: w } = words.changes;
  const typed = one(fields.values, 'interruption').trim();
  if (typed === '') return {};
  if (!/^\d{1,4}$/.test(typed)) fields.fail('interruption', w.notWhole);
  else if (Number(typed) >= most) fields.fail('interruption', w.tooMany);
  return { interruptionDays: Number(typed) };
}
