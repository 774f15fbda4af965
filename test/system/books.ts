import { describe, expect, test } from 'vitest';
import { firstBroken } from '../../shared/ledger/check.ts';
import { adds, statement } from '../../shared/ledger/statement.ts';
import { awarded, claimsOf, outstanding, paid, repaid, waived, writtenOff } from '../../shared/mobility/balance.ts';
import { mails as mailPlan } from '../../shared/mobility/effects.ts';
import { finalStates } from '../../shared/mobility/transitions.ts';
import { accountText } from '../../shared/payments/accounts.ts';
import { schemaFaults } from '../schemas/validate.ts';
import type { CaseLife, Life } from './life.ts';

/** What must hold for every cohort, whatever its people do: the promises of design.md §1. */
export function booksAreInOrder(life: () => Life, said: () => string): void {
  describe('the ledger', () => {
    test('breaks no rule, over all transfers of all cases', () => {
      expect(firstBroken(life().cases.flatMap(({ transfers }) => transfers))).toBeUndefined();
    });

    test('adds up for every case at every moment, not only in the end', () => {
      for (const { transfers, mobility } of life().cases) {
        for (const moment of new Set(transfers.map(({ at }) => at))) {
          const until = transfers.filter(({ at }) => at <= moment);
          expect(firstBroken(until)).toBeUndefined();
          expect(adds(statement(until)), `${mobility.id} at ${moment}`).toBe(true);
        }
      }
    });

    test('says the same of every case as the case itself', () => {
      for (const { mobility, statement: ledger } of life().cases) {
        expect(ledger, mobility.id).toMatchObject({
          awarded: awarded(mobility),
          paid: paid(mobility),
          repaid: repaid(mobility),
          waived: waived(mobility),
          writtenOff: writtenOff(mobility),
          outstanding: outstanding(mobility),
        });
      }
    });

    test('says the same of every case as the bank', () => {
      for (const one of life().cases) {
        const ledger = one.statement.local.find(({ currency }) => currency === 'NOK');
        expect([ledger?.paid.minor ?? 0, ledger?.repaid.minor ?? 0], one.mobility.id).toEqual(atTheBank(life(), one));
      }
    });

    test('leaves no movement of the bank account unexplained', () => {
      const explained = life().cases.flatMap((one) => movementsOf(life(), one));
      expect(life().movements.filter((movement) => !explained.includes(movement))).toEqual([]);
    });

    test('and the budget of the call together are all the money there is', () => {
      const budget = life().records.find(({ pk }) => pk === 'nhh#budget#2025');
      const promised = life().cases.map(({ mobility }) =>
        finalStates.includes(mobility.state) || mobility.settlement
          ? awarded(mobility).minor
          : (mobility.award?.amount.minor ?? 0),
      );
      const reserved = promised.reduce((sum, minor) => sum + minor, 0);
      expect(budget).toMatchObject({ available: 250_000_000 - reserved, reserved });
    });
  });

  describe('the payment files', () => {
    test('are valid pain.001.001.09', async () => {
      expect(life().paymentFiles.length).toBeGreaterThan(0);
      for (const { name, xml } of life().paymentFiles)
        expect([name, await schemaFaults(xml, 'pain.001.001.09')]).toEqual([name, []]);
    });

    test('hold every payment that ever left exactly once, over all files', () => {
      const sent = life().paymentFiles.flatMap(({ xml }) =>
        [...xml.matchAll(/<EndToEndId>([^<]*)<\/EndToEndId>/g)].map(([, id]) => id ?? ''),
      );
      const instructed = life().cases.flatMap(({ mobility }) =>
        mobility.payments.filter(({ instructedAt }) => instructedAt !== undefined).map(({ id }) => id),
      );
      expect(sent.toSorted()).toEqual(instructed.toSorted());
      expect(new Set(sent).size).toBe(sent.length);
      expect(
        life()
          .instructions.map(({ endToEndId }) => endToEndId)
          .toSorted(),
      ).toEqual(sent.toSorted());
    });
  });

  describe('nothing is left lying', () => {
    test('no effect is undelivered, no event dead, and finance has no task', () => {
      const lying = life().records.filter(({ pk, sk }) => sk.startsWith('outbox#') || pk.includes('#task#'));
      expect([lying, life().undelivered]).toEqual([[], 0]);
    });

    test('no execution of an ended case is open, and none has failed', () => {
      const ended = life()
        .cases.filter(({ mobility }) => finalStates.includes(mobility.state))
        .map(({ mobility }) => mobility.id);
      const open = life().executions.filter(({ status }) => status === 'RUNNING');
      expect(open.filter(({ name }) => ended.some((id) => name.includes(id)))).toEqual([]);
      expect(
        [...new Set(life().executions.map(({ status }) => status))].filter((s) => !/RUNNING|SUCCEEDED/.test(s)),
      ).toEqual([]);
    });

    test('no workflow of an ended case waits, and no deadline of it is due', () => {
      for (const { mobility } of life().cases.filter((one) => finalStates.includes(one.mobility.state))) {
        const own = life().records.filter(({ table, pk }) => table === 'cases' && pk === `nhh#case#${mobility.id}`);
        expect(own.filter(({ sk }) => sk.startsWith('wait#'))).toEqual([]);
        expect(own.find(({ sk }) => sk === 'case')).not.toHaveProperty('workPk');
        expect([mobility.deadlines, mobility.openPhases], mobility.id).toEqual([[], []]);
      }
    });

    test('every open case has a next step, and it lies ahead', () => {
      for (const { mobility } of life().cases.filter((one) => !finalStates.includes(one.mobility.state))) {
        const record = life().records.find(({ pk, sk }) => pk === `nhh#case#${mobility.id}` && sk === 'case');
        const next = mobility.deadlines[0]?.at ?? '';
        expect(record).toMatchObject({ workPk: 'nhh#due', workSk: `${next}#${mobility.id}` });
        expect(next > life().now, `${mobility.id}: ${next}`).toBe(true);
      }
    });
  });

  describe('mails', () => {
    test('go to whom they are meant for', () => {
      const offices: Readonly<Record<string, string>> = {
        office: 'international@nhh.example',
        finance: 'finance@nhh.example',
        controller: 'controller@nhh.example',
      };
      for (const { mails, nomination, mobility } of life().cases) {
        const address: Readonly<Record<string, string>> = {
          ...offices,
          participant: nomination.email,
          host: mobility.stay.host.contact.email,
        };
        for (const { notice, to } of mails.filter((mail) => mail.notice !== 'code')) {
          expect([notice, to]).toEqual([notice, address[mailPlan[notice as keyof typeof mailPlan].to]]);
        }
      }
    });

    test('all belong to a case', () => {
      const ids = life().cases.map(({ mobility }) => mobility.id);
      expect(life().mails.filter(({ mobility }) => !ids.includes(mobility))).toEqual([]);
    });
  });

  describe('only ids travel: no name, address or account number', () => {
    test.each<readonly [string, () => string]>([
      ['in the histories of the workflows', () => JSON.stringify(life().executions)],
      ['in what the functions and the host say', said],
      ['in the events of the cases', () => JSON.stringify(life().cases.map(({ events }) => events))],
      ['in the ledger', () => JSON.stringify(life().cases.map(({ transfers }) => transfers))],
      ['in the names of files and uploads', () => life().objectKeys.join('\n')],
      ['in the keys and queues of the records', () => keys(life())],
      [
        'in the text that the bank prints',
        () =>
          life()
            .instructions.map(({ message }) => message)
            .join('\n'),
      ],
    ])('%s', (where, text) => {
      if (where !== 'in what the functions and the host say') expect(text()).not.toBe('');
      const found = personal(life()).filter((word) => text().toLowerCase().includes(word.toLowerCase()));
      expect(found).toEqual([]);
    });
  });
}

