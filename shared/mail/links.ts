import { createHash } from 'node:crypto';
import type { Clock, Instant } from '../calendar/clock.ts';
import { addDuration } from '../calendar/zones.ts';
import type { LinkPurpose, Recipient } from '../mobility/effects.ts';
import type { Ids } from '../mobility/ids.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { linkKey } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';

/** A code that was sent for a link; only its hash is stored. */
export interface StoredCode {
  readonly hash: string;
  readonly expiresAt: Instant;
  /** Wrong tries so far. */
  readonly wrong: number;
}

/** What a link in a mail stands for. The token itself is in the mail and nowhere else (design.md §3). */
export interface Link {
  readonly institution: string;
  readonly hash: string;
  readonly purpose: LinkPurpose;
  readonly mobility: string;
  readonly recipient: Recipient;
  /** The case's version when the link was made. */
  readonly caseVersion: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** What of the case it is about, e.g. `{ payment: 'NHH-…' }`: the data of the mail that carries it. */
  readonly subject: Readonly<Record<string, string | number>>;
  readonly used?: { readonly at: Instant; readonly outcome: string };
  readonly code?: StoredCode;
  /** When codes were asked for within the last hour. */
  readonly codesAsked: readonly Instant[];
  /** How many codes were ever asked for; numbers their mails. */
  readonly codeCount: number;
  /** The number of the last code that was typed rightly: it is used up. */
  readonly codeDone?: number;
}

export interface LinkItem extends Item {
  readonly version: number;
  readonly link: Link;
}

/** `context` must be unique per link wanted (the mail's id): a replay derives the secret from it. */
export type LinkOrder = Pick<Link, 'institution' | 'mobility' | 'purpose' | 'recipient' | 'caseVersion' | 'subject'> & {
  readonly context: string;
};

export type Resolved =
  | { readonly kind: 'found' | 'expired'; readonly link: Link; readonly version: number }
  | { readonly kind: 'unknown' };

interface LinkDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Days a link works. The status page is kept at hand for the whole stay and its settlement; whoever has something to
 * decide gets a fresh link with every reminder.
 */
export const validDays: Readonly<Record<LinkPurpose, number>> = {
  status: 730,
  sign: 180,
  approve: 180,
  'approve-step': 180,
  'settle-step': 180,
  'confirm-stay': 365,
  'review-confirmation': 365,
  'decide-silence': 180,
  'decide-illness': 180,
  'decide-extension': 180,
  'decide-green-claim': 180,
  'decide-interruption': 180,
  'decide-claim': 180,
  'decide-account': 180,
  'release-payment': 180,
  'approve-demand': 180,
  'decide-relief': 180,
  'decide-objection': 180,
  // Dates are corrected long after: as long as a National Agency may look at a project.
  correct: 1830,
  'decide-correction': 180,
  'release-return': 180,
  'read-reply': 180,
  'correct-address': 180,
};

/** The form of a token: the institution, a hyphen, the secret, which holds no hyphen. */
const tokenForm = /^([A-Za-z0-9_.-]+)-([A-Za-z0-9_.~]{20,128})$/;

/** SHA-256 of the token, hex: all that is stored of it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A new token. The last hyphen ends the institution, so the secret must hold none; `~` is as safe in an address and keeps every bit. */
export function newToken(ids: Ids, institution: string, context: string): string {
  return `${institution}-${ids.secret(context).replaceAll('-', '~')}`;
}

/** The institution that a token names; undefined for what is no token. */
export const institutionOfToken = (token: string): string | undefined => tokenForm.exec(token)?.[1];

/** A new link, not yet stored: the token for the mail, and the record to be committed. */
export function newLink(deps: Pick<LinkDeps, 'clock' | 'ids'>, order: LinkOrder): { token: string; item: LinkItem } {
  const { context, ...about } = order;
  const token = newToken(deps.ids, about.institution, context);
  const createdAt = deps.clock.now();
  const link: Link = {
    ...about,
    hash: tokenHash(token),
    createdAt,
    expiresAt: addDuration(createdAt, { days: validDays[about.purpose] }),
    codesAsked: [],
    codeCount: 0,
  };
  return { token, item: { ...linkKey(about.institution, link.hash), version: 1, link } };
}

/** Makes and stores a link; gives the token. Made again from the same context it is the same link, and stays as it is. */
export async function createLink(deps: LinkDeps, order: LinkOrder): Promise<string> {
  const { token, item } = newLink(deps, order);
  try {
    await deps.store.commit(change().put('cases', item).expectAbsent().writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  return token;
}

/** Finds the link of a token. The institution is the stored one; a token with another's prefix is simply unknown. */
export async function resolveLink(store: Store, token: string, now: Instant): Promise<Resolved> {
  const institution = institutionOfToken(token);
  if (institution === undefined) return { kind: 'unknown' };
  return find(store, institution, tokenHash(token), now);
}

/** Finds a link by its hash, as the mail with its code does. */
export async function findLink(store: Store, institution: string, hash: string, now: Instant): Promise<Resolved> {
  return find(store, institution, hash, now);
}

async function find(store: Store, institution: string, hash: string, now: Instant): Promise<Resolved> {
  const item = await store.get<LinkItem>('cases', linkKey(institution, hash));
  if (!item) return { kind: 'unknown' };
  return { kind: item.link.expiresAt <= now ? 'expired' : 'found', link: item.link, version: item.version };
}

/** Records what was decided through the link. The first outcome stands; marking it again changes nothing. */
export async function markUsed(store: Store, link: Link, now: Instant, outcome: string): Promise<void> {
  await changeLink(store, link, now, (current) =>
    current.used ? undefined : { ...current, used: { at: now, outcome } },
  );
}

/**
 * Changes a stored link under its version; asks again when somebody else was faster. `make` gives the new link, or
 * undefined for "leave it". Writes of `also` go into the same transaction.
 */
export async function changeLink(
  store: Store,
  link: Pick<Link, 'institution' | 'hash'>,
  now: Instant,
  make: (current: Link) => Link | undefined,
  also: (changed: Link) => Item[] = () => [],
): Promise<Link> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await find(store, link.institution, link.hash, now);
    if (found.kind === 'unknown') throw new Error('A link that was just read is gone; links are never deleted.');
    const changed = make(found.link);
    if (!changed) return found.link;
    const item: LinkItem = { ...linkKey(link.institution, link.hash), version: found.version + 1, link: changed };
    let writes = change().put('cases', item).expectVersion(found.version);
    for (const other of also(changed)) writes = writes.put('cases', other).expectAbsent();
    try {
      await store.commit(writes.writes);
      return changed;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === 5) throw error;
    }
  }
}
