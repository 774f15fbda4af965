import { beforeEach, describe, expect, test } from 'vitest';
import { deliverOfficeLink } from '../../shared/mail/office-mail.ts';
import type { OutboxItem } from '../../shared/mobility/records.ts';
import { askOfficeLink } from '../../shared/people/office-link.ts';
import { change } from '../../shared/store/change.ts';
import { baseUrl } from '../mail/world.ts';
import { filledIn, Site } from './site.ts';

/** Nominations by a list: looked at line by line before anything is sent, and harmless when sent twice. */
let site: Site;
let path: string;

async function officePath(institution: string): Promise<string> {
  const { world } = site;
  await askOfficeLink(world.store, institution, 'nominate', `order-${institution}`, world.now);
  const mails: { to: string; text: string }[] = [];
  const transport = {
    send: async (raw: Uint8Array, _from: string, to: string[]) => {
      mails.push({ to: to.join(), text: Buffer.from(raw).toString('utf8').replaceAll('=\r\n', '') });
      return undefined;
    },
  };
  for (const { pk, sk, effect, id } of world.store.all('cases') as OutboxItem[]) {
    if (effect?.type !== 'office-link') continue;
    const deps = { ...world.deps, transport, baseUrl, from: 'grants@grants.example.org' };
    const done = change().delete({ pk, sk }).writes;
    await deliverOfficeLink(deps, institution, id, effect.purpose, done);
  }
  const { office } = world.deps.rules.institution(institution)?.contacts ?? {};
  expect(mails.map(({ to }) => to)).toEqual([office?.email]);
  return new RegExp(`${baseUrl}(/office/\\S+)`).exec(mails[0]?.text ?? '')?.[1] ?? '';
}

beforeEach(async () => {
  site = new Site();
  path = await officePath('nhh');
});

const head = 'given name;family name;email;language;activity;host code;host city;host country;start;end';
const ingrid = 'Ingrid;Østby Dahl;ingrid@student.nhh.example;en;HE-SMS;F  PARIS014;Paris;FR;2025-08-18;2025-12-19';
const ola = 'Ola;Nordmann;ola@student.nhh.example;;he-sms;F  PARIS014;Paris;fr;18.8.2025;19.12.2025';
const list = (...lines: readonly string[]) => Buffer.from([`\uFEFF${head}`, ...lines].join('\r\n'));

const check = (file: Uint8Array, where = path) => site.upload(where, {}, 'file', file, 'text/csv');
async function confirm(file: Uint8Array) {
  const report = await check(file);
  return site.post(path, { do: 'confirm', list: report.value('list') ?? '' });
}
const drafts = () => site.world.store.all('cases').filter(({ sk }) => sk === 'draft');
async function nominated(): Promise<readonly string[]> {
  const before = site.world.mails.length;
  await site.world.deliverDrafts();
  return site.world.mails.slice(before).map(({ to }) => to);
}

