import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOn, goodAnswers } from '../../infra/local/replay/answers.ts';
import type { Filling, Page } from '../../infra/local/replay/browser.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { rulebookWithHavnes } from '../rulebook/with-havnes.ts';
import { Town } from './town.ts';

/**
 * An institution is one file. Havnes University College stands in no code: its rules (test/rulebook/havnes.yaml) lie in a
 * folder beside those that ship, and its people go from the form to the last payment by them: 600 a month in 80/20 at
 * 12.0000, up to five days short change nothing, extra days bring nothing; 150 a day for staff, all of it at once.
 */
const dataDir = temporaryFolder();
const rulebook = rulebookWithHavnes();
let town: Town;

const student: Filling = {
  account: '12345678903',
  country: 'DE',
  city: 'Bremen',
  code: 'D  BREMEN01',
  start: '2026-01-12',
  end: '2026-05-29',
};
const member: Filling = {
  ...student,
  country: 'DK',
  city: 'Aarhus',
  code: 'Aarhus Havn',
  start: '2026-02-02',
  end: '2026-02-06',
};

/** Who applies, for what, and until when the host confirms that they were there. */
const people = {
  short: { activity: 'HE-SMS', form: student, until: '2026-05-25' },
  early: { activity: 'HE-SMS', form: student, until: '2026-04-12' },
  long: { activity: 'HE-SMS', form: student, until: '2026-06-10' },
  staff: { activity: 'HE-STT', form: member, until: '2026-02-06' },
} as const;
type Name = keyof typeof people;
const names = Object.keys(people) as Name[];
const ids: Record<Name, string> = { short: '', early: '', long: '', staff: '' };

async function apply(name: Name, changes: Filling = {}): Promise<Page> {
  const { activity, form } = people[name];
  const choice = await town.browser.open('/apply/havnes');
  expect(choice.text).toContain('What do you go abroad for?');
  const page = await town.browser.open(`/apply/havnes/one-page?activity=${activity}`);
  const institution = town.host.rules.institution('havnes');
  if (institution === undefined) throw new Error('The rulebook has no Havnes.');
  const answer = await page.send('givenName', {
    givenName: 'Åse',
    familyName: `Havn ${name}`,
    email: `${name}@havnes.example`,
    ...answersOn(page, goodAnswers(institution, activity)),
    contactName: 'Jens Vært',
    contactEmail: 'jens@host.example',
    travel: 'none',
    fewerOpportunities: 'no',
    ...form,
    ...changes,
  });
  await town.host.settle();
  return answer;
}

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-11-03T08:00:00.000Z', { institution: 'havnes', rulebook });
  for (const name of names) {
    expect((await apply(name)).text).toContain('Look at your mail');
    ids[name] = await town.caseOf(`${name}@havnes.example`);
    await town.approve(ids[name]);
    await town.sendWithCode(await town.openFrom('agreement-to-sign', ids[name]), 'read', { read: 'yes' }, ids[name]);
  }
  await town.host.advanceBy(5);
}, 60_000);
afterAll(() => town.host.stop());

const payments = async (id: string) =>
  (await town.mobility(id)).payments.map(({ state, amount, local }) =>
    [state, ...[amount, local].map(formatDecimal)].join(' '),
  );

/** The host confirms, the participant reports every duty, and what follows from it happens. */
async function comeHome(name: Name): Promise<void> {
  const { form, until } = people[name];
  const dates = { start: String(form.start), end: until, by: 'Jens Vært', role: 'Coordinator' };
  await town.send(await town.openFrom('confirmation-request', ids[name]), 'role', dates);
  const { confirmed } = await town.mobility(ids[name]);
  expect(confirmed?.period?.end).toBe(until);
}

async function reportDuties(name: Name): Promise<readonly string[]> {
  const page = await town.openFrom('obligations-request', ids[name]);
  const duties = page.fields('duties-');
  await town.send(page, duties[0] ?? '', Object.fromEntries(duties.map((duty) => [duty, 'yes'])));
  await town.host.advanceBy(5);
  return duties;
}

test('the form refuses by its own rules, at the field that they look at', async () => {
  const answer = await apply('staff', { email: 'other@havnes.example', eventType: 'conference' });
  expect([answer.status, answer.errors]).toEqual([422, ['Havnes pays for no conferences.']]);
});

