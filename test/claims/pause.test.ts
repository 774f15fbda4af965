import { describe, expect, test } from 'vitest';
import { demanded, JAN, kinds } from '../mobility/journeys.ts';
import type { OneCase } from '../mobility/one-case.ts';

/** While what somebody owes is being looked at again, nobody is pressed to pay it (shared/claims/README.md, 9 and 11). */

const pressing = ['claim-reminder', 'claim-decision', 'collection-review'];
const pressed = (one: OneCase) => kinds(one).filter((kind) => pressing.includes(kind));
const dates = { start: '2025-08-18', end: '2025-11-30' };

const object = { type: 'object-to-claim', reason: 'I stayed until the end of November' } as const;
const propose = { type: 'propose-correction', by: 'Ola', dates, reason: 'New paper', evidence: 'A1' } as const;
const waive = { type: 'decide-claim', by: 'Ola', choice: 'waive', reason: 'Hardship', evidence: 'A2' } as const;

/** In parts of which the first two are due on these days; 2 904.27 kroner in all. */
function inParts(): OneCase {
  const one = demanded();
  const due = ['2026-02-01', '2026-03-01', '2026-04-01'];
  one.do({ type: 'decide-claim', by: 'Ola', choice: 'instalments', due }, JAN);
  return one;
}

describe.each([
  ['an objection', object],
  ['a correction', propose],
] as const)('while %s waits for a decision', (_what, begin) => {
  test('a part that is paid brings no reminders of the next one', () => {
    const one = inParts();
    one.do(begin);
    const local = { minor: 96_809, currency: 'NOK' };
    one.do({ type: 'repayment-received', local, date: '2026-01-10', reference: 'a' });
    expect([one.mobility.claim?.due, pressed(one)]).toEqual(['2026-03-01', []]);
  });

  test('a waiver that is refused brings no date on which the claim is overdue', () => {
    const one = demanded();
    one.do(waive, JAN);
    one.do(begin);
    one.do({ type: 'decide-relief', by: 'Controller', approve: false });
    expect(pressed(one)).toEqual([]);
  });

  test.each([
    { choice: 'extend' },
    { choice: 'instalments', due: ['2026-02-01', '2026-03-01'] },
    { choice: 'collect', agency: 'Collectors' },
    { choice: 'waive', reason: 'Hardship', evidence: 'A2' },
  ] as const)('the office decides nothing else about the claim: $choice', (decision) => {
    const one = demanded();
    one.do(begin, JAN);
    expect(one.try({ type: 'decide-claim', by: 'Ola', ...decision })).toMatchObject({
      kind: 'refused',
      refusal: { sentence: expect.stringContaining('Decide on that first.') },
    });
    expect(pressed(one)).toEqual([]);
  });
});

test('a correction that is refused gives the time to pay anew, also of parts', () => {
  const one = inParts();
  one.do(propose);
  one.do({ type: 'repayment-received', local: { minor: 96_809, currency: 'NOK' }, date: '2026-01-10', reference: 'a' });
  one.do({ type: 'decide-correction', by: 'Controller', approve: false });
  expect([one.mobility.claim?.due, pressed(one).includes('claim-decision')]).toEqual(['2026-02-09', true]);
});
