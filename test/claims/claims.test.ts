import { describe, expect, test } from 'vitest';
import { restOf } from '../../shared/claims/amounts.ts';
import { demandOf } from '../../shared/claims/demand.ts';
import { nextPart, planOf } from '../../shared/claims/instalments.ts';
import { isValidKid } from '../../shared/claims/kid.ts';
import { demandInWords } from '../../shared/claims/words.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { amountDue, claimsOf, kept, outstanding, paid, repaid, waived } from '../../shared/mobility/balance.ts';
import type { Claim } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { eur } from '../../shared/money/money.ts';
import {
  closed,
  confirm,
  demanded,
  paid as firstPaid,
  ill,
  JAN,
  kinds,
  lastPayment,
  NOV,
  OCT,
  other,
  returned,
} from '../mobility/journeys.ts';
import { OneCase } from '../mobility/one-case.ts';

/** In the order of shared/claims/README.md. */

const MARCH = '2026-03-02T09:00:00.000Z';

function claimOf(one: OneCase): Claim {
  const { claim } = one.mobility;
  if (!claim) throw new Error('There is no claim.');
  return claim;
}

function credit(
  one: OneCase,
  minor: number,
  reference: string,
  more: Partial<Extract<Command, { type: 'repayment-received' }>> = {},
) {
  return one.do({
    type: 'repayment-received',
    local: { minor, currency: 'NOK' },
    date: '2025-12-01',
    reference,
    ...more,
  });
}

const relieve = (one: OneCase, choice: 'waive' | 'write-off'): void => {
  one.do({ type: 'decide-claim', by: 'Ola', choice, reason: 'Hardship', evidence: 'Archive 26/17' });
  one.do({ type: 'decide-relief', by: 'Controller', approve: true });
};

/** Corrected to another last day, with the second person's word. */
function correct(one: OneCase, end: string, at = MARCH): void {
  const dates = { start: '2025-08-18', end };
  one.do({ type: 'propose-correction', by: 'Ola', dates, reason: 'The host was wrong', evidence: 'Archive 26/18' }, at);
  one.do({ type: 'decide-correction', by: 'Controller', approve: true });
}

const fallDueUntil = (one: OneCase, mail: string, sent: { template: string; at: string }[] = []): void => {
  for (let guard = 0; guard < 20 && one.mails.at(-1) !== mail; guard += 1) {
    one.do({ type: 'fall-due', delivered: sent }, one.mobility.deadlines[0]?.at);
  }
};

const figures = (one: OneCase) => {
  const {
    awarded,
    paid: out,
    repaid: back,
    waived: given,
    writtenOff: lost,
    outstanding: left,
  } = statement(one.transfers);
  return [awarded, out, back, given, lost, left].map(({ minor }) => minor);
};

describe('1. set-off', () => {
  test('what had not been paid yet comes off first, and the working says so', () => {
    const one = demanded();
    expect(claimOf(one)).toMatchObject({ amount: eur(24_733), working: { setOff: eur(63_600) } });
    expect(demandInWords(claimOf(one), 'en')).toContain(
      '883.33 EUR less. 636.00 EUR of it had not been paid yet and is set off',
    );
  });

  test.each([
    [212_000, 123_667, 148_400, 24_733, 63_600, 0],
    [123_667, 100_000, 148_400, 48_400, 0, 24_733],
    [100_000, 90_000, 100_000, 10_000, 0, 0],
    [100_000, 110_000, 148_400, 38_400, 0, 48_400],
  ])(
    'grant %i, now %i, kept %i: %i demanded, %i set off, %i taken over',
    (before, now, has, amount, setOff, takenOver) => {
      expect(demandOf(eur(before), eur(now), eur(has))).toEqual({
        amount: eur(amount),
        working: { before: eur(before), entitlement: eur(now), setOff: eur(setOff), takenOver: eur(takenOver) },
      });
    },
  );
});

