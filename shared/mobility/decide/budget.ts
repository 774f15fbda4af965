import type { Money } from '../../money/money.ts';
import type { CallTranche, Institution } from '../../rulebook/types.ts';
import type { Mobility } from '../case.ts';
import type { Draft } from '../draft.ts';

/** The call of a case as its institution runs it. Throws when the rulebook has lost it: a bug or a removed file. */
export function projectOf(institution: Institution, call: string): Institution['calls'][number] {
  const project = institution.calls.find((candidate) => candidate.call === call);
  if (!project) throw new Error(`The rulebook of ${institution.id} has no call ${call}; add it and go on.`);
  return project;
}

/**
 * The tranche that a case was awarded from. The case names it from the award on; its rate, date and evidence are frozen on
 * the agreement (domain.md §4: they belong to institution, project and tranche).
 */
export function trancheOf(mobility: Pick<Mobility, 'award' | 'stay'>, institution: Institution): CallTranche {
  const { tranches } = projectOf(institution, mobility.stay.call);
  const name = mobility.award?.tranche;
  const found = tranches.find(({ tranche }) => tranche === name);
  if (!found) {
    throw new Error(`The rulebook of ${institution.id} has no tranche ${name} of ${mobility.stay.call}; add it again.`);
  }
  return found;
}

/**
 * Money of the call that the case does not need (any more) goes back to the tranche that it came from, and the waiting list
 * is looked at: the first in line may have it.
 */
export function giveBack(next: Draft, amount: Money): void {
  write(next, -amount.minor);
  next.moveUp(next.mobility.stay.call);
}

/**
 * More than was agreed is owed: it is taken from the same tranche even where that has nothing left, because the participant
 * is entitled to it. Finance is given a task when the budget goes below zero (perform.ts). `mustFit`: nothing is written then.
 */
export function takeMore(next: Draft, amount: Money, options: { readonly mustFit?: true } = {}): void {
  write(next, amount.minor, options);
}

function write(next: Draft, reserve: number, options: { readonly mustFit?: true } = {}): void {
  const { award, stay } = next.mobility;
  if (!award || reserve === 0) return;
  next.write({ record: 'budget', call: stay.call, tranche: award.tranche, reserve, ...options });
}
