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
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import type { Reader } from './reader.ts';
import type { PageWords } from './words/index.ts';

type Words = PageWords['waiting'];

/** Whose turn it is, what they are to do, and the next date. */
export interface Waiting {
  /** `you` is the participant, who reads it; `time`: nobody has to do anything until a date; else a name. */
  readonly on: 'you' | 'nobody' | 'time' | string;
  /** What they do, in the reader's words, without a stop. */
  readonly what: string;
  readonly by?: Instant | IsoDate;
}

/** What a case waits for, and from whom. One answer always: a case with no next step does not exist (design.md §1.4). */
export function waitingFor(
  { language, words }: Pick<Reader, 'language' | 'words'>,
  mobility: Mobility,
  institution: Institution,
  now: Instant,
): Waiting {
  const { waiting: w } = words;
  const trouble = paymentTrouble(w, language, mobility, institution);
  if (trouble) return trouble;
  const { claim, illness } = mobility;
  const office = institution.contacts.office.name;
  const controller = w.who.secondPerson;
  if (illness && illness.decision === undefined) {
    return { on: office, what: w.office.illness };
  }
  if (mobility.proposedCorrection) {
    return {
      on: controller,
      what: w.secondPerson.correction,
    };
  }
  if (openObjection(claim)) return { on: office, what: w.office.objection };
  switch (mobility.state) {
    case 'applied':
      return consent(words.approvals, language, mobility) ?? { on: office, what: w.office.application };
    case 'approved':
    case 'awarded':
      return { on: w.who.system, what: w.system.award };
    case 'awaiting-ranking':
      return {
        on: office,
        what: w.office.ranking,
        ...by(at(mobility, 'ranking')),
      };
    case 'waiting-list':
      return { on: office, what: w.office.money, ...by(at(mobility, 'waiting-list-review')) };
    case 'agreement-issued':
      return {
        on: 'you',
        what: w.you.sign,
        ...by(ref(mobility, 'agreement-expiry')),
      };
    case 'signed':
      return duringStay(w, mobility, institution, now);
    case 'stay-ended':
      return afterStay(w, language, mobility, institution);
    case 'settled':
      return (
        payment(w, mobility) ??
        returning(w, mobility) ?? {
          on: w.who.system,
          what: w.system.follows,
        }
      );
    case 'repayment-due':
      if (paidToUnit(mobility)) return takingBack(w, mobility);
      if (!claim) return { on: w.who.system, what: w.system.demand };
      if (claim.state === 'awaiting-approval') return { on: controller, what: w.secondPerson.demand };
      if (claim.proposedRelief) return { on: controller, what: w.secondPerson.relief };
      if (claim.collection) return { on: claim.collection.agency, what: w.collects };
      return claim.state === 'overdue'
        ? { on: 'you', what: w.you.overdue, ...by(claim.due) }
        : { on: 'you', what: w.you.payBack, ...by(claim.due) };
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
    case 'closed':
      return { on: 'nobody', what: w.nothingMore };
  }
}

/** Whoever has to agree before the office decides. */
function consent(w: PageWords['approvals'], language: Language, mobility: Mobility): Waiting | undefined {
  const step = openStep(mobility);
  return step && { on: step.approver.name, what: w.waits(inLanguage(step.label, language)) };
}

/** From a unit: the participant owes nothing. */
function takingBack(w: Words, { claim }: Mobility): Waiting {
  if (!claim) return { on: w.who.system, what: w.system.reversal };
  return claim.state === 'awaiting-approval'
    ? { on: w.who.secondPerson, what: w.secondPerson.reversal }
    : { on: w.who.finance, what: w.takesBack };
}

function paymentTrouble(
  w: Words,
  language: Language,
  mobility: Mobility,
  institution: Institution,
): Waiting | undefined {
  const last = mobility.payments.at(-1);
  const unit = paidToUnit(mobility);
  const failed = last?.state === 'rejected' || last?.state === 'returned';
  if (mobility.proposedAccount) {
    return {
      on: w.who.secondPerson,
      what: unit ? w.secondPerson.costCentre : w.secondPerson.account,
    };
  }
  if (!failed || accountUsable(mobility) || mobility.state === 'closed') return undefined;
  return {
    on: 'you',
    what: unit
      ? w.you.otherCostCentre(bankReason(last.reason, language, true))
      : w.you.otherAccount(bankReason(last.reason, language), institution.shortName),
  };
}

function returning(w: Words, mobility: Mobility): Waiting | undefined {
  const [back] = openReturns(mobility);
  if (!back) return undefined;
  if (failedBefore(mobility, back)) {
    return { on: 'you', what: w.you.accountForReturn };
  }
  return back.state === 'held'
    ? { on: w.who.secondPerson, what: w.secondPerson.overpayment }
    : { on: paidToUnit(mobility) ? w.who.finance : w.who.bank, what: w.returns };
}

function payment(w: Words, mobility: Mobility): Waiting | undefined {
  if (mobility.hold && (openPayment(mobility) || amountDue(mobility).minor > 0))
    return { on: w.who.institution, what: w.keepsBack };
  const unit = paidToUnit(mobility);
  switch (openPayment(mobility)?.state) {
    case 'held':
      return { on: w.who.secondPerson, what: unit ? w.secondPerson.voucher : w.secondPerson.payment };
    case 'ready':
      return {
        on: w.who.system,
        what: unit ? w.system.toFinance : w.system.toBank,
        ...by(ref(mobility, 'prefinancing-duty')),
      };
    case 'instructed':
    case 'accepted':
      return { on: unit ? w.who.finance : w.who.bank, what: unit ? w.paysToUnit : w.paysToAccount };
    default:
      return undefined;
  }
}

function duringStay(w: Words, mobility: Mobility, institution: Institution, now: Instant): Waiting {
  const underWay = payment(w, mobility);
  if (underWay) return underWay;
  const today = dateAt(now, institution.timeZone);
  const { start, end } = mobility.stay.planned;
  if (today < start && !mobility.withdrawal) return { on: 'time', what: w.time.begins, by: start };
  if (today <= end && !mobility.withdrawal) return { on: 'time', what: w.time.ends, by: end };
  return {
    on: mobility.stay.host.contact.name,
    what: w.confirms,
    ...by(ref(mobility, 'confirmation-decision')),
  };
}

function afterStay(w: Words, language: Language, mobility: Mobility, institution: Institution): Waiting {
  const missing = obligationsMissing(mobility);
  if (mobility.confirmed?.balanceExpected && missing.length > 0) {
    const labels = institution.obligations
      .filter(({ code }) => missing.includes(code))
      .map(({ label }) => inLanguage(label, language));
    return {
      on: 'you',
      what: w.you.duties(labels.join(', ')),
      ...by(ref(mobility, 'obligations-reminder')),
    };
  }
  return payment(w, mobility) ?? { on: w.who.system, what: w.system.calculates };
}

const at = (mobility: Mobility, kind: string) => mobility.deadlines.find((deadline) => deadline.kind === kind)?.at;
const ref = (mobility: Mobility, kind: string) =>
  mobility.deadlines.find((deadline) => deadline.kind === kind)?.ref ?? at(mobility, kind);
const by = (date: string | undefined) => (date === undefined ? {} : { by: date });
