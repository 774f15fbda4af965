import { parseArgs } from 'node:util';
import { isIsoDate } from '../../shared/calendar/dates.ts';
import { dateAt } from '../../shared/calendar/zones.ts';
import { type Duty, dutiesOf } from '../../shared/deadlines/duties.ts';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Institution } from '../../shared/rulebook/types.ts';
import { BadInput, type Command } from './command.ts';
import { type OpenBooks, openBooks } from './ledger/source.ts';

const usage = [
  'Usage: wayfare duties INSTITUTION [--on DATE] [--data DIR | --aws] [--json]',
  '  --on     the day on which it is looked at; today by default',
  '  --data   folder of a system on this machine; .wayfare or WAYFARE_DATA by default',
  '  --aws    the table CASES_TABLE, with the usual AWS credentials',
].join('\n');

interface Owed extends Duty {
  readonly case: string;
}

/**
 * `wayfare duties`: whether the institution has paid when it promised to — the first instalment within 30 days, the rest within
 * 45 — and which payments are late now, the latest first. Changes nothing; ends with 1 while one is late.
 */
export const duties: Command = async (args, { stdout }) => {
  const { id, values } = readArguments(args);
  const institution = loadRulebook(process.env.RULEBOOK).institution(id);
  if (!institution) throw new BadInput(`There is no institution "${id}" in the rulebook.`);
  const on = values.on ?? dateAt(new Date().toISOString(), institution.timeZone);
  if (!isIsoDate(on)) throw new BadInput(`"${on}" is not a date. Write it like 2025-11-03.`);
  const books = await openBooks(values);
  try {
    const owed = await allOwed(books, institution, on);
    stdout.write(values.json ? `${JSON.stringify(owed, undefined, 2)}\n` : text(owed, on));
    return owed.some(isOverdue) ? 1 : 0;
  } finally {
    await books.close();
  }
};

async function allOwed({ scan }: OpenBooks, institution: Institution, on: string): Promise<Owed[]> {
  const found: Owed[] = [];
  for await (const item of scan('cases', ['case'])) {
    if (item.sk !== 'case') continue;
    const { mobility } = item as CaseItem;
    if (mobility.institution !== institution.id) continue;
    found.push(...dutiesOf(mobility, institution, on).map((duty) => ({ case: mobility.id, ...duty })));
  }
  return found.sort((a, b) => b.daysLate - a.daysLate || (a.case < b.case ? -1 : 1));
}

const isOverdue = ({ done, daysLate }: Owed): boolean => done === undefined && daysLate > 0;

function text(owed: readonly Owed[], on: string): string {
  const counts = (['pre-financing', 'balance'] as const).map((duty) => {
    const all = owed.filter((each) => each.duty === duty);
    const done = all.filter((each) => each.done !== undefined);
    const inTime = done.filter(({ daysLate }) => daysLate === 0).length;
    const late = all.filter(isOverdue).length;
    const open = all.length - done.length - late;
    return `${duty.padEnd(13)} ${inTime} paid in time, ${done.length - inTime} paid late, ${open} to come, ${late} overdue`;
  });
  const overdue = owed
    .filter(isOverdue)
    .map((each) => `  ${each.case}  ${each.duty.padEnd(13)} due ${each.due}, ${each.daysLate} days late`);
  const rest = overdue.length > 0 ? ['', `Overdue on ${on}:`, ...overdue] : ['', `Nothing is overdue on ${on}.`];
  return `${[...counts, ...rest].join('\n')}\n`;
}

function readArguments(args: readonly string[]) {
  const options = {
    on: { type: 'string' },
    data: { type: 'string' },
    aws: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [id, more] = positionals;
    if (id !== undefined && more === undefined) return { id, values };
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  throw new BadInput(usage);
}
