import type { Clock, Instant } from '../../../shared/calendar/clock.ts';
import { accountText, parseAccount, profileAccount } from '../../../shared/payments/accounts.ts';
import { limits, toSafeText } from '../../../shared/payments/characters.ts';
import type { CreditSubject } from './bookings.ts';
import { chooseStatements, givesStatements } from './day-end.ts';
import { addEvent } from './events.ts';
import { receive } from './receive.ts';
import { referenceOf } from './references.ts';
import { behaviourOf, State, text } from './state.ts';
import { nextHalfHour, usualHabits } from './times.ts';
import type {
  AccountView,
  BankOptions,
  Behaviour,
  FileView,
  Habits,
  InstructionView,
  MovementView,
  PayIn,
} from './types.ts';
import * as views from './views.ts';
import { receiveVouchers } from './vouchers.ts';
import { perform } from './work.ts';

/** The bank was asked for something that no bank does. The message says what to correct. */
export class BankRefusal extends Error {
  override readonly name = 'BankRefusal';
}

/**
 * A bank that takes payment files and answers with status reports and notifications of movements, as an outside party
 * with its own durable state. Nothing happens at once: files come in, and the answers are due later by the clock it was
 * given. The owner asks `nextEvent()` when to call `runDue()`.
 *
 * Every change is committed before a file is delivered; a crash in between delivers the file again.
 */
export class PretendBank {
  readonly #state: State;
  readonly #clock: Clock;
  readonly #habits: Habits;
  readonly #deliver: BankOptions['deliver'];
  #running: Promise<void> = Promise.resolve();

