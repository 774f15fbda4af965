import type { Clock } from '../calendar/clock.ts';
import type { Refusal } from '../grant/types.ts';
import type { Institution, Terms, TermsQuery } from '../rulebook/types.ts';
import { Conflict } from '../store/errors.ts';
import { caseKey } from '../store/keys.ts';
import type { Store, Write } from '../store/port.ts';
import { chainOf, withoutAnswered } from './approvals.ts';
import { withBudget, withCover, withRest } from './budgets.ts';
import type { Mobility } from './case.ts';
import type { Application, Command } from './commands.ts';
import { open, waitsForMoney } from './decide/application.ts';
import { decide } from './decide.ts';
import type { Outcome } from './decision.ts';
import type { Ids } from './ids.ts';
import { admit } from './open.ts';
import type { CaseItem } from './records.ts';
import { loadTerms } from './terms.ts';
import { writesOf } from './writes.ts';

/** The rulebook as the case needs it; `loadRulebook` of shared/rulebook gives one. */
export interface Rules {
  institution(id: string): Institution | undefined;
  institutions(): readonly Institution[];
  terms(query: TermsQuery): Terms;
}

/** Everything a handler hands in. */
export interface Deps {
  readonly store: Store;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** `changed`: written now. `unchanged`: it had been done before, nothing was written. `refused`: with a sentence why. */
export type Result =
  | { readonly outcome: 'changed' | 'unchanged'; readonly mobility: Mobility }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Loads the case, decides, writes all of it in one transaction; on a conflict loads and decides again. */
export type Perform = (deps: Deps, institution: string, mobility: string, command: Command) => Promise<Result>;

/**
 * Opens a case from an application. Refuses what the form must tell the applicant (window, host, second application …).
 * `also` is written with it, or not at all: the refusal of a second application may then mean that it did not fit.
 */
export type OpenCase = (deps: Deps, application: Application, also?: readonly Write[]) => Promise<Result>;

/** No case has this id: a bug, or a link to another deployment. */
export class UnknownCase extends Error {
  override readonly name = 'UnknownCase';
}

/** The rulebook has no such institution: a bug, or a file that was removed while cases are open. */
export class UnknownInstitution extends Error {
  override readonly name = 'UnknownInstitution';
}

/** How often a decision is made again because somebody else wrote first. */
const TRIES = 6;

/** The case, strongly consistent. Throws `UnknownCase`. */
export async function loadCase(store: Store, institution: string, id: string): Promise<Mobility> {
  const item = await store.get<CaseItem>('cases', caseKey(institution, id));
  if (!item) throw new UnknownCase(`There is no mobility ${id} at ${institution}.`);
  return { ...item.mobility, terms: await loadTerms(store, institution, item.terms) };
}

/** The institution's rulebook entry. Throws `UnknownInstitution`. */
export function institutionOf(rules: Rules, id: string): Institution {
  const institution = rules.institution(id);
  if (!institution) throw new UnknownInstitution(`The rulebook has no institution ${id}.`);
  return institution;
}

export const perform: Perform = async (deps, institutionId, id, command) => {
  const institution = institutionOf(deps.rules, institutionId);
  return untilWritten(async () => {
    const mobility = await loadCase(deps.store, institutionId, id);
    const asked = await withMoney(deps, command, mobility, institution);
    const outcome = decide(mobility, asked, { institution, now: deps.clock.now() });
    return write(deps.store, outcome, mobility);
  });
};

export const openCase: OpenCase = async (deps, application, also = []) => {
  const institution = institutionOf(deps.rules, application.institution);
  const context = { institution, now: deps.clock.now() };
  const chain = chainOf(institution, application);
  if (!chain.ok) return { outcome: 'refused', refusal: chain.refusal };
  const admitted = await admit(deps, withoutAnswered(application, institution), context);
  if (!admitted.ok) return { outcome: 'refused', refusal: admitted.refusal };
  const { terms, assessment, fingerprint } = admitted;
  const id = deps.ids.id(`mobility ${fingerprint}`);
  const outcome = open(admitted.application, id, fingerprint, terms, assessment, context, chain.steps);
  if (outcome.kind !== 'decided') throw new Error('Opening a case always decides.');
  try {
    await deps.store.commit([...writesOf(outcome.decision, 0), ...also]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { outcome: 'refused', refusal: secondApplication };
  }
  return { outcome: 'changed', mobility: outcome.decision.mobility };
};

/** What the second application for one stay is told, whoever sends it. */
const secondApplication: Refusal = {
  code: 'second-application',
  sentence:
    'There is already an application for this stay. Look for our mail with the link to it, or write to the international office.',
};

async function write(store: Store, outcome: Outcome, mobility: Mobility): Promise<Result> {
  if (outcome.kind === 'refused') return { outcome: 'refused', refusal: outcome.refusal };
  if (outcome.kind === 'nothing') return { outcome: 'unchanged', mobility };
  await store.commit(writesOf(await withCover(store, outcome.decision), mobility.version));
  return { outcome: 'changed', mobility: outcome.decision.mobility };
}

/** The command with what it has to know of the call's money. */
function withMoney(deps: Deps, command: Command, mobility: Mobility, institution: Institution): Promise<Command> {
  if (needsBudget(command, mobility)) return withBudget(deps, mobility, institution);
  return command.type === 'decide-extension'
    ? withRest(deps, command, mobility, institution)
    : Promise.resolve(command);
}

/** Whoever has the money already, or is refused, needs nobody to look for more. */
function needsBudget({ type }: Command, { state }: Mobility): boolean {
  return type === 'reserve' && waitsForMoney.includes(state);
}

async function untilWritten<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Conflict) || tries >= TRIES) throw error;
    }
  }
}
