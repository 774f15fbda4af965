import type { Instant } from '../calendar/clock.ts';
import { onDay } from '../deadlines/plan.ts';
import type { Round } from '../rulebook/award.ts';
import type { Institution } from '../rulebook/types.ts';
import { change } from '../store/change.ts';
import { rankingKey } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import type { Mobility, RankingSeen } from './case.ts';
import { withLineInMemory } from './line-in-memory.ts';
import { type Deps, perform } from './perform.ts';
import { type Ranked, rank, roundOf } from './ranking.ts';
import { placesOf } from './waiting-list.ts';

/**
 * One round and, from its day on, its ranking. `open`: applications are put up, each adding one to the version; `ranked`:
 * the order is frozen and the money is being given away along it; `awarded`: every one of it has been asked.
 */
export interface RankingItem extends Item {
  readonly state: 'open' | 'ranked' | 'awarded';
  readonly version: number;
  readonly rankedAt?: Instant;
  /** What it was ranked by, as the rulebook then stood. */
  readonly rule?: Pick<Round, 'applyBy' | 'criteria'>;
  /** Best first. */
  readonly places?: readonly Ranked[];
}

/** A ranking as it is stored; undefined before anybody has been put up for it. Strongly consistent. */
export async function rankingOf(store: Store, institution: string, call: string, round: string) {
  return store.get<RankingItem>('cases', rankingKey(institution, call, round));
}

/** How the round of a case stands for it; undefined where no round ranks it. Opens the round for the first of it. */
export async function rankingSeenBy(
  store: Store,
  institution: Institution,
  mobility: Mobility,
): Promise<RankingSeen | undefined> {
  const round = roundOf(institution, mobility);
  if (round === undefined) return undefined;
  const { name, call } = round;
  const ranking = await rankingOf(store, institution.id, call, name);
  if (ranking === undefined) {
    await openRound(store, institution.id, round);
    return { round: name };
  }
  if (ranking.rankedAt === undefined) return { round: name };
  const { rankedAt, places = [] } = ranking;
  const at = places.findIndex((each) => each.mobility === mobility.id);
  return { round: name, rankedAt, ...(at === -1 ? {} : { place: at + 1, of: places.length }) };
}

async function openRound(store: Store, institution: string, { call, name }: Round): Promise<void> {
  const fresh: RankingItem = { ...rankingKey(institution, call, name), state: 'open', version: 1 };
  await store.commit(change().put('cases', fresh).expectAbsent().writes);
}

/** How a round would be ranked now, or has been: for those who look at it before the money is given away. */
export async function placesIn(store: Store, institution: Institution, round: Round): Promise<readonly Ranked[]> {
  const ranking = await rankingOf(store, institution.id, round.call, round.name);
  if (ranking?.places) return ranking.places;
  const all = await placesOf(store, institution.id, round.call);
  const candidates = all
    .filter((place) => place.state === 'waiting' && place.round === round.name)
    .map(({ mobility, appliedAt, points, earlierDays }) => ({ mobility, appliedAt, points, earlierDays }));
  return rank(candidates, round, institution.timeZone);
}

/**
 * Ranks each round of an institution whose day has come, and gives the money away along the ranking, one case after the
 * other and each in a transaction of its own. The order is written first and only once: a round that broke off goes on in
 * the same order, however often it is begun. Throws what a case throws; nobody behind that case is asked before it.
 */
export async function awardRounds(deps: Deps, institution: Institution): Promise<void> {
  for (const round of institution.award?.rounds ?? []) {
    if (onDay(institution, round.rankOn) <= deps.clock.now()) await awardRound(deps, institution, round);
  }
}

async function awardRound(deps: Deps, institution: Institution, round: Round): Promise<void> {
  const { state, version, places = [] } = await frozen(deps, institution, round);
  if (state === 'awarded') return;
  // Everybody looks at the same line: read once, and not once for each.
  const together = { ...deps, store: withLineInMemory(deps.store, institution.id, round.call) };
  for (const { mobility } of places) await perform(together, institution.id, mobility, { type: 'reserve' });
  const key = rankingKey(institution.id, round.call, round.name);
  await deps.store.commit(
    change()
      .update(key, { set: { state: 'awarded' } })
      .expectVersion(version).writes,
  );
}

/**
 * The frozen ranking; makes it, unless it is there. Whoever is put up changes the version, so that nobody can be left out
 * who was put up before: the write would then fail with `Conflict`, and the next round of the sweep ranks them too.
 */
async function frozen(deps: Deps, institution: Institution, round: Round): Promise<RankingItem> {
  const { call, name, applyBy, criteria } = round;
  const before = await rankingOf(deps.store, institution.id, call, name);
  if (before?.rankedAt !== undefined) return before;
  const places = await placesIn(deps.store, institution, round);
  const ranking: RankingItem = {
    ...rankingKey(institution.id, call, name),
    state: 'ranked',
    version: (before?.version ?? 0) + 1,
    rankedAt: deps.clock.now(),
    rule: { applyBy, criteria },
    places,
  };
  const put = change().put('cases', ranking);
  await deps.store.commit((before ? put.expectVersion(before.version) : put.expectAbsent()).writes);
  return ranking;
}
