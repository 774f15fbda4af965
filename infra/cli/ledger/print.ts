import type { Balance } from '../../../shared/ledger/balances.ts';
import { type Currency, formatDecimal, type Money, money } from '../../../shared/money/money.ts';
import type { Found } from './check.ts';
import type { ShownRanking } from './ranking.ts';
import type { Shown, ShownLine } from './show.ts';

/** What `wayfare ledger check` prints. */
export function checkText({ broken, cases, transfers, institutions }: Found): string {
  const verdict = broken === undefined ? 'The ledger is in order.' : `The ledger is not in order. ${broken}`;
  const sums = Object.entries(institutions).flatMap(([id, list]) => ['', id, ...table(balanceRows(list))]);
  return `${[verdict, `${count(cases, 'case')}, ${count(transfers, 'transfer')}`, ...sums].join('\n')}\n`;
}

function balanceRows(list: readonly Balance[]): string[][] {
  const rows = list.map(({ account, currency, debits, credits, pendingDebits, pendingCredits }) => [
    account,
    currency,
    ...[debits, credits, pendingDebits, pendingCredits].map((minor) => formatDecimal(money(minor, currency))),
  ]);
  return [['account', 'currency', 'debits', 'credits', 'pending debits', 'pending credits'], ...rows.sort(byText)];
}

/** What `wayfare ledger show` prints. */
export function showText({ institution, case: id, state, lines, figures, broken }: Shown): string {
  const head = ['date', 'what', 'kind', 'debit → credit', 'amount', 'outstanding'];
  const rows = lines.map((line) => [
    line.date,
    line.what,
    line.kind,
    `${line.debit} → ${line.credit}`,
    text(line.amount),
    text(line.outstanding),
  ]);
  const { local, ...euro } = figures;
  const sums = Object.entries(euro).map(([name, amount]) => [words[name] ?? name, text(amount)]);
  const locals = local.flatMap(({ paid, repaid }) => [
    [`paid in ${paid.currency}`, text(paid)],
    [`repaid in ${repaid.currency}`, text(repaid)],
  ]);
  return `${[
    `Case ${id} of ${institution}: ${state}`,
    '',
    ...(rows.length === 0 ? ['Nothing has moved yet.'] : table([head, ...rows])),
    ...rates(lines),
    '',
    ...table([...sums, ...locals]),
    ...(broken === undefined ? [] : ['', `These books do not fit together. ${broken}`]),
  ].join('\n')}\n`;
}

const words: Readonly<Record<string, string>> = { writtenOff: 'written off' };

/** What `wayfare ledger ranking` prints. */
export function rankingText({ institution, round, rankedAt, places }: ShownRanking): string {
  const { name, call, applyBy, rankOn } = round;
  const head = ['place', 'case', 'points', 'earlier days', 'applied', 'state', 'amount', 'sum'];
  const rows = places.map((each) => [
    String(each.place),
    each.case,
    String(each.points),
    String(each.earlierDays),
    `${each.applied}${each.late ? ' (late)' : ''}`,
    each.state,
    text(each.amount),
    text(each.sum),
  ]);
  return `${[
    `Round ${name} of ${institution}, call ${call}: applications until ${applyBy}, ranked on ${rankOn}`,
    rankedAt === undefined
      ? 'A preview: nothing is awarded yet.'
      : `Ranked ${rankedAt}; the order does not change any more.`,
    '',
    ...(rows.length === 0 ? ['No application has been approved yet.'] : table([head, ...rows])),
  ].join('\n')}\n`;
}

function rates(lines: readonly ShownLine[]): string[] {
  const all = lines.flatMap(({ rate, amount }) => {
    if (rate === undefined || amount.currency === 'EUR') return [];
    return [
      `1 EUR = ${rate.rate} ${amount.currency}: tranche ${rate.tranche}, received on ${rate.date} (${rate.evidence})`,
    ];
  });
  return all.length === 0 ? [] : ['', ...new Set(all)];
}

function text(amount: Money): string {
  return `${formatDecimal(amount)} ${amount.currency satisfies Currency}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

const byText = (a: readonly string[], b: readonly string[]) => (a.join(' ') < b.join(' ') ? -1 : 1);

/** Columns side by side; those of amounts to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  const isAmount = (column: number) => /^-?[\d ]+\.\d\d( [A-Z]{3})?$/.test(rows.at(-1)?.[column] ?? '');
  return rows.map((row) =>
    row
      .map((cell, column) => (isAmount(column) ? cell.padStart(width(column)) : cell.padEnd(width(column))))
      .join('  ')
      .trimEnd(),
  );
}
