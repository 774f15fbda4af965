import { dateAt } from '../../../shared/calendar/zones.ts';
import type { Settlement } from '../../../shared/grant/types.ts';
import { inLanguage } from '../../../shared/language/text.ts';
import { glued } from '../../../shared/mail/format.ts';
import { settlementFor } from '../../../shared/mobility/decide/settlement.ts';
import { beforeSignature } from '../../../shared/mobility/transitions.ts';
import { type PayeeFields, readPayee } from '../account.ts';
import { codeButtons, codeProblem, sendCode, wantsCode } from '../codes.ts';
import type { Visit } from '../context.ts';
import { FieldReader, one } from '../form.ts';
import { mark } from '../mark.ts';
import { checkbox, input, textarea } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { workingTable } from '../views/money.ts';
import { costCentreFields } from '../views/payee.ts';
import { type Action, failed, refusedBy } from './action.ts';
import { lastDayFields, readLastDay } from './documents.ts';

/** Duties that the participant reports done. */
export const reportDuties: Action = {
  name: 'duties',
  title: ({ words }) => words.actions.duties.title,
  allowed: (visit) => ['signed', 'stay-ended'].includes(visit.mobility.state) && openDuties(visit).length > 0,

  fields: (visit, form) =>
    html`<p>${visit.words.actions.duties.about}</p>${openDuties(visit).map((duty) =>
      checkbox(form, { name: `duties-${duty.code}`, label: inLanguage(duty.label, visit.language) }),
    )}`,
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.actions.duties.button}</button></div>`,

  async act(visit, { values }) {
    const codes = openDuties(visit)
      .map((duty) => duty.code)
      .filter((code) => one(values, `duties-${code}`) === 'yes');
    const [first] = openDuties(visit);
    if (codes.length === 0) return failed([`duties-${first?.code ?? ''}`, visit.words.actions.duties.missing]);
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, { type: 'report-obligations', codes });
    return result.outcome === 'refused'
      ? refusedBy(visit, 'report-obligations', result.refusal)
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
  title: (visit) => wordsOfEnd(visit).title,

  allowed: ({ mobility }) =>
    beforeSignature.includes(mobility.state) ||
    (mobility.state === 'signed' && !mobility.confirmed && !mobility.withdrawal),

  fields(visit, form) {
    const signed = visit.mobility.state === 'signed';
    const { reason, reasonHint } = visit.words.actions;
    const { about, sure } = wordsOfEnd(visit);
    return html`<p>${about}</p>${signed ? lastDayFields(visit, form, 'withdraw') : ''}${textarea(form, {
      name: 'withdraw-reason',
      label: reason,
      hint: reasonHint,
    })}${checkbox(form, { name: 'withdraw-sure', label: sure })}`;
  },
  buttons: (visit) =>
    html`<div class="buttons"><button class="ds-button" data-color="danger">${wordsOfEnd(visit).button}</button></div>`,

  async act(visit, { values }) {
    const { deps, link, mobility, words } = visit;
    const fields = new FieldReader(values, visit.language);
    const signed = mobility.state === 'signed';
    const lastDay = signed ? readLastDay(fields, visit, 'withdraw') : undefined;
    const reason = fields.lines('withdraw-reason', words.actions.reasonMissing, 500);
    if (!fields.ticked('withdraw-sure')) fields.fail('withdraw-sure', words.actions.sureMissing);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const looked = mark([lastDay ?? 'never', mobility.payments.length]);
    if (signed && one(values, 'looked') !== looked) {
      return { kind: 'look', html: consequences(visit, lastDay), mark: looked };
    }
    const command = { type: 'withdraw', reason, ...(lastDay === undefined ? {} : { lastDay }) } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    return result.outcome === 'refused'
      ? refusedBy(visit, command.type, result.refusal)
      : { kind: 'done', done: 'withdrawn' };
  },
};

const wordsOfEnd = ({ mobility, words: { actions } }: Visit) =>
  mobility.state === 'signed' ? actions.end : actions.withdraw;

/** What the calculation would be if this were the last day; undefined: the stay never began. */
export function ifLeft({ mobility, language }: Visit, lastDay: string | undefined): Settlement {
  const period = lastDay === undefined ? undefined : { start: mobility.stay.planned.start, end: lastDay };
  return settlementFor(mobility, period, undefined, language);
}

/** The calculation for a last day, in words and with its working. */
export function consequences(visit: Visit, lastDay: string | undefined): Html {
  const { say, now, institution } = visit;
  const { consequences: w } = visit.words.actions;
  const settlement = ifLeft(visit, lastDay);
  const when = lastDay === undefined ? w.never : w.lastDay(say.date(lastDay));
  const future = lastDay !== undefined && lastDay > dateAt(now, institution.timeZone);
  return html`<p>${whatFollows(visit, when, settlement)}</p>${workingTable(visit, w.entitled, settlement.assessment)}<p class="quiet">${glued(settlement.working)}${
    future ? ` ${w.paidByNow}` : ''
  }</p>`;
}

function whatFollows({ say, words }: Visit, when: string, { outcome, amount }: Settlement): Html {
  const { consequences: w } = words.actions;
  if (outcome === 'settled') return html`${w.settled(when)}`;
  const [before, after] = w[outcome](when);
  return html`${before}<strong>${say.money(amount)}</strong>${after}`;
}

const payeeFields: PayeeFields = { account: 'account-number', unit: 'account-unit', costCentre: 'account-costCentre' };

/** Another account, with a code; a second person decides on it. */
export const newAccount: Action = {
  name: 'account',
  title: ({ institution, words: { actions } }) =>
    institution.bank.format === 'voucher-csv' ? actions.account.titleUnit : actions.account.title,
  allowed: ({ mobility }) =>
    ['signed', 'stay-ended', 'settled', 'repayment-due'].includes(mobility.state) && !mobility.proposedAccount,

  fields: ({ institution, words }, form) => {
    const { label, hint } = words.actions.account;
    return institution.bank.format === 'voucher-csv'
      ? costCentreFields(form, institution.bank, payeeFields, words)
      : input(form, { name: 'account-number', label, hint });
  },
  buttons: (visit, form) => codeButtons(visit, form, visit.words.actions.account.button),

  async act(visit, { values }) {
    const fields = new FieldReader(values, visit.language);
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
      ? refusedBy(visit, command.type, result.refusal)
      : { kind: 'done', done: 'account' };
  },
};
