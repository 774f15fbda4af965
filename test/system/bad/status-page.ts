import { describe, expect, test } from 'vitest';
import type { Filling, Upload } from '../../../infra/local/replay/browser.ts';
import { goodApplication } from '../town.ts';
import { id, town } from './scene.ts';

/** What a participant may get wrong on the status page. */
export function actionsAreRefused(): void {
  describe('on the status page', () => {
    const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size - 9)]);
    const upload = (name: string, bytes: Uint8Array): Upload => ({ name, type: 'application/pdf', bytes });
    const kind = 'Upload a PDF, or a photograph as JPEG or PNG. Other documents can be saved or printed as PDF.';
    const size = 'A file may have at most 4 MB. Save it smaller, for example as a PDF of one or two pages.';
    const ill = { 'illness-left': 'yes', 'illness-day': '2025-06-01', 'illness-sure': 'yes' };
    const gone = {
      'withdraw-left': 'yes',
      'withdraw-day': '2025-06-01',
      'withdraw-reason': 'x',
      'withdraw-sure': 'yes',
    };
    const early = 'This lies before the stay began. If you never began it, say so above.';

    const refused: readonly (readonly [string, string, Filling, number, string])[] = [
      [
        'a file of 4 MB and one byte',
        'upload-file',
        { 'upload-file': upload('a.pdf', pdf(4 * 1024 * 1024 + 1)) },
        413,
        size,
      ],
      [
        'a program by the name of a PDF',
        'upload-file',
        { 'upload-file': upload('a.pdf', Buffer.from('MZ')) },
        415,
        kind,
      ],
      [
        'a picture in which a page hides',
        'upload-file',
        { 'upload-file': upload('a.png', Buffer.from('<svg/>')) },
        415,
        kind,
      ],
      ['an empty file', 'upload-file', { 'upload-file': upload('a.pdf', Buffer.alloc(0)) }, 422, 'Choose a file.'],
      ['no file', 'upload-file', {}, 422, 'Choose a file.'],
      [
        'illness before the stay began',
        'illness-file',
        { ...ill, 'illness-file': upload('a.pdf', pdf(99)) },
        422,
        early,
      ],
      ['illness without a certificate', 'illness-file', { ...ill, 'illness-left': 'never' }, 422, 'Choose a file.'],
      ['the end of a stay before it began', 'withdraw-reason', gone, 422, early],
      [
        'the end of a stay to come',
        'withdraw-reason',
        { ...gone, 'withdraw-day': '2025-09-01' },
        422,
        'This lies in the future. Report it when you have left.',
      ],
      [
        'the end of a stay without a day',
        'withdraw-reason',
        { ...gone, 'withdraw-day': '' },
        422,
        'Give your last day at the host.',
      ],
      [
        'the end of a stay that nobody means',
        'withdraw-reason',
        { ...gone, 'withdraw-left': 'never', 'withdraw-sure': '' },
        422,
        'Tick the box to say that you mean it.',
      ],
      [
        'a mistyped account',
        'account-number',
        { 'account-number': '86011117948' },
        422,
        "This account number is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
      ],
      [
        'the account of the institution itself',
        'account-number',
        { 'account-number': '8601 11 17947' },
        422,
        'This is the account of NHH, from which the grant is paid. Give your own.',
      ],
      ['duties of which none is done', 'duties-eu-survey', {}, 422, 'Tick at least one thing that is done.'],
    ];

    test.each(refused)('%s', async (_what, field, filling, status, sentence) => {
      const page = await town.openFrom('agreement-signed', id);
      let answer = page;
      const changed = await town.changes(async () => {
        answer = await page.send(field, filling);
      });
      expect([answer.status, answer.errors, changed]).toEqual([status, [sentence], []]);
    });

    test('the account that is on file already is not a new one', async () => {
      const page = await town.openFrom('agreement-signed', id);
      const same = { 'account-number': goodApplication.account ?? '' };
      let answer = page;
      const changed = await town.changes(async () => {
        answer = await town.sendWithCode(page, 'account-number', same, id);
      });
      expect([answer.status, answer.errors]).toEqual([
        422,
        ['This is the account that we have already. Give another one.'],
      ]);
      expect(changed).toEqual(['case/mail', 'link', 'mail code', 'reply-address']);
    });

    test.each([
      ['larger than a request may be', 'x'.repeat(7 * 1024 * 1024), 413, 'more than 6 MB'],
      [
        'that breaks off',
        '--x\r\ncontent-disposition: form-data; name="upload-file"; filename="a.pdf"\r\n\r\n%PDF',
        400,
        'Go back and send the file once more.',
      ],
      ['of no form', 'not a form', 400, 'Go back and send the file once more.'],
    ])('an upload %s', async (_what, body, status, sentence) => {
      const { link = '' } = await town.mail('agreement-signed', id);
      const address = `${town.host.url}${new URL(link).pathname}?do=upload`;
      let answer = new Response();
      const changed = await town.changes(async () => {
        answer = await fetch(address, {
          method: 'POST',
          body,
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        });
      });
      expect([answer.status, changed]).toEqual([status, []]);
      expect(await answer.text()).toContain(sentence);
    });

    test.each([
      ['2025-02-30', 'This is not a date. Write year, month and day, for example 2025-10-15.'],
      ['2025-01-01', 'This lies before the stay begins. If you do not go at all, everything paid has to be paid back.'],
    ])('“what would I owe if I left on %s” is answered in words', async (day, sentence) => {
      const { link = '' } = await town.mail('agreement-signed', id);
      let page = await town.browser.open(link);
      const changed = await town.changes(async () => {
        page = await town.browser.open(`${link}?left=${day}`);
      });
      expect([page.status, changed]).toEqual([200, []]);
      expect(page.text).toContain(sentence);
    });
  });
}
