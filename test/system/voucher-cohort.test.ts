import { beforeAll, expect, test } from 'vitest';
import { columns, readNominations } from '../../infra/local/replay/nominations.ts';
import { type Replayed, replay } from '../../infra/local/replay/replay.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { parityOf } from '../../shared/mobility/parity.ts';
import { loadCase } from '../../shared/mobility/perform.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';

/** Staff of the two institutions that pay their units by vouchers, lived through as any cohort. */
const csv = [
  columns.join(','),
  'oslomet,2020,HE-STT,Solveig,Berg,s@oslomet.example,cost-centre-263110,PL,Gdańsk,PL GDANSK01,2021-10-04,2021-10-08,2021-10-04,2021-10-08,normal',
  'oslomet,2020,HE-STT,Tor,Dal,t@oslomet.example,cost-centre-263220,ES,Girona,E  GIRONA02,2021-10-11,2021-10-15,2021-10-11,2021-10-15,bank-reject',
  'oslomet,2020,HE-STT,Unn,Eng,u@oslomet.example,66048764755,ES,Girona,E  GIRONA02,2021-09-06,2021-09-14,2021-09-06,2021-09-10,early-return',
  'oslomet,2020,HE-STT,Vera,Foss,v@oslomet.example,cost-centre-263330,DE,Kiel,D  KIEL01,2021-11-08,2021-11-12,,,withdraw',
  'utwente,2025,HE-STA,Sanne,Docent,s@utwente.example,cost-centre-20110350,PT,Lisbon,P  LISBOA109,2025-10-06,2025-10-15,2025-10-06,2025-10-15,normal',
  'utwente,2025,HE-STT,Tim,Visser,t@utwente.example,cost-centre-20110999,DE,Kiel,D  KIEL01,2025-11-03,2025-11-07,2025-11-03,2025-11-07,bank-reject',
  'utwente,2025,HE-STT,Umar,Smit,u@utwente.example,29141777635,DE,Kiel,D  KIEL01,2025-11-10,2025-11-14,2025-11-10,2025-11-14,late-confirmation',
].join('\n');

let lines: readonly string[] = [];
let broken: readonly (string | undefined)[] = [];
let refused: Replayed['refused'] = [];

beforeAll(async () => {
  const { rows, bad } = readNominations(csv);
  expect(bad).toEqual([]);
  await replay({ rows, rules: loadRulebook(), seed: 'vouchers' }, async ({ host, members, refused: left }) => {
    refused = left;
    const found = await Promise.all(
      members.map(async ({ nomination, id = '' }) => {
        const { institution, givenName } = nomination;
        const mobility = await loadCase(host.store, institution, id);
        const transfers = await transfersOfCase(host.store, institution, id);
        const { awarded, paid, outstanding } = statement(transfers);
        const payments = mobility.payments.map(({ account, state }) =>
          'costCentre' in account ? `${account.costCentre} ${state}` : 'a bank account',
        );
        const figures = [awarded, paid, outstanding].map(formatDecimal);
        return {
          line: [givenName, mobility.state, ...figures, ...payments].join(', '),
          broken: firstBroken(transfers) ?? parityOf(mobility, transfers),
        };
      }),
    );
    lines = found.map(({ line }) => line);
    broken = found.map((one) => one.broken);
  });
}, 120_000);

test('every unit gets what its own institution owes; a refused cost centre is replaced by another', () => {
  expect(refused).toEqual([]);
  expect(lines).toEqual([
    'Solveig, closed, 435.00, 435.00, 0.00, 263110 booked',
    'Tor, closed, 495.00, 495.00, 0.00, 263220 rejected, 259261 booked',
    'Unn, closed, 495.00, 495.00, 0.00, 764755 booked',
    'Vera, closed, 0.00, 0.00, 0.00',
    'Sanne, closed, 1100.00, 1100.00, 0.00, 20110350 booked',
    'Tim, closed, 600.00, 600.00, 0.00, 20110999 rejected, 32439731 booked',
    'Umar, closed, 600.00, 600.00, 0.00, 41777635 booked',
  ]);
});

test('the books hold', () => {
  expect(broken.filter((sentence) => sentence !== undefined)).toEqual([]);
});

test.each(['cost-centre-12', 'cost-centre', 'cost-centre-26311x'])('%s is no cost centre', (account) => {
  const row = csv.split('\n')[1]?.replace('cost-centre-263110', account) ?? '';
  const { bad } = readNominations(`${columns.join(',')}\n${row}`);
  expect(bad.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^account: /)]);
});
