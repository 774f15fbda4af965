import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filling, Page, Upload } from '../../infra/local/replay/browser.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { follow, linksIn } from './scanner.ts';
import { goodApplication, Town } from './town.ts';

/**
 * Whatever is wrong with what comes in: the person gets a clear sentence, nothing is lost, nothing half written. One town
 * with a clock that stands still; each test says what changed, by kind of record, in the whole system.
 */
const dataDir = temporaryFolder();
let town: Town;
let id = '';

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  await town.apply();
  id = await town.caseOf('kristoffer@student.nhh.example');
}, 60_000);
afterAll(() => town.host.stop());

test('for comparison, an application that can be taken: case, guards, mails and a workflow that waits', async () => {
  const second = { givenName: 'Theodora', familyName: 'Bergersen', email: 'theodora@student.nhh.example' };
  const changed = await town.changes(() => town.apply(second));
  expect(changed).toEqual([
    'case',
    'case/event',
    'case/mail',
    'case/phase',
    'case/wait',
    'link',
    'mail application-received',
    'mail approval-request',
    'stay',
    'workflows',
  ]);
});

describe('an application that cannot be taken', () => {
  const refused: readonly (readonly [string, Filling, string])[] = [
    [
      'a mistyped account',
      { account: '12345678904' },
      "This account number is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
    ],
    [
      'a mistyped IBAN',
      { account: 'NO93 8601 1117 948' },
      "This IBAN is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
    ],
    [
      'an IBAN of another length',
      { account: 'DE89370400440532013' },
      'An IBAN that begins with DE has 22 characters; this one has 19.',
    ],
    [
      'an account with too few digits',
      { account: '1234' },
      'A Norwegian account number has 11 digits; this one has 4. For an account abroad give its IBAN.',
    ],
    [
      'the account of the institution itself',
      { account: 'NO93 8601 1117 947' },
      'This is the account of NHH, from which the grant is paid. Give your own.',
    ],
    ['no account', { account: '' }, 'Give an account: eleven digits for a Norwegian one, otherwise an IBAN.'],
    [
      'dates that are none',
      { start: '2025-02-30' },
      'This is not a date. Write year, month and day, for example 2025-08-18.',
    ],
    ['dates the wrong way round', { end: '2025-08-01' }, 'The last day lies before the first day. Check both.'],
    [
      'a host in the United Kingdom',
      { country: 'GB' },
      'United Kingdom is outside the Erasmus+ grant of NHH: exchange there gets no Erasmus+ money.',
    ],
    [
      'a host in Switzerland, although a rate stands in the list',
      { country: 'CH' },
      'Switzerland is outside the Erasmus+ grant of NHH: exchange there gets no Erasmus+ money.',
    ],
    [
      'a host outside Europe',
      { country: 'JP' },
      'Japan is not a country of the Erasmus+ programme in this call; choose a host in the EU, the EEA or an associated country.',
    ],
    [
      'a stay in another semester',
      { start: '2026-01-12', end: '2026-06-05' },
      'NHH does not take applications for a stay that begins on 2026-01-12. Open now: autumn 2025.',
    ],
    [
      'a bachelor student with 30 ECTS',
      { studyLevel: 'bachelor', ects: '30' },
      'Bachelor students need 60 ECTS before the exchange semester; you have 30.',
    ],
    ['nobody nominated', { nominated: 'no' }, 'Only students nominated by NHH for an exchange can have the grant.'],
    [
      'an address that is none',
      { email: 'kristoffer at student' },
      'This is not a mail address. Write it like name@university.no.',
    ],
    [
      'a host code that is none',
      { code: 'PARIS' },
      'This is not an Erasmus code. It has the country, the city and a number, for example F  PARIS014.',
    ],
    ['a name that does not end', { contactName: 'K'.repeat(71) }, 'Use at most 70 characters; these are 71.'],
    [
      'the same stay once more',
      {},
      'There is already an application for this stay. Look for our mail with the link to it, or write to the international office.',
    ],
    [
      'the same stay, written another way',
      { email: 'Kristoffer@STUDENT.nhh.example', code: 'f paris014', account: '66048764755', end: '2025-12-18' },
      'There is already an application for this stay. Look for our mail with the link to it, or write to the international office.',
    ],
  ];

  test.each(refused)('%s', async (_what, wrong, sentence) => {
    let page = await town.browser.open('/apply/nhh');
    const changed = await town.changes(async () => {
      page = await town.apply(wrong);
    });
    expect([page.status, page.errors, changed]).toEqual([422, [sentence.replaceAll(/\s+/g, ' ')], []]);
    // Nothing that was typed is lost, right or wrong.
    const typed = { ...goodApplication, ...wrong };
    expect(Object.fromEntries(['familyName', 'email', 'account'].map((name) => [name, page.value(name)]))).toEqual({
      familyName: typed.familyName,
      email: typed.email,
      account: typed.account,
    });
  });

  test('a call that the institution does not have', async () => {
    let page = await town.browser.open('/apply/nhh');
    const changed = await town.changes(async () => {
      page = await town.apply({ email: 'other@student.nhh.example' }, '?call=1999');
    });
    const sentence = 'NHH has no call 1999; it has 2025, 2024, 2023, 2022. Ask the office for a new link.';
    expect([page.status, page.errors, changed]).toEqual([422, [sentence], []]);
  });
});

