import { describe, expect, test } from 'vitest';
import { approverProblem, chainOf, openStep } from '../../shared/mobility/approvals.ts';
import type { Application, Command, FailedMail } from '../../shared/mobility/commands.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Institution } from '../../shared/rulebook/types.ts';
import { weekInGdansk, weekOfBlended } from '../staff-sample.ts';
import { OneCase } from './one-case.ts';

const rules = loadRulebook();
const of = (id: string): Institution => rules.institution(id) as Institution;

const APPLIED = '2021-04-06T08:00:00.000Z';
const later = (days: number) => new Date(Date.parse(APPLIED) + days * 86_400_000).toISOString();

const role = 'head-of-section';
const eva = { name: 'Eva Vik', email: 'eva.vik@oslomet.example' };
const agree = (turn = 0, by = 'Kari Leder') =>
  ({ type: 'decide-step', role, as: 'approver', turn, by, choice: 'agree' }) as const;
const refuse = { ...agree(), choice: 'refuse', reason: 'We need you here in October.' } as const;
const handOver = (to = eva, turn = 0) =>
  ({ type: 'name-approver', role, as: 'approver', turn, by: 'Kari Leder', to }) as const;
const officeNames = { type: 'name-approver', role, as: 'office', by: 'Ola', to: eva } as const;
const officeAgrees = {
  type: 'decide-step',
  role,
  as: 'office',
  by: 'Ola',
  choice: 'agree',
  reason: 'Told us by telephone.',
} as const;

/** The head of section has been asked. */
function asked(): OneCase {
  const one = new OneCase(APPLIED, weekInGdansk);
  one.do({ type: 'assess' });
  return one;
}

const mailsOf = (decision: ReturnType<OneCase['do']>) =>
  decision.effects.flatMap((effect) => (effect.type === 'mail' ? [[effect.template, effect.data]] : []));

const due = (one: OneCase, days: number) => one.do({ type: 'fall-due', delivered: [] }, later(days));

function refusal(one: OneCase, command: Command): string | undefined {
  const outcome = one.try(command);
  return outcome.kind === 'refused' ? outcome.refusal.code : undefined;
}

describe('who is asked', () => {
  const named = (email: string) => ({ ...weekInGdansk, approvers: { [role]: { name: 'Kari Leder', email } } });

  test.each<[string, Application, string | undefined]>([
    ['a colleague', weekInGdansk, undefined],
    ['nobody', { ...weekInGdansk, approvers: {} }, 'approver-missing'],
    ['oneself', named('solveig@oslomet.example'), 'approver-own-address'],
    ['oneself in capitals', named('Solveig@OsloMet.example'), 'approver-own-address'],
    ['oneself behind a plus sign', named('solveig+boss@oslomet.example'), 'approver-own-address'],
    ['somebody at a domain of no institution', named('boss@mail.example'), 'approver-other-domain'],
    ['somebody at a subdomain', named('boss@student.oslomet.example'), 'approver-other-domain'],
    ['somebody at a domain that only ends alike', named('boss@notoslomet.example'), 'approver-other-domain'],
    ['a unit where a person is named', { ...weekInGdansk, approvers: { [role]: { unit: 'vet' } } }, 'approver-missing'],
  ])('%s', (_who, application, code) => {
    const chain = chainOf(of('oslomet'), application);
    expect(chain.ok ? undefined : chain.refusal.code).toBe(code);
  });

  test('not the private address of the applicant either', () => {
    const participant = { email: 'solveig@oslomet.example', secondEmail: 'sol@oslomet.example' };
    expect(approverProblem(['oslomet.example'], participant, 'sol@oslomet.example')).toBe('own-address');
  });

  test('the contact of the faculty, with its deputy, where the institution keeps a list', () => {
    const chain = chainOf(of('nmbu'), weekOfBlended);
    expect(chain.ok && chain.steps).toMatchObject([
      {
        role: 'faculty',
        fact: 'facultyApproved',
        approver: { email: 'exchange.mina@nmbu.example' },
        deputy: { email: 'studies.mina@nmbu.example' },
      },
    ]);
    expect(chainOf(of('nmbu'), { ...weekOfBlended, approvers: { faculty: { unit: 'law' } } }).ok).toBe(false);
  });

  test('nobody where the office decides alone', () => {
    expect(chainOf(of('utwente'), { ...weekInGdansk, institution: 'utwente' })).toEqual({ ok: true, steps: [] });
  });
});

