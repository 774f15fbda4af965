import { describe, expect, it } from 'vitest';
import { confirmationDue } from '../../shared/deadlines/plan.ts';
import { assess } from '../../shared/grant/assess.ts';
import type { StayInput } from '../../shared/grant/types.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { isBban } from '../../shared/payments/accounts.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import type { Terms, TermsQuery } from '../../shared/rulebook/types.ts';
import { texts } from './texts.ts';

const rulebook = loadRulebook();
const file = rulebookSource().file('nmbu');
const nmbu = rulebook.institution('nmbu');

function terms(query: Partial<TermsQuery> = {}): Terms {
  return rulebook.terms({
    institution: 'nmbu',
    call: '2025',
    activity: 'HE-SMS',
    hostCountry: 'FR',
    on: '2025-08-25',
    ...query,
  });
}

describe('NMBU, amounts', () => {
  const amounts = (query: Partial<TermsQuery>) =>
    terms(query).individualSupport.steps.map(({ amount }) => formatDecimal(amount));

  it.each([
    ['HE-SMS', 'FR', '530.00'],
    ['HE-SMS', 'ES', '470.00'],
    ['HE-SMT', 'FR', '680.00'],
    ['HE-SMT', 'ES', '620.00'],
    ['HE-BIP', 'FR', '79.00'],
    ['HE-BIP', 'ES', '79.00'],
  ] as const)('%s in %s: %s', (activity, hostCountry, amount) => {
    expect(amounts({ activity, hostCountry })).toEqual([amount]);
  });

  it('follow the country groups of the call', () => {
    expect(amounts({ call: '2023', on: '2023-08-25', hostCountry: 'FR' })).toEqual(['470.00']);
    expect(amounts({ call: '2023', on: '2023-08-25', hostCountry: 'LU' })).toEqual(['530.00']);
  });
});

describe('NMBU, days', () => {
  it('of exchange are 60 to 360 by months of thirty, 720 in a one-cycle degree', () => {
    expect(terms().limits).toMatchObject({
      counting: '30/360',
      minimumDays: 60,
      maximumDays: 360,
      maximumDaysOneCycle: 720,
    });
  });

  it('of traineeships are the same', () => {
    expect(terms({ activity: 'HE-SMT' }).limits).toMatchObject({ minimumDays: 60, maximumDays: 360 });
  });

  it('of a blended intensive programme are 5 to 30, ten of them funded', () => {
    expect(terms({ activity: 'HE-BIP' }).limits).toMatchObject({
      counting: 'calendar',
      minimumDays: 5,
      maximumDays: 30,
      funded: { atMost: 10 },
    });
  });
});

describe('NMBU, travel', () => {
  const stay = (host: StayInput['host'], travel: StayInput['travel']): StayInput => ({
    activity: 'HE-SMS',
    host,
    period: { start: '2025-08-25', end: '2025-12-19' },
    travel,
    travelDays: 9,
  });
  const grant = (country: string, distanceKm: number, travel: StayInput['travel']) => {
    const { lines, days } = assess(terms({ hostCountry: country }), stay({ country, distanceKm }, travel));
    const support = lines.find(({ code }) => code === 'travel-support')?.amount;
    return [support && formatDecimal(support), days.travel];
  };

  it.each(['DK', 'FI', 'IS', 'SE'])('has a standard grant to %s', (country) => {
    expect(grant(country, 700, 'standard')[0]).toBe('309.00');
  });

  it.each(['FR', 'DE', 'EE', 'PL', 'TR'])('has no standard grant to %s', (country) => {
    expect(grant(country, 1200, 'standard')[0]).toBe('0.00');
  });

  it.each([
    ['DK', 480, '285.00', 2],
    ['IS', 1750, '417.00', 2],
    ['DE', 840, '417.00', 4],
    ['AT', 1999, '417.00', 4],
    ['IT', 2000, '535.00', 6],
    ['PT', 2999, '535.00', 6],
    ['TR', 3000, '785.00', 0],
  ] as const)('green to %s, %i km: %s and %i days', (country, distanceKm, amount, days) => {
    expect(grant(country, distanceKm, 'green')).toEqual([amount, days]);
  });

  it('is measured from Oslo, not from Ås', () => {
    expect(terms().home.place).toEqual({ country: 'NO', city: 'Oslo' });
    expect(nmbu?.city).toBe('Ås');
  });
});

