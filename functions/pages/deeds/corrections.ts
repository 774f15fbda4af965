import type { Period, Settlement } from '../../../shared/grant/types.ts';
import type { Correction, ReturnPayment } from '../../../shared/mobility/case.ts';
import { withCorrection } from '../../../shared/mobility/decide/correction.ts';
import { openObjection } from '../../../shared/mobility/decide/objection.ts';
import { failedBefore, findReturn } from '../../../shared/mobility/decide/overpayment.ts';
import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { formatAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import { type FieldReader, one } from '../form.ts';
import { claimTable } from '../views/claim.ts';
import { checkbox, type FormState, input, radios, textarea } from '../views/fields.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { factList, stateWord, workingTable, workingText } from '../views/money.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';
import { interruptionField, readInterruption } from './interruption.ts';

/** A calculation made anew, an objection that may lead to one, and the return of what was paid in too much. */

const kept = 'It is kept with the decision. Whoever proposes cannot be the second person.';
type Asked = Omit<Correction, 'at' | 'by'>;

export const correct: Deed = {
  title: () => 'Correct a calculation',

  settled({ mobility }) {
    if (mobility.proposedCorrection) return 'A correction has been proposed; a second person decides.';
    if (openObjection(mobility.claim))
      return 'The participant has objected to the demand. Decide on that; it can be corrected there.';
    const open = mobility.settlement && ['settled', 'repayment-due', 'closed'].includes(mobility.state);
    return open ? undefined : 'The grant is being calculated now. Open this page again in a few minutes.';
  },

  about: (
    visit,
  ) => html`<p class="ds-paragraph" data-size="lg">The grant is calculated anew on what you enter, by the terms of the agreement. What was paid and paid back stays; the difference is paid out or asked back.</p>
<div class="ds-card">${caseFacts(visit, [['Confirmed', datesOf(visit, visit.mobility.confirmed?.period)]])}${soFar(visit)}</div>`,

  fields: (visit, form) => html`${correctionFields(visit, form)}${nameField(form, kept)}`,
  button: 'Propose the correction',
  basis: ({ mobility }) => [mobility.settlement?.at, mobility.claim?.state, mobility.proposedCorrection],
  read: (fields, visit) => ({ type: 'propose-correction', ...readCorrection(fields, visit), by: readName(fields) }),
  secondLook: (visit, command) => (command.type === 'propose-correction' ? lookOnceMore(visit, command) : undefined),
  outcome: (_visit, command) =>
    command.type === 'propose-correction' ? `${command.by} proposed a corrected calculation.` : '',
};

export const decideCorrection: Deed = {
  title: () => 'A corrected calculation waits for a second person',
  settled: ({ mobility }) => (mobility.proposedCorrection ? undefined : 'No correction waits for a decision.'),

  about(visit) {
    const proposal = visit.mobility.proposedCorrection;
    if (!proposal) return html``;
    return html`<div class="ds-card">${caseFacts(visit, [
      ['Confirmed so far', datesOf(visit, visit.mobility.confirmed?.period)],
      ['Proposed', datesOf(visit, withCorrection(visit.mobility, proposal).confirmed?.period)],
      proposal.forceMajeure === undefined ? undefined : ['Force majeure', proposal.forceMajeure],
      ['Why', proposal.reason],
      ['Evidence', proposal.evidence],
      ['Proposed by', proposal.by],
    ])}${soFar(visit)}</div><div class="ds-card"><h2 class="ds-heading" data-size="xs">What follows</h2>${consequences(visit, proposal)}</div>`;
  },

  fields: (_visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        { value: 'approve', label: 'Calculate anew', hint: 'The difference is paid out or asked back.' },
        { value: 'refuse', label: 'Leave it as it is' },
      ],
    })}${nameField(form, 'It is kept with the decision. Whoever proposed it cannot decide.')}`,
  button: 'Decide',
  basis: ({ mobility }) => [mobility.proposedCorrection, mobility.settlement?.at],
  read: (fields) => ({
    type: 'decide-correction',
    approve: fields.choice('choice', ['approve', 'refuse'], 'Choose whether it is calculated anew.') === 'approve',
    by: readName(fields),
  }),
  outcome: (_visit, command) =>
    command.type === 'decide-correction'
      ? `${command.by} ${command.approve ? 'approved' : 'refused'} the corrected calculation.`
      : '',
};

export const decideObjection: Deed = {
  title: () => 'An objection to a repayment demand',
  settled: ({ mobility }) => (openObjection(mobility.claim) ? undefined : 'No objection waits for a decision.'),

  about: (visit) =>
    html`<div class="ds-card">${caseFacts(visit, [
      ['Confirmed', datesOf(visit, visit.mobility.confirmed?.period)],
      ['The participant writes', visit.mobility.claim?.objection?.reason ?? ''],
    ])}${soFar(visit)}${claimTable(visit)}</div>${refusedBefore(visit)}`,

  fields: (visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        { value: 'dismiss', label: 'Dismiss', hint: 'The demand stays; the whole time to pay begins anew.' },
        {
          value: 'uphold',
          label: 'Uphold',
          hint: 'The grant is calculated anew on what you enter below, once a second person agrees.',
        },
      ],
    })}${textarea(form, { name: 'answer', label: 'Your answer', hint: 'The participant reads it.' })}<h2 class="ds-heading" data-size="xs">If you uphold it</h2>${correctionFields(visit, form)}${nameField(form, kept)}`,
  button: 'Decide',
  basis: ({ mobility }) => [mobility.claim?.objection, mobility.claim?.credits, mobility.settlement?.at],

  read(fields, visit) {
    const choice = fields.choice('choice', ['dismiss', 'uphold'], 'Choose whether you uphold the objection.');
    const answer = fields.lines('answer', 'Give the participant an answer.', 1000);
    const by = readName(fields);
    if (choice === 'dismiss') return { type: 'decide-objection', by, answer, choice };
    return { type: 'decide-objection', by, answer, choice, correction: readCorrection(fields, visit) };
  },
  secondLook: (visit, command) =>
    command.type === 'decide-objection' && command.choice === 'uphold'
      ? lookOnceMore(visit, command.correction)
      : undefined,
  outcome: (_visit, command) =>
    command.type === 'decide-objection'
      ? `${command.by} ${command.choice === 'uphold' ? 'upheld' : 'dismissed'} the objection.`
      : '',
};

