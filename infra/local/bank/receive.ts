import type { Instant } from '../../../shared/calendar/clock.ts';
import { isBban, isIban } from '../../../shared/payments/accounts.ts';
import type { AnsweredTransaction } from './answers.ts';
import { addEvent } from './events.ts';
import { type Incoming, type IncomingTransfer, type Original, readIncoming } from './incoming.ts';
import { noteReceived } from './received.ts';
import { hashOf, referenceOf } from './references.ts';
import { type State, text } from './state.ts';
import { statusTime } from './times.ts';
import type { Habits } from './types.ts';

/** What a due status report is made from; kept as JSON in the event. */
export interface StatusSubject {
  readonly id: string;
  readonly received: Instant;
  readonly original: Original;
  /** Set where the whole file was refused. */
  readonly refusal?: { readonly reason: string; readonly text: string };
  /** Transactions refused as seen before; what became of the others stands in their instructions. */
  readonly repeated: readonly AnsweredTransaction[];
}

/**
 * Takes a payment file in: everything is written in one transaction, the answer comes later. A MsgId seen before refuses
 * the file (DUPL), an EndToEndId seen before its transaction (AM05): what was paid is never paid again.
 */
export function receive(
  state: State,
  habits: Habits,
  now: Instant,
  file: { readonly institution: string; readonly name: string; readonly bytes: Uint8Array },
): void {
  const { institution, name, bytes } = file;
  const incoming = readIncoming(bytes);
  const hash = hashOf(bytes);
  state.transaction(() => {
    const copy = noteReceived(state, { institution, name, hash }, now);
    const id = referenceOf('status', institution, hash, copy);
    const refusal = refusalOf(state, institution, incoming);
    const repeated = refusal === undefined && incoming.ok ? takeIn(state, institution, incoming) : [];
    const subject: StatusSubject = {
      id,
      received: now,
      original: incoming.original,
      repeated,
      ...(refusal === undefined ? {} : { refusal }),
    };
    addEvent(state, { institution, due: statusTime(now, habits), kind: 'status', subject: JSON.stringify(subject) });
  });
}

function refusalOf(state: State, institution: string, incoming: Incoming): StatusSubject['refusal'] {
  if (!incoming.ok) return { reason: incoming.reason, text: incoming.text };
  const customer = state.one('SELECT account FROM customer WHERE institution = ?', institution);
  if (
    customer === undefined
      ? !isBban(incoming.debtor) && !isIban(incoming.debtor)
      : text(customer, 'account') !== incoming.debtor
  ) {
    return { reason: 'AC02', text: "The debtor account is not the customer's" };
  }
  const seen = state.one(
    'SELECT 1 FROM message WHERE institution = ? AND id = ?',
    institution,
    incoming.original.messageId,
  );
  return seen === undefined ? undefined : { reason: 'DUPL', text: 'A file with this MsgId was received before' };
}

const sameAccount = { reason: 'AC03', text: 'The money would come from the same account' } as const;

/** Writes the file's instructions. The answer holds those that were there before. */
function takeIn(state: State, institution: string, incoming: Incoming & { ok: true }): readonly AnsweredTransaction[] {
  const { original, debtor, debtorCurrency, transfers } = incoming;
  // A customer may move from one version to the other; answers follow the files.
  state.run(
    `INSERT INTO customer (institution, account, currency, format) VALUES (?, ?, ?, ?)
     ON CONFLICT (institution) DO UPDATE SET format = excluded.format`,
    institution,
    debtor,
    debtorCurrency,
    original.format,
  );
  state.run('INSERT INTO message (institution, id) VALUES (?, ?)', institution, original.messageId);
  return transfers.flatMap((read): readonly AnsweredTransaction[] => {
    const transfer = read.account === debtor ? { ...read, fault: sameAccount } : read;
    if (instruct(state, institution, original.messageId, transfer)) return [];
    const { block, endToEndId } = transfer;
    return [
      { block, endToEndId, status: 'RJCT', reason: 'AM05', text: 'A payment with this EndToEndId was received before' },
    ];
  });
}

/** False when the EndToEndId was seen before. */
function instruct(state: State, institution: string, message: string, transfer: IncomingTransfer): boolean {
  const { endToEndId, block, account, payee, amount, execution, fault } = transfer;
  const written = state.run(
    `INSERT OR IGNORE INTO instruction
       (institution, end_to_end_id, message, block, account, payee, minor, currency, text, execution, state, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[
      institution,
      endToEndId,
      message,
      block,
      account,
      payee,
      amount.minor,
      amount.currency,
      transfer.text,
      execution,
    ],
    fault === undefined ? 'received' : 'rejected',
    fault?.reason ?? null,
  );
  if (written === 0) return false;
  // Whoever's name comes first in the alphabet stays the owner, so that the order of files does not show.
  state.run(
    `INSERT INTO account (number, owner) VALUES (?, ?)
     ON CONFLICT (number) DO UPDATE SET owner = CASE WHEN owner = '' THEN excluded.owner ELSE min(owner, excluded.owner) END`,
    account,
    payee,
  );
  return true;
}
