import { hearBookings } from './hear-bookings.ts';
import { hearStatuses } from './hear-statuses.ts';
import type { Hearing } from './hearing.ts';
import type { Receipt } from './types.ts';

/** What the finance system has posted is paid; what it refused is not, and another cost centre is asked for. */
export async function hearReceipt(hearing: Hearing, { messageId, posted, refused }: Receipt): Promise<void> {
  const told = { kind: 'bookings', source: 'notification', messageId, account: '', bookings: posted } as const;
  await hearBookings(hearing, told);
  await hearStatuses(hearing, refused);
}
