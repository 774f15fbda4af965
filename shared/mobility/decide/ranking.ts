import { deadline } from '../../deadlines/plan.ts';
import { pointsOf } from '../../rulebook/award.ts';
import type { Mobility, RankingSeen } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { isLate, roundOf } from '../ranking.ts';
import { type Context, draft } from './context.ts';

/** Approved, and from now on held beside the others of its round, until the day on which they are ranked. */
export function putUp(mobility: Mobility, { round }: RankingSeen, context: Context): Outcome {
  if (mobility.state !== 'approved') return nothing;
  const { institution } = context;
  const { call } = mobility.stay;
  const { rankOn } = roundOf(institution, mobility) ?? {};
  if (rankOn === undefined)
    throw new Error(`The rulebook of ${institution.id} has lost the round ${round}; add it again.`);
  return draft(mobility, context, 'system')
    .set({ ranking: { round } })
    .record('PutUpForRanking', { round, due: rankOn })
    .write({ record: 'waiting', state: 'waiting' })
    .write({ record: 'round-joined', call, round })
    .mail('to-be-ranked', { due: rankOn })
    .dropDeadlines('approval-reminder')
    .addDeadlines(deadline(institution, 'ranking', rankOn, rankOn))
    .done();
}

/** What the ranking said of a case is written on it, once, with the decision that follows from it. */
export function takePlace(next: Draft, ranking: RankingSeen | undefined): Draft {
  if (ranking === undefined) return next;
  const { state } = next.mobility;
  next.set({ ranking }).dropDeadlines('ranking');
  if (state !== 'awaiting-ranking' || ranking.place === undefined) return next;
  const points = next.mobility.approval?.points;
  const place = `${ranking.place} of ${ranking.of}`;
  return next.record('ApplicationRanked', { place, ...(points === undefined ? {} : { points }) });
}

/**
 * Why these points cannot stand, if they cannot. They are asked for while they can count: from an application that came in
 * time, until the day of the ranking.
 */
export function pointsProblem(mobility: Mobility, points: number | undefined, context: Context): Outcome | undefined {
  const most = pointsAsked(mobility, context);
  if (most === undefined) {
    return points === undefined ? undefined : refused('no-points', 'No points are given to this application.');
  }
  if (points !== undefined && Number.isInteger(points) && points >= 0 && points <= most) return undefined;
  return refused('points-missing', `Give whole points from 0 to ${most}: the applications are ranked by them.`);
}

/** The most points that the office can give this application now; undefined: none are asked for. */
export function pointsAsked(mobility: Mobility, { institution, now }: Context): number | undefined {
  const round = roundOf(institution, mobility);
  if (round === undefined || isLate(round, mobility.appliedAt, institution.timeZone)) return undefined;
  if (deadline(institution, 'ranking', round.rankOn).at <= now) return undefined;
  return pointsOf(round)?.most;
}
