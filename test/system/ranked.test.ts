import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ledger } from '../../infra/cli/ledger/ledger.ts';
import { answersOn, goodAnswers } from '../../infra/local/replay/answers.ts';
import type { Filling, Page } from '../../infra/local/replay/browser.ts';
import { readHeader } from '../../infra/local/replay/post.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { rulebookWithVidde } from '../rulebook/with-vidde.ts';
import { Town } from './town.ts';

/**
 * Vidde ranks its applications for spring: until 1 October they come in, the office gives points, and on 20 October at eight
 * the money goes down the list. Four months in Germany are 1 800.00, and there is money for two.
 */
const dataDir = temporaryFolder();
const rulebook = rulebookWithVidde('3600.00');
let town: Town;

const stay: Filling = {
  account: '12345678903',
  country: 'DE',
  city: 'Bremen',
  code: 'D  BREMEN01',
  start: '2026-02-01',
  end: '2026-05-31',
  contactName: 'Jens Vært',
  contactEmail: 'jens@host.example',
  travel: 'none',
  fewerOpportunities: 'no',
};

/** In the order in which they apply; the points that the office gives each. */
const people = { fem: 5, atten: 18, tolv: 12, late: undefined } as const;
type Name = keyof typeof people;
const ids: Record<Name, string> = { fem: '', atten: '', tolv: '', late: '' };

async function apply(name: Name): Promise<void> {
  const page = await town.browser.open('/apply/vidde/one-page');
  const institution = town.host.rules.institution('vidde');
  if (institution === undefined) throw new Error('The rulebook has no Vidde.');
  const email = `${name}@vidde.example`;
  const answers = answersOn(page, goodAnswers(institution, 'HE-SMS'));
  await page.send('givenName', { givenName: 'Åse', familyName: `Vik ${name}`, email, ...answers, ...stay });
  await town.host.settle();
  ids[name] = await town.caseOf(email);
}

async function decide(name: Name, more: Filling = {}): Promise<Page> {
  const filling = { choice: 'approve', by: 'Ingrid Berg', reason: '', ...more };
  return town.send(await town.openFrom('approval-request', ids[name]), 'choice', filling);
}

const states = async () => {
  const open = Object.values(ids).filter((id) => id !== '');
  const all = await Promise.all(open.map((id) => town.mobility(id)));
  return all.map(({ state }) => state);
};
/** The newest mail of a notice about a case, as it is read. */
async function mailText(notice: string, id: string): Promise<string> {
  const stored = town.host.mailbox.list({ after: 0, limit: 10_000 });
  const raws = stored.map((mail) => town.host.mailbox.get(mail.id)?.raw ?? Buffer.alloc(0));
  const heads = await Promise.all(raws.map(readHeader));
  const newest = raws.findLast((_, n) => heads[n]?.notice === notice && heads[n]?.mobility === id);
  return ((await PostalMime.parse(newest ?? '')).text ?? '').replaceAll('\n', ' ');
}

const status = async (name: Name) => (await town.openFrom('application-received', ids[name])).text;

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-09-15T08:00:00.000Z', { institution: 'vidde', rulebook });
  for (const name of ['fem', 'atten', 'tolv'] as const) await apply(name);
}, 60_000);
afterAll(() => town.host.stop());

describe('until the ranking', () => {
  test('the office gives points when it approves, and cannot leave them out', async () => {
    const page = await town.openFrom('approval-request', ids.fem);
    expect(page.has('points')).toBe(true);
    expect((await decide('fem')).errors).toEqual(['Give points from 0 to 20.']);
    expect((await decide('fem', { points: '21' })).errors).toEqual(['Give a number from 0 to 20.']);
    for (const name of ['fem', 'atten', 'tolv'] as const) await decide(name, { points: String(people[name]) });
    expect(await states()).toEqual(Array(3).fill('awaiting-ranking'));
  });

  test('mail and page say when it is, by what, and that nothing is awarded yet', async () => {
    const text = await mailText('to-be-ranked', ids.tolv);
    for (const said of ['20 October 2025', '12 of 20', 'fewer go first']) expect(text).toContain(said);
    expect(await status('tolv')).toMatch(/ranks all applications of your round.*20 October 2025/s);
  });

  test('an application after the last day is taken, gets no points, and is ranked behind', async () => {
    await town.host.advanceTo('2025-10-02T08:00:00.000Z');
    await apply('late');
    const page = await town.openFrom('approval-request', ids.late);
    expect([page.has('points'), page.text.includes('behind those in time')]).toEqual([false, true]);
    await decide('late');
    expect(await states()).toEqual(Array(4).fill('awaiting-ranking'));
  });
});

