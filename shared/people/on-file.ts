import { createHash } from 'node:crypto';
import type { Mobility } from '../mobility/case.ts';
import { change } from '../store/change.ts';
import { personKey, personPartition } from '../store/keys.ts';
import type { Item, Store, Write } from '../store/port.ts';

/**
 * Which cases and begun applications a mail address belongs to at one institution. It is found by a hash, and only a hint:
 * an address may have been replaced since, so whoever uses it looks at the case itself.
 */
interface OnFileItem extends Item {
  readonly case?: string;
  readonly draft?: string;
}

/** A mail address as it is looked up: the spelling of its letters does not count. SHA-256, hexadecimal. */
export function personOf(institution: string, address: string): string {
  const written = JSON.stringify([institution, address.trim().toLowerCase()]);
  return createHash('sha256').update(written).digest('hex');
}

/** Notes where the participant of a case is to be found. Written again it is the same. */
export function onFileWrites({ institution, id, participant }: Mobility): readonly Write[] {
  const addresses = [participant.email, participant.secondEmail].filter((address) => address !== undefined);
  const people = new Set(addresses.map((address) => personOf(institution, address)));
  return [...people].flatMap((person) => {
    const item: OnFileItem = { ...personKey(institution, person, 'case', id), case: id };
    return change().put('cases', item).writes;
  });
}

/** What is known of somebody: ids of cases and of begun applications, in no order that means anything. */
export async function onFile(
  store: Store,
  institution: string,
  person: string,
): Promise<{ readonly cases: readonly string[]; readonly drafts: readonly string[] }> {
  const items = await store.query<OnFileItem>('cases', { pk: personPartition(institution, person) });
  return {
    cases: items.flatMap(({ case: id }) => (id === undefined ? [] : [id])),
    drafts: items.flatMap(({ draft }) => (draft === undefined ? [] : [draft])),
  };
}