describe('a consent', () => {
  test('is asked for before the office is, once', () => {
    const one = new OneCase(APPLIED, weekInGdansk);
    expect(mailsOf(one.do({ type: 'assess' }))).toEqual([['step-request', { role, turn: 0 }]]);
    expect(one.try({ type: 'assess' }).kind).toBe('nothing');
    expect([one.mobility.state, one.mobility.reviewAskedAt]).toEqual(['applied', undefined]);
  });

  test('answers the requirement that the applicant is not asked for', () => {
    const one = asked();
    expect([one.mobility.assessment.eligible, one.mobility.assessment.needs]).toEqual([
      'undecided',
      ['headOfSectionCleared'],
    ]);
    const { total } = one.mobility.assessment;
    one.do(agree());
    expect([one.mobility.assessment.eligible, one.mobility.assessment.total]).toEqual(['yes', total]);
    expect(one.mobility.stay.facts.headOfSectionCleared).toBe(true);
  });

  test('brings the application to the office, which is reminded from then on', () => {
    const one = asked();
    expect(mailsOf(one.do(agree(), later(2)))).toEqual([['approval-request', {}]]);
    expect(one.mobility.deadlines.map(({ kind }) => kind)).toEqual(['approval-reminder']);
    expect(one.mobility.approvals?.[0]?.decision).toEqual({
      choice: 'agreed',
      by: 'Kari Leder',
      as: 'approver',
      at: later(2),
    });
    one.do({ type: 'approve', by: 'Ola' });
    expect(one.mobility.state).toBe('approved');
  });

  test('is needed: the office does not approve before it, but may refuse', () => {
    const one = asked();
    expect(refusal(one, { type: 'approve', by: 'Ola' })).toBe('consent-open');
    one.do({ type: 'refuse', by: 'Ola', reason: 'The stay is a conference.' });
    expect([one.mobility.state, openStep(one.mobility)]).toEqual(['refused', undefined]);
    expect(refusal(one, agree())).toBe('already-decided');
  });

  test('that is not given refuses the application, with the reason that the applicant reads', () => {
    const one = asked();
    const decision = one.do(refuse);
    expect([one.mobility.state, one.mobility.refusalReason]).toEqual(['refused', 'We need you here in October.']);
    expect(mailsOf(decision)).toEqual([['application-refused', {}]]);
    expect(decision.effects).toContainEqual({ type: 'resume', wait: 'approval', attempt: 1 });
    expect(decision.events).toContainEqual(expect.objectContaining({ type: 'ApplicationRefused', by: 'approver' }));
  });

  test('is not refused without a reason, and not decided twice', () => {
    const one = asked();
    expect(refusal(one, { ...refuse, reason: ' ' })).toBe('reason-missing');
    one.do(agree());
    expect(refusal(one, refuse)).toBe('already-decided');
  });

  test('is asked for no more when the application is withdrawn', () => {
    const one = asked();
    one.do({ type: 'withdraw', reason: '' });
    expect([one.mobility.deadlines, refusal(one, agree())]).toEqual([[], 'already-decided']);
  });

  test('leaves no name and no address in what happened', () => {
    const one = asked();
    one.do(handOver());
    one.do(agree(1, eva.name));
    const all = JSON.stringify(one.decisions.map(({ events, effects }) => [events, effects]));
    expect(all).not.toMatch(/Eva|Kari|@oslomet/);
  });
});

describe('a deputy', () => {
  test('is asked instead, with the full time; whoever was asked before can decide no more', () => {
    const one = asked();
    expect(mailsOf(one.do(handOver(), later(4)))).toEqual([['step-request', { role, turn: 1 }]]);
    expect(one.mobility.deadlines.map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
      ['step-reminder', later(9).slice(0, 10)],
      // The eighteenth day is a Saturday.
      ['step-escalation', later(20).slice(0, 10)],
    ]);
    expect(refusal(one, agree(0))).toBe('handed-over');
    expect(one.mobility.approvals?.[0]?.earlier).toEqual([
      { approver: { name: 'Kari Leder', email: 'kari.leder@oslomet.example' }, until: later(4), by: 'approver' },
    ]);
    one.do(agree(1, eva.name));
    expect(one.mobility.approvals?.[0]?.decision?.by).toBe('Eva Vik');
  });

  test.each<[string, string, string]>([
    ['the applicant', 'solveig+1@oslomet.example', 'approver-own-address'],
    ['somebody elsewhere', 'eva@mail.example', 'approver-other-domain'],
    ['whoever is asked already', 'Kari.Leder@oslomet.example', 'same-approver'],
  ])('cannot be %s, whether the approver names them or the office', (_who, email, code) => {
    const one = asked();
    expect(refusal(one, handOver({ ...eva, email }))).toBe(code);
    expect(refusal(one, { ...officeNames, to: { ...eva, email } })).toBe(code);
  });
});

