import { hearBookings } from './hear-bookings.ts';
import { hearStatuses } from './hear-statuses.ts';
import type { Hearing } from './hearing.ts';
import type { Receipt } from './types.ts';

/** What the finance system has posted is paid; what it refused is not, and another cost centre is asked for. */
export async function hearReceipt(hearing: Hearing, { posted, refused }: Receipt): Promise<void> {
  await hearBookings(hearing, { source: 'notification', bookings: posted });
  await hearStatuses(hearing, refused);
}