/** Why the same objection is here again. */
function refusedBefore({ mobility, say }: Visit): Html {
  const before = mobility.claim?.objection?.correctionRefused;
  if (!before) return raw('');
  return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">It was upheld before, and a second person refused</h2><p>${before.proposedBy} upheld it and proposed a new calculation. ${before.by} refused that on ${say.moment(before.at)}: the calculation and the demand stand as before. Ask ${before.by} why, then decide again.</p></div>`;
}

export const releaseReturn: Deed = {
  title: () => 'The return of an over-payment waits for a second person',

  settled(visit) {
    const back = returnOf(visit);
    if (!back) return 'There is no such payment.';
    return back.state === 'held' ? undefined : `This payment is not on hold any more: ${stateWord(visit, back)}.`;
  },

  about(visit) {
    const back = returnOf(visit);
    if (!back) return html``;
    const { say, mobility } = visit;
    return html`<div class="ds-card"><div class="figures"><div><span class="label">To be returned</span><p class="big">${say.money(back.local)}</p></div></div>
${caseFacts(visit, [
  ['Payment', back.id],
  ['To', back.payeeName],
  ['Account', formatAccount(back.account)],
  [
    'Whose account',
    back.to === 'payer'
      ? 'the one that the money came from'
      : 'the participant’s: the bank does not say who paid, or could not pay them',
  ],
])}${claimTable(visit)}</div>${
      failedBefore(mobility, back)
        ? html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">The bank has refused this account</h2><p>Ask the participant for another one first.</p></div>`
        : raw('')
    }`;
  },

  fields: (_visit, form) =>
    html`${checkbox(form, {
      name: 'checked',
      label: 'I have compared the amount and the account with the statement of the bank.',
    })}${nameField(form, 'It is kept with the decision.')}`,
  button: 'Return the money',
  basis: (visit) => [returnOf(visit)?.id, returnOf(visit)?.account, visit.mobility.participant.account],

  read(fields, visit) {
    if (!fields.ticked('checked')) fields.fail('checked', 'Tick the box to say that you have compared them.');
    return { type: 'release-return', payment: returnOf(visit)?.id ?? '', by: readName(fields) };
  },
  outcome: (_visit, command) => (command.type === 'release-return' ? `${command.by} let the return go.` : ''),
};

const returnOf = ({ mobility, link }: Visit): ReturnPayment | undefined =>
  findReturn(mobility, String(link.subject.payment ?? ''));

const datesOf = ({ say }: Visit, period: Period | undefined): string => (period ? say.period(period) : 'none');

function soFar(visit: Visit): Html {
  const { settlement } = visit.mobility;
  return settlement
    ? html`${workingTable(visit, 'The calculation so far', settlement.assessment)}${workingText(settlement.working)}`
    : raw('');
}

function correctionFields(visit: Visit, form: FormState): Html {
  const { mobility, words } = visit;
  const { period } = mobility.confirmed ?? {};
  return html`${radios(form, {
    name: 'dates',
    label: 'Dates of the stay',
    options: [
      { value: 'other', label: 'Other dates, as below' },
      { value: 'unchanged', label: 'As confirmed' },
      { value: 'none', label: 'The stay never took place' },
    ],
  })}<div class="pair">${input(form, { name: 'start', label: 'First day', type: 'date', look: 'short', ...(period ? { initial: period.start } : {}) })}${input(
    form,
    {
      name: 'end',
      label: 'Last day',
      type: 'date',
      look: 'short',
      ...(period ? { initial: period.end } : {}),
    },
  )}</div>${interruptionField(visit, form, words.changes.hostInterruption.correct)}${textarea(form, {
    name: 'forceMajeure',
    label: 'Force majeure (optional)',
    hint: 'What happened. With an explanation here the minimum duration does not count.',
  })}${textarea(form, { name: 'reason', label: 'Why it is corrected', hint: 'The participant reads it. Leave out anything about health.' })}${input(
    form,
    { name: 'evidence', label: 'Evidence', hint: 'Where it is kept: archive number, or the document of the case.' },
  )}`;
}

function readCorrection(fields: FieldReader, visit: Visit): Asked {
  const chosen = fields.choice('dates', ['other', 'unchanged', 'none'], 'Say what the dates of the stay are.');
  const dates =
    chosen === 'other'
      ? { start: fields.date('start', 'Give the first day.'), end: fields.date('end', 'Give the last day.') }
      : chosen;
  const explained = one(fields.values, 'forceMajeure').trim() !== '';
  return {
    dates,
    ...readInterruption(fields, visit, Number.POSITIVE_INFINITY),
    ...(explained ? { forceMajeure: fields.lines('forceMajeure', 'Explain what happened.', 1000) } : {}),
    reason: fields.lines('reason', 'Say why it is corrected.', 1000),
    evidence: fields.text('evidence', 'Say where the evidence is kept.', 200),
  };
}

/** Shown before a proposal counts: dates are money. */
const lookOnceMore = (visit: Visit, asked: Asked): Html =>
  html`<div class="ds-alert" data-color="warning" role="alert"><h2 class="ds-heading" data-size="xs">This is what follows</h2>${consequences(visit, asked)}<p>If it is right, send it once more.</p></div>`;

/** What the new calculation would come to. */
function consequences(visit: Visit, asked: Asked): Html {
  const { mobility, say } = visit;
  const corrected = withCorrection(mobility, asked);
  const next: Settlement = settlementFor(corrected, corrected.confirmed?.period);
  const end = {
    balance: `Another ${say.money(next.amount)} would be paid.`,
    settled: 'Nothing would be paid on either side.',
    recovery: `${say.money(next.amount)} would be to be repaid in all; an open demand is replaced.`,
  }[next.outcome];
  return html`${factList([
    ['Grant so far', mobility.settlement ? say.money(mobility.settlement.entitlement) : ''],
    ['Grant then', say.money(next.entitlement)],
  ])}${workingTable(visit, 'The new calculation', next.assessment)}${workingText(next.working)}<p><strong>${end}</strong></p>`;
}
