import { countryName } from '../../grant/countries.ts';
import type { Assessment, Period } from '../../grant/types.ts';
import type { Deadline, DeadlineKind, Payment } from '../../mobility/case.ts';
import { type Money, sum } from '../../money/money.ts';
import type { AmountLine, Block } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView } from '../language.ts';
import { lineLabel } from './labels.ts';

/** Pieces that several English mails share. */

export const fullName = ({ mobility }: MailView): string =>
  oneLine(`${mobility.participant.givenName} ${mobility.participant.familyName}`);

export const firstName = ({ mobility }: MailView): string => oneLine(mobility.participant.givenName);

/** `Paris, France (F  PARIS014)`. */
export function hostPlace({ mobility }: MailView): string {
  const { city, country, code } = mobility.stay.host;
  return `${oneLine(city)}, ${countryName(country, 'en')} (${oneLine(code)})`;
}

/** Where and when, for the head of a mail. */
export function stayFacts(view: MailView, period: Period = view.mobility.stay.planned): Block {
  return {
    kind: 'facts',
    rows: [
      ['Host', hostPlace(view)],
      ['Stay', view.say.period(period)],
    ],
  };
}

/** The same with the participant, for an office or the host. */
export function caseFacts(view: MailView): Block {
  return {
    kind: 'facts',
    rows: [
      ['Participant', fullName(view)],
      ['Host', hostPlace(view)],
      ['Planned stay', view.say.period(view.mobility.stay.planned)],
    ],
  };
}

/** An assessment line by line, with working and source, and its sum. */
export function workingOf(title: string, assessment: Assessment): Block {
  const lines: AmountLine[] = assessment.lines.map((line) => ({
    label: lineLabel(line.code),
    amount: line.amount,
    working: line.working,
    source: line.source,
  }));
  const total = { label: 'Total', amount: assessment.total };
  return {
    kind: 'amounts',
    title,
    lines,
    total,
    footnote: `Worked out by version ${assessment.rulebook} of the rules.`,
  };
}

/** The instalments of the agreement, or of the application before there is one. */
export function instalmentsOf(view: MailView): Block {
  const { agreement, assessment } = view.mobility;
  const { instalments } = agreement ?? assessment;
  const total = sum(
    instalments.map((instalment) => instalment.amount),
    assessment.total.currency,
  );
  return {
    kind: 'amounts',
    title: 'How it is paid',
    lines: instalments.map(({ share, amount, when }) => ({ label: share, amount, working: when })),
    total: { label: 'Total', amount: total },
  };
}

/** A datum of the mail as text; undefined when the effect carried none. */
export function datum(view: MailView, name: string): string | undefined {
  const value = view.data[name];
  return value === undefined || value === '' ? undefined : String(value);
}

/** A date in the data (`due`, `payBy`), else that of the case's next deadline of this kind, written for people. */
export function dueDate(view: MailView, name: string, kind?: DeadlineKind): string | undefined {
  const given = datum(view, name);
  if (given !== undefined) return view.say.date(given);
  const next: Deadline | undefined = view.mobility.deadlines.find((deadline) => deadline.kind === kind);
  return next && view.say.date(next.at);
}

/** The payment that the mail is about: the one in its data, else the last one. */
export function paymentOf(view: MailView): Payment {
  const id = datum(view, 'payment');
  const { payments, id: mobility } = view.mobility;
  const found = id === undefined ? payments.at(-1) : payments.find((payment) => payment.id === id);
  if (!found) throw new Error(`A mail about a payment of ${mobility} was asked for, but the case has no such payment.`);
  return found;
}

export const purposeName = (payment: Payment): string =>
  payment.purpose === 'balance' ? 'the rest of your grant' : 'the first instalment of your grant';

/** `1 484.00 EUR = 17 425.87 NOK`. */
export function bothCurrencies(view: MailView, amount: Money, local: Money): string {
  if (amount.currency === local.currency) return view.say.money(amount);
  return `${view.say.money(amount)} = ${view.say.money(local)}`;
}

/** The frozen rate as a sentence; empty before there is an agreement or where the euro is paid out. */
export function rateSentence(view: MailView): string {
  const exchange = view.mobility.agreement?.exchange;
  if (!exchange || exchange.currency === 'EUR') return '';
  return (
    `1 EUR = ${exchange.rate} ${exchange.currency}, the rate of ${view.say.date(exchange.date)}, ` +
    'when the EU funds were received. It stays the same for all payments of this agreement.'
  );
}

/** Puts only what is there into a list of blocks. */
export const present = (...blocks: readonly (Block | undefined | false)[]): Block[] =>
  blocks.filter((block): block is Block => block !== undefined && block !== false);
