import { parseArgs } from 'node:util';
import { isIsoDate } from '../../shared/calendar/dates.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { rulebookSource } from '../../shared/rulebook/loader.ts';
import { BadInput, type Command, type Io } from './command.ts';
import { checkRules } from './rules-check.ts';
import { diffRules, showRules } from './rules-text.ts';

const USAGE = `Usage: wayfare rules check
       wayfare rules show INSTITUTION [ACTIVITY] [--on DATE] [--call YEAR]
       wayfare rules diff INSTITUTION DATE DATE [--activity ACTIVITY] [--call YEAR]`;

const options = { on: { type: 'string' }, call: { type: 'string' }, activity: { type: 'string' } } as const;

/**
 * `wayfare rules check|show|diff`: whether the rulebook is sound; what applies to an institution's stays that begin on a
 * day, and from where; and what changed between two days. RULEBOOK names another folder than the one that ships.
 */
export const rules: Command = async (args, io) => {
  const { values, positionals } = parsed(args);
  const [verb, ...rest] = positionals;
  const source = rulebookSource(process.env.RULEBOOK || undefined);
  try {
    if (verb === 'check' && rest.length === 0) return print(io, checkRules(source));
    if (verb === 'show' && rest.length >= 1 && rest.length <= 2) {
      const [id = '', activity] = rest;
      const on = date(values.on ?? today());
      return print(io, { ok: true, text: showRules(source, { id, on, ...given(activity, values.call) }) });
    }
    if (verb === 'diff' && rest.length === 3) {
      const [id = '', before = '', after = ''] = rest;
      const days = { before: date(before), after: date(after) };
      return print(io, { ok: true, text: diffRules(source, { id, ...days, ...given(values.activity, values.call) }) });
    }
  } catch (error) {
    if (error instanceof NotInRulebook || (error instanceof Error && error.name === 'RulebookError')) {
      throw new BadInput(error.message);
    }
    throw error;
  }
  throw new BadInput(USAGE);
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(`${(error as Error).message.split('. ')[0]}.\n${USAGE}`);
  }
}

function given(activity: string | undefined, call: string | undefined) {
  return { ...(activity === undefined ? {} : { activity }), ...(call === undefined ? {} : { call }) };
}

function date(text: string): string {
  if (isIsoDate(text)) return text;
  throw new BadInput(`"${text}" is not a date: write one of the calendar, like 2025-09-01.`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function print(io: Io, { ok, text }: { readonly ok: boolean; readonly text: string }): number {
  io.stdout.write(text);
  return ok ? 0 : 2;
}
