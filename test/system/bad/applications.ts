import { describe, expect, test } from 'vitest';
import type { Filling } from '../../../infra/local/replay/browser.ts';
import { goodApplication } from '../town.ts';
import { id, town } from './scene.ts';

/** Applications that cannot be taken, and requests that no form of ours makes. */
export function applicationsAreRefused(): void {
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
      'person/case',
      'reply-address',
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
      let page = await town.browser.open('/apply/nhh/one-page');
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
      let page = await town.browser.open('/apply/nhh/one-page');
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
}
