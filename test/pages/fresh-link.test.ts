import { beforeEach, describe, expect, test } from 'vitest';
import { hearOfMail } from '../../shared/mail/events.ts';
import type { OutboxItem } from '../../shared/mobility/records.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { filledIn, Site } from './site.ts';

/** “Send me a fresh link”: helps whoever is on file, and tells nobody who is. */

let site: Site;
beforeEach(() => {
  site = new Site();
});

const ask = (email: string, reference = '', institution = 'nhh') =>
  site.post('/link', { institution, email, reference });

/** Subjects and readers of the mails that come of it. */
async function mails(): Promise<readonly string[]> {
  const before = site.world.mails.length;
  await site.answerAsks();
  return site.world.mails.slice(before).map(({ to, subject }) => `${to}: ${subject}`);
}

const ingrid = 'ingrid@student.nhh.example';
const fresh = (to: string) => `${to}: Your link to your Erasmus+ grant`;

describe('whoever is on file', () => {
  test('gets a mail whose link opens the page, and the earlier link goes on working', async () => {
    await site.world.open();
    const earlier = site.world.link(/has arrived/);
    await ask(ingrid);
    expect(await mails()).toEqual([fresh(ingrid)]);
    const link = site.world.link(/^Your link/);
    expect(link).not.toBe(earlier);
    expect((await site.get(link)).text).toContain('Where is my money?');
    expect((await site.get(earlier)).status).toBe(200);
  });

  test('by however they spell the address', async () => {
    await site.world.open();
    await ask(' Ingrid@Student.NHH.example ');
    expect(await mails()).toEqual([fresh(ingrid)]);
  });

  test('gets one mail for each case, or only for the one that is named', async () => {
    const first = await site.world.open();
    await site.world.open((same) => ({
      ...same,
      stay: { ...same.stay, host: { ...same.stay.host, code: 'F  PARIS001' } },
    }));
    await ask(ingrid);
    expect(await mails()).toHaveLength(2);
    site.world.now = '2025-05-05T10:01:00.000Z';
    await ask(ingrid, ` ${first.toLowerCase()} `);
    expect(await mails()).toEqual([fresh(ingrid)]);
  });

  test('gets it at the private address when that is the one they ask with', async () => {
    await site.world.open((same) => ({
      ...same,
      participant: { ...same.participant, secondEmail: 'ingrid@home.example' },
    }));
    await ask('ingrid@home.example');
    expect(await mails()).toEqual([fresh('ingrid@home.example')]);
  });

  test('gets the link to an application that is only begun', async () => {
    const { givenName = '', familyName = '', email = '' } = filledIn;
    await site.post('/apply/nhh/start', { givenName, familyName, email });
    await site.world.deliverDrafts();
    await ask(email);
    expect(await mails()).toEqual([`${email}: Go on with your application for an Erasmus+ grant`]);
  });

  test('and an address that was replaced gets nothing any more', async () => {
    const id = await site.world.open();
    const pk = casePartition('nhh', id);
    const [first] = await site.world.store.query<Item>('cases', { pk, prefix: prefixes.mail });
    const mail = first?.sk.slice(prefixes.mail.length) ?? '';
    await hearOfMail(site.world.deps, { institution: 'nhh', mobility: id, mail, state: 'bounced', at: site.world.now });
    const again = { template: 'application-received', data: {} } as const;
    await site.world.command(id, {
      type: 'correct-address',
      by: 'Kari Nordmann',
      whose: 'participant',
      email: 'ingrid@new.example',
      again,
    });
    await ask(ingrid);
    expect(await mails()).toEqual([]);
    await ask('ingrid@new.example');
    expect(await mails()).toEqual([fresh('ingrid@new.example')]);
  });
});

