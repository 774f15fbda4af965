import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { askOfficeLink } from '../../shared/people/office-link.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { BadInput, type Command } from './command.ts';
import { openBooks } from './ledger/source.ts';

const usage = [
  'Usage: wayfare office-link INSTITUTION nominate [--data DIR | --aws]',
  '  --data   folder of a system on this machine; .wayfare or WAYFARE_DATA by default',
  '  --aws    the tables CASES_TABLE and LEDGER_TABLE, with the usual AWS credentials',
].join('\n');

/** Due at once whatever the clock of the system says, which on one machine can be moved. */
const overdue = '2000-01-01T00:00:00.000Z';

/**
 * `wayfare office-link`: lets the system mail the office of an institution a link to a page of its own. The link is made
 * when the mail is sent, so it is seen neither here nor by whoever calls this.
 */
export const officeLink: Command = async (args, { stdout }) => {
  const { institution: id, values } = readArguments(args);
  const rules = loadRulebook(process.env.RULEBOOK);
  const institution = rules.institution(id);
  if (!institution) {
    const known = rules.institutions().map((each) => each.id);
    throw new BadInput(`The rulebook has no institution ${id}; it has ${known.join(', ')}.`);
  }
  const books = await openBooks(values);
  try {
    const order = randomBytes(8).toString('hex');
    await askOfficeLink(books.store, id, 'nominate', order, overdue);
  } finally {
    await books.close();
  }
  const { name, email } = institution.contacts.office;
  stdout.write(
    `A mail with the link goes to ${name}, ${email}, with the next sweep at the latest. It works for 30 days.\n`,
  );
  return 0;
};

function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [institution, purpose, more] = positionals;
  if (institution === undefined || purpose !== 'nominate' || more !== undefined) throw new BadInput(usage);
  return { institution, values };
}

function parsed(args: readonly string[]) {
  try {
    const options = { data: { type: 'string' }, aws: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new BadInput(usage);
  }
}
