import { beforeEach, describe, expect, test } from 'vitest';
import { type PageWords, pageWords } from '../../functions/pages/words/index.ts';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { type Answer, type Fields, filledIn, Site } from './site.ts';

/** Every page of an application in the language of whoever fills it in. */

type Group = keyof PageWords;
const groups: readonly Group[] = [
  'activities',
  'apply',
  'approvals',
  'errors',
  'facts',
  'form',
  'frame',
  'home',
  'money',
  'steps',
];

/** All texts of a catalogue; a sentence with places to fill in is cut at them. */
function texts(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return String(words('§', '§', '§', '§')).split('§');
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(texts) : [];
}

const inGroups = (language: 'en' | 'nb' | 'nn' | 'nl') => groups.flatMap((group) => texts(pageWords(language)[group]));
const english = inGroups('en')
  .map((text) => text.trim())
  .filter((text) => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= 3);

const plain = (body: string): string =>
  body
    .replaceAll(/<span lang="en">.*?<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** What of the English catalogue stands on a page. */
const englishOn = ({ body }: Answer): readonly string[] => {
  const text = plain(body);
  return english.filter((sentence) => text.includes(sentence.replaceAll(/\s+/g, ' ')));
};

const staff: Fields = {
  givenName: 'Sanne',
  familyName: 'de Vries',
  email: 'sanne@utwente.example',
  unit: 'Faculty of Examples',
  eventType: 'teaching',
  academicDays: '5',
  teachingHours: '8',
  residenceCountry: 'NL',
  employedByInstitution: 'yes',
  otherEuFunding: 'no',
  agreementWithHost: 'yes',
  hostHasCharter: 'yes',
  hostIsHigherEducation: 'yes',
  headOfSectionCleared: 'yes',
  hostsVisited: '1',
  languageOfCountry: 'yes',
  country: 'SE',
  city: 'Lund',
  code: 'S  LUND01',
  contactName: 'Anna Berg',
  contactEmail: 'anna.berg@host.example',
  travel: 'none',
  distanceKm: '',
};

interface Visitor {
  readonly institution: string;
  /** What the browser asks for, and the language that follows. */
  readonly asks: string;
  readonly language: 'nb' | 'nn' | 'nl';
  readonly at: string;
  readonly answers: Fields;
}

const visitors: readonly Visitor[] = [
  {
    institution: 'nhh',
    asks: 'nb-NO,nb;q=0.9,en;q=0.8',
    language: 'nb',
    at: '2025-05-05T10:00:00.000Z',
    answers: filledIn,
  },
  {
    institution: 'oslomet',
    asks: 'en;q=0.4, nn-NO',
    language: 'nn',
    at: '2021-04-06T10:00:00.000Z',
    answers: {
      ...staff,
      email: 'astrid@oslomet.example',
      residenceCountry: 'NO',
      eventType: 'job-shadowing',
      costCentre: '263110',
      'approver-head-of-section-name': 'Siri Leder',
      'approver-head-of-section-email': 'siri.leder@oslomet.example',
      start: '2021-09-06',
      end: '2021-09-10',
    },
  },
  {
    institution: 'utwente',
    asks: 'nl',
    language: 'nl',
    at: '2025-05-05T10:00:00.000Z',
    answers: { ...staff, activity: 'HE-STA', costCentre: '20110350', start: '2025-09-08', end: '2025-09-12' },
  },
];

let site: Site;
beforeEach(() => {
  site = new Site();
});

const action = ({ body }: Answer): string =>
  (/<form[^>]* action="([^"]+)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&');

const cases = () => site.world.store.all('cases').filter(({ sk }) => sk === 'case') as CaseItem[];

/** Everything answered on the first step, as a link would bring it: the page on which all is looked at. */
const filled = ({ institution, answers }: Visitor, language?: string): Promise<Answer> =>
  site.post(`/apply/${institution}/start${language === undefined ? '' : `?language=${language}`}`, answers);

