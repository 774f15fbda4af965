import type { Instant, IsoDate } from '../../shared/calendar/clock.ts';
import { addDays } from '../../shared/calendar/dates.ts';
import { dateAt } from '../../shared/calendar/zones.ts';
import { receivedOn } from '../../shared/claims/amounts.ts';
import { confirmationDue } from '../../shared/deadlines/plan.ts';
import { inLanguage } from '../../shared/language/text.ts';
import { placeText } from '../../shared/mail/templates/ranking.ts';
import type { DeadlineKind, Mobility, Payment } from '../../shared/mobility/case.ts';
import { claimOpen } from '../../shared/mobility/decide/repayment.ts';
import { paidToUnit } from '../../shared/mobility/decide/reversal.ts';
import { obligationsMissing } from '../../shared/mobility/waits.ts';
import type { Money } from '../../shared/money/money.ts';
import { accountFailed } from '../../shared/payments/reasons.ts';
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import type { Reader } from './reader.ts';
import type { PageWords } from './words/index.ts';

/** `done`: with its date. `now`: what is waited for. `later`: with the date promised. `stopped`: the case ended here. */
export type StepState = 'done' | 'now' | 'later' | 'stopped';

export interface Step {
  readonly title: string;
  readonly state: StepState;
  /** When it was done. */
  readonly done?: Instant | IsoDate;
  /** When it is promised or due at the latest. */
  readonly promised?: Instant | IsoDate;
  /** The promise where its day is not known yet, e.g. `within 45 days of the last duty`. */
  readonly within?: string;
  readonly amount?: Money;
  readonly local?: Money;
  readonly note?: string;
}

type Words = PageWords['path'];
type Draft = Omit<Step, 'state'> & { readonly finished: boolean; readonly stop?: boolean };

/**
 * The whole path of one grant, from the application to the end: what is done and when, what is waited for now, and what
 * is promised for when. The first step that is not finished is the one waited for; a case that ended early stops there.
 */
export function journey(
  { language, words }: Pick<Reader, 'language' | 'words'>,
  mobility: Mobility,
  institution: Institution,
  now: Instant,
): readonly Step[] {
  const { path: w } = words;
  const drafts = [
    ...untilSigned(words, language, mobility, institution),
    ...firstPayment(w, mobility, institution),
    ...theStay(w, mobility, institution, now),
    ...ending(w, mobility, institution),
  ];
  const waitedFor = drafts.findIndex((draft) => !draft.finished);
  const steps = drafts.map(({ finished, stop, ...step }, at): Step => {
    if (finished) return { ...step, state: 'done' };
    return { ...step, state: stop === true ? 'stopped' : at === waitedFor ? 'now' : 'later' };
  });
  const stopped = steps.findIndex((step) => step.state === 'stopped');
  return stopped === -1 ? steps : steps.slice(0, stopped + 1);
}

/** Who had to agree before the office decided. */
function consents(w: PageWords['approvals'], language: Language, { approvals = [] }: Mobility): Draft[] {
  return approvals.map(({ label, approver, decision }) => ({
    title: w.given(inLanguage(label, language)),
    finished: decision?.choice === 'agreed',
    ...when(decision?.at),
    ...note(decision?.by ?? approver.name),
  }));
}

