import { waitingPartition } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import { availableOf } from './budgets.ts';
import type { Mobility, RankingSeen } from './case.ts';
import { projectOf } from './decide/budget.ts';
import { type Deps, institutionOf, perform } from './perform.ts';
import { type Candidate, lineOrder } from './ranking.ts';
import { rankingOf } from './rounds.ts';

/** A place on the waiting list of a call; kept when it has been left, because nobody may delete what tells who came first. */
export interface WaitingItem extends Item, Candidate {
  /** In euro cents. */
  readonly amount: number;
  readonly state: 'waiting' | 'left';
  /** The round that ranks it; until that is ranked, it only holds a place in it. */
  readonly round?: string;
}

/** Somebody who waits, and where in the line: the smallest text is served first. */
export interface InLine extends WaitingItem {
  readonly order: string;
}

/** All places that were ever taken on the list of a call, and in its rounds. Strongly consistent. */
export async function placesOf(store: Store, institution: string, call: string): Promise<readonly WaitingItem[]> {
  return store.query<WaitingItem>('cases', { pk: waitingPartition(institution, call) });
}

/**
 * Those who wait for money of a call, first to be served first: in the order in which they applied (Utwente, "first come,
 * first served"; domain.md §4), or of the ranking where a round ranks them. Whoever is still to be ranked has no turn yet.
 */
export async function waitingLine(store: Store, institution: string, call: string): Promise<readonly InLine[]> {
  const waiting = (await placesOf(store, institution, call)).filter(({ state }) => state === 'waiting');
  const rounds = new Map<string, Turns>();
  for (const name of new Set(waiting.flatMap(({ round }) => round ?? []))) {
    const ranking = await rankingOf(store, institution, call, name);
    if (ranking?.rankedAt === undefined) continue;
    const places = ranking.places?.map(({ mobility }, n) => [mobility, n + 1] as const);
    rounds.set(name, { rankedAt: ranking.rankedAt, places: new Map(places) });
  }
  return waiting
    .flatMap((item): InLine[] => {
      const { mobility, appliedAt, round } = item;
      if (round === undefined) return [{ ...item, order: lineOrder({ mobility, appliedAt }) }];
      const turns = rounds.get(round);
      if (turns === undefined) return [];
      return [{ ...item, order: orderAt(item, { rankedAt: turns.rankedAt, place: turns.places.get(mobility) }) }];
    })
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
}

interface Turns {
  readonly rankedAt: string;
  readonly places: ReadonlyMap<string, number>;
}

function orderAt(
  { mobility, appliedAt }: Pick<Candidate, 'mobility' | 'appliedAt'>,
  { rankedAt, place }: { readonly rankedAt: string; readonly place?: number | undefined },
): string {
  return lineOrder({ mobility, appliedAt, round: { rankedAt, ...(place === undefined ? {} : { place }) } });
}

/** Whether somebody waits for money of the same call whose turn is before this case's. */
export function isBehind(
  { id, appliedAt }: Pick<Mobility, 'appliedAt' | 'id'>,
  ranking: RankingSeen | undefined,
  first?: InLine,
): boolean {
  if (first === undefined || first.mobility === id) return false;
  const own = { mobility: id, appliedAt };
  const rankedAt = ranking?.rankedAt;
  return first.order < (rankedAt === undefined ? lineOrder(own) : orderAt(own, { rankedAt, place: ranking?.place }));
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