/** What `wayfare ledger ranking` prints, in columns. */
async function printed(): Promise<string[][]> {
  vi.stubEnv('RULEBOOK', rulebook);
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const io = { stdin: (async function* () {})(), stdout: { write }, stderr: { write } };
  await ledger(['ranking', 'spring-2026', '--institution', 'vidde', '--data', dataDir], io);
  vi.unstubAllEnvs();
  return text.split('\n').map((line) => line.split(/ {2,}/));
}

describe('the ranking', () => {
  test('can be looked at before: the order, and how far the money goes', async () => {
    const [, verdict, , head, ...rows] = await printed();
    expect(verdict).toEqual(['A preview: nothing is awarded yet.']);
    expect(head).toEqual(['place', 'case', 'points', 'earlier days', 'applied', 'state', 'amount', 'sum']);
    expect(rows.slice(0, 4).map(([place, id, points, , , , , sum]) => [place, id, points, sum])).toEqual([
      ['1', ids.atten, '18', '1800.00 EUR'],
      ['2', ids.tolv, '12', '3600.00 EUR'],
      ['3', ids.fem, '5', '5400.00 EUR'],
      ['4', ids.late, '0', '7200.00 EUR'],
    ]);
  });

  test('gives the money to the two with the most points; the others have their place on the list', async () => {
    await town.host.advanceTo('2025-10-20T05:59:00.000Z');
    expect(await states()).toEqual(Array(4).fill('awaiting-ranking'));
    await town.host.advanceTo('2025-10-20T06:30:00.000Z');
    expect(await states()).toEqual(['waiting-list', 'agreement-issued', 'agreement-issued', 'waiting-list']);
  });

  test('is printed afterwards as it was made', async () => {
    const [, verdict, , , ...rows] = await printed();
    expect(verdict?.join()).toMatch(/^Ranked 2025-10-20T06:.* the order does not change any more\.$/);
    expect(rows.slice(0, 4).map(([, id, , , , state]) => [id, state])).toEqual([
      [ids.atten, 'agreement-issued'],
      [ids.tolv, 'agreement-issued'],
      [ids.fem, 'waiting-list'],
      [ids.late, 'waiting-list'],
    ]);
  });

  test('mails and pages say the place and the points', async () => {
    expect(await mailText('agreement-to-sign', ids.atten)).toContain('Place 1 of 4, with 18 of 20 points');
    expect(await mailText('waiting-list', ids.fem)).toContain('Place 3 of 4, with 5 of 20 points');
    expect(await status('late')).toContain('Place 4 of 4');
    expect(await status('tolv')).toContain('Place 2 of 4, with 12 of 20 points');
  });

  test('whoever withdraws lets the next of the ranking have the money', async () => {
    const page = await town.openFrom('application-received', ids.atten);
    await town.send(page, 'withdraw-sure', { 'withdraw-sure': 'yes', 'withdraw-reason': 'No place to live' });
    expect(await states()).toEqual(['agreement-issued', 'withdrawn', 'agreement-issued', 'waiting-list']);
  });

  test('the last signs and is paid 100 % at once', async () => {
    await town.sendWithCode(await town.openFrom('agreement-to-sign', ids.fem), 'read', { read: 'yes' }, ids.fem);
    await town.host.advanceBy(5);
    expect((await town.mobility(ids.fem)).payments).toMatchObject([{ state: 'booked', amount: { minor: 180_000 } }]);
  });
});

test('the books are in order, nothing failed, and nothing is left undelivered', async () => {
  for (const id of Object.values(ids)) {
    expect(firstBroken(await transfersOfCase(town.host.store, 'vidde', id))).toBeUndefined();
  }
  expect([town.reports, town.host.undelivered(), await town.tasks()]).toEqual([[], [], []]);
});
