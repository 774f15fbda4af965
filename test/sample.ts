import type { Stay } from '../shared/mobility/case.ts';
import type { Application } from '../shared/mobility/commands.ts';

/** One semester of a master student of NHH in Paris, autumn 2025, for 530 euro a month. */
export const semesterInParis: Stay = {
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
};

/** Who goes there. */
export const sampleApplication: Application = {
  institution: 'nhh',
  participant: {
    givenName: 'Kari',
    familyName: 'Nordmann',
    email: 'kari@student.nhh.example',
    language: 'en',
    account: { bban: '12345678903' },
  },
  stay: semesterInParis,
};
