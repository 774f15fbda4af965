import { beforeEach, describe, expect, test } from 'vitest';
import { factLimits } from '../../functions/pages/views/facts.ts';
import { wordsOfFact } from '../../functions/pages/views/words.ts';
import { pageWords } from '../../functions/pages/words/index.ts';
import { activityTypes } from '../../shared/grant/activities.ts';
import { type FactKind, type FactName, factKinds, factNames } from '../../shared/grant/facts.ts';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { rulebookWithHavnes } from '../rulebook/with-havnes.ts';
import { type Answer, type Fields, filledIn, Site } from './site.ts';

/** Forms of an institution that no code knows; its rules are test/rulebook/havnes.yaml. */
const rulebook = rulebookWithHavnes();
let site: Site;
beforeEach(() => {
  site = new Site(rulebook);
  site.world.now = '2025-11-03T09:00:00.000Z';
});

const cases = () => site.world.store.all('cases').filter((item) => item.sk === 'case') as CaseItem[];

/** Names of the fields that are asked in a group, each once, in their order. */
function asked(answer: Answer, legend: string): readonly string[] {
  const group =
    answer.body
      .split('<fieldset class="ds-fieldset group">')
      .find((part) => part.startsWith(`<legend class="ds-heading" data-size="sm">${legend}<`)) ?? '';
  return [...new Set([...group.matchAll(/<(?:input|select)[^>]* name="(\w+)"/g)].map(([, name = '']) => name))];
}

const student: Fields = {
  ...filledIn,
  activity: 'HE-SMS',
  degreeSeeking: 'yes',
  ects: '120',
  country: 'DE',
  city: 'Bremen',
  code: 'D  BREMEN01',
  start: '2026-01-12',
  end: '2026-05-29',
};

const member: Fields = {
  ...filledIn,
  activity: 'HE-STT',
  residenceCountry: 'NO',
  eventType: 'job-shadowing',
  headOfSectionCleared: 'yes',
  country: 'DK',
  city: 'Aarhus',
  code: 'Aarhus havn A/S',
  start: '2026-02-02',
  end: '2026-02-06',
};

const send = (fields: Fields) => site.post('/apply/havnes', fields);

describe('the first page', () => {
  test('lists every institution that takes applications', async () => {
    const { body } = await site.get('/');
    expect(body).toContain('href="/apply/havnes"');
    expect(body).toContain('href="/apply/nhh"');
    expect(body).not.toContain('href="/apply/sula"');
  });

  test('an institution that is known by its rules only has no form', async () => {
    expect((await site.get('/apply/sula')).status).toBe(404);
    expect((await site.post('/apply/sula', member)).status).toBe(404);
  });
});

describe('an institution with several activities', () => {
  test('asks first what one goes abroad for; the links carry on what the query has brought', async () => {
    const { body: page, text } = await site.get('/apply/havnes?call=2025&givenName=Åse');
    const body = page.slice(page.indexOf('<main'));
    expect(text).toContain('What do you go abroad for?');
    const links = [...body.matchAll(/href="(\/apply\/havnes\?[^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links).toEqual([
      '/apply/havnes?call=2025&givenName=%C3%85se&activity=HE-SMS',
      '/apply/havnes?call=2025&givenName=%C3%85se&activity=HE-STT',
    ]);
    const form = await site.get(links[1] ?? '');
    expect([form.value('activity'), form.value('call'), form.value('givenName')]).toEqual(['HE-STT', '2025', 'Åse']);
  });

  test.each(['', 'HE-BIP', 'constructor'])(
    'asks again for the activity “%s”, which it does not have',
    async (activity) => {
      expect((await site.get(`/apply/havnes?activity=${activity}`)).text).toContain('What do you go abroad for?');
      const sent = await send({ ...student, activity });
      expect([sent.status, cases()]).toEqual([422, []]);
      // What was typed is personal, and stands in no address.
      expect(sent.body).not.toContain('Ingrid');
    },
  );

  test('one with a single activity goes straight to its form', async () => {
    expect((await site.get('/apply/nhh')).value('activity')).toBe('HE-SMS');
  });
});

