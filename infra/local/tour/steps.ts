import { addDays } from '../../../shared/calendar/dates.ts';
import { dateAt } from '../../../shared/calendar/zones.ts';
import { countryName } from '../../../shared/grant/countries.ts';
import { openPayment } from '../../../shared/mobility/balance.ts';
import type { Mobility } from '../../../shared/mobility/case.ts';
import { obligationsMissing } from '../../../shared/mobility/waits.ts';
import { formatForPeople, type Money } from '../../../shared/money/money.ts';
import { goodAnswers } from '../replay/answers.ts';
import { tourActivity } from './place.ts';
import type { TourMail, TourState, TourStep } from './state.ts';

type Draft = Omit<TourStep, 'state'> & { readonly done: boolean };

const say = (money: Money): string => formatForPeople(money, 'en');

/**
 * The tour as it stands: one grant from the application to the last payment. Every step looks at the case itself, so that
 * it ticks itself off however it was done; the first one that is not done is the next.
 */
export function tourSteps(state: TourState): readonly TourStep[] {
  const { mobility } = state;
  const drafts =
    mobility && !endedEarly(mobility) ? allSteps(state, mobility) : [applyStep(state, false), ...laterSteps];
  const next = drafts.findIndex((draft) => !draft.done);
  return drafts.map(({ done, ...step }, at) => ({ ...step, state: done ? 'done' : at === next ? 'now' : 'later' }));
}

/** Refused, withdrawn or lapsed: the tour begins again with another applicant. */
export function endedEarly(mobility: Mobility): boolean {
  return ['refused', 'withdrawn', 'lapsed'].includes(mobility.state);
}

/** Whether anybody can apply at this moment. */
export function windowOpen({ institution, now }: TourState): boolean {
  const today = dateAt(now, institution.timeZone);
  return institution.windows.some((window) => window.opens <= today && today <= window.closes);
}

/** The form, filled in with somebody who goes abroad for a semester of the open window. */
export function prefilledForm({ institution, visitor, now }: TourState): string {
  const today = dateAt(now, institution.timeZone);
  const window =
    institution.windows.find(({ opens, closes }) => opens <= today && today <= closes) ?? institution.windows.at(-1);
  const start = addDays(window?.startsFrom ?? today, 48);
  const activity = tourActivity(institution);
  const form = new URLSearchParams({
    givenName: 'Ingrid',
    familyName: 'Dahl',
    email: `ingrid.dahl${visitor === 0 ? '' : visitor}@student.example`,
    account: '1234 56 78903',
    country: 'FR',
    city: 'Paris',
    code: 'F  PARIS014',
    contactName: 'Claire Martin',
    contactEmail: 'claire.martin@host.example',
    start,
    end: addDays(start, 123),
    travel: 'none',
    fewerOpportunities: 'no',
    activity,
    ...goodAnswers(institution, activity),
  });
  return `/apply/${institution.id}?${form}`;
}

function applyStep(state: TourState, done: boolean): Draft {
  const { mobility } = state;
  return {
    title: 'Apply as a student',
    done,
    text:
      done && mobility
        ? `${mobility.participant.givenName} ${mobility.participant.familyName} has applied for ${mobility.stay.host.city}, ${countryName(mobility.stay.host.country, 'en')}.`
        : 'The application is filled in for you: press “Save and go on”, look at everything and at what you would get, tick that it is true, and send it.',
    links: done ? [] : [{ label: 'Open the application', href: prefilledForm(state) }],
  };
}

/** What comes after applying, before anybody has. */
const laterSteps: readonly Draft[] = [
  'Open the mailbox',
  'Approve, as the international office',
  'Sign, as the student',
  'Let the bank pay',
  'Move the clock to the end of the stay',
  'Confirm the stay, as the host',
  'See the settlement, or the demand',
  'The end',
].map((title) => ({ title, done: false, text: '', links: [] }));

function allSteps(state: TourState, mobility: Mobility): Draft[] {
  const signed = mobility.agreement?.signatures.participant !== undefined;
  return [
    applyStep(state, true),
    {
      title: 'Open the mailbox',
      done: state.mails.length > 0,
      text: 'Nothing leaves this machine: every mail that the system writes lies here. The student and the office have one each.',
      links: [{ label: 'Mailbox', href: '/local/mailbox' }],
    },
    {
      title: 'Approve, as the international office',
      done: mobility.approval !== undefined,
      text: mobility.approval
        ? `${mobility.approval.by} has approved; ${say(mobility.assessment.total)} is reserved and the agreement issued.`
        : 'The office has been asked by mail. Its link opens the application with the working of the amount: choose “Approve” and give a name.',
      links: mobility.approval ? [] : linksOf(state, ['approval-request', 'approval-reminder'], 'Approve'),
    },
    {
      title: 'Sign, as the student',
      done: signed,
      text: signed
        ? 'Signed with a code from the mailbox.'
        : 'Open the agreement, tick the box and press “Send me a code”. The code comes by mail: read it in the mailbox, type it, sign.',
      links: signed ? [] : [...linksOf(state, ['agreement-to-sign', 'agreement-reminder'], 'Sign'), ...codeMail(state)],
    },
    payStep(state, mobility),
    {
      title: 'Move the clock to the end of the stay',
      done: hasMail(state, 'confirmation-request') || mobility.confirmed !== undefined,
      text: 'Months pass in a moment; what is due on the way happens. On the last day the host is asked for the dates.',
      links: [{ label: 'Clock', href: '/local/clock' }],
      move: { label: 'To the end of the stay', move: 'until-host-asked' },
    },
    {
      title: 'Confirm the stay, as the host',
      done: mobility.confirmed !== undefined,
      text: mobility.confirmed
        ? 'Confirmed.'
        : 'No login: name, role and dates. Confirm the planned dates to see a balance paid, or a last day in October to see a repayment demanded.',
      links: mobility.confirmed
        ? []
        : linksOf(state, ['confirmation-request', 'confirmation-reminder-host'], 'Confirm'),
    },
    ...settleSteps(state, mobility),
  ];
}