describe('silence', () => {
  test('is met with reminders, and after the given days with a word to the office, again and again', () => {
    const one = asked();
    // The fifth day is a Sunday.
    expect(mailsOf(due(one, 6))).toEqual([['step-reminder', { role, turn: 0 }]]);
    due(one, 13);
    expect(mailsOf(due(one, 14))).toEqual([['step-overdue', { role, turn: 0, why: 'silence' }]]);
    const { remindEveryDays } = of('oslomet').procedure.office;
    expect(mailsOf(due(one, 16 + remindEveryDays)).map(([template]) => template)).toContain('step-overdue');
    expect(one.mobility.state).toBe('applied');
  });

  test('lets nothing expire, however long it lasts', () => {
    const one = asked();
    for (let days = 5; days < 400; days += 5) one.try({ type: 'fall-due', delivered: [] }, later(days));
    expect([one.mobility.state, one.mobility.deadlines.length > 0]).toEqual(['applied', true]);
    one.do(agree());
    expect(one.mobility.reviewAskedAt).toBeDefined();
  });

  test('is ended by the office with another person', () => {
    const one = asked();
    due(one, 14);
    expect(mailsOf(one.do(officeNames))).toEqual([['step-request', { role, turn: 1 }]]);
    expect(one.mobility.approvals?.[0]?.earlier?.[0]?.by).toBe('office');
  });

  test('or with a decision in their place, which needs a reason', () => {
    const one = asked();
    due(one, 14);
    expect(refusal(one, { ...officeAgrees, reason: '' })).toBe('reason-missing');
    expect(mailsOf(one.do(officeAgrees))).toEqual([['approval-request', {}]]);
    expect(one.mobility.approvals?.[0]?.decision).toMatchObject({
      as: 'office',
      by: 'Ola',
      reason: 'Told us by telephone.',
    });
  });
});

describe('a mail that does not arrive', () => {
  const failed = (turn: number, role: string, state: 'bounced' | 'soft-bounced' = 'bounced'): FailedMail => ({
    id: 'mail-1',
    template: 'step-request',
    data: { role, turn },
    recipient: 'approver',
    mailbox: 'approver',
    delivery: { state, at: later(0) },
    record: 1,
    again: false,
  });

  test('goes to the office at once, where there is no deputy', () => {
    const one = asked();
    expect(mailsOf(one.do({ type: 'mail-failed', mail: failed(0, role) }))).toEqual([
      ['step-overdue', { role, turn: 0, why: 'bounced' }],
    ]);
    // No more reminders to an address that does not exist.
    expect(one.mobility.deadlines.map(({ kind }) => kind)).toEqual(['step-escalation']);
  });

  test('goes to the deputy of the list first, then to the office', () => {
    const one = new OneCase('2025-08-01T08:00:00.000Z', weekOfBlended);
    one.do({ type: 'assess' });
    expect(mailsOf(one.do({ type: 'mail-failed', mail: failed(0, 'faculty') }))).toEqual([
      ['step-request', { role: 'faculty', turn: 1 }],
    ]);
    expect(one.mobility.approvals?.[0]?.approver.email).toBe('studies.mina@nmbu.example');
    expect(mailsOf(one.do({ type: 'mail-failed', mail: failed(1, 'faculty') })).map(([template]) => template)).toEqual([
      'step-overdue',
    ]);
  });

  test('changes nothing when somebody else is asked by now', () => {
    const one = asked();
    one.do(handOver());
    expect(mailsOf(one.do({ type: 'mail-failed', mail: failed(0, role) }))).toEqual([]);
    expect(one.mobility.approvals?.[0]?.approver).toEqual(eva);
  });
});
