import { createHash } from 'node:crypto';
import { addDuration, dateAt } from '../../../shared/calendar/zones.ts';
import type { OutboxItem } from '../../../shared/mobility/records.ts';
import { type Nomination, whichAreKnown } from '../../../shared/people/nominate.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import { change } from '../../../shared/store/change.ts';
import { isKeyPart, nominationListKey, outboxQueue, workSort } from '../../../shared/store/keys.ts';
import type { PagesDeps } from '../deps.ts';
import { type Line, type Nominee, type ReadList, readList } from './read.ts';

/** A list waits so long for its confirmation; then it is erased. */
const HOURS = 24;

interface ListItem extends OutboxItem {
  /** The file as it came, in base 64. */
  readonly file: string;
}

/** A line with what would become of it. */
export type Checked = Line & { readonly fate: 'new' | 'known' | 'twice' | 'wrong' };

export type CheckedList = Exclude<ReadList, { kind: 'lines' }> | { kind: 'lines'; lines: readonly Checked[] };

/** Reads a list and says of each line what would become of it. Changes nothing. */
export async function checkList(deps: PagesDeps, institution: Institution, bytes: Uint8Array): Promise<CheckedList> {
  const read = readList(bytes, institution, dateAt(deps.clock.now(), institution.timeZone));
  if (read.kind !== 'lines') return read;
  const nominees = read.lines.flatMap(({ nominee }) => (nominee ? [nominee] : []));
  const known = await whichAreKnown(deps, institution.id, nominees);
  const isKnown = new Map(nominees.map((nominee, at) => [nominee, known[at] === true]));
  const seen = new Set<string>();
  const lines = read.lines.map((line): Checked => {
    const { nominee } = line;
    if (!nominee) return { ...line, fate: 'wrong' };
    const same = JSON.stringify([nominee.email.toLowerCase(), nominee.start, nominee.end]);
    if (seen.has(same)) return { ...line, fate: 'twice' };
    seen.add(same);
    return { ...line, fate: isKnown.get(nominee) ? 'known' : 'new' };
  });
  return { kind: 'lines', lines };
}

/** Keeps a list for its confirmation; gives its name. The same list is the same record. */
export async function keepList({ store, clock }: PagesDeps, institution: string, bytes: Uint8Array): Promise<string> {
  const id = createHash('sha256').update(bytes).digest('hex');
  const until = addDuration(clock.now(), { hours: HOURS });
  const item: ListItem = {
    ...nominationListKey(institution, id),
    id,
    institution,
    mobility: 'nominations',
    effect: { type: 'forget' },
    file: Buffer.from(bytes).toString('base64'),
    workPk: outboxQueue(institution),
    workSk: workSort(until, id),
  };
  await store.commit(change().put('cases', item).writes);
  return id;
}

/** A list of this institution that waits; undefined when it has been erased, or never was. */
export async function findList(deps: PagesDeps, institution: string, id: string): Promise<Uint8Array | undefined> {
  if (!isKeyPart(id)) return undefined;
  const item = await deps.store.get<ListItem>('cases', nominationListKey(institution, id));
  return item && Buffer.from(item.file, 'base64');
}

/** Host and period are the office's; who they are and everything else is the nominee's own. */
export function nominationOf(nominee: Nominee): Nomination {
  const { givenName, familyName, email, language, ...stay } = nominee;
  const fixed = { ...stay, nominated: 'yes' };
  const answers = Object.entries({ givenName, familyName, email, language, ...fixed });
  return {
    answers: Object.fromEntries(answers.map(([name, value]) => [name, [value]])),
    fixed: Object.keys(fixed),
    email,
    start: nominee.start,
    end: nominee.end,
  };
}
