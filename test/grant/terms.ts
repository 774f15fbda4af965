import type { StayInput } from '../../shared/grant/types.ts';
import { eur } from '../../shared/money/money.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Terms } from '../../shared/rulebook/types.ts';

/** NHH, call 2025, a host in France from 2025-08-18: 530.00 EUR a month. */
export const nhh: Terms = loadRulebook().terms({
  institution: 'nhh',
  call: '2025',
  activity: 'HE-SMS',
  hostCountry: 'FR',
  on: '2025-08-18',
});

/** One semester in France, 122 days by months of thirty, with every fact NHH asks for. */
export const semester: StayInput = {
  activity: 'HE-SMS',
  host: { country: 'FR', city: 'Paris', distanceKm: 1340 },
  period: { start: '2025-08-18', end: '2025-12-19' },
  travel: 'none',
  facts: { studyLevel: 'bachelor', ects: 90, nominated: true, languageLevel: 'B2' },
};

/** A made-up institution that pays by the day, to show what the data can say. */
export function daily(
  rates: readonly (readonly [fromDay: number, cents: number])[],
  changes: Partial<Terms> = {},
): Terms {
  return {
    ...nhh,
    limits: { counting: 'calendar', minimumDays: 2, maximumDays: 60, source: 'test' },
    individualSupport: {
      rule: 'individual-support.group-1',
      per: 'day',
      steps: rates.map(([fromDay, cents]) => ({ fromDay, amount: eur(cents) })),
      source: 'test',
    },
    travelDays: [{ atMost: 2, where: { en: 'before and after' }, source: 'test' }],
    plan: [],
    requirements: [],
    ...changes,
  };
}
