import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBroken } from '../../shared/ledger/check.ts';
import * as entries from '../../shared/ledger/entries.ts';
import { statement } from '../../shared/ledger/statement.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import { convert } from '../../shared/money/exchange.ts';
import { money } from '../../shared/money/money.ts';

/**
 * The ledger against a model that knows nothing of accounts and transfers: a purse of figures, changed as anybody would
 * change them by hand. Commands come in random order; those that cannot happen are left out by `check`. After each the books
 * break no rule and say what the figures say, and the same command a second time would be the same transfers.
 */

interface Figures {
  reserved: number;
  awarded: number;
  paid: number;
  repaid: number;
  waived: number;
  writtenOff: number;
  /** Demanded and neither repaid nor given up. */
  demanded: number;
  paidLocal: number;
  repaidLocal: number;
  onItsWay?: { id: string; euro: number };
  /** Booked and not returned. */
  booked: { id: string; euro: number }[];
  signed: boolean;
  ended: boolean;
  steps: number;
}

interface Books {
  readonly exchange: { rate: string; tranche: string; date: string; evidence: string };
  transfers: Transfer[];
}

type Command = fc.Command<Figures, Books>;

const at = '2025-06-02T09:00:00.000Z';
const euro = (minor: number) => money(minor, 'EUR');
const left = (figures: Figures) =>
  figures.awarded - figures.paid + figures.repaid + figures.waived + figures.writtenOff;
/** What may still be made payable: not on its way, not demanded back. */
const free = (figures: Figures) => left(figures) + figures.demanded - (figures.onItsWay?.euro ?? 0);
const part = (whole: number, perMille: number) => Math.max(1, Math.floor((whole * perMille) / 1000));
const localOf = ({ exchange }: Books, minor: number) => convert(euro(minor), exchange.rate, 'NOK').minor;

/** One step: when it can happen, what it does to the figures by hand, and the entries of the ledger for it. */
function step(
  name: string,
  can: (figures: Figures) => boolean,
  byHand: (figures: Figures, books: Books) => void,
  byBook: (figures: Readonly<Figures>, books: Books) => Transfer[],
): Command {
  return {
    toString: () => name,
    check: (figures) => !figures.ended && can(figures),
    run: (figures, books) => {
      const made = byBook(figures, books);
      expect(byBook(figures, books)).toEqual(made);
      books.transfers = [...books.transfers, ...made];
      byHand(figures, books);
      figures.steps += 1;
      agree(figures, books);
    },
  };
}

function agree(figures: Figures, { transfers }: Books): void {
  expect(firstBroken(transfers)).toBeUndefined();
  const { awarded, paid, repaid, waived, writtenOff, outstanding, local } = statement(transfers);
  expect({
    awarded: awarded.minor,
    paid: paid.minor,
    repaid: repaid.minor,
    waived: waived.minor,
    writtenOff: writtenOff.minor,
    outstanding: outstanding.minor,
    paidLocal: local[0]?.paid.minor ?? 0,
    repaidLocal: local[0]?.repaid.minor ?? 0,
  }).toEqual({
    awarded: figures.awarded,
    paid: figures.paid,
    repaid: figures.repaid,
    waived: figures.waived,
    writtenOff: figures.writtenOff,
    outstanding: left(figures),
    paidLocal: figures.paidLocal,
    repaidLocal: figures.repaidLocal,
  });
}

/** The case at this moment: its version grows with every step. */
const of = ({ steps }: Figures) => ({ institution: 'nhh', id: 'M', version: steps + 1, stay: { call: '2025' } });

function payment(figures: Figures, books: Books, size: number) {
  const amount = part(free(figures), size);
  const id = `P${figures.steps}`;
  return { id, purpose: 'balance', amount: euro(amount), local: money(localOf(books, amount), 'NOK') };
}

const known = (one: { id: string; euro: number }, books: Books) => ({
  id: one.id,
  purpose: 'balance',
  amount: euro(one.euro),
  local: money(localOf(books, one.euro), 'NOK'),
});

const none = { id: '', euro: 0 };

const reserve = (amount: number) =>
  step(
    `reserve ${amount}`,
    ({ reserved, signed, steps }) => steps === 0 && reserved === 0 && !signed,
    (figures) => {
      figures.reserved = amount;
    },
    (figures) => entries.reserve(of(figures), euro(amount), at),
  );

const lapse = step(
  'lapse',
  ({ reserved, signed }) => reserved > 0 && !signed,
  (figures) => {
    figures.reserved = 0;
    figures.ended = true;
  },
  (figures) => entries.releaseReservation(of(figures), euro(figures.reserved), at),
);

const commit = step(
  'commit',
  ({ reserved, signed }) => reserved > 0 && !signed,
  (figures) => {
    Object.assign(figures, { awarded: figures.reserved, reserved: 0, signed: true });
  },
  (figures) => entries.commit(of(figures), euro(figures.reserved), at),
);

const pay = (size: number) =>
  step(
    `pay ${size}‰`,
    (figures) => !figures.onItsWay && free(figures) > 0,
    (figures) => {
      figures.onItsWay = { id: `P${figures.steps}`, euro: part(free(figures), size) };
    },
    (figures, books) => entries.instruct(of(figures), payment(figures, books, size), books.exchange, at),
  );

const book = step(
  'book',
  ({ onItsWay }) => onItsWay !== undefined,
  (figures, books) => {
    const { onItsWay = none } = figures;
    figures.paid += onItsWay.euro;
    figures.paidLocal += localOf(books, onItsWay.euro);
    figures.booked.push(onItsWay);
    delete figures.onItsWay;
  },
  (figures, books) => entries.book(of(figures), known(figures.onItsWay ?? none, books), at),
);

