import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/clock.ts';
import { addDuration } from '../calendar/zones.ts';
import { institutionOfToken, newToken, tokenHash } from '../mail/links.ts';
import type { DraftEffect, DraftTemplate } from '../mobility/effects.ts';
import type { Deps } from '../mobility/perform.ts';
import type { OutboxItem } from '../mobility/records.ts';
import { personOf } from '../people/on-file.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { draftKey, draftLinkKey, draftOutboxKey, outboxQueue, personKey, workSort } from '../store/keys.ts';
import type { Store, Write } from '../store/port.ts';
import { type Limit, take } from './limit.ts';

/** An application that is being filled in is kept for so long after it was begun; then everything typed is erased. */
export const DRAFT_DAYS = 60;

/** What is left of the link after that says for so long that it has expired. */
const LINK_DAYS = 365;

/** One mail address, of whomever, gets no more links to begun applications than these. */
const mailsToOneAddress: Limit = { most: 5, hours: 24 };
const mailsOfInstitution: Limit = { most: 600, hours: 1 };

/** Field of the form → what was typed. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** An application that is being filled in: answers as they were typed, right or wrong. */
export interface Draft {
  readonly institution: string;
  readonly id: string;
  readonly answers: Answers;
  /** Fields that the office has answered. */
  readonly fixed: readonly string[];
  readonly begunAt: Instant;
  readonly expiresAt: Instant;
  /** When it was sent: then its answers stand in the case, and no longer here. */
  readonly sentAt?: Instant;
}

/** It stands in the outbox queue as its own deletion. */
export interface DraftItem extends OutboxItem {
  readonly version: number;
  readonly draft: Draft;
}

interface DraftLinkItem extends OutboxItem {
  readonly draft: string;
  readonly expiresAt: Instant;
}

export type FoundDraft =
  | { readonly kind: 'found'; readonly draft: Draft; readonly version: number }
  | { readonly kind: 'expired'; readonly institution: string; readonly until: Instant }
  | { readonly kind: 'unknown' };

/** The application has been sent, or its time has passed, since it was looked at: open its page again. */
export class DraftClosed extends Error {
  override readonly name = 'DraftClosed';
  constructor() {
    super('This application has been sent or erased meanwhile. Open its page again: it says which.');
  }
}

type DraftDeps = Pick<Deps, 'store' | 'clock' | 'ids'>;

/** Begins an application. Gives the token of its pages; another one goes out by mail, within what one address may get. */
export async function beginDraft(
  deps: DraftDeps,
  institution: string,
  answers: Answers,
): Promise<{ readonly token: string; readonly draft: Draft }> {
  const now = deps.clock.now();
  const mayMail = await mayWriteTo(deps, institution, addressIn(answers));
  const person = hashOf(addressIn(answers));
  for (let tries = 1; ; tries += 1) {
    const context = `draft ${institution} ${person} ${now} ${tries}`;
    const draft = newDraft(institution, deps.ids.id(context), answers, now);
    const link = draftLink(deps, draft, context);
    const item = draftItem(draft, 1);
    let writes = change().put('cases', item).expectAbsent().put('cases', link.item).expectAbsent();
    writes = writes.put('cases', whereFound(draft));
    if (mayMail) writes = writes.put('cases', draftMail(draft, 'application-begun', now, 'begun')).expectAbsent();
    try {
      await deps.store.commit(writes.writes);
      return { token: link.token, draft };
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 5) throw error;
    }
  }
}

/** A new draft that nothing is known of yet but its answers; `id` is also its reference in mails. */
export function newDraft(institution: string, id: string, answers: Answers, now: Instant): Draft {
  return {
    institution,
    id,
    answers,
    fixed: [],
    begunAt: now,
    expiresAt: addDuration(now, { days: DRAFT_DAYS }),
  };
}

/** Finds the draft of a token. After its time only that there was one is known. */
export async function findDraft({ store, clock }: Pick<Deps, 'store' | 'clock'>, token: string): Promise<FoundDraft> {
  const institution = institutionOfToken(token);
  if (institution === undefined) return { kind: 'unknown' };
  const link = await store.get<DraftLinkItem>('cases', draftLinkKey(institution, tokenHash(token)));
  if (!link) return { kind: 'unknown' };
  const item = await loadDraft(store, institution, link.draft);
  if (!item || item.draft.expiresAt <= clock.now()) return { kind: 'expired', institution, until: link.expiresAt };
  return { kind: 'found', draft: item.draft, version: item.version };
}

