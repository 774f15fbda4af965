import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dropReason,
  FILES_PER_REPLY,
  REPLY_CHARACTERS,
  sift,
  type Verdict,
  type Verdicts,
} from '../../shared/mail/inbound.ts';
import { MAIL_BYTES, readBody, readHead } from '../../shared/mail/inbound-parse.ts';
import { withoutQuote } from '../../shared/mail/inbound-text.ts';
import { UPLOAD_BYTES } from '../../shared/mobility/uploads.ts';
import { attached, jpeg, mail, pdf, png } from './letters.ts';

const OURS = 'grants@grants.example.org';
const fine: Verdicts = { dmarc: 'PASS', spf: 'PASS', dkim: 'PASS', spam: 'PASS', virus: 'PASS' };

const dropped = async (headers: Readonly<Record<string, string>>, source = 'anna@student.example') =>
  dropReason(await readHead(mail(headers)), source, OURS);

describe('what is dropped, because no person wrote it to us', () => {
  test.each([
    ['a vacation program (RFC 3834)', { 'Auto-Submitted': 'auto-replied' }, 'automatic'],
    ['a program', { 'Auto-Submitted': 'auto-generated; type=x' }, 'automatic'],
    ['Exchange, out of office', { 'X-Auto-Response-Suppress': 'All' }, 'automatic'],
    ['an autoresponder', { 'X-Autoreply': 'yes' }, 'automatic'],
    ['another one', { 'X-Autorespond': 'vacation' }, 'automatic'],
    ['a third', { Precedence: 'auto_reply' }, 'automatic'],
    ['Outlook by its subject', { Subject: 'Automatic reply: Your grant' }, 'automatic'],
    ['in Norwegian', { Subject: 'Autosvar: Stipendet ditt' }, 'automatic'],
    ['in Dutch', { Subject: '=?utf-8?Q?Automatisch_antwoord=3A_beurs?=' }, 'automatic'],
    ['a newsletter', { Precedence: 'bulk' }, 'bulk'],
    ['a list', { Precedence: 'LIST' }, 'bulk'],
    ['junk', { Precedence: 'junk' }, 'bulk'],
    ['the mail system', { From: 'MAILER-DAEMON@mx.example' }, 'bounce'],
    ['the postmaster', { From: 'Postmaster <postmaster@mx.example>' }, 'bounce'],
    ['an empty Return-Path', { 'Return-Path': '<>' }, 'bounce'],
    ['a delivery report', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }, 'bounce'],
    ['a read receipt', { 'Content-Type': 'multipart/report; report-type=disposition-notification' }, 'bounce'],
    ['our own mail, come back', { 'X-Wayfare-Notice': 'agreement-to-sign' }, 'own-mail'],
    ['our own mail of a case', { 'X-Wayfare-Case': 'H3M4E37MYW' }, 'own-mail'],
    ['somebody who says to be us', { From: `NHH <${OURS.toUpperCase()}>` }, 'own-mail'],
  ] as const)('%s', async (_what, headers, reason) => {
    expect(await dropped(headers)).toBe(reason);
  });

  test.each(['', '<>', 'MAILER-DAEMON', 'mailer-daemon@mx.example'])(
    'envelope sender “%s”: a bounce',
    async (source) => {
      expect(await dropped({}, source)).toBe('bounce');
    },
  );

  test.each([
    ['a plain answer', {}],
    ['Auto-Submitted: no', { 'Auto-Submitted': 'no' }],
    ['an answer whose subject speaks of an office', { Subject: 'Re: Out there in the office' }],
    ['an answer to an automatic mail', { Subject: 'Re: Automatic reply: hello' }],
    ['Precedence: first-class', { Precedence: 'first-class' }],
    ['no sender at all: for staff to see', { From: '' }],
  ])('kept: %s', async (_what, headers) => {
    expect(await dropped(headers)).toBeUndefined();
  });
});

const sifted = async (raw: Uint8Array, verdicts: Partial<Verdicts> = {}, onFile = 'anna@student.example') => {
  const body = await readBody(raw);
  if (!body) throw new Error('The mail was not read.');
  return sift(await readHead(raw), body, { ...fine, ...verdicts }, onFile);
};