describe('1. set-off, in words', () => {
  test.each([
    [
      [212_000, 123_667, 148_400],
      'The grant was 2 120.00 EUR and is now 1 236.67 EUR: 883.33 EUR less. 636.00 EUR of it had not been paid yet and is set off: 883.33 EUR − 636.00 EUR = 247.33 EUR. 247.33 EUR to be repaid.',
    ],
    [
      [123_667, 100_000, 148_400],
      'The grant was 1 236.67 EUR and is now 1 000.00 EUR: 236.67 EUR less. 247.33 EUR of the earlier demand was still open and is taken over: 247.33 EUR + 236.67 EUR = 484.00 EUR. 484.00 EUR to be repaid.',
    ],
    [
      [100_000, 90_000, 100_000],
      'The grant was 1 000.00 EUR and is now 900.00 EUR: 100.00 EUR less. Nothing was still to be paid, so nothing is set off. 100.00 EUR to be repaid.',
    ],
    [
      [100_000, 110_000, 148_400],
      'The grant was 1 000.00 EUR and is now 1 100.00 EUR: 100.00 EUR more. 484.00 EUR of the earlier demand was still open and is taken over: 484.00 EUR − 100.00 EUR = 384.00 EUR. 384.00 EUR to be repaid.',
    ],
  ])('%j', ([before = 0, now = 0, has = 0], sentences) => {
    expect(demandInWords(demandOf(eur(before), eur(now), eur(has)), 'en')).toBe(sentences);
  });

  test.each([
    ['nb', '636,00 EUR av dette var ennå ikke utbetalt og motregnes: 883,33 EUR − 636,00 EUR = 247,33 EUR.'],
    ['nn', '636,00 EUR av dette var enno ikkje utbetalt og blir motrekna: 883,33 EUR − 636,00 EUR = 247,33 EUR.'],
    ['nl', '636,00 EUR daarvan was nog niet betaald en wordt verrekend: 883,33 EUR − 636,00 EUR = 247,33 EUR.'],
  ] as const)('the same in %s', (language, sentence) => {
    const demand = demandOf(eur(212_000), eur(123_667), eur(148_400));
    expect(demandInWords(demand, language).replaceAll('\u00a0', ' ')).toContain(sentence);
  });
});

test('2. the demand: every claim of a case has a valid KID of its own', () => {
  const one = closed();
  correct(one, '2025-11-30');
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  one.do({ type: 'approve-demand', by: 'Controller' });
  correct(one, '2025-10-31', '2026-03-04T09:00:00.000Z');
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  const kids = claimsOf(one.mobility).map(({ kid }) => kid);
  expect(new Set(kids).size).toBe(2);
  for (const kid of kids) expect(isValidKid(kid)).toBe(true);
});

test('3. interest: what is left never grows, whatever time passes', () => {
  const one = demanded();
  let left = restOf(claimOf(one)).minor;
  for (let n = 0; n < 12; n += 1) {
    one.do({ type: 'fall-due', delivered: [] }, one.mobility.deadlines[0]?.at);
    expect(restOf(claimOf(one)).minor).toBeLessThanOrEqual(left);
    expect(claimOf(one)).toMatchObject({ amount: eur(24_733), local: { minor: 290_427 } });
    left = restOf(claimOf(one)).minor;
  }
});

test('4. partial repayment: a credit is counted once, and the parts are the claim to the cent', () => {
  const one = demanded();
  credit(one, 100_000, 'a');
  expect(
    one.try({
      type: 'repayment-received',
      local: { minor: 100_000, currency: 'NOK' },
      date: '2025-12-01',
      reference: 'a',
    }).kind,
  ).toBe('nothing');
  credit(one, 190_427, 'b');
  expect([one.mobility.state, repaid(one.mobility)]).toEqual(['closed', eur(24_733)]);
});

