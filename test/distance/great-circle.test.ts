import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_KM, greatCircleKm, type Point } from '../../shared/distance/great-circle.ts';

const half = Math.PI * EARTH_RADIUS_KM;

const points: fc.Arbitrary<Point> = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** A tenth of a millimetre per step: doubles are that exact on this globe, except for points nearly opposite each other. */
const ROUNDING_KM = 1e-4;

describe('great circle', () => {
  it.each([
    ['a degree along the equator', { lat: 0, lon: 0 }, { lat: 0, lon: 1 }, half / 180],
    ['a degree along a meridian', { lat: 60, lon: 5 }, { lat: 61, lon: 5 }, half / 180],
    ['from pole to pole', { lat: 90, lon: 0 }, { lat: -90, lon: 120 }, half],
    ['half around the equator', { lat: 0, lon: -90 }, { lat: 0, lon: 90 }, half],
    ['over the pole rather than along the parallel', { lat: 60, lon: 0 }, { lat: 60, lon: 180 }, half / 3],
    ['across the date line', { lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }, half / 180],
  ])('%s', (_way, a, b, km) => {
    expect(greatCircleKm(a, b)).toBeCloseTo(km, 6);
  });

  it('is nothing from a point to itself', () => {
    fc.assert(fc.property(points, (a) => greatCircleKm(a, a) === 0));
  });

  it('is as far there as back, and never further than half around the globe', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        expect(greatCircleKm(a, b)).toBe(greatCircleKm(b, a));
        expect(greatCircleKm(a, b)).toBeGreaterThanOrEqual(0);
        expect(greatCircleKm(a, b)).toBeLessThanOrEqual(half);
      }),
    );
  });

  it('is never longer than by way of a third point', () => {
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        expect(greatCircleKm(a, c)).toBeLessThanOrEqual(greatCircleKm(a, b) + greatCircleKm(b, c) + ROUNDING_KM);
      }),
    );
  });
});
