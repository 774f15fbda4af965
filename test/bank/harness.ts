import { PretendBank } from '../../infra/local/bank/bank.ts';
import type { BankOptions } from '../../infra/local/bank/types.ts';
import type { Instant } from '../../shared/calendar/clock.ts';
import { writePain001 } from '../../shared/payments/pain001.ts';
import { readBankFile } from '../../shared/payments/read.ts';
import type { BankFile, CreditTransfer } from '../../shared/payments/types.ts';
import type { PaymentFileProfile } from '../../shared/rulebook/types.ts';
import { bank as profile, transfer } from '../payments/batches.ts';

export interface Delivered {
  readonly at: Instant;
  readonly institution: string;
  readonly name: string;
  readonly xml: string;
}

/** An institution's side of the wire: it keeps what arrives, and walks the clock from one moment of the bank to the next. */
export class Wire {
  now: Instant = '2025-08-18T10:00:00.000Z';
  readonly inbox: Delivered[] = [];
  /** Called at each delivery before it is kept; may throw, as a process that dies would. */
  beforeKeeping: () => void = () => undefined;
  /** Called after it is kept, before the bank hears of it. */
  afterKeeping: () => void = () => undefined;

  options(database: string, more: Partial<BankOptions> = {}): BankOptions {
    return {
      clock: { now: () => this.now },
      database,
      customers: { nhh: profile },
      deliver: async (institution, name, bytes) => {
        this.beforeKeeping();
        this.inbox.push({ at: this.now, institution, name, xml: new TextDecoder().decode(bytes) });
        this.afterKeeping();
      },
      ...more,
    };
  }

  open(database = ':memory:', more: Partial<BankOptions> = {}): PretendBank {
    return new PretendBank(this.options(database, more));
  }

  /** One moment: the clock goes to what is due next, if that is not after `until`, and the bank does it. */
  async step(bank: PretendBank, until: Instant): Promise<boolean> {
    const due = bank.nextEvent();
    if (due === undefined || due > until) return false;
    if (due > this.now) this.now = due;
    await bank.runDue();
    return true;
  }

  /** Every moment up to and with `until`. */
  async walk(bank: PretendBank, until: Instant): Promise<void> {
    while (await this.step(bank, until));
    if (until > this.now) this.now = until;
  }

  /** What has arrived, read. */
  files(): readonly BankFile[] {
    return this.inbox.map(({ xml }) => {
      const read = readBankFile(new TextEncoder().encode(xml));
      if (!read.ok) throw new Error(read.sentence);
      return read.file;
    });
  }
}

export const accounts = {
  ok: '86011117947',
  other: '15032080119',
  third: '36241120303',
  debtor: '12345678903',
} as const;

/** A transfer to an account; its id ends in `key`. */
export function transferTo(account: string, key: string, minor = 148_400): CreditTransfer {
  return { ...transfer, endToEndId: `NHH-${key}`, account: { bban: account }, amount: { minor, currency: 'NOK' } };
}

/** A payment file of `nhh` as bytes. */
export function paymentFile(
  id: string,
  transfers: readonly CreditTransfer[],
  more: Partial<PaymentFileProfile> = {},
): Uint8Array {
  const batch = { id, created: '2025-08-18T09:59:00.000Z', executionDate: '2025-08-18', transfers };
  return new TextEncoder().encode(writePain001(batch, { ...profile, ...more }));
}