describe('the form asks what the rules of the activity look at, and nothing else', () => {
  test('students of Havnes', async () => {
    const form = await site.get('/apply/havnes/one-page?activity=HE-SMS');
    expect(form.text).toContain('For students of Havnes who go on exchange. Taken now: stays in spring 2026.');
    expect(asked(form, 'Your studies')).toEqual(['studyLevel', 'ects', 'degreeSeeking', 'previousFundedDays']);
    expect(asked(form, 'Your stay')).toContain('fewerOpportunities');
    expect(form.text).toContain('Do you study for a degree at Havnes?');
    expect(form.text).toContain('Erasmus code of the host');
  });

  test('its staff: work, the account of the unit, and a host that may be any organisation', async () => {
    const form = await site.get('/apply/havnes/one-page?activity=HE-STT');
    expect(form.text).toContain('For staff of Havnes who go abroad to learn for their work.');
    expect(asked(form, 'Your work')).toEqual([
      'eventType',
      'residenceCountry',
      'headOfSectionCleared',
      'languageOfCountry',
    ]);
    expect(asked(form, 'Your stay')).not.toContain('fewerOpportunities');
    expect(form.text).toContain('Bank account of your faculty or unit');
    expect(form.text).toContain('Name of the host');
  });

  test('says when nothing is taken at the moment', async () => {
    site.world.now = '2026-03-01T09:00:00.000Z';
    expect((await site.get('/apply/havnes/one-page?activity=HE-SMS')).text).toContain(
      'At the moment no applications are taken.',
    );
  });
});

test('an institution without windows takes applications at any time', async () => {
  const always = rulebookWithHavnes((yaml) => yaml.replace(/^windows:\n[\s\S]*?\n\n/m, 'windows: []\n\n'));
  site = new Site(always);
  site.world.now = '2026-03-01T09:00:00.000Z';
  expect((await site.get('/apply/havnes/one-page?activity=HE-STT')).text).not.toContain('applications are taken');
  expect((await send({ ...member, start: '2026-09-01', end: '2026-09-04' })).text).toContain('Look at your mail');
});

describe('answers', () => {
  test('stand in the case by their kinds, and an earlier stay that was not named is none', async () => {
    expect((await send(student)).status).toBe(200);
    expect(cases()[0]?.mobility.stay).toMatchObject({
      activity: 'HE-SMS',
      host: { code: 'D  BREMEN01' },
      fewerOpportunities: false,
      facts: { ects: 120, degreeSeeking: true, previousFundedDays: 0 },
    });
  });

  test('of staff too; the host stands there by its name, and what nobody was asked is not believed', async () => {
    expect((await send({ ...member, fewerOpportunities: 'yes', ects: '300' })).status).toBe(200);
    expect(cases()[0]?.mobility.stay).toMatchObject({
      activity: 'HE-STT',
      host: { code: 'Aarhus havn A/S' },
      fewerOpportunities: false,
    });
    expect(cases()[0]?.mobility.stay.facts).toEqual({
      eventType: 'job-shadowing',
      residenceCountry: 'NO',
      headOfSectionCleared: true,
    });
    expect(cases()[0]?.mobility.assessment).toMatchObject({ eligible: 'yes', needs: [], total: { minor: 75_000 } });
  });

  test('a university is known by its code where it has one', async () => {
    await send({ ...member, code: 'dk aarhus01' });
    expect(cases()[0]?.mobility.stay.host.code).toBe('DK AARHUS01');
  });

  test('may be missing where no rule comes to them', async () => {
    expect((await send({ ...member, eventType: 'language-course' })).error('languageOfCountry')).toBe(
      'Say whether the language of the course is spoken there.',
    );
    expect((await send({ ...member, eventType: 'seminar' })).status).toBe(200);
  });

  test('all that are missing are named, in the order of the form', async () => {
    const { body } = await send({ activity: 'HE-STT' });
    const summary = [...body.matchAll(/<li><a class="ds-link" href="#(\w+)">/g)].map(([, name]) => name);
    expect(summary).toEqual([
      'givenName',
      'familyName',
      'email',
      'account',
      'eventType',
      'residenceCountry',
      'headOfSectionCleared',
      'languageOfCountry',
      'country',
      'city',
      'code',
      'contactName',
      'contactEmail',
      'start',
      'end',
      'travel',
    ]);
  });

  test.each([
    ['residenceCountry', 'XX', 'Choose the country in which you live.'],
    ['eventType', 'holiday', 'Choose what you will do there.'],
    ['headOfSectionCleared', 'perhaps', 'Say whether your head of section has agreed.'],
    ['code', '', 'Give the name of your host, or its Erasmus code.'],
    ['code', 'x'.repeat(71), 'Use at most 70 characters; these are 71.'],
  ])('%s cannot be “%s”', async (name, value, sentence) => {
    const answer = await send({ ...member, [name]: value });
    expect([answer.status, answer.error(name)]).toEqual([422, sentence]);
  });
});

