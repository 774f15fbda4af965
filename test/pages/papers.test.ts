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

test('it is kept at the first download, under ids only, and given again as it is', async () => {
  const [agreement = ''] = await papers(page);
  const first = await site.get(agreement);
  const [key = ''] = [...site.objects.keys()];
  expect(key).toBe(`documents/nhh/${id}/${agreement.split('/').at(-1)}.pdf`);
  expect(Buffer.from((await site.get(agreement)).bytes).equals(first.bytes)).toBe(true);
  // What a later version of the program would print does not matter any more.
  site.objects.set(key, Buffer.from('%PDF-1.7 as it was made then'));
  expect((await site.get(agreement)).body).toBe('%PDF-1.7 as it was made then');
});

test('listing and HEAD make nothing, and no download changes the case', async () => {
  const [agreement = ''] = await papers(page);
  const before = site.world.store.all('cases');
  site.readOnly = true;
  await site.get(page);
  expect(await site.get(agreement, 'HEAD')).toMatchObject({ status: 200, body: '' });
  site.readOnly = false;
  await site.get(agreement);
  expect(site.world.store.all('cases')).toEqual(before);
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
  const toSign = await norwegian.get(norwegian.world.link(/ready to sign/));
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
    const { body } = await site.get('/apply/nhh?activity=HE-SMS');
    expect([...body.matchAll(/name="language" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['en', 'nb']);
    const answer = await site.post('/apply/nhh', { ...filledIn, language: 'nl' });
    expect(answer.error('language')).toBe('Choose one of the languages of the documents.');
  });
});
