import type { Host } from '../../infra/local/host.ts';
import { readPost } from '../../infra/local/replay/post.ts';
import { allRecords } from './tables.ts';

/** Everything that can be seen of a system at one moment: what it is, by kind and name. */
type Sight = ReadonlyMap<string, string>;

/**
 * What something changed on a host, when all that follows from it is done: kinds of records (`case/event`, `link`, `ledger`),
 * kinds of files (`file bank/in`), mails (`mail code`), workflows, the next step. Nothing at all is an empty list.
 */
export async function changesOn(host: Host, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = await sightOf(host);
  await work();
  await host.settle();
  const after = await sightOf(host);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  return [...new Set(changed.map((name) => name.split(': ')[0] ?? ''))].sort();
}

async function sightOf(host: Host): Promise<Sight> {
  const seen = new Map<string, string>();
  for (const record of await allRecords()) {
    const [, kind] = record.pk.split('#');
    const [part] = record.sk.split('#');
    const name = record.table === 'ledger' ? 'ledger' : kind === part ? kind : `${kind}/${part}`;
    seen.set(`${name}: ${record.pk} ${record.sk}`, JSON.stringify(record, sorted));
  }
  for (const { key, etag } of host.objects.list(host.bucket, '', '', 10_000)) {
    seen.set(`file ${key.split('/').slice(0, 2).join('/')}: ${key}`, etag);
  }
  for (const { id, at } of host.mailbox.list({ limit: 10_000 })) {
    const { notice } = await readPost(host.mailbox.get(id)?.raw ?? Buffer.alloc(0), at);
    seen.set(`mail ${notice}: ${id}`, at);
  }
  seen.set('workflows: transitions', String(host.engine.transitions()));
  seen.set('next step: at', (await host.nextDue()) ?? 'never');
  return seen;
}

/** The database gives the fields of a record in any order. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