describe('a good list', () => {
  test('is only reported on before it is confirmed', async () => {
    const { text } = await check(list(ingrid, ola));
    expect(text).toContain('2 to be nominated, 0 left out because they are known already, 0 with mistakes.');
    expect(text).toContain('2 Ingrid Østby Dahl, ingrid@student.nhh.example');
    expect([drafts(), await nominated()]).toEqual([[], []]);
  });

  test('brings each nominee a mail with an application in which host and period stand fast', async () => {
    expect((await confirm(list(ingrid, ola))).text).toContain('2 nominated. Their mails are on their way.');
    expect((await nominated()).toSorted()).toEqual(['ingrid@student.nhh.example', 'ola@student.nhh.example']);
    const mail = site.world.mails.find(({ to }) => to.startsWith('ingrid'));
    expect(mail?.subject).toBe('NHH has nominated you: apply for your Erasmus+ grant');
    const resume = await site.get(mail?.link ?? '');
    const stay = (resume.headers.location ?? '').replace(/\/[a-z]+$/, '/stay');
    const page = await site.get(stay);
    expect(page.value('start')).toBeUndefined();
    expect(page.text).toContain('18 August 2025');
    expect(page.text).toContain('The international office has filled in what stands here without a field.');
    await site.post(stay, { ...filledIn, code: 'F  PARIS001', start: '2025-09-01' });
    expect(JSON.stringify(drafts())).toContain('F  PARIS014');
    expect(JSON.stringify(drafts())).not.toContain('PARIS001');
    expect((await site.get(stay.replace('/stay', '/rules'))).body).not.toContain('name="nominated"');
  });

  test('becomes a case when the nominee has answered the rest', async () => {
    await confirm(list(ingrid));
    await nominated();
    const resume = await site.get(site.world.mails.at(-1)?.link ?? '');
    const base = (resume.headers.location ?? '').replace(/\/[a-z]+$/, '');
    for (const step of ['you', 'stay', 'rules', 'payment']) await site.post(`${base}/${step}`, filledIn);
    const last = await site.get(`${base}/check`);
    await site.post(`${base}/check`, { seen: last.value('seen') ?? '', declare: 'yes' });
    const cases = site.world.store.all('cases').filter(({ sk }) => sk === 'case');
    expect(cases).toMatchObject([
      { mobility: { stay: { facts: { nominated: true }, host: { code: 'F  PARIS014' } } } },
    ]);
    expect((await check(list(ingrid))).text).toContain('left out: nominated or applied for this period before');
  });

  test('twice is once, also when both are confirmed', async () => {
    const file = list(ingrid, ola);
    const first = await check(file);
    await confirm(file);
    const again = await site.post(path, { do: 'confirm', list: first.value('list') ?? '' });
    expect(again.text).toContain('Nobody in this list is to be nominated.');
    expect(again.text).toContain('0 to be nominated, 2 left out');
    expect([drafts().length, (await nominated()).length]).toEqual([2, 2]);
  });

  test('with commas and columns in another order', async () => {
    const rows = [
      'end,start,Host Country,host city,host name,host code,activity,mail,Family name,Given name',
      '2025-12-19,2025-08-18,FR,"Paris, centre",,F  PARIS014,HE-SMS,a@b.example,Dahl,Anne',
    ];
    expect((await check(Buffer.from(rows.join('\n')))).text).toContain('1 to be nominated');
  });

  test('the same person twice in it is nominated once', async () => {
    const { text } = await check(list(ingrid, ingrid.replace('ingrid@', 'Ingrid@')));
    expect(text).toContain('1 to be nominated, 1 left out');
    expect(text).toContain('left out: stands in this list twice');
  });

  test('of five hundred lines', async () => {
    const many = Array.from({ length: 500 }, (_line, n) => ingrid.replace('ingrid@', `person${n}@`));
    expect((await confirm(list(...many))).text).toContain('500 nominated.');
    expect([drafts().length, (await nominated()).length]).toEqual([500, 500]);
    expect((await check(list(...many, ola))).status).toBe(422);
  });

  test('waits one day for its confirmation', async () => {
    const answer = await site.post(path, { do: 'confirm', list: 'never-sent' });
    expect(answer.error('file')).toContain('it was never checked. Send it again.');
  });
});