describe('NMBU, what it asks for', () => {
  it.each([
    ['HE-SMS', ['degreeSeeking', 'approvedInDegree', 'agreementWithHost', 'ects', 'studyLevel', 'previousFundedDays']],
    ['HE-SMT', ['degreeSeeking', 'approvedInDegree', 'ects', 'studyLevel', 'previousFundedDays']],
    ['HE-BIP', ['facultyApproved', 'agreementWithHost', 'bipEcts', 'noticeDays']],
  ] as const)('for %s: %j', (activity, needs) => {
    const period = { start: '2025-09-01', end: activity === 'HE-BIP' ? '2025-09-05' : '2025-12-19' };
    const { needs: asked } = assess(terms({ activity }), {
      activity,
      host: { country: 'FR' },
      period,
      travel: 'none',
    });
    expect(asked).toEqual(needs);
  });

  it('never asks whether somebody was nominated: the page does not', () => {
    expect(JSON.stringify(file?.grants)).not.toContain('facts.nominated');
  });

  it('says what is wrong in the language of the applicant', () => {
    const stay: StayInput = {
      activity: 'HE-SMS',
      host: { country: 'FR' },
      period: { start: '2025-08-25', end: '2025-12-19' },
      travel: 'none',
      facts: { ects: 59 },
    };
    const said = (language: 'en' | 'nb' | 'nn' | 'nl') => assess(terms(), stay, { language }).refusals[0]?.sentence;
    expect(said('en')).toBe('You need at least 60 ECTS; you have 59.');
    expect(said('nb')).toBe('Du må ha minst 60 studiepoeng; du har 59.');
    expect(said('nl')).toBe('U hebt minstens 60 ECTS nodig; u hebt er 59.');
  });

  it.each(texts(file))('in four languages: %s', (_, text) => {
    expect(Object.keys(text).toSorted()).toEqual(['en', 'nb', 'nl', 'nn']);
  });
});

describe('NMBU, the institution', () => {
  it('takes applications, with an account that a bank accepts', () => {
    expect(rulebook.institutions().map(({ id }) => id)).toContain('nmbu');
    expect(isBban(nmbu?.bank.account ?? '')).toBe(true);
    expect(nmbu?.bank.account).not.toBe(rulebook.institution('nhh')?.bank.account);
    expect(nmbu?.bank.kidPrefix).not.toBe(rulebook.institution('nhh')?.bank.kidPrefix);
  });

  it('wants the confirmation by 30 January after an autumn and by 30 August after a spring', () => {
    if (nmbu === undefined) throw new Error('NMBU is not in the rulebook.');
    expect(confirmationDue(nmbu, '2025-12-19')).toBe('2026-01-30');
    expect(confirmationDue(nmbu, '2026-06-12')).toBe('2026-08-30');
  });

  it('asks for the green claim of long stays with green travel only', () => {
    expect(nmbu?.obligations.map(({ code, by, when, activities }) => [code, by, when, activities])).toEqual([
      ['grant-agreement', 'participant', undefined, undefined],
      ['learning-agreement', 'participant', undefined, undefined],
      ['confirmation-of-stay', 'host', undefined, undefined],
      ['eu-survey', 'participant', undefined, undefined],
      ['green-travel-claim', 'participant', { value: 'stay.travel', is: 'green' }, ['HE-SMS', 'HE-SMT']],
    ]);
  });

  it('has four grounds, without that of the first generation', () => {
    expect(nmbu?.grounds.map(({ code }) => code)).toEqual(['children-or-care', 'disability', 'refugee', 'minority']);
    expect(file?.declaration?.audit).toBe('random-sample');
  });

  it('marks its shares, its bank and its windows as assumed', () => {
    expect(file?.grants.every(({ instalments }) => instalments.every(({ assumed }) => assumed === true))).toBe(true);
    expect(file?.bank?.assumed).toBe(true);
    expect(file?.windows.map(({ semester, assumed }) => [semester, assumed])).toEqual([
      ['autumn 2025', true],
      ['spring 2026', true],
    ]);
  });
});
