import { expect, test } from 'vitest';
import { dutiesOf } from '../../shared/deadlines/duties.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { OneCase } from '../mobility/one-case.ts';

const nhh = loadRulebook().institution('nhh');
if (!nhh) throw new Error('no NHH');

const signed = () => OneCase.signed();
const day = (one: OneCase, on: string) => dutiesOf(one.mobility, nhh, on);

test('the first instalment: due thirty days after signature, late from the day after', () => {
  const one = signed();
  const [duty] = day(one, '2025-06-20');
  const due = duty?.due ?? '';
  expect(day(one, due)).toEqual([{ duty: 'pre-financing', due, daysLate: 0 }]);
  expect(day(one, '2025-08-18')[0]?.daysLate).toBeGreaterThan(30);
});

test('booked: late by the days until then, however long ago that is', () => {
  const one = signed().book('2025-06-11T09:00:00.000Z');
  expect(day(one, '2026-06-01')).toMatchObject([{ duty: 'pre-financing', done: expect.any(String), daysLate: 0 }]);
});

test('nothing is owed before both have signed', () => {
  expect(day(new OneCase(), '2026-06-01')).toEqual([]);
});

test('somebody hears of a missed one on the working day after it, with the day that was promised', () => {
  const one = signed();
  const duty = one.mobility.deadlines.find(({ kind }) => kind === 'prefinancing-duty');
  expect(duty?.ref).toBe(day(one, '2025-06-20')[0]?.due);
  const { effects } = one.do({ type: 'fall-due', delivered: [] }, duty?.at);
  expect(effects).toContainEqual({
    type: 'mail',
    template: 'duty-missed',
    data: { duty: 'pre-financing', since: duty?.ref },
  });
});
