import type { Host } from '../../infra/local/host.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import type { Deps } from '../../shared/mobility/perform.ts';

/** The n-th of any number of NHH students who go to Paris in autumn 2025. */
export const application = (n: number): Application => ({
  institution: 'nhh',
  participant: {
    givenName: 'Kari',
    familyName: `Nordmann ${n}`,
    email: `kari.${n}@student.nhh.example`,
    language: 'en',
    account: { bban: '12345678903' },
  },
  stay: {
    call: '2025',
    activity: 'HE-SMS',
    host: {
      country: 'FR',
      city: 'Paris',
      code: 'F  PARIS014',
      contact: { name: 'Marie Dupont', email: 'marie@host.example' },
    },
    planned: { start: '2025-08-18', end: '2025-12-19' },
    travel: 'none',
    fewerOpportunities: false,
    facts: { studyLevel: 'master', ects: 180, nominated: true, languageLevel: 'B2' },
  },
});

/** A Monday morning on which the window for the autumn is open. */
export const OPEN_DAY = '2025-06-02T07:00:00.000Z';

/** What the domain code wants, from a host. */
export const depsOf = ({ store, rules, clock, ids }: Host): Deps => ({ store, rules, clock, ids });
