import { expect, test } from 'vitest';
import type { State } from '../../shared/mobility/case.ts';
import { finalStates, type Transition, transitionFor, transitions } from '../../shared/mobility/transitions.ts';

const rows = transitions as readonly Transition[];
const states = [...new Set(rows.flatMap((row) => [...row.from, ...(row.to === 'same' ? [] : [row.to])]))];

test('every state can be reached from the application', () => {
  const reached = new Set<State>(['applied']);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const row of rows) if (row.to !== 'same' && row.from.some((from) => reached.has(from))) reached.add(row.to);
  }
  expect([...reached].sort()).toEqual([...states].sort());
});

test('from every open state a final one can be reached', () => {
  for (const start of states) {
    const reached = new Set<State>([start]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const row of rows) if (row.to !== 'same' && row.from.some((from) => reached.has(from))) reached.add(row.to);
    }
    expect([start, finalStates.some((end) => reached.has(end))]).toEqual([start, true]);
  }
});

test('only a closed case can be taken up again: by money that moves, or by a correction', () => {
  // A last mail may come back whatever has become of the case; that opens nothing.
  // Nor does taking a hold off.
  const openNothing: readonly string[] = [
    'MailFailed',
    'AddressCorrected',
    'HoldLifted',
    'AddressProposed',
    'NameAsked',
  ];
  const others = rows.filter((row) => !openNothing.includes(row.event));
  const leaving = others.filter((row) => row.from.some((from) => finalStates.includes(from)));
  expect(leaving.map((row) => row.event).sort()).toEqual([
    'CaseReopened',
    'OverpaymentReceived',
    'PaymentReturned',
    'ReliefTakenBack',
    'ReturnFailed',
    'WrittenOffRecovered',
  ]);
  expect(leaving.every((row) => row.from.filter((from) => finalStates.includes(from)).join() === 'closed')).toBe(true);
});

test('no move is described twice', () => {
  const moves = rows.flatMap((row) => row.from.map((from) => `${from} ${row.event}`));
  expect(moves.filter((move, index) => moves.indexOf(move) !== index)).toEqual([]);
});

test.each([
  ['applied', 'ApplicationApproved', 'participant'],
  ['applied', 'AgreementSigned', 'participant'],
  ['agreement-issued', 'AgreementSigned', 'office'],
  ['repayment-due', 'ClaimWrittenOff', 'office'],
  ['signed', 'AccountApproved', 'participant'],
] as const)('in %s, %s by %s is not in the table', (state, event, by) => {
  expect(transitionFor(state, event, by)).toBeUndefined();
});