  constructor(options: BankOptions) {
    this.#clock = options.clock;
    this.#habits = { ...usualHabits, ...options.profile };
    this.#deliver = (institution, fileName, bytes) => options.deliver(institution, fileName, bytes);
    this.#state = new State(options.database);
    for (const [institution, customer] of Object.entries(options.customers ?? {})) {
      this.#state.run(
        `INSERT INTO customer (institution, account, currency, format) VALUES (?, ?, ?, ?) ON CONFLICT (institution)
         DO UPDATE SET account = excluded.account, currency = excluded.currency, format = excluded.format`,
        institution,
        accountText(profileAccount(customer.account)),
        customer.currency,
        customer.format,
      );
    }
  }

  /** Takes a payment file, or a file of vouchers (`.csv`) for the finance system beside the bank. It is answered later, whatever it holds; when this returns it is not lost any more. */
  async receiveFile(institution: string, fileName: string, bytes: Uint8Array): Promise<void> {
    const take = fileName.endsWith('.csv') ? receiveVouchers : receive;
    take(this.#state, this.#habits, this.#clock.now(), { institution, name: fileName, bytes });
  }

  /**
   * What shall happen to payments to an account, from the next step on.
   *
   * @param account in any spelling; a unit's is `cost-centre-` and its number
   * @throws BankRefusal when it is no account
   */
  setBehaviour(account: string, behaviour: Behaviour): void {
    this.#state.run(
      `INSERT INTO account (number, owner, behaviour) VALUES (?, '', ?)
       ON CONFLICT (number) DO UPDATE SET behaviour = excluded.behaviour`,
      canonical(account),
      behaviour,
    );
  }

  /** Whether a statement (camt.053) follows at the end of each day on which an account moved, from the next movement on. */
  setStatements(wanted: boolean): void {
    chooseStatements(this.#state, wanted);
  }

  givesStatements(): boolean {
    return givesStatements(this.#state, this.#habits);
  }

  /** @throws BankRefusal when it is no account */
  behaviourOf(account: string): Behaviour {
    return behaviourOf(this.#state, canonical(account));
  }

  /**
   * Somebody pays to the institution's account; it is credited and notified at the next full or half hour.
   *
   * @returns the bank's reference of the credit to come
   * @throws BankRefusal when the institution has no account here, or the amount or KID cannot be
   */
  payIn(order: PayIn): string {
    const { institution, amount, kid } = order;
    const customer = this.#state.one('SELECT 1 FROM customer WHERE institution = ?', institution);
    if (customer === undefined) {
      throw new BankRefusal(
        `${institution} has no account at this bank. Name it among the customers, or send its first payment file.`,
      );
    }
    if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0)
      throw new BankRefusal('A payment must be above zero. Correct the amount.');
    if (kid !== undefined && !/^\d{2,25}$/.test(kid))
      throw new BankRefusal('A KID has 2 to 25 digits. Correct it, or pay without.');
    const due = nextHalfHour(this.#clock.now());
    const said = toSafeText(order.text ?? '', { limit: limits.message, characters: 'latin' });
    const payerName = toSafeText(order.payerName, { limit: limits.name, characters: 'latin' }) || 'NOTPROVIDED';
    const credit = {
      institution,
      amount,
      payerName,
      ...(kid === undefined ? {} : { kid }),
      ...(said === '' ? {} : { text: said }),
    };
    return this.#state.transaction(() => this.#order(credit, due));
  }

  /** Several alike at one moment are several payments; which of them came first does not show. */
  #order(credit: PayIn, due: Instant): string {
    for (let nth = 1; ; nth += 1) {
      const reference = referenceOf('credit', due, nth, JSON.stringify(credit));
      const subject: CreditSubject = { ...credit, reference };
      if (
        addEvent(this.#state, {
          institution: credit.institution,
          due,
          kind: 'credit',
          subject: JSON.stringify(subject),
        })
      )
        return reference;
    }
  }

  /** When something is next due, perhaps in the past; undefined while the bank has nothing to do. */
  nextEvent(): Instant | undefined {
    const row = this.#state.one(
      'SELECT min(due) AS due FROM (SELECT min(due) AS due FROM event UNION ALL SELECT min(due) FROM delivery WHERE done = 0)',
    );
    return row === undefined || row.due === null ? undefined : text(row, 'due');
  }

  /**
   * Does everything that is due by now, oldest first, then delivers the files that are due. Calls queue up behind each
   * other. Rejects when a delivery fails; the file stays due and the next call tries again.
   */
  runDue(): Promise<void> {
    const run = () => this.#run();
    this.#running = this.#running.then(run, run);
    return this.#running;
  }

  async #run(): Promise<void> {
    const now = this.#clock.now();
    for (;;) {
      const next = this.#state.one(
        'SELECT due, institution FROM event WHERE due <= ? ORDER BY due, institution LIMIT 1',
        now,
      );
      if (next === undefined) break;
      this.#state.transaction(() => perform(this.#state, this.#habits, text(next, 'institution'), text(next, 'due')));
    }
    for (;;) {
      const file = this.#state.one(
        'SELECT institution, name, bytes FROM delivery WHERE done = 0 AND due <= ? ORDER BY due, institution, name LIMIT 1',
        now,
      );
      if (file === undefined || !(file.bytes instanceof Uint8Array)) break;
      const [institution, name] = [text(file, 'institution'), text(file, 'name')];
      await this.#deliver(institution, name, file.bytes);
      this.#state.run('UPDATE delivery SET done = 1 WHERE institution = ? AND name = ?', institution, name);
    }
  }

  /** Every account that ever moved money or was given a behaviour, customers first, with balances. */
  accounts(): readonly AccountView[] {
    return views.accounts(this.#state);
  }

  /** Movements of one account (in any spelling), oldest first. */
  movements(account: string): readonly MovementView[] {
    const parsed = parseAccount(account);
    return views.movements(this.#state, parsed.ok ? accountText(parsed.account) : account);
  }

  /** Every payment instruction, by institution and EndToEndId. */
  instructions(): readonly InstructionView[] {
    return views.instructions(this.#state);
  }

  /** Files received and sent, by time. */
  files(): readonly FileView[] {
    return views.files(this.#state);
  }

  /** Lets the state file go. What is due stays due for the next bank on it. */
  close(): void {
    this.#state.close();
  }
}

function canonical(account: string): string {
  if (/^cost-centre-\d+$/.test(account)) return account;
  const parsed = parseAccount(account);
  if (!parsed.ok) throw new BankRefusal(parsed.sentence);
  return accountText(parsed.account);
}
