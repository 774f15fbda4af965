import type { Instant, IsoDate } from '../../shared/calendar/clock.ts';
import { dateAt } from '../../shared/calendar/zones.ts';
import { bankReason } from '../../shared/language/bank-reasons.ts';
import { inLanguage } from '../../shared/language/text.ts';
import { openStep } from '../../shared/mobility/approvals.ts';
import { amountDue, openPayment } from '../../shared/mobility/balance.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { openObjection } from '../../shared/mobility/decide/objection.ts';
import { failedBefore, openReturns } from '../../shared/mobility/decide/overpayment.ts';
import { paidToUnit } from '../../shared/mobility/decide/reversal.ts';
import { accountUsable, obligationsMissing } from '../../shared/mobility/waits.ts';
import type { Institution } from '../../shared/rulebook/types.ts';
import { pageWords } from './words/index.ts';

/** Whose turn it is, what they are to do, and the next date. */
export interface Waiting {
  /** `you` is the participant, who reads it; `time`: nobody has to do anything until a date. */
  readonly on: 'you' | 'nobody' | 'time' | string;
  readonly what: string;
  readonly by?: Instant | IsoDate;
}

/** What a case waits for, and from whom. One answer always: a case with no next step does not exist (design.md §1.4). */
export function waitingFor(mobility: Mobility, institution: Institution, now: Instant): Waiting {
  const trouble = paymentTrouble(mobility, institution);
  if (trouble) return trouble;
  const { claim, illness } = mobility;
  const office = institution.contacts.office.name;
  const controller = 'a second person at the institution';
  if (illness && illness.decision === undefined) {
    return { on: office, what: 'decides whether you keep the grant because of illness' };
  }
  if (mobility.proposedCorrection) {
    return {
      on: controller,
      what: 'decides whether your grant is calculated anew; nothing is asked of you until then',
    };
  }
  if (openObjection(claim)) return { on: office, what: 'decides on your objection; you need not pay until then' };
  switch (mobility.state) {
    case 'applied':
      return consent(mobility) ?? { on: office, what: 'decides on your application' };
    case 'approved':
    case 'awarded':
      return { on: 'the system', what: 'reserves the money and issues the agreement; this takes a moment' };
    case 'awaiting-ranking':
      return {
        on: office,
        what: 'ranks all applications of your round, and gives the money away along the ranking',
        ...by(at(mobility, 'ranking')),
      };
    case 'waiting-list':
      return { on: office, what: 'gets new money for this call', ...by(at(mobility, 'waiting-list-review')) };
    case 'agreement-issued':
      return {
        on: 'you',
        what: 'sign the agreement, with the link in our mail',
        ...by(ref(mobility, 'agreement-expiry')),
      };
    case 'signed':
      return duringStay(mobility, institution, now);
    case 'stay-ended':
      return afterStay(mobility, institution);
    case 'settled':
      return (
        payment(mobility) ??
        returning(mobility) ?? {
          on: 'the system',
          what: 'prepares what follows from the calculation; this takes a moment',
        }
      );
    case 'repayment-due':
      if (paidToUnit(mobility)) return takingBack(mobility);
      if (!claim) return { on: 'the system', what: 'prepares the demand; this takes a moment' };
      if (claim.state === 'awaiting-approval') return { on: controller, what: 'looks at the demand before it is sent' };
      if (claim.proposedRelief) return { on: controller, what: 'decides whether the rest is given up' };
      if (claim.collection) return { on: claim.collection.agency, what: 'collects what is left of the demand' };
      return claim.state === 'overdue'
        ? { on: 'you', what: 'pay back what is overdue, or talk to the office', ...by(claim.due) }
        : { on: 'you', what: 'pay back what is left, with the reference number', ...by(claim.due) };
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
    case 'closed':
      return { on: 'nobody', what: 'nothing more will happen' };
  }
}

/** From a unit: the participant owes nothing. */
/** Whoever has to agree before the office decides. */
function consent(mobility: Mobility): Waiting | undefined {
  const step = openStep(mobility);
  if (step === undefined) return undefined;
  return { on: step.approver.name, what: pageWords('en').approvals.waits(inLanguage(step.label, 'en')) };
}