describe('a stranger learns nothing', () => {
  test('the answer is the same, to the byte and the header, whoever is asked for', async () => {
    await site.world.open();
    const answers = [await ask(ingrid), await ask('nobody@student.nhh.example'), await ask(ingrid, '0000000000')];
    const [first] = answers;
    const seen = answers.map(({ status, body, headers }) => ({ status, body, headers }));
    expect(seen).toEqual(seen.map(() => ({ status: 200, body: first?.body, headers: first?.headers })));
    expect(first?.text).toContain('If there is a grant or an application with this mail address');
  });

  test('so is what it writes', async () => {
    await site.world.open();
    const written = async (email: string): Promise<readonly string[]> => {
      const before = site.world.store.all('cases').map(({ pk, sk }) => `${pk} ${sk}`);
      await ask(email);
      const after = site.world.store.all('cases').map(({ pk, sk }) => `${pk} ${sk}`);
      return after
        .filter((key) => !before.includes(key))
        .map((key) => key.replaceAll(/[0-9a-f]{32,}|[0-9A-Z]{10}$/g, '…'));
    };
    await written('first@of.hour');
    expect(await written(ingrid)).toEqual(await written('nobody@student.nhh.example'));
  });

  test('nobody else gets a mail', async () => {
    await site.world.open();
    await ask('nobody@student.nhh.example');
    await ask(ingrid, '0000000000');
    await ask(ingrid, '', 'nmbu');
    expect(await mails()).toEqual([]);
  });

  test('the address stands nowhere in the store', async () => {
    await ask('nobody@student.nhh.example');
    expect(JSON.stringify(site.world.store.all('cases'))).not.toContain('nobody@');
  });
});

describe('limits', () => {
  test('three an hour for one address; the fourth reads the same and brings nothing', async () => {
    await site.world.open();
    const bodies = [];
    for (let n = 0; n < 5; n += 1) {
      site.world.now = `2025-05-05T10:0${n}:00.000Z`;
      bodies.push((await ask(ingrid)).body);
    }
    expect(new Set(bodies).size).toBe(1);
    expect(await mails()).toHaveLength(3);
    site.world.now = '2025-05-05T11:00:00.000Z';
    await ask(ingrid);
    expect(await mails()).toHaveLength(1);
  });

  test('three hundred an hour for an institution, whoever they ask for', async () => {
    for (let n = 0; n < 310; n += 1) await ask(`person${n}@student.nhh.example`);
    const asked = (site.world.store.all('cases') as OutboxItem[]).filter(
      ({ effect }) => effect?.type === 'fresh-links',
    );
    expect(asked).toHaveLength(300);
  });
});

describe('the form', () => {
  test.each([
    ['institution', { institution: '', email: ingrid, reference: '' }, 'Choose where you have applied.'],
    ['email', { institution: 'nhh', email: '', reference: '' }, 'Give the mail address that we write to.'],
    [
      'email',
      { institution: 'nhh', email: 'ingrid', reference: '' },
      'This is not a mail address. Write it like name@university.no.',
    ],
    [
      'reference',
      { institution: 'nhh', email: ingrid, reference: 'my case' },
      'A reference has ten letters and digits. Copy it from one of our mails, or leave the field empty.',
    ],
    [
      'reference',
      { institution: 'nhh', email: ingrid, reference: 'a#b' },
      'A reference has ten letters and digits. Copy it from one of our mails, or leave the field empty.',
    ],
  ])('%s: %o', async (field, fields, sentence) => {
    const answer = await site.post('/link', fields);
    expect([answer.status, answer.error(field)]).toEqual([422, sentence]);
  });

  test('speaks the language that the browser asks for', async () => {
    site.language = 'nn-NO,nn;q=0.9,en;q=0.5';
    const { body, text } = await site.get('/link');
    expect(body).toContain('<html lang="nn">');
    expect(text).toContain('Send meg ei ny lenkje');
    site.language = 'constructor, de;q=0.8';
    expect((await site.get('/link')).text).toContain('Send me a fresh link');
  });

  test('is reached from the start page, from an unknown link and from one that has expired', async () => {
    expect((await site.get('/')).body).toContain('href="/link"');
    expect((await site.get('/l/nhh-00000000000000000000')).body).toContain('href="/link"');
    await site.world.open();
    const path = site.world.link(/has arrived/);
    site.world.now = '2028-05-05T10:00:00.000Z';
    const expired = await site.get(path);
    expect(expired.status).toBe(410);
    expect(expired.body).toContain('href="/link?institution=nhh"');
    expect((await site.get('/link?institution=nhh')).body).toContain('<option value="nhh" selected>');
  });
});

test.each([
  ['nb', 'Denne lenken er ikke kjent'],
  ['nn', 'Denne lenkja er ikkje kjend'],
  ['nl', 'Deze link is niet bekend'],
  ['fr', 'This link is not known'],
])('an unknown link says so in what the browser asks for: %s', async (language, title) => {
  site.language = language;
  const answer = await site.get('/l/nhh-nobody-has-got-this-one');
  expect([answer.status, answer.text.includes(title)]).toEqual([404, true]);
});
