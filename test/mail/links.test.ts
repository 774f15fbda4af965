import { beforeEach, describe, expect, test } from 'vitest';
import { addDuration } from '../../shared/calendar/zones.ts';
import { createLink, markUsed, type Resolved, resolveLink, tokenHash, validDays } from '../../shared/mail/links.ts';
import { PeopleWorld } from './world.ts';

const order = {
  institution: 'nhh',
  mobility: 'H3M4E37MYW',
  purpose: 'approve',
  recipient: 'office',
  caseVersion: 2,
  subject: {},
  context: 'mail-1',
} as const;

let world: PeopleWorld;
let token: string;

beforeEach(async () => {
  world = new PeopleWorld();
  token = await createLink(world.deps, order);
});

const found = async (): Promise<Exclude<Resolved, { kind: 'unknown' }>> => {
  const resolved = await resolveLink(world.store, token, world.now);
  if (resolved.kind === 'unknown') throw new Error('The link is not known.');
  return resolved;
};

describe('a link', () => {
  test('is found by its token, with what it is for', async () => {
    const { kind, link } = await found();
    expect(kind).toBe('found');
    expect(link).toMatchObject({
      institution: 'nhh',
      mobility: 'H3M4E37MYW',
      purpose: 'approve',
      recipient: 'office',
      caseVersion: 2,
    });
  });

  test('is stored without its token, under the hash of it', () => {
    const stored = JSON.stringify(world.store.all('cases'));
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.split('-')[1]);
    expect(stored).toContain(tokenHash(token));
  });

  test('made again from the same context is the same link and keeps what happened to it', async () => {
    const { link } = await found();
    await markUsed(world.store, link, world.now, 'approved');
    expect(await createLink(world.deps, order)).toBe(token);
    expect((await found()).link.used?.outcome).toBe('approved');
  });

  test('of another mail is another link', async () => {
    expect(await createLink(world.deps, { ...order, context: 'mail-2' })).not.toBe(token);
  });

  test('keeps a secret with hyphens apart from the institution', async () => {
    const ids = { ...world.deps.ids, secret: () => 'ab-cd-ef-gh-ij-kl-mn-op-qr' };
    const own = await createLink({ ...world.deps, ids }, { ...order, institution: 'sula-kommune', context: 'mail-3' });
    expect(own).toBe('sula-kommune-ab~cd~ef~gh~ij~kl~mn~op~qr');
    expect(await resolveLink(world.store, own, world.now)).toMatchObject({
      kind: 'found',
      link: { institution: 'sula-kommune' },
    });
  });

  test.each([
    ['with one character changed', (good: string) => `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`],
    ['cut off', (good: string) => good.slice(0, -6)],
    ['of another institution', (good: string) => good.replace('nhh-', 'uib-')],
    ['without an institution', (good: string) => good.replace('nhh-', '')],
    ['empty', () => ''],
    ['with a key in it', () => 'nhh#case#H3M4E37MYW-00000000000000000000'],
    ['as long as a book', () => `nhh-${'a'.repeat(5000)}`],
  ])('%s is unknown', async (_what, tamper) => {
    expect(await resolveLink(world.store, tamper(token), world.now)).toEqual({ kind: 'unknown' });
  });

  test('works on its last day and not beyond', async () => {
    const { link } = await found();
    expect(link.expiresAt).toBe(addDuration(link.createdAt, { days: validDays.approve }));
    world.now = addDuration(link.expiresAt, { milliseconds: -1 });
    expect((await found()).kind).toBe('found');
    world.now = link.expiresAt;
    expect((await found()).kind).toBe('expired');
  });

  test('used twice keeps the first outcome', async () => {
    const { link } = await found();
    await markUsed(world.store, link, '2025-05-06T08:00:00.000Z', 'approved');
    await markUsed(world.store, link, '2025-05-07T08:00:00.000Z', 'refused');
    expect((await found()).link.used).toEqual({ at: '2025-05-06T08:00:00.000Z', outcome: 'approved' });
  });
});