describe('a refusal stands at the field that its requirement looks at first, whatever its code', () => {
  test.each<[Fields, string, string]>([
    [{ ...student, ects: '60' }, 'ects', 'Havnes asks for 90 ECTS before the stay; you have 60.'],
    [
      { ...student, degreeSeeking: 'no' },
      'degreeSeeking',
      'Only those who study for a degree at Havnes go with this grant.',
    ],
    [
      { ...student, country: 'NO' },
      'country',
      'The host is in Norway, the country of Havnes itself; a mobility goes to another country.',
    ],
    [
      { ...student, previousFundedDays: '300' },
      'end',
      'With earlier stays the mobility counts 438 days; at most 360 can be funded.',
    ],
    [{ ...member, eventType: 'conference' }, 'eventType', 'Havnes pays for no conferences.'],
    [
      { ...member, residenceCountry: 'DK' },
      'residenceCountry',
      'You live in Denmark: choose a host in another country.',
    ],
    [{ ...member, end: '2026-02-02' }, 'end', 'The stay counts 1 days; a grant needs at least 2.'],
    [
      { ...member, start: '2026-09-01', end: '2026-09-04' },
      'start',
      'Havnes does not take applications for a stay that begins on 2026-09-01. Open now: spring 2026.',
    ],
  ])('%#: %s', async (fields, field, sentence) => {
    const answer = await send(fields);
    expect([answer.status, answer.error(field)]).toEqual([422, sentence]);
    expect(answer.body).toContain(`href="#${field}">`);
    expect(answer.body).toMatch(new RegExp(`id="${field}"`));
    expect(cases()).toEqual([]);
  });

  test('several at once, each at its own', async () => {
    const answer = await send({
      ...member,
      eventType: 'conference',
      residenceCountry: 'DK',
      headOfSectionCleared: 'no',
    });
    expect(['eventType', 'residenceCountry', 'headOfSectionCleared'].map((name) => answer.error(name))).toEqual([
      'Havnes pays for no conferences.',
      'You live in Denmark: choose a host in another country.',
      'Your leader has to agree first.',
    ]);
  });
});

describe('“Show what I would get”', () => {
  const preview = (fields: Fields) => send({ ...fields, do: 'preview' });

  test('shows the amounts of the institution’s own rules', async () => {
    const answer = await preview(student);
    expect(answer.text).toContain('What you would get: 2 760.00 EUR');
    expect(answer.text).toContain('2 208.00 EUR 26 496.00 NOK');
    expect((await preview(member)).text).toContain('What you would get: 750.00 EUR');
  });

  test('names what it also depends on, and says every reason why there is nothing', async () => {
    const { headOfSectionCleared: _cleared, ...silent } = member;
    expect((await preview(silent)).text).toContain(
      'Whether you can have it also depends on: cleared with the head of section.',
    );
    const nothing = await preview({ ...member, eventType: 'conference', headOfSectionCleared: 'no' });
    expect(nothing.text).toContain(
      'With these answers there is no grant Havnes pays for no conferences. Your leader has to agree first.',
    );
    expect(cases()).toEqual([]);
  });

  test('an answer that cannot be is as if it had not been given', async () => {
    expect((await preview({ ...student, ects: 'many' })).text).toContain('also depends on: ECTS completed');
  });
});

describe('the words', () => {
  const languages = ['en', 'nb', 'nn', 'nl'] as const;
  const all = languages.flatMap((language) => factNames.map((name) => [language, name] as const));

  test.each(all)('in %s of the fact %s have a question, and names for every answer', (language, name) => {
    const { question, missing, options = {} } = wordsOfFact(pageWords(language), name);
    const { most } = factLimits[name] ?? {};
    expect(question).toMatch(/\S/);
    expect(missing).toMatch(/\.$/);
    const kind: FactKind = factKinds[name];
    if (kind.kind === 'number') expect(most).toBeGreaterThan(0);
    const named: readonly FactName[] = ['languageLevel'];
    if (kind.kind === 'one-of' && !named.includes(name)) expect(Object.keys(options)).toEqual(kind.values);
  });

  test.each(activityTypes)('of the activity %s say who it is for', (activity) => {
    for (const language of languages) expect(pageWords(language).activities[activity].lead).toContain('{home}');
  });
});
