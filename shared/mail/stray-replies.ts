import { taskItem } from '../mobility/tasks.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { taskKey } from '../store/keys.ts';
import type { Item } from '../store/port.ts';
import type { Arrival, ReceiveDeps, Received } from './receive-types.ts';
import type { ReplyAddress } from './reply-address.ts';

/**
 * Somebody wrote to an address that we never gave. One task a day for the institution that it names, with the number of
 * mails: the sender learns nothing, and a flood is one line.
 */
export async function unknownAddress(deps: ReceiveDeps, institution: string, { verdicts }: Arrival): Promise<Received> {
  const dropped = { outcome: 'dropped', reason: 'unknown' } as const;
  if (!deps.rules.institution(institution)) return dropped;
  if (verdicts.spam !== 'FAIL') await countUnknown(deps, institution);
  return { ...dropped, institution };
}

interface CountedItem extends Item {
  readonly data: Readonly<Record<string, string>>;
}

async function countUnknown(deps: ReceiveDeps, institution: string): Promise<void> {
  const at = deps.clock.now();
  const day = at.slice(0, 10);
  const id = `reply-unknown-${day}`;
  for (let attempt = 1; ; attempt += 1) {
    const before = await deps.store.get<CountedItem>('cases', taskKey(institution, id));
    const mails = Number(before?.data.mails ?? 0) + 1;
    const task = {
      ...taskItem(institution, { id, kind: 'reply-unknown', data: { day, mails: String(mails) }, at }),
      version: mails,
    };
    const put = change().put('cases', task);
    try {
      await deps.store.commit(
        (before?.version === undefined ? put.expectAbsent() : put.expectVersion(before.version)).writes,
      );
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === 5) throw error;
    }
  }
}

/** The mail that was answered is years old. The office is told once, and writes to its person itself. */
export async function expiredAddress(
  deps: ReceiveDeps,
  { institution, mobility, recipient, hash: of }: ReplyAddress,
): Promise<Received> {
  await once(deps, institution, `reply-expired-${of.slice(0, 16)}`, 'reply-expired', { mobility, from: recipient });
  return { outcome: 'dropped', reason: 'expired', institution };
}

/** One mail of ours was answered so often that it must be a machine. */
export async function tooMany(
  deps: ReceiveDeps,
  { institution, mobility, recipient, hash: of }: ReplyAddress,
): Promise<Received> {
  await once(deps, institution, `reply-flood-${of.slice(0, 16)}`, 'reply-flood', { mobility, from: recipient });
  return { outcome: 'dropped', reason: 'too-many', institution };
}

/** A task that is written the first time only. */
async function once(
  deps: ReceiveDeps,
  institution: string,
  id: string,
  kind: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    const task = taskItem(institution, { id, kind, data, at: deps.clock.now() });
    await deps.store.commit(change().put('cases', task).expectAbsent().writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
