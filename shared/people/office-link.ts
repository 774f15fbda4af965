import type { Instant } from '../calendar/clock.ts';
import { addDuration } from '../calendar/zones.ts';
import { institutionOfToken, newToken, tokenHash } from '../mail/links.ts';
import type { OfficePurpose } from '../mobility/effects.ts';
import type { Deps } from '../mobility/perform.ts';
import type { OutboxItem } from '../mobility/records.ts';
import { change } from '../store/change.ts';
import { officeLinkKey, officeOutboxKey, outboxQueue, workSort } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';

/** A page of an office that belongs to no case works for so long; it is asked for anew with the same command. */
const LINK_DAYS = 30;

/** What such a link stands for. The token is in the mail and nowhere else. */
export interface OfficeLink {
  readonly institution: string;
  readonly purpose: OfficePurpose;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

interface OfficeLinkItem extends Item {
  readonly link: OfficeLink;
}

/** Asks for a link: the mail with it goes to the office's address in the rulebook, and to nobody else. `id` is new. */
export async function askOfficeLink(
  store: Store,
  institution: string,
  purpose: OfficePurpose,
  id: string,
  now: Instant,
): Promise<void> {
  const item: OutboxItem = {
    ...officeOutboxKey(institution, id),
    id,
    institution,
    mobility: 'office',
    effect: { type: 'office-link', purpose },
    workPk: outboxQueue(institution),
    workSk: workSort(now, id),
  };
  await store.commit(change().put('cases', item).expectAbsent().writes);
}

/** Makes and stores a link. `context` is unique per link wanted. */
export async function makeOfficeLink(
  { store, clock, ids }: Pick<Deps, 'store' | 'clock' | 'ids'>,
  institution: string,
  purpose: OfficePurpose,
  context: string,
): Promise<{ readonly token: string; readonly link: OfficeLink }> {
  const now = clock.now();
  const token = newToken(ids, institution, context);
  const link: OfficeLink = {
    institution,
    purpose,
    createdAt: now,
    expiresAt: addDuration(now, { days: LINK_DAYS }),
  };
  const item: OfficeLinkItem = { ...officeLinkKey(institution, tokenHash(token)), link };
  await store.commit(change().put('cases', item).writes);
  return { token, link };
}

/** The link of a token; undefined for what is none. Whether it has expired is for the caller to look at. */
export async function findOfficeLink(store: Store, token: string): Promise<OfficeLink | undefined> {
  const institution = institutionOfToken(token);
  if (institution === undefined) return undefined;
  return (await store.get<OfficeLinkItem>('cases', officeLinkKey(institution, tokenHash(token))))?.link;
}
