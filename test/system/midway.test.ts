import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readNominations } from '../../infra/local/replay/nominations.ts';
import { replay } from '../../infra/local/replay/replay.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { booksAreInOrder } from './books.ts';
import { caseOf, type Life, money, recordLife } from './life.ts';
import { listen } from './said.ts';
import { follow, linksIn } from './scanner.ts';
import { changesOn } from './sight.ts';

/**
 * The same cohort, stopped on a day on which nothing is over: most are abroad with the first instalment, one owes everything
 * and one the rest of it, one has let the agreement lapse. What holds in the end holds on every day before.
 */
let life: Life;
let said = '';
let links: readonly string[] = [];
let answers: readonly number[] = [];
let changed: readonly string[] = [];

beforeAll(async () => {
  const { rows } = readNominations(readFileSync(new URL('cohort.csv', import.meta.url), 'utf8'));
  const listening = listen();
  const options = { rows, rules: loadRulebook(), seed: 'paris', until: '2025-10-02' };
  life = await replay(options, async (replayed) => {
    const recorded = await recordLife(replayed);
    links = linksIn(replayed.host);
    changed = await changesOn(replayed.host, async () => {
      answers = await follow(replayed.host, links);
    });
    return recorded;
  });
  said = listening.text();
  listening.stop();
}, 120_000);

test('the day has come, and not the next', () => {
  expect(life.now).toBe('2025-10-02T23:59:59.000Z');
});

describe('an amount that is not settled yet says what is outstanding', () => {
  const paid = { paid: '1484.00', waived: '0.00', writtenOff: '0.00', paidLocal: '17425.87' };
  test.each([
    ['Nordmannsen', { state: 'signed', entitlement: '2120.00', ...paid, repaid: '0.00', outstanding: '636.00' }],
    ['Moenbakken', { state: 'repayment-due', entitlement: '0.00', ...paid, repaid: '0.00', outstanding: '-1484.00' }],
    ['Tveitnes', { state: 'repayment-due', entitlement: '0.00', ...paid, repaid: '593.60', outstanding: '-890.40' }],
    ['Liestølåsen', { state: 'signed', entitlement: '2120.00', ...paid, repaid: '0.00', outstanding: '636.00' }],
  ])('%s', (name, amounts) => {
    expect(money(caseOf(life, name))).toMatchObject(amounts);
  });
});

describe('a machine that follows every link of every mail, by GET and HEAD', () => {
  test('opens a page by each of them', () => {
    const made = life.records.filter(({ pk }) => pk.startsWith('nhh#link#'));
    expect(links.filter((link) => link.includes('/l/'))).toHaveLength(made.length);
    expect([...new Set(answers)]).toEqual([200]);
  });

  test('changes nothing: no record, no mail, no workflow, no deadline', () => {
    expect(changed).toEqual([]);
  });
});

booksAreInOrder(
  () => life,
  () => said,
);