describe('a student, 12 January to 29 May: 138 days', () => {
  test('138 × 600 / 30 = 2 760.00; 80 % of it are paid: 2 208.00 = 26 496.00 NOK', async () => {
    const { agreement } = await town.mobility(ids.short);
    expect(agreement?.amount.minor).toBe(276_000);
    expect(agreement?.assessment.lines.map(({ working }) => working)).toEqual([
      '138 days × 600.00 EUR / 30 = 2 760.00 EUR',
    ]);
    expect(agreement?.instalments.map(({ share, amount }) => `${share} ${formatDecimal(amount)}`)).toEqual([
      '80 % 2208.00',
      '20 % 552.00',
    ]);
    expect(await payments(ids.short)).toEqual(['booked 2208.00 26496.00']);
  });

  test('four days short are within the five that change nothing: the rest is paid as agreed, 552.00', async () => {
    await town.host.advanceTo('2026-05-30T08:00:00.000Z');
    await comeHome('short');
    expect(await reportDuties('short')).toEqual(['duties-travel-diary', 'duties-eu-survey']);
    expect(await payments(ids.short)).toEqual(['booked 2208.00 26496.00', 'booked 552.00 6624.00']);
    expect((await town.mobility(ids.short)).state).toBe('closed');
  });

  test('twelve days more bring nothing', async () => {
    await town.host.advanceTo('2026-06-11T08:00:00.000Z');
    await comeHome('long');
    await reportDuties('long');
    expect((await town.mobility(ids.long)).settlement).toMatchObject({
      entitlement: { minor: 276_000 },
      amount: { minor: 55_200 },
    });
    expect((await town.mobility(ids.long)).state).toBe('closed');
  });

  test('three months and a day are 91 × 600 / 30 = 1 820.00; 388.00 come back with a KID of its own, within 14 days', async () => {
    await comeHome('early');
    await town.sendWithCode(
      await town.openFrom('demand-approval', ids.early),
      'checked-working',
      { 'checked-working': 'yes', by: 'Auditor' },
      ids.early,
    );
    const { claim, settlement } = await town.mobility(ids.early);
    expect(settlement).toMatchObject({ entitlement: { minor: 182_000 }, outcome: 'recovery' });
    expect(claim).toMatchObject({
      amount: { minor: 38_800 },
      local: { minor: 465_600, currency: 'NOK' },
      due: '2026-06-30',
    });
    expect(claim?.kid).toMatch(/^77/);
    if (claim === undefined) return;
    town.host.bank.payIn({ institution: 'havnes', kid: claim.kid, amount: claim.local, payerName: 'Åse Havn' });
    await town.host.advanceBy(3);
    expect((await town.mobility(ids.early)).state).toBe('closed');
  });
});

describe('a member of staff, five days', () => {
  test('5 × 150 = 750.00, all of it paid at once to the unit', async () => {
    expect((await town.mobility(ids.staff)).agreement?.amount.minor).toBe(75_000);
    expect(await payments(ids.staff)).toEqual(['booked 750.00 9000.00']);
  });

  test('the confirmed days leave nothing to pay, and the case is closed', async () => {
    await comeHome('staff');
    await town.host.advanceBy(1);
    const { settlement, state } = await town.mobility(ids.staff);
    expect([settlement?.outcome, state]).toEqual(['settled', 'closed']);
  });
});

describe('everything carries its name', () => {
  const raws = () =>
    town.host.mailbox
      .list({ after: 0, limit: 10_000 })
      .map(({ id }) => town.host.mailbox.get(id)?.raw.toString('utf8') ?? '');

  test('every mail, and none another’s', () => {
    expect(raws().length).toBeGreaterThan(20);
    for (const raw of raws()) {
      expect(raw).toMatch(/Havnes/);
      expect(raw).not.toMatch(/NHH/i);
    }
  });

  test('pages', async () => {
    const { link = '' } = await town.mail('application-received', ids.short);
    for (const path of [
      '/apply/havnes',
      '/apply/havnes?activity=HE-STT',
      '/apply/havnes/received',
      new URL(link).pathname,
    ]) {
      const body = await (await fetch(town.host.url + path)).text();
      expect(body).toContain('<strong>Havnes University College</strong>');
      expect(body).not.toMatch(/NHH/i);
    }
  });

  test('payment files: its bank’s format, its account, and letters that its bank takes', async () => {
    const files = town.host.objects.list(town.host.bucket, 'bank/out/', '', 1000);
    const xml = await Promise.all(
      files.map(async (file) => (await buffer(town.host.objects.read(file))).toString('utf8')),
    );
    expect(xml.length).toBeGreaterThan(1);
    for (const text of xml) {
      expect(text).toContain('pain.001.001.03');
      expect(text).toContain('<Nm>Havnes hogskule</Nm>');
      expect(text).toContain('90011122239');
    }
  });
});

test('every case balances, nothing failed, and nothing is left undelivered', async () => {
  for (const name of names) {
    const transfers = await transfersOfCase(town.host.store, 'havnes', ids[name]);
    expect(firstBroken(transfers)).toBeUndefined();
    expect(formatDecimal(statement(transfers).outstanding)).toBe('0.00');
  }
  expect([town.reports, town.host.undelivered()]).toEqual([[], []]);
});
