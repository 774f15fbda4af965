import { beforeEach, describe, expect, test } from 'vitest';
import { attached, mail, pdf } from '../mail/letters.ts';
import { Post } from '../mail/post.ts';
import { Site } from './site.ts';

let site: Site;
let post: Post;
let id: string;
let address: string;

const anna = { From: 'Ingrid <ingrid@student.nhh.example>' };
const confirmation = attached(
  'Here is my confirmation',
  [{ name: 'c.pdf', type: 'application/pdf', content: pdf }],
  anna,
);

beforeEach(async () => {
  site = new Site();
  post = new Post(site.world, site.objects);
  id = await site.world.firstPaid();
  site.world.now = '2025-12-22T09:00:00.000Z';
  address = post.replyTo(/^Paid/);
});

/** Files the mail and gives the address of its page. */
async function filed(raw: Uint8Array, verdicts: Parameters<Post['arrive']>[2] = {}): Promise<string> {
  await post.arrive(raw, address, verdicts);
  await site.world.deliver(id);
  return site.world.link(/answer by mail/);
}

const done = { by: 'Kari Nordmann' };

describe('the page of an answer', () => {
  test('shows who wrote what to which mail, and changes nothing by being opened', async () => {
    const page = await filed(confirmation);
    site.readOnly = true;
    const { text, status } = await site.get(page);
    expect(status).toBe(200);
    expect(text).toContain('Here is my confirmation');
    expect(text).toContain('ingrid@student.nhh.example');
    expect(text).toContain('our mail “payment booked” to the participant');
    expect(text).not.toContain('Before you rely on it');
  });

  test('shows markup as what was typed', async () => {
    const page = await filed(mail(anna, '<script>alert(1)</script> & <b>bold</b>'));
    expect((await site.get(page)).body).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;',
    );
  });

  test('gives a file to be saved, never to be shown', async () => {
    const page = await filed(confirmation);
    const href = /href="([^"]+\/files\/[^"]+)"/.exec((await site.get(page)).body)?.[1] ?? '';
    const { status, headers, bytes } = await site.get(href);
    expect(status).toBe(200);
    expect(Buffer.from(bytes).equals(pdf)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="answer-[0-9A-Z]+-[0-9A-F]+-1\.pdf"$/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  test('gives no file to another link of the case, and none of another case', async () => {
    const page = await filed(confirmation);
    const file = /\/files\/([^"]+)"/.exec((await site.get(page)).body)?.[1] ?? '';
    expect((await site.get(`${site.world.link(/^Paid/)}/files/${file}`)).status).toBe(404);
    expect((await site.get(`${page}/files/unknown`)).status).toBe(404);
    expect((await site.get(`${page}/documents/${file}`)).status).toBe(404);
  });

  test.each([
    ['DMARC', { verdicts: { dmarc: 'FAIL' } }, 'need not be who the mail says'],
    ['no DMARC', { verdicts: { dmarc: 'GRAY' } }, 'Nobody vouches for the sender'],
    ['a virus', { verdicts: { virus: 'FAIL' } }, 'A virus was found'],
    ['spam', { verdicts: { spam: 'FAIL' } }, 'looks like advertising'],
  ] as const)('warns: %s', async (_what, verdicts, warning) => {
    expect((await site.get(await filed(confirmation, verdicts))).text).toContain(warning);
  });

  test('warns of another address than the one on file', async () => {
    const page = await filed(mail({ From: 'ingrid@home.example' }));
    expect((await site.get(page)).text).toContain('another address than the one on file');
  });
});

describe('what the office does with it', () => {
  test('“dealt with” closes the task and the files; the case is as it was', async () => {
    const page = await filed(confirmation);
    const before = await site.world.load(id);
    const { text } = await site.post(page, { choice: 'handled', ...done });
    expect(text).toContain('It was read and dealt with. Kari Nordmann');
    expect(await post.tasks()).toEqual([]);
    expect(await site.world.load(id)).toEqual(before);
    expect((await site.get(page)).body).not.toContain('/files/');
  });

  test('a confirmation of stay goes the way of an uploaded one: filed by the office, dates entered on their own page', async () => {
    const page = await filed(confirmation);
    const choice = /value="(confirmation-[^"]+)"/.exec((await site.get(page)).body)?.[1] ?? '';
    await site.post(page, { choice, ...done });
    const { documents, confirmed } = await site.world.load(id);
    expect(documents).toMatchObject([
      { kind: 'confirmation-of-stay', contentType: 'application/pdf', bytes: pdf.length },
    ]);
    expect(confirmed).toBeUndefined();
    await site.world.deliver(id);
    const review = site.world.link(/confirmation of stay was uploaded/);
    const { bytes } = await site.get(`${review}/documents/${documents[0]?.id}`);
    expect(Buffer.from(bytes).equals(pdf)).toBe(true);
    await site.decide(review, { start: '2025-08-18', end: '2025-12-19', ...done });
    expect((await site.world.load(id)).confirmed?.period).toEqual({ start: '2025-08-18', end: '2025-12-19' });
  });

  test('not for a sender whose check failed: there the choice is not offered, and not taken', async () => {
    const page = await filed(confirmation, { verdicts: { dmarc: 'FAIL' } });
    const [reply] = await post.replies(id);
    expect((await site.get(page)).body).not.toContain('value="confirmation-');
    const { status } = await site.post(page, { choice: `confirmation-${reply?.files[0]?.id}`, ...done });
    expect(status).toBe(422);
    expect((await site.world.load(id)).documents).toEqual([]);
  });

  test('nor for a stay that is confirmed', async () => {
    await site.world.command(id, {
      type: 'confirm-stay',
      by: 'host',
      period: { start: '2025-08-18', end: '2025-12-19' },
      name: 'Claire Martin',
      role: 'coordinator',
    });
    expect((await site.get(await filed(confirmation))).body).not.toContain('value="confirmation-');
  });

  test('a choice and a name are needed', async () => {
    const page = await filed(confirmation);
    const answer = await site.post(page, {});
    expect(answer.status).toBe(422);
    expect(answer.error('choice')).toBe('Say what you do with it.');
    expect(answer.error('by')).toBe('Give your name.');
  });

  test('the second one finds it dealt with', async () => {
    const page = await filed(confirmation);
    await site.post(page, { choice: 'handled', ...done });
    const second = await site.post(page, { choice: 'handled', by: 'Per Hansen' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Kari Nordmann');
  });
});
