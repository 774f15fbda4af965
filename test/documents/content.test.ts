import { describe, expect, test } from 'vitest';
import type { DocumentContent } from '../../shared/documents/content.ts';
import { sum } from '../../shared/money/money.ts';
import { PeopleWorld } from '../mail/world.ts';
import { documentsIn, issued, kinds, languages, textsOf } from './cases.ts';

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
            'EUR',
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
