import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { application } from '../mail/world.ts';
import { filledIn, Site } from './site.ts';

let site: Site;
let id: string;
let page: string;

const papers = async (path: string): Promise<readonly string[]> =>
  [...(await site.get(path)).body.matchAll(/href="([^"]+\/papers\/[^"]+)"/g)].map(([, href = '']) => href);

beforeEach(async () => {
  site = new Site();
  id = await site.world.firstPaid();
  page = site.world.link(/^Paid/);
  await site.makeDocuments();
});

test('the status page lists what has been issued, with the date', async () => {
  const { text } = await site.get(page);
  expect(text).toContain(
    `Documents you keep Grant agreement 2025-${id} (PDF, 5 May 2025) Payment advice (PDF, 5 May 2025)`,
  );
});

test('before anything is issued there is no list', async () => {
  await site.world.open((same) => ({
    ...same,
    participant: { ...same.participant, email: 'other@student.nhh.example' },
  }));
  expect((await site.get(site.world.link(/has arrived/))).text).not.toContain('Documents you keep');
});

test('a download is a PDF to be saved, named by ids only, and shown nowhere', async () => {
  const [agreement = ''] = await papers(page);
  const { status, headers, bytes } = await site.get(agreement);
  expect(status).toBe(200);
  expect(Buffer.from(bytes).subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="agreement-${id}-${agreement.split('/').at(-1)}.pdf"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('what is downloaded are the bytes that were made, whatever a later version would print', async () => {
  const [agreement = ''] = await papers(page);
  const key = `documents/nhh/${id}/${agreement.split('/').at(-1)}.pdf`;
  expect(site.objects.has(key)).toBe(true);
  expect(Buffer.from((await site.get(agreement)).bytes).equals(site.objects.get(key) ?? Buffer.alloc(0))).toBe(true);
});

test('bytes that are not those that were made are given to nobody', async () => {
  const [agreement = ''] = await papers(page);
  site.objects.set(`documents/nhh/${id}/${agreement.split('/').at(-1)}.pdf`, Buffer.from('%PDF-1.7 forged'));
  expect((await site.get(agreement)).status).toBe(500);
  expect(site.reported).toMatchObject([{ name: 'DamagedDocument' }]);
});

test('neither list nor HEAD nor download changes anything', async () => {
  const [agreement = ''] = await papers(page);
  const before = site.world.store.all('cases');
  site.readOnly = true;
  await site.get(page);
  expect(await site.get(agreement, 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect((await site.get(agreement)).status).toBe(200);
  expect(site.world.store.all('cases')).toEqual(before);
});

describe('while the file is being made', () => {
  beforeEach(async () => {
    site = new Site();
    id = await site.world.firstPaid();
    page = site.world.link(/^Paid/);
    site.readOnly = true;
  });

  test('the list says so and links to nothing', async () => {
    const { text } = await site.get(page);
    expect(text).toContain(`Grant agreement 2025-${id} (5 May 2025; the PDF is being made, look again in a minute)`);
    expect(await papers(page)).toEqual([]);
  });

  test.each(['GET', 'HEAD'])('%s of its address asks to come again, and makes nothing', async (method) => {
    const [waiting] = site.world.store.all('cases').filter(({ sk }) => sk.startsWith('document#'));
    const { status, headers, text } = await site.get(`${page}/papers/${waiting?.sk.split('#')[1]}`, method);
    expect([status, headers['retry-after'], site.objects.size]).toEqual([202, '60', 0]);
    if (method === 'GET') expect(text).toContain('Try again in a minute');
  });
});

describe('nobody else reaches it', () => {
  test('not the link of another case', async () => {
    const [agreement = ''] = await papers(page);
    const name = agreement.split('/').at(-1);
    await site.world.open((same) => ({
      ...same,
      participant: { ...same.participant, email: 'other@student.nhh.example' },
    }));
    const other = site.world.link(/has arrived/);
    expect(other).not.toBe(page);
    expect((await site.get(`${other}/papers/${name}`)).status).toBe(404);
  });

  test.each([
    ['of the office', /waits for your approval/],
    ['to sign', /ready to sign/],
  ])('not a link %s', async (_whose, subject) => {
    const [agreement = ''] = await papers(page);
    expect((await site.get(`${site.world.link(subject)}/papers/${agreement.split('/').at(-1)}`)).status).toBe(404);
  });

  test.each(['000099-0', 'x', '%23', '..%2F..%2Fcase', '000006-0%23x'])('there is no paper %s', async (name) => {
    const { status } = await site.get(`${page}/papers/${name}`);
    expect(status).toBe(404);
    expect(site.reported).toEqual([]);
  });

  test('a link that is not known says so', async () => {
    const [agreement = ''] = await papers(page);
    const unknown = agreement.replace(/\/l\/nhh-[^/]+/, '/l/nhh-00000000000000000000');
    expect((await site.get(unknown)).status).toBe(404);
  });
});

test.each([
  [/^Signed/, 'The signed agreement is on your page as a PDF'],
  [/^Paid/, 'A payment advice for your papers is on your page as a PDF'],
])('the mail %s says where the document is, and carries none', (subject, sentence) => {
  const mail = site.world.last(subject);
  expect(mail.text).toContain(sentence);
  expect(mail.html).toContain(sentence);
  expect(mail.raw).not.toContain('application/pdf');
});

test('who reads Norwegian signs and keeps Norwegian words, marked as such', async () => {
  const norwegian = new Site();
  const { participant, ...rest } = application;
  const other = { ...rest, participant: { ...participant, language: 'nb' as const } };
  await norwegian.world.approved(() => other);
  const toSign = await norwegian.get(norwegian.world.link(/klar til signering/));
  expect(toSign.body).toContain('<div lang="nb">');
  for (const words of ['1. Parter', 'Individuelt stipend', '2 120,00 EUR', '5. Vilkår']) {
    expect(toSign.text).toContain(words);
  }
});

describe('the language of the documents', () => {
  test.each([
    ['nb', 'nb'],
    ['en', 'en'],
  ])('chosen in the form: %s', async (chosen, language) => {
    await site.post('/apply/nhh', { ...filledIn, email: 'new@student.nhh.example', language: chosen });
    const cases = site.world.store.all('cases').filter(({ sk }) => sk === 'case');
    const found = cases.map((item) => (item as unknown as CaseItem).mobility.participant);
    expect(found.find(({ email }) => email === 'new@student.nhh.example')?.language).toBe(language);
  });

  test('only those of the institution can be chosen; what it does not have is refused', async () => {
    const { body } = await site.get('/apply/nhh/one-page?activity=HE-SMS');
    expect([...body.matchAll(/name="language" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['en', 'nb']);
    const answer = await site.post('/apply/nhh', { ...filledIn, language: 'nl' });
    expect(answer.error('language')).toBe('Choose one of the languages of the documents.');
  });
});
