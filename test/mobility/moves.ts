import fc from 'fast-check';
import { addDays } from '../../shared/calendar/dates.ts';
import type { Document, Mobility, Payment, Phase } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import type { PayeeAccount } from '../../shared/payments/types.ts';

/** One thing that happens to a case: its name, and a number from which the details follow. Time passes by moves as well. */
export interface Move {
  readonly name: MoveName;
  readonly n: number;
}

/** The command of a move on a case as it stands; undefined where the world could not do it. */
type Make = (mobility: Mobility, n: number, today: string) => Command | undefined;

export const accounts: readonly PayeeAccount[] = [
  { bban: '12345678903' },
  { bban: '86011117947' },
  { iban: 'DE89370400440532013000' },
  { iban: 'NO9386011117947' },
];

const people = ['Ola', 'Per', 'Controller'];
const phases: readonly Phase[] = ['application', 'agreement', 'payout', 'stay', 'settlement', 'repayment'];
const statuses = ['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'PART', 'RJCT', 'RJCT', 'CANC'];
const reasons = [undefined, 'AC01', 'AC04', 'BE01', 'RR04', 'AM05', 'DUPL', 'MS03', 'FF01', 'AM04'];

/** What people do. */
export const deeds = {
  approve: (_case, n) => ({ type: 'approve', by: pick(people, n) }),
  refuse: (_case, n) => (n % 5 === 0 ? { type: 'refuse', by: pick(people, n), reason: n % 2 ? 'no' : ' ' } : undefined),
  sign: () => ({ type: 'sign' }),
  withdraw: (mobility, n, today) => ({ type: 'withdraw', reason: 'r', ...lastDay(mobility, n, today) }),
  'file-document': (_case, n) => ({ type: 'file-document', document: documentOf(n) }),
  'report-obligations': (_case, n) => ({
    type: 'report-obligations',
    codes:
      n % 2 === 0
        ? ['learning-agreement', 'eu-survey', 'nhh-survey']
        : [pick(['eu-survey', 'nhh-survey', 'confirmation-of-stay', 'none'], n >> 1)],
  }),
  // The certificate first, as the page does it.
  'claim-illness': (mobility, n, today) => {
    const certificate = mobility.documents.find(({ kind }) => kind === 'medical-certificate');
    if (!certificate && n % 8 > 0) return { type: 'file-document', document: documentOf(1) };
    return { type: 'claim-illness', document: certificate?.id ?? 'none', ...lastDay(mobility, n >> 3, today) };
  },
  'ask-for-extension': ({ stay }, n) => ({
    type: 'ask-for-extension',
    end: addDays(stay.planned.end, pick([43, 14, 200, 0, 400], n)),
    reason: n % 7 ? 'My thesis takes longer' : ' ',
  }),
  'decide-extension': (_case, n) => {
    const by = pick(people, n);
    if (n % 3 === 0) return { type: 'decide-extension', by, choice: 'refuse', answer: n % 2 ? 'No' : ' ' };
    return { type: 'decide-extension', by, choice: 'grant', ...(n % 5 === 0 ? { left: 100 } : {}) };
  },
  'report-interruption': ({ stay }, n) => {
    const start = addDays(stay.planned.start, pick([10, 40, 0, 60, 80], n));
    return {
      type: 'report-interruption',
      period: { start, end: addDays(start, n % 30) },
      reason: n % 7 ? 'Work' : ' ',
    };
  },
  'decide-interruption': (_case, n) => {
    const by = pick(people, n);
    if (n % 3 > 0) return { type: 'decide-interruption', by, choice: 'confirm' };
    return { type: 'decide-interruption', by, choice: 'refuse', answer: n % 2 ? 'No' : ' ' };
  },
  'claim-green-travel': ({ documents }, n) => ({
    type: 'claim-green-travel',
    legs: [
      { way: 'out', from: 'A', to: 'B', mode: n % 3 ? 'train' : 'plane', km: 900 },
      { way: 'back', from: 'B', to: 'A', mode: 'plane', km: 900 },
    ],
    receipts: documents.filter(({ kind }) => kind === 'travel-receipt').map(({ id }) => id),
  }),
  'waive-green-travel': (_case, n) => (n % 9 === 0 ? { type: 'waive-green-travel' } : undefined),
  'decide-green-claim': (_case, n) => {
    const by = pick(people, n);
    if (n % 2) return { type: 'decide-green-claim', by, choice: 'accept' };
    return { type: 'decide-green-claim', by, choice: 'refuse', answer: n % 4 ? 'No' : ' ' };
  },
  'propose-account': (_case, n) => ({ type: 'propose-account', account: pick(accounts, n) }),
  'decide-account': (_case, n) => ({ type: 'decide-account', by: pick(people, n), approve: n % 3 > 0 }),
  'confirm-stay': (mobility, n) => ({
    type: 'confirm-stay',
    by: n % 2 === 0 ? 'host' : 'office',
    period: periodOf(mobility, n >> 1),
    ...(n % 6 === 0 ? { interruptionDays: n % 80 } : {}),
    name: 'Marie',
    role: 'C',
  }),
  'hold-payment': (_case, n) =>
    n % 4 === 0 ? { type: 'hold-payment', by: pick(people.slice(0, 2), n), reason: n % 8 ? 'R' : ' ' } : undefined,
  'lift-hold': ({ hold }, n) => (hold ? { type: 'lift-hold', by: pick(people, n) } : undefined),
  'decide-silence': (_case, n) => ({
    type: 'decide-silence',
    by: pick(people, n),
    choice: n % 2 === 0 ? 'extend' : 'demand',
  }),
  'decide-illness': (_case, n) => ({
    type: 'decide-illness',
    by: pick(people, n),
    choice: n % 2 === 0 ? 'keep' : 'refuse',
  }),
  'decide-claim': (_case, n, today) => {
    const by = pick(people, n);
    const choice = pick(
      ['extend', 'waive', 'write-off', 'instalments', 'collect', 'refuse-instalments'] as const,
      n >> 1,
    );
    const type = 'decide-claim';
    if (choice === 'instalments') {
      const due = Array.from({ length: 1 + (n % 4) }, (_, part) => addDays(today, 30 * (part + 1)));
      return { type, by, choice, due };
    }
    if (choice === 'refuse-instalments') return { type, by, choice, answer: n % 5 ? 'It is too little' : ' ' };
    if (choice === 'collect') return { type, by, choice, agency: n % 5 ? 'Collectors' : ' ' };
    return choice === 'extend'
      ? { type, by, choice }
      : { type, by, choice, reason: 'Hardship', evidence: n % 7 ? 'Archive 26/17' : ' ' };
  },
  'ask-for-instalments': (_case, n) => ({ type: 'ask-for-instalments', wish: n % 7 ? '500 a month' : ' ' }),
  'object-to-claim': (_case, n) => ({ type: 'object-to-claim', reason: n % 7 ? 'The dates are wrong' : ' ' }),
  'decide-objection': (mobility, n) =>
    n % 2 === 0
      ? { type: 'decide-objection', by: pick(people, n), choice: 'dismiss', answer: 'They are not' }
      : {
          type: 'decide-objection',
          by: pick(people, n),
          choice: 'uphold',
          answer: 'Right',
          correction: correctionOf(mobility, n >> 1),
        },
  'propose-correction': (mobility, n) => ({
    type: 'propose-correction',
    by: pick(people, n),
    ...correctionOf(mobility, n >> 1),
  }),
  'decide-correction': (_case, n) => ({ type: 'decide-correction', by: pick(people, n), approve: n % 4 > 0 }),
  'release-return': (mobility, n) => ({
    type: 'release-return',
    by: pick(people, n),
    payment: mobility.returns?.at(-1 - (n % 2))?.id ?? 'none',
  }),
  'decide-relief': (_case, n) => ({ type: 'decide-relief', by: pick(people, n), approve: n % 3 > 0 }),
  'release-payment': (mobility, n) => ({ type: 'release-payment', by: pick(people, n), payment: idOf(mobility, n) }),
  'approve-demand': (_case, n) => ({ type: 'approve-demand', by: pick(people, n) }),
} satisfies Record<string, Make>;

/** What the workflows' functions ask, at the right time and at any other. */
const steps = {
  assess: () => ({ type: 'assess' }),
  reserve: (_case, n) => ({ type: 'reserve', budgetExhausted: n % 3 === 0 }),
  'issue-agreement': () => ({ type: 'issue-agreement' }),
  'prepare-payment': () => ({ type: 'prepare-payment' }),
  'open-stay': () => ({ type: 'open-stay' }),
  settle: () => ({ type: 'settle' }),
  'raise-claim': () => ({ type: 'raise-claim' }),
  'restart-phase': (_case, n) => ({ type: 'restart-phase', phase: pick(phases, n) }),
} satisfies Record<string, Make>;

/** What the bank says, in any order. It can only speak of a payment that it has; the test puts it into a batch before. */
const bank = {
  'payment-instructed': (mobility, n) =>
    onPayment(mobility, n, ({ id }) => ({ type: 'payment-instructed', payment: id, batch: 'NHH-1' })),
  'payment-status': (mobility, n) =>
    onPayment(mobility, n, ({ id }) => {
      const reason = pick(reasons, n >> 3);
      return { type: 'payment-status', payment: id, status: pick(statuses, n >> 1), ...(reason ? { reason } : {}) };
    }),
  'payment-booked': (mobility, n) =>
    onPayment(mobility, n, ({ id, local }) => ({
      type: 'payment-booked',
      payment: id,
      local: n % 11 === 0 ? { ...local, minor: local.minor + 1 } : n % 13 === 0 ? { ...local, currency: 'EUR' } : local,
      date: '2025-09-01',
      reference: `booked-${id}`,
    })),
  'payment-returned': (mobility, n) =>
    onPayment(mobility, n, ({ id, local }) => ({
      type: 'payment-returned',
      payment: id,
      local: n % 11 === 0 ? { ...local, minor: local.minor - 1 } : n % 13 === 0 ? { ...local, currency: 'EUR' } : local,
      date: '2025-09-01',
      reference: `returned-${id}`,
      reason: pick(['AC04', 'MS03'], n),
    })),
  'repayment-received': (mobility, n) => {
    const { claim } = mobility;
    if (!claim) return undefined;
    const whole = claim.local.minor;
    const minor = pick([whole, Math.ceil(whole / 3), 1, 40, whole + 5000, Math.ceil(whole / 2)], n);
    const currency = n % 17 === 0 ? 'EUR' : claim.local.currency;
    const reference = `credit#${n % 7}`;
    return { type: 'repayment-received', local: { minor, currency }, date: '2026-02-01', reference };
  },
} satisfies Record<string, Make>;

export const commands = { ...deeds, ...steps, ...bank } satisfies Record<string, Make>;

/** Time that passes, in hours; `to-deadline` goes to the earliest deadline and lets it fall due, `sweep` only the latter. */
export const times = { hour: 1, day: 24, month: 31 * 24, 'to-deadline': 0, sweep: 0 } as const;

/** `duty`: somebody does what they should at this point (goodwill.ts), so that cases get far and not only into trouble. */
type MoveName = keyof typeof commands | keyof typeof times | 'duty';

const names = [...Object.keys(commands), ...Object.keys(times)] as MoveName[];

/** Any number of moves. Shrinks towards fewer and simpler ones. */
export function anyMoves(maxLength: number): fc.Arbitrary<Move[]> {
  const name = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...names) }, fc.constant<MoveName>('duty'));
  return fc.array(fc.record({ name, n: fc.nat(999) }), { maxLength, size: 'max' });
}

