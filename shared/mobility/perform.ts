import type { Clock } from '../calendar/clock.ts';
import type { Refusal } from '../grant/types.ts';
import type { Institution, Terms, TermsQuery } from '../rulebook/types.ts';
import type { Store } from '../store/port.ts';
import type { Mobility } from './case.ts';
import type { Application, Command } from './commands.ts';
import type { Ids } from './ids.ts';

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

/** Opens a case from an application. Refuses what the form must tell the applicant (window, host, second application …). */
export type OpenCase = (deps: Deps, application: Application) => Promise<Result>;