describe('5. over-payment', () => {
  const payer = { name: 'Per Nordmann', account: { bban: '86011117947' } } as const;
  const over = (): OneCase => {
    const one = demanded();
    credit(one, 300_000, 'a', { payer });
    return one;
  };
  const back = (one: OneCase) => one.mobility.returns?.at(-1);

  test('waits for a second person, and the case stays open until it is returned', () => {
    const one = over();
    expect([one.mobility.state, back(one)]).toMatchObject([
      'settled',
      {
        id: 'NHH-8F3K2M9QRT-RET1',
        state: 'held',
        local: { minor: 9_573 },
        account: payer.account,
        payeeName: 'Per Nordmann',
      },
    ]);
    one.do({ type: 'release-return', by: 'Controller', payment: 'NHH-8F3K2M9QRT-RET1' });
    one.do({ type: 'payment-instructed', payment: 'NHH-8F3K2M9QRT-RET1', batch: 'NHH-2' });
    one.do({
      type: 'payment-booked',
      payment: 'NHH-8F3K2M9QRT-RET1',
      local: { minor: 9_573, currency: 'NOK' },
      date: '2025-12-03',
      reference: 'x',
    });
    expect([one.mobility.state, outstanding(one.mobility)]).toEqual(['closed', eur(0)]);
  });

  test('is no part of the grant: paid and repaid stay as they were', () => {
    expect(figures(over())).toEqual([123_667, 148_400, 24_733, 0, 0, 0]);
  });

  test('goes to the participant where the bank does not say who paid', () => {
    const one = demanded();
    credit(one, 300_000, 'a');
    expect(back(one)).toMatchObject({ to: 'participant', account: { bban: '12345678903' } });
  });

  test('refused by the bank is tried anew to the participant, under another id', () => {
    const one = over();
    one.do({ type: 'release-return', by: 'Controller', payment: 'NHH-8F3K2M9QRT-RET1' });
    one.do({ type: 'payment-status', payment: 'NHH-8F3K2M9QRT-RET1', status: 'RJCT', reason: 'AC04' });
    expect(back(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-RET2', state: 'held', to: 'participant' });
  });

  test('refused for want of cover is tried anew to the same account, once finance has seen to it', () => {
    const one = over();
    one.do({ type: 'release-return', by: 'Controller', payment: 'NHH-8F3K2M9QRT-RET1' });
    one.do({ type: 'payment-status', payment: 'NHH-8F3K2M9QRT-RET1', status: 'RJCT', reason: 'AM04' });
    expect(back(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-RET2', state: 'held', to: 'payer', account: payer.account });
    expect(one.decisions.at(-1)?.records).toContainEqual(expect.objectContaining({ kind: 'payment-refused' }));
    one.do({ type: 'release-return', by: 'Controller', payment: 'NHH-8F3K2M9QRT-RET2' });
    expect(back(one)?.state).toBe('ready');
  });

  test('does not go to an account that has failed; after a new one it goes there', () => {
    const one = demanded();
    credit(one, 300_000, 'a');
    one.do({ type: 'release-return', by: 'Controller', payment: 'NHH-8F3K2M9QRT-RET1' });
    one.do({ type: 'payment-status', payment: 'NHH-8F3K2M9QRT-RET1', status: 'RJCT', reason: 'AC04' });
    const release = { type: 'release-return', by: 'Controller', payment: 'NHH-8F3K2M9QRT-RET2' } as const;
    expect(one.try(release)).toMatchObject({ refusal: { code: 'account-failed' } });
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    one.do(release);
    expect(back(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-RET3', state: 'held', account: other });
  });
});

test('7. more time is the whole time from today', () => {
  const one = demanded();
  one.do({ type: 'decide-claim', by: 'Ola', choice: 'extend' }, MARCH);
  expect(claimOf(one).due).toBe('2026-04-01');
});

describe('8. parts, asked for by the participant', () => {
  const asked = (): OneCase => {
    const one = demanded();
    one.do({ type: 'ask-for-instalments', wish: '500 NOK a month' });
    return one;
  };

  test('from the first day of the demand; the office decides, and the date stays until then', () => {
    const one = asked();
    expect([claimOf(one).state, claimOf(one).due]).toEqual(['open', claimOf(demanded()).due]);
    expect([one.mails.at(-1), kinds(one).includes('instalments-reminder')]).toEqual(['instalments-asked', true]);
  });

  test('granted before the date: the plan stands, and nothing is open any more', () => {
    const one = asked();
    one.do({ type: 'decide-claim', by: 'Ola', choice: 'instalments', due: ['2025-12-01', '2026-01-01'] });
    expect(claimOf(one).askedForParts).toBeUndefined();
    expect([claimOf(one).plan?.parts.length, kinds(one).includes('instalments-reminder')]).toEqual([2, false]);
  });

  test('refused: the demand stays as it was, and the participant reads why', () => {
    const one = asked();
    const { due } = claimOf(one);
    one.do({ type: 'decide-claim', by: 'Ola', choice: 'refuse-instalments', answer: 'It is too little' });
    expect(claimOf(one)).toMatchObject({ state: 'open', due, refusedParts: { by: 'Ola', answer: 'It is too little' } });
    expect(one.mails.at(-1)).toBe('instalments-refused');
  });

  test('the office is reminded until it answers, and not while an objection stands before it', () => {
    const one = asked();
    const reminded = () => one.mails.filter((mail) => mail === 'instalments-asked').length;
    const next = () => one.mobility.deadlines.find(({ kind }) => kind === 'instalments-reminder')?.at;
    one.do({ type: 'fall-due', delivered: [] }, next());
    expect(reminded()).toBe(2);
    one.do({ type: 'object-to-claim', reason: 'The dates are wrong' });
    one.do({ type: 'fall-due', delivered: [] }, next());
    expect([reminded(), next() !== undefined]).toEqual([2, true]);
  });

  test('paid meanwhile: nobody is asked for anything any more', () => {
    const one = asked();
    credit(one, claimOf(one).local.minor, 'B1');
    expect([one.mobility.state, claimOf(one).askedForParts]).toEqual(['closed', undefined]);
  });

  test.each<[string, (one: OneCase) => void, string]>([
    ['twice', (one) => one.do({ type: 'ask-for-instalments', wish: 'x' }), 'already-asked'],
    ['during an objection', (one) => one.do({ type: 'object-to-claim', reason: 'x' }), 'decision-open'],
    [
      'after the hand-over',
      (one) => one.do({ type: 'decide-claim', by: 'Ola', choice: 'collect', agency: 'Collectors' }),
      'handed-over',
    ],
  ])('cannot be asked for %s', (_when, before, code) => {
    const one = demanded();
    before(one);
    expect(one.try({ type: 'ask-for-instalments', wish: '500 a month' })).toMatchObject({ refusal: { code } });
  });

  test('without words, and before the demand has gone out, nothing is asked', () => {
    expect(demanded().try({ type: 'ask-for-instalments', wish: ' ' })).toMatchObject({
      refusal: { code: 'wish-missing' },
    });
    expect(closed().try({ type: 'ask-for-instalments', wish: 'x' })).toMatchObject({ refusal: { code: 'not-open' } });
    const refuse = { type: 'decide-claim', by: 'Ola', choice: 'refuse-instalments', answer: 'x' } as const;
    expect(demanded().try(refuse)).toMatchObject({ refusal: { code: 'not-asked' } });
    expect(asked().try({ ...refuse, answer: ' ' })).toMatchObject({ refusal: { code: 'answer-missing' } });
  });
});

describe('8. parts', () => {
  const days = ['2026-04-01', '2026-05-01', '2026-06-01'];
  const planned = (): OneCase => {
    const one = demanded();
    one.do({ type: 'decide-claim', by: 'Ola', choice: 'instalments', due: days }, MARCH);
    return one;
  };

  test('are equal, and what does not divide comes with the last', () => {
    expect(planOf(claimOf(planned())).map(({ local }) => local.minor)).toEqual([96_809, 96_809, 96_809]);
    const one = demanded();
    one.do({ type: 'decide-claim', by: 'Ola', choice: 'instalments', due: days.slice(0, 2) }, MARCH);
    expect(planOf(claimOf(one)).map(({ local }) => local.minor)).toEqual([145_213, 145_214]);
  });

  test('due date and reminders follow the next part', () => {
    const one = planned();
    expect(claimOf(one).due).toBe('2026-04-01');
    credit(one, 96_809, 'a');
    expect([claimOf(one).due, nextPart(claimOf(one))?.open.minor]).toEqual(['2026-05-01', 96_809]);
    expect(one.mobility.deadlines.every(({ at }) => at > '2026-04-01')).toBe(true);
  });

  test('one that is missing after its reminder makes the whole rest due, with the whole time', () => {
    const one = planned();
    const sent = [{ template: 'repayment-reminder', at: '2026-04-08T06:00:00.000Z' }];
    fallDueUntil(one, 'instalment-missed', sent);
    expect(claimOf(one).plan).toBeUndefined();
    expect((claimOf(one).due ?? '') >= '2026-05-01').toBe(true);
    expect(one.events).toContain('InstalmentMissed');
  });

  test('does not end on somebody who was not reminded', () => {
    const one = planned();
    for (let n = 0; n < 4; n += 1) one.do({ type: 'fall-due', delivered: [] }, one.mobility.deadlines[0]?.at);
    expect(claimOf(one).plan).toBeDefined();
  });

  test.each([
    [['2026-04-01'], 'one day'],
    [['2026-04-01', '2026-03-20'], 'out of order'],
    [['2026-01-01', '2026-04-01'], 'in the past'],
    [['2026-04-01', '2030-04-01'], 'beyond three years'],
    [['2026-04-01', 'soon'], 'no date'],
  ])('%j are refused: %s', (due) => {
    const one = demanded();
    expect(one.try({ type: 'decide-claim', by: 'Ola', choice: 'instalments', due }, MARCH)).toMatchObject({
      refusal: { code: 'no-plan' },
    });
  });
});

describe('9. objection', () => {
  const objected = (): OneCase => {
    const one = demanded();
    one.do({ type: 'object-to-claim', reason: 'I stayed until the end of November' }, MARCH);
    return one;
  };
  const dates = { start: '2025-08-18', end: '2025-11-30' };
  const uphold = {
    type: 'decide-objection',
    by: 'Ola',
    choice: 'uphold',
    answer: 'You are right',
    correction: { dates, reason: 'New paper', evidence: 'A1' },
  } as const;

  test('stops reminders and deadlines', () => {
    expect(kinds(objected())).toEqual(['objection-reminder']);
  });

  test('dismissed: the whole time begins anew', () => {
    const one = objected();
    one.do(
      { type: 'decide-objection', by: 'Ola', choice: 'dismiss', answer: 'The host says so' },
      '2026-03-20T09:00:00.000Z',
    );
    expect(claimOf(one).due).toBe('2026-04-20');
    expect(one.try({ type: 'object-to-claim', reason: 'again' })).toMatchObject({
      refusal: { code: 'already-objected' },
    });
  });

  test('upheld: a second person decides, and the grant is calculated anew', () => {
    const one = objected();
    one.do(uphold);
    expect(one.try({ type: 'decide-correction', by: ' ola ', approve: true })).toMatchObject({
      refusal: { code: 'same-person' },
    });
    one.do({ type: 'decide-correction', by: 'Controller', approve: true });
    expect([one.mobility.state, claimOf(one).cancelled]).toEqual(['stay-ended', eur(24_733)]);
  });

  test('upheld and refused by the second person: it is before the office again', () => {
    const one = objected();
    one.do(uphold);
    one.do({ type: 'decide-correction', by: 'Controller', approve: false });
    expect([claimOf(one).objection?.decision, kinds(one)]).toEqual([undefined, ['objection-reminder']]);
  });
});

describe('10. waiver and write-off', () => {
  test.each([
    [{ reason: ' ', evidence: 'A1' }, 'reason-missing'],
    [{ reason: 'Hardship', evidence: '' }, 'evidence-missing'],
  ])('%j is refused', (why, code) => {
    expect(demanded().try({ type: 'decide-claim', by: 'Ola', choice: 'waive', ...why })).toMatchObject({
      refusal: { code },
    });
  });

  test('keeps who, why and the evidence', () => {
    const one = demanded();
    relieve(one, 'waive');
    expect(claimOf(one).relief).toMatchObject({
      by: 'Ola',
      approvedBy: 'Controller',
      reason: 'Hardship',
      evidence: 'Archive 26/17',
    });
  });

  test('the money comes back after a waiver: only the entitlement is paid again', () => {
    const one = demanded();
    credit(one, 100_000, 'a');
    relieve(one, 'waive');
    one.do(returned(one), JAN);
    // 85.16 had been repaid and is theirs again; the waiver is not needed any more.
    expect([waived(one.mobility), amountDue(one.mobility)]).toEqual([eur(0), eur(123_667 + 8_516)]);
  });

  test('more is due after a waiver: it is given up only as far as it is needed', () => {
    const one = demanded();
    relieve(one, 'waive');
    correct(one, '2025-11-03');
    one.do({ type: 'settle' });
    const { settlement } = one.mobility;
    expect([settlement?.outcome, amountDue(one.mobility)]).toEqual(['settled', eur(0)]);
    expect(paid(one.mobility).minor - waived(one.mobility).minor).toBe(settlement?.entitlement.minor);
  });

  test('written off, and paid after all: it is repaid, and less is written off', () => {
    const one = demanded();
    relieve(one, 'write-off');
    credit(one, 100_000, 'late');
    expect(figures(one)).toEqual([123_667, 148_400, 8_516, 0, 16_217, 0]);
    expect(one.mobility.state).toBe('closed');
  });
});

test('11. collection by others: no reminders, what comes in counts, the office looks again', () => {
  const one = demanded();
  one.do({ type: 'decide-claim', by: 'Ola', choice: 'collect', agency: 'Collectors' }, MARCH);
  expect([kinds(one), claimOf(one).collection]).toEqual([
    ['collection-review'],
    { at: MARCH, by: 'Ola', agency: 'Collectors' },
  ]);
  credit(one, 100_000, 'a');
  expect(repaid(one.mobility)).toEqual(eur(8_516));
  fallDueUntil(one, 'claim-overdue');
  relieve(one, 'write-off');
  expect(one.mobility.state).toBe('closed');
});

describe('12. a later correction', () => {
  test('of a closed case, longer: the difference is a payment with the next number', () => {
    const one = closed();
    correct(one, '2025-12-29');
    one.do({ type: 'settle' });
    one.do({ type: 'prepare-payment' });
    expect(lastPayment(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-BAL2', amount: eur(17_667) });
    one.book('2026-03-05T09:00:00.000Z');
    expect([one.mobility.state, kept(one.mobility)]).toEqual(['closed', eur(233_200)]);
    expect(one.mobility.earlierSettlements).toHaveLength(1);
  });

  test('shorter: the difference is demanded, and what was before stays', () => {
    const one = closed();
    const before = one.transfers;
    correct(one, '2025-11-30');
    one.do({ type: 'settle' });
    one.do({ type: 'raise-claim' });
    expect(claimOf(one)).toMatchObject({ amount: eur(33_566), working: { setOff: eur(0) } });
    expect(one.transfers.slice(0, before.length)).toEqual(before);
  });

  test('of a stay that was given up before it began, to dates that it had after all: nobody is asked to confirm them again', () => {
    const one = OneCase.signed();
    one.do({ type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
    one.do({ type: 'withdraw', reason: 'Ill' });
    one.do({ type: 'settle' });
    expect([one.mobility.state, one.mobility.settlement?.entitlement]).toEqual(['closed', eur(0)]);
    correct(one, '2025-11-30');
    expect(one.mobility.obligations['confirmation-of-stay']).toEqual({ at: MARCH, by: 'controller' });
    one.do({ type: 'settle' });
    expect(one.mobility.openPhases).toEqual(['payout']);
  });

  test('refused: the case closes as it was', () => {
    const one = closed();
    const dates = { start: '2025-08-18', end: '2025-11-30' };
    one.do({ type: 'propose-correction', by: 'Ola', dates, reason: 'r', evidence: 'e' }, MARCH);
    expect(one.mobility.state).toBe('settled');
    one.do({ type: 'decide-correction', by: 'Controller', approve: false });
    expect([one.mobility.state, one.mobility.settlement?.entitlement]).toEqual(['closed', eur(215_533)]);
  });

  test('refused after the case was closed: nobody is told a second time that it is settled', () => {
    const one = closed();
    const dates = { start: '2025-08-18', end: '2025-11-30' };
    one.do({ type: 'propose-correction', by: 'Ola', dates, reason: 'r', evidence: 'e' }, MARCH);
    one.do({ type: 'decide-correction', by: 'Controller', approve: false });
    expect(one.mails.filter((mail) => mail === 'case-closed')).toHaveLength(1);
  });

  test('refused in a case that closes only by it: the participant is told', () => {
    const one = demanded();
    const dates = { start: '2025-08-18', end: '2025-11-30' };
    one.do({ type: 'propose-correction', by: 'Ola', dates, reason: 'r', evidence: 'e' }, MARCH);
    credit(one, claimOf(one).local.minor, 'B1');
    expect([one.mobility.state, one.mails.includes('case-closed')]).toEqual(['settled', false]);
    one.do({ type: 'decide-correction', by: 'Controller', approve: false });
    expect([one.mobility.state, one.mails.at(-1)]).toEqual(['closed', 'case-closed']);
  });

  test('force majeure below the minimum: the days are paid although the stay was too short', () => {
    const one = firstPaid();
    one.do(confirm('2025-09-16'), OCT);
    one.do({ type: 'settle' });
    expect(one.mobility.settlement?.entitlement).toEqual(eur(0));
    const why = { by: 'Ola', reason: 'The town was flooded', evidence: 'Archive 26/19' };
    const propose = { type: 'propose-correction', dates: 'unchanged', ...why } as const;
    expect(one.try({ ...propose, forceMajeure: ' ' })).toMatchObject({ refusal: { code: 'explanation-missing' } });
    expect(one.try(propose)).toMatchObject({ refusal: { code: 'nothing-changes' } });
    one.do({ ...propose, forceMajeure: 'Flood in the host town' });
    one.do({ type: 'decide-correction', by: 'Controller', approve: true });
    one.do({ type: 'settle' });
    // 29 days × 530 / 30
    expect(one.mobility.settlement?.entitlement).toEqual(eur(51_233));
  });
});

describe('13. illness', () => {
  test('refused: the calculation stands on the day that the participant gave', () => {
    const one = firstPaid();
    ill(one, OCT, '2025-09-30');
    one.do({ type: 'decide-illness', choice: 'refuse', by: 'Ola' });
    one.do({ type: 'settle' });
    expect(one.mobility.confirmed).toMatchObject({ by: 'participant', period: { end: '2025-09-30' } });
    expect(one.mobility.settlement).toMatchObject({ outcome: 'recovery', entitlement: eur(0) });
    expect(one.mails).toContain('settlement-copy');
  });

  test('kept after a part was repaid: that part is paid out again', () => {
    const one = demanded();
    credit(one, 100_000, 'a');
    ill(one, NOV);
    one.do({ type: 'decide-illness', choice: 'keep', by: 'Ola' });
    if (one.mobility.confirmed?.balanceExpected) {
      one.do({ type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
    }
    one.do({ type: 'settle' });
    one.do({ type: 'prepare-payment' });
    expect(lastPayment(one)).toMatchObject({ purpose: 'balance', amount: eur(8_516) });
    one.book('2026-01-12T09:00:00.000Z');
    expect([one.mobility.state, kept(one.mobility)]).toEqual(['closed', eur(148_400)]);
  });
});

test('14. a payment that comes back under a larger demand: a new demand on what was really paid', () => {
  const one = closed();
  correct(one, '2025-10-27');
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  one.do({ type: 'approve-demand', by: 'Controller' });
  expect(claimOf(one).amount).toEqual(eur(91_866));
  one.do(returned(one), '2026-03-05T09:00:00.000Z');
  one.do({ type: 'raise-claim' });
  expect([claimOf(one).amount, one.mobility.earlierClaims?.[0]?.cancelled]).toEqual([eur(24_733), eur(91_866)]);
});
