import { beforeEach, describe, expect, test } from 'vitest';
import { MAIL_BYTES } from '../../shared/mail/inbound-parse.ts';
import { handleReply } from '../../shared/mail/replies.ts';
import { attached, mail, pdf } from './letters.ts';
import { Post, replyDomain } from './post.ts';
import { PeopleWorld } from './world.ts';

const anna = { From: 'Ingrid <ingrid@student.nhh.example>' };

let world: PeopleWorld;
let post: Post;
let id: string;
let address: string;

beforeEach(async () => {
  world = new PeopleWorld();
  post = new Post(world);
  id = await world.firstPaid();
  address = post.replyTo(/^Paid/);
});

describe('the address for answers', () => {
  test('is another one in each mail, of the institution and nothing else that means something', () => {
    const all = world.mails
      .filter(({ to }) => to === 'ingrid@student.nhh.example')
      .map(({ headers }) => headers.get('reply-to'));
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one).toMatch(new RegExp(`<reply\\+nhh-[a-z2-7]{32}@${replyDomain}>$`));
  });

  test('fits before the @ for the longest institution', () => {
    expect('reply+'.length + 16 + 1 + 32).toBeLessThanOrEqual(64);
  });

  test('is not stored, only its hash is', () => {
    const secret = address.split('@')[0]?.split('-')[1] ?? '';
    expect(secret).toHaveLength(32);
    expect(JSON.stringify(world.store.all('cases'))).not.toContain(secret);
  });

  test('stands in no mail to staff: they answer the office itself', () => {
    const toOffice = world.mails.filter(({ to }) => to === 'international@nhh.example');
    expect(toOffice.length).toBeGreaterThan(0);
    for (const { headers } of toOffice) expect(headers.get('reply-to')).toContain('<international@nhh.example>');
  });

  test('without a domain for them, people answer the office too', async () => {
    const other = new PeopleWorld();
    await other.open();
    for (const { headers } of other.mails) expect(headers.get('reply-to')).toContain('<international@nhh.example>');
  });
});

describe('an answer that could not be filed at once', () => {
  const key = 'replies/M1';

  test('is filed by its id alone, as of an unproven sender and without its files', async () => {
    post.raw.set(
      key,
      attached('See the file.', [{ name: 'a.pdf', type: 'application/pdf', content: pdf }], {
        ...anna,
        To: `Wayfare <${address}>`,
      }),
    );
    expect(await post.byHand(key)).toMatchObject([{ outcome: 'filed', mobility: id }]);
    expect(await post.replies(id)).toMatchObject([{ sender: 'unproven', files: [], leftOut: ['not-scanned'] }]);
    expect(await post.byHand(key)).toEqual([{ outcome: 'dropped', reason: 'no-address' }]);
  });

  test('and was filed before, is not filed twice', async () => {
    const raw = mail({ ...anna, To: address });
    await post.arrive(raw, address, { key });
    post.raw.set(key, raw);
    expect(await post.byHand(key)).toMatchObject([{ outcome: 'filed-before' }]);
    expect(await post.replies(id)).toHaveLength(1);
  });

  test('nor is a bounce, which names no sender', async () => {
    post.raw.set(key, mail({ From: '', To: address }));
    expect(await post.byHand(key)).toMatchObject([{ outcome: 'dropped', reason: 'bounce' }]);
  });
});

describe('an answer of plain words', () => {
  test('becomes a task with ids only, and a mail to the office; the case is as it was', async () => {
    const before = await world.load(id);
    const [result] = await post.arrive(mail(anna), address);
    expect(result).toMatchObject({ outcome: 'filed', mobility: id });
    const [reply] = await post.replies(id);
    expect(reply).toMatchObject({
      text: 'I came home early on 3 November.',
      recipient: 'participant',
      notice: 'payment-booked',
      from: 'ingrid@student.nhh.example',
      sender: 'proven',
      onFile: true,
      files: [],
    });
    expect(await post.tasks()).toEqual([`reply ${id} participant payment-booked 0`]);
    expect(await world.load(id)).toEqual(before);
    await world.deliver(id);
    const told = world.last(/answer by mail/);
    expect(told.to).toBe('international@nhh.example');
    expect(told.text).not.toContain('3 November.');
  });

  test('its raw mail is gone once it is filed', async () => {
    await post.arrive(mail(anna), address);
    expect([...post.raw]).toEqual([]);
  });

  test('nobody gets an answer', async () => {
    const before = world.mails.length;
    await post.arrive(mail(anna), address);
    await world.deliver(id);
    expect(world.mails.slice(before).map(({ to }) => to)).toEqual(['international@nhh.example']);
  });

  test('the letters of the address may come back in another case', async () => {
    expect(await post.arrive(mail(anna), address.toUpperCase())).toMatchObject([{ outcome: 'filed' }]);
  });
});

