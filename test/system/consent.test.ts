import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOn, approversOf, goodAnswers } from '../../infra/local/replay/answers.ts';
import type { Filling } from '../../infra/local/replay/browser.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { Town } from './town.ts';

/**
 * Staff of OsloMet apply in spring 2021, and their heads of section are away, silent, or gone: a deputy answers, the office
 * steps in, and nothing expires meanwhile. Real pages, mails, workflows and clock.
 */
const dataDir = temporaryFolder();
let town: Town;

beforeAll(async () => {
  town = await Town.start(dataDir, '2021-04-06T08:00:00.000Z', { institution: 'oslomet' });
}, 60_000);
afterAll(() => town.host.stop());

/** Applies for a stay; gives the case. */
async function apply(name: string, head: string): Promise<string> {
  const institution = town.host.rules.institution('oslomet');
  if (institution === undefined) throw new Error('The rulebook has no OsloMet.');
  const page = await town.browser.open('/apply/oslomet/one-page?activity=HE-STT');
  const email = `${name.toLowerCase()}@oslomet.example`;
  const stay: Filling = {
    givenName: name,
    familyName: 'Ansatt',
    email,
    unit: 'Institutt for sykepleie',
    costCentre: '263110',
    country: 'PL',
    city: 'Gdańsk',
    code: 'PL GDANSK01',
    contactName: 'Ewa Nowak',
    contactEmail: 'ewa@host.example',
    start: '2021-10-04',
    end: '2021-10-08',
    travel: 'standard',
    distanceKm: '800',
    fewerOpportunities: 'no',
  };
  const asked = { ...approversOf(institution, 'HE-STT'), 'approver-head-of-section-email': head };
  const sent = await page.send('givenName', {
    ...answersOn(page, goodAnswers(institution, 'HE-STT')),
    ...asked,
    ...stay,
  });
  expect(sent.text).toContain('Look at your mail');
  await town.host.settle();
  return town.caseOf(email);
}

const to = async (notice: string, id: string) => (await town.mails(notice, id)).map((mail) => mail.to);
const eva: Filling = { newName: 'Eva Vik', newEmail: 'eva.vik@oslomet.example' };
const stepOf = async (id: string) => (await town.mobility(id)).approvals?.[0];

describe('a head of section who is away', () => {
  let id = '';

  test('is reminded, and the office hears of the silence after two weeks', async () => {
    id = await apply('Solveig', 'siri.leder@oslomet.example');
    expect([await to('step-request', id), await to('approval-request', id)]).toEqual([
      ['siri.leder@oslomet.example'],
      [],
    ]);
    await town.host.advanceBy(14);
    expect(await to('step-reminder', id)).toEqual(['siri.leder@oslomet.example', 'siri.leder@oslomet.example']);
    expect(await to('step-overdue', id)).toEqual(['erasmus@oslomet.example']);
  });

  test('is replaced by the office, who hands over to a deputy, who agrees', async () => {
    const page = await town.openFrom('step-overdue', id);
    const jonas = { newName: 'Jonas Moe', newEmail: 'jonas.moe@oslomet.example' };
    await town.send(page, 'choice', { choice: 'name', reason: '', by: 'Ola Nordmann', ...jonas });
    await town.send(await town.openFrom('step-request', id), 'choice', { choice: 'hand-over', reason: '', ...eva });
    expect(await to('step-request', id)).toEqual([
      'siri.leder@oslomet.example',
      'jonas.moe@oslomet.example',
      'eva.vik@oslomet.example',
    ]);
    await town.consent(id);
    expect((await stepOf(id))?.decision).toMatchObject({ choice: 'agreed', by: 'Eva Vik', as: 'approver' });
    expect((await stepOf(id))?.earlier?.map(({ by }) => by)).toEqual(['office', 'approver']);
  });

  test('is only then followed by the office, and the grant goes on as any other', async () => {
    await town.approve(id);
    await town.sendWithCode(await town.openFrom('agreement-to-sign', id), 'read', { read: 'yes' }, id);
    expect((await town.mobility(id)).state).toBe('signed');
  });
});

test('a mail that comes back brings the office in within the hour, which decides with a reason', async () => {
  const id = await apply('Nils', 'bounce+leder@oslomet.example');
  await town.host.advanceBy(1);
  expect(await to('step-overdue', id)).toEqual(['erasmus@oslomet.example']);
  const page = await town.openFrom('step-overdue', id);
  expect(page.text).toContain('bounce+leder@oslomet.example');
  await town.send(page, 'choice', { choice: 'agree', reason: 'Agreed by telephone.', by: 'Ola Nordmann' });
  expect((await stepOf(id))?.decision).toMatchObject({ as: 'office', reason: 'Agreed by telephone.' });
  await town.approve(id);
  expect((await town.mobility(id)).state).toBe('agreement-issued');
});

test('a refusal ends the application with the reason, and its workflow', async () => {
  const id = await apply('Berit', 'siri.leder@oslomet.example');
  const page = await town.openFrom('step-request', id);
  await town.send(page, 'choice', { choice: 'refuse', reason: 'We need you here in October.' });
  const { state, openPhases } = await town.mobility(id);
  expect([state, openPhases]).toEqual(['refused', []]);
  expect((await town.openFrom('application-refused', id)).text).toContain('We need you here in October.');
});

test('half a year of silence lets nothing expire', async () => {
  const id = await apply('Tor', 'siri.leder@oslomet.example');
  await town.host.advanceBy(180);
  const { state, deadlines } = await town.mobility(id);
  expect([state, deadlines.length > 0]).toEqual(['applied', true]);
  expect((await to('step-overdue', id)).length).toBeGreaterThan(5);
  await town.send(await town.openFrom('step-reminder', id), 'choice', { choice: 'agree', reason: '' });
  expect(await to('approval-request', id)).toEqual(['erasmus@oslomet.example']);
});

test('nothing failed, and nothing is left undelivered', () => {
  expect([town.reports, town.host.undelivered()]).toEqual([[], []]);
});
