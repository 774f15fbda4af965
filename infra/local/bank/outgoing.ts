import type { Instant } from '../../../shared/calendar/clock.ts';
import type { State } from './state.ts';

export interface OutgoingFile {
  readonly institution: string;
  /** `pain.002`, `camt.054`, or `receipt` of vouchers. */
  readonly kind: string;
  readonly id: string;
  readonly due: Instant;
  readonly content: string;
  /** `xml`, unless said otherwise. */
  readonly ending?: 'csv';
  /** When a late copy goes out, for accounts about which every file comes several times. */
  readonly repeatLate?: Instant;
}

/**
 * Puts a file into the outbox, inside the caller's transaction. With `repeatLate` the same bytes go out three times,
 * each under its own name: at once, at once again, and late.
 */
export function enqueue(state: State, file: OutgoingFile): void {
  const stem = `${file.kind}-${file.due.slice(0, 16).replace(/[-:]/g, '')}-${file.id}`;
  const { ending = 'xml' } = file;
  const copies: readonly (readonly [string, Instant])[] =
    file.repeatLate === undefined
      ? [[`${stem}.${ending}`, file.due]]
      : [
          [`${stem}.${ending}`, file.due],
          [`${stem}-again.${ending}`, file.due],
          [`${stem}-late.${ending}`, file.repeatLate],
        ];
  const bytes = new TextEncoder().encode(file.content);
  for (const [name, due] of copies) {
    state.run(
      'INSERT OR IGNORE INTO delivery (institution, name, due, bytes) VALUES (?, ?, ?, ?)',
      file.institution,
      name,
      due,
      bytes,
    );
  }
}
