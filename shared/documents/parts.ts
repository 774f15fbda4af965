import type { Assessment, Instalment, Period } from '../grant/types.ts';
import { lineName as nameOfLine } from '../language/lines.ts';
import type { Claim } from '../mobility/case.ts';
import { convert } from '../money/exchange.ts';
import { type Money, sum } from '../money/money.ts';
import { formatAccount, profileAccount } from '../payments/accounts.ts';
import type { PayeeAccount } from '../payments/types.ts';
import type { Tranche } from '../rulebook/types.ts';
import { type DocumentBlock, type DocumentContent, type DocumentKind, type FactRow, present } from './content.ts';
import { type DocumentView, hostPlace, participantName } from './view.ts';

/** Pieces that several documents share. */

/** What every document has around its sections: letterhead, addressee, reference and date, foot. */
export function frame(
  view: DocumentView,
  kind: DocumentKind,
  title: string,
  lead: string,
): Omit<DocumentContent, 'sections'> {
  const { mobility, institution, words, say, at, language } = view;
  const { office } = institution.contacts;
  return {
    kind,
    language,
    issuedAt: at,
    title,
    lead,
    letterhead: {
      institution: institution.name,
      place: institution.city,
      programme: words.programme,
      office: office.name,
      email: office.email,
    },
    head: present<FactRow>(
      [words.labels.issued, say.date(at)],
      [words.labels.reference, mobility.id],
      mobility.agreement && [words.labels.agreement, mobility.agreement.number],
    ),
    to: participantName(view),
    foot: { left: `${institution.shortName} · ${mobility.id} · ${words.rules(rulesOf(view))}`, page: words.page },
    columns: words.columns,
    sourceWord: words.source,
  };
}

/** The version of the rules that the amounts of the case stand on. */
function rulesOf({ mobility }: DocumentView): string {
  return (mobility.settlement?.assessment ?? mobility.agreement?.assessment ?? mobility.assessment).rulebook;
}

export function lineName({ language }: DocumentView, code: string): string {
  return nameOfLine(language, code);
}

/** An assessment line by line, with working and source, and its sum. */
export function workingTable(view: DocumentView, title: string, assessment: Assessment): DocumentBlock {
  const { words } = view;
  return {
    kind: 'amounts',
    title,
    rows: assessment.lines.map(({ code, working, source, amount }) => ({
      label: lineName(view, code),
      working,
      source,
      amount,
    })),
    total: { label: words.total, amount: assessment.total },
    footnote: `${words.rules(assessment.rulebook)}.`,
  };
}

/** What is paid when, in euro and in the currency that it is paid in. */
export function instalmentTable(
  { words }: DocumentView,
  instalments: readonly Instalment[],
  exchange: Tranche,
): DocumentBlock {
  const total = sum(
    instalments.map(({ amount }) => amount),
    'EUR',
  );
  return {
    kind: 'amounts',
    title: words.agreement.howPaid,
    workingHead: words.agreement.whenPaid,
    rows: instalments.map(({ share, when, amount }) => ({
      label: share,
      working: when,
      amount,
      ...inLocal(amount, exchange),
    })),
    total: { label: words.total, amount: total, ...inLocal(total, exchange) },
  };
}

/** The amount in local currency at the frozen rate; nothing where the euro itself is paid out. */
export function inLocal(amount: Money, { currency, rate }: Tranche): { readonly local?: Money } {
  return currency === amount.currency ? {} : { local: convert(amount, rate, currency) };
}

/** The frozen rate as a sentence; undefined where the euro itself is paid out. */
export function rateSentence({ words, say }: DocumentView, exchange: Tranche): string | undefined {
  if (exchange.currency === 'EUR') return undefined;
  return words.rate(exchange.rate, exchange.currency, say.date(exchange.date), exchange.evidence);
}

/** `1 484.00 EUR × 11.7425 = 17 425.87 NOK`, or the amount where nothing is exchanged. */
export function converted({ words, say }: DocumentView, amount: Money, local: Money, exchange: Tranche): string {
  if (amount.currency === local.currency) return say.money(amount);
  return words.converted(say.money(amount), exchange.rate, say.money(local));
}

export function accountOf({ words }: DocumentView, account: PayeeAccount): string {
  return 'costCentre' in account ? words.costCentre(account.costCentre, account.unit) : formatAccount(account);
}

export function stayRows(view: DocumentView, confirmed?: Period): readonly FactRow[] {
  const { words, say, mobility } = view;
  const rows: FactRow[] = [[words.labels.host, hostPlace(view)]];
  if (!confirmed) return [...rows, [words.labels.period, say.period(mobility.stay.planned)]];
  return [
    ...rows,
    [words.labels.planned, say.period(mobility.stay.planned)],
    [words.labels.confirmed, say.period(confirmed)],
  ];
}

/** Where a repayment goes: the account, whose it is, and the number by which it is known. */
export const payInRows = ({ institution, words: { labels } }: DocumentView, { kid }: Claim): readonly FactRow[] => [
  [labels.account, formatAccount(profileAccount(institution.bank.account))],
  [labels.payTo, institution.bank.debtorName],
  [labels.kid, kid],
];

/** The agreement that every document after it stands on. */
export function agreementOf({ mobility }: DocumentView): NonNullable<DocumentView['mobility']['agreement']> {
  if (!mobility.agreement) throw new Error(`A document of ${mobility.id} was asked for, but it has no agreement.`);
  return mobility.agreement;
}