function takingBack({ claim }: Mobility): Waiting {
  if (!claim) return { on: 'the system', what: 'prepares the voucher that takes the money back from your unit' };
  return claim.state === 'awaiting-approval'
    ? { on: 'a second person at the institution', what: 'looks at what is taken back from your unit' }
    : { on: 'the finance system', what: 'takes back from your unit what it was paid too much; you need do nothing' };
}

function paymentTrouble(mobility: Mobility, institution: Institution): Waiting | undefined {
  const last = mobility.payments.at(-1);
  const unit = paidToUnit(mobility);
  const failed = last?.state === 'rejected' || last?.state === 'returned';
  if (mobility.proposedAccount) {
    return {
      on: 'a second person at the institution',
      what: `looks at your new ${unit ? 'cost centre' : 'account'} before money goes there`,
    };
  }
  if (!failed || accountUsable(mobility) || mobility.state === 'closed') return undefined;
  return {
    on: 'you',
    what: unit
      ? `give another cost centre, because ${bankReason(last.reason, 'en', true)}; the money is safe in the project`
      : `give another account, because ${bankReason(last.reason, 'en')}; the money is safe at ${institution.shortName}`,
  };
}

function returning(mobility: Mobility): Waiting | undefined {
  const [back] = openReturns(mobility);
  if (!back) return undefined;
  if (failedBefore(mobility, back)) {
    return { on: 'you', what: 'give another account: what was paid in too much could not be returned to this one' };
  }
  return back.state === 'held'
    ? { on: 'a second person at the institution', what: 'looks at the return of what was paid in too much' }
    : { on: paidToUnit(mobility) ? 'the finance system' : 'the bank', what: 'returns what was paid in too much' };
}

function payment(mobility: Mobility): Waiting | undefined {
  if (mobility.hold && (openPayment(mobility) || amountDue(mobility).minor > 0))
    return { on: 'the institution', what: 'keeps the payment back until it has looked into something' };
  const [bank, account] = paidToUnit(mobility) ? ['the finance system', 'your unit'] : ['the bank', 'your account'];
  switch (openPayment(mobility)?.state) {
    case 'held':
      return { on: 'a second person at the institution', what: `looks at the payment before ${bank} gets it` };
    case 'ready':
      return {
        on: 'the system',
        what: `hands the payment to ${bank} with the next payment run`,
        ...by(at(mobility, 'prefinancing-duty')),
      };
    case 'instructed':
    case 'accepted':
      return { on: bank, what: `pays the money to ${account}` };
    default:
      return undefined;
  }
}

function duringStay(mobility: Mobility, institution: Institution, now: Instant): Waiting {
  const underWay = payment(mobility);
  if (underWay) return underWay;
  const today = dateAt(now, institution.timeZone);
  const { start, end } = mobility.stay.planned;
  if (today < start && !mobility.withdrawal) return { on: 'time', what: 'your stay begins', by: start };
  if (today <= end && !mobility.withdrawal)
    return { on: 'time', what: 'your stay ends; then your host is asked for its dates', by: end };
  return {
    on: mobility.stay.host.contact.name,
    what: 'confirms the dates of your stay',
    ...by(ref(mobility, 'confirmation-decision')),
  };
}

function afterStay(mobility: Mobility, institution: Institution): Waiting {
  const missing = obligationsMissing(mobility);
  if (mobility.confirmed?.balanceExpected && missing.length > 0) {
    const labels = institution.obligations
      .filter(({ code }) => missing.includes(code))
      .map(({ label }) => inLanguage(label, 'en'));
    return {
      on: 'you',
      what: `do what is still missing: ${labels.join(', ')}`,
      ...by(ref(mobility, 'obligations-reminder')),
    };
  }
  return payment(mobility) ?? { on: 'the system', what: 'calculates the final amount; this takes a moment' };
}

const at = (mobility: Mobility, kind: string) => mobility.deadlines.find((deadline) => deadline.kind === kind)?.at;
const ref = (mobility: Mobility, kind: string) =>
  mobility.deadlines.find((deadline) => deadline.kind === kind)?.ref ?? at(mobility, kind);
const by = (date: string | undefined) => (date === undefined ? {} : { by: date });
