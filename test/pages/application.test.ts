import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftItem } from '../../shared/drafts/draft.ts';
import { deliver, undelivered } from '../../shared/mobility/outbox.ts';
import type { CaseItem } from '../../shared/mobility/records.ts';
import { type Answer, type Fields, filledIn, Site } from './site.ts';

/** An application that is filled in step by step, kept as it goes, and gone on with from a link. */

let site: Site;
beforeEach(() => {
  site = new Site();
});

const parts = {
  you: ['givenName', 'familyName', 'email'],
  stay: ['country', 'city', 'code', 'contactName', 'contactEmail', 'start', 'end', 'travel', 'distanceKm'],
  rules: ['studyLevel', 'ects', 'nominated', 'languageLevel', 'doubleDegree', 'fewerOpportunities'],
  payment: ['account'],
} as const;
type Step = keyof typeof parts;

const answersOf = (step: Step, change: Fields = {}): Fields => ({
  ...Object.fromEntries(parts[step].map((name) => [name, filledIn[name] ?? ''])),
  ...change,
});

/** Where the form of a page is sent. */
const action = ({ body }: Answer): string => /<form[^>]* action="([^"]+)"/.exec(body)?.[1] ?? '';
const stepOf = (page: Answer): string => action(page).split('/').at(-1) ?? '';

/** Sends the step that the page shows. */
const go = (page: Answer, change: Fields = {}): Promise<Answer> =>
  site.post(action(page), answersOf(stepOf(page) as Step, change));

const start = (change: Fields = {}): Promise<Answer> => site.post('/apply/nhh/start', answersOf('you', change));

/** Everything answered: the page on which all is looked at. */
async function filled(change: Fields = {}): Promise<Answer> {
  let page = await start();
  for (const _ of ['stay', 'rules', 'payment']) page = await go(page, change);
  return page;
}

const send = (page: Answer, declare = 'yes'): Promise<Answer> =>
  site.post(action(page), { seen: page.value('seen') ?? '', declare });

const records = (kind: string) => site.world.store.all('cases').filter(({ sk }) => sk === kind);
const cases = () => records('case') as CaseItem[];
const drafts = () => records('draft') as DraftItem[];

async function resumed(): Promise<string> {
  await site.world.deliverDrafts();
  return site.world.last(/Go on with your application/).link ?? '';
}