function pick<T>(from: readonly T[], n: number): T {
  return from[n % from.length] as T;
}

function onPayment(
  mobility: Mobility,
  n: number,
  make: (payment: Pick<Payment, 'id' | 'local'>) => Command,
): Command | undefined {
  const { payments, returns = [] } = mobility;
  // The last payment more often than earlier ones.
  const payment =
    n % 5 === 0 && returns.length > 0
      ? returns.at(-1)
      : n % 4 === 0
        ? payments[(n >> 2) % Math.max(1, payments.length)]
        : payments.at(-1);
  return payment && payment.state !== 'held' && payment.state !== 'cancelled' ? make(payment) : undefined;
}

function idOf(mobility: Mobility, n: number): string {
  return mobility.payments[n % Math.max(1, mobility.payments.length)]?.id ?? 'none';
}

function lastDay(mobility: Mobility, n: number, today: string): { lastDay?: string } {
  const { start, end } = mobility.stay.planned;
  return pick(
    [{}, { lastDay: addDays(start, 20) }, { lastDay: addDays(start, 70) }, { lastDay: end }, { lastDay: today }],
    n,
  );
}

function correctionOf(mobility: Mobility, n: number) {
  const dates = pick([periodOf(mobility, n >> 2), 'none', 'unchanged', periodOf(mobility, n >> 3)] as const, n);
  return {
    dates,
    reason: 'New evidence',
    evidence: 'A1',
    ...(n % 5 === 0 ? { forceMajeure: 'An earthquake' } : {}),
    ...(n % 7 === 0 ? { interruptionDays: n % 30 } : {}),
  };
}

function periodOf(mobility: Mobility, n: number): { start: string; end: string } {
  const { start, end } = mobility.stay.planned;
  const ends = [end, addDays(start, 83), addDays(start, 65), addDays(start, 30), addDays(end, 10), addDays(start, -1)];
  return { start, end: pick(ends, n) };
}

function documentOf(n: number): Document {
  return {
    id: `D${n % 3}`,
    kind: pick(['confirmation-of-stay', 'medical-certificate', 'travel-receipt', 'medical-certificate'] as const, n),
    objectKey: `uploads/nhh/8F3K2M9QRT/D${n % 3}`,
    contentType: 'application/pdf',
    bytes: 9,
    at: '2025-10-01T00:00:00.000Z',
  };
}