function untilSigned(words: PageWords, language: Language, mobility: Mobility, institution: Institution): Draft[] {
  const { path: w } = words;
  const { state, approval, agreement, appliedAt } = mobility;
  const ended = state === 'refused' || state === 'withdrawn' || state === 'lapsed';
  const signed = agreement?.signatures.participant;
  const list: Draft[] = [{ title: w.applied, finished: true, done: appliedAt }];
  if (state === 'refused') {
    return [...list, { title: w.refused, finished: false, stop: true, ...note(mobility.refusalReason) }];
  }
  list.push(...consents(words.approvals, language, mobility));
  list.push({ title: w.approved, finished: approval !== undefined, ...when(approval?.at) });
  if (mobility.ranking) {
    const { rankedAt } = mobility.ranking;
    list.push({
      title: rankedAt === undefined ? w.toBeRanked : w.ranked,
      finished: rankedAt !== undefined,
      ...when(rankedAt),
      ...promise(nextOf(mobility, 'ranking')),
      ...note(placeText(mobility, institution, words.ranking)),
    });
  }
  if (state === 'waiting-list') {
    list.push({
      title: w.waitingList,
      finished: false,
      ...promise(nextOf(mobility, 'waiting-list-review')),
      note: w.lookedAtAgain,
    });
  }
  list.push({
    title: w.issued,
    finished: agreement !== undefined,
    ...when(agreement?.issuedAt),
    ...(agreement ? { amount: agreement.amount } : {}),
  });
  if (ended) {
    const title = state === 'withdrawn' ? w.withdrawn : w.lapsed;
    const reached = list.filter((draft) => draft.finished);
    return [...reached, { title, finished: false, stop: true }];
  }
  const signBy = nextOf(mobility, 'agreement-expiry');
  const by = mobility.deadlines.find((deadline) => deadline.kind === 'agreement-expiry')?.ref ?? signBy;
  list.push({ title: w.signed, finished: signed !== undefined, ...when(signed?.at), ...promise(by) });
  return list;
}

/** The first instalment. Where it was never needed (a stay given up first), the steps are left out. */
function firstPayment(w: Words, mobility: Mobility, institution: Institution): Draft[] {
  const payment = latest(mobility, 'pre-financing');
  const settledWithout = mobility.settlement !== undefined && payment === undefined;
  if (settledWithout) return [];
  const [agreed] = (mobility.agreement ?? mobility.assessment).instalments;
  if (agreed?.afterStay) return [];
  const duty = dutyOf(mobility, 'prefinancing-duty') ?? firstDuty(mobility, institution);
  return paymentSteps(w, w.parts.first, institution, payment, agreed?.amount, duty);
}

function paymentSteps(
  w: Words,
  part: string,
  { bank }: Institution,
  payment: Payment | undefined,
  planned: Money | undefined,
  due: string | undefined,
  within?: string,
): Draft[] {
  const out = payment !== undefined && ['instructed', 'accepted', 'booked'].includes(payment.state);
  const booked = payment?.state === 'booked';
  const money = payment ? { amount: payment.amount, local: payment.local } : planned ? { amount: planned } : {};
  const gone = payment?.state === 'cancelled';
  const [handed, done] =
    bank.format === 'voucher-csv' ? [w.toFinance(part), w.toUnit(part)] : [w.toBank(part), w.byBank(part)];
  return [
    {
      title: handed,
      finished: out || gone,
      ...money,
      ...(out ? when(payment?.instructedAt) : promise(due, within)),
      ...note(payment && troubleOf(w, payment)),
    },
    ...(gone ? [] : [{ title: done, finished: booked, ...when(payment?.bookedOn), ...promise(due, within) }]),
  ];
}

function troubleOf({ trouble, secondPerson }: Words, payment: Payment): string | undefined {
  const { state, account } = payment;
  switch (state) {
    case 'held':
      return secondPerson;
    case 'rejected':
    case 'returned': {
      const [refused, other] =
        'costCentre' in account
          ? [trouble.voucherRefused, trouble.otherCostCentre]
          : [trouble.bankRefused, trouble.otherAccount];
      const what = state === 'returned' ? trouble.cameBack : refused;
      return `${what} ${accountFailed(payment) ? other : trouble.institution}`;
    }
    case 'cancelled':
      return trouble.cancelled;
    default:
      return undefined;
  }
}

function theStay(w: Words, mobility: Mobility, institution: Institution, now: Instant): Draft[] {
  const { stay, confirmed } = mobility;
  const today = dateAt(now, institution.timeZone);
  const over = confirmed !== undefined || today > stay.planned.end;
  const period = confirmed?.period ?? stay.planned;
  const due = mobility.deadlines.find((deadline) => deadline.kind === 'confirmation-decision')?.ref;
  const missing = obligationsMissing(mobility);
  const steps: Draft[] = [
    {
      title: over ? w.stay : w.stayEnds,
      finished: over,
      ...(over && confirmed?.period ? { done: period.end } : {}),
      promised: period.end,
    },
    {
      title: confirmed && !confirmed.period ? w.noDay : w.confirmed,
      finished: confirmed !== undefined,
      ...when(confirmed?.at),
      ...promise(due ?? confirmationDue(institution, stay.planned.end)),
    },
  ];
  if (confirmed && !confirmed.balanceExpected) return steps;
  const last = Object.values(mobility.obligations)
    .map((done) => done.at)
    .sort()
    .at(-1);
  const finished = mobility.settlement !== undefined || (confirmed !== undefined && missing.length === 0);
  return [
    ...steps,
    {
      title: w.duties,
      finished,
      ...(finished ? when(last) : {}),
      ...promise(
        mobility.deadlines.find((deadline) => deadline.kind === 'obligations-reminder')?.ref,
        w.withinOfConfirmation(institution.procedure.obligations.dueDays),
      ),
    },
  ];
}