describe('step by step', () => {
  test('from who you are to the amount, each step once', async () => {
    let page = await start();
    const walked = [stepOf(page)];
    for (let n = 0; n < 3; n += 1) {
      page = await go(page);
      walked.push(stepOf(page));
    }
    expect(walked).toEqual(['stay', 'rules', 'payment', 'check']);
    expect(page.text).toContain('What you would get: 2 120.00 EUR');
    expect(page.text).toContain('120 days (4 months flat) × 530.00 EUR / 30 = 2 120.00 EUR');
    expect(page.text).toContain('Paris, France');
    expect(page.text).toContain('Nothing has been sent yet.');
    expect(cases()).toEqual([]);
  });

  test('makes the same case as the form on one page', async () => {
    const sent = await send(await filled());
    expect(sent.text).toContain('Look at your mail');
    const other = new Site();
    await other.post('/apply/nhh', filledIn);
    const made = (from: Site) => from.world.store.all('cases').find(({ sk }) => sk === 'case') as CaseItem | undefined;
    expect(cases()[0]?.mobility).toEqual(made(other)?.mobility);
  });

  test('asks nothing else than the rules of this stay look at', async () => {
    const stay = await start();
    const page = await go(stay, { country: 'DE', code: 'D  BREMEN01' });
    expect(page.text).toContain('Only what the rules for such a stay look at is asked.');
    expect(page.body).not.toContain('name="account"');
  });

  test('a link that brings every answer leads from the first step to the last', async () => {
    const first = await site.get(`/apply/nhh?${new URLSearchParams(filledIn)}`);
    expect(first.value('familyName')).toBe('Østby Dahl');
    const hidden = Object.fromEntries(Object.keys(filledIn).map((name) => [name, first.value(name) ?? '']));
    const page = await site.post('/apply/nhh/start', hidden);
    expect(stepOf(page)).toBe('check');
  });

  test('what one would get is shown before everything is answered', async () => {
    const stay = await start();
    const page = await site.post(action(stay), { ...answersOf('stay'), contactName: '', do: 'preview' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('What you would get: 2 120.00 EUR');
  });
});

describe('what is wrong is said at its field', () => {
  test.each<[Step, string, string, string]>([
    [
      'stay',
      'code',
      'Sorbonne',
      'This is not an Erasmus code. It has the country, the city and a number, for example F  PARIS014.',
    ],
    ['stay', 'end', '2025-08-01', 'The last day lies before the first day. Check both.'],
    ['stay', 'travel', '', 'Choose whether you ask for a travel grant.'],
    ['rules', 'ects', 'many', 'Write a whole number, digits only.'],
    ['rules', 'fewerOpportunities', '', 'Say whether you are a student with fewer opportunities.'],
    [
      'payment',
      'account',
      '12345678901',
      "This account number is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
    ],
  ])('%s: %s = %s', async (step, field, typed, sentence) => {
    let page = await start();
    while (stepOf(page) !== step) page = await go(page);
    const answer = await go(page, { [field]: typed });
    expect([answer.status, stepOf(answer), answer.error(field)]).toEqual([422, step, sentence]);
  });

  test('a requirement that is not met is said at the step that asks, and not at the end only', async () => {
    const early = await go(await start(), { start: '2026-02-01', end: '2026-06-01' });
    expect(early.status).toBe(422);
    expect(early.error('start')).toContain('NHH does not take applications for a stay that begins on 2026-02-01.');
    const rules = await go(await go(await start({ email: 'b@student.nhh.example' })), { ects: '30' });
    expect(rules.status).toBe(422);
    expect(rules.error('ects')).toBeDefined();
  });

  test('nothing begins without a name and an address', async () => {
    const answer = await start({ email: 'ingrid' });
    expect([answer.status, answer.error('email')]).toEqual([
      422,
      'This is not a mail address. Write it like name@university.no.',
    ]);
    expect(answer.value('familyName')).toBe('Østby Dahl');
    expect(drafts()).toEqual([]);
  });

  test('whoever skips steps finds on the last page what is missing, each leading to its field, and no button', async () => {
    const page = await site.get(action(await start()).replace('/stay', '/check'));
    expect(page.text).toContain('Something is still missing');
    expect(page.body).toContain('/payment#account"');
    expect(page.body).not.toContain('<form');
    const answer = await site.post(action(await start()).replace('/stay', '/check'), { declare: 'yes' });
    expect(answer.status).toBe(422);
    expect(cases()).toEqual([]);
  });

  test('it is sent only when it is declared to be true', async () => {
    const page = await filled();
    const answer = await send(page, '');
    expect([answer.status, answer.error('declare')]).toEqual([422, 'Tick that what you have stated is true.']);
    expect(cases()).toEqual([]);
  });
});

describe('kept as it goes', () => {
  test('every answer is there again after the browser was closed, the wrong ones too', async () => {
    const stay = await start();
    await go(stay, { end: '2025-08-01' });
    const page = await site.get(await resumed().then(async (link) => (await site.get(link)).headers.location ?? ''));
    expect(stepOf(page)).toBe('stay');
    expect([page.value('city'), page.value('end'), page.value('contactEmail')]).toEqual([
      'Paris',
      '2025-08-01',
      'claire.martin@host.example',
    ]);
  });

  test('the link leads to the first step that is not done', async () => {
    await go(await go(await start()));
    const { status, headers } = await site.get(await resumed());
    expect([status, headers.location?.split('/').at(-1)]).toEqual([303, 'payment']);
  });

  test('one can go back, and what was changed counts', async () => {
    const check = await filled();
    const you = await site.get(action(check).replace('/check', '/you'));
    expect(you.value('givenName')).toBe('Ingrid');
    const again = await site.post(action(you), answersOf('you', { givenName: 'Inga' }));
    expect(stepOf(again)).toBe('check');
    expect(again.text).toContain('Inga Østby Dahl');
  });

  test('a box that was ticked and is not any more is not kept', async () => {
    const check = await filled();
    const rules = action(check).replace('/check', '/rules');
    const { doubleDegree: _, ...others } = answersOf('rules') as Record<string, string>;
    expect((await site.post(rules, others)).error('doubleDegree')).toBe('Say whether it is a double degree.');
  });

  test('only the hash of the address stands in the store', async () => {
    const token = action(await start()).split('/')[2] ?? '';
    expect(token).toMatch(/^nhh-.{20}/);
    expect(JSON.stringify(site.world.store.all('cases'))).not.toContain(token);
  });

  test('opening pages changes nothing', async () => {
    const path = action(await filled());
    await site.world.deliverDrafts();
    const before = site.world.store.all('cases');
    site.readOnly = true;
    for (const step of ['you', 'stay', 'rules', 'payment', 'check']) {
      expect((await site.get(path.replace('/check', `/${step}`))).status).toBe(200);
      await site.get(path.replace('/check', `/${step}`), 'HEAD');
    }
    expect(site.world.store.all('cases')).toEqual(before);
  });

  test('sixty days later it is erased, and its pages say so', async () => {
    const path = action(await start());
    site.world.now = '2025-07-04T10:30:00.000Z';
    const answer = await site.get(path);
    expect([answer.status, answer.text]).toEqual([410, expect.stringContaining('It was kept until 4 July 2025')]);
    expect((await site.post(path, answersOf('stay'))).status).toBe(410);
    for (const key of await undelivered(site.world.deps, 'nhh')) {
      const nothing = { mail: undefined, sendResult: undefined, startPhase: undefined } as never;
      await deliver(site.world.deps, nothing, key).catch(() => undefined);
    }
    expect(drafts()).toEqual([]);
    expect(JSON.stringify(site.world.store.all('cases'))).not.toContain('ingrid@');
    expect((await site.get(path)).status).toBe(410);
  });
});

describe('sent once', () => {
  test('twice is one case, and what was typed stands in it alone', async () => {
    const page = await filled();
    await send(page);
    const again = await send(page);
    expect([again.status, again.text]).toEqual([410, expect.stringContaining('This application has been sent')]);
    expect(cases()).toHaveLength(1);
    expect(drafts()[0]?.draft.answers).toEqual({});
  });

  test('at the same moment is one case, and both are told to look at their mail', async () => {
    const page = await filled();
    const answers = await Promise.all([send(page), send(page)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200]);
    expect(cases()).toHaveLength(1);
  });

  test('what was changed in another window is looked at first', async () => {
    const page = await filled();
    await site.post(action(page).replace('/check', '/stay'), answersOf('stay', { end: '2025-12-12' }));
    const answer = await send(page);
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('Something has changed')]);
    expect(cases()).toEqual([]);
  });

  test('a second application for the same stay is refused on the last page', async () => {
    await send(await filled());
    site.world.now = '2025-05-05T10:00:01.000Z';
    const answer = await send(await filled());
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('There is already an application for this stay.'),
    ]);
    expect(drafts().filter(({ draft }) => draft.sentAt === undefined)).toHaveLength(1);
  });
});