describe.each(visitors)('at $institution, whose visitor asks for $asks', (visitor) => {
  const { institution, asks, language, at } = visitor;
  beforeEach(() => {
    site.world.now = at;
    site.language = asks;
  });

  const expectOwn = (page: Answer, status = 200): void => {
    expect(englishOn(page)).toEqual([]);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.status).toBe(status);
  };

  test.each(['', '/one-page', '/received'])('the page /apply/%s is in the language', async (path) => {
    expectOwn(await site.get(`/apply/${institution}${path}`));
  });

  test('so is every step, as it is shown and when everything on it is missing', async () => {
    const checked = await filled(visitor);
    expectOwn(checked);
    const steps = ['you', 'stay', 'rules', 'payment'].map((name) => action(checked).replace(/check$/, name));
    for (const step of steps) expectOwn(await site.get(step));
    for (const step of steps) {
      const wrong = await site.post(step, {});
      expectOwn(wrong, 422);
      expect(wrong.text).toContain(pageWords(language).frame.correct);
    }
    const missing = await site.get(action(checked));
    expectOwn(missing, 200);
    expect(missing.text).toContain(pageWords(language).steps.missing);
  });

  test('the first step and the form on one page say what is missing in it', async () => {
    const { activity = '' } = visitor.answers;
    expectOwn(await site.post(`/apply/${institution}/start`, { activity }), 422);
    expectOwn(await site.post(`/apply/${institution}`, { activity }), 422);
  });

  test('the form on one page shows the amount in it', async () => {
    const page = await site.post(`/apply/${institution}`, { ...visitor.answers, do: 'preview' });
    expectOwn(page);
    expect(page.text).toContain(pageWords(language).apply.found.get);
  });

  test('whoever sends it gets mails and documents in it, which the form has chosen beforehand', async () => {
    const first = await site.get(`/apply/${institution}?activity=${visitor.answers.activity ?? ''}`);
    const chosen = /name="language" value="(\w+)"[^>]* checked/.exec(first.body)?.[1];
    expect(chosen).toBe(language);
    const page = await filled({ ...visitor, answers: { ...visitor.answers, language: chosen ?? '' } });
    const sent = await site.post(action(page), { seen: page.value('seen') ?? '', declare: 'yes' });
    expectOwn(sent);
    expect(sent.text).toContain(pageWords(language).apply.received.title);
    expect(cases().map(({ mobility }) => mobility.participant.language)).toEqual([language]);
  });
});

describe('the language', () => {
  const [nhh] = visitors as [Visitor, ...Visitor[]];
  const html = (page: Answer) => /<html lang="(\w+)">/.exec(page.body)?.[1];

  test.each([
    ['', '/apply/nhh', 'en', 'the first of the institution where nothing is asked for'],
    ['de-DE, fr;q=0.5', '/apply/nhh', 'en', 'the same where nothing of ours is'],
    ['nl, nb;q=0.3', '/apply/nhh', 'nb', 'only one that the institution offers'],
    ['en;q=0, no', '/apply/nhh', 'nb', 'never one that is refused'],
    ['nn, en;q=0.9', '/apply/nhh', 'nb', 'the other Norwegian before English'],
    ['nb', '/apply/nhh?language=en', 'en', 'what is chosen before what is asked for'],
    ['nb', '/apply/nhh?language=nl', 'nb', 'nothing that is chosen and not offered'],
    ['nn', '/', 'nn', 'any of ours on the first page'],
    ['en', '/?language=nl', 'nl', 'what is chosen there, too'],
    ['nn', '/no/such/page', 'nn', 'also of a page that does not exist'],
  ])('asked for %s, %s is in %s: %s', async (asks, path, expected, _why) => {
    site.language = asks;
    expect(html(await site.get(path))).toBe(expected);
  });

  test('chosen at the switch, it goes along to the end, and the answers stay', async () => {
    const page = await filled(nhh);
    expect(html(page)).toBe('en');
    const stay = await site.get(action(page).replace(/check$/, 'stay'));
    const other = /<a[^>]* href="([^"]+)" lang="nb"/.exec(stay.body)?.[1] ?? '';
    const bokmål = await site.get(other.replaceAll('&amp;', '&'));
    expect([html(bokmål), bokmål.value('city')]).toEqual(['nb', 'Paris']);
    const after = await site.post(action(bokmål), { ...nhh.answers, city: 'Lyon' });
    expect(html(after)).toBe('nb');
    expect(after.text).toContain('Lyon, Frankrike');
    const sent = await site.post(action(after), { seen: after.value('seen') ?? '', declare: 'yes' });
    expect(sent.text).toContain('Se i e-posten din');
    expect(cases()[0]?.mobility.participant.givenName).toBe('Ingrid');
  });

  test('looking at a page in another language writes nothing', async () => {
    const page = await filled(nhh);
    site.readOnly = true;
    expect(html(await site.get(`${action(page)}?language=nb`))).toBe('nb');
  });

  test('of the first step is what the mails are written in unless something else is said', async () => {
    const page = await site.get('/apply/nhh?language=nb');
    expect(page.body).toMatch(/name="language" value="nb"[^>]* checked/);
    expect(action(page)).toBe('/apply/nhh/start?language=nb');
  });

  test('of a refusal by the rules and of a closed semester follows', async () => {
    site.language = 'nb';
    const early = await site.post('/apply/nhh', { ...filledIn, start: '2027-08-18', end: '2027-12-19' });
    expect(early.error('start')).toContain('NHH tar ikke imot søknader om et opphold som begynner 18. august 2027.');
    expect(early.error('start')).toContain('høst 2025');
  });

  test('of what the case itself refuses is English, and marked as that', async () => {
    site.language = 'nb';
    await site.post('/apply/nhh', filledIn);
    const twice = await site.post('/apply/nhh', filledIn);
    expect(twice.body).toMatch(/<li><span lang="en">[^<]+<\/span><\/li>/);
  });
});
