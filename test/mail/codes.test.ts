import { beforeEach, describe, expect, test } from 'vitest';
import { addDuration } from '../../shared/calendar/zones.ts';
import { CODES_PER_HOUR, checkCode, makeCode, requestCode, WRONG_TRIES } from '../../shared/mail/codes.ts';
import { createLink, type Link, resolveLink } from '../../shared/mail/links.ts';
import { PeopleWorld } from './world.ts';

let world: PeopleWorld;
let token: string;

const link = async (): Promise<Link> => {
  const resolved = await resolveLink(world.store, token, world.now);
  if (resolved.kind === 'unknown') throw new Error('The link is not known.');
  return resolved.link;
};
const ask = async () => requestCode(world.store, await link(), world.now);
const send = async (mail = 'mail-1') => makeCode(world.deps, await link(), world.now, mail);
const check = async (typed: string) => checkCode(world.store, await link(), typed, world.now);
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

beforeEach(async () => {
  world = new PeopleWorld();
  const about = {
    institution: 'nhh',
    mobility: 'H3M4E37MYW',
    purpose: 'sign',
    recipient: 'participant',
    caseVersion: 2,
    subject: {},
  } as const;
  token = await createLink(world.deps, { ...about, context: 'mail' });
});

describe('a one-time code', () => {
  test('is asked for by a mail that names the link and no code', async () => {
    expect(await ask()).toEqual({ kind: 'asked' });
    const mail = world.store.all('cases').find((item) => item.sk.startsWith('outbox#'));
    expect(mail).toMatchObject({
      workPk: 'nhh#outbox',
      effect: { type: 'mail', template: 'code', data: { link: (await link()).hash } },
    });
  });

  test('lies in the store as a hash only', async () => {
    await ask();
    const code = await send();
    expect(code).toMatch(/^\d{6}$/);
    expect((await link()).code?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(world.store.all('cases'))).not.toContain(`"${code}"`);
  });

  test('is right once, also when typed with spaces', async () => {
    await ask();
    const code = await send();
    expect(await check(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ kind: 'ok' });
    expect(await check(code)).toEqual({ kind: 'none' });
  });

  test('is wrong when it was never asked for', async () => {
    expect(await check('123456')).toEqual({ kind: 'none' });
  });

  test('works for fifteen minutes', async () => {
    await ask();
    const code = await send();
    const sent = world.now;
    world.now = addDuration(sent, { minutes: 15 });
    expect(await check(code)).toEqual({ kind: 'expired' });
    world.now = addDuration(sent, { minutes: 14, seconds: 59 });
    expect(await check(code)).toEqual({ kind: 'ok' });
  });

  test('is worthless after five wrong tries, the right one included', async () => {
    await ask();
    const code = await send();
    const answers = [];
    for (let i = 0; i < WRONG_TRIES; i += 1) answers.push(await check(wrong(code)));
    expect(answers).toEqual([
      { kind: 'wrong', left: 4 },
      { kind: 'wrong', left: 3 },
      { kind: 'wrong', left: 2 },
      { kind: 'wrong', left: 1 },
      { kind: 'locked' },
    ]);
    expect(await check(code)).toEqual({ kind: 'locked' });
    expect(await check(await send('mail-2'))).toEqual({ kind: 'ok' });
  });

  test('counts every wrong try, also when they come at once', async () => {
    await ask();
    const code = await send();
    const current = await link();
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => checkCode(world.store, current, wrong(code), world.now)),
    );
    const counted = answers.filter((answer) => answer.status === 'fulfilled').length;
    expect((await link()).code?.wrong).toBe(counted);
  });

  test('is replaced by a newer one', async () => {
    await ask();
    const first = await send('mail-1');
    const second = await send('mail-2');
    expect(second).not.toBe(first);
    expect((await check(first)).kind).toBe('wrong');
    expect(await check(second)).toEqual({ kind: 'ok' });
  });

  test('of another link is no use here', async () => {
    await ask();
    const code = await send();
    const here = token;
    token = await createLink(world.deps, {
      institution: 'nhh',
      mobility: 'H3M4E37MYW',
      purpose: 'sign',
      recipient: 'participant',
      caseVersion: 2,
      subject: {},
      context: 'other',
    });
    expect(await check(code)).toEqual({ kind: 'none' });
    token = here;
    expect(await check(code)).toEqual({ kind: 'ok' });
  });

  test('can be asked for five times an hour', async () => {
    const first = world.now;
    for (let i = 0; i < CODES_PER_HOUR; i += 1) {
      expect(await ask()).toEqual({ kind: 'asked' });
      world.now = addDuration(world.now, { minutes: 5 });
    }
    expect(await ask()).toEqual({ kind: 'too-many', again: addDuration(first, { hours: 1 }) });
    world.now = addDuration(first, { hours: 1 });
    expect(await ask()).toEqual({ kind: 'asked' });
  });
});
