import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { filledIn, Site } from './site.ts';

let site: Site;
beforeEach(() => {
  site = new Site();
});

const send = (change: Readonly<Record<string, string>> = {}) => site.post('/apply/nhh', { ...filledIn, ...change });
const cases = () => site.world.store.all('cases').filter((item) => item.sk === 'case') as CaseItem[];

describe('the application', () => {
  test('opens a case with what was typed, and says to look at the mail', async () => {
    const answer = await send();
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Look at your mail');
    expect(cases()[0]?.mobility).toMatchObject({
      institution: 'nhh',
      state: 'applied',
      participant: { givenName: 'Ingrid', familyName: 'Østby Dahl', account: { bban: '12345678903' }, language: 'en' },
      stay: {
        call: '2025',
        activity: 'HE-SMS',
        host: { country: 'FR', city: 'Paris', code: 'F  PARIS014', contact: { name: 'Claire Martin' } },
        planned: { start: '2025-08-18', end: '2025-12-19' },
        travel: 'none',
        fewerOpportunities: false,
        facts: { studyLevel: 'bachelor', ects: 120, nominated: true, languageLevel: 'B2', doubleDegree: false },
      },
    });
  });

  test('shows nobody a link: it comes by mail', async () => {
    expect((await send()).body).not.toContain('/l/');
    await site.deliverAll();
    expect(site.world.last(/has arrived/).link).toMatch(/^\/l\/nhh-/);
  });

  test('takes dates as people write them where the browser has no calendar', async () => {
    await send({ start: '18.8.2025', end: '19.12.2025' });
    expect(cases()[0]?.mobility.stay.planned).toEqual({ start: '2025-08-18', end: '2025-12-19' });
  });

  test('can be filled in by a link, which sends nothing', async () => {
    const answer = await site.get(`/apply/nhh/one-page?${new URLSearchParams(filledIn)}`);
    expect(answer.value('familyName')).toBe('Østby Dahl');
    expect(answer.body).toContain('<option value="FR" selected>');
    expect(cases()).toEqual([]);
  });

  test('a second one for the same stay is refused', async () => {
    await send();
    const again = await send();
    expect(again.status).toBe(422);
    expect(again.text).toContain('There is already an application for this stay.');
    expect(cases()).toHaveLength(1);
  });
});