describe('the same mail twice', () => {
  test('by its object: gone, nothing more', async () => {
    await post.arrive(mail(anna), address, { key: 'replies/a' });
    expect(await post.again('replies/a', address)).toEqual([{ outcome: 'dropped', reason: 'gone' }]);
    expect(await post.replies(id)).toHaveLength(1);
  });

  test('before it could be deleted: filed before', async () => {
    const raw = mail({ ...anna, 'Message-ID': '<1@student.example>' });
    await post.arrive(raw, address, { key: 'replies/a' });
    expect(await post.arrive(raw, address, { key: 'replies/a' })).toMatchObject([{ outcome: 'filed-before' }]);
    expect([...post.raw]).toEqual([]);
  });

  test('by another way, with other transport lines: filed before', async () => {
    const headers = { ...anna, 'Message-ID': '<1@student.example>', Date: 'Mon, 03 Nov 2025 10:00:00 +0100' };
    await post.arrive(mail({ Received: 'from a', ...headers }), address);
    expect(await post.arrive(mail({ Received: 'from b', ...headers }), address)).toMatchObject([
      { outcome: 'filed-before' },
    ]);
    expect(await post.tasks()).toHaveLength(1);
  });

  test('both at once: one of them', async () => {
    const raw = mail({ ...anna, 'Message-ID': '<1@student.example>' });
    const both = await Promise.all([post.arrive(raw, address, { key: 'a' }), post.arrive(raw, address, { key: 'b' })]);
    expect(
      both
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['filed', 'filed-before']);
    expect(await post.replies(id)).toHaveLength(1);
  });

  test('other words under the same Message-ID are another answer', async () => {
    const headers = { ...anna, 'Message-ID': '<1@student.example>' };
    await post.arrive(mail(headers, 'One'), address);
    await post.arrive(mail(headers, 'Two'), address);
    expect(await post.replies(id)).toHaveLength(2);
  });
});

describe('files', () => {
  const letter = attached(
    'Here it is',
    [{ name: 'Ingrid Østby Dahl.pdf', type: 'application/pdf', content: pdf }],
    anna,
  );

  test('lie in the bucket by ids only', async () => {
    await post.arrive(letter, address);
    const [reply] = await post.replies(id);
    expect([...post.files.keys()]).toEqual([`uploads/nhh/${id}/${reply?.id}-1`]);
    expect(reply?.files).toMatchObject([{ contentType: 'application/pdf', bytes: pdf.length }]);
  });

  test('with a virus are not filed; the task says so', async () => {
    await post.arrive(letter, address, { verdicts: { virus: 'FAIL' } });
    expect([...post.files]).toEqual([]);
    expect(await post.tasks()).toEqual([`reply ${id} participant payment-booked 0 file-virus`]);
  });

  test('of a sender whose check failed are filed for staff only, and marked', async () => {
    await post.arrive(letter, address, { verdicts: { dmarc: 'FAIL' } });
    expect((await post.replies(id))[0]).toMatchObject({ sender: 'failed' });
    expect(await post.tasks()).toEqual([`reply ${id} participant payment-booked 1 sender-failed`]);
    expect((await world.load(id)).documents).toEqual([]);
  });
});

