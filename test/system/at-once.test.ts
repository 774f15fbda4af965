import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../infra/local/replay/browser.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import type { CaseEvent } from '../../shared/mobility/case.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { goodApplication, Town } from './town.ts';

/**
 * Two people, or one with an impatient finger, do the same thing at the same moment: it is done once, and whoever was second
 * reads what happened. One case, through everything that can be done to it twice.
 */
const dataDir = temporaryFolder();
let town: Town;
let id = '';

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
}, 60_000);
afterAll(() => town.host.stop());

/** Does all of it at once, then lets everything happen that follows. */
async function together(...pages: readonly Promise<Page>[]): Promise<readonly Page[]> {
  const answers = await Promise.all(pages);
  await town.host.settle();
  return answers;
}

async function events(type: string): Promise<number> {
  const range = { pk: casePartition('nhh', id), prefix: prefixes.event };
  const all = await town.host.store.query<Item & { readonly event: CaseEvent }>('cases', range);
  return all.filter(({ event }) => event.type === type).length;
}

const statuses = (pages: readonly Page[]) => pages.map(({ status }) => status).sort();
const mailsOf = (notice: string) =>
  town.host.mailbox.list({ limit: 1000 }).filter(({ subject }) => subject.includes(notice));

test('five times the same application is one case; four read that there is one already', async () => {
  const forms = await Promise.all(Array.from({ length: 5 }, () => town.browser.open('/apply/nhh/one-page')));
  const answers = await together(...forms.map((form) => form.send('givenName', goodApplication)));
  expect(statuses(answers)).toEqual([200, 422, 422, 422, 422]);
  for (const { errors } of answers.filter(({ status }) => status === 422)) {
    expect(errors.join()).toMatch(/^There is already an application for this stay\./);
  }
  id = await town.caseOf('kristoffer@student.nhh.example');
  expect(mailsOf('has arrived')).toHaveLength(1);
});

test('one officer approves while another refuses: one of both is done, and both pages say which', async () => {
  const pages = await Promise.all([1, 2].map(() => town.openFrom('approval-request', id)));
  const answers = await together(
    ...pages.map((page, n) =>
      page.send(
        'choice',
        n === 0
          ? { choice: 'approve', by: 'Ingrid Berg', reason: '' }
          : { choice: 'refuse', by: 'Per Vik', reason: 'Full' },
      ),
    ),
  );
  expect((await events('ApplicationApproved')) + (await events('ApplicationRefused'))).toBe(1);
  const { state } = await town.mobility(id);
  const sentence = state === 'refused' ? 'refused' : 'approved';
  for (const { text } of answers) expect(text).toContain(sentence);
});

describe('from here on with a case that was approved', () => {
  beforeAll(async () => {
    if ((await town.mobility(id)).state !== 'refused') return;
    const email = 'another@student.nhh.example';
    await town.apply({ email });
    id = await town.caseOf(email);
    await town.approve(id);
  });

  test('the agreement is signed by three clicks at once: one signature, one first instalment', async () => {
    const { asked, code } = await town.askForCode(
      await town.openFrom('agreement-to-sign', id),
      'read',
      { read: 'yes' },
      id,
    );
    await together(...[1, 2, 3].map(() => asked.send('read', { read: 'yes', code })));
    expect([(await town.mobility(id)).state, await events('AgreementSigned')]).toEqual(['signed', 1]);
    expect((await town.mobility(id)).payments).toHaveLength(1);
  });

  test('the payment run is started five times at the cut-off: one file with one payment', async () => {
    await town.host.advanceTo('2025-06-10T09:59:00.000Z');
    town.host.clock.moveTo('2025-06-10T10:00:00.000Z');
    const [name] = town.host.installation.functions
      .map((one) => one.name)
      .filter((one) => one.endsWith('run-payments'));
    await Promise.allSettled(Array.from({ length: 5 }, () => town.host.invoke(name ?? '', {})));
    await town.host.settle();
    const files = town.host.objects.list(town.host.bucket, 'bank/out/', '', 100);
    expect([files.length, await events('PaymentInstructed')]).toEqual([1, 1]);
    await town.host.advanceBy(7);
    expect((await town.mobility(id)).payments.map(({ state }) => state)).toEqual(['booked']);
    expect(town.host.bank.movements('86011117947')).toHaveLength(1);
  });

  test('two new accounts at once: one of them waits for the second person', async () => {
    const page = await town.openFrom('agreement-signed', id);
    const account = (number: string) => ({ 'account-number': number });
    const { asked, code } = await town.askForCode(page, 'account-number', account('15032080119'), id);
    await together(
      ...['15032080119', '36241120303'].map((number) => asked.send('account-number', { ...account(number), code })),
    );
    expect(await events('AccountProposed')).toBe(1);
  });

  test('the host confirms while the participant gives up: the case ends once', async () => {
    await town.host.advanceTo('2025-12-22T09:00:00.000Z');
    const host = await town.openFrom('confirmation-request', id);
    const participant = await town.openFrom('agreement-signed', id);
    const dates = { start: '2025-08-18', end: '2025-12-19', by: 'Marie Dupont', role: 'Coordinator' };
    const withdraw = {
      'withdraw-left': 'yes',
      'withdraw-day': '2025-09-01',
      'withdraw-reason': 'Home',
      'withdraw-sure': 'yes',
    };
    await together(host.send('role', dates), participant.send('withdraw-reason', withdraw));
    expect(await events('StayConfirmed')).toBe(1);
  });

  test('and the books are in order', async () => {
    expect(firstBroken(await transfersOfCase(town.host.store, 'nhh', id))).toBeUndefined();
    expect(town.reports).toEqual([]);
  });
});
