import { parseArgs } from 'node:util';
import { BadInput, type Command } from '../command.ts';
import { checkBooks, type Found } from './check.ts';
import { checkText, rankingText, showText } from './print.ts';
import { showRanking } from './ranking.ts';
import { show } from './show.ts';
import { openBooks } from './source.ts';

const usage = [
  'Usage: wayfare ledger check [--data DIR | --aws] [--json]',
  '       wayfare ledger show CASE [--institution ID] [--data DIR | --aws] [--json]',
  '       wayfare ledger ranking ROUND --institution ID [--data DIR | --aws] [--json]',
  '  --data   folder of a system on this machine; .wayfare or WAYFARE_DATA by default',
  '  --aws    the tables CASES_TABLE and LEDGER_TABLE, with the usual AWS credentials',
].join('\n');

/**
 * `wayfare ledger`: reads the books and changes nothing. `check` goes through all of them and ends with 1 at the first broken
 * rule; `show` tells one case; `ranking` lists the applications of a round in their order.
 */
export const ledger: Command = async (args, { stdout }) => {
  const { what, id, values } = readArguments(args);
  const books = await openBooks(values);
  const json = (value: unknown) => stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
  try {
    if (what === 'check') {
      const found: Found = await checkBooks(books);
      if (values.json) json(found);
      else stdout.write(checkText(found));
      return found.broken === undefined ? 0 : 1;
    }
    if (what === 'ranking') {
      const ranking = await showRanking(books, values.institution ?? '', id);
      if (values.json) json(ranking);
      else stdout.write(rankingText(ranking));
      return 0;
    }
    const shown = await show(books, id, values.institution);
    if (values.json) json(shown);
    else stdout.write(showText(shown));
    return 0;
  } catch (error) {
    throw unreadable(error);
  } finally {
    await books.close();
  }
};

/** What a person can put right, as a sentence; anything else stays what it is. */
function unreadable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const todo = {
    ResourceNotFoundException: 'There is no such table in this account and region: see CASES_TABLE and LEDGER_TABLE.',
    CredentialsProviderError: 'There are no AWS credentials: log in, or name a profile with AWS_PROFILE.',
    AccessDeniedException:
      'These AWS credentials may not read the tables: dynamodb:Scan, Query and GetItem are needed.',
  }[error.name];
  return todo === undefined ? error : new BadInput(todo);
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [what, id, more] = positionals;
  if (what === 'check' && id === undefined && values.institution === undefined) return { what, id: '', values };
  if (what === 'show' && id !== undefined && more === undefined) return { what, id, values };
  if (what === 'ranking' && id !== undefined && more === undefined && values.institution !== undefined) {
    return { what, id, values };
  }
  throw new BadInput(usage);
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      data: { type: 'string' },
      aws: { type: 'boolean', default: false },
      institution: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