describe('the mail with the link', () => {
  const mails = async () => {
    await site.world.deliverDrafts();
    return site.world.mails.map(({ to }) => to);
  };

  test('goes to the address that was given, in the language that was chosen', async () => {
    await start({ language: 'nb' });
    expect(await mails()).toEqual(['ingrid@student.nhh.example']);
    expect(site.world.last(/Gå videre med søknaden/).text).toMatch(/slettes\s+på\s+dagen\s+over/);
  });

  test('goes to the new address too when a slip is corrected', async () => {
    const page = await start({ email: 'ingird@student.nhh.example' });
    await site.world.deliverDrafts();
    await site.post(action(page).replace('/stay', '/you'), answersOf('you'));
    expect(await mails()).toEqual(['ingird@student.nhh.example', 'ingrid@student.nhh.example']);
  });

  test('goes to one address five times a day, whoever asks; the pages say the same', async () => {
    const pages = [];
    for (let n = 0; n < 7; n += 1) {
      site.world.now = `2025-05-05T10:00:0${n}.000Z`;
      pages.push((await start()).text);
    }
    expect(await mails()).toHaveLength(5);
    expect(new Set(pages.map((text) => text.replaceAll(/application\/\S+/g, ''))).size).toBe(1);
    site.world.now = '2025-05-06T10:00:00.000Z';
    await start();
    expect(await mails()).toHaveLength(6);
  });

  test('is not sent when the application has been sent meanwhile', async () => {
    await send(await filled());
    await site.world.deliverDrafts();
    expect(site.world.mails).toEqual([]);
  });
});

test.each([
  '/application/nhh-00000000000000000000',
  '/application/nhh-00000000000000000000/stay',
  '/application/x/stay',
])('%s is not known', async (path) => {
  expect((await site.get(path)).status).toBe(404);
});

test('a step that there is not', async () => {
  expect((await site.get(action(await start()).replace('/stay', '/constructor'))).status).toBe(404);
});