describe('a request that no page of ours makes', () => {
  test.each([
    [
      'fields by the names of what every object has',
      'POST',
      '/apply/nhh',
      'constructor=x&__proto__=y&toString=z',
      422,
      'Give your given name.',
    ],
    [
      'a form of half a megabyte',
      'POST',
      '/apply/nhh',
      `givenName=${'K'.repeat(500_000)}`,
      413,
      'Shorten what you wrote, and send the form again.',
    ],
    [
      'another method',
      'DELETE',
      '/apply/nhh',
      undefined,
      405,
      'Open the page from the link in your mail, and use its buttons.',
    ],
    ['an institution that is not there', 'GET', '/apply/uib', undefined, 404, 'Check the address.'],
    [
      'an institution by the name of what every object has',
      'GET',
      '/apply/constructor',
      undefined,
      404,
      'Check the address.',
    ],
    ['an address that cannot be decoded', 'GET', '/l/%E0%A4%A', undefined, 404, 'Check the address.'],
  ])('%s', async (_what, method, path, body, status, sentence) => {
    let answer = new Response();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const changed = await town.changes(async () => {
      answer = await fetch(town.host.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
    });
    expect([answer.status, changed]).toEqual([status, []]);
    expect(await answer.text()).toContain(sentence);
  });

  test('is answered without a word that is not ours', async () => {
    const { link = '' } = await town.mail('application-received', id);
    const page = await town.browser.open(`${link}?done=constructor`);
    expect(page.text).not.toContain('native code');
  });
});

describe('a link', () => {
  test.each([
    ['of nobody', 'nhh-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['of another institution', 'uib-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['cut in the middle', 'nhh-AAAA'],
    ['that reaches for another key', 'nhh%23case%2301-AAAAAAAAAAAAAAAAAAAAAAAA'],
  ])('%s is not known, whoever opens or sends it', async (_what, token) => {
    for (const method of ['GET', 'HEAD', 'POST']) {
      let answer = new Response();
      const changed = await town.changes(async () => {
        answer = await fetch(`${town.host.url}/l/${token}`, { method, redirect: 'manual' });
      });
      expect([method, answer.status, changed]).toEqual([method, 404, []]);
      if (method !== 'HEAD') expect(await answer.text()).toContain('This link is not known');
    }
  });

  test('says what was decided once it has been used, and decides nothing twice', async () => {
    const stale = await town.openFrom('approval-request', id);
    await town.approve(id);
    expect((await town.mobility(id)).state).toBe('agreement-issued');

    const opened = await town.openFrom('approval-request', id);
    expect(opened.text).toContain('Ingrid Berg approved the application.');
    expect(opened.text).toContain('This link has been used; nothing more can be done with it.');
    let again = opened;
    const changed = await town.changes(async () => {
      again = await stale.send('choice', { choice: 'refuse', by: 'Ingrid Berg', reason: 'No money' });
    });
    expect([again.status, changed]).toEqual([409, []]);
    expect(again.text).toContain('Ingrid Berg approved the application.');
  });

  test('that is in no mail does nothing either', async () => {
    const { link = '' } = await town.mail('application-received', id);
    let answer = new Response();
    const changed = await town.changes(async () => {
      answer = await fetch(`${town.host.url}${new URL(link).pathname}?do=everything`, { method: 'POST' });
    });
    expect([answer.status, changed]).toEqual([404, []]);
    expect(await answer.text()).toContain('Open your page again, and choose from what it offers.');
  });
});

describe('the code for the signature', () => {
  const box = { read: 'yes' };
  const toSign = () => town.openFrom('agreement-to-sign', id);
  /** Sends the form; gives its status, its sentences, and what it changed. */
  const sign = async (page: Page, filling: Filling) => {
    let answer = page;
    const changed = await town.changes(async () => {
      answer = await page.send('read', filling);
    });
    return [answer.status, answer.errors, changed];
  };

  test('is asked for: without one nothing is signed', async () => {
    expect(await sign(await toSign(), box)).toEqual([422, ['Type the code from the mail.'], []]);
    const { asked } = await town.askForCode(await toSign(), 'read', box, id);
    expect(await sign(asked, box)).toEqual([422, ['Type the code from the mail.'], []]);
  });

  test('is of no use without the box', async () => {
    const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
    const sentence = 'Tick the box to say that you have read the agreement and sign it.';
    expect(await sign(asked, { code })).toEqual([422, [sentence], []]);
  });

  test('wrong five times is wrong for good, also when the right one follows', async () => {
    const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
    const wrong = { ...box, code: code === '000000' ? '000001' : '000000' };
    for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', 'One try is left']) {
      const sentence = `This is not the code. ${left}; then a new code is needed.`;
      // Only the count of tries, which stands with the link.
      expect(await sign(asked, wrong)).toEqual([422, [sentence], ['link']]);
    }
    const locked = 'The code was typed wrongly too often, and no longer works. Ask for a new one.';
    expect(await sign(asked, wrong)).toEqual([422, [locked], ['link']]);
    expect(await sign(asked, { ...box, code })).toEqual([422, [locked], []]);
  });

  test('works for a quarter of an hour', async () => {
    const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
    await town.host.advanceTo('2025-06-10T07:15:00.000Z');
    const sentence = 'The code is older than 15 minutes and no longer works. Ask for a new one.';
    expect(await sign(asked, { ...box, code })).toEqual([422, [sentence], []]);
  });

  test('is sent five times an hour at most', async () => {
    let last = await toSign();
    for (let n = 1; n <= 5; n += 1) last = (await town.askForCode(await toSign(), 'read', box, id)).asked;
    const changed = await town.changes(async () => {
      last = await last.send('read', box, { name: 'do', value: 'send-code' });
    });
    expect([last.status, changed]).toEqual([429, []]);
    expect(last.errors.join()).toMatch(
      /^Five codes were sent within an hour, which is the most\. You can ask for another/,
    );
  });

  test('signs once, when it is right', async () => {
    await town.host.advanceTo('2025-06-10T09:00:00.000Z');
    const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
    const [status, , changed] = await sign(asked, { ...box, code });
    expect([status, (await town.mobility(id)).state]).toEqual([200, 'signed']);
    expect(changed).toContain('ledger');
    const again = await asked.send('read', { ...box, code });
    expect([again.status, (await town.mobility(id)).state]).toEqual([409, 'signed']);
  });
});

describe('on the status page', () => {
  const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size - 9)]);
  const upload = (name: string, bytes: Uint8Array): Upload => ({ name, type: 'application/pdf', bytes });
  const kind = 'Upload a PDF, or a photograph as JPEG or PNG. Other documents can be saved or printed as PDF.';
  const size = 'A file may have at most 4 MB. Save it smaller, for example as a PDF of one or two pages.';
  const ill = { 'illness-left': 'yes', 'illness-day': '2025-06-01', 'illness-sure': 'yes' };
  const gone = { 'withdraw-left': 'yes', 'withdraw-day': '2025-06-01', 'withdraw-reason': 'x', 'withdraw-sure': 'yes' };
  const early = 'This lies before the stay began. If you never began it, say so above.';

  const refused: readonly (readonly [string, string, Filling, number, string])[] = [
    [
      'a file of 4 MB and one byte',
      'upload-file',
      { 'upload-file': upload('a.pdf', pdf(4 * 1024 * 1024 + 1)) },
      413,
      size,
    ],
    ['a program by the name of a PDF', 'upload-file', { 'upload-file': upload('a.pdf', Buffer.from('MZ')) }, 415, kind],
    [
      'a picture in which a page hides',
      'upload-file',
      { 'upload-file': upload('a.png', Buffer.from('<svg/>')) },
      415,
      kind,
    ],
    ['an empty file', 'upload-file', { 'upload-file': upload('a.pdf', Buffer.alloc(0)) }, 422, 'Choose a file.'],
    ['no file', 'upload-file', {}, 422, 'Choose a file.'],
    ['illness before the stay began', 'illness-file', { ...ill, 'illness-file': upload('a.pdf', pdf(99)) }, 422, early],
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
    expect(changed).toEqual(['case/mail', 'link', 'mail code']);
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

describe('a stay that is confirmed with dates', () => {
  beforeAll(async () => {
    await town.host.advanceTo('2025-12-22T09:00:00.000Z');
  });

  test.each([
    [
      'that are none',
      { start: '2025-13-01' },
      'This is not a date. Write year, month and day, for example 2025-08-18.',
    ],
    [
      'the wrong way round',
      { start: '2025-12-19', end: '2025-08-18' },
      'The last day lies before the first day. Check both.',
    ],
    ['to come', { end: '2025-12-23' }, 'The last day lies in the future. Confirm the stay when it has ended.'],
    [
      'of another year',
      { start: '2024-08-18', end: '2024-12-19' },
      'These dates are far from the planned stay. Check the year, or write to the international office.',
    ],
    ['by nobody', { by: ' ' }, 'Give your name.'],
  ])('%s', async (_what, wrong, sentence) => {
    const page = await town.openFrom('confirmation-request', id);
    let answer = page;
    const changed = await town.changes(async () => {
      answer = await page.send('role', {
        start: '2025-08-18',
        end: '2025-12-19',
        by: 'Marie Dupont',
        role: 'Coordinator',
        ...wrong,
      });
    });
    expect([answer.status, answer.errors, changed]).toEqual([422, [sentence], []]);
  });
});

describe('too late', () => {
  test('the window of the semester has closed', async () => {
    let page = await town.browser.open('/apply/nhh');
    const changed = await town.changes(async () => {
      page = await town.apply({ email: 'late@student.nhh.example' });
    });
    const sentence = 'Applications for autumn 2025 closed on 2025-08-31. No semester is open now.';
    expect([page.status, page.errors, changed]).toEqual([422, [sentence], []]);
  });

  test('a link has expired after half a year; the case is still there', async () => {
    const waiting = await town.caseOf('theodora@student.nhh.example');
    const { link = '' } = await town.mail('approval-request', waiting);
    for (const method of ['GET', 'POST']) {
      let answer = new Response();
      const changed = await town.changes(async () => {
        answer = await fetch(town.host.url + new URL(link).pathname, { method });
      });
      const text = await answer.text();
      expect([answer.status, changed]).toEqual([410, []]);
      expect(text).toContain('This link has expired');
      expect(text).toContain('Nothing is lost: your case is still there.');
    }
    // Whoever has to decide got a fresh one with every reminder.
    const fresh = await town.openFrom('approval-reminder', waiting);
    expect([fresh.status, fresh.has('choice')]).toEqual([200, true]);
  });
});

test('a machine that follows every link of every mail, by GET and HEAD, changes nothing', async () => {
  const links = linksIn(town.host);
  expect(links.length).toBeGreaterThan(30);
  let answers: readonly number[] = [];
  const changed = await town.changes(async () => {
    answers = await follow(town.host, links);
  });
  expect(changed).toEqual([]);
  expect([...new Set(answers)].sort()).toEqual([200, 410]);
});

test('after all of this the case goes on as if nothing had been', async () => {
  await town.comeHome(id);
  const { state, settlement, payments } = await town.mobility(id);
  expect([state, settlement?.entitlement.minor]).toEqual(['closed', 215_533]);
  expect(payments.map(({ amount }) => amount.minor)).toEqual([148_400, 67_133]);
  expect([town.reports, town.host.undelivered()]).toEqual([[], []]);
});