function payStep(state: TourState, mobility: Mobility): Draft {
  const payment = mobility.payments.findLast((candidate) => candidate.purpose === 'pre-financing');
  const paid = mobility.payments.find((candidate) => candidate.state === 'booked');
  const base = { title: 'Let the bank pay', done: paid !== undefined || mobility.confirmed !== undefined };
  if (paid) {
    return {
      ...base,
      text: `${say(paid.local)} (${say(paid.amount)}) is on the student’s account.`,
      links: [{ label: 'Bank', href: '/local/bank' }],
    };
  }
  if (openPayment(mobility)?.state === 'held') {
    return {
      ...base,
      text: 'The amount is above the limit: a second person releases the payment.',
      links: linksOf(state, ['payment-approval'], 'Release'),
    };
  }
  if (payment?.state === 'rejected' || payment?.state === 'returned') {
    return {
      ...base,
      text: 'The bank could not pay. The student gives another account, and a second person approves it.',
      links: linksOf(state, ['account-needed', 'account-approval'], 'Open'),
    };
  }
  return {
    ...base,
    text: 'The next payment run writes one file for the bank; the pretend bank accepts it, and books the next business morning.',
    links: [{ label: 'Bank', href: '/local/bank' }],
    move: { label: 'Until the bank has paid', move: 'until-paid' },
  };
}

function settleSteps(state: TourState, mobility: Mobility): Draft[] {
  const { settlement, claim, confirmed } = mobility;
  const missing = confirmed?.balanceExpected === true && obligationsMissing(mobility).length > 0;
  const status = statusLink(state);
  const seen: Draft = {
    title: 'See the settlement, or the demand',
    done:
      settlement !== undefined &&
      (settlement.outcome !== 'recovery' || (claim !== undefined && claim.state !== 'awaiting-approval')),
    text: 'The grant is calculated on the confirmed days.',
    links: status,
  };
  if (settlement === undefined) {
    const text = missing
      ? 'Before the rest is paid the surveys must be done: on the student’s page open “Tell us what you have done”, tick all and send.'
      : 'As soon as nothing is missing, the grant is calculated on the confirmed days.';
    return [
      { ...seen, text, ...(missing ? {} : { move: { label: 'Until it is settled', move: 'until-settled' } as const }) },
      theEnd(state, mobility),
    ];
  }
  if (settlement.outcome === 'recovery' && (claim === undefined || claim.state === 'awaiting-approval')) {
    const text = `${say(settlement.amount)} is too much paid. A second person looks at the demand before it is sent.`;
    return [
      { ...seen, text, links: linksOf(state, ['demand-approval'], 'Approve the demand') },
      theEnd(state, mobility),
    ];
  }
  return [{ ...seen, text: settlement.working }, theEnd(state, mobility)];
}

function theEnd(state: TourState, mobility: Mobility): Draft {
  const { claim, settlement } = mobility;
  const closed = mobility.state === 'closed';
  const base = { title: closed ? 'The end: paid and settled' : 'The end', done: closed, links: statusLink(state) };
  if (closed)
    return { ...base, text: 'Both sides are square, to the cent. The student’s page shows the whole history.' };
  if (claim && claim.state !== 'awaiting-approval') {
    return {
      ...base,
      text: `The student pays ${say(claim.local)} with the reference number ${claim.kid}; the credit finds the claim by it.`,
      move: { label: 'Pay it back', move: 'pay-back' },
    };
  }
  if (settlement?.outcome === 'balance') {
    return {
      ...base,
      text: `The rest, ${say(settlement.amount)}, goes out with the next payment run.`,
      move: { label: 'Until the bank has paid', move: 'until-closed' },
    };
  }
  return { ...base, text: '', links: [] };
}

const hasMail = ({ mails }: TourState, notice: string): boolean => mails.some((mail) => mail.notice === notice);

/** The page behind the newest of these mails, and the mail itself. */
function linksOf({ mails }: TourState, notices: readonly string[], label: string): TourStep['links'] {
  const mail = mails.find((candidate) => notices.includes(candidate.notice));
  if (!mail) return [{ label: 'Mailbox', href: '/local/mailbox' }];
  return [...(mail.link === undefined ? [] : [{ label, href: mail.link }]), mailLink(mail, 'The mail')];
}

/** The newest code, for as long as it is the newest mail: later it is of no use. */
function codeMail({ mails }: TourState): TourStep['links'] {
  const [newest] = mails;
  return newest?.notice === 'code' ? [mailLink(newest, 'The mail with the code')] : [];
}

function statusLink({ mails }: TourState): TourStep['links'] {
  const mail = mails.find((candidate) => candidate.notice === 'application-received');
  return mail?.link === undefined ? [] : [{ label: 'Where is my money?', href: mail.link }];
}

const mailLink = (mail: TourMail, label: string) => ({ label, href: `/local/mailbox/${mail.id}` });