/** Everything about people that a case knows: of the cohort, of the hosts, and of those who decide. */
function personal({ cases }: Life): readonly string[] {
  const words = cases.flatMap(({ nomination, mobility }) => {
    const { givenName, familyName, email, account } = nomination;
    const accounts = [mobility.participant.account, ...mobility.payments.map((payment) => payment.account)];
    return [givenName, familyName, email, account, mobility.stay.host.contact.email, ...accounts.map(accountText)];
  });
  return [
    ...new Set([...words, 'Marie Dupont', 'Ingrid Berg', 'Arne Lie', '@nhh.example', '@student', 'Family reasons']),
  ];
}

function keys({ records }: Life): string {
  return records.map(({ pk, sk, workPk, workSk }) => [pk, sk, workPk, workSk].join(' ')).join('\n');
}

/** What left the institution's account for a case less what came back, and what was paid in with its KID; in øre. */
function atTheBank(life: Life, one: CaseLife): readonly [number, number] {
  const sums: [number, number] = [0, 0];
  for (const { direction, amount, kid } of movementsOf(life, one)) {
    if (kid !== undefined) sums[1] += amount.minor;
    else sums[0] += direction === 'debit' ? amount.minor : -amount.minor;
  }
  return sums;
}

function movementsOf({ movements }: Life, { mobility }: CaseLife) {
  const ids = mobility.payments.map(({ id }) => id);
  const kids = claimsOf(mobility).map(({ kid }) => kid);
  return movements.filter(({ endToEndId, kid }) => kids.includes(kid ?? '') || ids.includes(endToEndId ?? ''));
}
