import { beforeEach, describe, expect, test } from 'vitest';
import { hearOfMail } from '../../shared/mail/events.ts';
import { openTasks } from '../../shared/mobility/tasks.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { type Fields, Site } from './site.ts';

/** “What is on file about you”: all of it, to be taken along, and contact data that can be put right. */
let site: Site;
let id: string;
let path: string;
beforeEach(async () => {
  site = new Site();
  id = await site.world.open();
  path = site.world.link(/has arrived/);
});

const send = (fields: Fields) => site.post(`${path}/data`, fields);
const typed = { do: 'email', email: 'ingrid@home.example', whose: 'first' };
const lastCode = () => /^ {4}(\d{6})$/m.exec(site.world.last(/^Your code$/).text)?.[1] ?? '';

describe('the page', () => {
  test('is reached from the status page and shows the case, the account masked', async () => {
    expect((await site.get(path)).body).toContain(`href="${path}/data"`);
    site.readOnly = true;
    const { text } = await site.get(`${path}/data`);
    for (const shown of [
      'Ingrid Østby Dahl',
      'ingrid@student.nhh.example',
      'Claire Martin, claire.martin@host.example',
      '18 August to 19 December 2025',
      '•••• 8903',
      'application received',
      'for 5 years',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).not.toContain('12345678903');
  });

  test.each([
    ['nb', 'Opplysninger om deg'],
    ['nn', 'Kor lenge det blir lagra'],
    ['nl', 'Wie wat kan zien'],
  ] as const)('speaks the reader’s language: %s', async (language, words) => {
    await site.world.open((same) => ({
      ...same,
      participant: { ...same.participant, language, email: `${language}@student.nhh.example` },
    }));
    const link = site.world.mails.findLast(({ to }) => to.startsWith(language))?.link ?? '';
    expect((await site.get(`${link}/data`)).text).toContain(words);
  });

  test('goes along as a file named by the case alone', async () => {
    const { headers, body } = await site.get(`${path}/data.json`);
    expect(headers['content-disposition']).toBe(`attachment; filename="data-${id}.json"`);
    expect(JSON.parse(body)).toMatchObject({
      reference: id,
      you: { givenName: 'Ingrid', email: 'ingrid@student.nhh.example' },
      account: { inUse: '•••• 8903' },
      answers: { ects: 120, fewerOpportunities: false },
      keptFor: { years: 5, assumed: true },
    });
    expect(body).not.toContain('12345678903');
  });

  test('opens through no other link than the participant’s', async () => {
    const office = site.world.link(/waits for your approval/);
    for (const page of ['data', 'data.json']) expect((await site.get(`${office}/${page}`)).status).toBe(404);
    expect((await site.post(`${office}/data`, typed)).status).toBe(404);
  });
});

describe('another mail address', () => {
  test('counts when the code that went there was typed; the old one is told', async () => {
    expect((await send(typed)).text).toContain('A code is on its way to the new address.');
    await site.deliverAll();
    expect(site.world.last(/^Your code$/).to).toBe('ingrid@home.example');
    expect((await site.world.load(id)).participant.email).toBe('ingrid@student.nhh.example');
    const done = await send({ do: 'confirm', address: typed.email, code: lastCode() });
    expect(done.text).toContain('Your new address is in use from now on.');
    await site.deliverAll();
    const notice = site.world.last(/has been changed/);
    expect([notice.to, notice.link]).toEqual(['ingrid@student.nhh.example', undefined]);
    const { participant, proposedEmail } = await site.world.load(id);
    expect([participant.email, participant.formerEmail, proposedEmail]).toEqual([
      'ingrid@home.example',
      'ingrid@student.nhh.example',
      undefined,
    ]);
    await site.post('/link', { institution: 'nhh', email: 'ingrid@home.example', reference: '' });
    await site.answerAsks();
    expect(site.world.last(/^Your link/).to).toBe('ingrid@home.example');
  });

  test('a private one stands beside the first, which is told', async () => {
    await send({ ...typed, whose: 'second' });
    await site.deliverAll();
    await send({ do: 'confirm', address: typed.email, code: lastCode() });
    await site.deliverAll();
    expect((await site.world.load(id)).participant).toMatchObject({
      email: 'ingrid@student.nhh.example',
      secondEmail: 'ingrid@home.example',
    });
    expect(site.world.last(/has been changed/).to).toBe('ingrid@student.nhh.example');
  });

  test('its code is good for nothing else, and another code not for it', async () => {
    await site.world.command(id, { type: 'approve', by: 'Kari Nordmann' });
    await site.world.command(id, { type: 'sign' });
    await send(typed);
    await site.deliverAll();
    const account = { 'account-number': '1503 20 80119', code: lastCode() };
    await site.post(`${path}?do=account`, account);
    expect((await site.world.load(id)).proposedAccount).toBeUndefined();
    await site.post(`${path}?do=account`, { ...account, do: 'send-code' });
    const own = await site.code();
    expect(site.world.last(/^Your code$/).to).toBe('ingrid@student.nhh.example');
    const answer = await send({ do: 'confirm', address: typed.email, code: own });
    expect(answer.error('code')).toContain('This is not the code for this address');
  });

  test('a code for the address before is not one for the next', async () => {
    await send(typed);
    await site.deliverAll();
    const first = lastCode();
    await send({ ...typed, email: 'somebody@else.example' });
    const answer = await send({ do: 'confirm', address: 'somebody@else.example', code: first });
    expect([answer.status, (await site.world.load(id)).participant.email]).toEqual([422, 'ingrid@student.nhh.example']);
    expect((await send({ do: 'confirm', address: typed.email, code: first })).status).toBe(409);
  });

  test('a new address that does not exist changes nothing for the one in use', async () => {
    await send(typed);
    await site.deliverAll();
    const pk = casePartition('nhh', id);
    const items = await site.world.store.query<Item>('cases', { pk, prefix: prefixes.mail });
    const mail = items.find(({ sk }) => sk.includes('code'))?.sk.slice(prefixes.mail.length) ?? '';
    await hearOfMail(site.world.deps, { institution: 'nhh', mobility: id, mail, state: 'bounced', at: site.world.now });
    expect((await site.world.load(id)).unreachable).toBeUndefined();
    expect((await openTasks(site.world.store, 'nhh')).map(({ kind }) => kind)).not.toContain('address-needed');
  });

  test('five codes an hour are the most', async () => {
    for (let n = 0; n < 5; n += 1) await send(typed);
    expect((await send(typed)).status).toBe(429);
  });

  test.each([
    ['email', { ...typed, email: '' }, 'Give the new mail address.'],
    ['email', { ...typed, email: 'ingrid' }, 'This is not a mail address. Write it like name@university.no.'],
    ['email', { ...typed, email: 'Ingrid@student.nhh.example' }, 'We have this address already. Give another one.'],
    ['whose', { ...typed, whose: '' }, 'Choose which address it is.'],
    ['givenName', { do: 'name', givenName: '', familyName: 'Dahl' }, 'Give your given name.'],
    [
      'familyName',
      { do: 'name', givenName: 'Ingrid', familyName: 'Østby Dahl' },
      'The name is written like this already.',
    ],
  ])('%s: %o', async (field, fields, sentence) => {
    const answer = await send(fields);
    expect([answer.status, answer.error(field)]).toEqual([422, sentence]);
  });
});

test('another spelling of the name becomes a task and a mail for the office, and changes nothing by itself', async () => {
  const name = { do: 'name', givenName: 'Ingrid Marie', familyName: 'Østby Dahl' };
  expect((await send(name)).text).toContain('Your request has arrived.');
  await send(name);
  await site.deliverAll();
  const mails = site.world.mails.filter(({ subject }) => subject.startsWith('Another spelling'));
  expect(mails.map(({ text }) => text.includes('Ingrid Marie Østby Dahl'))).toEqual([true]);
  expect((await openTasks(site.world.store, 'nhh')).map(({ kind }) => kind)).toEqual(['name-asked']);
  expect((await site.world.load(id)).participant.givenName).toBe('Ingrid');
});