describe('what is wrong is said next to the field, in the summary, and nothing typed is lost', () => {
  test.each([
    ['givenName', '', 'Give your given name.'],
    ['givenName', 'x'.repeat(71), 'Use at most 70 characters; these are 71.'],
    ['familyName', ' ', 'Give your family name.'],
    [
      'familyName',
      'x'.repeat(64),
      'Given and family name may have 69 characters together: banks carry no more. Shorten one.',
    ],
    ['email', '', 'Give your mail address.'],
    ['email', 'ingrid', 'This is not a mail address. Write it like name@university.no.'],
    ['email', 'a@b.no, c@d.no', 'This is not a mail address. Write it like name@university.no.'],
    ['account', '', 'Give an account: eleven digits for a Norwegian one, otherwise an IBAN.'],
    [
      'account',
      '12345678901',
      "This account number is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
    ],
    [
      'account',
      'DE89370400440532013001',
      "This IBAN is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
    ],
    ['studyLevel', '', 'Choose your level of study.'],
    ['studyLevel', 'professor', 'Choose your level of study.'],
    ['ects', '', 'Give the number of ECTS that you have completed.'],
    ['ects', 'many', 'Write a whole number, digits only.'],
    ['ects', '-60', 'Write a whole number, digits only.'],
    ['ects', '6000', 'Give a number from 0 to 600.'],
    ['nominated', '', 'Say whether you have been nominated.'],
    ['languageLevel', '', 'Choose your language level.'],
    ['doubleDegree', '', 'Say whether it is a double degree.'],
    ['country', '', 'Choose the country of your host.'],
    ['country', 'XX', 'Choose the country of your host.'],
    ['city', '', 'Give the city of your host.'],
    ['code', '', 'Give the Erasmus code of your host.'],
    [
      'code',
      'Sorbonne',
      'This is not an Erasmus code. It has the country, the city and a number, for example F  PARIS014.',
    ],
    ['contactName', '', 'Give the name of your coordinator at the host.'],
    ['contactEmail', 'claire', 'This is not a mail address. Write it like name@university.no.'],
    ['start', '', 'Give the first day of your stay.'],
    ['start', '2025-02-30', 'This is not a date. Write year, month and day, for example 2025-08-18.'],
    ['end', '2025-08-17', 'The last day lies before the first day. Check both.'],
    ['end', '18/19/2025', 'This is not a date. Write year, month and day, for example 2025-08-18.'],
    ['travel', '', 'Choose whether you ask for a travel grant.'],
    ['travel', 'by dragon', 'Choose whether you ask for a travel grant.'],
    ['distanceKm', '12.5', 'Write a whole number, digits only.'],
    ['fewerOpportunities', '', 'Say whether you are a student with fewer opportunities.'],
    [
      'start',
      '2026-02-01',
      'NHH does not take applications for a stay that begins on 2026-02-01. Open now: autumn 2025.',
    ],
    ['country', 'CH', 'Switzerland is outside the Erasmus+ grant of NHH: exchange there gets no Erasmus+ money.'],
    ['country', 'GB', 'United Kingdom is outside the Erasmus+ grant of NHH: exchange there gets no Erasmus+ money.'],
    ['ects', '30', 'Bachelor students need 60 ECTS before the exchange semester; you have 30.'],
    ['end', '2025-09-30', 'The stay counts 43 days; a grant needs at least 60.'],
  ])('%s = “%s”', async (name, value, sentence) => {
    const answer = await send({
      [name]: value,
      ...(name === 'start' && value === '2026-02-01' ? { end: '2026-06-01' } : {}),
    });
    expect(answer.status).toBe(422);
    expect(answer.error(name)).toBe(sentence);
    expect(answer.body).toContain(`href="#${name}">`);
    expect(answer.body).toMatch(new RegExp(`id="${name}"`));
    expect(answer.body).toContain('<title>Error: ');
    for (const kept of ['familyName', 'city', 'contactName'].filter((field) => field !== name)) {
      expect(answer.value(kept)).toBe(filledIn[kept]);
    }
    expect(cases()).toEqual([]);
  });

  test('everything at once, in the order of the form', async () => {
    const answer = await site.post('/apply/nhh', {});
    const summary = [...answer.body.matchAll(/<li><a class="ds-link" href="#(\w+)">/g)].map(([, name]) => name);
    expect(summary).toEqual([
      'givenName',
      'familyName',
      'email',
      'account',
      'studyLevel',
      'ects',
      'doubleDegree',
      'nominated',
      'languageLevel',
      'country',
      'city',
      'code',
      'contactName',
      'contactEmail',
      'start',
      'end',
      'travel',
      'fewerOpportunities',
    ]);
  });

  test('a travel grant needs the distance only where it cannot be estimated from the city', async () => {
    expect((await send({ travel: 'green', city: 'Xyzville' })).error('distanceKm')).toBe(
      'We do not know how far away this city is. Give the figure of the distance calculator.',
    );
    expect((await send({ travel: 'green', city: 'Xyzville', distanceKm: '1300' })).status).toBe(200);
    expect((await send({ travel: 'green', start: '2025-08-19' })).status).toBe(200);
    const hosts = cases().map(({ mobility }) => [mobility.stay.planned.start, mobility.stay.host] as const);
    expect(Object.fromEntries(hosts)).toMatchObject({
      '2025-08-18': { city: 'Xyzville', distanceKm: 1300 },
      '2025-08-19': { city: 'Paris', estimatedKm: 1297 },
    });
  });

  test('a distance that lies between two amounts by the estimate has to be given', async () => {
    // 498 km from Bergen by the estimate, and the next amount begins at 500.
    expect((await send({ travel: 'standard', country: 'DK', city: 'Viborg' })).error('distanceKm')).toBe(
      'By our estimate the distance lies between two amounts. Give the figure of the distance calculator.',
    );
  });

  test('several requirements at once stand each at its own field, those of one field together', async () => {
    const answer = await send({ country: 'CH', ects: '30', languageLevel: 'A2', nominated: 'no', end: '2025-09-30' });
    expect(answer.status).toBe(422);
    expect(answer.error('country')).toContain('Switzerland is outside the Erasmus+ grant of NHH');
    expect(answer.error('ects')).toContain('Bachelor students need 60 ECTS');
    expect(answer.error('languageLevel')).toContain('you have A2');
    expect(answer.error('nominated')).toContain('Only students nominated by NHH');
    expect(answer.error('end')).toContain('The stay counts 43 days');
  });

  test('after the window has closed', async () => {
    site.world.now = '2025-09-01T08:00:00.000Z';
    expect((await send()).error('start')).toBe(
      'Applications for autumn 2025 closed on 2025-08-31. No semester is open now.',
    );
  });

  test('markup in a name stays text', async () => {
    const answer = await send({ givenName: '"><script>alert(1)</script>', email: '' });
    expect(answer.body).not.toContain('<script>');
    expect(answer.body).toContain('&quot;&gt;&lt;script&gt;');
  });
});

describe('“Show what I would get”', () => {
  const preview = (change: Readonly<Record<string, string>> = {}) => send({ do: 'preview', ...change });

  test('shows the amount with its working, the instalments and the local currency', async () => {
    const answer = await preview();
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('What you would get: 2 120.00 EUR');
    expect(answer.text).toContain('120 days (4 months flat) × 530.00 EUR / 30 = 2 120.00 EUR');
    expect(answer.text).toContain('1 484.00 EUR 17 425.87 NOK');
    expect(answer.text).toContain('636.00 EUR 7 468.23 NOK');
  });

  test('stores nothing and sends nothing', async () => {
    site.readOnly = true;
    expect((await preview()).status).toBe(200);
    expect(site.world.store.all('cases')).toEqual([]);
  });

  test('needs only what the amount depends on, and says what else eligibility depends on', async () => {
    const answer = await site.post('/apply/nhh', {
      do: 'preview',
      country: 'FR',
      start: '2025-08-18',
      end: '2025-12-19',
      travel: 'none',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('What you would get: 2 120.00 EUR');
    expect(answer.text).toMatch(/Whether you can have it also depends on: .*nominated for the stay/);
  });

  test('adds the travel grant and the top-up', async () => {
    const answer = await preview({ travel: 'green', distanceKm: '1300', fewerOpportunities: 'yes' });
    expect(answer.text).toContain('417.00 EUR');
    expect(answer.text).toContain('1 000.00 EUR');
    expect(answer.text).toContain('What you would get: 3 537.00 EUR');
  });

  test('says clearly when there would be nothing', async () => {
    const answer = await preview({ country: 'CH' });
    expect(answer.text).toContain('With these answers there is no grant');
    expect(answer.text).toContain('Switzerland is outside the Erasmus+ grant of NHH');
  });

  test('keeps what was typed, complete or not', async () => {
    const answer = await preview({ email: 'not yet', givenName: '' });
    expect(answer.value('email')).toBe('not yet');
    expect(answer.value('city')).toBe('Paris');
  });
});