describe('who sent it', () => {
  test.each([
    ['PASS', 'proven'],
    ['GRAY', 'unproven'],
    ['PROCESSING_FAILED', 'unproven'],
    ['FAIL', 'failed'],
  ] as const)('DMARC %s: %s', async (dmarc: Verdict, sender) => {
    expect(await sifted(mail({}), { dmarc })).toMatchObject({ sender, onFile: true });
  });

  test('another address than the one on file is said to be so', async () => {
    expect(await sifted(mail({ From: 'Anna <anna@home.example>' }))).toMatchObject({ sender: 'proven', onFile: false });
  });

  test.each([
    ['two senders', 'From: anna@student.example, eve@evil.example'],
    ['two From lines', 'From: anna@student.example\r\nFrom: eve@evil.example'],
    ['a group', 'From: Friends: anna@student.example;'],
    ['no sender', 'From: nobody'],
  ])('%s: failed, whatever DMARC says', async (_what, line) => {
    const raw = Buffer.from(`${line}\r\nTo: x@y.example\r\n\r\nHello`);
    expect((await sifted(raw)).sender).toBe('failed');
  });
});

describe('files', () => {
  const kept = async (raw: Uint8Array, verdicts: Partial<Verdicts> = {}) => {
    const { files, leftOut } = await sifted(raw, verdicts);
    return [...files.map(({ type }) => type), ...leftOut];
  };

  test('PDF, JPEG and PNG by their first bytes, whatever they call themselves', async () => {
    const raw = attached('See attachments', [
      { name: 'a.exe', type: 'application/x-msdownload', content: pdf },
      { name: 'b', type: 'text/html', content: jpeg },
      { name: 'c.pdf', type: 'application/pdf', content: png },
    ]);
    expect(await kept(raw)).toEqual(['application/pdf', 'image/jpeg', 'image/png']);
  });

  test('anything else is left out and said', async () => {
    const html = Buffer.from('<script>alert(1)</script>');
    const raw = attached('x', [
      { name: 'a.pdf', type: 'application/pdf', content: html },
      { name: 'b.zip', type: 'application/zip', content: Buffer.from('PK\x03\x04') },
      { name: 'm.eml', type: 'message/rfc822', content: Buffer.from(mail({}, 'inner')) },
    ]);
    expect(await kept(raw)).toEqual(['kind', 'kind', 'kind']);
  });

  test.each([
    ['FAIL', ['virus']],
    ['GRAY', ['not-scanned']],
    ['PROCESSING_FAILED', ['not-scanned']],
  ] as const)('a virus verdict of %s: none is filed', async (virus, expected) => {
    expect(await kept(attached('x', [{ name: 'a.pdf', type: 'application/pdf', content: pdf }]), { virus })).toEqual(
      expected,
    );
  });

  test('at most so large, and so many', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(UPLOAD_BYTES)]);
    const file = (content: Buffer) => ({ name: 'a.pdf', type: 'application/pdf', content });
    expect(await kept(attached('x', [file(large)]))).toEqual(['size']);
    const many = Array.from({ length: FILES_PER_REPLY + 2 }, () => file(pdf));
    expect(await kept(attached('x', many))).toEqual([
      ...Array(FILES_PER_REPLY).fill('application/pdf'),
      'number',
      'number',
    ]);
  });

  test('a logo within the text is no file', async () => {
    const related = [
      'From: anna@student.example',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b\r\nContent-Type: text/html\r\n\r\n<p>Hello</p><img src="cid:logo">',
      `--b\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\n${png.toString('base64')}`,
      '--b--',
    ].join('\r\n');
    expect(await kept(Buffer.from(related))).toEqual([]);
  });
});

const own = (text: string, html = '') => withoutQuote({ text, html }, REPLY_CHARACTERS).text;

