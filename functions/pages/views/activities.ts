import type { ActivityType } from '../../../shared/grant/types.ts';

/** What the form of a kind of stay depends on beside the rules; its words stand in words/<language>/activities.ts. */
export interface ActivityKind {
  readonly person: 'student' | 'participant';
  /** A host of higher education has an Erasmus code; another organisation is known by its name. */
  readonly host: 'higher-education' | 'any-organisation';
}

export const activityKinds: Readonly<Record<ActivityType, ActivityKind>> = {
  'HE-SMS': { person: 'student', host: 'higher-education' },
  'HE-SMT': { person: 'student', host: 'any-organisation' },
  'HE-SMD': { person: 'student', host: 'any-organisation' },
  'HE-BIP': { person: 'student', host: 'higher-education' },
  'HE-STA': { person: 'participant', host: 'higher-education' },
  'HE-STT': { person: 'participant', host: 'any-organisation' },
  'SCH-STAFF': { person: 'participant', host: 'any-organisation' },
  'SCH-PUPIL': { person: 'participant', host: 'any-organisation' },
  'VET-LEARNER': { person: 'participant', host: 'any-organisation' },
  'VET-STAFF': { person: 'participant', host: 'any-organisation' },
  'ADU-STAFF': { person: 'participant', host: 'any-organisation' },
  'ADU-LEARNER': { person: 'participant', host: 'any-organisation' },
};

/** @param text words with `{home}` where the sending institution is named */
export const withHome = (text: string, home: string): string => text.replaceAll('{home}', home);
