import { dateAt } from '../calendar/zones.ts';
import { formatDecimal, money } from '../money/money.ts';
import type { CallTranche, Institution } from '../rulebook/types.ts';
import { change } from '../store/change.ts';
import { budgetKey } from '../store/keys.ts';
import type { Store } from '../store/port.ts';
import type { Mobility } from './case.ts';
import type { Command } from './commands.ts';
import { projectOf } from './decide/budget.ts';
import type { Decision } from './decision.ts';
import type { Deps } from './perform.ts';
import type { BudgetItem } from './records.ts';
import { rankingSeenBy } from './rounds.ts';
import { isBehind, waitingLine } from './waiting-list.ts';
import { newBudget } from './writes.ts';

/** A tranche that has been received, and what is left of it in euro cents. */
export interface Available {
  readonly tranche: CallTranche;
  readonly left: number;
}

/**
 * What is left of each received tranche of a call, in the order in which they were received (project.ts). Makes a tranche's record at its
 * first use, and follows the rulebook when that names another amount: more money, or less.
 */
export async function availableOf(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  institution: Institution,
  { call, tranches }: Institution['calls'][number],
): Promise<readonly Available[]> {
  const today = dateAt(clock.now(), institution.timeZone);
  // A call with one rate has it from the start, whatever day the notice bears; of several, each counts from its day on.
  const received = tranches.length === 1 ? tranches : tranches.filter(({ date }) => date <= today);
  return Promise.all(
    received.map(async (tranche) => ({ tranche, left: await leftOf(store, institution.id, call, tranche) })),
  );
}

async function leftOf(store: Store, institution: string, call: string, { tranche, amount }: CallTranche) {
  const key = budgetKey(institution, call, tranche);
  const stored = await store.get<BudgetItem>('cases', key);
  if (!stored) {
    const fresh = newBudget(institution, call, tranche, amount.minor);
    await store.commit(change().put('cases', fresh).expectAbsent().writes);
    return amount.minor;
  }
  const more = amount.minor - stored.total;
  if (more === 0) return stored.available;
  const resized = change().update(key, { add: { available: more, version: 1 }, set: { total: amount.minor } });
  await store.commit(resized.expectVersion(stored.version).writes);
  return stored.available + more;
}

/**
 * What the decision on an award needs to know of the call's money: the first received tranche that holds the whole amount,
 * and whether somebody else is first in line for it. A grant of nothing needs neither. Where a round is still to rank the
 * case, nothing else is asked.
 */
export async function withBudget(deps: Deps, mobility: Mobility, institution: Institution): Promise<Command> {
  const { stay, assessment } = mobility;
  const ranking = await rankingSeenBy(deps.store, institution, mobility);
  const seen = ranking === undefined ? {} : { ranking };
  if (ranking && ranking.rankedAt === undefined) return { type: 'reserve', ranking };
  const [available, [first]] = await Promise.all([
    availableOf(deps, institution, projectOf(institution, stay.call)),
    waitingLine(deps.store, institution.id, stay.call),
  ]);
  const { minor } = assessment.total;
  const tranche = available.find(({ left }) => left >= minor)?.tranche.tranche;
  const behind = minor > 0 && !institution.award?.smallerMayOvertake && isBehind(mobility, ranking, first);
  if (tranche === undefined || behind) return { type: 'reserve', budgetExhausted: true, ...seen };
  return { type: 'reserve', tranche, ...seen };
}

/** What the decision on a longer stay needs to know: what is left of the tranche that the case was awarded from. */
export async function withRest(
  deps: Deps,
  command: Extract<Command, { type: 'decide-extension' }>,
  { award, stay }: Mobility,
  institution: Institution,
): Promise<Command> {
  if (command.choice !== 'grant' || !award) return command;
  const available = await availableOf(deps, institution, projectOf(institution, stay.call));
  return { ...command, left: available.find(({ tranche }) => tranche.tranche === award.tranche)?.left ?? 0 };
}

/**
 * Looks whether the call still holds what a decision takes beyond what was agreed. Where it does, the write expects so;
 * where it does not, it is taken all the same (the participant is entitled to it) and finance is given a task.
 */
export async function withCover(store: Store, decision: Decision): Promise<Decision> {
  const { institution, id, version } = decision.mobility;
  const records: Decision['records'][number][] = [];
  const effects = [...decision.effects];
  for (const record of decision.records) {
    if (record.record !== 'budget' || record.reserve <= 0 || record.mustFit) {
      records.push(record);
      continue;
    }
    const { call, tranche, reserve } = record;
    const stored = await store.get<BudgetItem>('cases', budgetKey(institution, call, tranche));
    const left = (stored?.available ?? 0) - reserve;
    records.push(left >= 0 ? { ...record, mustFit: true } : record);
    if (left >= 0) continue;
    const data = { mobility: id, call, tranche, short: `${formatDecimal(money(-left, 'EUR'))} EUR` };
    const kind = 'budget-overdrawn';
    records.push({ record: 'task', id: `${kind}-${id}-${version}`, kind, data });
    effects.push({ type: 'mail', template: 'finance-task', data: { task: kind, ...data } });
  }
  return { ...decision, records, effects };
}
