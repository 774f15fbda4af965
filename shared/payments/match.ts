import { claimOpen } from '../claims/amounts.ts';
import type { Mobility } from '../mobility/case.ts';
import type { Payer } from '../mobility/commands.ts';
import { type Deps, loadCase, perform, UnknownCase } from '../mobility/perform.ts';
import { closeTask, type Task } from '../mobility/tasks.ts';
import { compare, type Money, parseDecimal, zero } from '../money/money.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { taskKey } from '../store/keys.ts';
import type { Item, Write } from '../store/port.ts';
import { parseAccount } from './accounts.ts';

/**
 * Money that came in without a KID, or with a wrong one, is a task (`unmatched-credit`). An officer of finance gives it to a
 * case by the case's reference; then it counts as a repayment, and what it has too much goes back to the payer. Money that
 * belongs to no case is returned at the bank, and the task says by whom.
 */

type TaskItem = Item & Task & { readonly matchedTo?: string; readonly workPk?: string; readonly version: number };

/** What the officer sees before it counts. */
export interface Match {
  readonly credit: { readonly local: Money; readonly date: string; readonly reference: string; readonly payer?: Payer };
  readonly mobility: Mobility;
  /** What of it counts against the claim; the rest is returned. */
  readonly counted: Money;
}

export type Matched = { readonly ok: true; readonly match: Match } | { readonly ok: false; readonly sentence: string };

/** The credit beside the case that the officer has named. Changes nothing. */
export async function lookAtMatch(deps: Deps, institution: string, taskId: string, typed: string): Promise<Matched> {
  return matchOf(deps, institution, await openCredit(deps, institution, taskId), typed);
}

async function matchOf(deps: Deps, institution: string, task: TaskItem | undefined, typed: string): Promise<Matched> {
  const credit = task && creditOf(task);
  if (!task || !credit) return no('This credit is not open (any more), or is no payment that could be matched.');
  const id = typed.trim().toUpperCase();
  if (!/^[0-9A-HJKMNP-TV-Z]{10}$/.test(id)) return no('Type the reference of the case: ten letters and digits.');
  if (task.matchedTo !== undefined && task.matchedTo !== id) {
    return no(`This credit is being given to the case ${task.matchedTo} already. Match it to that one.`);
  }
  const mobility = await caseOrNone(deps, institution, id);
  if (!mobility) return no(`There is no case ${id}. Compare the reference with the agreement or the demand.`);
  const { claim } = mobility;
  const open = claim && claim.state !== 'settled' ? claimOpen(claim) : zero(credit.local.currency);
  if (open.currency !== credit.local.currency) {
    return no(`The credit is in ${credit.local.currency}, the claim in ${open.currency}. Settle it with the bank.`);
  }
  const counted = compare(credit.local, open) > 0 ? open : credit.local;
  return { ok: true, match: { credit, mobility, counted } };
}

/**
 * Gives the credit to the case and closes the task. The case is noted on the task first, on the task as it was looked at:
 * so of two officers at once only one does anything, and after a crash it can be given to no other case. Giving it again is
 * harmless, because the case knows the bank's reference.
 */
export async function matchCredit(
  deps: Deps,
  institution: string,
  taskId: string,
  asked: { readonly mobility: string; readonly by: string },
): Promise<Matched> {
  const task = await openCredit(deps, institution, taskId);
  const looked = await matchOf(deps, institution, task, asked.mobility);
  if (!looked.ok || !task) return looked;
  const { credit, mobility } = looked.match;
  const { version } = task;
  const noted = { ...task, matchedTo: mobility.id, version: version + 1 };
  if (!(await written(deps, change().put('cases', noted).expectVersion(version).writes))) return no(dealtWith);
  const result = await perform(deps, institution, mobility.id, {
    type: 'repayment-received',
    ...credit,
    matchedBy: asked.by,
  });
  if (result.outcome === 'refused') {
    const { matchedTo: _none, ...free } = noted;
    await deps.store.commit(
      change()
        .put('cases', { ...free, version: version + 2 })
        .expectVersion(version + 1).writes,
    );
    return no(result.refusal.sentence);
  }
  await closeTask(deps, institution, taskId, `given to ${mobility.id} by ${asked.by}`);
  return looked;
}

/**
 * The officer has sent the money back at the bank, or it belongs to another system: nothing of ours is booked. False where
 * it has been given to a case, or is being given to one at this moment.
 */
export async function closeCredit(deps: Deps, institution: string, taskId: string, outcome: string): Promise<boolean> {
  const task = await openCredit(deps, institution, taskId);
  if (!task || task.matchedTo !== undefined) return false;
  const close = change().update(taskKey(institution, taskId), {
    add: { version: 1 },
    set: { outcome, doneAt: deps.clock.now() },
    remove: ['workPk', 'workSk'],
  });
  return written(deps, close.expectVersion(task.version).writes);
}

const dealtWith = 'Somebody else is dealing with this credit at this moment. Open the list of tasks again.';

/** Whether it could be written: not where somebody else has written first. */
async function written(deps: Deps, writes: readonly Write[]): Promise<boolean> {
  try {
    await deps.store.commit(writes);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

async function openCredit(deps: Deps, institution: string, id: string): Promise<TaskItem | undefined> {
  const item = await deps.store.get<TaskItem>('cases', taskKey(institution, id));
  return item?.kind === 'unmatched-credit' && item.workPk !== undefined ? item : undefined;
}

/** A credit that is one of our payments coming back, or takes something back, is no repayment. */
function creditOf({ data }: Task): Match['credit'] | undefined {
  const { amount = '', date, reference, payer, payerAccount, returned, reversal } = data;
  const [digits = '', currency = ''] = amount.split(' ');
  if (!date || !reference || returned !== undefined || reversal !== undefined) return undefined;
  const parsed = payerAccount === undefined ? undefined : parseAccount(payerAccount);
  const account = parsed?.ok ? { account: parsed.account } : {};
  const from = { ...(payer === undefined ? {} : { name: payer }), ...account };
  return {
    local: parseDecimal(digits, currency),
    date,
    reference,
    ...(Object.keys(from).length === 0 ? {} : { payer: from }),
  };
}

async function caseOrNone(deps: Deps, institution: string, id: string): Promise<Mobility | undefined> {
  try {
    return await loadCase(deps.store, institution, id);
  } catch (error) {
    if (error instanceof UnknownCase) return undefined;
    throw error;
  }
}

const no = (sentence: string): Matched => ({ ok: false, sentence });
