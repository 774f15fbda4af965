import type { CaseItem } from '../../../shared/mobility/records.ts';
import { placesIn, rankingOf } from '../../../shared/mobility/rounds.ts';
import { placesOf } from '../../../shared/mobility/waiting-list.ts';
import { type Money, money } from '../../../shared/money/money.ts';
import type { Round } from '../../../shared/rulebook/award.ts';
import { loadRulebook } from '../../../shared/rulebook/loader.ts';
import { caseKey } from '../../../shared/store/keys.ts';
import { BadInput } from '../command.ts';
import type { OpenBooks } from './source.ts';

/** One application in its place. */
export interface ShownPlace {
  readonly place: number;
  readonly case: string;
  readonly points: number;
  readonly earlierDays: number;
  /** The moment, UTC. */
  readonly applied: string;
  readonly late: boolean;
  readonly amount: Money;
  /** With everybody before it; so that one sees how far the money of the call goes. */
  readonly sum: Money;
  readonly state: string;
}

/** A round as it would be ranked now, or as it has been. */
export interface ShownRanking {
  readonly institution: string;
  readonly round: Pick<Round, 'name' | 'call' | 'applyBy' | 'rankOn'>;
  /** Absent: only a preview; nothing is awarded yet. */
  readonly rankedAt?: string;
  readonly places: readonly ShownPlace[];
}

/** What officers look at before the money is given away, and whoever asks for the reasons afterwards. Changes nothing. */
export async function showRanking(books: OpenBooks, id: string, name: string): Promise<ShownRanking> {
  const institution = loadRulebook(process.env.RULEBOOK).institution(id);
  if (institution === undefined) throw new BadInput(`The rulebook has no institution "${id}" that takes applications.`);
  const rounds = institution.award?.rounds ?? [];
  const round = rounds.find((each) => each.name === name);
  if (round === undefined) {
    const others = rounds.map((each) => each.name).join(', ') || 'none';
    throw new BadInput(`${institution.shortName} has no round "${name}" in the rulebook; there are: ${others}.`);
  }
  const { store } = books;
  const { rankedAt } = (await rankingOf(store, id, round.call, name)) ?? {};
  const ranked = await placesIn(store, institution, round);
  const all = await placesOf(store, id, round.call);
  const amounts = new Map(all.map(({ mobility, amount }) => [mobility, amount]));
  const items = await Promise.all(ranked.map((each) => store.get<CaseItem>('cases', caseKey(id, each.mobility))));
  let sum = 0;
  const places = ranked.map(({ mobility, points, earlierDays, appliedAt, late }, n): ShownPlace => {
    const amount = amounts.get(mobility) ?? 0;
    sum += amount;
    return {
      place: n + 1,
      case: mobility,
      points,
      earlierDays,
      applied: appliedAt,
      late,
      amount: money(amount, 'EUR'),
      sum: money(sum, 'EUR'),
      state: items[n]?.mobility.state ?? 'unknown',
    };
  });
  const { call, applyBy, rankOn } = round;
  return {
    institution: id,
    round: { name, call, applyBy, rankOn },
    ...(rankedAt === undefined ? {} : { rankedAt }),
    places,
  };
}
