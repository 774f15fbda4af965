import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../local/fixtures.ts';
import { applicationsAreRefused } from './bad/applications.ts';
import { codesAreRefused } from './bad/codes.ts';
import { datesAreRefused } from './bad/dates.ts';
import { linksAreRefused } from './bad/links.ts';
import { id, open, town } from './bad/scene.ts';
import { actionsAreRefused } from './bad/status-page.ts';
import { follow, linksIn } from './scanner.ts';

/**
 * Whatever is wrong with what comes in: the person gets a clear sentence, nothing is lost, nothing half written. One town
 * with a clock that stands still; each test says what changed, by kind of record, in the whole system.
 */
const dataDir = temporaryFolder();
beforeAll(() => open(dataDir), 60_000);
afterAll(() => town.host.stop());

// In the order of a case's life, which one participant lives in spite of it all.
applicationsAreRefused();
linksAreRefused();
codesAreRefused();
actionsAreRefused();
datesAreRefused();

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
