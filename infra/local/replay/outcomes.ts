import type { Instant } from '../../../shared/calendar/clock.ts';
import type { Statement } from '../../../shared/ledger/statement.ts';
import type { Transfer } from '../../../shared/ledger/transfer.ts';
import type { Mobility } from '../../../shared/mobility/case.ts';
import { formatDecimal, money, zero } from '../../../shared/money/money.ts';
import type { Story } from './nominations.ts';

/** One accepted row of the cohort at the end: where its case stands and what the ledger says of its money. */
export interface CaseOutcome {
  readonly row: number;
  readonly id: string;
  readonly institution: string;
  readonly story: Story;
  readonly state: string;
  readonly entitlement: string;
  readonly paid: string;
  readonly repaid: string;
  readonly waived: string;
  readonly writtenOff: string;
  readonly outstanding: string;
  readonly localCurrency: string;
  readonly paidLocal: string;
  readonly repaidLocal: string;
}

/** Amounts come from the ledger's transfers, not from the case: the outcome is what was booked. */
export function caseOutcome(
  row: number,
  story: Story,
  mobility: Mobility,
  euro: Statement,
  localCurrency: string,
): CaseOutcome {
  const local = euro.local.find(({ currency }) => currency === localCurrency);
  const none = zero(localCurrency);
  return {
    row,
    id: mobility.id,
    institution: mobility.institution,
    story,
    state: mobility.state,
    entitlement: formatDecimal(euro.awarded),
    paid: formatDecimal(euro.paid),
    repaid: formatDecimal(euro.repaid),
    waived: formatDecimal(euro.waived),
    writtenOff: formatDecimal(euro.writtenOff),
    outstanding: formatDecimal(euro.outstanding),
    localCurrency,
    paidLocal: formatDecimal(local?.paid ?? none),
    repaidLocal: formatDecimal(local?.repaid ?? none),
  };
}

/** The ledger as CSV: `id,time,case,debit,credit,amount,currency,kind`, by time, then case, then id. */
export function ledgerCsv(transfers: readonly Transfer[]): string {
  const rows = transfers
    .toSorted((a, b) => order(a.at, b.at) || order(a.mobility, b.mobility) || order(a.id, b.id))
    .map(({ id, at, mobility, debit, credit, amount, kind }) =>
      [`${mobility}/${id}`, at, mobility, debit, credit, formatDecimal(amount), amount.currency, kind].join(','),
    );
  return `${['id,time,case,debit,credit,amount,currency,kind', ...rows].join('\n')}\n`;
}

/** What the whole cohort came to. */
export interface Report {
  readonly rows: {
    readonly accepted: number;
    readonly refused: readonly { readonly line: number; readonly reason: string }[];
  };
  readonly from: Instant;
  readonly until: Instant;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly sums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** From the signed agreement to the payment file that carries the first instalment. */
  readonly daysFromSignatureToInstruction: {
    readonly median: number | null;
    readonly worst: number | null;
    readonly payments: number;
  };
  readonly paidBeforeStart: number;
}

export function report(
  outcomes: readonly CaseOutcome[],
  mobilities: readonly Mobility[],
  refused: Report['rows']['refused'],
  time: { readonly from: Instant; readonly until: Instant },
): Report {
  const waits = mobilities.flatMap(signatureToInstruction).sort((a, b) => a - b);
  return {
    rows: { accepted: outcomes.length, refused },
    ...time,
    outcomes: counts(outcomes.map((outcome) => `${outcome.story}: ${outcome.state}`)),
    sums: sums(outcomes),
    daysFromSignatureToInstruction: { median: days(median(waits)), worst: days(waits.at(-1)), payments: waits.length },
    paidBeforeStart: mobilities.filter(instructedBeforeStart).length,
  };
}

function counts(names: readonly string[]): Record<string, number> {
  const count: Record<string, number> = {};
  for (const name of names.toSorted()) count[name] = (count[name] ?? 0) + 1;
  return count;
}

const euroColumns = ['entitlement', 'paid', 'repaid', 'waived', 'writtenOff', 'outstanding'] as const;
const localColumns = ['paidLocal', 'repaidLocal'] as const;

function sums(outcomes: readonly CaseOutcome[]): Report['sums'] {
  const currencies = [...new Set(outcomes.map((outcome) => outcome.localCurrency))].sort();
  const local = currencies.map((currency) => {
    const own = outcomes.filter((outcome) => outcome.localCurrency === currency);
    return [currency, columnSums(own, localColumns, currency)] as const;
  });
  // Where an account is in euro too, its sums stand beside those of the entitlements.
  const { EUR: accounts = {}, ...others } = Object.fromEntries(local);
  return { EUR: { ...columnSums(outcomes, euroColumns, 'EUR'), ...accounts }, ...others };
}

function columnSums(
  outcomes: readonly CaseOutcome[],
  columns: readonly (typeof euroColumns | typeof localColumns)[number][],
  currency: string,
): Record<string, string> {
  return Object.fromEntries(
    columns.map((column) => [
      column,
      sumOf(
        outcomes.map((outcome) => outcome[column]),
        currency,
      ),
    ]),
  );
}

function sumOf(amounts: readonly string[], currency: string): string {
  const minor = amounts.reduce((sum, amount) => sum + Number(amount.replace('.', '')), 0);
  return formatDecimal(money(minor, currency));
}

const DAY = 86_400_000;

function signatureToInstruction(mobility: Mobility): number[] {
  const signed = mobility.agreement?.signatures.participant?.at;
  const instructed = mobility.payments[0]?.instructedAt;
  return signed && instructed ? [Date.parse(instructed) - Date.parse(signed)] : [];
}

function instructedBeforeStart(mobility: Mobility): boolean {
  const instructed = mobility.payments[0]?.instructedAt;
  return instructed !== undefined && instructed.slice(0, 10) < mobility.stay.planned.start;
}

function median(sorted: readonly number[]): number | undefined {
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

/** Days with one decimal; null when nothing was paid. */
function days(milliseconds: number | undefined): number | null {
  return milliseconds === undefined ? null : Math.round((milliseconds / DAY) * 10) / 10;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
