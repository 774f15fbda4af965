import type { Instant } from '../../../shared/calendar/clock.ts';
import type { State } from './state.ts';

/** A file that has come in, by the hash of its bytes. */
export interface ReceivedFile {
  readonly institution: string;
  readonly name: string;
  readonly hash: string;
}

/** Notes that a file has come in; part of the caller's transaction. Gives how often it has come by now. */
export function noteReceived(state: State, { institution, name, hash }: ReceivedFile, now: Instant): number {
  const before = state.one('SELECT count(*) AS n FROM received WHERE institution = ? AND hash = ?', institution, hash);
  const copy = Number(before?.n ?? 0) + 1;
  state.run(
    'INSERT INTO received (institution, hash, copy, name, at) VALUES (?, ?, ?, ?, ?)',
    ...[institution, hash, copy, name, now],
  );
  return copy;
}
