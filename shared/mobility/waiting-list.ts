import { waitingKey, waitingPartition } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import { availableOf } from './budgets.ts';
import type { Mobility } from './case.ts';
import { projectOf } from './decide/budget.ts';
import { type Deps, institutionOf, perform } from './perform.ts';

/** A place on the waiting list of a call; kept when it has been left, because nobody may delete what tells who came first. */
export interface WaitingItem extends Item {
  readonly mobility: string;
  /** In euro cents. */
  readonly amount: number;
  readonly state: 'waiting' | 'left';
}

/**
 * Those who wait for money of a call, in the order in which they applied: the first to ask is the first to be served
 * (Utwente, "first come, first served"; domain.md §4). Strongly consistent.
 */
export async function waitingLine(store: Store, institution: string, call: string): Promise<readonly WaitingItem[]> {
  const all = await store.query<WaitingItem>('cases', { pk: waitingPartition(institution, call) });
  return all.filter(({ state }) => state === 'waiting');
}

/** Whether somebody who applied earlier waits for money of the same call. */
export function isBehind(mobility: Pick<Mobility, 'appliedAt' | 'id' | 'institution' | 'stay'>, first?: WaitingItem) {
  if (first === undefined) return false;
  return first.sk < waitingKey(mobility.institution, mobility.stay.call, mobility.appliedAt, mobility.id).sk;
}

/**
 * Gives the first in line the money of the call, if there is enough for it; nobody overtakes, unless the institution lets a
 * smaller grant go first. An award looks at the line again by itself, so that one after the other moves up. A repeat, and one
 * that comes when the money has gone elsewhere, changes nothing: the award is decided on the budget as it then stands.
 */
export async function moveUp(deps: Deps, institutionId: string, call: string): Promise<void> {
  const institution = institutionOf(deps.rules, institutionId);
  const line = await waitingLine(deps.store, institutionId, call);
  if (line.length === 0) return;
  const available = await availableOf(deps, institution, projectOf(institution, call));
  const most = Math.max(...available.map(({ left }) => left));
  for (const { mobility, amount } of line) {
    if (amount <= most) {
      const result = await perform(deps, institutionId, mobility, { type: 'reserve' });
      if (result.outcome === 'changed') return;
    }
    if (!institution.award?.smallerMayOvertake) return;
  }
}