describe('a list with mistakes', () => {
  const fields = head.split(';');
  const broken = (column: string, value: string) =>
    ingrid
      .split(';')
      .map((field, at) => (fields[at] === column ? value : field))
      .join(';');
  const bad = [
    ['given name', '', 'Fill in this field.'],
    ['given name', 'x'.repeat(71), 'This is too long.'],
    ['family name', '', 'Fill in this field.'],
    ['family name', 'y'.repeat(66), 'This is too long.'],
    ['email', '', 'Fill in this field.'],
    ['email', 'ingrid', 'This is not a mail address.'],
    ['email', 'a@b.example,c@d.example', 'This is not a mail address.'],
    ['language', 'fr', 'Write one of the languages above'],
    ['activity', '', 'Fill in this field.'],
    ['activity', 'HE-XYZ', 'Write one of the activities above.'],
    ['host code', '', 'Fill in this field.'],
    ['host code', 'Sorbonne', 'This is not an Erasmus code.'],
    ['host city', '', 'Fill in this field.'],
    ['host country', 'France', 'Write the two letters of the country'],
    ['host country', '', 'Fill in this field.'],
    ['start', '', 'Fill in this field.'],
    ['start', '2025-02-30', 'This is not a date.'],
    ['end', 'December', 'This is not a date.'],
    ['end', '2025-08-01', 'The last day lies before the first.'],
    ['end', '', 'Fill in this field.'],
  ] as const;

  test('says of each of twenty lines where and what, and nominates the others', async () => {
    const { activities = [] } = site.world.deps.rules.institution('nhh') ?? {};
    const file = list(...bad.map(([column, value]) => broken(column, value)), ola);
    const { text } = await check(file);
    const wrong = bad.filter(([column, value]) => column !== 'activity' || value !== '' || activities.length > 1);
    expect(text).toContain(`${wrong.length} with mistakes.`);
    for (const [at, [column, , sentence]] of bad.entries()) {
      if (!wrong.includes(bad[at] as (typeof bad)[number])) continue;
      expect(text).toContain(`${at + 2} ${column} ${sentence}`);
    }
    await confirm(file);
    expect(await nominated()).toContain('ola@student.nhh.example');
  });

  test.each([
    ['Windows-1252', Buffer.from(`${head}\n${ingrid}`, 'latin1'), 'This file is not in UTF-8.'],
    ['UTF-16', Buffer.from(`${head}\n${ingrid}`, 'utf16le'), 'This file is not in UTF-8.'],
    ['only a head', list(), 'There is no line below the head.'],
    ['nothing', Buffer.from('\n'), 'There is no line below the head.'],
    [
      'a column too few',
      Buffer.from('email;start\na@b.example;2025-08-18'),
      'These columns are missing in the first line: given name',
    ],
    [
      'an unknown column',
      list()
        .subarray(0, 3 + head.length)
        .toString()
        .concat(';grade\n', ingrid, ';A'),
      'not known or stand there twice: grade.',
    ],
    ['a quotation mark left open', list(ingrid.replace('Paris', '"Paris')), 'cannot be read: a quotation mark'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'This file is not in UTF-8.'],
  ])('as a whole: %s', async (_what, file, sentence) => {
    const answer = await check(Buffer.from(file));
    expect([answer.status, answer.text.includes(sentence)]).toEqual([422, true]);
  });

  test('no file', async () => {
    expect((await check(Buffer.from(''))).error('file')).toBe('Choose a file.');
  });
});

describe('the link', () => {
  test('shows and changes nothing', async () => {
    site.readOnly = true;
    expect((await site.get(path)).text).toContain('Nominate participants by a list');
    expect((await site.get(path, 'HEAD')).status).toBe(200);
  });

  test('is of one institution, whose lists and nominees no other sees', async () => {
    const report = await check(list(ingrid));
    const other = await officePath('nmbu');
    const answer = await site.post(other, { do: 'confirm', list: report.value('list') ?? '' });
    expect([answer.status, drafts()]).toEqual([422, []]);
    expect((await site.get(path.replace('/office/nhh', '/office/nmbu'))).status).toBe(404);
    expect((await site.get(path.replace('/office/', '/l/'))).status).toBe(404);
    expect((await site.get(path.replace('/office/', '/application/'))).status).toBe(404);
  });

  test('works for thirty days', async () => {
    site.world.now = '2025-06-05T10:00:00.000Z';
    expect((await site.get(path)).status).toBe(410);
    expect((await check(list(ingrid))).status).toBe(410);
  });

  test('stands nowhere in the store', async () => {
    expect(JSON.stringify(site.world.store.all('cases'))).not.toContain(path.split('/').at(-1));
  });
});
