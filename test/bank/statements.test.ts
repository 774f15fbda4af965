import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PretendBank } from '../../infra/local/bank/bank.ts';
import type { BankFile, Notification } from '../../shared/payments/types.ts';
import { accounts, paymentFile, transferTo, Wire } from './harness.ts';

const far = '2025-10-01T00:00:00.000Z';
const wire = new Wire();
let bank: PretendBank;
afterEach(() => bank.close());

const of = (files: readonly BankFile[], source: Notification['source']) =>
  files.filter((file): file is Notification => file.kind === 'bookings' && file.source === source);

describe('a bank that gives statements', () => {
  it('tells at the end of each day what its notifications told, under the same references, with balances', async () => {
    bank = wire.open(':memory:', { profile: { statements: true } });
    bank.setBehaviour(accounts.other, 'return');
    const transfers = [transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2', 100_000)];
    await bank.receiveFile('nhh', 'f.xml', paymentFile('B1', transfers));
    bank.payIn({ institution: 'nhh', amount: { minor: 5000, currency: 'NOK' }, payerName: 'Ola', kid: '12344' });
    await wire.walk(bank, far);
    const [told, stated] = [of(wire.files(), 'notification'), of(wire.files(), 'statement')];
    expect(stated.flatMap(({ bookings }) => bookings)).toEqual(told.flatMap(({ bookings }) => bookings));
    expect(
      stated.map(({ balances }) => balances?.map(({ opening, closing }) => [opening.minor, closing.minor])),
    ).toEqual([[[0, 5000]], [[5000, -243_400]], [[-243_400, -143_400]]]);
    expect(new Set(stated.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('is chosen for a while, which the bank still knows after a restart', async () => {
    const wire = new Wire();
    const path = join(mkdtempSync(join(tmpdir(), 'bank-')), 'bank.sqlite');
    bank = wire.open(path);
    bank.setStatements(true);
    bank.close();
    bank = wire.open(path);
    await bank.receiveFile('nhh', 'f.xml', paymentFile('B1', [transferTo(accounts.ok, 'E1')]));
    await wire.walk(bank, '2025-08-20T00:00:00.000Z');
    expect([bank.givesStatements(), of(wire.files(), 'statement').length]).toEqual([true, 1]);
    bank.setStatements(false);
    await bank.receiveFile('nhh', 'g.xml', paymentFile('B2', [transferTo(accounts.ok, 'E2')]));
    await wire.walk(bank, far);
    expect([of(wire.files(), 'notification').length, of(wire.files(), 'statement').length]).toEqual([2, 1]);
  });

  it('is another one than usual', async () => {
    const quiet = new Wire();
    bank = quiet.open();
    await bank.receiveFile('nhh', 'f.xml', paymentFile('B1', [transferTo(accounts.ok, 'E1')]));
    await quiet.walk(bank, far);
    expect(of(quiet.files(), 'statement')).toEqual([]);
  });
});
