import { estimatedDistance } from '../distance/estimate.ts';
import type { StayInput } from '../grant/types.ts';
import type { Terms } from '../rulebook/types.ts';
import type { Stay } from './case.ts';
import type { Application } from './commands.ts';

/**
 * The application as it is decided on: with the distance estimated from the cities, where a travel grant is asked for and
 * nobody gave the official figure. It is kept with the case, so that a later list of cities changes no older case.
 */
export function withEstimate(application: Application, terms: Terms): Application {
  const { stay } = application;
  // What an application brings along is not believed.
  const { estimatedKm: _untold, ...host } = stay.host;
  const estimatedKm = stay.travel === 'none' ? undefined : estimatedDistance(terms.home.place, host);
  return { ...application, stay: { ...stay, host: estimatedKm === undefined ? host : { ...host, estimatedKm } } };
}

/** A stay as the engine knows it: no personal data. */
export function stayInput(stay: Stay): StayInput {
  return {
    activity: stay.activity,
    host: hostOf(stay),
    period: stay.planned,
    travel: stay.travel,
    fewerOpportunities: stay.fewerOpportunities,
    facts: stay.facts,
  };
}

function hostOf({ host: { country, city, distanceKm, estimatedKm } }: Stay): StayInput['host'] {
  return {
    country,
    city,
    ...(distanceKm === undefined ? {} : { distanceKm }),
    ...(estimatedKm === undefined ? {} : { estimatedKm }),
  };
}
