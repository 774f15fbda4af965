import { dateAt } from '../../../shared/calendar/zones.ts';
import type { Settlement } from '../../../shared/grant/types.ts';
import { inLanguage } from '../../../shared/language/text.ts';
import { glued } from '../../../shared/mail/format.ts';
import type { State } from '../../../shared/mobility/case.ts';
import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { type PayeeFields, readPayee } from '../account.ts';
import { codeButtons, codeProblem, sendCode, wantsCode } from '../codes.ts';
import type { Visit } from '../context.ts';
import { FieldReader, one } from '../form.ts';
import { mark } from '../mark.ts';
import { checkbox, input, textarea } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { workingTable } from '../views/money.ts';
import { costCentreFields } from '../views/payee.ts';
import { type Action, failed } from './action.ts';
import { lastDayFields, readLastDay } from './documents.ts';

const beforeSignature: readonly State[] = [
  'applied',
  'approved',
  'awaiting-ranking',
  'waiting-list',
  'awarded',
  'agreement-issued',
];

/** Duties that the participant reports done. */
export const reportDuties: Action = {
  name: 'duties',
  title: () => 'Tell us what you have done',
  allowed: (visit) => ['signed', 'stay-ended'].includes(visit.mobility.state) && openDuties(visit).length > 0,

  fields: (visit, form) =>
    html`<p>Tick what is done. The office may ask you to show it.</p>${openDuties(visit).map((duty) =>
      checkbox(form, { name: `duties-${duty.code}`, label: inLanguage(duty.label, 'en') }),
    )}`,
  buttons: () => html`<div class="buttons"><button class="ds-button">Report as done</button></div>`,

  async act(visit, { values }) {
    const codes = openDuties(visit)
      .map((duty) => duty.code)
      .filter((code) => one(values, `duties-${code}`) === 'yes');
    const [first] = openDuties(visit);
    if (codes.length === 0) return failed([`duties-${first?.code ?? ''}`, 'Tick at least one thing that is done.']);
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'report-obligations', codes });
    return result.outcome === 'refused'
      ? { kind: 'refused', sentence: result.refusal.sentence }
      : { kind: 'done', done: 'reported' };
  },
};

function openDuties({ mobility, institution }: Visit) {
  return institution.obligations.filter(
    (duty) =>
      duty.by === 'participant' &&
      !duty.greenClaim &&
      mobility.obligationsDue.includes(duty.code) &&
      !(duty.code in mobility.obligations),
  );
}

/** Before the signature: the application is taken back. After it: the stay was given up, or ended early. */
export const withdraw: Action = {
  name: 'withdraw',
  title: ({ mobility }) =>
    mobility.state === 'signed' ? 'I do not go, or I have come home early' : 'Withdraw my application',

  allowed: ({ mobility }) =>
    beforeSignature.includes(mobility.state) ||
    (mobility.state === 'signed' && !mobility.confirmed && !mobility.withdrawal),

  fields(visit, form) {
    const signed = visit.mobility.state === 'signed';
    return html`<p>${
      signed
        ? 'You see what follows from it before it counts. If illness stopped you, use the form for illness instead.'
        : 'Nothing has been paid, and you will owe nothing. You cannot undo it.'
    }</p>${signed ? lastDayFields(form, 'withdraw') : ''}${textarea(form, {
      name: 'withdraw-reason',
      label: 'Reason',
      hint: 'A few words. Leave out anything about your health.',
    })}${checkbox(form, {
      name: 'withdraw-sure',
      label: signed ? 'I report that my stay has ended or will not take place.' : 'I withdraw my application.',
    })}`;
  },
  buttons: ({ mobility }) =>
    html`<div class="buttons"><button class="ds-button" data-color="danger">${mobility.state === 'signed' ? 'Report the end of my stay' : 'Withdraw'}</button></div>`,

  async act(visit, { values }) {
    const { deps, link, mobility } = visit;
    const fields = new FieldReader(values);
    const signed = mobility.state === 'signed';
    const lastDay = signed ? readLastDay(fields, visit, 'withdraw') : undefined;
    const reason = fields.lines('withdraw-reason', 'Give the reason in a few words.', 500);
    if (!fields.ticked('withdraw-sure')) fields.fail('withdraw-sure', 'Tick the box to say that you mean it.');
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const looked = mark([lastDay ?? 'never', mobility.payments.length]);
    if (signed && one(values, 'looked') !== looked) {
      return { kind: 'look', html: consequences(visit, lastDay), mark: looked };
    }
    const command = { type: 'withdraw', reason, ...(lastDay === undefined ? {} : { lastDay }) } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    return result.outcome === 'refused'
      ? { kind: 'refused', sentence: result.refusal.sentence }
      : { kind: 'done', done: 'withdrawn' };
  },
};

/** What the calculation would be if this were the last day; undefined: the stay never began. */
export function ifLeft({ mobility }: Visit, lastDay: string | undefined): Settlement {
  const period = lastDay === undefined ? undefined : { start: mobility.stay.planned.start, end: lastDay };
  return settlementFor(mobility, period);
}

/** The calculation for a last day, in words and with its working. */
export function consequences(visit: Visit, lastDay: string | undefined): Html {
  const { say, now, institution } = visit;
  const settlement = ifLeft(visit, lastDay);
  const when = lastDay === undefined ? 'If you never begin the stay' : `If ${say.date(lastDay)} is your last day`;
  const future = lastDay !== undefined && lastDay > dateAt(now, institution.timeZone);
  const what = {
    balance: html`you still get <strong>${say.money(settlement.amount)}</strong>.`,
    settled: html`nothing more is paid on either side.`,
    recovery: html`you have to pay back <strong>${say.money(settlement.amount)}</strong>.`,
  }[settlement.outcome];
  return html`<p>${when}, ${what}</p>${workingTable(visit, 'What you would be entitled to', settlement.assessment)}<p class="quiet">${glued(settlement.working)}${
    future ? ' It is calculated on what has been paid by now.' : ''
  }</p>`;
}

const payeeFields: PayeeFields = { account: 'account-number', unit: 'account-unit', costCentre: 'account-costCentre' };

/** Another account, with a code; a second person decides on it. */
export const newAccount: Action = {
  name: 'account',
  title: ({ institution }) =>
    institution.bank.format === 'voucher-csv' ? 'Give another cost centre' : 'Give another bank account',
  allowed: ({ mobility }) =>
    ['signed', 'stay-ended', 'settled', 'repayment-due'].includes(mobility.state) && !mobility.proposedAccount,

  fields: ({ institution }, form) =>
    institution.bank.format === 'voucher-csv'
      ? costCentreFields(form, institution.bank, payeeFields)
      : html`${input(form, {
          name: 'account-number',
          label: 'New account',
          hint: 'Eleven digits for a Norwegian account, otherwise the IBAN. It must be your own.',
        })}`,
  buttons: (visit, form) => codeButtons(visit, form, 'Send the new account'),

  async act(visit, { values }) {
    const fields = new FieldReader(values);
    const account = readPayee(fields, visit.institution, payeeFields);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    if (wantsCode(values)) {
      const sent = await sendCode(visit);
      return sent.ok ? { kind: 'done', done: 'code' } : { kind: 'refused', sentence: sent.sentence, status: 429 };
    }
    const problem = await codeProblem(visit, values);
    if (problem !== undefined) return failed(['code', problem]);
    const { deps, link } = visit;
    const command = { type: 'propose-account', account } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    return result.outcome === 'refused'
      ? { kind: 'refused', sentence: result.refusal.sentence }
      : { kind: 'done', done: 'account' };
  },
};
