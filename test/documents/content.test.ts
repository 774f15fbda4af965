import { describe, expect, test } from 'vitest';
import type { DocumentContent } from '../../shared/documents/content.ts';
import { sum } from '../../shared/money/money.ts';
import { PeopleWorld } from '../mail/world.ts';
import { documentsIn, issued, kinds, languages, PLAN, textsOf } from './cases.ts';

const tables = (content: DocumentContent) =>
  content.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'amounts'));

describe.each(languages)('in %s', (language) => {
  test('a case that has to pay back has got one document of each kind', async () => {
    expect((await documentsIn(language)).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('each table adds up to its total', async () => {
    for (const content of await documentsIn(language)) {
      expect(tables(content).length).toBeGreaterThan(0);
      for (const { rows, total } of tables(content)) {
        expect(
          sum(
            rows.map(({ amount }) => amount),
            total.amount.currency,
          ),
        ).toEqual(total.amount);
      }
    }
  });

  test('no word is missing', async () => {
    for (const text of (await documentsIn(language)).flatMap(textsOf)) {
      expect(text).not.toMatch(/undefined|\[object|NaN|^\s*$/);
    }
  });
});

/** What an officer checks in each language: the working of the confirmed 63 days, and what follows from it. */
const workings = {
  en: ['63 days × 530.00 EUR / 30 = 1 113.00 EUR', '1 484.00 EUR paid − 1 113.00 EUR = 371.00 EUR to repay'],
  nb: [
    '63 dager × 530,00 EUR / 30 = 1 113,00 EUR',
    '1 484,00 EUR utbetalt − 1 113,00 EUR = 371,00 EUR skal betales tilbake',
  ],
  nn: [
    '63 dagar × 530,00 EUR / 30 = 1 113,00 EUR',
    '1 484,00 EUR utbetalt − 1 113,00 EUR = 371,00 EUR skal betalast tilbake',
  ],
  nl: [
    '63 dagen × 530,00 EUR / 30 = 1.113,00 EUR',
    '1.484,00 EUR betaald − 1.113,00 EUR = 371,00 EUR terug te betalen',
  ],
} as const;

test.each(languages)('the statement and the demand carry the working, in %s', async (language) => {
  const [, , statement, demand] = await documentsIn(language);
  for (const content of [statement, demand]) {
    const all = textsOf(content).join('\n');
    for (const working of workings[language]) expect(all).toContain(working);
  }
});

test.each([
  ['en', '1 484.00 EUR × 11.7425 = 17 425.87 NOK'],
  ['nb', '1 484,00 EUR × 11,7425 = 17 425,87 NOK'],
  ['nl', '1.484,00 EUR × 11,7425 = 17.425,87 NOK'],
] as const)('the advice says what arrived, at which rate, in %s', async (language, working) => {
  const [, advice] = await documentsIn(language);
  expect(textsOf(advice)).toContain(working);
});

test('the demand tells all that is needed to pay', async () => {
  const world = new PeopleWorld();
  const id = await world.demanded();
  const { claim } = await world.load(id);
  const demand = (await issued(world, id)).at(-1);
  const all = textsOf(demand);
  for (const needed of ['4 356.47 NOK', '8601 11 17947', claim?.kid ?? '?', '21 January 2026']) {
    expect(all).toContain(needed);
  }
});

test('a balance: the statement says what is still to be paid, and each payment has its advice', async () => {
  const world = new PeopleWorld();
  const id = await world.settledWithBalance();
  await world.bankPays(id, '2025-12-23');
  const documents = await issued(world, id);
  expect(documents.map(({ kind }) => kind)).toEqual([
    'agreement',
    'payment-advice',
    'settlement-statement',
    'payment-advice',
  ]);
  const [, , statement, last] = documents;
  expect(textsOf(statement).join()).toContain('2 155.33 EUR − 1 484.00 EUR = 671.33 EUR');
  const [standing] = last ? tables(last) : [];
  expect(standing?.rows.map(({ label, amount }) => [label, amount.minor])).toEqual([
    ['Paid before', 148_400],
    ['This payment', 67_133],
  ]);
});

describe('a plan in parts', () => {
  test.each([
    ['en', ['2 February 2026', '2 March 2026', '1 April 2026']],
    ['nb', ['2. februar 2026', '2. mars 2026', '1. april 2026']],
    ['nn', ['2. februar 2026', '2. mars 2026', '1. april 2026']],
    ['nl', ['2 februari 2026', '2 maart 2026', '1 april 2026']],
  ] as const)('prints each part with its day, in %s', async (language, days) => {
    const plan = (await documentsIn(language)).at(-1);
    const [parts] = plan ? tables(plan) : [];
    expect(parts?.rows.map(({ working }) => working)).toEqual(days);
    // 4 356.47 in three parts: what does not divide comes with the last.
    expect(parts?.rows.map(({ amount }) => amount)).toEqual(
      [145_215, 145_215, 145_217].map((minor) => ({ minor, currency: 'NOK' })),
    );
    expect(parts?.total.amount).toEqual({ minor: 435_647, currency: 'NOK' });
  });

  test('says what came in before it, and how to pay what is left', async () => {
    const world = new PeopleWorld();
    const id = await world.demanded();
    await world.repaid(id, 35_647, 'B1');
    await world.command(id, { type: 'decide-claim', by: 'Per Hansen', choice: 'instalments', due: PLAN });
    const { claim } = await world.load(id);
    const plan = (await issued(world, id)).at(-1);
    const all = textsOf(plan);
    for (const needed of ['4 356.47 NOK', '356.47 NOK', '4 000.00 NOK', '8601 11 17947', claim?.kid ?? '?']) {
      expect(all).toContain(needed);
    }
    expect(world.last(/in parts/).text).toContain('This plan is on your page as a letter (PDF)');
  });
});

describe('a case that has paid back before', () => {
  /** Home after 63 days, 371 paid back; then the host finds that it was 60: another 53 have to come back. */
  async function correctedAgain(world: PeopleWorld): Promise<readonly DocumentContent[]> {
    const id = await world.demanded();
    await world.repaid(id, 435_647, 'B1');
    const dates = { start: '2025-08-18', end: '2025-10-17' };
    await world.command(id, {
      type: 'propose-correction',
      by: 'Per Hansen',
      dates,
      reason: 'The host was wrong',
      evidence: 'Archive 26/18',
    });
    await world.command(id, { type: 'decide-correction', by: 'Kari Nordmann', approve: true });
    await world.command(id, { type: 'approve-demand', by: 'Kari Nordmann' });
    return issued(world, id);
  }

  test.each(['settlement-statement', 'repayment-demand'] as const)(
    'is told in the %s what was paid and what came back, and not that it was paid the difference',
    async (kind) => {
      const last = (await correctedAgain(new PeopleWorld())).findLast((content) => content.kind === kind);
      const rows = (last ? tables(last) : []).flatMap((table) => table.rows);
      expect(rows.filter(({ label }) => /^(Paid|Your ent|You are ent)/.test(label))).toMatchObject([
        { label: 'Paid to you', amount: { minor: 148_400 } },
        { label: 'Paid back by you', amount: { minor: -37_100 } },
        { amount: { minor: -106_000 }, working: '1 113.00 EUR − 1 060.00 EUR = 53.00 EUR' },
      ]);
      const all = textsOf(last).join('\n');
      expect(all).toContain('1 113.00 EUR kept so far − 1 060.00 EUR = 53.00 EUR to repay');
      expect(all).not.toContain('1 113.00 EUR paid');
    },
  );

  test('and so by mail', async () => {
    const world = new PeopleWorld();
    await correctedAgain(world);
    for (const subject of [/^Final calculation/, /^Please pay back/]) {
      expect(world.last(subject).text.replaceAll(/\s+/g, ' ')).toContain(
        '1 113.00 EUR kept so far − 1 060.00 EUR = 53.00 EUR',
      );
    }
  });
});

test('what was issued stays what it was when the participant changes the account', async () => {
  const world = new PeopleWorld();
  const id = await world.firstPaid();
  const before = await issued(world, id);
  const account = { bban: '86011117947' };
  await world.command(id, { type: 'propose-account', account });
  await world.command(id, { type: 'decide-account', by: 'Per Hansen', approve: true, account });
  expect((await world.load(id)).participant.account).toEqual(account);
  expect(await issued(world, id)).toEqual(before);
});