/** The record of a draft; undefined when it has been erased. */
export const loadDraft = (store: Store, institution: string, id: string): Promise<DraftItem | undefined> =>
  store.get<DraftItem>('cases', draftKey(institution, id));

/**
 * Keeps answers beside those that are there. What the office has answered stays as it is. Another mail address than before
 * gets the link too, since that is where it will be looked for.
 */
export async function keepAnswers(
  deps: DraftDeps,
  { institution, id }: Pick<Draft, 'institution' | 'id'>,
  answers: Answers,
): Promise<Draft> {
  for (let tries = 1; ; tries += 1) {
    const item = await loadDraft(deps.store, institution, id);
    if (!item || item.draft.sentAt !== undefined) throw new DraftClosed();
    const { draft, version } = item;
    const own = Object.entries(answers).filter(([name]) => !draft.fixed.includes(name));
    const next: Draft = { ...draft, answers: { ...draft.answers, ...Object.fromEntries(own) } };
    let writes = change()
      .put('cases', draftItem(next, version + 1))
      .expectVersion(version);
    const moved = addressIn(next.answers) !== addressIn(draft.answers);
    if (moved) writes = writes.put('cases', whereFound(next));
    if (moved && (await mayWriteTo(deps, institution, addressIn(next.answers)))) {
      const mail = draftMail(next, 'application-begun', deps.clock.now(), `moved-${version}`);
      writes = writes.put('cases', mail).expectAbsent();
    }
    try {
      await deps.store.commit(writes.writes);
      return next;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 5) throw error;
    }
  }
}

/** Written together with the case: the draft is sent, once, and what was typed is in the case alone. */
export function sentWrites(draft: Draft, version: number, now: Instant): readonly Write[] {
  const sent: Draft = { ...draft, answers: {}, sentAt: now };
  return change()
    .put('cases', draftItem(sent, version + 1))
    .expectVersion(version).writes;
}

/** A further token for the draft, for a mail, with its record. `context` is unique per token wanted. */
export function draftLink(
  deps: Pick<Deps, 'ids'>,
  draft: Draft,
  context: string,
): { readonly token: string; readonly item: DraftLinkItem } {
  const { institution, id, expiresAt } = draft;
  const token = newToken(deps.ids, institution, context);
  const hash = tokenHash(token);
  const until = addDuration(expiresAt, { days: LINK_DAYS });
  const item: DraftLinkItem = {
    ...draftLinkKey(institution, hash),
    draft: id,
    expiresAt,
    ...pending(institution, id, hash, { type: 'forget' }),
    ...queued(institution, until, hash),
  };
  return { token, item };
}

/** The record of a draft, in the queue as what is to be forgotten at its end. */
export function draftItem(draft: Draft, version: number): DraftItem {
  const { institution, id, expiresAt } = draft;
  return {
    ...draftKey(institution, id),
    version,
    draft,
    ...pending(institution, id, id, { type: 'forget' }),
    ...queued(institution, expiresAt, id),
  };
}

/** The mail with a link to the draft, in the outbox. `name` is its own among the mails of this draft. */
export function draftMail({ institution, id }: Draft, template: DraftTemplate, now: Instant, name: string): OutboxItem {
  return {
    ...draftOutboxKey(institution, id, name),
    ...pending(institution, id, name, { type: 'draft-mail', template }),
    ...queued(institution, now, `${id}-${name}`),
  };
}

/** Where it is found by the mail address of whoever has lost the link; forgotten with it. */
export function whereFound({ institution, id, answers, expiresAt }: Draft): OutboxItem & { readonly draft: string } {
  const person = personOf(institution, addressIn(answers));
  return {
    ...personKey(institution, person, 'draft', id),
    draft: id,
    ...pending(institution, id, id, { type: 'forget' }),
    ...queued(institution, expiresAt, `${id}-${person.slice(0, 16)}`),
  };
}

const pending = (institution: string, mobility: string, id: string, effect: DraftEffect) =>
  ({ id, institution, mobility, effect }) as const;

const queued = (institution: string, at: Instant, id: string) => ({
  workPk: outboxQueue(institution),
  workSk: workSort(at, id),
});

/** Whoever is written to need not have asked for it. */
async function mayWriteTo(deps: DraftDeps, institution: string, address: string): Promise<boolean> {
  return (
    (await take(deps, institution, `draft-mail-${hashOf(address)}`, mailsToOneAddress)) &&
    (await take(deps, institution, 'draft-mail', mailsOfInstitution))
  );
}

const addressIn = (answers: Answers): string => (answers.email?.[0] ?? '').trim().toLowerCase();

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