describe('the words', () => {
  test.each([
    ['plain', 'I came home early on 3 November.', 'I came home early on 3 November.'],
    ['above a quotation', 'Yes.\n\nOn Mon, 3 Nov 2025 at 10:00, NHH wrote:\n> Dear Anna,\n> please sign', 'Yes.'],
    [
      'with a long introduction',
      'Yes.\n\nOn Mon, 3 Nov 2025 at 10:00, NHH International Office\n<a@nhh.example> wrote:\n> Dear',
      'Yes.',
    ],
    ['Norwegian', 'Ja.\n\nDen 3. nov. 2025 skrev NHH:\n> Hei', 'Ja.\n\nDen 3. nov. 2025 skrev NHH:'],
    ['Norwegian, as Gmail does it', 'Ja.\n\nman. 3. nov. 2025 kl. 10:00 skrev:\n> Hei', 'Ja.'],
    ['Dutch', 'Ja.\nOp 3 nov 2025 om 10:00 schreef:\n> Beste', 'Ja.'],
    ['between the lines', '> When did you leave?\nOn 3 November.\n> Why?\nI was ill.', 'On 3 November.\nI was ill.'],
    [
      'above Outlook’s head',
      'Yes.\n\nFrom: NHH <a@nhh.example>\nSent: Monday\nTo: Anna\nSubject: Sign\n\nDear Anna',
      'Yes.',
    ],
    ['above Outlook’s line', 'Ja.\n________________________________\nFra: NHH\nSendt: mandag', 'Ja.'],
    ['above a forwarded mail', 'See below\n-----Original Message-----\nold', 'See below'],
    [
      'a sentence with From: is none',
      'From: Oslo to Paris by train\nThank you',
      'From: Oslo to Paris by train\nThank you',
    ],
    ['only a quotation', '> I came home on 3 November', '> I came home on 3 November'],
    ['control characters', 'a\u0000b\u001b[31mc\u202Ed\r\ne', 'ab[31mcd\ne'],
  ])('%s', (_what, text, expected) => {
    expect(own(text)).toBe(expected);
  });

  test.each([
    ['paragraphs', '<div>One &amp; two</div><div>three<br>four</div>', 'One & two\nthree\nfour'],
    ['no script, no style', '<style>p{}</style><p>Hello<script>alert(1)</script></p>', 'Hello'],
    [
      'Gmail’s quotation',
      '<div>Yes</div><div class="gmail_quote">On Mon NHH wrote: <blockquote>Dear</blockquote></div>',
      'Yes',
    ],
    ['Outlook’s quotation', '<p>Yes</p><div id="divRplyFwdMsg">From: NHH</div>', 'Yes'],
    ['a tag that never ends', 'Hello <b', 'Hello'],
  ])('HTML: %s', (_what, html, expected) => {
    expect(own('', html)).toBe(expected);
  });

  test('no key of ours survives a quotation, also not inside the link of a mail filter', () => {
    const secret = 'nhh-AbCdEfGhIjKlMnOpQrStUvWxYz012345';
    const text = own(
      `Is this it? https://grants.example/l/${secret} or https://safe.example/?url=https%3A%2F%2Fgrants.example%2Fl%2F${secret}&x\nreply+nhh-abcdefghijklmnopqrstuvwxyz234567@r.example`,
    );
    expect(text).not.toContain('AbCdEfGh');
    expect(text).not.toContain('abcdefghijkl');
    expect(text).toContain('https://grants.example/l/…');
  });

  test('at most so many characters, and it is said', () => {
    const { text, cut } = withoutQuote({ text: '😀'.repeat(REPLY_CHARACTERS + 1), html: '' }, REPLY_CHARACTERS);
    expect([[...text].length, cut]).toEqual([REPLY_CHARACTERS, true]);
  });

  test('whatever is written: no control characters, never too long, always the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        fc.string({ unit: 'binary', maxLength: 2000 }),
        (text, html) => {
          const once = withoutQuote({ text, html }, 500);
          expect([...once.text].length).toBeLessThanOrEqual(500);
          expect(once.text).not.toMatch(/[^\P{Cc}\n]/u);
          expect(withoutQuote({ text, html }, 500)).toEqual(once);
        },
      ),
    );
  });
});