function ending(w: Words, mobility: Mobility, institution: Institution): Draft[] {
  const { settlement, claim, state } = mobility;
  const duty = dutyOf(mobility, 'balance-duty');
  const within = w.withinOfDuty(institution.procedure.balanceDays);
  const closed: Draft = { title: w.closed, finished: state === 'closed' };
  const settled: Draft = {
    title: w.settled,
    finished: settlement !== undefined,
    ...when(settlement?.at),
    ...(settlement ? { amount: settlement.entitlement } : {}),
    ...(settlement ? {} : promise(duty, within)),
  };
  const balance = latest(mobility, 'balance');
  const [demanded, back] = paidToUnit(mobility) ? [w.takingBack, w.takenBack] : [w.demanded, w.paidBack];
  if (claim && claim.calculation === (mobility.earlierSettlements?.length ?? 0) + 1) {
    return [
      settled,
      {
        title: demanded,
        finished: claim.state !== 'awaiting-approval',
        ...when(claim.raisedAt),
        amount: claim.amount,
        local: claim.local,
        ...note(claim.state === 'awaiting-approval' ? w.secondPerson : undefined),
      },
      {
        title: back,
        finished: claim.state === 'settled',
        ...promise(claim.due),
        local: claim.state === 'settled' ? receivedOn(claim) : claimOpen(claim),
      },
      closed,
    ];
  }
  if (settlement?.outcome === 'settled') return [settled, closed];
  if (settlement?.outcome === 'recovery') return [settled, { title: demanded, finished: false }, closed];
  const [first, second] = (mobility.agreement ?? mobility.assessment).instalments;
  const rest = settlement?.amount ?? (first?.afterStay ? first : second)?.amount;
  const due =
    duty ??
    (settlement ? addDays(dateAt(settlement.at, institution.timeZone), institution.procedure.balanceDays) : undefined);
  return [
    settled,
    ...paymentSteps(w, first?.afterStay ? w.parts.all : w.parts.rest, institution, balance, rest, due, within),
    closed,
  ];
}

function latest(mobility: Mobility, purpose: Payment['purpose']): Payment | undefined {
  return mobility.payments.findLast((payment) => payment.purpose === purpose);
}

/** The first payment is due so many days after signature, or on the first day of the stay when that is earlier. */
function firstDuty(mobility: Mobility, institution: Institution): IsoDate | undefined {
  const signed = mobility.agreement?.signatures.participant?.at;
  if (signed === undefined) return undefined;
  const day = dateAt(signed, institution.timeZone);
  const last = addDays(day, institution.procedure.prefinancingDays);
  const { start } = mobility.stay.planned;
  return start > day && start < last ? start : last;
}

const nextOf = (mobility: Mobility, kind: DeadlineKind): Instant | undefined =>
  mobility.deadlines.find((deadline) => deadline.kind === kind)?.at;

/** The day by which the institution has promised it; what watches over it comes after that day. */
const dutyOf = (mobility: Mobility, kind: 'prefinancing-duty' | 'balance-duty'): string | undefined => {
  const found = mobility.deadlines.find((deadline) => deadline.kind === kind);
  return found?.ref ?? found?.at;
};

const when = (done: string | undefined) => (done === undefined ? {} : { done });
const promise = (promised: string | undefined, within?: string) =>
  promised !== undefined ? { promised } : within === undefined ? {} : { within };
const note = (words: string | undefined) => (words === undefined || words === '' ? {} : { note: words });
