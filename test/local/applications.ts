import type { Host } from '../../infra/local/host.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import type { Deps } from '../../shared/mobility/perform.ts';
import { sampleApplication } from '../sample.ts';

/** The n-th of any number of NHH students who go to Paris in autumn 2025. */
export const application = (n: number): Application => {
  const { participant } = sampleApplication;
  const email = `kari.${n}@student.nhh.example`;
  return { ...sampleApplication, participant: { ...participant, familyName: `Nordmann ${n}`, email } };
};

/** A Monday morning on which the window for the autumn is open. */
export const OPEN_DAY = '2025-06-02T07:00:00.000Z';

/** What the domain code wants, from a host. */
export const depsOf = ({ store, rules, clock, ids }: Host): Deps => ({ store, rules, clock, ids });
