import { addDays } from '../../../shared/calendar/dates.ts';
import { dateAt } from '../../../shared/calendar/zones.ts';
import { claimOpen } from '../../../shared/claims/amounts.ts';
import { planProblem } from '../../../shared/claims/instalments.ts';
import { openObjection } from '../../../shared/mobility/decide/objection.ts';
import type { Visit } from '../context.ts';
import { type FieldReader, one } from '../form.ts';
import { claimTable } from '../views/claim.ts';
import { input, radios, textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

const choices = ['extend', 'instalments', 'refuse-instalments', 'collect', 'waive', 'write-off'] as const;

/** A claim that is overdue, or of which parts are asked for: time, parts, collection by others, or giving the rest up. */
export const decideClaim: Deed = {
  title: ({ mobility: { claim } }) => {
    if (claim?.askedForParts) return 'A participant asks to pay back in parts';
    if (claim?.collection) return 'A repayment is being collected by others';
    return claim?.state === 'open' ? 'What happens with a repayment' : 'A repayment is overdue';
  },

  settled({ mobility }) {
    const { claim } = mobility;
    if (!claim || claim.state === 'settled') return 'Nothing is left to be repaid. There is nothing to decide.';
    if (claim.state === 'awaiting-approval') return 'The demand has not been sent yet.';
    if (openObjection(claim)) return 'The participant has objected to the demand. Decide on that first.';
    if (mobility.proposedCorrection) return 'A corrected calculation waits for a second person.';
    if (claim.proposedRelief) {
      return `${claim.proposedRelief.by} has proposed to ${claim.proposedRelief.kind === 'waive' ? 'waive' : 'write off'} the rest; a second person decides.`;
    }
    return undefined;
  },

  about: (visit) => {
    const { due, askedForParts, collection } = visit.mobility.claim ?? {};
    return html`<div class="ds-card">${caseFacts(visit, [
      due === undefined ? undefined : ['Due', visit.say.date(due)],
      askedForParts ? ['Asks for', askedForParts.wish] : undefined,
      collection ? ['Collected by', collection.agency] : undefined,
    ])}${claimTable(visit)}</div>`;
  },

  fields: (visit, form) => {
    const { claim } = visit.mobility;
    const rest = claim ? visit.say.money(claimOpen(claim)) : '';
    const { dueDays } = visit.institution.procedure.repayment;
    const asked = claim?.askedForParts !== undefined;
    const refusal = {
      value: 'refuse-instalments',
      label: 'Refuse parts',
      hint: 'The demand stays as it is; the participant reads your answer.',
    };
    return html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        {
          value: 'instalments',
          label: 'Agree on parts',
          hint: `${rest} in equal parts. If one is missing after its reminders, the whole rest is due.`,
        },
        ...(asked ? [refusal] : []),
        {
          value: 'extend',
          label: 'Give more time',
          hint: `New date: ${visit.say.date(addDays(today(visit), dueDays))}.`,
        },
        {
          value: 'collect',
          label: 'Hand it over to be collected',
          hint: 'We remind no more; what comes in with the reference number still counts.',
        },
        {
          value: 'waive',
          label: `Propose to waive ${rest}`,
          hint: 'The institution gives up its right to the money. A second person decides.',
        },
        {
          value: 'write-off',
          label: `Propose to write off ${rest}`,
          hint: 'The money cannot be had. A second person decides.',
        },
      ],
    })}<h2 class="ds-heading" data-size="xs">For parts</h2>${textarea(form, { name: 'due', label: 'Days of the parts', hint: 'One day in each line, for example 2026-03-01. The amounts follow.' })}${
      asked
        ? textarea(form, { name: 'answer', label: 'Your answer, if you refuse', hint: 'The participant reads it.' })
        : ''
    }<h2 class="ds-heading" data-size="xs">For a hand-over</h2>${input(form, { name: 'agency', label: 'Who collects it' })}<h2 class="ds-heading" data-size="xs">For a waiver or write-off</h2>${textarea(
      form,
      { name: 'reason', label: 'Why the rest is given up', hint: 'The second person reads it.' },
    )}${input(form, {
      name: 'evidence',
      label: 'Evidence',
      hint: 'Where it is kept: archive number, or the document of the case.',
    })}<h2 class="ds-heading" data-size="xs">In any case</h2>${nameField(form, 'It is kept with the decision. Whoever proposes cannot be the second person.')}`;
  },

  button: 'Decide',
  basis: ({ mobility }) => [
    mobility.claim?.credits,
    mobility.claim?.proposedRelief,
    mobility.claim?.objection,
    mobility.claim?.askedForParts,
  ],

  read(fields, visit) {
    const type = 'decide-claim';
    const choice = fields.choice('choice', choices, 'Choose what happens.');
    const by = readName(fields);
    switch (choice) {
      case 'extend':
        return { type, by, choice };
      case 'instalments':
        return { type, by, choice, due: readDays(fields, visit) };
      case 'refuse-instalments':
        return { type, by, choice, answer: fields.lines('answer', 'Give the participant an answer.', 1000) };
      case 'collect':
        return { type, by, choice, agency: fields.text('agency', 'Say who collects the claim.', 100) };
      default: {
        const reason = fields.lines('reason', 'Say why the rest should be given up.', 1000);
        return { type, by, choice, reason, evidence: fields.text('evidence', 'Say where the evidence is kept.', 200) };
      }
    }
  },

  outcome(_visit, command) {
    if (command.type !== 'decide-claim') return '';
    const what = {
      extend: 'gave more time',
      instalments: 'agreed on parts',
      'refuse-instalments': 'refused parts',
      collect: 'handed the claim over to be collected',
      waive: 'proposed to waive the rest',
      'write-off': 'proposed to write off the rest',
    };
    return `${command.by} ${what[command.choice]}.`;
  },
};

const today = ({ institution, now }: Visit): string => dateAt(now, institution.timeZone);

/** `1.3.2026` and `1/3/2026` are days too. */
function asIsoDate(typed: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? [];
  return year === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The days of a plan, one in each line. */
function readDays(fields: FieldReader, visit: Visit): string[] {
  const days = one(fields.values, 'due')
    .split(/[\s,;]+/)
    .filter((day) => day !== '')
    .map(asIsoDate);
  const { claim } = visit.mobility;
  const problem = claim && planProblem(days, claimOpen(claim), today(visit));
  if (problem) fields.fail('due', problem);
  return days;
}
