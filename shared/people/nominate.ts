import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/clock.ts';
import { type Answers, type Draft, draftItem, draftMail, newDraft, whereFound } from '../drafts/draft.ts';
import type { Deps } from '../mobility/perform.ts';
import type { CaseItem, OutboxItem } from '../mobility/records.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { caseKey, nominationKey, outboxQueue, workSort } from '../store/keys.ts';
import { onFile, personOf } from './on-file.ts';

/** Somebody whom the office nominates: what an application is begun with. */
export interface Nomination {
  readonly answers: Answers;
  /** Fields that are not the applicant's to change. */
  readonly fixed: readonly string[];
  readonly email: string;
  readonly start: string;
  readonly end: string;
}

/** Each brings four records, and a transaction holds a hundred. */
const TOGETHER = 20;
const TRIES = 5;

type NominateDeps = Pick<Deps, 'store' | 'clock' | 'ids'>;

/** Whether somebody with this address has been nominated, or has applied, for this very period. */
export async function isKnown(
  { store }: Pick<Deps, 'store'>,
  institution: string,
  { email, start, end }: Pick<Nomination, 'email' | 'start' | 'end'>,
): Promise<boolean> {
  const nominated = await store.get('cases', nominationKey(institution, hashOf(institution, { email, start, end })));
  if (nominated) return true;
  const { cases } = await onFile(store, institution, personOf(institution, email));
  const items = await Promise.all(cases.map((id) => store.get<CaseItem>('cases', caseKey(institution, id))));
  return items.some((item) => {
    const planned = item?.mobility.stay.planned;
    return planned?.start === start && planned.end === end;
  });
}

/**
 * Begins an application for each, and mails them the link. Whoever has been nominated for the period meanwhile is left out,
 * so that the same list twice is once. Gives how many were nominated now.
 */
export async function nominate(
  deps: NominateDeps,
  institution: string,
  nominations: readonly Nomination[],
): Promise<number> {
  let done = 0;
  for (let from = 0; from < nominations.length; from += TOGETHER) {
    done += await nominateSome(deps, institution, nominations.slice(from, from + TOGETHER));
  }
  return done;
}

async function nominateSome(deps: NominateDeps, institution: string, some: readonly Nomination[]): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const known = await whichAreKnown(deps, institution, some);
    const fresh = some.filter((_nomination, at) => !known[at]);
    if (fresh.length === 0) return 0;
    const now = deps.clock.now();
    const writes = fresh.flatMap((nomination) => writesOf(deps, institution, nomination, now));
    try {
      await deps.store.commit(writes);
      return fresh.length;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error;
    }
  }
}

/** Asks for a few at a time. */
export async function whichAreKnown(
  deps: Pick<Deps, 'store'>,
  institution: string,
  some: readonly Pick<Nomination, 'email' | 'start' | 'end'>[],
): Promise<readonly boolean[]> {
  const known: boolean[] = [];
  for (let from = 0; from < some.length; from += TOGETHER) {
    const next = some.slice(from, from + TOGETHER);
    known.push(...(await Promise.all(next.map((nomination) => isKnown(deps, institution, nomination)))));
  }
  return known;
}

function writesOf(deps: NominateDeps, institution: string, nomination: Nomination, now: Instant) {
  const hash = hashOf(institution, nomination);
  const id = deps.ids.id(`nomination ${institution} ${hash} ${now}`);
  const draft: Draft = { ...newDraft(institution, id, nomination.answers, now), fixed: nomination.fixed };
  const guard: OutboxItem = {
    ...nominationKey(institution, hash),
    id: hash,
    institution,
    mobility: id,
    effect: { type: 'forget' },
    workPk: outboxQueue(institution),
    workSk: workSort(draft.expiresAt, hash.slice(0, 32)),
  };
  return change()
    .put('cases', guard)
    .expectAbsent()
    .put('cases', draftItem(draft, 1))
    .expectAbsent()
    .put('cases', whereFound(draft))
    .put('cases', draftMail(draft, 'nominated', now, 'nominated'))
    .expectAbsent().writes;
}

function hashOf(institution: string, { email, start, end }: Pick<Nomination, 'email' | 'start' | 'end'>): string {
  const about = JSON.stringify([personOf(institution, email), start, end]);
  return createHash('sha256').update(about).digest('hex');
}