describe('a mail that cannot be read', () => {
  test('because it is too large: filed without its content, and the task says so', async () => {
    const raw = Buffer.concat([mail(anna), Buffer.alloc(MAIL_BYTES)]);
    await post.arrive(raw, address);
    expect((await post.replies(id))[0]).toMatchObject({ unread: true, text: '', sender: 'unproven' });
    expect(await post.tasks()).toEqual([`reply ${id} participant payment-booked 0 unread`]);
  });

  test('because it has too many parts: the same', async () => {
    await post.arrive(
      mail({ ...anna, 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\r\n\r\nx\r\n'.repeat(1000)),
      address,
    );
    expect(await post.tasks()).toEqual([`reply ${id} participant payment-booked 0 unread`]);
  });
});

describe('dropped, and kept for thirty days', () => {
  test.each([
    ['out of office', { ...anna, 'Auto-Submitted': 'auto-replied' }, 'automatic'],
    ['a bounce', { From: 'MAILER-DAEMON@mx.example' }, 'bounce'],
    ['a list', { ...anna, Precedence: 'bulk' }, 'bulk'],
  ])('%s', async (_what, headers, reason) => {
    expect(await post.arrive(mail(headers), address)).toEqual([{ outcome: 'dropped', reason }]);
    expect([await post.replies(id), await post.tasks(), post.raw.size]).toEqual([[], [], 1]);
  });

  test('each of our own mails, sent back to us', async () => {
    for (const { raw } of world.mails) {
      expect(await post.arrive(Buffer.from(raw), address)).toEqual([{ outcome: 'dropped', reason: 'own-mail' }]);
    }
    expect(await post.tasks()).toEqual([]);
  });

  test('a mail to no address of ours', async () => {
    const others = [`office@${replyDomain}`, `reply+nhh@${replyDomain}`, address.replace(replyDomain, 'evil.example')];
    expect(await post.arrive(mail(anna), others)).toEqual([{ outcome: 'dropped', reason: 'no-address' }]);
  });
});

describe('an address that we never gave', () => {
  const wrong = (institution: string, n = 0) =>
    `reply+${institution}-${'abcdefgh'.repeat(4).slice(n)}${'a'.repeat(n)}@${replyDomain}`;

  test('is one task a day for its institution, with the number of mails', async () => {
    for (let n = 0; n < 20; n += 1) {
      expect(await post.arrive(mail(anna), wrong('nhh', n))).toEqual([
        { outcome: 'dropped', reason: 'unknown', institution: 'nhh' },
      ]);
    }
    expect(await post.tasks()).toEqual([expect.stringMatching(/^reply-unknown \d{4}-\d\d-\d\d 20$/)]);
  });

  test('of no institution is dropped without a trace', async () => {
    expect(await post.arrive(mail(anna), wrong('nowhere'))).toEqual([{ outcome: 'dropped', reason: 'unknown' }]);
    expect(world.store.all('cases').filter(({ pk }) => pk.startsWith('nowhere'))).toEqual([]);
  });

  test('the token of one institution at another’s address finds nothing of either', async () => {
    const other = address.replace('reply+nhh-', 'reply+nmbu-');
    expect(await post.arrive(mail(anna), other)).toEqual([
      { outcome: 'dropped', reason: 'unknown', institution: 'nmbu' },
    ]);
    expect(await post.replies(id)).toEqual([]);
    expect(await post.tasks('nhh')).toEqual([]);
    expect(await post.tasks('nmbu')).toHaveLength(1);
  });
});

describe('limits', () => {
  test('an address works for two years; then the office is told, once', async () => {
    world.now = '2027-06-01T08:00:00.000Z';
    expect(await post.arrive(mail(anna), address)).toMatchObject([{ outcome: 'dropped', reason: 'expired' }]);
    await post.arrive(mail(anna, 'again'), address);
    expect(await post.tasks()).toEqual([`reply-expired ${id} participant`]);
  });

  test('the thirty-first answer to one mail is a machine’s', async () => {
    for (let n = 1; n <= 30; n += 1) await post.arrive(mail(anna, `Answer ${n}`), address);
    expect(await post.arrive(mail(anna, 'Answer 31'), address)).toMatchObject([
      { outcome: 'dropped', reason: 'too-many' },
    ]);
    expect(await post.replies(id)).toHaveLength(30);
    expect((await post.tasks()).filter((task) => task.startsWith('reply-flood'))).toHaveLength(1);
  });

  test('a mail to many of our addresses is looked at for five', async () => {
    const many = Array.from(
      { length: 50 },
      (_, n) =>
        `reply+nhh-${'abcdefgh'.repeat(3)}${String(n)
          .replaceAll(/\D|[0189]/g, 'x')
          .padStart(8, 'abcdefgh'[n % 8])}@${replyDomain}`,
    );
    expect((await post.arrive(mail(anna), many)).length).toBeLessThanOrEqual(5);
  });
});

test('what was done with an answer is noted once, and its task is closed', async () => {
  await post.arrive(mail(anna), address);
  const [reply] = await post.replies(id);
  if (!reply) throw new Error('Nothing was filed.');
  expect(await handleReply(world.deps, 'nhh', reply, 'Kari Nordmann', 'Read.')).toBe(true);
  expect(await handleReply(world.deps, 'nhh', reply, 'Per Hansen', 'Read again.')).toBe(false);
  expect((await post.replies(id))[0]?.handled).toMatchObject({ by: 'Kari Nordmann', outcome: 'Read.' });
  expect(await post.tasks()).toEqual([]);
});
