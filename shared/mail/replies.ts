import type { Clock, Instant } from '../calendar/clock.ts';
import type { Recipient } from '../mobility/effects.ts';
import type { UploadType } from '../mobility/uploads.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { replyKey, taskKey } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import type { LeftOut, SenderProof, Verdicts } from './inbound.ts';

/** A file of an answer, as it lies in the bucket. */
export interface ReplyFile {
  readonly id: string;
  readonly objectKey: string;
  readonly contentType: UploadType;
  readonly bytes: number;
}

/**
 * An answer by mail, filed on its case. It changes nothing by itself: a person reads it. Text and address are personal
 * data and stand here only, never in a task, a mail or a log.
 */
export interface Reply {
  readonly id: string;
  readonly mobility: string;
  readonly at: Instant;
  /** Whose copy of our mail was answered, and which mail it was. */
  readonly recipient: Recipient;
  readonly notice: string;
  /** The address that the answer says it comes from. */
  readonly from?: string;
  readonly sender: SenderProof;
  readonly onFile: boolean;
  readonly looksLikeSpam: boolean;
  readonly verdicts: Verdicts;
  readonly text: string;
  readonly cut: boolean;
  /** The mail was too large or could not be read, so that neither text nor files were taken from it. */
  readonly unread?: true;
  readonly files: readonly ReplyFile[];
  readonly leftOut: readonly LeftOut[];
  /** What a person did with it. */
  readonly handled?: { readonly by: string; readonly at: Instant; readonly outcome: string };
}

export interface ReplyItem extends Item {
  readonly reply: Reply;
}

/** Id of the task that an answer becomes. */
export const replyTask = (mobility: string, reply: string): string => `reply-${mobility}-${reply}`;

export async function findReply(
  store: Store,
  institution: string,
  mobility: string,
  id: string,
): Promise<Reply | undefined> {
  return (await store.get<ReplyItem>('cases', replyKey(institution, mobility, id)))?.reply;
}

/** Notes what was done with an answer and closes its task. The first note stands; false when there was one already. */
export async function handleReply(
  deps: { readonly store: Store; readonly clock: Clock },
  institution: string,
  reply: Reply,
  by: string,
  outcome: string,
): Promise<boolean> {
  const at = deps.clock.now();
  const handled: Reply = { ...reply, handled: { by, at, outcome } };
  const { mobility, id } = reply;
  const closed = { set: { outcome: 'handled', doneAt: at }, remove: ['workPk', 'workSk'] };
  try {
    await deps.store.commit(
      change()
        .update(replyKey(institution, mobility, id), { set: { reply: handled, state: 'handled' } })
        .expectState('open')
        .update(taskKey(institution, replyTask(mobility, id)), closed).writes,
    );
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}
