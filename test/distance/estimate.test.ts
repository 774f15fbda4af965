import { describe, expect, it } from 'vitest';
import { estimatedDistance, estimateKm } from '../../shared/distance/estimate.ts';

const bergen = { country: 'NO', city: 'Bergen' };

describe('distance between two cities', () => {
  it.each([
    ['NO', 'Bergen', 'FR', 'Paris', 1297],
    ['NO', 'Oslo', 'DK', 'Copenhagen', 483],
    ['NO', 'Oslo', 'SE', 'Stockholm', 417],
    ['FI', 'Helsinki', 'EE', 'Tallinn', 82],
    ['FR', 'Paris', 'GB', 'London', 344],
    ['NL', 'Enschede', 'DE', 'Berlin', 443],
    ['PT', 'Lisbon', 'TR', 'Istanbul', 3236],
  ])('%s %s to %s %s', (fromCountry, from, toCountry, to, km) => {
    const estimate = estimateKm({ country: fromCountry, city: from }, { country: toCountry, city: to });
    expect(estimate).toBe(km);
  });

  it('is nothing within a city', () => {
    expect(estimateKm(bergen, bergen)).toBe(0);
  });

  it('is not known when one of them is not', () => {
    expect(estimateKm(bergen, { country: 'FR', city: 'Atlantis' })).toBeUndefined();
    expect(estimateKm({ country: 'NO', city: 'Atlantis' }, bergen)).toBeUndefined();
  });
});

describe('estimate for a stay', () => {
  it('is the distance between the cities', () => {
    expect(estimatedDistance(bergen, { country: 'FR', city: 'Paris' })).toBe(1297);
  });

  it.each([
    ['the official figure is given', bergen, { country: 'FR', city: 'Paris', distanceKm: 1300 }],
    ['the official figure is zero', bergen, { country: 'FR', city: 'Paris', distanceKm: 0 }],
    ['no city is named', bergen, { country: 'FR' }],
    ['the city is not known', bergen, { country: 'FR', city: 'Atlantis' }],
    ['nobody knows where to measure from', undefined, { country: 'FR', city: 'Paris' }],
  ])('is not made when %s', (_why, home, host) => {
    expect(estimatedDistance(home, host)).toBeUndefined();
  });
});
