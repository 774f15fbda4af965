import { describe, expect, test } from 'vitest';
import { deeds } from '../../functions/pages/deeds/index.ts';
import { attached, pdf } from '../mail/letters.ts';
import { Post } from '../mail/post.ts';
import { englishOnly } from './catalogue.ts';
import { type Answer, Site } from './site.ts';
import { stages } from './stages.ts';

const languages = ['nb', 'nn', 'nl'] as const;
const inEnglish = Object.fromEntries(languages.map((language) => [language, englishOnly(language)]));

/** Pages of the participant and of the host: they read something else. */
const others = ['sign', 'confirm-stay'];
const purposeOf = (name: string): string => name.split(',')[0] ?? name;
const ofTheInstitution = Object.entries(stages).filter(
  ([name]) => Object.hasOwn(deeds, purposeOf(name)) && !others.includes(purposeOf(name)),
);

/** All that is on the page, title and foot as well, but for what is marked as English. */
const said = ({ body }: Answer): string =>
  body
    .replaceAll(/<span lang="en">[^<]*<\/span>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

function expectNoEnglish(answer: Answer, language: (typeof languages)[number]): void {
  expect(answer.body).toContain(`<html lang="${language}">`);
  const text = said(answer);
  expect(inEnglish[language]?.filter((piece) => text.includes(piece))).toEqual([]);
}

async function expectNoEnglishAfterMistakes(site: Site, path: string, language: (typeof languages)[number]) {
  const seen = (await site.get(path)).value('seen') ?? '';
  const mistaken = await site.post(path, { seen });
  expect(mistaken.status).toBe(422);
  expectNoEnglish(mistaken, language);
  const late = await site.post(path, { seen: 'what was there yesterday' });
  expect(late.status).toBe(409);
  expectNoEnglish(late, language);
}

test('every deed of the people of an institution is visited', () => {
  const visited = new Set(ofTheInstitution.map(([name]) => purposeOf(name)));
  expect(Object.keys(deeds).filter((purpose) => !others.includes(purpose) && !visited.has(purpose))).toEqual([]);
});

describe.each(ofTheInstitution)('%s', (_name, stage) => {
  test('is written in what the institution reads first, also after a mistake and where payments are kept back', async () => {
    const site = new Site();
    const path = await stage(site);
    for (const language of languages) {
      site.officeReads = language;
      const page = await site.get(path);
      expect(page.status).toBe(200);
      expectNoEnglish(page, language);
      if (page.body.includes('<form')) await expectNoEnglishAfterMistakes(site, path, language);
      const hold = await site.get(`${path}/hold`);
      if (hold.status === 200) expectNoEnglish(hold, language);
    }
  });
});

test('what was decided is said in that language too', async () => {
  const site = new Site();
  const path = await stages.approve?.(site);
  site.officeReads = 'nn';
  const answer = await site.decide(path ?? '', { choice: 'approve', by: 'Kari Nordmann' }, { code: true });
  expectNoEnglish(answer, 'nn');
  expect(answer.text).toContain('Kari Nordmann godkjende søknaden.');
});

test('a second look before a correction counts is in that language, workings and all', async () => {
  const site = new Site();
  const path = (await stages.correct?.(site)) ?? '';
  site.officeReads = 'nl';
  const fields = {
    dates: 'other',
    start: '2025-08-18',
    end: '2025-11-20',
    reason: 'Verkeerde dag',
    evidence: 'Archief 26/18',
  };
  const look = await site.decide(path, { ...fields, by: 'Kari Nordmann' }, { code: true });
  expectNoEnglish(look, 'nl');
  expect(look.text).toContain('De nieuwe berekening');
  expect(look.text).toContain('93 dagen × 530,00 EUR / 30');
});

test('the days of parts are refused in that language', async () => {
  const site = new Site();
  const path = (await stages['decide-claim']?.(site)) ?? '';
  site.officeReads = 'nb';
  const fields = { choice: 'instalments', by: 'Kari Nordmann' };
  const refused = await site.decide(path, { ...fields, due: '2026-03-01' });
  expect(refused.error('due')).toBe('Oppgi 2 til 36 datoer, én for hver del.');
  const past = await site.decide(path, { ...fields, due: '2020-03-01\n2020-04-01' });
  expect(past.error('due')).toBe('Datoene må ligge fram i tid, hver senere enn den forrige.');
});

test('illness is decided on in that language', async () => {
  const site = new Site();
  const id = await site.world.firstPaid();
  const status = site.world.link(/^Paid/);
  site.world.now = '2025-10-06T09:00:00.000Z';
  const asked = { 'illness-left': 'yes', 'illness-day': '2025-10-03', 'illness-sure': 'yes' };
  await site.upload(`${status}?do=illness`, asked, 'illness-file', pdf);
  await site.world.deliver(id);
  const path = site.world.link(/^Illness/);
  for (const language of languages) {
    site.officeReads = language;
    expectNoEnglish(await site.get(path), language);
    await expectNoEnglishAfterMistakes(site, path, language);
  }
  const kept = await site.decide(path, { choice: 'keep', by: 'Kari Nordmann' }, { code: true });
  expectNoEnglish(kept, 'nl');
  expect(kept.text).toContain('Kari Nordmann besliste dat de deelnemer de beurs wegens ziekte houdt.');
});

test('an answer by mail is shown in the language of the office', async () => {
  const site = new Site();
  const post = new Post(site.world, site.objects);
  const id = await site.world.firstPaid();
  site.world.now = '2025-12-22T09:00:00.000Z';
  const from = { From: 'Ingrid <ingrid@student.nhh.example>' };
  const letter = attached('Takk!', [{ name: 'c.pdf', type: 'application/pdf', content: pdf }], from);
  await post.arrive(letter, post.replyTo(/^Paid/), {});
  await site.world.deliver(id);
  const path = site.world.link(/answer by mail/);
  for (const language of languages) {
    site.officeReads = language;
    expectNoEnglish(await site.get(path), language);
    const mistaken = await site.post(path, {});
    expect(mistaken.status).toBe(422);
    expectNoEnglish(mistaken, language);
  }
  site.officeReads = 'nb';
  expect((await site.get(path)).text).toContain('e-posten vår «Utbetalt» til deltakeren');
  const answer = await site.post(path, { choice: 'handled', by: 'Kari Nordmann' });
  expect(answer.text).toContain('Svaret er lest og behandlet.');
  expectNoEnglish(answer, 'nb');
});

test('a host reads English, whatever the institution reads', async () => {
  const site = new Site();
  const path = (await stages['confirm-stay']?.(site)) ?? '';
  const before = await site.get(path);
  site.officeReads = 'nn';
  expect((await site.get(path)).body).toBe(before.body);
  expect(before.body).toContain('<html lang="en">');
});
