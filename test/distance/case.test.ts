import { describe, expect, it } from 'vitest';
import { seededIds } from '../../infra/local/ids.ts';
import type { Mobility, Stay } from '../../shared/mobility/case.ts';
import { settlementFor } from '../../shared/mobility/decide/settlement.ts';
import { type Deps, loadCase, openCase } from '../../shared/mobility/perform.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { application } from '../mobility/one-case.ts';

type Change = Partial<Omit<Stay, 'host'>> & { readonly host?: Partial<Stay['host']> };

/** The case of an application with these answers, as it is stored. */
async function opened({ host, ...change }: Change): Promise<Mobility> {
  const deps: Deps = {
    store: memoryStore(),
    rules: loadRulebook(),
    clock: { now: () => '2025-06-02T09:00:00.000Z' },
    ids: seededIds('distance'),
  };
  const { stay } = application;
  const result = await openCase(deps, {
    ...application,
    stay: { ...stay, ...change, host: { ...stay.host, ...host } },
  });
  if (result.outcome === 'refused') throw new Error(result.refusal.sentence);
  return await loadCase(deps.store, 'nhh', result.mobility.id);
}

const travelOf = ({ assessment }: Mobility) => assessment.lines.find(({ code }) => code === 'travel-support');

describe('an application for a travel grant', () => {
  it('is decided on the distance between the cities, which stays with the case', async () => {
    const mobility = await opened({ travel: 'green' });
    expect(mobility.stay.host).toMatchObject({ city: 'Paris', estimatedKm: 1297 });
    expect(travelOf(mobility)?.amount.minor).toBe(417_00);
    expect(mobility.assessment.eligible).toBe('yes');
  });

  it('is settled on the distance that it was decided on, whatever a later list says', async () => {
    const mobility = await opened({ travel: 'green' });
    const before = { ...mobility, stay: { ...mobility.stay, host: { ...mobility.stay.host, estimatedKm: 2500 } } };
    const lines = settlementFor(before, before.stay.planned).assessment.lines;
    expect(lines.find(({ code }) => code === 'travel-support')?.amount.minor).toBe(535_00);
  });

  it('is decided on the official figure where the applicant gives it', async () => {
    const mobility = await opened({ travel: 'green', host: { distanceKm: 2001 } });
    expect(mobility.stay.host.estimatedKm).toBeUndefined();
    expect(travelOf(mobility)?.amount.minor).toBe(535_00);
  });

  it('goes to the office undecided near the edge of a band', async () => {
    const mobility = await opened({ travel: 'standard', host: { country: 'DK', city: 'Viborg' } });
    expect(mobility.stay.host.estimatedKm).toBe(498);
    expect(travelOf(mobility)).toBeUndefined();
    expect(mobility).toMatchObject({
      state: 'applied',
      assessment: { eligible: 'undecided', needs: ['needs-official-distance'] },
    });
  });

  it('goes to the office undecided when the city is not known', async () => {
    const mobility = await opened({ travel: 'standard', host: { city: 'Atlantis' } });
    expect(mobility.stay.host.estimatedKm).toBeUndefined();
    expect(mobility.assessment).toMatchObject({ eligible: 'undecided', needs: ['host.distanceKm'] });
  });

  it('is not helped by an estimate that comes with it', async () => {
    const mobility = await opened({ travel: 'standard', host: { city: 'Atlantis', estimatedKm: 9000 } });
    expect(mobility.stay.host.estimatedKm).toBeUndefined();
    expect(travelOf(mobility)).toBeUndefined();
  });
});

it('an application without a travel grant has no distance', async () => {
  const mobility = await opened({ travel: 'none' });
  expect(mobility.stay.host).not.toHaveProperty('estimatedKm');
  expect(mobility.assessment.needs).toEqual([]);
});
