import type { Instant } from '../../../shared/calendar/clock.ts';
import type { State } from './state.ts';

export type EventKind = 'status' | 'book' | 'return' | 'credit' | 'post' | 'statement';

export interface BankEvent {
  readonly institution: string;
  readonly due: Instant;
  readonly kind: EventKind;
  /** An EndToEndId, or JSON. */
  readonly subject: string;
}

/** Plans work for a moment, inside the caller's transaction. False when the same work is planned already. */
export function addEvent(state: State, event: BankEvent): boolean {
  const written = state.run(
    'INSERT OR IGNORE INTO event (institution, due, kind, subject) VALUES (?, ?, ?, ?)',
    event.institution,
    event.due,
    event.kind,
    event.subject,
  );
  return written > 0;
}
