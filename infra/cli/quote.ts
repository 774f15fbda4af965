import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { estimatedDistance } from '../../shared/distance/estimate.ts';
import { assess } from '../../shared/grant/assess.ts';
import { countStay, InvalidStay } from '../../shared/grant/days.ts';
import { settle } from '../../shared/grant/settle.ts';
import type { ActivityType, Assessment, Settlement, StayInput } from '../../shared/grant/types.ts';
import { formatDecimal, type Money, zero } from '../../shared/money/money.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Language, Rulebook, Terms } from '../../shared/rulebook/types.ts';
import { language as languages } from '../../shared/rulebook/values.ts';
import { BadInput, type Command, type Io } from './command.ts';
import { faults, type QuoteCase, quoteCase } from './quote-input.ts';

/**
 * `wayfare quote [--language L] FILE|-`: reads one case or a list of cases, prints what each is entitled to as JSON. Amounts are decimal
 * texts in EUR. When any case is not as it has to be, nothing is printed but what to change, by name.
 */
export const quote: Command = async (args, io) => {
  const { file, language } = asked(args);
  const input = parsed(await text(file, io));
  const rulebook = loadRulebook(process.env.RULEBOOK || undefined);
  const answer = Array.isArray(input) ? quoteAll(input, rulebook, language) : quoteAll([input], rulebook, language)[0];
  io.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return 0;
};

function asked(args: readonly string[]): { readonly file: string; readonly language: Language } {
  const { values, positionals } = parseArguments(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new BadInput('Give exactly one file with a case or a list of cases, or - to read it from standard input.');
  }
  const known = languages.safeParse(values.language ?? 'en');
  if (!known.success) throw new BadInput(`There is no language "${values.language}"; there are en, nb, nn and nl.`);
  return { file, language: known.data };
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { language: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new BadInput(
      `${(error as Error).message.split('. ')[0]}. Usage: wayfare quote [--language en|nb|nn|nl] FILE|-`,
    );
  }
}

async function text(file: string, io: Io): Promise<string> {
  if (file !== '-') return await contents(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function contents(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new BadInput(`The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

function parsed(json: string): unknown {
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadInput(`The input is not JSON: ${(error as Error).message}.`);
  }
}

/** All cases, or none: the faults of all of them are told at once. */
function quoteAll(inputs: readonly unknown[], rulebook: Rulebook, inLanguage: Language): object[] {
  const problems: string[] = [];
  const answers = inputs.flatMap((input, index) => {
    const place = placeOf(input, inputs.length > 1 ? index + 1 : undefined);
    const result = quoteCase.safeParse(input, { reportInput: true });
    if (!result.success) {
      problems.push(...faults(result.error, place));
      return [];
    }
    try {
      return [quoteOne(result.data, rulebook, inLanguage)];
    } catch (error) {
      problems.push(`${place}${refusal(error)}`);
      return [];
    }
  });
  if (problems.length > 0) throw new BadInput(problems.join('\n'));
  return answers;
}

/** Where in a list a fault is: `case 2 (id "c-7"), `. */
function placeOf(input: unknown, number: number | undefined): string {
  if (number === undefined) return '';
  const id = typeof input === 'object' && input !== null && 'id' in input ? ` (id ${JSON.stringify(input.id)})` : '';
  return `case ${number}${id}, `;
}

function refusal(error: unknown): string {
  if (error instanceof InvalidStay) return `${error.field}: ${error.message}`;
  if (error instanceof NotInRulebook) return `${error.what === 'rate' ? 'host.country' : error.what}: ${error.message}`;
  throw error;
}

function quoteOne(input: QuoteCase, rulebook: Rulebook, inLanguage: Language): object {
  const asked = stayOf(input);
  const terms = rulebook.terms({
    institution: input.institution,
    call: input.call,
    activity: asked.activity,
    hostCountry: asked.host.country,
    ...(input.host.code === undefined ? {} : { hostCode: input.host.code }),
    on: (input.agreed ?? asked).period.start,
  });
  const stay = withEstimate(asked, terms);
  const agreed: StayInput = input.agreed === undefined ? stay : { ...stay, ...given(input.agreed) };
  const assessment = assess(terms, stay, { language: inLanguage });
  if (input.agreed !== undefined) possible(terms, agreed, 'agreed');
  const settlement = settled();
  return {
    id: input.id,
    ...assessmentText(assessment, settlement ?? beyondAgreed()),
    ...(settlement === undefined ? {} : { settlement: settlementText(settlement) }),
    rulebook: terms.version,
  };

  function settled(): Settlement | undefined {
    if (input.confirmed === undefined) return undefined;
    const { period, ...found } = given(input.confirmed);
    // The settlement takes an agreed interruption as far as the stay went; one that was confirmed has to fit.
    possible(terms, { ...agreed, interruptionDays: 0, nonFundedDays: 0, plan: false, period, ...found }, 'confirmed');
    return settle(terms, agreed, period, input.paid ?? zero('EUR'), { ...found, language: inLanguage });
  }

  /** Without a confirmation, the stay that was asked for is compared with the agreed one. */
  function beyondAgreed(): Settlement | undefined {
    return input.agreed === undefined
      ? undefined
      : settle(terms, agreed, stay.period, zero('EUR'), { language: inLanguage });
  }
}

/** Where the official distance is not given, the cities say how far it is about. */
function withEstimate(stay: StayInput, { home }: Terms): StayInput {
  const estimatedKm = estimatedDistance(home.place, stay.host);
  return estimatedKm === undefined ? stay : { ...stay, host: { ...stay.host, estimatedKm } };
}

/** Throws InvalidStay, with the place in the input, for numbers of days that contradict each other. */
function possible(terms: Terms, stay: StayInput, place: string): void {
  try {
    countStay(terms, stay);
  } catch (error) {
    throw error instanceof InvalidStay ? new InvalidStay(`${place}.${error.field}`, error.message) : error;
  }
}

function stayOf({
  id: _id,
  institution: _institution,
  call: _call,
  agreed: _agreed,
  paid: _paid,
  confirmed: _confirmed,
  ...stay
}: QuoteCase): StayInput {
  const { activity, host, facts, ...rest } = stay;
  return {
    ...given(rest),
    activity: activity as ActivityType,
    host: given(host),
    ...(facts === undefined ? {} : { facts }),
  };
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object, its optional keys absent rather than undefined. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

function assessmentText(assessment: Assessment, final: Settlement | undefined): object {
  const { eligible, needs, refusals, days, lines, total, instalments } = assessment;
  return {
    eligible,
    needs,
    refusals: refusals.map(({ code, sentence }) => ({ code, sentence })),
    days: { ...days, extraDays: final?.assessment.days.extraDays ?? 0 },
    lines: lines.map(({ code, amount, working, rule, source }) => ({
      code,
      amount: formatDecimal(amount),
      currency: amount.currency,
      working,
      rule,
      source,
    })),
    total: formatDecimal(total),
    instalments: instalments.map(({ share, amount, when }) => ({ share, amount: formatDecimal(amount), when })),
  };
}

function settlementText({ entitlement, paid, outcome, amount, working }: Settlement): object {
  const text = (value: Money) => formatDecimal(value);
  return { entitlement: text(entitlement), paid: text(paid), outcome, amount: text(amount), working };
}
