import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/clock.ts';
import { addDuration } from '../calendar/zones.ts';
import type { Recipient } from '../mobility/effects.ts';
import type { Ids } from '../mobility/ids.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { replyAddressKey } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';

/** What an answer to one of our mails belongs to. The token itself is in that mail's Reply-To and nowhere else. */
export interface ReplyAddress {
  readonly institution: string;
  readonly hash: string;
  readonly mobility: string;
  /** Whom the mail went to. Whoever has the mail can answer it, also when it was forwarded. */
  readonly recipient: Recipient;
  /** Which of our mails it stood in. */
  readonly notice: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface ReplyAddressItem extends Item {
  readonly address: ReplyAddress;
  /** How many answers were filed through it. */
  readonly filed: number;
}

/** Who answers us. Staff answer each other, at the office's own address. */
const answerers: readonly Recipient[] = ['participant', 'host'];

/** Days for which a mail can be answered: as long as the link to the status page works. */
const ANSWER_DAYS = 730;

/** 160 bits in letters that survive a mail system that changes their case. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LETTERS_OF_TOKEN = 32;

/** The part before the `@`: at most 55 of the 64 characters that one may have. The last hyphen ends the institution. */
const form = /^reply\+([a-z0-9-]{1,16})-([a-z2-7]{32})$/;

interface MailOrder extends Pick<ReplyAddress, 'institution' | 'mobility' | 'recipient' | 'notice'> {
  readonly mailId: string;
}

/**
 * The Reply-To of one mail as a new address at the given domain, with its record (by a hash), which is to be stored before
 * the mail leaves; undefined where its recipient answers the office itself. The same mail tried again may get another one;
 * both work.
 */
export function newReplyAddress(
  deps: { readonly clock: { now(): Instant }; readonly ids: Ids },
  domain: string,
  { mailId, ...about }: MailOrder,
): { readonly address: string; readonly item: ReplyAddressItem } | undefined {
  if (!answerers.includes(about.recipient)) return undefined;
  const local = `reply+${about.institution}-${letters(deps.ids.secret(`reply ${mailId}`))}`;
  const createdAt = deps.clock.now();
  const hash = hashOf(local);
  const address = { ...about, hash, createdAt, expiresAt: addDuration(createdAt, { days: ANSWER_DAYS }) };
  return {
    address: `${local}@${domain}`,
    item: { ...replyAddressKey(about.institution, hash), address, filed: 0 },
  };
}

/** Stores an address by itself. One that is there already is the same one, of the same mail (replays), and stays as it is. */
export async function storeReplyAddress(store: Store, item: ReplyAddressItem): Promise<void> {
  try {
    await store.commit(change().put('cases', item).expectAbsent().writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

export type FoundAddress =
  | { readonly kind: 'found' | 'expired'; readonly address: ReplyAddress; readonly filed: number }
  /** `institution` is what the address names; whether there is such a one is not known yet. */
  | { readonly kind: 'unknown'; readonly institution: string }
  /** Not of our making. */
  | { readonly kind: 'other' };

/** What an address that somebody has written to belongs to. One that was made for another institution is unknown. */
export async function findReplyAddress(
  store: Store,
  domain: string,
  recipient: string,
  now: Instant,
): Promise<FoundAddress> {
  const [local = '', host, ...more] = recipient.trim().toLowerCase().split('@');
  const institution = form.exec(local)?.[1];
  if (host !== domain.toLowerCase() || more.length > 0 || institution === undefined) return { kind: 'other' };
  const item = await store.get<ReplyAddressItem>('cases', replyAddressKey(institution, hashOf(local)));
  if (!item) return { kind: 'unknown', institution };
  return { kind: item.address.expiresAt <= now ? 'expired' : 'found', address: item.address, filed: item.filed };
}

/** SHA-256 of all that stands before the `@`, hex: the institution is part of it. */
function hashOf(local: string): string {
  return createHash('sha256').update(local).digest('hex');
}

function letters(secret: string): string {
  const digest = createHash('sha256').update(secret).digest();
  return Array.from({ length: LETTERS_OF_TOKEN }, (_, n) => LETTERS[(digest[n] ?? 0) & 31]).join('');
}
