import { beforeEach, describe, expect, test } from 'vitest';
import type { Document } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { greenTest, type Leg, openGreenClaim } from '../../shared/mobility/green-claim.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { application, OneCase } from './one-case.ts';

/** Green travel claimed after the return, with legs and receipts; decided by the office before the settlement. */
let one: OneCase;
const nhh = loadRulebook().institution('nhh');
const rule = nhh?.obligations.find(({ greenClaim }) => greenClaim)?.greenClaim;
const leg = (way: Leg['way'], mode: Leg['mode'], km: number): Leg => ({ way, from: 'A', to: 'B', mode, km });
const receipt: Document = {
  id: 'R1',
  kind: 'travel-receipt',
  objectKey: 'uploads/nhh/8F3K2M9QRT/R1',
  contentType: 'application/pdf',
  bytes: 9,
  at: '2025-12-21T08:00:00.000Z',
};
const green = [leg('out', 'train', 1900), leg('back', 'plane', 1340)];
const claim = (legs: readonly Leg[] = green, receipts = ['R1']) =>
  one.try({ type: 'claim-green-travel', legs, receipts });
const accept: Command = { type: 'decide-green-claim', by: 'Ola', choice: 'accept' };
const refuse: Command = {
  type: 'decide-green-claim',
  by: 'Ola',
  choice: 'refuse',
  answer: 'The tickets are of a plane.',
};
const duties = ['learning-agreement', 'eu-survey', 'nhh-survey'];
const lines = () => one.mobility.settlement?.assessment.lines.map(({ code, rule: by }) => `${code} ${by}`) ?? [];

beforeEach(() => {
  const stay = { ...application.stay, travel: 'green' as const, host: { ...application.stay.host, distanceKm: 1340 } };
  one = OneCase.signed(undefined, { ...application, stay }).book('2025-06-12T09:00:00.000Z');
  one.do(
    { type: 'confirm-stay', by: 'host', period: application.stay.planned, name: 'Marie', role: 'C' },
    '2025-12-22T08:00:00.000Z',
  );
  one.do({ type: 'report-obligations', codes: duties });
});

describe('at least half of the kilometres there and back', () => {
  test.each([
    ['exactly half', [leg('out', 'train', 500), leg('back', 'plane', 500)], true],
    ['one kilometre less', [leg('out', 'train', 499), leg('back', 'plane', 501)], false],
    ['an electric car', [leg('out', 'electric-car', 500), leg('back', 'car', 500)], true],
    ['a car and a boat', [leg('out', 'car', 500), leg('back', 'ferry', 500)], false],
    ['bus, bicycle and carpool', [leg('out', 'bus', 5), leg('out', 'bicycle', 5), leg('back', 'carpool', 5)], true],
    ['nothing at all', [], false],
  ] as const)('%s: %o', (_what, legs, holds) => {
    if (!rule) throw new Error('NHH asks for no claim.');
    expect(greenTest(legs, rule).holds).toBe(holds);
  });
});

describe('the claim', () => {
  beforeEach(() => {
    one.do({ type: 'file-document', document: receipt });
  });

  test('is the duty itself: ticking it off is not enough', () => {
    const ticked = one.try({ type: 'report-obligations', codes: ['green-travel-receipts'] });
    expect(ticked).toMatchObject({ refusal: { code: 'unknown-obligation' } });
    expect(one.mobility.openPhases).toContain('stay');
  });

  test.each([
    ['without receipts', green, [], 'receipts-missing'],
    ['with a document that is none', green, ['X'], 'receipts-missing'],
    ['without the way back', [leg('out', 'train', 1900)], ['R1'], 'legs-missing'],
    ['without kilometres', [leg('out', 'train', 0), leg('back', 'train', 5)], ['R1'], 'km-missing'],
    ['of a flight', [leg('out', 'plane', 1340), leg('back', 'plane', 1340)], ['R1'], 'not-green'],
  ] as const)('%s is refused', (_what, legs, receipts, code) => {
    expect(claim(legs, [...receipts])).toMatchObject({ refusal: { code } });
  });

  test('puts it before the office, which is reminded; nothing is settled meanwhile', () => {
    expect(claim().kind).toBe('decided');
    expect(openGreenClaim(one.mobility)?.test).toMatchObject({ greenKm: 1900, totalKm: 3240, holds: true });
    expect(claim()).toMatchObject({ refusal: { code: 'already-claimed' } });
    one.do({ type: 'fall-due', delivered: [] }, '2025-12-29T09:00:00.000Z');
    expect(one.mails).toContain('green-claim-review');
    expect(one.mobility.openPhases).toContain('stay');
  });

  test('accepted: settled with green travel', () => {
    claim();
    one.do(accept);
    expect(one.mails.at(-1)).toBe('green-claim-decided');
    one.do({ type: 'settle' });
    expect(lines()).toContain('travel-support travel.green.from-500-km');
  });

  test('refused: settled with standard travel, as the rules give it', () => {
    claim();
    expect(one.try({ type: 'decide-green-claim', by: 'Ola', choice: 'refuse', answer: ' ' })).toMatchObject({
      refusal: { code: 'answer-missing' },
    });
    one.do(refuse);
    one.do({ type: 'settle' });
    expect(lines().join()).not.toContain('green');
  });

  test('given up by the participant: settled without waiting for anybody', () => {
    one.do({ type: 'waive-green-travel' });
    one.do({ type: 'settle' });
    expect(lines().join()).not.toContain('green');
    expect(one.mobility.obligations['green-travel-receipts']?.by).toBe('participant');
  });
});

test('where no green travel was agreed there is nothing to claim', () => {
  one = OneCase.signed();
  expect(claim()).toMatchObject({ refusal: { code: 'no-green-travel' } });
});