const reject = step(
  'reject',
  ({ onItsWay }) => onItsWay !== undefined,
  (figures) => {
    delete figures.onItsWay;
  },
  (figures, books) => entries.reject(of(figures), known(figures.onItsWay ?? none, books), at),
);

const returnedLast = step(
  'return',
  ({ booked, demanded, repaid, waived, writtenOff }) =>
    booked.length > 0 && demanded + repaid + waived + writtenOff === 0,
  (figures, books) => {
    const last = figures.booked.pop() ?? none;
    figures.paid -= last.euro;
    figures.paidLocal -= localOf(books, last.euro);
  },
  (figures, books) => entries.returned(of(figures), known(figures.booked.at(-1) ?? none, books), books.exchange, at),
);

const settle = (perMille: number) =>
  step(
    `settle at ${perMille}‰`,
    ({ signed, onItsWay, demanded }) => signed && !onItsWay && demanded === 0,
    (figures) => {
      figures.awarded = Math.floor((figures.awarded * perMille) / 1000);
    },
    (figures) => {
      const entitlement = Math.floor((figures.awarded * perMille) / 1000);
      return entries.adjustCommitment(of(figures), euro(figures.awarded), euro(entitlement), at);
    },
  );

const claim = step(
  'claim',
  (figures) => figures.demanded === 0 && left(figures) < 0 && !figures.onItsWay,
  (figures) => {
    figures.demanded = -left(figures);
  },
  (figures) => entries.raiseClaim(of(figures), euro(-left(figures)), at),
);

const cancelClaim = step(
  'cancel the claim',
  ({ demanded }) => demanded > 0,
  (figures) => {
    figures.demanded = 0;
  },
  (figures) => entries.cancelClaim(of(figures), euro(figures.demanded), at),
);

/** A credit for so much of the claim, in kroner at the frozen rate. */
const repay = (size: number) =>
  step(
    `repay ${size}‰`,
    ({ demanded }) => demanded > 0,
    (figures, books) => {
      const amount = part(figures.demanded, size);
      figures.demanded -= amount;
      figures.repaid += amount;
      figures.repaidLocal += localOf(books, amount);
    },
    (figures, books) => {
      const amount = part(figures.demanded, size);
      const local = money(localOf(books, amount), 'NOK');
      return entries.repaymentReceived(of(figures), `R#${figures.steps}`, euro(amount), local, books.exchange, at);
    },
  );

const waive = step(
  'waive',
  ({ demanded }) => demanded > 0,
  (figures) => {
    figures.waived += figures.demanded;
    figures.demanded = 0;
  },
  (figures) => entries.waive(of(figures), euro(figures.demanded), at),
);

const writeOff = step(
  'write off',
  ({ demanded }) => demanded > 0,
  (figures) => {
    figures.writtenOff += figures.demanded;
    figures.demanded = 0;
  },
  (figures) => entries.writeOff(of(figures), euro(figures.demanded), at),
);

const size = fc.oneof(fc.constantFrom(1, 300, 500, 700, 1000), fc.integer({ min: 1, max: 1000 }));
const commands = [
  fc.integer({ min: 1, max: 2_000_000 }).map(reserve),
  fc.constant(lapse),
  fc.constant(commit),
  size.map(pay),
  fc.constant(book),
  fc.constant(book),
  fc.constant(book),
  fc.constant(reject),
  fc.constant(returnedLast),
  fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constantFrom(0, 500, 1000)).map(settle),
  fc.constantFrom(300, 600).map(settle),
  ...[claim, claim, claim, claim].map((step) => fc.constant(step)),
  fc.constant(cancelClaim),
  size.map(repay),
  fc.constant(waive),
  fc.constant(writeOff),
];
const rates = fc.constantFrom('11.7425', '1', '10', '7.4601', '24.985', '120.5');

/** Most cases come as far as a first instalment; what happens then is what may go wrong. */
const beginnings = fc.oneof(
  fc.constant([]),
  fc
    .tuple(fc.integer({ min: 1, max: 2_000_000 }), size)
    .map(([amount, share]) => [reserve(amount), commit, pay(share), book]),
  fc
    .integer({ min: 2, max: 2_000_000 })
    .map((amount) => [reserve(amount), commit, pay(1000), book, settle(500), claim]),
);

/** How often each step was really taken, over all runs. */
const taken = new Map<string, number>();

test('after any steps in any order the ledger says what the figures say, and breaks no rule', () => {
  fc.assert(
    fc.property(rates, beginnings, fc.commands(commands, { size: '+2', maxCommands: 80 }), (rate, beginning, steps) => {
      fc.modelRun(() => {
        const model: Figures = {
          reserved: 0,
          awarded: 0,
          paid: 0,
          repaid: 0,
          waived: 0,
          writtenOff: 0,
          demanded: 0,
          paidLocal: 0,
          repaidLocal: 0,
          booked: [],
          signed: false,
          ended: false,
          steps: 0,
        };
        const exchange = { rate, tranche: 'T', date: '2025-05-15', evidence: 'Notice of receipt' };
        const real: Books = { exchange, transfers: [] };
        for (const early of beginning) if (early.check(model)) early.run(model, real);
        return { model, real };
      }, steps);
      for (const name of String(steps).matchAll(/(?:^|,)([a-z]+)/g)) {
        taken.set(name[1] ?? '', (taken.get(name[1] ?? '') ?? 0) + 1);
      }
    }),
    { numRuns: 1500 },
  );
});

test('every step was taken often enough to count', () => {
  const names = ['reserve', 'lapse', 'commit', 'pay', 'book', 'reject', 'return', 'settle', 'claim', 'cancel', 'repay'];
  for (const name of [...names, 'waive', 'write']) expect([name, (taken.get(name) ?? 0) > 20]).toEqual([name, true]);
});
