import { agreedAssessment } from '../../documents/workings.ts';
import { countryName } from '../../grant/countries.ts';
import type { Assessment, Period } from '../../grant/types.ts';
import { lineName } from '../../language/lines.ts';
import { inLanguage } from '../../language/text.ts';
import type { Deadline, DeadlineKind, Payment } from '../../mobility/case.ts';
import { paidToUnit } from '../../mobility/decide/reversal.ts';
import { type Money, sum } from '../../money/money.ts';
import { formatAccount, maskAccount } from '../../payments/accounts.ts';
import type { PayeeAccount } from '../../payments/types.ts';
import { type AmountLine, type Block, facts } from '../content.ts';
import { oneLine } from '../format.ts';
import type { MailView, MailWords } from '../language.ts';

/** Pieces that several mails share. */

/** The words of a group; where the grant goes to a unit by a voucher, those of cost centres and of the finance system. */
export function said<G extends keyof MailWords['units']>({ mobility, words }: MailView, group: G): MailWords[G] {
  return paidToUnit(mobility) ? { ...words[group], ...words.units[group] } : words[group];
}

/** The payee's account as people write it; the cost centre of a unit with the unit's name. */
export function accountName({ words }: MailView, account: PayeeAccount): string {
  return 'costCentre' in account
    ? words.common.costCentre(account.costCentre, oneLine(account.unit))
    : formatAccount(account);
}

/** The same for somebody who need not know it; a unit is nobody's secret. */
export function maskedAccount(view: MailView, account: PayeeAccount): string {
  return 'costCentre' in account ? accountName(view, account) : maskAccount(account);
}

export const fullName = ({ mobility }: MailView): string =>
  oneLine(`${mobility.participant.givenName} ${mobility.participant.familyName}`);

export const firstName = ({ mobility }: MailView): string => oneLine(mobility.participant.givenName);

/** `Paris, France (F  PARIS014)`. */
export function hostPlace({ mobility, language }: MailView): string {
  const { city, country, code } = mobility.stay.host;
  return `${oneLine(city)}, ${countryName(country, language)} (${oneLine(code)})`;
}

/** Where and when, for the head of a mail. */
export function stayFacts(view: MailView, period: Period = view.mobility.stay.planned): Block {
  const { labels } = view.words.common;
  return facts([labels.host, hostPlace(view)], [labels.stay, view.say.period(period)]);
}

/** The same with the participant, for an office or the host. */
export function caseFacts(view: MailView): Block {
  const { labels } = view.words.common;
  return facts(
    [labels.participant, fullName(view)],
    [labels.host, hostPlace(view)],
    [labels.plannedStay, view.say.period(view.mobility.stay.planned)],
  );
}

/** An assessment line by line, with working and source, and its sum. */
export function workingOf({ language, words }: MailView, title: string, assessment: Assessment): Block {
  const lines: AmountLine[] = assessment.lines.map((line) => ({
    label: lineName(language, line.code),
    amount: line.amount,
    working: line.working,
    source: line.source,
  }));
  const { common } = words;
  return {
    kind: 'amounts',
    title,
    lines,
    total: { label: common.total, amount: assessment.total },
    footnote: common.rules(assessment.rulebook),
  };
}

/** The assessment of the agreement, or of the application before there is one, worked out in the reader's words. */
export function agreed(view: MailView): Assessment {
  return agreedAssessment(view, view.mobility.agreement?.assessment ?? view.mobility.assessment);
}

/** The instalments of the agreement, or of the application before there is one. */
export function instalmentsOf(view: MailView): Block {
  const { instalments, total } = agreed(view);
  const { common } = view.words;
  return {
    kind: 'amounts',
    title: common.howItIsPaid,
    lines: instalments.map(({ share, amount, when }) => ({ label: share, amount, working: when })),
    total: {
      label: common.total,
      amount: sum(
        instalments.map(({ amount }) => amount),
        total.currency,
      ),
    },
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
  return next && view.say.date(next.ref ?? next.at);
}

/** The payment that the mail is about: the one in its data, else the last one. */
export function paymentOf(view: MailView): Payment {
  const id = datum(view, 'payment');
  const { payments, id: mobility } = view.mobility;
  const found = id === undefined ? payments.at(-1) : payments.find((payment) => payment.id === id);
  if (!found) throw new Error(`A mail about a payment of ${mobility} was asked for, but the case has no such payment.`);
  return found;
}

export const purposeName = ({ words }: MailView, payment: Payment): string =>
  payment.purpose === 'balance' ? words.common.rest : words.common.first;

/** `1 484.00 EUR = 17 425.87 NOK`. */
export function bothCurrencies(view: MailView, amount: Money, local: Money): string {
  if (amount.currency === local.currency) return view.say.money(amount);
  return `${view.say.money(amount)} = ${view.say.money(local)}`;
}

/** The frozen rate as a sentence; undefined before there is an agreement or where the euro is paid out. */
export function rateSentence({ mobility, words, say }: MailView): string | undefined {
  const exchange = mobility.agreement?.exchange;
  if (!exchange || exchange.currency === 'EUR') return undefined;
  return words.common.rate(say.decimal(exchange.rate), exchange.currency, say.date(exchange.date));
}

/** What is still to be done before the balance, in the reader's language. */
export function dutiesLeft({ mobility, institution, language }: MailView): readonly string[] {
  return institution.obligations
    .filter(({ code }) => mobility.obligationsDue.includes(code) && !(code in mobility.obligations))
    .map(({ label }) => inLanguage(label, language));
}

/** Puts only what is there into a list of blocks. */
export const present = (...blocks: readonly (Block | undefined | false)[]): Block[] =>
  blocks.filter((block): block is Block => block !== undefined && block !== false);

/** The date until which something is to be done, where there is one. */
export const deadline = (by: string | undefined): { readonly by?: string } => (by === undefined ? {} : { by });
