import type { Command } from './command.ts';
import { BadInput } from './command.ts';

interface Entry {
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command is one line here; its module is loaded when it is called. */
const commands: Readonly<Record<string, Entry>> = {
  quote: {
    usage: 'quote [--language en|nb|nn|nl] FILE|-',
    summary: 'what a stay is entitled to, with its working, as JSON',
    load: async () => (await import('./quote.ts')).quote,
  },
  rules: {
    usage: 'rules check|show|diff …',
    summary: 'whether the rulebook is sound, what applies on a day and from where, what changes between two',
    load: async () => (await import('./rules.ts')).rules,
  },
  ledger: {
    usage: 'ledger check|show|ranking …',
    summary: 'whether the books are in order, every movement of one case, who is ranked where in a round',
    load: async () => (await import('./ledger/ledger.ts')).ledger,
  },
  duties: {
    usage: 'duties INSTITUTION [--on DATE]',
    summary: 'whether the institution has paid by the days it promised, and which payments are late',
    load: async () => (await import('./duties.ts')).duties,
  },
  'office-link': {
    usage: 'office-link INSTITUTION nominate [--data DIR | --aws]',
    summary: 'mails the office a link to a page of its own: nominations by a list',
    load: async () => (await import('./office-link.ts')).officeLink,
  },
  replay: {
    usage: 'replay NOMINATIONS.csv --out DIR [--seed N] [--until DATE]',
    summary: 'a whole cohort from application to close, in seconds, with every file it leaves',
    load: async () => (await import('./replay.ts')).replayCohort,
  },
};

const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
const help = `Wayfare pays Erasmus+ mobility grants on time and explains every cent.

Usage: wayfare COMMAND …

${Object.values(commands)
  .map(({ usage, summary }) => `  ${usage.padEnd(width)}   ${summary}`)
  .join('\n')}
  ${'help'.padEnd(width)}   this text
`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    process.stderr.write(`There is no command "${name}"; there are ${Object.keys(commands).join(', ')} and help.\n`);
    return 2;
  }
  try {
    const command = await entry.load();
    return await command(args, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