/** What took more than its length in time would run into this limit. */
describe('hostile mails', { timeout: 60_000 }, () => {
  test('of more than the limit are not read', async () => {
    expect(await readBody(Buffer.alloc(MAIL_BYTES + 1))).toBeUndefined();
  });

  test('of a million lines are not read', async () => {
    expect(await readBody(mail({}, 'a\n'.repeat(1_000_000)))).toBeUndefined();
  });

  test('10 MB of text are read, and a little is kept', async () => {
    const { text, cut } = await sifted(mail({}, 'I came home early. '.repeat(550_000)));
    expect([text.length, cut]).toEqual([REPLY_CHARACTERS, true]);
  });

  test.each([
    ['one line of quotes', '>'.repeat(10_000_000)],
    ['a quarter of a million short lines', '> a\r\n'.repeat(250_000)],
    ['spaces', ' '.repeat(5_000_000)],
    ['dashes', '-'.repeat(5_000_000)],
    ['underscores and line ends', `${'_'.repeat(19)}\r\n`.repeat(200_000)],
  ])('some MB: %s', async (_what, text) => {
    await sifted(mail({}, text));
  });

  test.each([
    ['open tags', '<b'.repeat(1_000_000)],
    ['tags', '<i>'.repeat(1_000_000)],
    ['quotations', '<a '.repeat(1_000_000)],
    ['entities', '&amp'.repeat(1_000_000)],
    ['one style', `<style>${'</'.repeat(1_000_000)}`],
  ])('HTML of %s', async (_what, html) => {
    await sifted(mail({ 'Content-Type': 'text/html' }, html));
  });

  test('1 000 parts are not read', async () => {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n';
    const raw = mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, `${part.repeat(1000)}--b--`);
    expect(await readBody(raw)).toBeUndefined();
  });

  test('parts in parts in parts are not read', async () => {
    const open = (n: number) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`;
    const nested = Array.from({ length: 100 }, (_, n) => open(n)).join('');
    expect(await readBody(mail({ 'Content-Type': 'multipart/mixed; boundary=b0' }, nested))).toBeUndefined();
  });

  test('a mail in a mail in a mail stays closed', async () => {
    let inner = Buffer.from(mail({}, 'innermost secret'));
    for (let depth = 0; depth < 50; depth += 1) {
      inner = Buffer.concat([Buffer.from('From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n'), inner]);
    }
    const { text, leftOut } = await sifted(inner);
    expect([text, leftOut]).toEqual(['', ['kind']]);
  });

  test('a head without end', async () => {
    const head = await readHead(Buffer.from(`X: ${'a'.repeat(20_000_000)}`));
    expect(head.from).toBeUndefined();
    await readHead(Buffer.from('X-A: b\r\n'.repeat(2_000_000)));
  });

  test('a subject that tries to add a header stays one', async () => {
    const head = await readHead(mail({ Subject: '=?utf-8?Q?Hello=0D=0AX-Wayfare-Notice:_x?=' }));
    expect(head.values('x-wayfare-notice')).toEqual([]);
  });

  test.each(['utf-7', 'x-unknown', 'iso-2022-kr', '../../etc/passwd', 'a'.repeat(10_000)])(
    'charset %s is read as well as it can be',
    async (charset) => {
      expect(
        (await sifted(mail({ 'Content-Type': `text/plain; charset="${charset}"` }, 'I came home'))).text,
      ).toContain('came home');
    },
  );

  test('Norwegian letters in Latin-1', async () => {
    const raw = Buffer.from(
      'From: a@b.example\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nJeg dro fr\xe5 Bod\xf8',
      'latin1',
    );
    expect((await sifted(raw)).text).toBe('Jeg dro frå Bodø');
  });

  test('any bytes at all: read or refused, never a fault', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '--b',
        '--b--',
        '',
        'Content-Type: multipart/mixed; boundary=b',
        'Content-Type: message/rfc822',
        '=?utf-8?Q?=',
        'From: a',
        '\x00',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), async (lines) => {
        const raw = Buffer.from(lines.join('\r\n'));
        const head = await readHead(raw);
        dropReason(head, 'a@b.example', OURS);
        const body = await readBody(raw);
        if (body) sift(head, body, fine, 'a@b.example');
      }),
      { numRuns: 300 },
    );
  });
});
