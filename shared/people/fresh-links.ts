import { draftMail, loadDraft } from '../drafts/draft.ts';
import { type Limit, take } from '../drafts/limit.ts';
import type { AddressOnFile, Mobility } from '../mobility/case.ts';
import type { Deps } from '../mobility/perform.ts';
import type { CaseItem, OutboxItem } from '../mobility/records.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { caseKey, freshLinksKey, outboxKey, outboxQueue, workSort } from '../store/keys.ts';
import type { Write } from '../store/port.ts';
import { onFile, personOf } from './on-file.ts';

/** What one address may ask for, and all of an institution's together, whether anybody is on file or not. */
const ofOneAddress: Limit = { most: 3, hours: 1 };
const ofInstitution: Limit = { most: 300, hours: 1 };

/** Mails that one question brings at most; the newest cases come first. */
const MOST = 10;

/** Somebody has lost the link: the address as typed, and the reference of the case if it is at hand. */
export interface FreshLinksRequest {
  readonly institution: string;
  readonly address: string;
  readonly reference?: string;
}

/**
 * Notes that somebody asks for fresh links. Nothing is looked up here: it takes as long, and writes as much, whether the
 * address is on file or not. More than the limits allow is dropped, and nobody is told.
 */
export async function requestFreshLinks(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  { institution, address, reference }: FreshLinksRequest,
): Promise<void> {
  const person = personOf(institution, address);
  const allowed =
    (await take(deps, institution, `fresh-links-${person.slice(0, 32)}`, ofOneAddress)) &&
    (await take(deps, institution, 'fresh-links', ofInstitution));
  if (!allowed) return;
  const now = deps.clock.now();
  const id = deps.ids.id(`fresh links ${person} ${now} ${reference ?? ''}`);
  const item: OutboxItem = {
    ...freshLinksKey(institution, person, id),
    id,
    institution,
    mobility: 'fresh-links',
    effect: { type: 'fresh-links', person, ...(reference === undefined ? {} : { reference }) },
    workPk: outboxQueue(institution),
    workSk: workSort(now, id),
  };
  try {
    await deps.store.commit(change().put('cases', item).expectAbsent().writes);
  } catch (error) {
    // The same question at the same moment.
    if (!(error instanceof Conflict)) throw error;
  }
}

/**
 * Answers such a question: a mail for each case of this address, to the address on file that was asked from, and for each
 * application that is begun. `done` is written with them. Where nothing is on file nothing else happens.
 */
export async function sendFreshLinks(deps: Pick<Deps, 'store' | 'clock'>, item: OutboxItem, done: readonly Write[]) {
  const { institution, id, effect } = item;
  if (effect.type !== 'fresh-links') throw new Error(`The effect ${id} asks for no fresh links.`);
  const { person, reference } = effect;
  const known = await onFile(deps.store, institution, person);
  const now = deps.clock.now();
  const cases = await Promise.all(
    known.cases.map((mobility) => deps.store.get<CaseItem>('cases', caseKey(institution, mobility))),
  );
  const own = cases
    .flatMap((found) => (found === undefined ? [] : [found.mobility]))
    .filter((mobility) => reference === undefined || mobility.id === reference)
    .sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1));
  let writes = change().with(done);
  for (const mobility of own.slice(0, MOST)) {
    const mailbox = mailboxOf(mobility, person);
    if (mailbox === undefined) continue;
    const mail: OutboxItem = {
      ...outboxKey(institution, mobility.id, `fresh-${id}`),
      id: `fresh-${id}`,
      institution,
      mobility: mobility.id,
      effect: { type: 'mail', template: 'fresh-link', data: {}, mailbox },
      workPk: outboxQueue(institution),
      workSk: workSort(now, `${mobility.id}-fresh-${id}`),
    };
    writes = writes.put('cases', mail);
  }
  for (const draft of reference === undefined ? known.drafts.slice(0, MOST) : known.drafts.filter(same(reference))) {
    const found = await loadDraft(deps.store, institution, draft);
    const email = found?.draft.answers.email?.[0] ?? '';
    if (!found || personOf(institution, email) !== person) continue;
    writes = writes.put('cases', draftMail(found.draft, 'application-begun', now, `fresh-${id}`));
  }
  await deps.store.commit(writes.writes);
}

/** Which address of the case it is now; undefined where it was replaced since. */
function mailboxOf({ institution, participant }: Pick<Mobility, 'institution' | 'participant'>, person: string) {
  const boxes: readonly (readonly [AddressOnFile, string | undefined])[] = [
    ['participant', participant.email],
    ['participant-second', participant.secondEmail],
  ];
  return boxes.find(([, address]) => address !== undefined && personOf(institution, address) === person)?.[0];
}

const same =
  (reference: string) =>
  (id: string): boolean =>
    id === reference;
