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

const choices = ['extend', 'instalments', 'collect', 'waive', 'write-off'] as const;

/** The claim is overdue: more time, parts, collection by others, or a proposal to give the rest up. */
export const decideClaim: Deed = {
  title: () => 'A repayment is overdue',

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

  about: (visit) => html`<div class="card">${caseFacts(visit)}${claimTable(visit)}</div>`,

  fields: (visit, form) => {
    const { claim } = visit.mobility;
    const rest = claim ? visit.say.money(claimOpen(claim)) : '';
    const { dueDays } = visit.institution.procedure.repayment;
    return html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        {
          value: 'extend',
          label: 'Give more time',
          hint: `New date: ${visit.say.date(addDays(today(visit), dueDays))}.`,
        },
        {
          value: 'instalments',
          label: 'Agree on parts',
          hint: `${rest} in equal parts. If one is missing after its reminders, the whole rest is due.`,
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
    })}${textarea(form, { name: 'due', label: 'Days of the parts', hint: 'For parts only: one day in each line, for example 2026-03-01.' })}${input(
      form,
      { name: 'agency', label: 'Who collects it', hint: 'For the hand-over only.', optional: true },
    )}${textarea(form, { name: 'reason', label: 'Why the rest is given up', hint: 'For a waiver or write-off only.' })}${input(
      form,
      {
        name: 'evidence',
        label: 'Evidence',
        hint: 'For a waiver or write-off only: archive number, or the document of the case.',
        optional: true,
      },
    )}${nameField(form, 'It is kept with the decision. Whoever proposes cannot be the second person.')}`;
  },

  button: 'Decide',
  basis: ({ mobility }) => [mobility.claim?.credits, mobility.claim?.proposedRelief, mobility.claim?.objection],

  read(fields, visit) {
    const type = 'decide-claim';
    const choice = fields.choice('choice', choices, 'Choose what happens.');
    const by = readName(fields);
    switch (choice) {
      case 'extend':
        return { type, by, choice };
      case 'instalments':
        return { type, by, choice, due: readDays(fields, visit) };
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
      collect: 'handed the claim over to be collected',
      waive: 'proposed to waive the rest',
      'write-off': 'proposed to write off the rest',
    };
    return `${command.by} ${what[command.choice]}.`;
  },
};

const today = ({ institution, now }: Visit): string => dateAt(now, institution.timeZone);

/** The days of a plan, one in each line. */
function readDays(fields: FieldReader, visit: Visit): string[] {
  const days = one(fields.values, 'due')
    .split(/[\s,;]+/)
    .filter((day) => day !== '');
  const { claim } = visit.mobility;
  const problem = claim && planProblem(days, claimOpen(claim), today(visit));
  if (problem) fields.fail('due', problem);
  return days;
}
